"""What passed, as the gate counts it: contacts that we began, answers, and what has reached the person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from gateway.pipelines import history
from storage.gate import PastMessage

NOW = datetime(2026, 5, 13, 12, 30, tzinfo=UTC)


def passed(*told: tuple[float, str, str, str]) -> list[str]:
    """The kinds under which the gate counts what passed: hours before now, direction, channel, purpose."""
    entries = [
        PastMessage(NOW - timedelta(hours=hours), direction, channel, purpose, None, None)
        for hours, direction, channel, purpose in told
    ]
    return [past.kind for past in history.of(entries)]


def test_an_agents_message_that_answers_nobody_is_a_contact_that_we_began() -> None:
    assert (
        passed((30, "out", "sms", "agent_message"), (20, "out", "sms", "agent_message")) == ["outbound"] * 2
    )


def test_the_first_message_after_theirs_answers_it_and_what_follows_at_once_belongs_to_it() -> None:
    kinds = passed(
        (30, "in", "sms", ""),
        (29.9, "out", "sms", "reply"),
        (29.8, "out", "sms", "agent_message"),
        (20, "out", "sms", "agent_message"),
    )

    assert kinds == ["inbound", "outbound_reply", "outbound_reply", "outbound"]


def test_an_answer_is_given_where_they_wrote_and_within_three_days() -> None:
    assert passed((30, "in", "sms", ""), (29, "out", "whatsapp", "reply")) == ["inbound", "outbound"]
    assert passed((90, "in", "sms", ""), (10, "out", "sms", "reply")) == ["inbound", "outbound"]


def test_a_message_that_they_wrote_back_to_has_reached_them() -> None:
    kinds = passed((50, "out", "sms", "reminder"), (49, "out", "whatsapp", "reminder"), (40, "in", "sms", ""))

    assert kinds == ["outbound_direct_contact", "outbound", "inbound"]


def test_a_question_for_whereabouts_is_counted_as_one() -> None:
    assert passed((50, "out", "sms", "location_inquiry")) == ["location_inquiry"]
