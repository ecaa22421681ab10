"""One of several agreed payments is dropped, and the others stay."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from actions import route
from actions.situation import CancelPromises
from tests.actions.making import drafted, effects, keys, promised, situation

FIRST, SECOND, THIRD = date(2026, 5, 15), date(2026, 5, 22), date(2026, 5, 29)
TWO = (promised("100.00", on=FIRST), promised("200.00", on=SECOND))
THREE = (*TWO, promised("150.00", on=THIRD))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("cancel the second one", "en"),
        ("scrap the last one", "en"),
        ("i'll have to skip the second one", "en"),
        ("cancela el segundo", "es"),
        ("第二笔取消吧", "zh-Hans"),
        ("第二筆取消", "zh-Hant"),
    ],
)
def test_the_second_of_two_is_dropped_and_the_first_is_read_back(text: str, language: str) -> None:
    step = route.next_step(situation(text, "cancel_promise", promises=TWO, language=language))

    assert drafted(step) == [(Decimal("100.00"), FIRST)]
    assert effects(step, CancelPromises) == []


def test_the_middle_one_of_three_is_dropped() -> None:
    step = route.next_step(situation("cancel the middle one", "cancel_promise", promises=THREE))

    assert drafted(step) == [(Decimal("100.00"), FIRST), (Decimal("150.00"), THIRD)]


@pytest.mark.parametrize("text", ["cancel it", "cancel both of them", "forget it all", "cancel the promise"])
def test_whoever_takes_all_back_takes_all_back(text: str) -> None:
    step = route.next_step(situation(text, "cancel_promise", promises=TWO))

    assert keys(step) == ["promise.taken_back"]
    assert effects(step, CancelPromises) == [CancelPromises(standing=True)]


def test_the_rest_on_another_day_moves_the_last_where_all_of_it_stands() -> None:
    both = (promised("200.00", on=SECOND), promised("315.20", on=date(2026, 6, 5)))
    step = route.next_step(situation("the rest on june 12 actually", "promise_to_pay", promises=both))

    assert drafted(step) == [(Decimal("200.00"), SECOND), (Decimal("315.20"), date(2026, 6, 12))]
