"""A graver matter beside the right fact is heard; who holds the phone leaves nothing to be taken up."""

from __future__ import annotations

from typing import Any

import pytest

from actions import route
from actions.attempts import is_alone
from actions.situation import Dialogue, FailedIdentity, Identity, Prefers, Verified
from tests.actions.making import account, after, discloses, effects, keys, situation

ASKED = after("identity", "opening", {"kind": "dob"})
GRAVER = [
    ("02/01/1980 stop", "opt_out"),
    ("02/01/1980 filing chapter 7", "bankruptcy"),
    ("02/01/1980 i dont owe this", "dispute_debt"),
    ("02/01/1980 get me a human", "request_human"),
    ("02/01/1980 ya no escriban", "opt_out"),
    ("1980年2月1日 我没借过钱", "dispute_debt"),
    ("1980年2月1日 停", "opt_out"),
]


def _answering(answer: str, status: str = "unverified") -> dict[str, Any]:
    return {"identity": Identity(status, 0, ("dob",), answer, ("dob",)), "dialogue": ASKED}


@pytest.mark.parametrize(("text", "intent"), GRAVER)
def test_a_graver_matter_beside_the_fact_is_heard_and_no_debt_told(text: str, intent: str) -> None:
    right = route.next_step(situation(text, intent, confidence=0.95, **_answering("right")))
    wrong = route.next_step(situation(text, intent, confidence=0.95, **_answering("wrong")))

    assert "opening.thanks" not in keys(right)
    assert not discloses(right)
    assert effects(right, Verified)
    assert effects(wrong, FailedIdentity)
    assert not effects(wrong, Verified)


@pytest.mark.parametrize(
    "text",
    "02/01/1980|born feb 1 1980 thanks|it's 1 February 1980 sir|mi fecha es 1 de febrero de 1980|SW1A 1AA|40K1|Grace Okafor, 2/1/80|我生日是1980年2月1号|我係1980年2月1日出世".split(
        "|"
    ),
)
def test_the_fact_alone_is_an_answer_whatever_the_model_makes_of_it(text: str) -> None:
    assert is_alone(text, "Grace Okafor")


def test_who_holds_the_phone_leaves_nothing_to_be_taken_up() -> None:
    held: dict[str, Any] = {
        "identity": Identity("third_party", 0, ("id_last4",), may_return=True),
        "dialogue": after("identity", "opening", {"kind": "id_last4"}),
    }
    promise = route.next_step(situation("he will pay 300 on friday", "promise_to_pay", **held))
    wish = route.next_step(situation("dont text before 6pm", "contact_preference", **held))
    back = route.next_step(
        situation("it's me, I'll pay 300 on friday", "promise_to_pay", **{**held, "dialogue": Dialogue()})
    )

    assert promise.dialogue.later is None
    assert wish.dialogue.later is None
    assert not effects(wish, Prefers)
    assert back.dialogue.later is not None


def test_only_who_proved_who_they_are_hears_that_nothing_is_asked_of_them_meanwhile() -> None:
    held = account(holds=frozenset({"disputed"}))
    said = [
        keys(
            route.next_step(
                situation("I filed a police report", "out_of_scope", verified=verified, account=held)
            )
        )
        for verified in (True, False)
    ]

    assert said == [["dispute.passed_on"], ["dispute.noted_unverified"]]
