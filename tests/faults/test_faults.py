"""Things die in the middle: no message lost, none sent twice, order kept."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import IO

from sqlalchemy import text

from channels.base import WebhookAnswer
from channels.testing import Fault
from core.clock import SystemClock
from core.messages import Channel, DeliveryState, DeliveryUpdate, Ignored
from gateway.jobs import queue
from gateway.pipelines import outbound as out
from gateway.pipelines.inbound import take_in
from storage import outbound
from storage.conversations import lane_of
from storage.maintenance import jobs_left
from tests.support.world import Person, World
from tools.stage.assistant import TOKEN
from tools.stage.providers import PUBLIC_URL
from tools.stage.stage import SECRET

ROOT = Path(__file__).resolve().parents[2]


@asynccontextmanager
async def worker(world: World) -> AsyncIterator[subprocess.Popen[bytes]]:
    """A worker process of its own on the stage's database, given when it is ready for work."""
    environment = {
        **os.environ,
        **world.stage.providers.environment,
        "KEPT_DATABASE_URL": world.stage.database_url,
        "KEPT_RASA_URL": world.services.rasa.url,
        "KEPT_RASA_TOKEN": TOKEN,
        "KEPT_SECRET_KEY": SECRET,
        "KEPT_PUBLIC_URL": PUBLIC_URL,
        "KEPT_BURST_SECONDS": "0",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "gateway.worker"]
    with tempfile.TemporaryFile("w+") as told:
        child = subprocess.Popen(  # noqa: ASYNC220 - returns at once, to be killed
            command, env=environment, cwd=ROOT, stdout=told, stderr=told
        )
        try:
            await _ready(child, told)
            yield child
        finally:
            if child.poll() is None:
                child.terminate()
            await asyncio.to_thread(child.wait, 30)


async def _ready(child: subprocess.Popen[bytes], told: IO[str]) -> None:
    """Wait until the worker says so; a busy machine may take long to load it."""
    async with asyncio.timeout(120):
        while "worker_ready" not in os.pread(told.fileno(), 1_000_000, 0).decode():
            assert child.poll() is None, "the worker ended before it was ready"
            await asyncio.sleep(0.1)


async def until_done(world: World, seconds: float) -> None:
    async with asyncio.timeout(seconds):
        while await jobs_left(world.services.database):  # noqa: ASYNC110 - other processes raise no event
            await asyncio.sleep(0.1)


@asynccontextmanager
async def on_the_real_clock(world: World) -> AsyncIterator[None]:
    """Worker processes have the machine's clock; so has the stage meanwhile."""
    stopped = world.services.clock
    world.services.clock = world.services.database.clock = SystemClock()
    try:
        yield
    finally:
        world.services.clock = world.services.database.clock = stopped


async def asks_five_times(world: World, person: Person) -> None:
    for number in range(5):
        genuine = world.stage.providers.genuine[Channel.SMS]
        now = world.services.clock.now()
        await world.stage.post(
            genuine.text(f"how much do i owe? {number}", sender=person.phone, at=now, number=900 + number)
        )


async def test_another_worker_takes_over_within_fifteen_seconds_of_a_kill(world: World) -> None:
    grace = await world.borrower(verified=True)
    async with on_the_real_clock(world):
        await world.knows(grace)
        world.stage.providers.stand_ins[Channel.SMS].will(Fault.SILENT)
        async with worker(world) as first:
            await asks_five_times(world, grace)
            async with asyncio.timeout(40):
                while not world.stage.providers.stand_ins[Channel.SMS].calls:  # noqa: ASYNC110 - as above
                    await asyncio.sleep(0.05)
            first.send_signal(signal.SIGKILL)
            async with worker(world):
                began = asyncio.get_running_loop().time()
                await until_done(world, 60)
                took = asyncio.get_running_loop().time() - began
    messages = await world.messages(grace)
    taken = world.stage.providers.stand_ins[Channel.SMS].taken
    keys = [item.request["StatusCallback"] for item in taken]
    assert took < 25  # fifteen seconds to take over, and the turns that had waited
    assert not [message for message in messages if message.state == "planned"]
    # By night in Chicago the gate lets only the first answer go; the other one waits, decided.
    due = [message for message in messages if message.state != "deferred"]
    assert len(keys) == len(set(keys)) == len(due) >= 1


async def test_a_message_whose_answer_was_lost_is_never_sent_again(world: World) -> None:
    grace = await world.borrower(verified=True)
    world.stage.providers.stand_ins[Channel.SMS].will(Fault.CUT)

    await world.writes(grace, "how much do i owe?")
    await world.stage.settle()

    [message] = await world.messages(grace)
    assert message.state == "sent"
    assert len(world.said_to(grace)) == 1


async def test_a_receipt_settles_what_was_unknown(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "how much do i owe?")
    async with world.services.database.begin() as work:
        await work.session.execute(text("update outbound set state = 'unknown', provider_id = null"))
    [message] = await world.messages(grace)
    told = DeliveryUpdate(
        Channel.SMS, "SM-late", DeliveryState.DELIVERED, world.services.clock.now(), our_key=message.key
    )

    async with world.services.database.begin() as work:
        await outbound.report(work, told)

    [message] = await world.messages(grace)
    assert (message.state, message.delivery) == ("sent", "delivered")


async def test_delivery_states_never_go_back(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "how much do i owe?")
    [message] = await world.messages(grace)
    assert message.provider_id is not None

    for state in (DeliveryState.DELIVERED, DeliveryState.SENT, DeliveryState.QUEUED):
        async with world.services.database.begin() as work:
            await outbound.report(
                work, DeliveryUpdate(Channel.SMS, message.provider_id, state, world.services.clock.now())
            )

    [message] = await world.messages(grace)
    assert message.delivery == "delivered"


async def test_a_provider_that_is_busy_is_asked_again_and_sends_once(world: World) -> None:
    grace = await world.borrower(verified=True)
    world.stage.providers.stand_ins[Channel.SMS].will(Fault.BUSY, after=1)

    await world.writes(grace, "how much do i owe?")

    assert len(world.said_to(grace)) == 1
    assert [message.state for message in await world.messages(grace)] == ["sent"]


async def test_a_carriers_block_becomes_our_opt_out(world: World) -> None:
    grace = await world.borrower(verified=True)
    world.stage.providers.stand_ins[Channel.SMS].will(Fault.REFUSED, code="21610")

    await world.writes(grace, "how much do i owe?")

    assert (await world.point(grace)).opted_out_at is not None


async def test_stop_is_honoured_while_assistant_and_workers_are_down(world: World) -> None:
    grace = await world.borrower(verified=True)

    await world.writes(grace, "please stop texting me", settle=False)

    assert (await world.point(grace)).opted_out_at is not None


async def test_a_sender_that_died_leaves_its_message_unknown_not_resent(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "how much do i owe?")
    async with world.services.database.begin() as work:
        await work.session.execute(text("update outbound set state = 'sending'"))
    world.stage.clock.set(world.stage.clock.now() + timedelta(minutes=5))

    lost = await out.give_up_lost(world.services)

    assert lost == 1
    assert [message.state for message in await world.messages(grace)] == ["unknown"]
    assert len(world.said_to(grace)) == 1


async def test_a_job_is_rolled_back_with_its_transaction(world: World) -> None:
    grace = await world.borrower(verified=True)
    conversation = await world.conversation(grace)

    try:
        async with world.services.database.begin() as work:
            await queue.turn(work, conversation.id, lane_of(conversation))
            raise KeyError("the business part fails")
    except KeyError:
        pass

    assert await jobs_left(world.services.database) == 0


async def test_a_turn_run_again_ends_as_it_did(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I can pay 200 on friday by card")
    conversation = await world.conversation(grace)
    async with world.services.database.begin() as work:
        await work.session.execute(text("update turn set finished_at = null"))
        await queue.turn(work, conversation.id, lane_of(conversation))

    await world.stage.settle()

    assert len(world.said_to(grace)) == 1
    assert [row.status for row in await world.promises(grace)] == ["pending"]


async def test_events_that_ask_nothing_are_taken_in_quietly(world: World) -> None:
    became = await take_in(world.services, WebhookAnswer([Ignored("a group chat")]))

    assert [item.kind for item in became] == ["ignored"]
