"""Shame is no complaint, a bitter greeting no thanks, and who only says that they are there is greeted; help is help."""

from __future__ import annotations

from typing import Any

import pytest

from actions import hardship, moods, route
from actions.situation import Obliges
from tests.actions.making import account, after, effects, keys, situation


@pytest.mark.parametrize(
    ("text", "taken_for"),
    [
        ("ay q pena con ustedes, me muero de la verguenza de verdad", "complaint"),
        ("estoy avergonzada, nunca me había atrasado", "dispute_debt"),
        ("sorry, im so ashamed of this", "complaint"),
        ("this is humiliating, i never miss a bill", "complaint"),
        ("太丢人了 真的没脸回你们", "complaint"),
        ("真係好失禮 唔好意思呀", "out_of_scope"),
    ],
)
def test_who_is_ashamed_is_asked_what_happened(text: str, taken_for: str) -> None:
    step = route.next_step(situation(text, taken_for, confidence=0.5))

    assert keys(step) == ["hardship.ask_reason"]
    assert not effects(step, Obliges)


@pytest.mark.parametrize(
    "text",
    [
        "que poca vergüenza tienen ustedes",
        "vergüenza debería darles llamar a mi trabajo",
        "you embarrassed me at work",
        "you should be ashamed",
        "so embarrassed that you called my boss",
        "你们打到我公司 害我丢人",
        "搞到我喺同事面前好失禮",
    ],
)
def test_who_was_shamed_by_us_complains(text: str) -> None:
    assert moods.understood(situation(text, "complaint")).intent == "complaint"


@pytest.mark.parametrize(
    "text", ["没脸活了", "me da vergüenza, ya no quiero vivir", "i'm so ashamed i could end it"]
)
def test_danger_is_never_mere_shame(text: str) -> None:
    assert moods.understood(situation(text, "complaint")).intent == "complaint"


@pytest.mark.parametrize(
    ("text", "taken_for"),
    [
        ("oh fantastic, you again. your interest rate is killing me btw, love that for me", "thank"),
        ("wow another message, my favorite. thanks so much", "thank"),
        ("ah perfecto, otra vez ustedes, qué alegría", "goodbye"),
        ("好棒喔 又是你們 謝謝齁", "thank"),
        ("在的哈 刚卸完货才看到", "out_of_scope"),
        ("here, was driving", "out_of_scope"),
        ("喺度 啱啱先睇到", "out_of_scope"),
        ("aquí estoy, apenas lo vi", "out_of_scope"),
    ],
)
def test_who_only_says_that_they_are_there_is_greeted(text: str, taken_for: str) -> None:
    assert keys(route.next_step(situation(text, taken_for, confidence=0.4))) == ["small_talk.hello"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("thank you again", "thank"),
        ("thanks, i just saw it went through", "thank"),
        ("i never want to hear from you people again", "out_of_scope"),
        ("here's my confirmation number", "out_of_scope"),
        ("我剛剛看到彩虹", "out_of_scope"),
        ("presente la bancarrota en junio", "out_of_scope"),
    ],
)
def test_what_is_no_such_greeting_stays_what_it_is(text: str, intent: str) -> None:
    assert moods.understood(situation(text, intent)).intent == intent


@pytest.mark.parametrize(
    "text", ["有冇得幫下手㗎", "can you help me out here", "hay alguna ayuda", "能不能帮帮忙"]
)
def test_who_asks_for_help_once_a_person_has_the_hardship_is_told_what_comes(text: str) -> None:
    held: dict[str, Any] = {
        "account": account(holds=frozenset({"hardship"})),
        "told": {"hardship": {"reason": "illness", "term": "long"}},
    }

    for dialogue in (after(hardship.MORE, hardship.ABOUT), None):
        assert keys(route.next_step(situation(text, "help", dialogue=dialogue, **held))) == [
            "hardship.what_next"
        ]


def test_who_asks_for_help_where_days_were_offered_is_shown_smaller_parts() -> None:
    offered = hardship.next_step(situation("my paycheck is late", "hardship")).dialogue

    step = route.next_step(situation("can you help me out", "help", dialogue=offered))

    assert keys(step)[0].startswith("plan.")
