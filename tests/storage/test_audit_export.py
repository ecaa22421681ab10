"""What a regulator is given: every message with its decision, in any script, provable offline."""

from __future__ import annotations

import asyncio
import copy
import json
import uuid
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from core.errors import Invalid, NotFound
from storage import audit, audit_export, audit_page, conversations, outbound, stops
from storage.audit_chain import Link
from tests.support.world import Person, World
from tools.commands.audit import command

DAY = date(2026, 5, 13)


async def made(world: World) -> tuple[Person, dict[str, Any]]:
    """A reminder that was sent, a Chinese text of an agent that was stopped, and a stop."""
    grace = await world.borrower()
    await world.remind(grace)
    talk = await world.conversation(grace)
    async with world.services.database.begin() as work:
        here = await conversations.load(work, talk.id)
        key = await outbound.plan(
            work, here, key=str(uuid.uuid4()), purpose="agent_message", text="<b>请还款</b>"
        )
        assert key is not None
        await outbound.record(
            work,
            await outbound.load(work, key),
            outcome="block",
            rules=[{"id": "cn.hours", "outcome": "block", "reference": "个人贷款 §1", "why": "太晚"}],
            facts={},
            versions={"cn": "3"},
            next_allowed_at=None,
        )
        await stops.flag(work, grace.borrower_id, "cease_all", "agent")
    async with world.services.database.begin() as work:
        return grace, await audit_export.of_borrower(work, "B1", DAY, DAY)


async def chain(world: World) -> list[list[Link]]:
    async with world.services.database.begin() as work:
        return [page async for page in audit.pages(work.session)]


async def test_an_export_holds_each_message_with_what_let_it_go_or_stopped_it(world: World) -> None:
    grace, found = await made(world)

    sent, stopped = found["messages"]
    assert (sent["address"], sent["decision"]["outcome"]) == (grace.phone, "allow")
    assert sent["text"] in world.said_to(grace)
    assert set(sent["decision"]["versions"]) >= {"us_federal", "policy"}
    assert [rule["id"] for rule in stopped["decision"]["rules"]] == ["cn.hours"]
    assert [(row["kind"], row["detail"]) for row in found["consents"]] == [("flag", {"flag": "cease_all"})]
    assert {sent["id"], stopped["id"]} <= {entry["subject"] for entry in found["chain"]["entries"]}


async def test_days_outside_hold_nothing_and_an_unknown_borrower_is_said(world: World) -> None:
    await made(world)
    async with world.services.database.begin() as work:
        other = await audit_export.of_borrower(work, "B1", date(2026, 5, 14), date(2026, 5, 20))
        with pytest.raises(NotFound):
            await audit_export.of_borrower(work, "nobody", DAY, DAY)
        with pytest.raises(Invalid):
            await audit_export.of_borrower(work, "B1", DAY, date(2026, 5, 1))

    assert (other["messages"], other["consents"], other["chain"]["entries"]) == ([], [], [])


async def test_the_page_shows_everything_and_runs_nothing_that_somebody_wrote(world: World) -> None:
    _, found = await made(world)

    page = audit_page.page(found)

    assert "&lt;b&gt;请还款&lt;/b&gt;" in page
    assert "<b>请还款" not in page
    assert "个人贷款 §1" in page
    assert found["chain"]["last_hash"] in page
    assert "http" not in page


def _body(export: dict[str, Any]) -> None:
    export["chain"]["entries"][0]["body"]["rules"] = ["none"]


def _text(export: dict[str, Any]) -> None:
    export["messages"][0]["text"] += " or else"


def _swapped(export: dict[str, Any]) -> None:
    export["chain"]["entries"].reverse()


async def test_what_the_borrower_wrote_is_sealed_and_a_correction_of_it_too(world: World) -> None:
    grace = await world.borrower()
    await world.remind(grace)
    await world.writes(grace, "I can pay 200 on friday", settle=False)
    async with world.services.database.begin() as work:
        found = await audit_export.of_borrower(work, "B1", DAY, DAY)
    (row,) = (row for row in found["messages"] if row["direction"] == "in")

    whole = audit_export.faults(found)
    row["text"] = "I can pay 2000 on friday"

    assert whole == []
    assert audit_export.faults(found) == [f"the text of message {row['id']} was changed"]


@pytest.mark.parametrize("tampering", [_body, _swapped, _text])
async def test_an_export_is_verified_without_the_database(
    world: World, tampering: Callable[[dict[str, Any]], None]
) -> None:
    _, found = await made(world)
    pages = await chain(world)

    changed = copy.deepcopy(found)
    tampering(changed)

    assert audit_export.faults(found, iter(pages)) == []
    assert audit_export.faults(changed)
    assert len(audit_export.faults(found, iter([]))) == len(found["chain"]["entries"])


async def test_the_command_tells_a_whole_export_from_a_changed_one(world: World, tmp_path: Path) -> None:
    _, found = await made(world)
    file = tmp_path / "export.json"

    file.write_text(json.dumps(found))
    whole = await asyncio.to_thread(CliRunner().invoke, command, ["verify", "--export", str(file)])
    _body(found)
    file.write_text(json.dumps(found))
    broken = await asyncio.to_thread(CliRunner().invoke, command, ["verify", "--export", str(file)])

    assert (whole.exit_code, "as they were written" in whole.output) == (0, True)
    assert (broken.exit_code, "was changed" in broken.output) == (1, True)


@pytest.mark.parametrize("told", [{}, {"format": "other"}, {"format": audit_export.FORMAT, "chain": None}])
def test_what_is_no_export_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        audit_export.faults(told)
