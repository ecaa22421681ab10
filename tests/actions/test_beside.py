"""Two matters in one message, and what is asked while a person looks into a case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions.situation import OpenCase, Told
from tests.actions.making import TODAY, account, asks, drafted, effects, keys, obliged, promised, talk


@pytest.mark.parametrize(
    "text",
    [
        "Not my debt, stop texting me",
        "i never borrowed from you. stop",
        "esa deuda no es mía, dejen de escribirme",
        "yo no les debo nada, ya no me manden mensajes",
        "不是我的债 别再发了",
        "我沒借過錢，不要再傳",
    ],
)
@pytest.mark.parametrize("heard", ["opt_out", None])
def test_a_dispute_told_with_a_stop_opens_its_case(text: str, heard: str | None) -> None:
    (step,) = talk((text, "opt_out"), heard=heard)

    assert "dispute" in obliged(step)


@pytest.mark.parametrize(
    "text",
    ["not my number, stop", "this isn't my phone, stop texting", "stop", "no es mi número, basta", "别发了"],
)
def test_a_stop_alone_is_no_dispute(text: str) -> None:
    (step,) = talk((text, "opt_out"))

    assert "dispute" not in obliged(step)


@pytest.mark.parametrize(
    "text",
    [
        "ill give you 250 today if you close it out",
        "250 on friday as full and final settlement",
        "le doy 250 mañana si me perdonan lo demás",
    ],
)
def test_a_sum_on_the_condition_that_the_rest_is_dropped_goes_to_a_person(text: str) -> None:
    step, more = talk((text, "promise_to_pay"), ("what if 300?", "ask_consequence"))

    assert keys(step) == keys(more) == ["plan.reduction_by_person"]
    assert [case.queue for case in effects(more, OpenCase)] == ["hardship"]


def test_all_that_is_owed_to_close_it_is_a_promise() -> None:
    (step,) = talk(("ill pay 515.20 friday if you close it out after", "promise_to_pay"))

    assert keys(step) == ["promise.read_back_ask_method"]


@pytest.mark.parametrize(
    "text", ["y si lo pago en 3 veces?", "and if i do it in 3 payments?", "那我分3期呢？"]
)
def test_a_plan_named_in_a_question_is_shown(text: str) -> None:
    (step,) = talk((text, "ask_consequence"))

    assert keys(step) == ["plan.read_back_ask_method_3"]
    assert "confirmation" in asks(step)


@pytest.mark.parametrize(
    ("text", "intent", "hold"),
    [
        ("why are you still texting me", "ask_identity", "paid_claim"),
        ("por qué me siguen escribiendo", "ask_identity", "paid_claim"),
        ("y q tengo q hacer", "help", "disputed"),
        ("what do i do now", "help", "disputed"),
        ("那我该做什么", "help", "disputed"),
    ],
)
def test_what_happens_meanwhile_is_told_while_a_person_looks_into_it(
    text: str, intent: str, hold: str
) -> None:
    (step,) = talk((text, intent), account=account(holds=frozenset({hold})))

    assert keys(step) == ["balance.on_hold"]


def test_help_alone_says_what_there_is() -> None:
    (step,) = talk(("HELP", "help"), account=account(holds=frozenset({"disputed"})))

    assert keys(step) == ["small_talk.help"]


def test_who_asks_whether_all_is_settled_after_all_was_paid_is_told_so() -> None:
    (step,) = talk(("done. that all sorted?", "already_paid"), account=account(paid=True))

    assert keys(step) == ["balance.nothing_owed"]


@pytest.mark.parametrize(
    "text",
    ["can i do half today and half at the end of the month", "could i pay 257.60 today and the rest may 31"],
)
def test_who_asks_leave_for_two_payments_without_a_mark_proposes_them(text: str) -> None:
    (step,) = talk((text, "request_plan"))

    assert drafted(step) == [(Decimal("257.60"), TODAY), (Decimal("257.60"), date(2026, 5, 31))]


@pytest.mark.parametrize(
    "text",
    ["todavía no me han ingresado la nómina, dame unos días", "boss hasnt paid me yet, give me a few days"],
)
def test_a_few_days_for_wages_that_are_late_is_a_hardship(text: str) -> None:
    (step,) = talk((text, "stall"))

    assert keys(step) == ["hardship.offer_extension"]


def test_a_promise_that_is_taken_back_with_an_accent_is_gone() -> None:
    (step,) = talk(("no voy a poder pagar el viernes, anúlalo", "cancel_promise"), promises=(promised(),))

    assert [told.detail for told in effects(step, Told)] == [{"change": "cancelled"}]
