"""The last working day of a month, in English and Spanish: "the last business day of each month", "el último día hábil de marzo"."""

from __future__ import annotations

import re

from reading.days import calendar as cal
from reading.days.calendar import Days
from reading.days.context import DayRule, Seen, rule
from reading.words import en, es


def _of_this(match: re.Match[str], seen: Seen) -> Days:
    there = cal.last_working(seen.today)
    later = match["later"] or there < seen.today
    return Days((cal.last_working(seen.today, 1) if later else there,), certain=True, cycle="last-working")


def _of_named(month: int, seen: Seen) -> Days:
    return cal.one(cal.last_working(seen.today, (month - seen.today.month) % 12), today=seen.today)


_EN = r"\b(?:the )?(?:last|final) (?:working|business|banking|trading|week) ?day"
_ES = r"\b(?:el )?ultimo dia (?:habil|laborable|laboral|bancario|de trabajo)"
ENGLISH: tuple[DayRule, ...] = (
    rule(rf"{_EN} (?:of|in) {en.MONTH}", lambda m, s: _of_named(en.month_number(m["month"]), s)),
    rule(rf"{_EN}\b(?: (?:of|in) (?:the|this|(?P<later>next)) month)?", _of_this),
)
SPANISH: tuple[DayRule, ...] = (
    rule(rf"{_ES} del? (?:mes de )?{es.MONTH}", lambda m, s: _of_named(es.month_number(m["month"]), s)),
    rule(rf"{_ES}\b(?: del? (?:este |presente )?mes(?P<later> que (?:viene|entra)| proximo)?)?", _of_this),
)
