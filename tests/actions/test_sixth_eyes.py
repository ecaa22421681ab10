"""What reading a sixth writer's conversations aloud brought to light: nothing asked twice, every question answered."""

from __future__ import annotations

import pytest

from actions import route
from core.messages import Kind
from tests.actions.making import account, after, asks, keys, situation, talk


@pytest.mark.parametrize(
    "text",
    [
        "i payed this already?? like on tuesday",
        "ya lo pagué ayer con mi tarjeta",
        "昨天已经还了",
        "尋日已經過咗數",
    ],
)
def test_who_says_when_or_how_it_was_paid_is_asked_only_for_the_receipt(text: str) -> None:
    (step,) = talk((text, "already_paid"))

    assert keys(step) == ["already_paid.thanks_receipt"]
    assert asks(step) == {"proof"}


def test_a_receipt_that_comes_with_the_claim_is_not_asked_for() -> None:
    step = route.next_step(situation("paid yesterday, here it is", "already_paid", kind=Kind.IMAGE))

    assert keys(step) == ["already_paid.receipt_in"]
    assert asks(step) == set()


@pytest.mark.parametrize(
    "text", ["ya lo vieron?\n??", "did you guys find it?", "do u see it yet?", "ya se refleja el pago?"]
)
def test_whether_it_is_in_is_answered(text: str) -> None:
    told = {"paid_claim": {"status": "pending"}}
    held = account(holds=frozenset({"paid_claim"}))
    (step,) = talk((text, "already_paid"), told=told, account=held)

    assert keys(step) == ["already_paid.still_looking"]


def test_nobody_who_has_paid_it_all_is_told_how_to_pay() -> None:
    (step,) = talk(("went thru w my other card. we good?", "payment_problem"), account=account(paid=True))

    assert keys(step) == ["balance.nothing_owed"]


@pytest.mark.parametrize("text", ["ok lo pago ahorita mismo, donde le hago", "¿cómo le hago?"])
def test_who_wants_to_pay_at_once_is_not_asked_how_much(text: str) -> None:
    (step,) = talk((text, "pay_now"), dialogue=after("amount", "promise"))

    assert keys(step) == ["pay_now.link"]
