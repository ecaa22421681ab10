"""A question beside the matter of a message is answered, and the matter goes on."""

from __future__ import annotations

import pytest

from actions import route
from reading.asked_after import asks_if_late, asks_of_fees
from tests.actions.making import keys, situation


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("i can do 300 on friday by card. how much do i still owe all together?", "balance.told"),
        (
            "el viernes le pago 300 con tarjeta. y si me retraso un dia que pasa, hay comisión?",
            "balance.consequence",
        ),
        ("周五还300，刷卡。顺便问下我现在总共还差多少", "balance.told"),
    ],
)
def test_a_question_beside_a_promise_is_answered(text: str, answer: str) -> None:
    said = keys(route.next_step(situation(text, "promise_to_pay")))

    assert said[0] == answer
    assert said[-1].startswith("promise.")


@pytest.mark.parametrize(
    "text",
    [
        "i'll pay what i owe on friday",
        "ya se lo que debo, el viernes pago 300",
        "i know how much i owe, i'll pay 300 on friday",
        "pago 300 el viernes, no sé cuánto me queda después de la renta",
        "300 on friday, depends how much left after rent",
        "发工资看我还剩多少",
        "got extra shifts, can i do 200 on friday?",
        "need to recharge my phone, ok?",
    ],
)
def test_who_only_names_what_is_owed_asks_nothing(text: str) -> None:
    assert not any(
        key.startswith("balance.") for key in keys(route.next_step(situation(text, "promise_to_pay")))
    )


def test_who_tells_of_hardship_is_not_told_what_being_late_means() -> None:
    text = "lost my job, what if i lose the house, im so behind and late"

    assert keys(route.next_step(situation(text, "hardship")))[0].startswith("hardship.")


@pytest.mark.parametrize(
    "text",
    [
        "do y'all charge extra",
        "y'all charge for that",
        "will i be charged more if i split it",
        "300 on friday and do you charge extra",
        "any fees",
        "does interest keep growing",
        "hay recargo",
        "me cobráis algo por pagar en partes?",
        "si me retraso, hay comisión?",
        "会不会加收",
        "要收利息吗",
        "遲咗會唔會收多啲錢",
        "有冇late fee",
    ],
)
def test_these_ask_of_fees(text: str) -> None:
    assert asks_of_fees(text)


@pytest.mark.parametrize(
    "text",
    [
        "yes, i will do extra shifts",
        "yes I will charge it to my card",
        "i hope there is no interest",
        "charge me 300 on friday ok?",
        "can you stop this interest from adding up?",
        "i know theres interest, can i do 200 friday?",
        "espero que no haya recargos",
        "gracias por no cobrarme intereses",
        "谢谢没收我手续费",
        "有額外收入都俾埋你",
        "我知道会收利息",
    ],
)
def test_these_ask_of_no_fees(text: str) -> None:
    assert not asks_of_fees(text)


@pytest.mark.parametrize(
    "text", ["what happens if im late", "qué pasa si no pago ese día", "晚几天会怎么样", "遲咗會點樣"]
)
def test_these_ask_what_comes_of_being_late(text: str) -> None:
    assert asks_if_late(text)


@pytest.mark.parametrize("text", ["what if i pay friday", "今晚怎么样", "qué pasa si pago el viernes"])
def test_these_ask_something_else(text: str) -> None:
    assert not asks_if_late(text)
