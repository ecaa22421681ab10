"""Figures that say what several payments come to, and are no payment of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from core.money import Money
from reading.corrections import Item
from reading.days import Days
from reading.money import Share, Sum
from reading.money.sums import ALL, REST
from reading.repeats import Every, Times
from reading.repeats.cycles import MONTHLY
from reading.text import HAN
from reading.words.zh import small_number

_DIVIDES = ("split", "divided", "spread")
# "Los 1.200 restantes en dos plazos".
_LEFT_OVER = re.compile(r" (?:restantes?|que (?:quedan?|faltan?|restan?|sobran?)|pendientes?|sobrantes)\b")
_SPLITS = re.compile(r"(?:split |divided |spread )?(?:in|into|over|split|en|a|分)", re.ASCII)


def totalled(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """Mark the figure of "300 in 3 payments" as their total; "36000 in 6, each 6000" names each payment as well."""
    items = _evenly(items, text)
    items = _up_to_a_sum(_at_once(_without_result(_without_what_is_left(items, text), text), text), text)
    left = list(items)
    for item, following in pairwise(items):
        figure, times = item.value, following.value
        if not isinstance(figure, Sum) or not isinstance(times, Times) or not figure.certain:
            continue
        if any(isinstance(other.value, Every) and other.start < item.start for other in items):
            continue  # "500 a month, in ten payments": the figure is the month's.
        between = _LEFT_OVER.sub("", text[item.end : following.start]).strip(
            " ,，就我想打算要可以先准备的是吧元块钱蚊"
        )
        split = _SPLITS.match(text[following.start : following.end]) or _SPLITS.fullmatch(between)
        divided = between.startswith(_DIVIDES)
        between = "" if _SPLITS.fullmatch(between) else between
        if between or len(figure.figures) != 1 or not split:
            continue
        each = [other.value for other in items if isinstance(other.value, Sum) and other is not item]
        days = [other for other in items if other.start > following.start]
        if any(other.figures == (figure.figures[0] / times.count,) for other in each):
            left.remove(item)
        elif len(days) == times.count and all(isinstance(other.value, Days) for other in days):
            part = replace(figure, figures=(figure.figures[0] / times.count,))
            left = [one for one in left if one not in (item, following) and not _names_rest(one, item)]
            left += [Item(day.start, day.start, part) for day in days]
        elif not each or divided or _of_the_rest(item, items):
            left[left.index(item)] = replace(item, value=replace(figure, total=True))
    return tuple(sorted(left, key=lambda item: (item.start, item.end)))


# "Split my balance evenly between the 15th of February, March and April".
_EVENLY = re.compile(
    r"\b(?:evenly|equally|(?:split|divide|spread) (?:it|this|that|everything|(?:my|the) \w+) (?:up )?(?:between|over|across|on)|a partes iguales|por igual)\b|均分|平分|平均"
)


def _evenly(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """The items with as many payments as days, where all of it is to be parted between days and no sum is told."""
    days = [item for item in items if isinstance(item.value, Days) and item.value.readings]
    others = [item for item in items if item not in days and item.value != ALL]
    if others or len(days) < 2 or not _EVENLY.search(text):
        return items
    return (Item(days[0].start, days[0].start, Times(len(days))), *days)


# 一个月一千，先给你仨月的: the months that are paid at once.
_MONTHS_AT_ONCE = re.compile(
    r"(?:先|一次性?|一起|直接)[^,，。\d]{0,5}?(?P<count>[两二三四五六七八九十仨俩]|\d{1,2})个?月(?:的|份)(?!工资|收入)"
)


def _at_once(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """The items with what falls to so many months as one sum, where a month's sum was told before."""
    said = _MONTHS_AT_ONCE.search(text)
    every = next((item for item in items if item.value == Every(MONTHLY)), None)
    sums = [item for item in items if isinstance(item.value, Sum)]
    if said is None or every is None or len(sums) != 1 or sums[0].start > said.start():
        return items
    (month,) = sums
    count = small_number(said["count"])
    value = month.value
    if not count or not isinstance(value, Sum) or len(value.figures) != 1:
        return items
    whole = replace(month, value=replace(value, figures=(value.figures[0] * count,)))
    return tuple(whole if item is month else item for item in items if item is not every)


_LEFT = re.compile(r"(?:还|仲)(?:剩|有|欠|差)(?:返|下|低|余)?(?:的)?$|[剩余]$")
_BESIDE = re.compile(r"[的嘅款钱额数 有是为系共:$¥]*")


def _without_what_is_left(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """余款7000元每月还1750: what is left is told once more by the payments that it is paid in."""
    if not HAN.search(text):
        return items
    for number in range(1, len(items)):
        told = _what_is_left(number, items, text)
        later = [other for other in items if told and other.start > told[-1].start]
        repeated = any(isinstance(other.value, Every | Times) for other in later)
        if repeated and sum(isinstance(other.value, Sum) for other in later) == 1:
            return tuple(other for other in items if other not in told)
    return items


def _what_is_left(number: int, items: tuple[Item, ...], text: str) -> list[Item]:
    """ "The rest" with its figure, if one stands beside it; or a figure that is said to be left."""
    item, following = items[number], items[number + 1 : number + 2]
    if item.value == REST:
        beside = following and _BESIDE.fullmatch(text[item.end : following[0].start])
        return [item, *(one for one in following if beside and isinstance(one.value, Sum))]
    left = isinstance(item.value, Sum) and _LEFT.search(text[max(0, item.start - 6) : item.start])
    return [item] if left else []


_RESULT = re.compile(
    r"(?:[次期回笔个月周星期礼拜年就刚正好全都能可以]|[\x1f])(?:就|刚好|正好|可以|能|全部?|都)*$"
)


# 各还6400,两次还清: without a cycle only a count makes it what comes of the payments.
_COUNTED_RESULT = re.compile(
    r"[两二三四五六七八九十\d俩仨](?:次|期|回|笔|个月)(?:就|刚好|正好|全部?|都|可以|能)*$"
)


# "185 every Monday for ten weeks and that's the whole thing done".
_COMES_OUT = re.compile(
    r"\b(?:that'?s|thats|that is|that'?ll be|that will be|that makes|which makes|until|till?|then|and) (?:(?:you|u|it|me|us) )?$",
    re.ASCII,
)
_DONE = re.compile(
    r" (?:all )?(?:is |are )?(?:done|paid|cleared|gone|settled|sorted|finished|squared|wiped|over with)\b",
    re.ASCII,
)


def _is_done(whole: Item, text: str) -> bool:
    return bool(
        _COMES_OUT.search(text[max(0, whole.start - 24) : whole.start]) and _DONE.match(text, whole.end)
    )


# 第三个月俾清: that turn is what settles it.
_OF_A_TURN = re.compile(
    r"(?:第(?:[一二三四五六七八九十]|\d{1,2})|最[后尾])(?:一|那|嗰)?(?:次|期|个?月|笔|回)[^\d,，]{0,4}$"
)


# 每周一还三百,直至还清全部欠款: when the series ends.
_UNTIL_ALL = re.compile(
    r"(?:直到|直至|一直[还付转给]?到|[还付转给]到)(?:我|把|将|所有|全部|欠款|本金|利息|都|还清|还完|结清){0,4}$"
)


_THE_END = re.compile(r"(?:之日|那天|当日)?(?:为止|止)")


def _without_result(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """每周还160，8周还完: that all is paid in the end is what comes of it, not what is promised."""
    kinds = {type(item.value) for item in items}
    if Sum in kinds and kinds & {Every, Times} and not HAN.search(text):
        return tuple(item for item in items if item.value != ALL or not _is_done(item, text))
    if Sum not in kinds or not HAN.search(text):
        return items
    result = _RESULT if Every in kinds else _COUNTED_RESULT
    return tuple(
        item
        for item in items
        if item.value != ALL
        or _OF_A_TURN.search(text, max(0, item.start - 12), item.start)
        or not (
            result.search(text[max(0, item.start - 8) : item.start])
            or _UNTIL_ALL.search(text[max(0, item.start - 10) : item.start])
            or _THE_END.match(text, item.end)
        )
    )


_UP_TO = re.compile(r"(?:还|付|缴|交|给|俾|畀|存|供|凑|转)(?:到|够|满|足)(?:了|咗)?[ $¥]*$")


_IN_TOTAL = re.compile(r",? (?:in total|total|all ?together|in all|all told|en total|en todo)\b", re.ASCII)


def _comes_to_all(item: Item, text: str) -> bool:
    if not HAN.search(text):
        return bool(_IN_TOTAL.match(text, item.end))
    return bool(_UP_TO.search(text[max(0, item.start - 6) : item.start]))


def _up_to_a_sum(items: tuple[Item, ...], text: str) -> tuple[Item, ...]:
    """每个礼拜天200,还到1200为止, "25 every Monday, 100 in total": the sum that all comes to tells how many times."""
    if not any(isinstance(item.value, Every) for item in items):
        return items
    sums = [item for item in items if isinstance(item.value, Sum) and item.value.certain]
    whole = next((item for item in sums if _comes_to_all(item, text)), None)
    if whole is None or len(sums) != 2 or any(isinstance(item.value, Times) for item in items):
        return items
    each = next(item for item in sums if item is not whole)
    if not isinstance(whole.value, Sum) or not isinstance(each.value, Sum):
        return items
    count = whole.value.figures[0] / each.value.figures[0]
    if count != int(count) or not 2 <= count <= 120:
        return items
    return tuple(replace(item, value=Times(int(count))) if item is whole else item for item in items)


def _of_the_rest(figure: Item, items: tuple[Item, ...]) -> bool:
    """ "The remaining 4200 in two": the figure is that of the rest."""
    return any(_names_rest(item, figure) for item in items)


def _names_rest(item: Item, figure: Item) -> bool:
    return item.value == REST and 0 <= figure.start - item.end <= 1


def without_sum_of_parts(items: list[Item]) -> list[Item]:
    """ "125 in two, 65 on Friday and 60 on the 4th": of the first figure nothing is left to pay."""
    items = _without_divided_rest(items)
    money = [item for item in items if isinstance(item.value, Sum | Share)]
    if len(money) < 3 or any(isinstance(item.value, Every) for item in items):
        return items
    days = [item.start for item in items if isinstance(item.value, Days)]
    if len(days) == len(money) and (days[-1] < money[0].start or days[0] > money[-1].start):
        return items  # As many days as sums, told one list after the other.
    lead = bool(days) and days[0] < money[0].start
    for whole, parts, dated in (
        (money[0], money[1:], any(money[0].start < day < money[1].start for day in days)),
        (
            money[-1],
            money[:-1],
            any(day > money[-1].start or (lead and day > money[-2].start) for day in days),
        ),
    ):
        if not dated and _comes_to(whole, parts):
            return [item for item in items if item is not whole]
    return items


def without_rest_told(items: list[Item], text: str) -> list[Item]:
    """剩下的4月5号领薪水再补一万: behind its day a figure tells what is paid of the rest."""
    for number, rest in enumerate(items):
        if rest.value != REST:
            continue
        behind = next((item for item in items[number + 1 :] if not isinstance(item.value, Days)), None)
        if behind is None or behind is items[number + 1] or not isinstance(behind.value, Sum):
            continue
        if HAN.search(text) and not _CLAUSE_ENDS.search(text, rest.end, behind.start):
            return [item for item in items if item is not rest]
    return items


_CLAUSE_ENDS = re.compile(r"[,，。;；!?]")


def _without_divided_rest(items: list[Item]) -> list[Item]:
    """今天六千四,剩一万三月二十跟四月二十各五千: what the rest is, told once more by the parts behind it."""
    for rest, figure in pairwise(items):
        if rest.value != REST or not isinstance(figure.value, Sum) or figure.start - rest.end > _SIDE_BY_SIDE:
            continue
        behind = [item for item in items if item.start > figure.start]
        days = [item for item in behind if isinstance(item.value, Days) and item.value.readings]
        sums = [item.value for item in behind if isinstance(item.value, Sum | Share)]
        if len(sums) > 1 and _comes_to(figure, [item for item in behind if item.value in sums]):
            return [item for item in items if item is not rest and item is not figure]
        if len(days) < 2 or len(sums) != 1 or any(isinstance(item.value, Every) for item in behind):
            continue
        (each,) = sums
        if not isinstance(each, Sum) or len(each.figures) != 1 or len(figure.value.figures) != 1:
            continue
        if each.figures[0] * len(days) == figure.value.figures[0]:
            return [item for item in items if item is not rest and item is not figure]
    return items


# "The rest" and its figure, with a word or two between them.
_SIDE_BY_SIDE = 3


def _counted_before(figure: Item, items: list[Item]) -> bool:
    """ "2 payments of $500": of each payment, even where it happens to be what is owed."""
    return any(
        isinstance(item.value, Times) and item.start < figure.start <= item.end + _SIDE_BY_SIDE + 1
        for item in items
    )


# "Twenty four seventy five": in figures there would be no doubt.
_IN_FIGURES = re.compile(r"\d")


# "Los 6000 completos", where just that is owed.
_IN_FULL = re.compile(r" (?:complet|integr|enter)[oa]s?\b", re.ASCII)


def as_owed(items: list[Item], text: str, owed: Money | None) -> list[Item]:
    """ "The whole twenty four seventy five" of 2475: hundreds said as dollars and cents are said, where just that is owed."""
    items = [
        replace(item, value=replace(item.value, figures=(owed.amount,)))
        if owed is not None
        and isinstance(item.value, Sum)
        and item.value.figures == (owed.amount / 100,)
        and not _IN_FIGURES.search(text[item.start : item.end])
        else item
        for item in items
    ]
    money = [item for item in items if isinstance(item.value, Sum | Share)]
    if owed is None or len(money) != 1 or not _IN_FULL.match(text, money[0].end):
        return items
    (whole,) = money
    said = isinstance(whole.value, Sum) and whole.value.figures == (owed.amount,)
    return [
        one
        for item in items
        for one in ([item, Item(whole.end, whole.end, ALL)] if said and item is whole else [item])
    ]


def without_whole(items: list[Item], owed: Money | None) -> list[Item]:
    """ "I'll pay the 36000 in three, 12000 each": what is owed, told beside the sums that it is paid in."""
    money = [item for item in items if isinstance(item.value, Sum | Share)]
    counted = any(isinstance(item.value, Times) and item.value.count > 1 for item in items)
    if owed is None or len(money) < 1 + (not counted):
        return items
    whole, *parts = (item.value for item in money)
    beside = len(money) > 1 and 0 <= money[1].start - money[0].end <= 1
    if (
        beside
        and isinstance(parts[0], Share)
        and parts[0].of
        and getattr(whole, "figures", None) == (owed.amount,)
    ):
        return [item for item in items if item is not money[0]]  # 32000的三成: of what is owed.
    if not isinstance(whole, Sum) or whole.figures != (owed.amount,) or not whole.certain:
        return items
    if not parts and _counted_before(money[0], items):
        return items
    if not parts:
        return [
            replace(item, value=replace(whole, total=True)) if item is money[0] else item for item in items
        ]
    sums = [
        part.figures[0] for part in parts if isinstance(part, Sum) and part.certain and len(part.figures) == 1
    ]
    counts = [item.value.count for item in items if isinstance(item.value, Times)]
    repeated = len(sums) == 1 and sums[0] * (counts[0] if counts else 1) == owed.amount and bool(counts)
    repeated = repeated or (
        len(sums) == 1 and sums[0] < owed.amount and any(isinstance(item.value, Every) for item in items)
    )
    repeated = repeated or bool(
        counts and len(sums) == 2 and sums[0] * (counts[0] - 1) + sums[1] == owed.amount
    )  # "12600 in 7, 2000 each, the last one 600".
    listed = len(sums) > 1 and sum(sums) == owed.amount
    rest = bool(sums) and parts[-1] == REST and sum(sums) < owed.amount
    if len(sums) + rest != len(parts) or not (repeated or listed or rest):
        return items
    return [item for item in items if item is not money[0]]


def _comes_to(whole: Item, parts: list[Item]) -> bool:
    if whole.value == ALL:
        return any(part.value == REST or isinstance(part.value, Sum) for part in parts[:-1]) and any(
            part.value == REST or (isinstance(part.value, Share) and part.value.of) for part in parts[1:]
        )
    sums = [part.value for part in parts if isinstance(part.value, Sum) and part.value.certain]
    if len(sums) != len(parts) or not isinstance(whole.value, Sum) or len(whole.value.figures) != 1:
        return False
    return whole.value.figures[0] == sum(figure for part in sums for figure in part.figures)
