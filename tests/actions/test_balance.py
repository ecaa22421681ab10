"""Why it is so much: what the balance is made up of, as the ledger told it, and nothing that no longer adds up."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from actions import balance, route
from catalogue import render
from core.money import Money
from tests.actions.making import account, keys, situation

PARTS = {"principal": "450.00", "interest": "40.20", "fees": "25.00"}


def test_the_parts_are_told_when_they_are_known() -> None:
    step = route.next_step(situation("why is it so much", "ask_balance", account=account(parts=PARTS)))

    said = render(step.says[0].key, step.says[0].parameters, "en", country="US")
    assert keys(step) == ["balance.parts"]
    assert "$450 of principal, $40.20 of interest, and $25 of fees" in said


@pytest.mark.parametrize(
    "parts",
    [{}, {"principal": "450.00"}, {"principal": "450.00", "interest": "60.00"}, {"principal": "much"}],
    ids=["none", "one of three", "of another day", "no figure"],
)
def test_parts_that_do_not_add_up_to_the_balance_are_not_told(parts: dict[str, str]) -> None:
    s = situation("why is it so much", "ask_balance", account=account(parts=parts))

    assert keys(route.next_step(s)) == ["balance.why"]


def test_a_part_that_is_nothing_is_not_named() -> None:
    known = balance.known_parts(account(parts={"principal": "500.20", "interest": "15.00", "fees": "0"}))

    assert known == [
        ("principal", Money(Decimal("500.20"), "USD")),
        ("interest", Money(Decimal("15.00"), "USD")),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("how much of that is interest", {"language": "en"}),
        ("cuánto es de intereses", {"language": "es", "country": "MX"}),
        ("利息多少", {"language": "zh-Hans", "country": "CN"}),
        ("利息是多少", {"language": "zh-Hant", "country": "TW"}),
    ],
)
def test_who_asks_for_the_interest_is_told_all_parts(text: str, place: dict[str, Any]) -> None:
    s = situation(text, "ask_balance", account=account(parts=PARTS), **place)

    assert keys(route.next_step(s)) == ["balance.parts"]
