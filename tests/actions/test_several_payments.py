"""Payments that are spread, moved and completed over several messages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions.situation import CancelPromises
from tests.actions.making import TODAY, account, asks, drafted, effects, keys, obliged, promised, talk


def test_today_is_a_wednesday() -> None:
    assert date(2026, 5, 13) == TODAY


@pytest.mark.parametrize(
    "text",
    [
        "actually make it 240 then and 275.20 on june 3",
        "mejor 240 ese día y 275.20 el 3 de junio",
    ],
)
def test_the_first_of_two_keeps_the_day_on_the_table(text: str) -> None:
    steps = talk(("all of it on may 20 by card", "promise_to_pay"), (text, "promise_to_pay"))

    assert drafted(steps[1]) == [
        (Decimal("240.00"), date(2026, 5, 20)),
        (Decimal("275.20"), date(2026, 6, 3)),
    ]


def test_the_rest_in_two_more_is_added_to_the_small_first_one() -> None:
    steps = talk(
        ("20 on friday by card", "promise_to_pay"),
        ("the rest? maybe 200 on the 30th and the rest on june 15", "promise_to_pay"),
    )

    assert keys(steps[0]) == ["promise.small_and_rest"]
    assert drafted(steps[1]) == [
        (Decimal("20.00"), date(2026, 5, 15)),
        (Decimal("200.00"), date(2026, 5, 30)),
        (Decimal("295.20"), date(2026, 6, 15)),
    ]


@pytest.mark.parametrize(
    "text", ["cant make friday anymore can i move it to monday", "no puedo el viernes, cámbielo al lunes"]
)
def test_a_day_that_fails_and_the_day_it_moves_to_are_told_apart(text: str) -> None:
    (step,) = talk((text, "cancel_promise"), promises=(promised(),))

    assert drafted(step) == [(Decimal("300.00"), date(2026, 5, 18))]


def test_the_way_and_the_yes_in_one_message_confirm() -> None:
    steps = talk(("all of it on may 20", "promise_to_pay"), ("bank transfer. yes", "promise_to_pay"))

    assert keys(steps[1]) == ["promise.confirmed"]


def test_what_was_in_the_way_is_not_asked_again_after_the_complaint_that_said_it() -> None:
    steps = talk(
        ("not paying you a cent", "refuse_to_pay"),
        ("because your guy cussed me out", "complaint"),
        ("hope somebody reads this", "bot_challenge"),
    )

    assert obliged(steps[1]) == ["complaint"]
    assert "reason" not in asks(steps[2])


@pytest.mark.parametrize("intent", ["ask_balance", "ask_consequence", "promise_to_pay"])
def test_who_has_a_lawyer_is_told_who_speaks_with_us(intent: str) -> None:
    (step,) = talk(("so do i still owe?", intent), account=account(holds=frozenset({"attorney"})))

    assert keys(step) == ["specialist.ask_representative"]


@pytest.mark.parametrize("yes", ["sí", "对", "ok", "係"])
def test_a_bare_yes_to_when_the_rest_comes_is_asked_for_its_day_once(yes: str) -> None:
    _, agreed, again = talk(("20 on friday by card", "promise_to_pay"), (yes, "affirm"), (yes, "affirm"))

    assert keys(agreed) == ["promise.ask_day"]
    assert keys(again) == ["promise.read_back"]
    assert drafted(again) == [(Decimal("20.00"), date(2026, 5, 15))]


@pytest.mark.parametrize(("text", "intent"), [("no", "deny"), ("idk yet", "stall"), ("不知道", "stall")])
def test_who_cannot_say_when_the_rest_comes_keeps_the_first_part(text: str, intent: str) -> None:
    _, first = talk(("20 on friday by card", "promise_to_pay"), (text, intent))

    assert keys(first) == ["promise.read_back"]
    assert drafted(first) == [(Decimal("20.00"), date(2026, 5, 15))]


def test_the_one_of_two_payments_whose_sum_is_named_is_moved() -> None:
    _, moved = talk(
        ("300 on may 26 and 215.20 on june 1", "promise_to_pay"), ("215.20 on june 2", "promise_to_pay")
    )

    assert drafted(moved) == [
        (Decimal("300.00"), date(2026, 5, 26)),
        (Decimal("215.20"), date(2026, 6, 2)),
    ]


def test_a_yes_that_lacks_only_the_way_of_paying_holds_beside_a_wish_for_less() -> None:
    _, agreed, less, rest = talk(
        ("300 on friday", "promise_to_pay"),
        ("yes", "affirm"),
        ("can you lower the interest", "request_plan"),
        ("ok then the rest, 215.20, on june 15 by card", "promise_to_pay"),
    )

    assert asks(agreed) == {"pay_method"}
    assert effects(less, CancelPromises) == []
    assert drafted(rest) == [
        (Decimal("300.00"), date(2026, 5, 15)),
        (Decimal("215.20"), date(2026, 6, 15)),
    ]
