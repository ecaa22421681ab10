"""What is told before we know who writes is all kept, and taken one after another once we do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions import route
from actions.situation import Dialogue, Identity, Step, Told
from tests.actions.making import account, drafted, effects, keys, situation

RIGHT = Identity("unverified", 0, ("dob", "postcode"), answer="right", kinds=("dob",))


def proven(*said: tuple[str, str], **changes: Any) -> list[Step]:
    """The steps of whoever tells all this, each message with its intent, and then gives their date of birth."""
    steps: list[Step] = []
    standing = Dialogue()
    for text, intent in said:
        one = situation(text, intent, verified=False, dialogue=standing)
        steps.append(route.next_step(replace(one, **changes)))
        standing = Dialogue.from_json(steps[-1].dialogue.as_json())
    answer = situation("30 Jan 1990", identity=RIGHT, dialogue=standing)
    return [*steps, route.next_step(replace(answer, **changes))]


def test_a_new_number_and_a_promise_are_both_taken_up() -> None:
    steps = proven(
        ("hi i got a new number 312 555 0188", "update_contact"),
        ("also i can pay 200 on friday with my card", "promise_to_pay"),
        ("how much do i owe btw", "ask_balance"),
    )

    assert keys(steps[2]) == ["opening.in_a_moment", "opening.ask_dob"]
    said = keys(steps[3])
    assert said[:2] == ["opening.thanks", "balance.told"]
    assert said[2:] == ["contact.noted", "promise.read_back"]
    assert drafted(steps[3]) == [(Decimal("200.00"), date(2026, 5, 15))]


@pytest.mark.parametrize(
    ("why", "reason"),
    [("they laid me off", "job_loss"), ("no hay chamba", "job_loss"), ("被裁了", "job_loss")],
)
def test_the_reason_told_first_is_kept_beside_the_plan_that_is_asked_for(why: str, reason: str) -> None:
    steps = proven((why, "hardship"), ("could i pay in 3 payments", "request_plan"))

    told = [effect for effect in effects(steps[-1], Told) if effect.kind == "hardship"]
    assert [effect.detail["reason"] for effect in told] == [reason]
    assert "plan.read_back_ask_method_3" in keys(steps[-1])


def test_a_correction_told_before_identity_corrects() -> None:
    steps = proven(
        ("i can pay 200 on friday by card", "promise_to_pay"), ("actually make it 150", "promise_to_pay")
    )

    assert keys(steps[-1]) == ["opening.thanks", "promise.read_back"]
    assert drafted(steps[-1]) == [(Decimal("150.00"), date(2026, 5, 15))]


def test_the_way_told_last_is_meant() -> None:
    steps = proven(
        ("i'll pay all of it friday by card", "promise_to_pay"), ("no wait, how do i pay now", "pay_now")
    )

    assert keys(steps[-1]) == ["opening.thanks", "pay_now.link"]


def test_a_payment_told_of_comes_before_what_is_promised() -> None:
    steps = proven(
        ("i paid 100 yesterday by card", "already_paid"), ("the rest friday by card", "promise_to_pay")
    )

    said = keys(steps[-1])
    assert said.index("already_paid.thanks_receipt") < said.index("promise.read_back")


def test_a_question_asked_twice_is_answered_once() -> None:
    steps = proven(("what's my balance", "ask_balance"), ("how much is it tho", "ask_balance"))

    assert keys(steps[-1]) == ["opening.thanks", "balance.told_when"]


def test_where_nothing_is_owed_nothing_else_is_taken_up() -> None:
    steps = proven(
        ("what's my balance", "ask_balance"),
        ("i can pay 20 friday", "promise_to_pay"),
        account=account(paid=True),
    )

    assert keys(steps[-1]) == ["opening.thanks", "balance.nothing_owed"]
