"""A broken promise moved to another day, the rest left to another talk, and a receipt with its day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions.situation import Dialogue
from core.messages import Kind
from tests.actions.making import account, after, asks, drafted, keys, promised, talk

BROKEN = promised("300", date(2026, 5, 12))
LANGUAGES = {"zh-Hans": "CN", "zh-Hant": "HK", "es": "MX", "en": "US"}


@pytest.mark.parametrize(
    ("text", "intent", "language"),
    [
        ("can we push it to the 22nd? same amount", "request_plan", "en"),
        ("can i move it to the 22nd", "cancel_promise", "en"),
        ("no me pagaron, lo podemos pasar al 22? lo mismo", "hardship", "es"),
        ("绩效没发 能不能推到22号 还是那么多", "ask_balance", "zh-Hans"),
        ("人工未出 可唔可以改到22號", "request_plan", "zh-Hant"),
    ],
)
def test_a_broken_promise_is_moved_with_its_sum(text: str, intent: str, language: str) -> None:
    (step,) = talk(
        (text, intent),
        dialogue=after("reason", "broken_promise"),
        language=language,
        country=LANGUAGES[language],
        broken=BROKEN,
        broken_promises=1,
    )
    assert drafted(step) == [(Decimal("300.00"), date(2026, 5, 22))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the rest i'll let you know at the end of the month", "en"),
        ("lo q falta ya veremos a final de mes", "es"),
        ("el resto lo vemos el 30", "es"),
        ("剩下的月底再说", "zh-Hans"),
    ],
)
def test_what_is_left_to_another_talk_is_no_second_payment(text: str, language: str) -> None:
    (read_back, agreed) = talk(
        (text, "promise_to_pay"),
        ("ok", "affirm"),
        dialogue=after(
            "confirmation",
            "promise",
            {"amount": "300.00", "on": "2026-05-20", "method": "card"},
            question={"key": "promise.read_back", "parameters": {}},
        ),
        language=language,
        country=LANGUAGES[language],
    )
    assert drafted(read_back) == [(Decimal("300.00"), date(2026, 5, 20))]
    assert "promise.confirmed" in keys(agreed)


def test_the_rest_put_off_after_a_promise_asks_for_nothing() -> None:
    (step,) = talk(
        ("el resto lo vemos a finales de mes", "promise_to_pay"),
        language="es",
        promises=(promised("300", date(2026, 5, 20)),),
    )
    assert keys(step) == ["small_talk.anything_else"]


def test_a_receipt_with_its_day_is_a_proof_and_no_promise() -> None:
    (step,) = talk(
        ("付款截图 5月12日21:46", "promise_to_pay"),
        dialogue=Dialogue(),
        language="zh-Hans",
        country="CN",
        kind=Kind.IMAGE,
        account=account(currency="CNY", holds=frozenset({"paid_claim"})),
    )
    assert not asks(step) & {"pay_date", "amount"}
    assert not drafted(step)


@pytest.mark.parametrize(
    ("text", "is_named"), [("微信", True), ("用微信吧", True), ("以后都在微信上找我", False)]
)
def test_the_name_of_a_way_of_paying_answers_when_the_rest_comes(text: str, is_named: bool) -> None:
    (step,) = talk(
        (text, "contact_preference"),
        dialogue=after(
            "pay_date",
            "promise",
            {"amount": "100.00", "on": "2026-05-20", "rest_asked": True},
            question={"key": "promise.small_and_rest", "parameters": {}},
        ),
        language="zh-Hans",
        country="CN",
        account=account(currency="CNY"),
    )
    assert bool(drafted(step)) is is_named
