"""The next permitted moment is never too early, and exact: walked minute by minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compliance.engine import Outcome, decide
from compliance.facts import Facts, Past
from compliance.flags import read_flags
from compliance.parts import ALL

ZONES = (
    "America/New_York",
    "America/Los_Angeles",
    "America/Phoenix",
    "Pacific/Honolulu",
    "America/St_Johns",
    "Europe/London",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "America/Santiago",
    "America/Havana",
    "Asia/Kathmandu",
)
BASE = Facts(
    jurisdiction="US",
    collector_type="third_party",
    channel="sms",
    purpose="reminder",
    consent=True,
    verified=True,
    discloses=True,
    parts=ALL,
    approved_template=True,
    platform_permits=True,
)
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2029, 12, 31)).map(  # noqa: DTZ001  # made aware below
    lambda naive: naive.replace(tzinfo=UTC, second=0, microsecond=0)
)
# The days around which clocks change in one of the zones.
CHANGES = st.sampled_from(
    [
        datetime(2026, *day, tzinfo=UTC)
        for day in ((3, 8), (3, 29), (4, 4), (4, 24), (9, 5), (10, 4), (10, 25), (11, 1))
    ]
).flatmap(lambda day: st.integers(-2880, 2880).map(lambda minutes: day + timedelta(minutes=minutes)))


def _awake(at: datetime, zones: list[str]) -> bool:
    return all(8 <= at.astimezone(ZoneInfo(zone)).hour < 21 for zone in zones)


@settings(max_examples=150, deadline=None)
@given(at=st.one_of(INSTANTS, CHANGES), zones=st.lists(st.sampled_from(ZONES[:5]), min_size=1, max_size=3))
def test_waking_hours_are_exact_to_the_minute(at: datetime, zones: list[str]) -> None:
    decision = decide(replace(BASE, zones=tuple(zones)), at)
    walked = at
    while not _awake(walked, zones):
        walked += timedelta(minutes=1)
    assert (decision.next_allowed_at or at) == walked
    assert decision.allowed == (walked == at)


HISTORY = st.lists(
    st.builds(
        lambda hours, channel, kind, debt: (hours, channel, kind, debt),
        st.integers(0, 24 * 9),
        st.sampled_from(["sms", "voice", "email"]),
        st.sampled_from(
            ["outbound", "conversation", "attempt_unanswered", "inbound", "outbound_direct_contact"]
        ),
        st.sampled_from(["A", "B", None]),
    ),
    max_size=8,
)
WISHES = st.lists(
    st.sampled_from(
        [
            "inconvenient_time:09:00-17:00",
            "inconvenient_time:18:30-02:30",
            "inconvenient_time:00:00-12:15",
            "inconvenient_day:saturday",
            "inconvenient_day:mon",
            "agreed_hours:21:00-22:30",
            "hardship_grace_until:2026-03-30",
            "breathing_space_until:2026-10-26",
        ]
    ),
    max_size=3,
    unique=True,
)
PLACES = st.sampled_from(
    [
        ("US", "America/New_York"),
        ("US-MA", "America/New_York"),
        ("US-NYC", "America/New_York"),
        ("US-WA", "America/Los_Angeles"),
        ("CN", "Asia/Shanghai"),
        ("GB", "Europe/London"),
        ("AU", "Australia/Lord_Howe"),
        ("CL", "America/Santiago"),
        ("CO", "America/Bogota"),
        ("CA-ON", "America/St_Johns"),
        ("TH", "Asia/Bangkok"),
        ("KR", "Asia/Seoul"),
    ]
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    at=st.one_of(INSTANTS, CHANGES),
    place=PLACES,
    history=HISTORY,
    wishes=WISHES,
    channel=st.sampled_from(["sms", "voice"]),
    elsewhere=st.lists(st.sampled_from(ZONES), max_size=2),
)
def test_never_too_early_and_never_too_late(
    at: datetime,
    place: tuple[str, str],
    history: list[tuple[int, str, str, str | None]],
    wishes: list[str],
    channel: str,
    elsewhere: list[str],
) -> None:
    facts = replace(
        BASE,
        jurisdiction=place[0],
        recipient_tz=place[1],
        zones=tuple(elsewhere),
        channel=channel,
        debt="A",
        flags=read_flags(wishes),
        history=tuple(
            Past(at=at - timedelta(hours=hours, minutes=7), kind=kind, channel=by, debt=debt)
            for hours, by, kind, debt in history
        ),
    )
    decision = decide(facts, at)
    until = decision.next_allowed_at
    assert (decision.outcome is Outcome.DEFER) == (until is not None)
    if until is None:
        return
    assert until > at
    assert decide(facts, until).allowed
    assert not decide(facts, until - timedelta(seconds=1)).allowed
    step = timedelta(minutes=max(1, int((until - at) / timedelta(minutes=120))))
    walked = at
    while walked < until:
        assert not decide(facts, walked).allowed
        walked += step


@pytest.mark.parametrize("zone", ZONES)
def test_a_wish_that_ends_where_the_clock_jumps(zone: str) -> None:
    facts = replace(
        BASE,
        jurisdiction="CN",
        recipient_tz=zone,
        flags=read_flags(["inconvenient_time:08:00-02:30", "agreed_hours:00:00-24:00"]),
    )
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for day in range(0, 365, 1):
        at = start + timedelta(days=day)
        until = decide(facts, at).next_allowed_at
        if until is None:
            continue
        local = until.astimezone(ZoneInfo(zone))
        minute, before = (
            local.hour * 60 + local.minute,
            (until - timedelta(seconds=1)).astimezone(ZoneInfo(zone)),
        )
        assert 150 <= minute < 480
        assert not 150 <= before.hour * 60 + before.minute < 480


def test_hours_that_are_never_free_are_a_block() -> None:
    facts = replace(
        BASE, recipient_tz="America/New_York", flags=read_flags(["inconvenient_time:00:00-24:00"])
    )
    decision = decide(facts, datetime(2026, 11, 18, 17, tzinfo=UTC))
    assert (decision.outcome, decision.next_allowed_at) == (Outcome.BLOCK, None)
