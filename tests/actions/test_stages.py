"""Before the due date and at 1-29, 30-59, 60-89 and 90 days: other words, other offers, and people at another time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from actions.situation import OpenCase, Step
from campaigns.policies import FOLDER, read_policy
from catalogue import render
from core.languages import LANGUAGES
from core.stages import Stage, stage
from tests.actions.making import TODAY, account, after, effects, keys, obliged, situation, talk

POLICY = read_policy(FOLDER / "riverbank.yaml")
LATE = {Stage.PRE_DUE: -3, Stage.EARLY: 11, Stage.MIDDLE: 44, Stage.LATE: 75, Stage.VERY_LATE: 120}
BORDERS = {0: "pre_due", 1: "1-29", 29: "1-29", 30: "30-59", 59: "30-59", 60: "60-89", 89: "60-89", 90: "90+"}
SAMPLE = {"lender": "Riverbank", "amount": "$515.20", "day": "Sat, May 2", "phone": "1", "website": "x"}


def turn(at: Stage, text: str, intent: str, **more: Any) -> Step:
    """What the assistant does when somebody whose account is so late writes."""
    days = LATE[at]
    owed = account(days_past_due=days, due_on=TODAY - timedelta(days=days))
    return talk((text, intent), policy=POLICY, account=owed, **more)[0]


def cases(step: Step) -> set[str]:
    asked = {case.queue for case in effects(step, OpenCase)}
    return asked | {situation("").duties(event).queue for event in obliged(step)}


@pytest.mark.parametrize(("days", "name"), BORDERS.items())
def test_the_stages_meet_at_their_borders(days: int, name: str) -> None:
    assert stage(days) == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_balance_is_told_in_other_words_at_every_stage(language: str) -> None:
    told = {render("balance.told_when", SAMPLE, language, variant=one) for one in Stage}

    assert len(told) == len(Stage)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reminder_is_worded_for_its_stage(language: str) -> None:
    keys = {Stage.PRE_DUE: "reminder.pre_due", Stage.EARLY: "reminder.early"}
    told = {render(keys.get(one, "reminder.open"), SAMPLE, language, variant=one) for one in Stage}

    assert len(told) == len(Stage)


@pytest.mark.parametrize(
    ("at", "offered"),
    [
        (Stage.PRE_DUE, ["plan.shown_3", "plan.which"]),
        (Stage.EARLY, ["plan.shown_3", "plan.shown_6", "plan.which"]),
        (Stage.MIDDLE, ["plan.shown_3", "plan.shown_6", "plan.which"]),
        (Stage.LATE, ["plan.shown_3", "plan.shown_6", "plan.which"]),
        (Stage.VERY_LATE, ["plan.shown_6", "plan.which"]),
    ],
)
def test_the_plans_are_those_of_the_stage(at: Stage, offered: list[str]) -> None:
    assert keys(turn(at, "can I pay in instalments?", "request_plan")) == offered


def test_only_at_90_days_a_person_looks_at_a_plan_from_the_first_word_on() -> None:
    seen = {at: cases(turn(at, "can I pay in instalments?", "request_plan")) for at in Stage}

    assert seen == {at: {"hardship"} if at is Stage.VERY_LATE else set() for at in Stage}


@pytest.mark.parametrize(
    ("at", "days"), [(Stage.PRE_DUE, 14), (Stage.EARLY, 14), (Stage.MIDDLE, 7), (Stage.LATE, None)]
)
def test_more_time_is_given_as_the_stage_allows(at: Stage, days: int | None) -> None:
    step = turn(at, "my paycheck is late", "hardship")

    until = (TODAY + timedelta(days=days)).isoformat() if days else None
    assert step.dialogue.draft.get("until") == until
    assert cases(step) == (set() if days else {"hardship"})


def test_at_90_days_hardship_goes_to_a_person_at_once() -> None:
    step = turn(Stage.VERY_LATE, "my paycheck is late", "hardship")

    assert cases(step) == {"hardship"}
    assert "hardship.offer_extension" not in keys(step)


def test_a_refusal_is_seen_by_a_person_from_30_days_on() -> None:
    seen = {at: cases(turn(at, "no, I will not pay", "refuse_to_pay")) for at in Stage}

    assert seen == {
        Stage.PRE_DUE: set(),
        Stage.EARLY: set(),
        Stage.MIDDLE: {"human"},
        Stage.LATE: {"human"},
        Stage.VERY_LATE: {"human"},
    }


@pytest.mark.parametrize(
    ("broken", "seen"),
    [
        (1, [set(), set(), set(), {"human"}, {"human"}]),
        (2, [set(), {"human"}, {"human"}, {"human"}, {"human"}]),
    ],
)
def test_a_broken_promise_is_seen_by_a_person_the_sooner_the_later_it_is(
    broken: int, seen: list[set[str]]
) -> None:
    asked = after("reason", "broken_promise")

    steps = [turn(at, "I forgot", "stall", dialogue=asked, broken_promises=broken) for at in Stage]

    assert [cases(step) for step in steps] == seen


@pytest.mark.parametrize(("owed", "plans"), [("59.99", (3,)), ("60.00", (3, 6)), ("29.99", ())])
def test_no_plan_with_instalments_smaller_than_the_table_says_is_shown(
    owed: str, plans: tuple[int, ...]
) -> None:
    assert POLICY.plans_for(Stage.EARLY, account(owed).amount) == plans


def test_where_no_parts_are_taken_the_day_of_the_rest_is_asked_too() -> None:
    offers = {Stage.EARLY: replace(POLICY.offered(Stage.EARLY), part_payment=False)}
    strict = replace(POLICY, offers=offers)

    steps = [
        talk(("I can pay 400 on friday by card", "promise_to_pay"), policy=table)[0]
        for table in (POLICY, strict)
    ]

    assert [keys(step) for step in steps] == [["promise.read_back"], ["promise.small_and_rest"]]
