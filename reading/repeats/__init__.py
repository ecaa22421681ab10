"""Payments that come back: every how often, and how many times."""

from __future__ import annotations

from datetime import date, timedelta

from reading.days.calendar import add_months
from reading.repeats import en, es, zh
from reading.repeats.cycles import PAYDAYS, Cycle, Every, Times
from reading.spans import Found, Rule, scan
from reading.text import HAN

__all__ = ["PAYDAYS", "Every", "Times", "find_repeats", "following"]

type Repeat = Every | Times
_RULES: dict[str, tuple[Rule[None, Repeat], ...]] = {
    "latin": (*en.RULES, *es.RULES),
    "zh": (*zh.RULES, *en.RULES),
}


def find_repeats(text: str) -> tuple[list[Found[Repeat]], str]:
    """Every "a week", "every other", 每月, "in 3 payments" in folded `text`, and the text with these masked."""
    return scan(text, _RULES["zh" if HAN.search(text) else "latin"], None)


def following(first: date, cycle: Cycle, count: int) -> list[date]:
    """`count` days from `first` on: weeks count in days, months keep the number of the day."""
    if cycle.months:
        return [add_months(first, cycle.months * n) for n in range(count)]
    return [first + timedelta(days=cycle.days * n) for n in range(count)]
