"""Wages that come round, and a payment that does not (simplified forms): 每个月二十号结工资，结了还你一千八."""

from __future__ import annotations

import re

from reading.corrections import Item
from reading.days import Days
from reading.repeats import Every, Times

_COMES_IN = re.compile(r"[号日天底][^,，。还付转给]{0,3}(?:到账|进账|入账|回款|打卡|发放|到卡|打到我)")
_AGAIN_AND_AGAIN = re.compile(r"都|每次|每笔|直到|为止|还完|还清|清为|开始|起|逐月|[次期]还?清")
# Told once more, as what is waited for.
_PAID_THEN = re.compile(r".{0,3}(?:[结发到领出]了|到手|[当那][天日]|[,，])")


def comes_in(clause: str) -> bool:
    """Whether a folded clause tells on which day money comes to the borrower: 退休金每月15号到账."""
    return bool(_COMES_IN.search(clause))


def without_cycle_of_wages(items: list[Item], told: tuple[Item, ...], text: str) -> list[Item]:
    """The `items` of a clause without how often wages come, where no word of all that is `told` makes the payment come back."""
    if any(isinstance(item.value, Times) for item in told) or _AGAIN_AND_AGAIN.search(text):
        return items
    kept = list(items)
    for every, day, wages in zip(items, items[1:], items[2:], strict=False):
        beside = day.start - every.end <= 1 and wages.start - day.end <= 1
        if beside and _of_wages(every, day, wages) and _PAID_THEN.match(text, wages.end - 2):
            kept.remove(every)
    return kept


def _of_wages(every: Item, day: Item, wages: Item) -> bool:
    return (
        isinstance(every.value, Every)
        and isinstance(day.value, Days)
        and bool(day.value.readings)
        and isinstance(wages.value, Days)
        and wages.value.event is not None
    )
