"""Two payments told by their sums first, a wait until a named day, and a promise said once more without a yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from actions.situation import ConfirmPromises
from core.money import Money
from tests.actions.making import account, drafted, effects, keys, promised, talk

CHINESE: dict[str, Any] = {
    "language": "zh-Hans",
    "zone": "Asia/Shanghai",
    "country": "CN",
    "account": replace(account(), amount=Money.of("515.20", "CNY")),
}


def days(step: Any) -> list[tuple[str, str]]:
    """What the step reads back: sums and days."""
    return [(f"{amount:.2f}", on.isoformat()) for amount, on in drafted(step)]


def test_the_sums_of_two_payments_are_kept_until_their_days_are_said() -> None:
    asking, first, both = talk(
        ("这个月还200 下个月还315.2", "promise_to_pay"),
        ("这个月25号", "promise_to_pay"),
        ("下个月10号", "promise_to_pay"),
        **CHINESE,
    )

    assert keys(asking) == ["promise.ask_day"]
    assert keys(first) == ["promise.small_and_rest"]
    assert days(both) == [("200.00", "2026-05-25"), ("315.20", "2026-06-10")]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("能不能缓到20号", "hardship.offer_extension"),
        ("可以延到下个月10号吗", "promise.read_back_ask_method"),
    ],
)
def test_a_wait_until_a_day_is_granted_within_reach_and_promised_beyond_it(said: str, key: str) -> None:
    (step,) = talk((said, "request_plan"), **CHINESE)

    assert keys(step) == [key]


def test_the_day_said_once_more_without_a_yes_leaves_only_the_way_of_paying_to_ask() -> None:
    read_back, again, paying = talk(
        ("周五还200", "promise_to_pay"), ("周五", "promise_to_pay"), ("微信", "promise_to_pay"), **CHINESE
    )

    assert keys(read_back) == ["promise.read_back_ask_method"]
    assert keys(again) == ["promise.ask_method"]
    assert keys(paying) == ["promise.read_back"]
    assert effects(paying, ConfirmPromises) == []


def test_who_looks_at_the_balance_first_may_say_yes_afterwards() -> None:
    _, looking, agreed = talk(
        ("周五还200", "promise_to_pay"),
        ("等等 我看看余额", "stall"),
        ("行 没问题 微信", "promise_to_pay"),
        **CHINESE,
    )

    assert keys(looking) == ["refusal.later"]
    assert effects(agreed, ConfirmPromises) != []


def test_a_promise_that_stands_is_moved_however_small_it_is_and_no_other_day_is_asked_for() -> None:
    small = replace(promised("50", date(2026, 5, 15), "bank_transfer"), amount=Money.of("50", "CNY"))

    moved, told = talk(
        ("15号那笔改去20号", "cancel_promise"),
        ("哦哦 知道了", "stall"),
        promises=(small,),
        **CHINESE,
    )

    assert days(moved) == [("50.00", "2026-05-20")]
    assert "pay_date" not in {ask for say in told.says for ask in say.parameters}
