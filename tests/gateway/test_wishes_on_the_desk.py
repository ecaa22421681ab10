"""What a borrower wished for of when and where to be written to is seen on the desk, and lifted by two people."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from core.errors import Conflict, Invalid
from gateway.pipelines import handoff, lifting, wished
from storage import desk, liftings
from storage.people import ConsentEvent, PreferenceRule
from tests.gateway.test_address_book import DeskWindow
from tests.gateway.test_lifting import audited, supervisor
from tests.support.world import Person, World

TODAY = date(2026, 5, 13)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]


def rule(*windows: dict[str, Any], wanted: str | None = None, unwanted: str | None = None) -> PreferenceRule:
    return PreferenceRule(
        id=uuid.uuid4(),
        windows=list(windows),
        channel_wanted=wanted,
        channel_unwanted=unwanted,
        at=datetime(2026, 5, 12, tzinfo=UTC),
    )


def window(days: list[str], start: str = "00:00", end: str = "24:00", **more: Any) -> dict[str, Any]:
    return {"days": days, "date": None, "from": start, "to": end, "wanted": True, **more}


@pytest.mark.parametrize(
    ("told", "language", "words"),
    [
        (rule(window([], "20:00")), "en", ("only every day, from 20:00",)),
        (rule(window([*WEEKDAYS, "sat", "sun"], "09:00", "12:00", wanted=False)), "en", ("not every day, 09:00–12:00",)),
        (rule(window([*WEEKDAYS, "sun"], "17:00", "19:30")), "en", ("only Mon–Fri, Sun, 17:00–19:30",)),
        (rule(window(["sat", "sun"], wanted=False)), "es", ("no sáb, dom",)),
        (rule(window([], wanted=False, until="2026-06-01")), "en", ("not until Mon, Jun 1",)),
        (rule(window([], "17:00", date="2026-05-14")), "zh-Hans", ("只要：5月14日周四, 17:00之后",)),
        (rule({"place": "work", "wanted": False}), "en", ("not at work",)),
        (rule(wanted="email", unwanted="phone"), "zh-Hant", ("只要：電子郵件", "不要：電話")),
    ],
)  # fmt: skip
def test_a_wish_is_said_in_the_agents_language(
    told: PreferenceRule, language: str, words: tuple[str, ...]
) -> None:
    (found,) = wished.in_words([told], language, today=TODAY)

    assert found.words == words


def test_a_wish_for_a_day_that_is_past_is_not_shown() -> None:
    assert wished.in_words([rule(window([], date="2026-05-12"))], "en", today=TODAY) == []


async def wishing(world: World) -> tuple[Person, uuid.UUID, str]:
    """A borrower who wishes for evenings, the conversation, and the name by which the wish is lifted."""
    grace = await world.borrower(verified=True)
    await world.writes(grace, "please only text me after 6pm")
    conversation = (await world.conversation(grace)).id
    async with world.services.database.begin() as work:
        (wish,) = (await desk.whole(work, conversation)).wishes
    return grace, conversation, f"wish:{wish.id}"


async def wishes(world: World, conversation: uuid.UUID) -> int:
    async with world.services.database.begin() as work:
        return len((await desk.whole(work, conversation)).wishes)


async def test_a_wish_that_was_misread_goes_once_a_second_person_agrees(world: World) -> None:
    ana, eva = await world.agent(), await supervisor(world, "Eva")
    grace, conversation, name = await wishing(world)
    await handoff.claim(world.services, conversation, ana)

    state = await lifting.lift(
        world.services, conversation, ana, name, "Said on the phone: any time is fine."
    )
    assert (state, await wishes(world, conversation)) == ("waiting", 1)
    async with world.services.database.begin() as work:
        (row,) = await liftings.waiting(work, grace.borrower_id)
    await lifting.settle(world.services, row.lifting.id, eva, agreed=True)

    assert await wishes(world, conversation) == 0
    (done,) = await audited(world, "lifting.done")
    assert (done.body["name"], done.body["by"]) == (name, str(eva.id))
    async with world.services.database.begin() as work:
        told = await work.session.scalar(select(ConsentEvent).where(ConsentEvent.kind == "wish_lifted"))
    assert told is not None
    assert (told.borrower_id, told.source) == (grace.borrower_id, "agent eva")


async def test_somebody_elses_wish_or_one_that_is_gone_is_not_lifted(world: World) -> None:
    ana, eva = await world.agent(), await supervisor(world, "Eva")
    _, conversation, name = await wishing(world)
    other = await world.borrower(verified=True)
    await handoff.claim(world.services, conversation, ana)
    theirs = (await world.conversation(other)).id

    with pytest.raises(Invalid, match="no wish"):
        await lifting.lift(world.services, theirs, eva, name, "Said so on the phone.")
    for broken in ("wish:", "wish:x", f"wish:{uuid.uuid4()}"):
        with pytest.raises(Invalid, match="no wish"):
            await lifting.lift(world.services, conversation, ana, broken, "Said so on the phone.")
    with pytest.raises(Conflict, match="do not hold"):
        await lifting.lift(world.services, theirs, ana, name, "Said so on the phone.")


async def test_the_page_says_what_was_wished_for_and_in_words_what_was_told(world: World) -> None:
    window = await DeskWindow.of(world)
    _, conversation, name = await wishing(world)
    await handoff.claim(world.services, conversation, window._agent)

    page = await window.sees(f"/desk/c/{conversation}")
    pressed = await window.presses(f"/desk/c/{conversation}/lift", name=name, reason="Any time is fine now.")

    assert "only every day, from 18:00" in page
    assert pressed.status_code == 303
    assert "wish of when and where" in await window.sees("/desk/deadlines")


async def test_what_is_asked_for_is_named_in_words(world: World) -> None:
    window = await DeskWindow.of(world)
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I lost my job")

    page = await window.sees(f"/desk/c/{(await world.conversation(grace)).id}")

    assert "lost the job</dd>" in page
    assert not any("_" in value for value in re.findall(r"<dd>([^<]*)</dd>", page))
