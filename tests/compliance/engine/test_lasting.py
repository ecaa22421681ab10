"""How long a permission lasts is exact: walked minute by minute, and on either side of the instant itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from compliance.engine import allowed_until, decide
from compliance.facts import Past
from compliance.flags import read_flags
from core.errors import Invalid
from tests.compliance.engine.test_next_allowed import BASE, CHANGES, INSTANTS, ZONES

AN_INSTANT = timedelta(microseconds=1)
CHICAGO = replace(BASE, recipient_tz="America/Chicago", collector_type="first_party")
NOON = datetime(2026, 5, 13, 17, 0, tzinfo=UTC)


def at(hour: int, minute: int = 0, day: int = 13) -> datetime:
    """That time of a day in May in Chicago."""
    return datetime(2026, 5, day, 5, 0, tzinfo=UTC) + timedelta(hours=hour, minutes=minute)


def test_a_reminder_may_wait_until_nine_in_the_evening() -> None:
    assert allowed_until(CHICAGO, NOON) == at(21)


def test_the_earliest_evening_of_all_possible_zones_ends_it() -> None:
    both = replace(CHICAGO, zones=("America/New_York",))

    assert allowed_until(both, NOON) == at(20)


def test_a_wish_ends_it_earlier() -> None:
    wished = replace(CHICAGO, flags=read_flags(["inconvenient_time:15:30-17:00"]))

    assert allowed_until(wished, NOON) == at(15, 30)


def test_the_lenders_own_quiet_hours_end_it_earlier() -> None:
    assert allowed_until(replace(CHICAGO, quiet_spans=("18:15-09:00",)), NOON) == at(18, 15)


def test_free_text_on_whatsapp_may_wait_until_the_platforms_window_shuts() -> None:
    wrote = Past(at=at(14, 20, day=12), kind="inbound", channel="whatsapp")
    free = replace(CHICAGO, channel="whatsapp", approved_template=None, history=(wrote,))

    assert allowed_until(free, NOON) == at(14, 20)
    assert allowed_until(replace(free, approved_template=True), NOON) == at(21)


def test_an_answer_to_a_message_of_the_night_may_wait_an_hour() -> None:
    wrote = Past(at=at(2), kind="inbound", channel="sms")
    reply = replace(CHICAGO, purpose="reply", history=(wrote,))
    asked_at = at(2, 10)

    assert decide(reply, asked_at).allowed
    until = allowed_until(reply, asked_at)
    assert until is not None
    assert until - AN_INSTANT == at(3)


def test_a_confirmation_of_a_stop_may_wait_five_minutes() -> None:
    stop = Past(at=NOON - timedelta(minutes=2), kind="inbound_optout", channel="sms")
    confirmation = replace(CHICAGO, purpose="opt_out_confirmation", discloses=False, history=(stop,))

    assert decide(confirmation, NOON).allowed
    assert allowed_until(confirmation, NOON) == NOON + timedelta(minutes=3) + AN_INSTANT


def test_what_nothing_ends_within_a_day_has_no_end() -> None:
    assert allowed_until(replace(CHICAGO, direction="inbound"), NOON) is None


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(Invalid):
        allowed_until(CHICAGO, NOON.replace(tzinfo=None))


HISTORY = st.lists(
    st.builds(
        lambda minutes, channel, kind: (minutes, channel, kind),
        st.integers(0, 60 * 24 * 4),
        st.sampled_from(["sms", "whatsapp", "email"]),
        st.sampled_from(["outbound", "inbound", "outbound_reply", "inbound_optin", "consent_request"]),
    ),
    max_size=4,
)
WISHES = st.lists(
    st.sampled_from(
        ["inconvenient_time:09:00-12:30", "inconvenient_time:17:45-19:00", "inconvenient_day:thu"]
    ),
    max_size=2,
    unique=True,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(
    asked_at=st.one_of(INSTANTS, CHANGES),
    place=st.sampled_from(["US-IL", "US-FL", "US-MA", "CN", "GB", "IN", "MX", "KR"]),
    channel=st.sampled_from(["sms", "whatsapp", "wechat", "email"]),
    purpose=st.sampled_from(["reminder", "reply", "agent_message"]),
    template=st.sampled_from([True, None]),
    zones=st.lists(st.sampled_from(ZONES), max_size=2, unique=True),
    history=HISTORY,
    wishes=WISHES,
)
def test_it_ends_when_the_gate_first_says_no(
    asked_at: datetime,
    place: str,
    channel: str,
    purpose: str,
    template: bool | None,
    zones: list[str],
    history: list[tuple[int, str, str]],
    wishes: list[str],
) -> None:
    facts = replace(
        BASE,
        jurisdiction=place,
        collector_type="first_party",
        channel=channel,
        purpose=purpose,
        approved_template=template,
        zones=tuple(zones),
        flags=read_flags(wishes),
        history=tuple(
            Past(at=asked_at - timedelta(minutes=minutes), kind=kind, channel=on)
            for minutes, on, kind in history
        ),
    )
    assume(decide(facts, asked_at).allowed)

    until = allowed_until(facts, asked_at)

    refused = (asked_at + timedelta(minutes=m) for m in range(1, 24 * 60 + 1))
    walked = next((moment for moment in refused if not decide(facts, moment).allowed), None)
    if until is None:
        assert walked is None
        return
    assert not decide(facts, until).allowed
    assert decide(facts, until - AN_INSTANT).allowed
    assert walked is None or walked - timedelta(minutes=1) < until <= walked
