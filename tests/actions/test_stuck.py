"""A topic that does not move after two questions offers a person with what is known so far, in every flow."""

from __future__ import annotations

import pytest

from actions import route
from actions.situation import Dialogue, Identity, OpenCase, Situation, Step
from catalogue import entry
from tests.actions.making import account, effects, keys, situation, talk

# How each conversation comes to its question: what the borrower wrote, and what it was taken for.
BEGINNINGS = {
    "balance": [("how much is it", "ask_balance")],
    "promise, amount": [("I will pay on friday", "promise_to_pay")],
    "promise, day": [("I can pay 200", "promise_to_pay")],
    "promise, too far": [("I will pay 200 on december 30", "promise_to_pay")],
    "promise, vague sum": [("I can pay a couple hundred on friday", "promise_to_pay")],
    "promise, read back": [("I will pay 515.20 on friday by card", "promise_to_pay")],
    "promise, more than owed": [("I will pay 9000 on friday", "promise_to_pay")],
    "promise, payday": [("I will pay 200 when I get paid", "promise_to_pay")],
    "hardship, reason": [("I just cannot pay", "hardship")],
    "hardship, extension": [("my paycheck is late", "hardship")],
    "plan": [("can I pay in instalments", "request_plan")],
    "refusal": [("no, I will not pay", "refuse_to_pay")],
    "stall": [("later, I am busy", "stall")],
    "already paid": [("I have paid it already", "already_paid")],
    "payment problem": [("the link does not work", "payment_problem")],
    "pay now": [("how can I pay", "pay_now")],
    "contact": [("I have a new number", "update_contact")],
    "preference": [("call me later", "contact_preference")],
    "cancel": [("I cannot keep my promise", "cancel_promise")],
    "consequence": [("what happens if I do not pay", "ask_consequence")],
    "dispute": [("this is not my debt", "dispute_debt")],
    "bankruptcy": [("I have filed for bankruptcy", "bankruptcy")],
    "nothing at all": [("hello", "greet")],
}
NONSENSE = [("qwerty uiop", "out_of_scope"), ("zxcv bnm", "out_of_scope"), ("asdf ghjk", "out_of_scope")]


def person_is_offered(steps: list[Step]) -> bool:
    """Whether one of the answers offers a person, or one has the case already."""
    return any("human" in entry(say.key).offers for step in steps for say in step.says) or any(
        effects(step, OpenCase) for step in steps
    )


@pytest.mark.parametrize("sure", [0.1, 0.9])
@pytest.mark.parametrize("name", BEGINNINGS)
def test_two_questions_without_a_usable_answer_offer_a_person(name: str, sure: float) -> None:
    begun = talk(*BEGINNINGS[name])
    steps = talk(*NONSENSE[:2], dialogue=begun[-1].dialogue, confidence=sure)

    assert person_is_offered([*begun, *steps]), [keys(step) for step in (*begun, *steps)]


@pytest.mark.parametrize("name", BEGINNINGS)
def test_no_question_is_put_word_for_word_more_than_twice(name: str) -> None:
    begun = talk(*BEGINNINGS[name])
    steps = [*begun, *talk(*NONSENSE, dialogue=begun[-1].dialogue)]

    asked = [say.key for step in steps for say in step.says if entry(say.key).asks]

    assert max((asked.count(key) for key in set(asked)), default=0) <= 2, asked


def test_who_does_not_say_who_they_are_is_offered_a_person_after_two_questions() -> None:
    who = Identity("unverified", 0, ("dob",))

    steps = talk(("I will pay 200 on friday", "promise_to_pay"), *NONSENSE[:2], identity=who)

    asked = [key for step in steps for key in keys(step) if key == "opening.ask_dob"]
    assert len(asked) == 2
    assert keys(steps[-1]) == ["small_talk.offer_person"]
    assert effects(steps[-1], OpenCase)[0].details["wanted"] == "promise_to_pay"


def test_an_answer_that_is_no_fact_brings_a_person_after_two_questions() -> None:
    who = Identity("unverified", 0, ("dob",))

    steps = talk(("how much do I owe", "ask_balance"), *NONSENSE[:2], identity=who, confidence=0.1)

    assert keys(steps[-1]) == ["opening.offer_person"]
    assert effects(steps[-1], OpenCase)


def test_the_person_finds_what_is_known_so_far() -> None:
    steps = talk(("I can pay 200 on december 30 by card", "promise_to_pay"), *NONSENSE[:2])

    [case] = effects(steps[-1], OpenCase)

    assert case.details["about"] == "promise"
    assert case.details["amount"] == "200.00"
    assert case.details["method"] == "card"


def test_days_out_of_reach_again_and_again_bring_a_person_too() -> None:
    said = ("I can pay 200 on december 30", "promise_to_pay")

    steps = talk(said, said, said)

    assert keys(steps[-1]) == ["promise.offer_person"]
    assert effects(steps[-1], OpenCase)


def test_a_question_of_the_borrowers_own_does_not_count_against_them() -> None:
    beside = [("are you a bot?", "bot_challenge"), ("who is this", "ask_identity"), ("thanks", "thank")]

    steps = talk(("I can pay 200", "promise_to_pay"), *beside)

    assert not any(effects(step, OpenCase) for step in steps)
    assert steps[-1].dialogue.unclear == 0


def test_an_answer_after_the_offer_is_still_taken() -> None:
    steps = talk(("I can pay 200", "promise_to_pay"), *NONSENSE[:2], ("on friday by card", "promise_to_pay"))

    assert keys(steps[-1]) == ["promise.read_back"]


def test_whatever_is_asked_of_whomever_the_third_nonsense_finds_a_person_offered() -> None:
    situations: list[Situation] = [
        situation("qwerty", dialogue=Dialogue(asked=asked, about=about), account=account())
        for asked, about in [("amount", "promise"), ("pay_date", "promise"), ("confirmation", "promise")]
    ]
    for first in situations:
        second = situation("zxcv", dialogue=route.next_step(first).dialogue)
        assert person_is_offered([route.next_step(first), route.next_step(second)])
