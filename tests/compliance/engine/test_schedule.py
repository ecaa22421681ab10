"""Open spans of a day equal what walking its minutes finds, in any zones and through any change of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.engine.schedule import Schedule, open_spans

# Half-hour clocks, a change of half an hour, changes at midnight, a day that was left out.
ZONES = (
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",
    "America/Havana",
    "America/Santiago",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "Europe/London",
    "Pacific/Apia",
)
DAYS = st.one_of(
    st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    st.sampled_from(
        [
            date(2026, *day)
            for day in ((3, 8), (3, 29), (4, 4), (4, 5), (4, 24), (9, 5), (9, 6), (10, 3), (10, 25), (11, 1))
        ]
    ),
    st.just(date(2011, 12, 30)),
)
SPANS = st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 1440)), min_size=1, max_size=3)


def _schedule(spans: list[tuple[int, int]]) -> Schedule:
    def open_at(local: datetime) -> bool:
        minute = local.hour * 60 + local.minute
        return any(start <= minute < end for start, end in spans)

    return Schedule(open_at, {minute for span in spans for minute in span})


@settings(max_examples=60, deadline=None)
@given(day=DAYS, spans=SPANS, names=st.lists(st.sampled_from(ZONES), min_size=1, max_size=3, unique=True))
def test_spans_are_what_walking_the_minutes_finds(
    day: date, spans: list[tuple[int, int]], names: list[str]
) -> None:
    schedule, zones = _schedule(spans), tuple(ZoneInfo(name) for name in names)
    start = datetime.combine(day, time(), UTC)
    walked = {
        at
        for at in (start + timedelta(minutes=minute) for minute in range(1440))
        if all(schedule.open_at(at.astimezone(zone)) for zone in zones)
    }
    found = {
        since + timedelta(minutes=minute)
        for since, until in open_spans(schedule, zones, day)
        for minute in range(int((until - since) / timedelta(minutes=1)))
    }
    assert found == walked


@pytest.mark.parametrize(
    ("zone", "at", "opens"),
    [
        # 02:30 is left out in spring and told twice in autumn.
        ("America/New_York", "2026-03-08T05:00+00:00", "2026-03-08T07:00+00:00"),
        ("America/New_York", "2026-11-01T05:00+00:00", "2026-11-01T07:30+00:00"),
        # Half an hour, and midnight itself.
        ("Australia/Lord_Howe", "2026-10-03T12:00+00:00", "2026-10-03T15:30+00:00"),
        ("America/Havana", "2026-03-08T01:00+00:00", "2026-03-08T06:30+00:00"),
    ],
)
def test_it_opens_at_half_past_two_or_with_the_clock(zone: str, at: str, opens: str) -> None:
    schedule = _schedule([(150, 480)])
    assert schedule.opens_after(datetime.fromisoformat(at), (ZoneInfo(zone),)) == datetime.fromisoformat(
        opens
    )


def test_what_never_opens_has_no_next_moment() -> None:
    schedule = Schedule(lambda local: False, ())
    assert schedule.opens_after(datetime(2026, 11, 18, tzinfo=UTC), (ZoneInfo("Asia/Tokyo"),)) is None
