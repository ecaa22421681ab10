"""Spans of the clock and days of the week, as wishes and packs write them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

DAY = 24 * 60
# Minutes since local midnight, half-open: (540, 1020) is 09:00 to 16:59:59.
Minutes = tuple[int, int]

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_GROUPS = {
    "weekday": frozenset(range(5)),
    "workday": frozenset(range(5)),
    "weekend": frozenset({5, 6}),
    "everyday": frozenset(range(7)),
    "daily": frozenset(range(7)),
}


def read_clock(text: str) -> int:
    """Minutes since midnight of `"HH:MM"`; 24:00 is the end of the day. ValueError if it is not one."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?", text.strip())
    if not match:
        raise ValueError("is not a time such as 09:30")
    minutes = int(match[1]) * 60 + int(match[2])
    if int(match[2]) > 59 or minutes > DAY:
        raise ValueError("is not a time of the day")
    return minutes


@lru_cache(maxsize=4096)
def read_span(text: str) -> tuple[Minutes, ...]:
    """The parts of one day that `"HH:MM-HH:MM"` covers; two parts when it runs past midnight.

    A span from a time to the same time is the whole day.
    """
    start_text, dash, end_text = text.replace("–", "-").partition("-")
    if not dash:
        raise ValueError("is not a span such as 09:00-17:00")
    start, end = read_clock(start_text), read_clock(end_text)
    if start == DAY:
        start = 0
    if start < end:
        return ((start, end),)
    if start == end:
        return ((0, DAY),)
    return ((start, DAY), (0, end)) if end else ((start, DAY),)


@lru_cache(maxsize=1024)
def read_days(text: str) -> frozenset[int] | date:
    """The weekdays (Monday is 0) that `"sun"`, `"Sundays"` or `"weekend"` means, or one date."""
    cleaned = text.strip().lower()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", cleaned):
        return date.fromisoformat(cleaned)
    days: set[int] = set()
    for word in re.split(r"[,\s]+", cleaned):
        days |= _weekdays(word)
    return frozenset(days)


def _weekdays(word: str) -> frozenset[int]:
    singular = word.removesuffix("s")
    if singular in _GROUPS:
        return _GROUPS[singular]
    for number, short in enumerate(WEEK):
        if word[:3] == short and singular in _SPELLINGS[number]:
            return frozenset({number})
    raise ValueError("is not a day such as sunday or 2026-12-24")


_SPELLINGS = (
    {"mon", "monday"},
    {"tue", "tues", "tuesday"},
    {"wed", "wednesday"},
    {"thu", "thur", "thurs", "thursday"},
    {"fri", "friday"},
    {"sat", "saturday"},
    {"sun", "sunday"},
)
