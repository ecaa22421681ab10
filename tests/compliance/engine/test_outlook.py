"""Which channels are closed to reminders, and until when."""

from __future__ import annotations

from datetime import UTC, datetime

from compliance.engine.outlook import HeldBack, held_back
from compliance.facts import from_line

LINE = {
    "jurisdiction": "CN",
    "channel": "sms",
    "recipient_tz": "Asia/Shanghai",
    "now_utc": "2026-11-18T04:00:00Z",
}
MORNING = datetime(2026, 11, 19, tzinfo=UTC)


def test_by_day_nothing_is_held_back() -> None:
    facts, at = from_line(LINE)
    assert held_back(facts, at, ["sms", "wechat"]) == ()


def test_who_refused_one_channel_keeps_the_other() -> None:
    facts, at = from_line({**LINE, "flags": ["opted_out_sms"]})
    assert held_back(facts, at, ["sms", "wechat"]) == (HeldBack("sms", None),)


def test_at_night_all_waits_and_what_was_refused_stays_so() -> None:
    facts, at = from_line({**LINE, "now_utc": "2026-11-18T15:00:00Z", "flags": ["opted_out_sms"]})
    assert held_back(facts, at, ["sms", "wechat"]) == (HeldBack("all", MORNING), HeldBack("sms", None))


def test_a_death_closes_everything() -> None:
    facts, at = from_line({**LINE, "flags": ["deceased"]})
    assert held_back(facts, at, ["sms", "wechat"]) == (HeldBack("all", None),)
