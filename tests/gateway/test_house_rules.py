"""What the house holds back: reminders while a stop is asked about, demands of agents on whom nothing is asked of any more."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gateway.pipelines.house_rules import STOP_QUESTION_HOLDS, objections, too_many
from storage.gate import OnFile, PastMessage
from storage.talk import Outbound
from tests.actions.making import POLICY
from tests.gateway.test_facts import NOW, on_file


def rules(known: OnFile, purpose: str = "reminder") -> list[str]:
    return [item.id for item in objections(known, purpose=purpose, discloses=True, now=NOW)]


def asked(ago: timedelta) -> OnFile:
    """A reminder to somebody whom we asked so long ago whether we should stop."""
    return replace(on_file(), stop_asked_at=NOW - ago)


def test_a_reminder_waits_for_the_answer() -> None:
    assert rules(asked(timedelta(days=1))) == ["kept.stop-asked"]
    assert rules(asked(STOP_QUESTION_HOLDS - timedelta(seconds=1))) == ["kept.stop-asked"]


def test_after_a_month_without_an_answer_a_reminder_may_go_and_without_the_question_at_once() -> None:
    assert rules(asked(STOP_QUESTION_HOLDS)) == []
    assert rules(on_file()) == []


@pytest.mark.parametrize("purpose", ["reply", "agent_message", "payment_receipt", "legal_notice"])
def test_answers_and_what_is_owed_to_them_go_all_the_same(purpose: str) -> None:
    assert rules(asked(timedelta(hours=1)), purpose) == []


def test_who_said_stop_is_not_asked_whether_they_meant_it() -> None:
    known = on_file()
    known.point.opted_out_at = NOW
    question = Outbound(purpose="reply", says=[{"key": "stop.did_you_mean", "parameters": {}}])
    confirmation = Outbound(
        purpose="opt_out_confirmation", says=[{"key": "stop.confirmed", "parameters": {}}]
    )

    assert rules(replace(known, message=question), "reply") == ["kept.stopped"]
    assert rules(replace(known, message=confirmation), "opt_out_confirmation") == []


def draft(
    text: str, *, unread: bool = False, holds: tuple[str, ...] = (), flags: tuple[str, ...] = ()
) -> OnFile:
    """An agent's draft to a borrower of whom this is on file."""
    known = on_file()
    assert known.account is not None
    assert known.borrower is not None
    known.account.holds = {hold: {} for hold in holds}
    known.borrower.flags = {flag: {} for flag in flags}
    message = Outbound(purpose="agent_message", text=text, agent_id=uuid.uuid4())
    return replace(known, message=message, unread=unread)


@pytest.mark.parametrize("told", ["attorney", "bankruptcy", "deceased", "disputed", "moratorium"])
def test_an_agent_asks_for_no_money_where_nobody_may(told: str) -> None:
    assert rules(draft("Please pay the 515.20 you owe.", holds=(told,)), "agent_message") == [
        "kept.no-demand"
    ]
    assert rules(draft("Please send us the case number.", holds=(told,)), "agent_message") == []


def test_a_mark_is_enough_and_hardship_may_be_spoken_of() -> None:
    assert rules(draft("When can you pay?", flags=("bankruptcy",)), "agent_message") == ["kept.no-demand"]
    assert rules(draft("When can you pay?", holds=("hardship",)), "agent_message") == []


def test_nothing_is_asked_for_before_what_they_wrote_last_was_understood() -> None:
    assert rules(draft("Please pay today.", unread=True), "agent_message") == ["kept.unread"]
    assert rules(draft("One moment, I am reading.", unread=True), "agent_message") == []
    assert rules(draft("Please pay today."), "agent_message") == []


def after(*began: timedelta, purpose: str = "reminder", channel: str = "sms") -> OnFile:
    """A reminder to somebody to whom we have written so long ago."""
    past = [PastMessage(NOW - ago, "out", channel, purpose, None, None) for ago in began]
    return replace(on_file(zone="America/Chicago"), history=past)


def enough(known: OnFile, purpose: str = "reminder", **most: Any) -> list[str]:
    policy = replace(POLICY, **most)
    return [item.id for item in too_many(known, policy, purpose=purpose, now=NOW)]


def test_two_a_day_over_all_channels_are_enough() -> None:
    assert enough(after(timedelta(hours=1))) == []
    assert enough(after(timedelta(hours=1), timedelta(hours=2))) == ["kept.enough"]
    assert enough(after(timedelta(hours=1), timedelta(hours=2), channel="whatsapp")) == ["kept.enough"]
    assert enough(after(timedelta(hours=1), timedelta(hours=9))) == []  # 22:30 of the day before, in Chicago


def test_seven_in_seven_days_are_enough() -> None:
    daily = [timedelta(days=number) for number in range(1, 7)]

    assert enough(after(*daily)) == []
    assert enough(after(*daily, timedelta(days=6, hours=1))) == ["kept.enough"]
    assert enough(after(*daily, timedelta(days=7))) == []


def test_the_lender_names_the_ceiling() -> None:
    assert enough(after(timedelta(hours=1)), most_a_day=1) == ["kept.enough"]
    assert enough(after(timedelta(hours=1), timedelta(hours=2)), most_a_day=3) == []


def test_answers_neither_count_nor_are_held_back() -> None:
    talk = replace(
        on_file(),
        history=[
            PastMessage(
                NOW - timedelta(minutes=minute), way, "sms", "reply" if way == "out" else "", None, None
            )
            for minute in range(20, 0, -2)
            for way in ("in", "out")
        ],
    )

    assert enough(talk) == []
    assert enough(after(timedelta(hours=1), timedelta(hours=2)), "reply") == []
    assert enough(after(timedelta(hours=1), timedelta(hours=2)), "payment_receipt") == []
