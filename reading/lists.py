"""Sums and days told in two lists: "100 and 200, the 1st and the 15th"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from reading.corrections import Item, kind
from reading.days import Days
from reading.money import Share, Sum
from reading.money.sums import ALL
from reading.payments import Payment
from reading.repeats import Every

_LISTED = re.compile(
    r"[\s,]*(?:(?:(?:and|n|&|\+|y|e|luego|despues|then|和|跟|同|及|与|、|,)[\s,]*){1,2}(?:el |the |on |los? |otros? )*)?",
    re.ASCII,
)


def in_step(items: list[Item], text: str) -> list[Payment]:
    """ "100 and 200, the 1st and the 15th": as many days as sums, each list in one breath, go together in order."""
    found = [item for item in items if kind(item) != "repeat"]
    half = len(found) // 2
    kinds = [kind(item) for item in found]
    lists = (found[:half], found[half:])
    if half < 2 or len(found) % 2 or any(isinstance(item.value, Every) for item in items):
        return []
    if any(item.value == ALL or (isinstance(item.value, Days) and item.value.event) for item in found):
        return []
    if any(len({kind(item) for item in part}) != 1 for part in lists) or kinds[0] == kinds[-1]:
        return []
    if not all(
        _LISTED.fullmatch(text[item.end : following.start])
        for part in lists
        for item, following in pairwise(part)
    ):
        return []
    sums, days = lists if kinds[0] == "money" else (lists[1], lists[0])
    return [
        Payment(
            sum=money.value if isinstance(money.value, Sum) else None,
            share=money.value if isinstance(money.value, Share) else None,
            when=day.value if isinstance(day.value, Days) else None,
        )
        for money, day in zip(sums, days, strict=True)
    ]


# "100 from me and 150 from my wife": said in one breath, and neither after the other.
_TOGETHER = re.compile(
    r"(?!.*\b(?:then|that day|same day|today|now|hoy|ahora|(?:ese|aquel|mismo|este) dia|ahi|after\w*|later|next|luego|despues|or|o|rest|resto)\b)[^.;!?\d]{0,30}\b(?:and|plus|y|e|mas)\b[^.;!?\d]{0,20}"
)


def on_one_day(items: list[Item], text: str) -> list[Payment]:
    """ "100 from me and 150 from my wife on Friday": the one day, told last, is that of both."""
    money, last = items[:-1], items[-1] if items else None
    if len(money) < 2 or last is None or not isinstance(last.value, Days) or not last.value.readings:
        return []
    if not all(isinstance(item.value, Sum) and item.value.certain for item in money):
        return []
    if not all(_TOGETHER.fullmatch(text[item.end : after.start]) for item, after in pairwise(money)):
        return []
    day = replace(last.value, cycle=None)
    return [Payment(sum=item.value, when=day) for item in money if isinstance(item.value, Sum)]
