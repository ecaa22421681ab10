"""How Chinese names the days of a week (simplified forms)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from reading.days import calendar as cal
from reading.days import festivals as feasts
from reading.days.calendar import VAGUE, Days
from reading.days.context import Seen
from reading.text import MASK
from reading.words.zh import small_number, weekday_number

# 下个月, 下下周 ...: how many on.
AHEAD = r"(?P<ahead>再下(?=个?(?:月|周|星期|礼拜))|(?<!剩)(?<![^其]余)下下|(?<!剩)(?<![^其]余)下|出(?=月)|这|本|今|当|呢|即|嚟紧|来紧|上上|上)"
STEPS = {"再下": 2, "下下": 2, "下": 1, "出": 1, "上": -1, "上上": -2}


def steps(match: re.Match[str]) -> int:
    """How many weeks or months on: 2 for 下下, 0 for none."""
    return STEPS.get(match["ahead"] or "", 0)


def weekday(match: re.Match[str], seen: Seen) -> Days:
    """A weekday with its week (下周五) or without (周五)."""
    weeks, number = steps(match), weekday_number(match["weekday"])
    if weeks < 0:
        return VAGUE
    if number is None:
        return cal.weekend(weeks, today=seen.today)
    if match["ahead"] in ("嚟紧", "来紧", "即"):
        return cal.coming_weekday(number, today=seen.today)
    if match["ahead"] == "再下":
        return replace(cal.week_weekday(number, weeks, today=seen.today), cycle="week")
    if weeks and number == 6 and seen.sunday_first and seen.today.weekday() != 6:
        later = cal.week_weekday(number, weeks, today=seen.today)
        return cal.doubtful((cal.add_days(later, -7), *later.readings), today=seen.today)
    if weeks:
        return cal.week_weekday(number, weeks, today=seen.today)
    if match["ahead"] and seen.sunday_first and seen.today.weekday() == 6 and number < 6:
        return cal.coming_weekday(number, today=seen.today)  # The week has just begun.
    if match["ahead"]:
        return cal.this_weekday(number, today=seen.today)
    return cal.weekday(number, today=seen.today)


def nth_weekday(match: re.Match[str], seen: Seen) -> Days | None:
    """下个月第二个礼拜五, 11月最后一个周五: one weekday of a month, counted from its first day or its last."""
    number = weekday_number(match["weekday"])
    named = small_number(match["month"]) if match["month"] else None
    if number is None or (named is not None and not 1 <= named <= 12) or steps(match) < 0:
        return None
    months = steps(match) if named is None else (named - seen.today.month) % 12
    first = cal.add_months(seen.today.replace(day=1), months)
    days = [first + timedelta(days=n) for n in range((cal.month_last(first) - first).days + 1)]
    fitting = [day for day in days if day.weekday() == number]
    nth = 0 if match["last"] else small_number(match["nth"]) or 0
    return cal.one(fitting[nth - 1], today=seen.today) if nth <= len(fitting) else VAGUE


def nth_weekday_each(match: re.Match[str], seen: Seen) -> Days | None:
    """每月第一个周五, 每月最后一个周五: the next one, which comes back with every month."""
    number = weekday_number(match["weekday"])
    nth = -1 if match["last"] else small_number(match["nth"])
    if number is None or not nth:
        return None
    each = _EACH_MONTH.search(match.string, 0, match.start())
    if not each and (nth not in (2, 3, 4) or "第一" in match.string):
        return None
    for months in (0, 1):
        there = cal.add_months(seen.today.replace(day=1), months)
        day = feasts.nth_weekday(there.month, number, nth)(there.year)
        if day and day >= seen.today and each:
            return Days((day,), certain=True, cycle="last-weekday" if match["last"] else "nth-weekday")
        if day and day >= seen.today:  # 第三个星期三: of the month, or the third to come.
            coming = cal.coming_weekday(number, today=seen.today).readings[0] + timedelta(days=7 * (nth - 1))
            return cal.doubtful((day, coming), today=seen.today)
    return VAGUE


_EACH_MONTH = re.compile(rf"{MASK}[ ,的嘅]{{0,2}}$")


def two_weekdays(match: re.Match[str], seen: Seen) -> Days | None:
    """下周一二: either of two days that follow each other."""
    first, second = weekday_number(match["weekday"]), weekday_number(match["other"])
    if first is None or second != first + 1:
        return None
    day = weekday(match, seen)
    return cal.doubtful((*day.readings, *(one + timedelta(days=1) for one in day.readings)), today=seen.today)


def either_weekday(match: re.Match[str], seen: Seen) -> Days | None:
    """星期四或者五: either of two days of a week."""
    first, second = weekday_number(match["weekday"]), weekday_number(match["other"])
    if first is None or second is None or second <= first:
        return None
    readings = weekday(match, seen).readings
    later = timedelta(days=second - first)
    return cal.doubtful((*readings, *(one + later for one in readings)), today=seen.today)


def weekdays_between(match: re.Match[str], seen: Seen) -> Days | None:
    """下周一到三: any of these days."""
    first, last = weekday_number(match["weekday"]), weekday_number(match["last"])
    if first is None or last is None or last <= first:
        return None
    readings = weekday(match, seen).readings
    if len(readings) != 1:
        return VAGUE
    return cal.doubtful((readings[0] + timedelta(days=n) for n in range(last - first + 1)), today=seen.today)


def whole_week(match: re.Match[str], seen: Seen) -> Days:
    """下周: its days, to choose from."""
    return cal.whole_week(steps(match), today=seen.today) if steps(match) >= 0 else VAGUE


def part_of_week(match: re.Match[str], seen: Seen) -> Days:
    """下周初, 下周底: some days of it."""
    monday = cal.monday(seen.today) + timedelta(days=7 * max(steps(match), 0))
    first, last = {"初": (0, 2), "头": (0, 2), "中": (1, 4), "尾": (3, 7), "底": (4, 7)}[match["part"]]
    return cal.doubtful((monday + timedelta(days=n) for n in range(first, last)), today=seen.today)
