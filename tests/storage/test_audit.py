"""The chain: whole as it was written, broken by every change, gap and cut; the same from a file."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from core.errors import Invalid
from storage import audit
from storage.audit_chain import GENESIS, Link, Verdict, Walk, holds, read_lines, written
from tests.support.world import World
from tools.commands.audit import command


async def grown(world: World, entries: int = 12) -> None:
    """A chain whose entries have whole and broken seconds, Chinese, nothing, and lists in them."""
    for number in range(entries):
        world.stage.clock.set(world.stage.clock.now() + timedelta(seconds=1, microseconds=number % 2))
        async with world.services.database.begin() as work:
            work.audit("case.opened", f"案{number}", zulu=None, alpha=["b", "a"], nested={"y": 1, "b": '","'})


async def changed(world: World, statement: str) -> Verdict:
    async with world.services.database.begin() as work:
        await work.session.execute(text("alter table audit disable trigger audit_is_not_changed"))
        await work.session.execute(text(statement))
        await work.session.execute(text("alter table audit enable trigger audit_is_not_changed"))
    async with world.services.database.begin() as work:
        return await audit.verify(work.session)


async def links(world: World) -> list[Link]:
    async with world.services.database.begin() as work:
        return [entry async for page in audit.pages(work.session) for entry in page]


async def test_a_chain_as_it_was_written_holds(world: World) -> None:
    await grown(world)
    async with world.services.database.begin() as work:
        verdict = await audit.verify(work.session)

    assert (verdict.entries, verdict.broken_at) == (12, None)
    assert verdict.last == (await links(world))[-1].hash


@pytest.mark.parametrize(
    "tampering",
    [
        "update audit set body = jsonb_set(body, '{alpha}', '[\"c\"]') where number = 5",
        "update audit set at = at + interval '1 microsecond' where number = 5",
        "update audit set kind = 'case.closed' where number = 5",
        "update audit set subject = '' where number = 5",
        "update audit set hash = previous where number = 5",
        "delete from audit where number = 5",
    ],
)
async def test_every_change_and_gap_is_found(world: World, tampering: str) -> None:
    await grown(world)

    verdict = await changed(world, tampering)

    assert verdict.broken_at == (6 if tampering.startswith("delete") else 5)
    assert verdict.entries == 4


@pytest.mark.parametrize(
    "tampering",
    ["update audit set kind = 'case.closed' where number = 5", "delete from audit", "truncate audit"],
)
async def test_the_database_itself_refuses_to_change_or_take_out_an_entry(
    world: World, tampering: str
) -> None:
    await grown(world)

    with pytest.raises(ProgrammingError, match="append-only"):
        async with world.services.database.begin() as work:
            await work.session.execute(text(tampering))
    assert len(await links(world)) == 12


async def test_a_chain_that_was_cut_no_longer_holds_the_hash_noted_before(world: World) -> None:
    await grown(world)
    noted = (await links(world))[-1].hash

    await changed(world, "delete from audit where number > 10")

    async with world.services.database.begin() as work:
        assert (await audit.verify(work.session)).broken_at is None
        assert (await audit.verify(work.session, seen=noted)).seen is False


def _lines(found: list[Link]) -> Iterator[str]:
    return (json.dumps(written(entry)) for entry in found)


async def test_a_file_of_the_chain_is_verified_without_the_database(world: World) -> None:
    await grown(world)
    walk = Walk()

    for page in read_lines(_lines(await links(world)), size=5):
        assert walk.take(page)

    assert walk.verdict().entries == 12


async def test_the_command_tells_a_whole_file_from_a_changed_one(world: World, tmp_path: Path) -> None:
    await grown(world)
    file, found = tmp_path / "chain.jsonl", await links(world)
    file.write_text("\n".join(_lines(found)))
    asked = ["verify", "--file", str(file), "--seen", found[3].hash.hex()]

    whole = await asyncio.to_thread(CliRunner().invoke, command, asked)
    file.write_text("\n".join(_lines([*found[:6], found[6]._replace(kind="case.closed"), *found[7:]])))
    broken = await asyncio.to_thread(CliRunner().invoke, command, asked)

    assert (whole.exit_code, whole.output.startswith("12 entries, every link holds.")) == (0, True)
    assert (broken.exit_code, "Entry 7 was changed" in broken.output) == (1, True)


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=8,
)


@given(body=st.dictionaries(st.text(st.characters(codec="utf-8")), _VALUES, max_size=4))
def test_whatever_was_written_holds_and_a_change_does_not(body: dict[str, Any]) -> None:
    at = datetime(2026, 5, 13, tzinfo=UTC)
    digest = audit.link(GENESIS, audit.Entry(at, "case.opened", "案", body))
    entry = Link(1, at.isoformat(), "case.opened", "案", body, GENESIS, digest)

    assert holds(entry)
    assert not holds(entry._replace(body={**body, "more": 1}))


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"number": "1"}', "\x00", "null"])
def test_what_is_no_entry_is_named_by_its_line(line: str) -> None:
    with pytest.raises(Invalid, match="line 1"):
        list(read_lines([line]))


def test_an_empty_chain_ends_where_it_begins() -> None:
    assert Walk().verdict() == Verdict(0, last=GENESIS)
