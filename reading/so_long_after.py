"""Days that Chinese counts from the payment before: 3/3缴8000，两周后再8000，再过两周2万 (simplified forms)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from reading.corrections import Item, kind
from reading.days import Days
from reading.days.calendar import add_months
from reading.repeats import Every
from reading.text import HAN
from reading.words.zh import SMALL, SPAN, small_number

_LENGTH = re.compile(
    rf"(?P<again>(?:再|又|然后|接着|之后|隔)*)(?:过|等)?多?(?P<count>{SMALL})?个?{SPAN}(?:之?[后内]|以后|过后)?"
)
# 5/21付2200,就是三个礼拜后: the day once more, by another name.
_THAT_IS = re.compile(r"(?:就是|即[系是]|等于|亦即|刚好是?|算起来)$")
_DAYS_IN = {"天": 1, "日": 1, "月": 0}


@dataclass(frozen=True)
class _Length:
    """So many days or months, and whether it was said that they come on top."""

    days: int
    months: int
    again: bool

    def after(self, first: date) -> date:
        """The day so long after another."""
        return add_months(first, self.months) + timedelta(days=self.days)


def so_long_after(items: list[Item], text: str) -> list[Item]:
    """The items with lengths of time as the days that they come to, once a payment was told that has its day.

    Lengths that grow (one month on, two months on) are all counted from that day, others each from the one before.
    """
    if not HAN.search(text) or any(isinstance(item.value, Every) for item in items):
        return items
    items = _next_but_one(items, text)
    first = next((n for n, item in enumerate(items) if _day(item) and not _length(item, text)), None)
    if first is None:
        return items
    lengths = {n: length for n in range(first + 1, len(items)) if (length := _length(items[n], text))}
    if not lengths or not any(kind(item) == "money" for item in items[: min(lengths)]):
        return items
    told = list(lengths.values())
    grow = len(told) > 1 and not any(length.again for length in told[1:]) and _growing(told)
    last, anchor = _day(items[first]), _day(items[first])
    counted = list(items)
    for number in range(first + 1, len(items)):
        length, day = lengths.get(number), _day(items[number])
        if length is not None and last is not None and anchor is not None:
            day = length.after(anchor if grow else last)
            counted[number] = replace(items[number], value=Days((day,), certain=True))
        last = day or last
    return counted


# 下个礼拜五5000,再下个礼拜五5000: the one after that.
_NEXT_AGAIN = re.compile(r"(?<=再)下一?个?(?:(?P<week>周|星期|礼拜|拜)[一二三四五六日天]|月)")


def _next_but_one(items: list[Item], text: str) -> list[Item]:
    counted: list[Item] = []
    last: date | None = None
    for item in items:
        day = _day(item)
        again = _NEXT_AGAIN.match(text, item.start) if day and last and day <= last else None
        while again and day and last and day <= last:
            day = day + timedelta(days=7) if again["week"] else add_months(day, 1)
        counted.append(replace(item, value=Days((day,), certain=True)) if again and day else item)
        last = day or last
    return counted


def _length(item: Item, text: str) -> _Length | None:
    if not isinstance(item.value, Days) or len(item.value.readings) != 1 or item.value.event:
        return None
    said = _LENGTH.fullmatch(text[item.start : item.end])
    if _THAT_IS.search(text[max(0, item.start - 4) : item.start]):
        return None
    if said is None or (said["count"] is None and not said["again"]):
        return None
    count = (small_number(said["count"]) or 0) if said["count"] else 1
    months = count if said["unit"] == "月" else 0
    return _Length(_DAYS_IN.get(said["unit"], 7) * count, months, bool(said["again"]))


def _growing(lengths: list[_Length]) -> bool:
    return all(
        (one.months, one.days) < (other.months, other.days) and bool(one.months) == bool(other.months)
        for one, other in pairwise(lengths)
    )


def _day(item: Item) -> date | None:
    """The one day that an item names."""
    value = item.value
    return value.readings[0] if isinstance(value, Days) and len(value.readings) == 1 else None
