"""Who was asked whether we should stop hears no reminder before the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from gateway.pipelines.house_rules import STOP_QUESTION_HOLDS, objections
from storage.gate import OnFile
from storage.talk import Outbound
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
