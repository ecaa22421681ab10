"""An alarm on a hint calls a person and the help line, and does not end the talk of who goes on about something else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions import crisis, route
from actions.dialogue import Dialogue
from actions.situation import Obliges, OpenCase, Situation
from tests.actions.making import keys, situation


def hinted(text: str, intent: str, **more: Any) -> Situation:
    s = situation(text, intent, dialogue=Dialogue(hinted=True), **more)
    assert s.account is not None
    account = replace(s.account, holds=s.account.holds | {"crisis"})
    return replace(s, flags=frozenset({"crisis"}), held_by="queue", account=account)


@pytest.mark.parametrize(("sure", "key"), [(0.4, "crisis.hinted"), (0.97, "crisis.help_line")])
def test_a_person_is_alarmed_on_a_hint_as_when_sure(sure: float, key: str) -> None:
    step = route.next_step(
        situation("some nights i just sit in the chair, tired of everything", "crisis", confidence=sure)
    )

    assert keys(step)[0].startswith(key)
    assert [effect.event for effect in step.effects if isinstance(effect, Obliges)] == ["crisis"]
    assert step.dialogue.asked is None


def test_who_goes_on_after_a_hint_is_answered_and_stays_so() -> None:
    step = route.next_step(hinted("i can pay 300 on friday", "promise_to_pay"))

    assert keys(step) == ["promise.read_back_ask_method"]
    assert step.dialogue.hinted


def test_a_second_hint_is_an_alarm() -> None:
    step = route.next_step(hinted("id rather not wake up", "crisis", confidence=0.5))

    assert keys(step)[0].startswith("crisis.help_line")
    assert not step.dialogue.hinted


def test_after_an_alarm_that_was_sure_nothing_is_collected() -> None:
    sure = replace(hinted("i can pay 300 on friday", "promise_to_pay"), dialogue=Dialogue())

    assert all(key.startswith("crisis.") for key in keys(route.next_step(sure)))


def test_an_agent_who_has_taken_over_keeps_the_thread() -> None:
    s = replace(hinted("hello", "greet"), held_by="agent")

    assert crisis.set_aside(s).held_by == "agent"


def test_a_guess_without_a_word_of_danger_is_answered_and_read_by_a_person() -> None:
    s = situation(
        "can the other 300 be on the 29th, same card", "crisis", confidence=0.48, runner_up="promise_to_pay"
    )

    step = route.next_step(s)

    assert not any(key.startswith("crisis.") for key in keys(step))
    [case] = [effect for effect in step.effects if isinstance(effect, OpenCase)]
    assert (case.queue, case.priority, case.take_floor) == ("vulnerable", "high", False)


@pytest.mark.parametrize("runner_up", ["cease_contact", "deceased", "complaint"])
def test_a_guess_is_not_made_good_by_another_grave_one(runner_up: str) -> None:
    step = route.next_step(
        situation("hiding mail in the dryer", "crisis", confidence=0.6, runner_up=runner_up)
    )

    assert not [effect for effect in step.effects if isinstance(effect, Obliges)]


@pytest.mark.parametrize(
    "text", ["they'd be better off without me", "estarían mejor sin mí", "活着没意思", "撐唔落去"]
)
def test_words_of_danger_are_never_only_read_by_a_person(text: str) -> None:
    step = route.next_step(situation(text, "crisis", confidence=0.35, runner_up="hardship"))

    assert keys(step)[0].startswith("crisis.")
