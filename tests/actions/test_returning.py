"""Somebody held the borrower's phone; the borrower comes back to it. What was proven is void until it is proven anew."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import proving, route
from actions.situation import (
    ConfirmPromises,
    Dialogue,
    DraftPromises,
    FailedIdentity,
    Identity,
    OpenCase,
    Verified,
)
from tests.actions.making import after, discloses, effects, keys, obliged, situation, talk
from tests.actions.test_properties import INTENTS, STORED, TEXTS

FACTS = proving.after_another(("dob", "postcode", "id_last4"))
LENT = Identity("third_party", 0, FACTS, may_return=True)
GONE = Identity("third_party", 0, FACTS)
BACK = """sorry that was my wife, it's me|it's me|this is Grace|ok I'm back|my mom had my phone, this is Grace|it is really me now
|perdón, era mi mamá, ya soy yo|soy yo, Grace|mi hijo agarró mi celular|不好意思刚才是我妈，我是本人|頭先係我老婆，我返嚟喇|我回来了|是我本人""".split(
    "|"
)
ANOTHER = """it's me again, her mum|this is Grace's husband|soy yo, su mamá|我是她老公|ok what does she owe|thanks|yes|hello?""".split(
    "|"
)


@pytest.mark.parametrize("text", [text.strip() for text in BACK])
@pytest.mark.parametrize("intent", ["wrong_party", "affirm", "out_of_scope", "ask_balance"])
def test_who_is_back_is_asked_what_a_family_does_not_know(text: str, intent: str) -> None:
    step = route.next_step(situation(text, intent, identity=LENT, dialogue=Dialogue(about="wrong_party")))

    assert keys(step)[-1] == "opening.ask_id_last4"
    assert step.dialogue.asked == "identity"
    assert not discloses(step)
    assert obliged(step) == []


@pytest.mark.parametrize("text", [text.strip() for text in ANOTHER])
def test_another_is_asked_nothing(text: str) -> None:
    step = route.next_step(situation(text, identity=LENT, dialogue=Dialogue(about="wrong_party")))

    assert step.dialogue.asked is None
    assert not discloses(step)


@pytest.mark.parametrize("text", [text.strip() for text in BACK])
def test_a_number_that_is_another_s_stays_so(text: str) -> None:
    step = route.next_step(situation(text, "affirm", identity=GONE, dialogue=Dialogue(about="wrong_party")))

    assert step.dialogue.asked is None
    assert keys(step) in ([], ["opening.only_them"])


def test_the_fact_that_was_asked_for_opens_and_what_was_wanted_is_taken_up() -> None:
    asked = route.next_step(situation("it's me, Grace. how much do I owe", "ask_balance", identity=LENT))
    right = Identity("third_party", 0, FACTS, "right", ("id_last4",), may_return=True)
    step = route.next_step(situation("2207", "out_of_scope", identity=right, dialogue=asked.dialogue))

    assert effects(step, Verified) == [Verified()]
    assert discloses(step)


def test_a_birth_date_alone_does_not_open_after_a_relative() -> None:
    right = Identity("third_party", 0, FACTS, "right", ("dob",), may_return=True)
    asked = after("identity", "opening", {"kind": "dob"})
    step = route.next_step(situation("1990-01-30", "out_of_scope", identity=right, dialogue=asked))

    assert not effects(step, Verified)
    assert not discloses(step)


def test_nothing_is_compared_that_was_not_asked_for() -> None:
    asked = after("identity", "opening", {"kind": "id_last4"})

    assert proving.said(situation("my birthday is 1990-01-30", identity=LENT)) == ()
    told = situation("my birthday is 1990-01-30", identity=LENT, dialogue=asked)
    assert {one.kind for one in proving.said(told)} <= {"id_last4"}


@pytest.mark.parametrize(
    ("on_file", "asked"),
    [
        (("dob", "postcode", "id_last4"), ("id_last4", "dob", "postcode")),
        (("dob", "postcode"), ("dob", "postcode")),
        (("dob",), ()),
        (("id_last4",), ("id_last4",)),
        ((), ()),
    ],
)
def test_what_a_family_knows_is_not_enough(on_file: tuple[str, ...], asked: tuple[str, ...]) -> None:
    assert proving.after_another(on_file) == asked


def test_where_nothing_on_file_can_prove_it_a_person_gets_back() -> None:
    nothing = Identity("third_party", 0, (), may_return=True)
    step = route.next_step(situation("it's me, that was my wife", identity=nothing))

    assert keys(step) == ["opening.no_fact"]
    assert effects(step, OpenCase)


def test_wrong_answers_lock_as_ever() -> None:
    wrong = Identity("third_party", 1, FACTS, "wrong", ("id_last4",), may_return=True)
    asked = after("identity", "opening", {"kind": "id_last4"})
    step = route.next_step(situation("1234", identity=wrong, dialogue=asked))

    assert effects(step, FailedIdentity) == [FailedIdentity(locked=True)]
    assert keys(step) == ["opening.locked"]


def test_a_stranger_again_closes_the_question() -> None:
    asked = after("identity", "opening", {"kind": "id_last4"})
    step = route.next_step(
        situation("this is her husband, she left", "wrong_party", identity=LENT, dialogue=asked)
    )

    assert step.dialogue.asked is None


def test_who_held_the_phone_and_owns_the_number_after_all_is_final() -> None:
    step = route.next_step(situation("wrong number, stop asking", "wrong_party", identity=LENT))

    assert obliged(step) == ["wrong_number"]


def test_what_was_read_back_before_a_stranger_is_not_confirmed_by_a_yes_behind_one() -> None:
    steps = talk(
        ("can do 200 on friday by card", "promise_to_pay"),
        ("hi this is Grace's brother, she's driving", "wrong_party"),
    )
    yes = route.next_step(situation("yes", "affirm", identity=LENT, dialogue=steps[-1].dialogue))
    proven = route.next_step(situation("yes", "affirm", dialogue=steps[-1].dialogue))

    assert not effects(yes, ConfirmPromises)
    assert not effects(proven, ConfirmPromises)


@settings(max_examples=200, deadline=None)
@given(
    TEXTS,
    INTENTS,
    st.floats(0, 1),
    STORED,
    st.sampled_from([None, "right", "wrong"]),
    st.booleans(),
    st.booleans(),
)
def test_while_another_holds_the_phone_only_the_asked_fact_opens(
    text: str, intent: str, confidence: float, stored: object, answer: str | None, back: bool, lent: bool
) -> None:
    dialogue = Dialogue.from_json(stored if isinstance(stored, dict) else {})
    identity = Identity("third_party", 0, FACTS, answer, ("dob",) if answer else (), may_return=lent)
    step = route.next_step(
        situation(
            f"it's me. {text}" if back else text,
            intent,
            identity=identity,
            dialogue=dialogue,
            confidence=confidence,
        )
    )

    if not (lent and answer == "right"):
        assert not effects(step, Verified)
    if not effects(step, Verified):
        assert not discloses(step)
        assert not any(effects(step, kind) for kind in (ConfirmPromises, DraftPromises))
