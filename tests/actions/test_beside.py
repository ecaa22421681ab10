"""Hours and contacts told beside another matter are kept, and said to be."""

from __future__ import annotations

import pytest

from actions import route
from actions.contact_records import GaveContact
from actions.situation import Prefers
from tests.actions.making import keys, situation


def effects(text: str, intent: str, kind: type) -> list[object]:
    step = route.next_step(situation(text, intent))
    return [effect for effect in step.effects if isinstance(effect, kind)]


def test_hours_told_beside_a_promise_bind_us() -> None:
    text = "I'll pay 90 on friday. please only text me after 6"

    [wish] = effects(text, "promise_to_pay", Prefers)
    step = route.next_step(situation(text, "promise_to_pay"))

    assert [window["from"] for window in wish.windows] == ["18:00"]  # type: ignore[attr-defined]
    assert keys(step)[0] == "contact.preference_noted"
    assert any(key.startswith("promise.") for key in keys(step))


def test_hours_in_a_clause_beside_a_promise_bind_us() -> None:
    text = "星期五還300，返夜更 下晝2點前唔好send"
    step = route.next_step(situation(text, "promise_to_pay", language="zh-Hant", country="HK"))

    assert [effect for effect in step.effects if isinstance(effect, Prefers)]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("llaman a las 7 de la mañana, eso es ilegal", "complaint"),
        ("gimme till noon tomorrow, it'll be there", "promise_to_pay"),
        ("下午五点", "promise_to_pay"),
    ],
)
def test_hours_of_something_else_are_no_wish(text: str, intent: str) -> None:
    assert effects(text, intent, Prefers) == []


def test_an_email_beside_a_payment_is_not_lost() -> None:
    [given] = effects(
        "paid it yesterday, send the receipt to jo.banks@example.com", "already_paid", GaveContact
    )

    assert given.value == "jo.banks@example.com"  # type: ignore[attr-defined]


def test_hours_told_with_something_grave_are_kept_without_a_word() -> None:
    text = "i cant go on like this. dont text me before 2 in the afternoon, i work nights"

    [wish] = effects(text, "crisis", Prefers)

    assert wish.windows  # type: ignore[attr-defined]
    assert all(key.startswith("crisis.") for key in keys(route.next_step(situation(text, "crisis"))))


def test_a_contact_that_is_not_whole_leaves_what_was_read_back_open() -> None:
    read_back = route.next_step(situation("300 on friday by card", "promise_to_pay")).dialogue

    step = route.next_step(situation("im with amazon in etna now", "update_contact", dialogue=read_back))

    assert keys(step)[0] == "contact.ask_whole"
    assert step.dialogue.asked == "confirmation"
