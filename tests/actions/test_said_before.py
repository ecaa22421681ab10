"""At a read-back: a yes beside a wish about hours is a yes, and a sum that is said to be of before is asked about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from actions import route
from actions.drafts import Draft
from actions.situation import CancelPromises, ConfirmPromises, Prefers, Step, Told
from tests.actions.making import account, after, drafted, effects, keys, promised, situation

DRAFT = Draft(amount=Decimal("300.00"), on=date(2026, 5, 15), method="card")
PLACES = {"en": ("US", "USD"), "es": ("MX", "MXN"), "zh-Hans": ("CN", "CNY"), "zh-Hant": ("TW", "TWD")}
QUESTION = {"key": "promise.read_back", "parameters": {}}
READ_BACK = after("confirmation", "promise", DRAFT.as_json(), question=QUESTION)


def said(text: str, language: str, intent: str, draft: Draft = DRAFT, **more: Any) -> Step:
    """The step after the text, a promise read back before it."""
    country, currency = PLACES[language]
    read = after("confirmation", "promise", draft.as_json(), question=QUESTION)
    owed = account("842.50", currency)
    return route.next_step(
        situation(text, intent, dialogue=read, language=language, country=country, account=owed, **more)
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("stop texting me after 8pm and yes", "en"),
        ("don't text me before 9am. yes", "en"),
        ("no more texts after 8pm please, and yes that's right", "en"),
        ("no me escriban después de las 8 de la noche y sí", "es"),
        ("晚上8点以后别发，对的", "zh-Hans"),
        ("晚上8點以後不要傳，對", "zh-Hant"),
    ],
)
def test_a_yes_behind_a_wish_about_hours_confirms_and_the_hours_are_noted(text: str, language: str) -> None:
    step = said(text, language, "contact_preference")

    assert effects(step, ConfirmPromises)
    assert effects(step, Prefers)
    assert keys(step) == ["contact.preference_noted", "promise.confirmed"]


@pytest.mark.parametrize("text", ["stop texting me after 8pm", "dont text me after 8pm, ok"])
def test_a_wish_about_hours_alone_is_no_yes(text: str) -> None:
    step = said(text, "en", "contact_preference")

    assert not effects(step, ConfirmPromises)
    assert effects(step, Prefers)
    assert step.dialogue.asked == "confirmation"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("you said 250 last time", "en"),
        ("but you guys told me 250 before", "en"),
        ("we agreed on $250", "en"),
        ("ustedes me dijeron 250 la vez pasada", "es"),
        ("habíamos quedado en 250", "es"),
        ("你们上次说250", "zh-Hans"),
        ("你哋之前講250蚊", "zh-Hant"),
        ("之前說好250元", "zh-Hant"),
    ],
)
def test_a_sum_said_to_be_of_before_is_asked_about(text: str, language: str) -> None:
    for intent in ("cancel_promise", "deny", "promise_to_pay", "complaint"):
        step = said(text, language, intent, confidence=0.3 if intent == "complaint" else 0.9)

        assert keys(step) == ["promise.which_amount"]
        assert not effects(step, CancelPromises)
        assert not effects(step, Told)


def test_the_answer_is_read_back() -> None:
    asked = said("you said 250 last time", "en", "cancel_promise").dialogue
    step = route.next_step(situation("250", "promise_to_pay", dialogue=asked))

    assert drafted(step) == [(Decimal("250.00"), date(2026, 5, 15))]
    assert keys(step) == ["promise.read_back"]


def test_what_was_agreed_is_told_where_it_stands() -> None:
    step = said("you said 250 last time", "en", "cancel_promise", promises=(promised("200"),))

    assert keys(step) == ["balance.your_promise", "promise.read_back"]
    assert step.dialogue.asked == "confirmation"


@pytest.mark.parametrize(
    ("text", "intent"),
    [("no, i said 250 not 300", "deny"), ("make it 250", "cancel_promise"), ("i said 250", "promise_to_pay")],
)
def test_a_correction_stays_one(text: str, intent: str) -> None:
    assert keys(said(text, "en", intent)) != ["promise.which_amount"]
