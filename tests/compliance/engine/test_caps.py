"""Caps against a plain count: calls under Regulation F by calendar days, messages elsewhere by rolling hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.engine import decide
from compliance.facts import Facts, Past
from tests.compliance.engine.test_next_allowed import BASE

ZONE = ZoneInfo("America/Chicago")
AT = datetime(2026, 11, 3, 18, tzinfo=UTC)
CALLS = st.lists(
    st.tuples(
        st.integers(1, 12 * 24 * 60),
        st.sampled_from(
            ["attempt", "attempt_unanswered", "voicemail", "conversation", "attempt_not_connected"]
        ),
        st.sampled_from(["A", "B"]),
    ),
    max_size=14,
)


def _calls(calls: list[tuple[int, str, str]]) -> tuple[Past, ...]:
    return tuple(
        Past(at=AT - timedelta(minutes=minutes), kind=kind, channel="voice", debt=debt)
        for minutes, kind, debt in calls
    )


def _permitted_on(day: date, history: tuple[Past, ...]) -> bool:
    """Regulation F, counted by hand: at most six calls in the six days before and the day, no talk in them."""
    week = [
        past
        for past in history
        if past.debt == "A"
        and past.kind != "attempt_not_connected"
        and day - timedelta(days=6) <= past.at.astimezone(ZONE).date() <= day
    ]
    return len(week) <= 6 and not any(past.kind == "conversation" for past in week)


@settings(max_examples=300, deadline=None)
@given(calls=CALLS)
def test_calls_are_counted_by_calendar_days(calls: list[tuple[int, str, str]]) -> None:
    history = _calls(calls)
    facts = replace(BASE, recipient_tz=ZONE.key, channel="voice", debt="A", history=history)
    decision = decide(facts, AT)
    today = AT.astimezone(ZONE).date()
    if _permitted_on(today, history):
        assert decision.allowed
        return
    day = today
    while not _permitted_on(day, history):
        day += timedelta(days=1)
    assert decision.next_allowed_at == datetime.combine(day, time(8), ZONE).astimezone(UTC)


@settings(max_examples=200, deadline=None)
@given(ages=st.lists(st.integers(1, 10 * 24 * 60), max_size=6, unique=True))
def test_two_texts_in_massachusetts_are_counted_by_hours(ages: list[int]) -> None:
    sent = sorted(AT - timedelta(minutes=age) for age in ages)
    history = tuple(Past(at=at, kind="outbound", channel="sms", debt="A") for at in sent)
    facts: Facts = replace(
        BASE, jurisdiction="US-MA", recipient_tz="America/New_York", debt="A", history=history
    )
    week = timedelta(days=7)

    def permitted(at: datetime) -> bool:
        awake = 8 <= at.astimezone(ZoneInfo("America/New_York")).hour < 21
        return awake and sum(at - week < past <= at for past in sent) < 2

    walked = AT
    while not permitted(walked):
        walked += timedelta(minutes=1)
    decision = decide(facts, AT)
    assert (decision.next_allowed_at or AT) == walked
