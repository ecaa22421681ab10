"""What is told to an agent obliges us too, and nothing else of it is acted on."""

from __future__ import annotations

import pytest

from actions import overhearing
from actions.situation import Dialogue, Identity, Obliges, Prefers
from tests.actions.making import situation


@pytest.mark.parametrize(
    ("text", "intent", "event"),
    [
        ("she passed away last week", "deceased", "deceased"),
        ("hablen con mi abogado", "attorney_represented", "attorney"),
        ("我已經申請破產", "bankruptcy", "bankruptcy"),
        ("你打错了，我不认识她", "wrong_party", "wrong_number"),
        ("nunca firmé eso", "dispute_debt", "dispute"),
        ("stop writing to me", "opt_out", "opt_out"),
    ],
)
def test_what_is_told_to_an_agent_obliges_us(text: str, intent: str, event: str) -> None:
    step = overhearing.next_step(situation(text, intent, held_by="agent"))

    assert [effect.event for effect in step.effects if isinstance(effect, Obliges)] == [event]
    assert step.says == ()


def test_a_fact_beside_a_death_is_no_proof_and_hides_nothing() -> None:
    asked = Dialogue(asked="identity", about="opening", draft={"kind": "dob"})
    answered = Identity("unverified", 0, ("dob",), answer="right", kinds=("dob",))

    step = overhearing.next_step(
        situation("she died, 1990-01-30", "deceased", identity=answered, dialogue=asked, held_by="agent")
    )

    assert [type(effect) for effect in step.effects] == [Obliges]
    assert step.dialogue == asked


def test_a_wish_about_hours_is_kept() -> None:
    step = overhearing.next_step(situation("not before 10am please", "contact_preference", held_by="agent"))

    assert [type(effect) for effect in step.effects] == [Prefers]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("I can pay 200 on friday by card", "promise_to_pay"),
        ("1990-01-30", "inform"),
        ("ok thanks, that works for me", "thank"),
        ("I want another person", "request_human"),
        ("hello? how much do i owe", "ask_balance"),
    ],
)
def test_what_the_agent_answers_is_the_agents(text: str, intent: str) -> None:
    step = overhearing.next_step(situation(text, intent, held_by="agent"))

    assert step.effects == ()


def test_hours_beside_a_promise_told_to_an_agent_are_kept() -> None:
    step = overhearing.next_step(
        situation("I'll pay 90 on friday. please only text me after 6", "promise_to_pay", held_by="agent")
    )

    assert Prefers in [type(effect) for effect in step.effects]
