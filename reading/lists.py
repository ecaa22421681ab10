"""Sums and days told in two lists: "100 and 200, the 1st and the 15th"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise

from reading.corrections import Item, kind
from reading.days import Days
from reading.money import Share, Sum
from reading.money.sums import ALL
from reading.payments import Payment
from reading.repeats import PAYDAYS, Every, Times
from reading.turns import days_of_turns

_LISTED = re.compile(
    r"[\s,]*(?:(?:(?:and|n|&|\+|y|e|luego|despues|then|和|跟|同|及|与|、|,)[\s,]*){1,2}(?:el |the |on |l[oa]s? |otr[oa]s? |una? )*)?",
    re.ASCII,
)


def in_step(items: list[Item], text: str) -> list[Payment]:
    """ "100 and 200, the 1st and the 15th": as many days as sums, each list in one breath, go together in order.

    One list after the other may follow: "400 on Friday, then 580 and 580, the 15th and the 30th".
    """
    found = [item for item in items if kind(item) != "repeat"]
    if any(isinstance(item.value, Every) for item in items):
        return []
    if any(item.value == ALL or (isinstance(item.value, Days) and item.value.event) for item in found):
        return []
    lists = [list(one) for _, one in groupby(found, key=kind)]
    if len(lists) % 2 or not any(len(one) > 1 for one in lists):
        return []
    pairs = list(zip(lists[::2], lists[1::2], strict=True))
    if any(len(first) != len(second) for first, second in pairs):
        return []
    if not all(
        _LISTED.fullmatch(text[item.end : following.start])
        for part in lists
        for item, following in pairwise(part)
    ):
        return []
    return [
        _paid(money, day.value if isinstance(day.value, Days) else None)
        for first, second in pairs
        for money, day in zip(
            *((first, second) if kind(first[0]) == "money" else (second, first)), strict=True
        )
    ]


def _paid(money: Item, day: Days | None) -> Payment:
    return Payment(
        sum=money.value if isinstance(money.value, Sum) else None,
        share=money.value if isinstance(money.value, Share) else None,
        when=day,
    )


def in_series(items: list[Item], text: str) -> list[Payment]:
    """ "300, 300, 300 and 330, every Friday": sums told out one by one, one for each turn of what comes round."""
    money = [item for item in items if isinstance(item.value, Sum | Share)]
    times = next((item.value.count for item in items if isinstance(item.value, Times)), len(money))
    told_out = any(
        one.value == other.value and text[one.end : other.start] in (", ", " y ")
        for one, other in pairwise(money)
    )
    every = [item.value for item in items if isinstance(item.value, Every)]
    if not told_out or len(every) > 1 or times != len(money):
        return []
    if any(item.value == ALL or (isinstance(item.value, Sum) and not item.value.certain) for item in money):
        return []
    days = [item.value for item in items if isinstance(item.value, Days) and item.value.readings]
    if every and every[0].cycle == PAYDAYS and len(days) < 2:
        when = [*days, *[None] * (len(money) - len(days))]
    elif every or not days or len(days) == len(money):
        when = days_of_turns(items, days, len(money))
    else:
        return []
    if len(when) != len(money):
        return []
    return [_paid(item, day) for item, day in zip(money, when, strict=True)]


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
