"""A wish about when to write binds the gate: its days, its hours, its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from compliance.engine import decide
from compliance.facts import Facts
from compliance.flags import read_flags
from gateway.pipelines import wishes
from storage.people import PreferenceRule

# A Wednesday in Chicago, 10 in the morning.
SAID = datetime(2026, 5, 13, 15, tzinfo=UTC)
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]
ALL_DAYS = [*WEEKDAYS, "sat", "sun"]


def rule(*windows: dict[str, Any], at: datetime = SAID) -> PreferenceRule:
    return PreferenceRule(windows=list(windows), zone="America/Chicago", at=at)


def window(
    days: list[str] | None = None,
    start: str = "00:00",
    end: str = "24:00",
    *,
    wanted: bool = True,
    **more: str,
) -> dict[str, Any]:
    return {"days": days or [], "date": None, "from": start, "to": end, "wanted": wanted, **more}


def allowed(at: datetime, *rules: PreferenceRule) -> bool:
    facts = Facts(
        jurisdiction="US-IL",
        collector_type="first_party",
        channel="sms",
        purpose="reminder",
        recipient_tz="America/Chicago",
        consent=True,
        verified=True,
        discloses=True,
        platform_permits=True,
    )
    facts = replace(facts, flags=read_flags(wishes.as_flags(rules)))
    spoke = {one.id for one in decide(facts, at).rules if one.outcome == "defer"}
    return "house.wanted-times" not in spoke


@pytest.mark.parametrize(
    ("rules", "days_later", "expected"),
    [
        ([rule(window(WEEKDAYS))], 2, True),
        ([rule(window(WEEKDAYS))], 3, False),
        ([rule(window(["sat", "sun"], wanted=False))], 3, False),
        ([rule(window(["sat", "sun"], wanted=False))], 5, True),
        ([rule(window(wanted=False, date="2026-05-14"))], 1, False),
        ([rule(window(wanted=False, date="2026-05-14"))], 2, True),
        ([rule(window(wanted=False, until="2026-06-01"))], 1, False),
        ([rule(window(wanted=False, until="2026-06-01"))], 18, False),
        ([rule(window(wanted=False, until="2026-06-01"))], 19, True),
        ([rule(window(date="2026-05-20"))], 6, False),
        ([rule(window(date="2026-05-20"))], 7, True),
        # Two windows that are wanted leave both open; what was wished last is what counts.
        ([rule(window(ALL_DAYS, "09:00", "12:00"), window(ALL_DAYS, "17:00", "20:00"))], 1, True),
        ([rule(window(WEEKDAYS)), rule(window(["sat", "sun"]), at=SAID + timedelta(hours=1))], 3, True),
        ([rule(window(WEEKDAYS)), rule(window(["sat", "sun"]), at=SAID + timedelta(hours=1))], 1, False),
        ([rule(window(ALL_DAYS, "18:00", "24:00"))], 1, False),
    ],
)
def test_a_reminder_keeps_to_the_wish(rules: list[PreferenceRule], days_later: int, expected: bool) -> None:
    assert allowed(SAID + timedelta(days=days_later), *rules) is expected


def test_a_channel_stays_refused_until_it_is_wished_for_again() -> None:
    refuses = PreferenceRule(windows=[], zone="America/Chicago", at=SAID, channel_unwanted="sms")
    elsewhere = PreferenceRule(
        windows=[], zone="America/Chicago", at=SAID + timedelta(days=1), channel_wanted="whatsapp"
    )
    again = PreferenceRule(
        windows=[], zone="America/Chicago", at=SAID + timedelta(days=2), channel_wanted="sms"
    )

    assert wishes.as_flags([elsewhere, refuses]) == ["medium_refused:sms"]
    assert wishes.as_flags([again, refuses, elsewhere]) == []


def test_no_calls_at_work_close_every_way_to_work() -> None:
    at_work = PreferenceRule(windows=[{"place": "work", "wanted": False}], zone="America/Chicago", at=SAID)
    wish = wishes.as_flags([at_work])
    facts = Facts(jurisdiction="US-IL", collector_type="first_party", channel="voice", purpose="reminder")

    def closed(*flags: str) -> bool:
        decided = decide(replace(facts, flags=read_flags([*wish, *flags])), SAID)
        return "house.not-at-work-if-refused" in {one.id for one in decided.rules if one.outcome == "block"}

    assert wish == ["inconvenient_place:work"]
    assert closed("place_of_employment")
    assert closed("employer_email")
    assert not closed()
