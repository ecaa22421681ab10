"""What a tenth and an eleventh hand's conversations stumbled over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions import answers, certainty, parts, proving, route
from actions.situation import CancelPromises, Dialogue, Identity, Prefers
from actions.ways import Point, Ways
from tests.actions.making import after, drafted, effects, keys, obliged, promised, situation

READ_BACK = after("confirmation", "promise", {"amount": "300", "on": "2026-05-15", "method": "card"})


@pytest.mark.parametrize(
    "text",
    ["before i forget the number changed", "antes q se me olvide, cambié de número", "don't forget it"],
)
def test_what_is_not_to_be_forgotten_takes_nothing_back(text: str) -> None:
    assert not certainty.takes_back(text)


@pytest.mark.parametrize(
    "text", ["forget it", "olvídelo", "forget about that payment", "olvida lo que dije", "cancel it"]
)
def test_what_is_to_be_forgotten_is_taken_back(text: str) -> None:
    assert certainty.takes_back(text)


@pytest.mark.parametrize(
    "text",
    ["no worries thats good", "no pus sí, así quedamos", "no problem", "要得", "一言为定", "yeh thats right"],
)
def test_these_are_a_yes(text: str) -> None:
    assert answers.begins_yes(text) or answers.yes(text)
    assert not answers.begins_no(text)


@pytest.mark.parametrize("text", ["no si mañana no puedo", "no hay dinero", "no"])
def test_these_are_none(text: str) -> None:
    assert not answers.yes(text)
    assert not answers.begins_yes(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "120 monday on the card thats right. rest ill talk to u about after",
            "120 monday on the card thats right.",
        ),
        ("x transferencia. lo q falta ya la otra quincena lo vemos", "x transferencia."),
        ("剩下的等我25號領薪水再跟你說 先記這筆就好 用轉帳", "先記這筆就好 用轉帳"),
        ("20號2500 銀行過數 淨返嗰啲到時再傾", "20號2500 銀行過數"),
        ("the rest on june 5", "the rest on june 5"),
        ("剩下的25号还", "剩下的25号还"),
    ],
)
def test_a_rest_for_another_talk_is_no_payment(text: str, left: str) -> None:
    assert parts.without_rest(situation(text)).text == left


def test_the_rest_two_weeks_after_that_is_counted_from_the_first_payment() -> None:
    step = route.next_step(situation("n the rest 2 wks after that", "promise_to_pay", dialogue=READ_BACK))

    assert drafted(step)[1] == (Decimal("215.20"), date(2026, 5, 29))


def test_what_is_agreed_and_said_once_more_is_not_made_twice() -> None:
    s = situation("yes 300 on the 15th like i said", "promise_to_pay", promises=(promised(),))

    assert not drafted(route.next_step(s))


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("only write to me by email from now on", {"sms", "whatsapp"}),
        ("淨係用whatsapp", {"sms"}),
        ("solo por whatsapp por favor", {"sms"}),
        ("whatsapp is fine", set()),
        ("only call after 5", set()),
    ],
)
def test_one_way_and_no_other_refuses_the_others(text: str, refused: set[str]) -> None:
    ways = Ways(points=(Point("sms", "+1", "active"), Point("whatsapp", "+1", "active")))
    step = route.next_step(situation(text, "contact_preference", ways=ways))

    wishes: list[Prefers] = effects(step, Prefers)
    assert {one.channel_unwanted for one in wishes} - {None} == refused


def test_a_postcode_that_nobody_asked_for_proves_nothing() -> None:
    unknown = Identity("unverified", 0, ("dob", "postcode"))
    asked = Dialogue(asked="identity", about="opening", draft={"kind": "dob"})

    assert proving.said(situation("zip 60614", identity=unknown, dialogue=asked)) == ()


def test_a_complaint_before_identity_asks_for_the_fact_again() -> None:
    question = {"key": "opening.ask_dob", "parameters": {"lender": "Riverbank"}}
    asked = Dialogue(asked="identity", about="opening", draft={"kind": "dob"}, question=question)
    step = route.next_step(situation("your man was rude", "complaint", verified=False, dialogue=asked))

    assert obliged(step) == ["complaint"]
    assert keys(step)[-1] == "opening.ask_dob"


def test_what_is_not_to_be_put_down_yet_is_dropped() -> None:
    step = route.next_step(situation("don't put me down for that yet", "dispute_debt", dialogue=READ_BACK))

    assert effects(step, CancelPromises)
    assert keys(step) == ["promise.what_is_sure"]


def test_a_way_of_paying_told_first_is_kept_and_the_sum_asked() -> None:
    asked = after("amount", "promise")
    step = route.next_step(situation("刷卡 别的我不会弄", "pay_now", dialogue=asked, language="zh-Hans"))

    assert step.dialogue.draft["method"] == "card"
    assert step.dialogue.asked == "amount"


def test_what_was_agreed_is_told_to_who_asks() -> None:
    s = situation(
        "remind me what we agreed", "out_of_scope", promises=(promised(), promised("50", date(2026, 6, 1)))
    )

    assert keys(route.next_step(s)) == ["balance.your_promise"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("forget what i said about friday", "cancel_promise"),
        ("客服电话多少", "request_human"),
        ("yeah thats what we said", "affirm"),
    ],
)
def test_who_speaks_of_what_was_agreed_does_not_ask_for_it(text: str, intent: str) -> None:
    step = route.next_step(situation(text, intent, promises=(promised(),)))

    assert keys(step) != ["balance.your_promise"]


def test_an_app_that_does_not_let_one_pay_takes_no_promise_back() -> None:
    step = route.next_step(
        situation("la app no me deja", "payment_problem", dialogue=READ_BACK, language="es")
    )

    assert keys(step) != ["promise.what_is_sure"]
