"""What the assistant remembers goes with the borrower: real databases, one of them Rasa's own."""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import redis.asyncio
from click.testing import CliRunner, Result

from core.clock import SystemClock
from core.errors import Unavailable
from gateway.forgetting import LOCK
from storage import assistant_memory, audit, retention
from tests.support.world import Person, World
from tools.commands.retention import command
from tools.platform.postgres import Postgres
from tools.platform.valkey import Valkey
from tools.stage.providers import PUBLIC_URL
from tools.stage.stage import SECRET

# As `rasa.core.tracker_store.SQLTrackerStore` makes it; tests/bot/test_memory.py holds it against Rasa's own.
EVENTS = """
CREATE TABLE IF NOT EXISTS events (
    id serial PRIMARY KEY, sender_id varchar(255) NOT NULL, type_name varchar(255) NOT NULL, timestamp float,
    intent_name varchar(255), action_name varchar(255), data text
)"""
NOBODY = uuid.UUID(int=0)


@dataclass
class Memory:
    """Rasa's database and cache, with two ends: what it wrote, and what is left."""

    url: str
    cache: redis.asyncio.Redis
    cache_url: str

    async def holds(self, conversation: uuid.UUID, said: str, *, times: int = 2) -> None:
        """The assistant took part in this conversation."""
        async with await psycopg.AsyncConnection.connect(self.url) as connection:
            await connection.execute(EVENTS)
            for _ in range(times):
                await connection.execute(
                    "INSERT INTO events (sender_id, type_name, data) VALUES (%s, 'user', %s)",
                    [str(conversation), said],
                )
        await self.cache.set(f"{LOCK}{conversation}", "{}")

    async def left(self) -> tuple[set[str], set[str]]:
        """Whom the memory and the locks still know."""
        async with await psycopg.AsyncConnection.connect(self.url) as connection:
            rows = await (await connection.execute("SELECT DISTINCT sender_id FROM events")).fetchall()
        return {sender for (sender,) in rows}, {key.decode() async for key in self.cache.scan_iter()}


@pytest.fixture(scope="module")
async def servers() -> AsyncIterator[tuple[Postgres, Valkey]]:
    async with Postgres(throwaway=True) as postgres, Valkey(throwaway=True) as valkey:
        yield postgres, valkey


@pytest.fixture
async def memory(
    world: World,
    servers: tuple[Postgres, Valkey],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> AsyncIterator[Memory]:
    """An empty memory, and the command told of it and of the world's records."""
    postgres, valkey = servers
    for name, value in {
        "KEPT_HOME": str(tmp_path),
        "KEPT_DATABASE_URL": world.stage.database_url,
        "KEPT_RASA_DATABASE_URL": postgres.rasa_url(),
        "KEPT_REDIS_URL": valkey.url(),
        "KEPT_RASA_REDIS_URL": valkey.rasa_url(),
        "KEPT_RASA_URL": "http://127.0.0.1:9",
        "KEPT_SECRET_KEY": SECRET,
        "KEPT_PUBLIC_URL": PUBLIC_URL,
    }.items():
        monkeypatch.setenv(name, value)
    async with await psycopg.AsyncConnection.connect(postgres.rasa_url()) as connection:
        await connection.execute("DROP TABLE IF EXISTS events")
    async with redis.asyncio.Redis.from_url(valkey.url()) as cache:
        await cache.flushdb()
        yield Memory(postgres.rasa_url(), cache, valkey.rasa_url())


async def run(*words: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, command, list(words))


async def remembered(memory: Memory, world: World, person: Person) -> uuid.UUID:
    talk = await world.conversation(person)
    await memory.holds(talk.id, "My name is Grace")
    return talk.id


async def test_on_request_the_assistant_forgets_this_borrower_and_nobody_else(
    world: World, memory: Memory
) -> None:
    grace, other = await world.borrower(), await world.borrower()
    gone, stays = [await remembered(memory, world, one) for one in (grace, other)]

    done = await run("erase", "--borrower", "B1", "--yes")

    assert (done.exit_code, "forgotten 1 conversations" in done.stdout) == (0, True)
    assert await memory.left() == ({str(stays)}, {f"{LOCK}{stays}"})
    async with world.services.database.begin() as work:
        pages = [page async for page in audit.pages(work.session)]
        assert (await audit.verify(work.session)).broken_at is None
    told = [entry for page in pages for entry in page if entry.kind == "conversation.forgotten"]
    assert [(entry.subject, entry.body) for entry in told] == [(str(gone), {"events": 2})]


async def test_when_their_time_is_over_the_memory_goes_with_the_records(world: World, memory: Memory) -> None:
    long_ago, now = world.stage.clock.now().replace(year=2020), SystemClock().now()
    world.stage.clock.set(long_ago)
    paid = await world.borrower(owed="0")
    world.stage.clock.set(now)
    owes = await world.borrower()
    gone, stays = [await remembered(memory, world, one) for one in (paid, owes)]

    tried = await run("run", "--dry-run")
    before = await memory.left()
    done = await run("run")

    assert (tried.exit_code, before[0]) == (0, {str(gone), str(stays)})
    assert (done.exit_code, "1 borrowers erased." in done.stdout) == (0, True)
    assert await memory.left() == ({str(stays)}, {f"{LOCK}{stays}"})


async def test_a_run_takes_out_what_an_earlier_erasure_left(world: World, memory: Memory) -> None:
    grace = await world.borrower()
    await remembered(memory, world, grace)
    async with world.services.database.begin() as work:
        key = world.services.key_for("identity")
        await retention.erase(work, grace.borrower_id, key=key, why="request")

    done = await run("run")

    assert (done.exit_code, await memory.left()) == (0, (set(), set()))


@pytest.mark.parametrize("missing", ["KEPT_RASA_DATABASE_URL", "KEPT_RASA_REDIS_URL"])
async def test_a_memory_that_does_not_answer_is_said_and_taken_up_by_the_next_run(
    world: World, memory: Memory, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    grace = await world.borrower()
    await remembered(memory, world, grace)
    nobody = {
        "KEPT_RASA_DATABASE_URL": "postgresql://kept_rasa:x@127.0.0.1:9/kept_rasa",
        "KEPT_RASA_REDIS_URL": "redis://127.0.0.1:9/0",
    }
    with monkeypatch.context() as down:
        down.setenv(missing, nobody[missing])
        failed = await run("erase", "--borrower", "B1", "--yes")

    again = await run("run")

    assert (failed.exit_code, "NOT erased" in failed.stderr, "Erased." in failed.stdout) == (1, True, True)
    assert (again.exit_code, await memory.left()) == (0, (set(), set()))


async def test_without_its_address_the_memory_is_said_not_to_be_reached(
    world: World, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    grace = await world.borrower()
    held = await remembered(memory, world, grace)
    monkeypatch.delenv("KEPT_RASA_DATABASE_URL")

    done = await run("erase", "--borrower", "B1", "--yes")

    assert done.exit_code == 1
    assert "KEPT_RASA_DATABASE_URL" in f"{done.exception}{done.stderr}"
    assert (await memory.left())[0] == {str(held)}


async def test_where_the_assistant_never_spoke_there_is_nothing_to_forget(memory: Memory) -> None:
    assert await assistant_memory.forget(memory.url, [NOBODY]) == Counter()


async def test_many_conversations_are_forgotten_at_once_and_a_name_that_is_none_of_ours_stays(
    memory: Memory,
) -> None:
    held, here = uuid.uuid4(), [uuid.uuid4() for _ in range(12_000)]
    await memory.holds(held, "one", times=1)
    await memory.holds(here[-1], "two", times=3)

    gone = await assistant_memory.forget(memory.url.replace("postgresql://", "postgres://"), here)

    assert (gone, (await memory.left())[0]) == (Counter({here[-1]: 3}), {str(held)})


async def test_a_wrong_password_is_no_empty_memory(memory: Memory) -> None:
    wrong = memory.url.partition("@")[2]
    with pytest.raises(Unavailable, match="memory does not answer") as refused:
        await assistant_memory.forget(f"postgresql://kept_rasa:wrong@{wrong}", [NOBODY])
    assert "wrong" not in str(refused.value)
