"""How often wages come, and what is paid out of each: "I get paid every other Friday, next one is Feb 4. 260 each payday"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from reading.corrections import Item
from reading.days import Days
from reading.money import Share, Sum
from reading.repeats import PAYDAYS, Every, Times
from reading.repeats.cycles import FORTNIGHTLY, MONTHLY, WEEKLY, Cycle
from reading.text import HAN

# What is said of wages, and not of what one pays, right before how often they come.
_EARNS = re.compile(
    r"\b(?:(?:get|gets|getting|got|am|i'?m|im|are|we'?re) paid|(?:get|gets|receive|draw|collect) (?:my|me|the|our) (?:pension|wages?|pay|salary|benefits?|giro|ssi|ssdi|disability|stipend|pay ?che(?:ck|que)|che(?:ck|que))|(?:pays?|paying) (?:me|us|out)|(?:boss|job|work|employer|company|agency|gaffer|foreman)(?: only| always| usually)? pays?|(?:my |the |our )?pay ?days?(?: (?:is|are|comes?|falls?|lands?))?"
    r"|(?:my |the |our )?(?:pay ?)?(?:checks?|cheques?|wages?|salary|pay|ssi|ssdi|disability|pension|benefits?|direct deposits?|giro|universal credit|uc)"
    r" (?:is|are|comes?|hits?|lands?|drops?|arrives?|goes|clears?)(?: (?:in|out|through|paid))?|^\W*paid)"
    r"(?:[ ,]+(?:only|usually|always|like|which|is|that'?s|being|on|by|once|in|at|the|job|work|for|every|of|\d{1,2}(?:st|nd|rd|th)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?))*[ ,]*$",
    re.ASCII,
)
_REACH = 60
# "The 1st and 15th": days of the month that wages come on.
_AND = re.compile(r"[\s,]*(?:and|&|n)[\s,]*(?:on |the )*", re.ASCII)


def by_wages(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """`items` with "each payday" as the cycle that wages are said to come in, where their day is known as well;
    how often wages come is no repeated payment itself."""
    if HAN.search(text):
        return _in_their_rhythm(items, text)
    items = _without_both_days(items, text)
    told = [item for item in items if _of_wages(item, text)]
    cadence = next((item.value.cycle for item in told if isinstance(item.value, Every)), None)
    days = [item for item in items if isinstance(item.value, Days) and item.value.readings]
    if cadence is None and _on_days_of_month(told, items, text):
        cadence = MONTHLY
    paid = [item for item in items if isinstance(item.value, Every) and item.value.cycle == PAYDAYS]
    if cadence is None or not paid:
        return items
    dated = [item for item in days if isinstance(item.value, Days) and item.value.certain]
    known = any(
        isinstance(item.value, Days)
        and (cadence in (WEEKLY, MONTHLY) or item.value.cycle is None or item.value.cycle == "month")
        for item in dated
    )
    if not known:
        return items
    kept = [
        replace(item, value=Every(cadence)) if item in paid else item
        for item in items
        if not (isinstance(item.value, Every) and item in told)
    ]
    return tuple(_first_of_cycle(kept, dated) if cadence == FORTNIGHTLY else kept)


# 我是双周薪, 我们周结, 工资一个月发两次: how often wages come.
_RHYTHMS = (
    (re.compile(r"双周(?:薪|结|发)|隔周(?:薪|结|发)|(?:两|2|二)个?(?:周|星期|礼拜)(?:才)?[发结出]"), FORTNIGHTLY),
    (re.compile(r"(?:半个?月|15天|十五天)(?:才)?[发结出]|一个?月[发结出]?(?:两|2|二)次"), Cycle(days=15)),
    (re.compile(r"(?<![双隔两])周(?:薪|结)(?!束)|(?:每|一)个?(?:周|星期|礼拜)[一二三四五六日天]?[发结出]"), WEEKLY),
    (re.compile(r"月(?:薪|结)制?(?=[,，。 ])|每个?月[^,，。]{0,4}[发结出](?!现)"), MONTHLY),
)  # fmt: skip


def _in_their_rhythm(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """`items` of a Chinese text with "each payday" as the cycle that wages come in, where one day is told."""
    paid = [item for item in items if isinstance(item.value, Every) and item.value.cycle == PAYDAYS]
    dated = any(isinstance(item.value, Days) and item.value.certain for item in items)
    cycle = next((cycle for said, cycle in _RHYTHMS if said.search(text)), None)
    if cycle is None or not paid or not dated:
        return items
    return tuple(replace(item, value=Every(cycle)) if item in paid else item for item in items)


def _of_wages(item: Item, text: str) -> bool:
    if not isinstance(item.value, Every | Days) or (
        isinstance(item.value, Every) and item.value.cycle == PAYDAYS
    ):
        return False
    if isinstance(item.value, Days) and not item.value.readings:
        return False
    before = re.split(r"[.;!?]", text[max(0, item.start - _REACH) : item.start])[-1]
    return bool(_EARNS.search(before))


# What stands between the word for wages and their days.
_ON = re.compile(
    r"[ ,:]*(?:(?:is|are|comes?|falls?|every|on|the|each|always|usually|es|son|cae|caen|cada|el|los|dias?|both) ?)*"
)
_EACH = re.compile(r"\b(?:each|every|both|cada|amb[oa]s)\b")
_BOTH = re.compile(r"[\s,]*(?:and|&|n|y|/)[\s,]*(?:on |the |el |dia )*", re.ASCII)


def _without_both_days(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """ "I get paid the 1st and the 15th so 200 on the 15th", "payday is 15 and 30. 90 on the 15th": two days on which wages
    come are none to pay on, where another is told."""
    for number, (first, second) in enumerate(pairwise(items)):
        if not (_a_day(first) and _a_day(second) and _BOTH.fullmatch(text, first.end, second.start)):
            continue
        wages = items[number - 1] if number else None
        hangs = (
            wages is not None
            and isinstance(wages.value, Days)
            and wages.value.event == "payday"
            and _ON.fullmatch(text, wages.end, first.start)
        )
        others = [item for item in items if item not in (first, second)]
        if any(isinstance(item.value, Every | Times) for item in others) or _EACH.search(text):
            continue
        dated = any(
            isinstance(item.value, Days) and item.value.readings and item.start > second.end
            for item in others
        )
        if (
            (hangs or _of_wages(first, text))
            and dated
            and any(isinstance(i.value, Sum | Share) for i in others)
        ):
            return tuple(others)
    return items


def _a_day(item: Item) -> bool:
    """Whether it is a day of the month, or a bare figure that may be one."""
    value = item.value
    if isinstance(value, Sum):
        return value.unit is None and all(figure <= 31 and figure == int(figure) for figure in value.figures)
    return isinstance(value, Days) and value.cycle in ("month", "month-end") and bool(value.readings)


def _on_days_of_month(told: list[Item], items: tuple[Item, ...], text: str) -> bool:
    """ "I get paid on the 1st and 15th"."""
    first = next(
        (item for item in told if isinstance(item.value, Days) and item.value.cycle == "month"), None
    )
    return first is not None and any(
        isinstance(item.value, Days)
        and item.value.cycle in ("month", "month-end")
        and item.start > first.end
        and _AND.fullmatch(text[first.end : item.start])
        for item in items
    )


def _first_of_cycle(items: list[Item], dated: list[Item]) -> list[Item]:
    """Of "every other Friday, the next one is the 4th" the date, which tells which Fridays they are."""
    dates = [item for item in dated if isinstance(item.value, Days) and item.value.cycle != "week"]
    return [
        item
        for item in items
        if item in dates or not (isinstance(item.value, Days) and item.value.cycle == "week")
    ]
