"""What the running service sent, exported and audited: the auditor reads the product's own exports, and agrees."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from core.messages import Channel
from storage import audit_export
from tests.support.world import Person, World
from tools.auditor.replay import audit

LENDER = "Riverbank"


async def exported(world: World, reference: str = "B1") -> dict[str, Any]:
    async with world.services.database.begin() as work:
        first = work.now.date() - timedelta(days=3)
        return await audit_export.of_borrower(work, reference, first, date(2026, 12, 31))


async def lives(world: World, person: Person, *texts: str) -> dict[str, Any]:
    """A reminder, what the person answers, and the export of it all."""
    clock = world.stage.clock
    await world.remind(person)
    for text in texts:
        clock.set(clock.now() + timedelta(minutes=7))
        await world.writes(person, text)
    return await exported(world)


def sent(export: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for row in export["messages"] if row.get("state") == "sent"]


@pytest.mark.parametrize(
    ("place", "language", "channel", "texts"),
    [
        (
            "US-IL",
            "en",
            Channel.SMS,
            ("yes", "30 January 1990", "I can pay 200 on Friday by card", "yes", "STOP"),
        ),
        ("US-IL", "en", Channel.TELEGRAM, ("yes", "30 January 1990", "I want to talk to a person")),
        ("US-IL", "en", Channel.SMS, ("yes, who is this?", "I filed for bankruptcy last week")),
        ("CN", "zh-Hans", Channel.SMS, ("是我", "1990年1月30日", "周五还两百，银行卡", "对")),
    ],
    ids=["promise", "telegram", "bankruptcy", "china"],
)
async def test_a_conversation_of_the_service_is_found_clean(
    world: World, place: str, language: str, channel: Channel, texts: tuple[str, ...]
) -> None:
    if place == "CN":
        world.stage.clock.set(world.stage.clock.now() + timedelta(hours=12))
    person = await world.borrower(place=place, language=language, channel=channel)

    export = await lives(world, person, *texts)

    assert len(sent(export)) > 2
    assert [each.as_json() for each in audit(export)] == []


async def test_what_left_against_the_law_is_found_in_a_real_export(world: World) -> None:
    export = await lives(world, await world.borrower(), "yes")
    first, *_ = sent(export)
    first["text"] = (
        first["text"].replace("automated assistant", "colleague").replace("Reply STOP to opt out.", "")
    )
    first["at"] = "2026-05-13T04:30:00+00:00"

    found = {each.breach.rule.id for each in audit(export) if each.message == first["id"]}

    assert {
        "us-federal.waking-hours-creditor",
        "house.automated-assistant",
        "us-federal.opt-out-line",
    } <= found
