"""A debt that is doubted in the breath that agrees to pay it is contested: the yes does not swallow it."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import dispute, route
from actions.drafts import Draft
from actions.situation import ConfirmPromises, Step
from tests.actions.making import account, after, effects, keys, obliged, situation

DRAFT = Draft(amount=Decimal("300.00"), on=date(2026, 5, 15), method="card")
PLACES = {"en": ("US", "USD"), "es": ("MX", "MXN"), "zh-Hans": ("CN", "CNY"), "zh-Hant": ("HK", "HKD")}
DOUBTED = {
    "en": """yes. also i'm not sure this is my debt|yes, not sure i even owe you|yeah ok but i dont think this is mine|yes but i don't remember taking this loan|ok yes. i dont even know if i owe this|yes i dispute this debt though
yes, isn't my debt but fine|sure. i never borrowed from you tho|yes and idk if its even mine|yes, don't recall opening this card|yes but i really don't think i owe you anything|fine yes. i don't owe this but ok""",
    "es": """sí. aunque no estoy segura de que esta deuda sea mía|sí, no creo que sea mi deuda|sí pero no sé si les debo|sí, no recuerdo haber pedido ese préstamo|está bien, yo no les debo nada pero está bien|sí, nunca pedí ese préstamo""",
    "zh-Hans": """对 不过我不确定是不是我欠的|好的 但我没借过这钱|对，这笔钱好像不是我借的|是的 不记得自己借过|对 我不知道这笔钱是不是我的""",
    "zh-Hant": """係 不過唔肯定係咪我爭嘅|好 但我冇借過|對 這筆錢好像不是我借的|係，唔記得有借過|對，但我不確定有沒有欠""",
}
NOT_DOUBTED = {
    "en": """yes the card's not mine its my wifes|yes by card, it's not mine, my sister's|yes, not sure how much i owe tho|yes i know i owe it|yes i don't owe anyone else|yes i don't think i'll need more time
yes its my debt i'll pay it|yes not sure which card|yes. i dont know how the app works|yes i don't remember the number of the card|yes, sorry i never signed in before""",
    "es": """sí, la tarjeta no es mía, es de mi esposo|sí, sé que la debo|sí, no sé cuánto debo bien|sí, no recuerdo el número""",
    "zh-Hans": """对 卡不是我的，是我老公的|对 我知道欠你们的|对 不知道还欠多少""",
    "zh-Hant": """係 張卡唔係我嘅 係我老公|對 不知道還欠多少|係 我知我爭你哋""",
}


def _each(told: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (language, text) for language, texts in told.items() for text in texts.replace("\n", "|").split("|")
    ]


def said(text: str, language: str, intent: str = "affirm", confidence: float = 0.9) -> Step:
    """The step after the text, a promise read back before it."""
    country, currency = PLACES[language]
    question = {"key": "promise.read_back", "parameters": {}}
    read = after("confirmation", "promise", DRAFT.as_json(), question=question)
    owed = account("842.50", currency)
    return route.next_step(
        situation(
            text,
            intent,
            dialogue=read,
            language=language,
            country=country,
            account=owed,
            confidence=confidence,
        )
    )


@pytest.mark.parametrize(("language", "text"), _each(DOUBTED))
def test_a_debt_doubted_beside_a_yes_is_contested(language: str, text: str) -> None:
    step = said(text, language)

    assert "dispute" in obliged(step)
    assert keys(step)[0].startswith("dispute.")


@pytest.mark.parametrize(("language", "text"), _each(NOT_DOUBTED))
def test_a_yes_beside_other_doubts_contests_nothing(language: str, text: str) -> None:
    assert "dispute" not in obliged(said(text, language))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(_each(DOUBTED)),
    st.sampled_from(["affirm", "promise_to_pay", "pay_now", "dispute_debt"]),
    st.floats(0.4, 1),
)
def test_whatever_it_is_taken_for_no_promise_comes_of_it(
    told: tuple[str, str], intent: str, confidence: float
) -> None:
    language, text = told
    step = said(text, language, intent, confidence)

    assert "dispute" in obliged(step)
    assert not effects(step, ConfirmPromises)


def test_a_promise_told_with_a_doubt_is_contested_at_once() -> None:
    step = route.next_step(
        situation("i'll pay 300 friday by card but i'm not sure this is even mine", "promise_to_pay")
    )

    assert obliged(step) == ["dispute"]


@pytest.mark.parametrize(
    "flood", ["not sure this is ", "i dont think i really ", "no sé si ", "不确定这笔钱"]
)
def test_long_messages_are_read_in_time(flood: str) -> None:
    began = time.process_time()
    dispute.beside_yes(situation(flood * (4000 // len(flood)), "affirm"))
    assert time.process_time() - began < 2
