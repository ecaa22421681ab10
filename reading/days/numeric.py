"""Dates written in figures only, which every language shares but for the order of day and month."""

from __future__ import annotations

import re

from reading.days.calendar import VAGUE, Days, doubtful, month_day
from reading.days.context import Seen, rule
from reading.text import MASK
from reading.words.zh import weekday_number


def _year_first(match: re.Match[str], seen: Seen) -> Days | None:
    year, month, day = (int(part) for part in match.groups())
    return month_day(month, day, year, today=seen.today)


def _without_year(match: re.Match[str], seen: Seen) -> Days | None:
    """1/2 and the like are shares, unless a word says that a day is meant."""
    if (match[1], match[2]) in _USUAL_SHARES:
        before = match.string[max(0, match.start() - 12) : match.start()]
        if not (
            _DAY_WORD.search(before)
            or _DAY_FOLLOWS.match(match.string, match.end())
            or _TOLD_AGAIN.search(before)
            or (_HOUR_FOLLOWS.match(match.string, match.end()) and not _SHARED.search(before))
            or _of_that_weekday(match, seen)
            or _DATE_BEFORE.search(match.string, 0, match.start())
            or _DATE_BEHIND.match(match.string, match.end())
        ):
            return None
    return _ordered(int(match[1]), int(match[2]), None, seen)


_USUAL_SHARES = frozenset((("1", "2"), ("1", "3"), ("2", "3"), ("1", "4"), ("3", "4")))
# "1/3 15/3 1/4 15/4": one of a list of dates, another of which is no share.
_NO_SHARE = r"(?:\d{1,2}/(?:[5-9]|1[0-2])|(?:[5-9]|[12]\d|3[01])/\d{1,2})(?![\d/])"
_DATE_BEHIND = re.compile(
    rf"[ ,]+(?:(?:and|&|y|el|on) )*(?:1/[234][ ,]+(?:(?:and|&|y|el|on) )*)?{_NO_SHARE}", re.ASCII
)
_DATE_BEFORE = re.compile(rf"(?<![\d/]){_NO_SHARE}[ ,]+(?:(?:and|&|y|el|on) )*$", re.ASCII)
_DAY_WORD = re.compile(
    r"(?:\b(?:on|by|before|b4|til|till|until|due|for|el|al|hasta|para|dia|del?)|在|到|等|分之?[一二三四]|下次是?) ?$"
)


# 1/4一定转, 1/5领薪, 1/3 3000: what stands behind makes it a day.
_DAY_FOLLOWS = re.compile(
    r" ?(?:号|一定|[(（,， ]?(?:凌晨|早上|上午|中午|下午|傍晚|晚上|早晨|朝早|下昼|夜晚)|(?:还是|或者?|跟|和|、)\d{1,2}/\d{1,2}(?!的)|开始|起(?!码)|[(（]?(?:周|星期|礼拜|拜)[一二三四五六日天](?=[)）前])|之?前|以前|左右|那天|当天|领|发|出粮|会|再(?!说)|(?:还|缴|转|汇|付|入|给|俾|畀|繳) ?[$¥]?\d{3,}|[$¥]?\d{3,})"
)


# 下礼拜一（1/4）, 1/3下午2点, 1/3还是1/9: a weekday, an hour or another day beside it.
_TOLD_AGAIN = re.compile(r"(?:周|星期|礼拜|拜)[一二三四五六日天][ (（,，]{0,2}$")
_HOUR_FOLLOWS = re.compile(rf" ?{MASK}")
_SHARED = re.compile(r"[还付缴给转先交出的]$")
_WEEKDAY_BEHIND = re.compile(r"[ (（,，]{0,2}(?:周|星期|礼拜|拜)(?P<weekday>[一二三四五六日天])")


def _of_that_weekday(match: re.Match[str], seen: Seen) -> bool:
    """1/3禮拜一: the weekday behind it is the one of that day."""
    behind = _WEEKDAY_BEHIND.match(match.string, match.end())
    days = _ordered(int(match[1]), int(match[2]), None, seen) if behind else None
    number = weekday_number(behind["weekday"]) if behind else None
    return days is not None and any(day.weekday() == number for day in days.readings)


_DATE = re.compile(r"(?<![\d/.$-])(?!24/7)(\d{1,2})/(\d{1,2})(?![\d%])", re.ASCII)


def order_told(text: str) -> bool | None:
    """Whether months come first in `text`, as a date in it shows that has just one reading: 9/22, 10/6. None: none does."""
    shown = {
        int(first) <= 12
        for first, second in _DATE.findall(text)
        if 0 < min(int(first), int(second)) <= 12 < max(int(first), int(second)) <= 31
    }
    return shown.pop() if len(shown) == 1 else None


def _ordered(first: int, second: int, year: int | None, seen: Seen) -> Days | None:
    month_first = month_day(first, second, year, today=seen.today) if first <= 12 else VAGUE
    day_first = month_day(second, first, year, today=seen.today) if second <= 12 else VAGUE
    if not 1 <= first <= 31 or not 1 <= second <= 31 or min(first, second) > 12:
        return None
    if first == second:
        return month_first
    if seen.month_first is None and first <= 12 and second <= 12:
        return doubtful((*month_first.readings, *day_first.readings), today=seen.today)
    if first > 12 or second > 12:
        return day_first if first > 12 else month_first
    return month_first if seen.month_first else day_first


def _of_the_republic(match: re.Match[str], seen: Seen) -> Days | None:
    """115/1/20: years counted from 1912, as in Taiwan."""
    year, month, day = (int(part) for part in match.groups())
    return month_day(month, day, year + 1911, today=seen.today)


def _dashed(match: re.Match[str], seen: Seen) -> Days | None:
    """ "On 11-30"; "on 10-12", not "on 10.12", may be the 12th of October or the days from the tenth on."""
    first, second = int(match[1]), int(match[2])
    named = _ordered(first, second, None, seen)
    return (
        doubtful(named.readings, today=seen.today)
        if named and first < second <= 12 and "." not in match[0]
        else named
    )


RULES = (
    rule(r"(?<![\d/.-])(1[0-4]\d)[/.-](\d{1,2})[/.-](\d{1,2})(?![\d/-])", _of_the_republic),
    rule(r"(?<![\d/.-])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/-])", _year_first),
    rule(
        r"(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(20\d\d|\d\d)(?![\d/-])",
        lambda m, s: _ordered(int(m[1]), int(m[3]), int(m[4]) + 2000 if int(m[4]) < 100 else int(m[4]), s),
    ),
    rule(
        r"\b(?:on|by|before|until|till?|due|el|al|para el|hasta el|antes del) (\d{1,2})[-.](\d{1,2})(?![\d%.,/-]| ?(?:[ap]\.?m\b|o'?clock|hrs|weeks|days))",
        _dashed,
    ),
    rule(r"(?<![\d/.$-])(?<!\d,)(\d{1,2})/(\d{1,2})(?![\d/%])(?! (?:now|of)\b)", _without_year),
)
