"""Days told of a payment that is named already, and no payment of their own: "the 12th, that's a Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from reading.corrections import Item, kind
from reading.days import Days
from reading.money import Sum
from reading.text import HAN

_IT_IS = r"(?:that'?s|that is|that'?ll be|that will be|which is|which'?ll be|it'?s|it is|it'?ll be|being|que es|que cae(?: en)?|o sea|cae(?: en)?)"
# "The twelfth, that's a Friday": the day once more, by another name.
_NAMES_IT = re.compile(
    rf"[\s,.;()-]*(?:(?:and|n|wait|no|oh|y|ah) )*{_IT_IS}(?: (?:a|an|the|on|my|our|this|like|also|literally|el|un|una|la|es|dia))*\s*",
    re.ASCII,
)
# 改到4号，300不变: the sum said before.
_UNCHANGED = re.compile(r"[元块钱]*(?:还是|就|也|都)?(?:不变|没变|照旧|照样|不改|唔变|冇变)")
_AGAIN = re.compile(
    r"(?:也就|就|即|亦即|刚好|正好|即系|应该|那天)[是系]?(?:[这本]个?月|下个?月|那天)?(?:的)?$"
)
# "... and that's all I'm promising right now": said of the whole, with whatever day.
_ALL_OF_IT = re.compile(
    r"\b(?:that'?s|thats|that is|that'?ll be|es|eso es|seria) (?:[a-z']+ ){0,3}?(?:all|it|lot|everything|max|best|most|limit|me|us|what|todo|lo unico|lo mas|lo que)\b[^,.;!?\x1f\d]*$",
    re.ASCII,
)


def without_asides(items: list[Item], text: str) -> list[Item]:
    """The items without days that only tell of one already named; a weekday that disagrees makes that one doubtful."""
    kept: list[Item] = []
    for item in items:
        if _UNCHANGED.match(text, item.end) and any(other.value == item.value for other in kept):
            continue
        if not isinstance(item.value, Days) or not any(_dated(other) for other in kept):
            kept.append(item)
            continue
        gap = text[kept[-1].end : item.start]
        if _narrows(kept[-1], item) and HAN.search(text):
            kept[-1] = item
            continue
        if _dated(kept[-1]) and not item.value.event and _NAMES_IT.fullmatch(gap):
            kept[-1] = _told_closer(kept[-1], item.value)
        elif _AGAIN.search(gap) and any(_same(other, item) for other in kept):
            continue
        elif not (_ALL_OF_IT.search(gap) and not _followed_by_money(item, items)):
            kept.append(item)
    return kept


def _narrows(named: Item, again: Item) -> bool:
    """月底吧……哦今天就是月底了: which of the days just left open is meant."""
    first, second = named.value, again.value
    return (
        isinstance(first, Days)
        and isinstance(second, Days)
        and len(first.readings) > 1
        and not first.certain
        and second.certain
        and len(second.readings) == 1
        and second.readings[0] in first.readings
        and second.cycle is None
    )


def _same(named: Item, again: Item) -> bool:
    """周二到账就还880，就是31号: the day once more, by another name."""
    return (
        isinstance(named.value, Days)
        and isinstance(again.value, Days)
        and bool(named.value.readings)
        and named.value.readings[:1] == again.value.readings[:1]
    )


def without_named_before(items: list[Item], text: str) -> list[Item]:
    """十号跟二十五号有钱进来,十号给三百其他二十五号: the days named first, where each is named again with its sum."""
    items = _without_sum_again(items, text) if HAN.search(text) else items
    days = [item for item in items if _dated(item)]
    sums = sum(kind(item) == "money" for item in items)
    if len(days) <= sums or any(kind(item) == "repeat" for item in items):
        return items
    if not HAN.search(text) and sums < 2:
        return _without_day_again(items, days, text) if sums == 1 else items
    again = {
        one.start
        for number, one in enumerate(days)
        if any(_readings(other) == _readings(one) for other in days[number + 1 :])
    }
    if not HAN.search(text) and not _led_by(days, again, items):
        return items
    return [item for item in items if item.start not in again or not _dated(item)]


def _led_by(days: list[Item], again: set[int], items: list[Item]) -> bool:
    """ "On the 7th and the 21st: the 7th 900, the 21st 1100": all named first, then each with its own sum."""
    sums = [item.start for item in items if kind(item) == "money"]
    return len(days) - len(again) == len(sums) and max(again, default=0) < min(sums)


_OF_SEVERAL = re.compile(r"[各再又每]|第[一二三]|分别|另|然后|接着|跟住|两[次笔天]")


def _without_sum_again(items: list[Item], text: str) -> list[Item]:
    """不是3000是3500,我3/10付3500: the one sum, however often it is told, beside its one day."""
    days = [item for item in items if kind(item) == "day"]
    sums = [item for item in items if isinstance(item.value, Sum)]
    others = len(items) - len(days) - len(sums)
    if len(days) != 1 or len(sums) < 2 or others or _OF_SEVERAL.search(text):
        return items
    if any(item.value != sums[0].value for item in sums):
        return items
    nearest = min(sums, key=lambda item: max(item.start - days[0].end, days[0].start - item.end))
    return [item for item in items if item is nearest or item is days[0]]


_MORE = re.compile(
    r"\b(?:then|next|again|another|after|also|same|both|each|y luego|despues|otr[oa]s?|tambien|cada|ambos)\b",
    re.ASCII,
)


def _without_day_again(items: list[Item], days: list[Item], text: str) -> list[Item]:
    """ "I meant Saturday, I'll send the 55 on Saturday": the one sum has one day, however often it is told."""
    again = [
        one
        for number, one in enumerate(days)
        if any(_readings(other) == _readings(one) for other in days[:number])
        and not _MORE.search(text[days[0].end : one.start])
    ]
    return [item for item in items if not any(item is one for one in again)]


def _readings(item: Item) -> tuple[date, ...]:
    return item.value.readings if isinstance(item.value, Days) else ()


def _dated(item: Item) -> bool:
    return isinstance(item.value, Days) and bool(item.value.readings)


def _followed_by_money(item: Item, items: list[Item]) -> bool:
    return any(one is item and kind(other) == "money" for one, other in pairwise(items))


def _told_closer(named: Item, again: Days) -> Item:
    """The day named before, as the other name for it leaves it."""
    days = named.value
    if not isinstance(days, Days) or again.cycle != "week" or not again.readings or not days.readings:
        return named
    weekday = again.readings[0].weekday()
    agreeing = tuple(day for day in days.readings if day.weekday() == weekday)
    if agreeing:
        return replace(named, value=replace(days, readings=agreeing, certain=len(agreeing) == 1))
    both = tuple(sorted({*days.readings, *again.readings}))
    return replace(named, value=Days(both[:7], certain=False))
