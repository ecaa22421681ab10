"""Told with a "maybe", or hanging on others: whether a promise is certain is asked before it is one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions.situation import CancelPromises, ConfirmPromises
from core.promises import PromiseStatus
from tests.actions.making import account, asks, drafted, effects, keys, promised, talk

D = Decimal
FRIDAY = date(2026, 5, 15)
PROMISE = "promise_to_pay"
ASKED = "promise.is_it_certain"
MAYBE = ("maybe 400 friday, depends on tips", PROMISE)
CHINA: dict[str, Any] = {
    "country": "CN",
    "zone": "Asia/Shanghai",
    "language": "zh-Hans",
    "account": account("842.50", "CNY"),
}
MEXICO: dict[str, Any] = {
    "country": "MX",
    "zone": "America/Mexico_City",
    "language": "es",
    "account": account("842.50", "MXN"),
}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("maybe 400 friday, depends on tips", {}),
        ("400 on friday if my sister pays me back", {}),
        ("can do 400 friday but don't hold me to it", {}),
        ("capaz 400 el viernes si vendo la moto", MEXICO),
        ("400 el viernes, pero no es seguro", MEXICO),
        ("周五还400，不敢保证", CHINA),
        ("如果货款回来，周五还400", CHINA),
    ],
)
def test_what_may_come_otherwise_is_asked_for_its_certainty(text: str, place: dict[str, Any]) -> None:
    (said,) = talk((text, PROMISE), **place)

    assert keys(said) == [ASKED]
    assert (said.dialogue.draft["amount"], said.dialogue.draft["on"]) == ("400.00", "2026-05-15")
    assert (drafted(said), effects(said, ConfirmPromises)) == ([], [])


@pytest.mark.parametrize(
    "text", ["400 on friday", "I think I can do 400 on friday", "probably 400 this friday", "400 friday ok?"]
)
def test_what_is_only_modest_is_read_back_as_ever(text: str) -> None:
    (said,) = talk((text, PROMISE))

    assert keys(said) == ["promise.read_back_ask_method"]


@pytest.mark.parametrize(
    "yes", ["yes", "Yes, that's certain", "yeah for sure", "I'm sure", "you can count on it", "definitely"]
)
def test_a_yes_to_it_leads_to_the_way_of_paying_and_the_promise(yes: str) -> None:
    _, certain, card = talk(MAYBE, (yes, "affirm"), ("card", "out_of_scope"))

    assert asks(certain) == {"pay_method"}
    assert drafted(certain) == [(D(400), FRIDAY)]
    assert effects(card, ConfirmPromises) == [ConfirmPromises("card")]


@pytest.mark.parametrize(("yes", "place"), [("Sí, es seguro", MEXICO), ("定了", CHINA), ("确定的", CHINA)])
def test_a_yes_to_it_needs_no_model(yes: str, place: dict[str, Any]) -> None:
    said = "400 el viernes, pero no es seguro" if place is MEXICO else "周五还400，不敢保证"
    _, certain = talk((said, PROMISE), (yes, "out_of_scope"), **place)

    assert asks(certain) == {"pay_method"}


def test_a_yes_where_the_way_of_paying_is_known_is_the_promise() -> None:
    _, certain = talk(("maybe 400 friday by card, depends on tips", PROMISE), ("it's certain", "affirm"))

    assert drafted(certain) == [(D(400), FRIDAY)]
    assert effects(certain, ConfirmPromises) == [ConfirmPromises("card")]


@pytest.mark.parametrize(
    ("doubt", "intent"),
    [
        ("no", "deny"),
        ("Not certain yet", "deny"),
        ("idk yet", "stall"),
        ("depends", "out_of_scope"),
        ("i can't be sure", "stall"),
        ("we'll see", "stall"),
        ("maybe", "out_of_scope"),
    ],
)
def test_what_is_not_certain_is_no_promise_and_nothing_stays_noted(doubt: str, intent: str) -> None:
    _, doubted = talk(MAYBE, (doubt, intent))

    assert keys(doubted) == ["promise.what_is_sure"]
    assert drafted(doubted) == []


@pytest.mark.parametrize(
    ("doubt", "place"),
    [
        ("Todavía no es seguro", MEXICO),
        ("depende", MEXICO),
        ("no sé todavía", MEXICO),
        ("还说不准", CHINA),
        ("看情况吧", CHINA),
        ("不一定", CHINA),
    ],
)
def test_doubt_is_heard_in_every_language(doubt: str, place: dict[str, Any]) -> None:
    said = "400 el viernes, pero no es seguro" if place is MEXICO else "周五还400，不敢保证"
    _, doubted = talk((said, PROMISE), (doubt, "stall"), **place)

    assert keys(doubted) == ["promise.what_is_sure"]


def test_a_smaller_sum_that_is_certain_takes_the_place_of_the_doubtful_one() -> None:
    _, _, smaller, yes = talk(
        MAYBE, ("not really", "deny"), ("200 i can do for sure", PROMISE), ("yes by card", "affirm")
    )

    assert drafted(smaller) == [(D(200), FRIDAY)]
    assert ASKED not in keys(smaller)
    assert effects(yes, ConfirmPromises) == [ConfirmPromises("card")]


def test_another_sum_told_at_once_is_read_back_and_not_doubted_again() -> None:
    _, smaller = talk(MAYBE, ("no, 200 on friday for sure", PROMISE))

    assert drafted(smaller) == [(D(200), FRIDAY)]
    assert keys(smaller) == ["promise.read_back_ask_method"]


def test_a_doubt_told_with_the_day_is_kept_until_the_sum_is_known() -> None:
    day, amount = talk(("i'll pay something friday if my sister pays me back", PROMISE), ("400", PROMISE))

    assert asks(day) == {"amount"}
    assert keys(amount) == [ASKED]


def test_a_day_told_with_a_maybe_is_kept_and_read_back_with_the_sum() -> None:
    friday, amount = talk(("maybe friday", "stall"), ("400", PROMISE))

    assert asks(friday) == {"amount"}
    assert keys(amount) == ["promise.read_back_ask_method"]
    assert drafted(amount) == [(D(400), FRIDAY)]


def test_what_was_doubted_is_not_read_back_to_who_names_nothing_new() -> None:
    *_, vague = talk(MAYBE, ("no", "deny"), ("i can do something but no idea how much", PROMISE))

    assert drafted(vague) == []
    assert asks(vague) >= {"amount"}


def test_what_was_doubted_does_not_come_back_with_the_next_day_that_is_named() -> None:
    *_, day = talk(MAYBE, ("no", "deny"), ("something, when i get paid", PROMISE), ("the 22nd", PROMISE))

    assert drafted(day) == []
    assert asks(day) == {"amount"}


def test_a_maybe_about_the_rest_leaves_what_was_agreed_written_down() -> None:
    _, both = talk(("20 on friday by card", PROMISE), ("the rest maybe on may 30", PROMISE))

    assert keys(both) == ["promise.read_back"]
    assert [amount for amount, _ in drafted(both)] == [D(20), D("495.20")]


def test_a_day_that_does_not_exist_is_no_doubt_once_another_is_told() -> None:
    _, another = talk(("400 on june 31st", PROMISE), ("sorry i meant may 18th", PROMISE))

    assert keys(another) == ["promise.read_back_ask_method"]


def test_the_certainty_is_asked_once_and_a_correction_settles_it() -> None:
    _, later = talk(MAYBE, ("make it saturday", PROMISE))

    assert drafted(later) == [(D(400), date(2026, 5, 16))]
    assert keys(later) == ["promise.read_back_ask_method"]


def test_hardship_told_in_answer_is_heard_as_hardship() -> None:
    _, hard = talk(MAYBE, ("no i lost my job and can't be sure of anything", "hardship"))

    assert keys(hard) != ["promise.what_is_sure"]


def test_what_was_read_back_before_is_dropped_where_it_is_put_in_doubt() -> None:
    pending = replace(promised("300", FRIDAY), status=PromiseStatus.PENDING)
    (said,) = talk(MAYBE, promises=(pending,))

    assert effects(said, CancelPromises) == [CancelPromises()]
