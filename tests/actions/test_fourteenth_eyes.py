"""What people said that was taken for something else: where to pay a part, what not to write down, a receipt that is asked
for with the yes, a payment already made, a job lost before the day, a new address amid a dispute."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from actions import route
from actions.contact_records import GaveContact
from actions.drafts import Draft
from actions.situation import ConfirmPromises, Dialogue, Step, Told
from catalogue.values import money
from core.money import Money
from tests.actions.making import account, after, drafted, effects, keys, promised, situation, talk

COUNTRIES = {"en": "US", "es": "MX", "zh-Hans": "CN", "zh-Hant": "HK"}
ONE = Draft(amount=Decimal("300.00"), on=date(2026, 5, 15))
PROMISE = "promise_to_pay"


def read_back(draft: Draft = ONE) -> Dialogue:
    question = {"key": "promise.read_back_ask_method", "parameters": {}}
    return after("confirmation", "promise", draft.as_json(), question=question)


def answered(text: str, intent: str, language: str, draft: Draft = ONE, **changes: Any) -> Step:
    more = {"language": language, "country": COUNTRIES[language], **changes}
    return route.next_step(situation(text, intent, dialogue=read_back(draft), **more))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ok 300 now, whats the account number", "en"),
        ("can i send 300 right now? whats the link", "en"),
        ("can i send 300 right now?", "en"),
        ("puedo mandar 300 ahorita?", "es"),
        ("te pago 300 ahorita, cuál es la cuenta?", "es"),
        ("我现在先转300，账号多少", "zh-Hans"),
        ("而家俾住300先，戶口號碼幾多", "zh-Hant"),
    ],
)
def test_where_to_pay_a_part_names_the_part(text: str, language: str) -> None:
    step = route.next_step(situation(text, "pay_now", language=language, country="US"))

    assert step.says[0].parameters["amount"] == money(Money.of("300", "USD"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ok whats the account number", "en"),
        ("yes, whats the sort code?", "en"),
        ("ok cuál es el número de cuenta", "es"),
        ("va, a qué cuenta?", "es"),
        ("好的 账号多少", "zh-Hans"),
        ("好 戶口號碼幾多？", "zh-Hant"),
    ],
)
def test_a_yes_that_asks_where_to_pay_is_told(text: str, language: str) -> None:
    step = answered(text, "pay_now", language)

    assert keys(step) == ["promise.confirmed", "pay_now.bank"]
    assert effects(step, ConfirmPromises)[0].method == "bank_transfer"
    assert step.says[1].parameters["amount"] == money(Money.of("300", "USD"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ok, and my account number is 4471 if you need it", "en"),
        ("係，我個戶口號碼係012-345-678", "zh-Hant"),
    ],
)
def test_a_number_of_ones_own_asks_for_none(text: str, language: str) -> None:
    assert "pay_now.bank" not in keys(answered(text, "affirm", language))


def test_a_receipt_alone_is_no_yes() -> None:
    step = answered("will i get a receipt?", "out_of_scope", "en")

    assert keys(step) == ["pay_now.receipt", "promise.read_back_ask_method"]


def test_where_to_pay_alone_is_no_yes() -> None:
    step = answered("whats the account number?", "pay_now", "en")

    assert keys(step) == ["pay_now.bank", "promise.read_back_ask_method"]
    assert not effects(step, ConfirmPromises)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("careful, dont put me down for the 515", "en"),
        ("make sure you dont write down 515", "en"),
        ("ojo, no me pongáis los 515", "es"),
        ("pero no me apunten los 515 eh", "es"),
        ("注意别写成515", "zh-Hans"),
        ("小心唔好寫515呀", "zh-Hant"),
    ],
)
def test_another_sum_that_is_not_to_be_written_changes_nothing(text: str, language: str) -> None:
    assert drafted(answered(text, PROMISE, language)) == [(Decimal("300.00"), date(2026, 5, 15))]


def test_the_sum_on_the_table_is_held_back() -> None:
    assert not drafted(answered("dont put me down for the 300", "cancel_promise", "en"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("that's right, 300 friday. do i get a receipt?", "en"),
        ("correct. will you send me something to show i paid?", "en"),
        ("así es, 300 el viernes. me dan recibo?", "es"),
        ("对，周五300。有收据吗？", "zh-Hans"),
        ("係呀，星期五300。有冇收據？", "zh-Hant"),
    ],
)
def test_a_yes_that_asks_for_a_receipt_is_a_yes(text: str, language: str) -> None:
    step = answered(text, "already_paid", language, Draft(ONE.amount, ONE.on, "card"))

    assert keys(step) == ["pay_now.receipt", "promise.confirmed"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("los otros 215 los deposité hoy temprano en oxxo", "already_paid"),
        ("los otros 215 los deposité hoy temprano en oxxo", PROMISE),
        ("the other 215 i deposited early today at the bank", PROMISE),
    ],
)
def test_what_was_deposited_already_is_claimed(text: str, intent: str) -> None:
    step = answered(text, intent, "es" if "otros" in text else "en")

    assert [one.kind for one in effects(step, Told)] == ["paid_claim"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("te iba a pagar 200 el viernes. me corrieron", "es"),
        ("i was gonna pay you 200 friday. got laid off", "en"),
        ("i was going to pay 200 on friday but i lost my job", "en"),
        ("本来周五要还200的。被辞退了", "zh-Hans"),
        ("本來星期五還200。俾人炒咗", "zh-Hant"),
    ],
)
def test_a_job_lost_before_the_day_is_hardship(text: str, language: str) -> None:
    step = route.next_step(situation(text, PROMISE, language=language, country=COUNTRIES[language]))

    assert effects(step, Told)[0].detail["reason"] == "job_loss"
    assert not drafted(step)


def test_what_is_promised_instead_is_read_back() -> None:
    (step,) = talk(("i was gonna pay you 515.20 friday. got laid off. i can pay 200 on the 29th", PROMISE))

    assert drafted(step) == [(Decimal("200.00"), date(2026, 5, 29))]


@pytest.mark.parametrize(
    "text",
    [
        "me lo mandan a mi casa nueva, 4410 Trowbridge apt 6 El Paso 79905",
        "send it to my new place, 4410 Trowbridge apt 6, El Paso 79905",
    ],
)
def test_where_to_send_the_papers_of_a_dispute_is_kept(text: str) -> None:
    step = route.next_step(
        situation(
            text,
            "update_contact",
            dialogue=after("case_details", "dispute"),
            account=account(holds=frozenset({"disputed"})),
        )
    )

    assert [one.kind for one in effects(step, GaveContact)] == ["address"]
    assert keys(step) == ["contact.noted", "dispute.passed_on"]


@pytest.mark.parametrize(
    ("text", "country", "language"),
    [
        ("my new number is 915 555 0147, ill pay 300 friday", "US", "en"),
        ("mi nuevo número es 915 555 0147 y el viernes pago 300", "US", "es"),
        ("我换号了13812345678，周五还300", "CN", "zh-Hans"),
        ("我轉咗電話 6123 4567，星期五還300", "HK", "zh-Hant"),
    ],
)
def test_a_number_and_a_promise_are_both_kept(text: str, country: str, language: str) -> None:
    zone = {"CN": "Asia/Shanghai", "HK": "Asia/Hong_Kong"}.get(country, "America/Chicago")
    currency = {"CN": "CNY", "HK": "HKD"}.get(country, "USD")
    step = route.next_step(
        situation(
            text,
            "update_contact",
            language=language,
            country=country,
            zone=zone,
            account=account("515.20", currency),
            now=datetime(2026, 5, 13, 4, 5, tzinfo=UTC),
        )
    )

    assert [one.kind for one in effects(step, GaveContact)] == ["phone"]
    assert drafted(step) == [(Decimal("300.00"), date(2026, 5, 15))]


def test_a_day_asked_for_the_rest_is_added_to_what_was_agreed() -> None:
    agreed = promised(on=date(2026, 5, 30))
    (step,) = talk(("can the rest be june 20", "request_plan"), promises=(agreed,))

    assert [on for _, on in drafted(step)] == [date(2026, 5, 30), date(2026, 6, 20)]
