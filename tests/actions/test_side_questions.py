"""A question beside the matter of a message is answered, and the matter goes on."""

from __future__ import annotations

import pytest

from actions import route
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


@pytest.mark.parametrize("text", ["i'll pay what i owe on friday", "ya se lo que debo, el viernes pago 300"])
def test_who_only_names_what_is_owed_asks_nothing(text: str) -> None:
    assert not any(
        key.startswith("balance.") for key in keys(route.next_step(situation(text, "promise_to_pay")))
    )
