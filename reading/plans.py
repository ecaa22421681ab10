"""Sums and days that Chinese strings together, put into payments: each sum goes with the day that stands closest to it.

Every way to cut the string into payments has a cost: what a payment reaches over (a comma, a full stop, "then"), and
where one ends although nothing parts it from the next. The cheapest way in which nothing is left over is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import pairwise

from reading.corrections import Item, kind
from reading.days import Days
from reading.money import Share, Sum
from reading.money.sums import ALL, REST
from reading.payments import Payment
from reading.repeats import PAYDAYS, Every, Times, following
from reading.text import HAN

# Two days may be the first and the last of a series.
_A_PAIR = 2
# Longer strings are told by no borrower.
_LONGEST = 24
_WIDEST = 12

_ENDS = re.compile(r"[。；;！？!?\n]|\.(?=\s|$)")
_PARTS = re.compile(r"[,，、 :：]")
_LATIN_PARTS = re.compile(r"[,:&+]|\b(?:and|n|y|e)\b")
# What begins the next payment, behind a sum.
_NEXT = re.compile(
    r"再|然后|接着|跟住|之后|后面|剩|余|另|其[他它余]|第[二三四五]|最后|最尾|尾|又|同埋"
    r"|\b(?:then|after|next|rest|remaining|left|last|other|another|finally|plus|luego|despues|resto|otr[oa]s?|falt\w+|qued\w+)\b"
)
_LISTED = re.compile(
    r"[,，、 /]*(?:[和跟与及同]|还有|以及|同埋|然后|接着|再来|最后)?[,，、 ]*(?:第?[一二三四五头首末尾][次期笔回]|(?:分别|各自?|连着|连续|这?[两二三四五几][天次]|就|先|再|还|付|转|给|俾|畀|缴|打|汇|交|存|入|过|晒|埋)){0,3}[,，、 ]*"
    r"|[\s,&/]*(?:(?:and|then|n|y|e|luego)[\s,]*){0,2}(?:(?:on|the|by|el|la|l[oa]s|another|other|otr[oa]s?)\s*)*"
)
_SHARED = re.compile(
    r"各|分别|每[次笔期回个天]|都|也|均|一样|同样|平均|两[天日次笔]|[一1]次|一(?:边|家|人)儿?|\b(?:each|apiece|both|(?:every|each|a) time|same|cada|c/u|amb[oa]s)\b"
)
# 要么4号还800，要么10号还2000: one of them only.
_EITHER = re.compile(
    r"或者|或是|要么|要不|要嘛|不然|抑或|否则|[二两]选一|\b(?:or|o|either|if not|otherwise|si no)\b"
)


@dataclass(frozen=True)
class _Said:
    """A day or money of the string, and where it stands."""

    letter: str  # D a day, M money, A "all of it", which may be said of what is named already
    start: int
    end: int
    when: Days | None = None
    sum: Sum | None = None
    share: Share | None = None


def laid_out(items: list[Item], text: str, *, latin: bool = False) -> list[Payment]:
    """The payments that the string of `items` tells one by one; none where something would be left over.

    Only a Chinese string is cut before all else, or a `latin` one that was not understood otherwise."""
    if bool(HAN.search(text)) is latin:
        return []
    items = _on_paydays(items) if latin else items
    every = [item for item in items if isinstance(item.value, Every)]
    if every:
        return _in_rhythm(every, laid_out([item for item in items if item not in every], text, latin=latin))
    if _EITHER.search(text[: items[-1].end] if items else ""):
        return []
    times = next((item for item in items if isinstance(item.value, Times)), None)
    rest = _rest_in(items)
    items = [item for item in items if item is not rest]
    times = None if times is rest else times
    said = _strung(_without_lead(items, times))
    letters = "".join(one.letter for one in said)
    if letters.count("D") < 2 or len(said) - letters.count("D") < 1 or len(said) > _LONGEST:
        return []
    if rest is not None:
        text = f"{text[: rest.start]}{'各' * (rest.end - rest.start)}{text[rest.end :]}"
    told = times.value.count if times and isinstance(times.value, Times) else None
    if told and letters.replace("A", "") == "D" * told and letters.count("A") == 1:
        return [
            Payment(when=one.when) for one in said if one.when
        ]  # All of it in three: the 1st, the 11th, the 21st.
    payments = [payment for piece in _cut(tuple(said), text) for payment in _paid(piece)]
    return payments if len(payments) == (told or len(payments)) > 1 else []


def _in_rhythm(every: list[Item], payments: list[Payment]) -> list[Payment]:
    """我按季度还,三月底1200六月底1200九月底1200: the `payments` told one by one, where they come as often as is said."""
    cycle = every[0].value.cycle if isinstance(every[0].value, Every) else PAYDAYS
    days = [payment.when.readings[0] for payment in payments if payment.when and payment.when.readings]
    valued = all(payment.valued for payment in payments)
    if len(every) > 1 or cycle == PAYDAYS or not valued or len(days) < len(payments) or len(days) <= _A_PAIR:
        return []
    return payments if days == following(days[0], cycle, len(days)) else []


def _on_paydays(items: list[Item]) -> list[Item]:
    """ "I get paid the 7th and the 21st, 300 from the first check and 500 from the second": the days are those of wages."""
    wages = [item for item in items if isinstance(item.value, Days) and item.value.event == "payday"]
    alone = [item for item in wages if isinstance(item.value, Days) and not item.value.readings]
    dated = sum(isinstance(item.value, Days) and bool(item.value.readings) for item in items)
    if not alone or dated < 2:
        return items
    left: list[Item] = []
    for item in items:
        first = isinstance(item.value, Days) and not any(isinstance(one.value, Days) for one in left)
        if item in alone:
            continue
        if first and isinstance(item.value, Days):
            item = replace(item, value=replace(item.value, event="payday"))
        left.append(item)
    return left


def _rest_in(items: list[Item]) -> Item | None:
    """剩下的分两次，1月1号和2月1号: in how many payments the rest is paid."""
    for number, item in enumerate(items[:-1]):
        following = items[number + 1]
        told = isinstance(following.value, Sum | Share) and following.start - item.end <= 2
        figure = following if told else None
        counted = items[number + 2] if figure is not None and number + 2 < len(items) else following
        if item.value == REST and isinstance(counted.value, Times) and counted.start - item.end <= 10:
            days = [other for other in items[number + 1 :] if isinstance(other.value, Days)]
            return counted if len(days) == counted.value.count else None
    return None


def _without_lead(items: list[Item], times: Item | None) -> list[Item]:
    """一万五千六我分三回: what the payments come to, where each of them is told as well."""
    if times is None:
        return items
    lead = [item for item in items if item.start < times.start and isinstance(item.value, Sum)]
    others = sum(kind(item) == "money" for item in items) - len(lead)
    days = any(isinstance(item.value, Days) for item in items if item.start < times.start)
    if len(lead) != 1 or others < 1 or days:
        return items
    return [item for item in items if item is not lead[0]]


def _strung(items: list[Item]) -> list[_Said]:
    """The string, or nothing when it holds a day that nobody can tell."""
    said: list[_Said] = []
    for number, item in enumerate(items):
        value = item.value
        if isinstance(value, Days):
            if _only_leads(number, items):
                continue
            if not value.readings or value.month or value.last_month:
                return []
            if not value.cycle and any(one.when and one.when.readings == value.readings for one in said):
                return []
            said.append(_Said("D", item.start, item.end, when=value))
        elif isinstance(value, Sum):
            if said and said[-1].share == REST and said[-1].sum is None and item.start - said[-1].end <= 2:
                said[-1] = replace(said[-1], end=item.end, sum=value)
                continue
            if (
                said
                and said[-1].share
                and said[-1].share.of
                and item.start <= said[-1].end + 1
                and not said[-1].sum
            ):
                said[-1] = replace(said[-1], end=item.end, sum=value)
                continue  # 一半一万六: the half, and what it comes to.
            said.append(_Said("M", item.start, item.end, sum=value))
        elif isinstance(value, Share):
            if value.of and said and said[-1].share == REST and item.start - said[-1].end <= 2:
                continue  # 剩下三分之二: what the rest is.
            said.append(_Said("A" if value == ALL else "M", item.start, item.end, share=value))
    return said


def _only_leads(number: int, items: list[Item]) -> bool:
    """过完元旦一月二十号: a stretch of days that nobody can tell, and the day in it."""
    item, following = items[number], items[number + 1 : number + 2]
    vague = isinstance(item.value, Days) and item.value == Days()
    return vague and any(
        isinstance(next_one.value, Days) and next_one.value.readings and next_one.start - item.end <= 1
        for next_one in following
    )


def _apart(one: _Said, other: _Said, text: str) -> int:
    """How far two neighbours are apart: 0 for nothing between them, 3 for another sentence that says "then"."""
    gap = text[one.end : other.start]
    parts = _PARTS if HAN.search(text) else _LATIN_PARTS
    parted = 2 if _ENDS.search(gap) else 1 if parts.search(gap) else 0
    begins = one.letter != "D" and (_NEXT.search(gap) or other.share == REST)
    return parted + bool(begins)


_PIECES = re.compile(r"(?:DM|MD|DA|AD|DMA|MDA|DAM)$")
_SHARING = re.compile(r"(?:D{2,}M|MD{2,})A?$")
# 微信转2000支付宝转1000都是明天: one day for several sums.
_ON_ONE_DAY = re.compile(r"M{2,}D")
# 剩下的四千一月十五号跟二月十五号各一半: the rest, its days and what of it falls to each.
_PARTED = re.compile(r"MD{2,}M")


def _cut(said: tuple[_Said, ...], text: str) -> list[tuple[_Said, ...]]:
    """The cheapest way to cut the string into payments that are told whole; nothing where there is none."""
    letters = "".join(one.letter for one in said)
    gaps = [_apart(one, other, text) for one, other in pairwise(said)]

    @cache
    def best(start: int) -> tuple[int, tuple[int, ...]] | None:
        if start == len(said):
            return 0, ()
        found: tuple[int, tuple[int, ...]] | None = None
        for end in range(start + 2, min(len(said), start + _WIDEST) + 1):
            if not _told_whole(letters[start:end], said[start:end], text):
                continue
            rest = best(end)
            if rest is None:
                continue
            across = 0 if end == len(said) else max(0, 2 - gaps[end - 1])
            cost = sum(gaps[start : end - 1]) + across + rest[0]
            if found is None or cost < found[0]:
                found = cost, (end, *rest[1])
        return found

    cheapest = best(0)
    pieces, last = [], 0
    for end in cheapest[1] if cheapest else ():
        pieces.append(said[last:end])
        last = end
    return pieces


def _told_whole(letters: str, piece: tuple[_Said, ...], text: str) -> bool:
    """Whether a piece of the string is one payment, or several that share a sum or go in step."""
    if _PIECES.match(letters):
        return True
    days = [one for one in piece if one.letter == "D"]
    money = [one for one in piece if one.letter != "D"]
    if _PARTED.fullmatch(letters) and money[0].share == REST and money[-1].share not in (None, REST):
        return bool(_SHARED.search(text[days[-1].end : money[-1].start]) and _in_one_breath(days, text))
    if _ON_ONE_DAY.fullmatch(letters):
        return "都" in text[money[-1].end : days[0].start]
    half = len(letters) // 2
    in_step = half > 1 and letters in ("D" * half + "M" * half, "M" * half + "D" * half)
    if in_step and not HAN.search(text) and _in_few_words(days, text) and _in_few_words(money, text):
        return True
    if not (_in_one_breath(days, text) and _in_one_breath(money, text)):
        return False
    if _SHARING.match(letters):
        return bool(
            _SHARED.search(text[piece[0].start : piece[-1].end + 6])
            or _SHARED.search(text[max(0, piece[0].start - 4) : piece[0].start])
        )
    return in_step


def _in_one_breath(said: list[_Said], text: str) -> bool:
    """Whether nothing but "and" and marks stand between them."""
    return all(_LISTED.fullmatch(text[one.end : other.start]) for one, other in pairwise(said))


# "One comes on the 8th and another on the 22nd": as many sums as days are in step, whatever few words stand between.
_FEW_WORDS = re.compile(r"[\s,:;&/-]*(?:[a-z']+[\s,:;&/-]*){0,6}", re.ASCII)


def _in_few_words(said: list[_Said], text: str) -> bool:
    return all(_FEW_WORDS.fullmatch(text[one.end : other.start]) for one, other in pairwise(said))


def _paid(piece: tuple[_Said, ...]) -> list[Payment]:
    days = [one.when for one in piece if one.letter == "D"]
    money = [one for one in piece if one.letter == "M"] or [one for one in piece if one.letter == "A"]
    if len(days) > 1 and money[0].share == REST:
        money = [_in_parts(money[0], len(days))]
    each = money * len(days) if len(money) == 1 else money
    days = days * len(money) if len(days) == 1 else days
    return [
        Payment(sum=one.sum, share=one.share, when=day, joined=number > 0 and len(money) == 1)
        for number, (one, day) in enumerate(zip(each, days, strict=True))
    ]


def _in_parts(rest: _Said, count: int) -> _Said:
    """What of the rest falls to each of its days, where it was said how much the rest is."""
    if rest.sum is None or len(rest.sum.figures) != 1:
        return rest
    each = (rest.sum.figures[0] / count).quantize(Decimal("0.01"))
    part = replace(rest.sum, figures=(each,), total=False)
    return replace(rest, share=None, sum=part)
