"""Which of the amounts and days in a text are promised: commitments beside what is asked, past, refused or told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reading.corrections import Item
from reading.days import Days
from reading.money import Share, Sum
from reading.money.sums import REST
from reading.repeats import Every
from reading.stance import Clause, Stance


@dataclass(frozen=True)
class Read:
    """Everything of money and days in a text, before it is known what is promised."""

    text: str
    items: tuple[Item, ...] = field(default=())
    clauses: tuple[Clause, ...] = field(default=())


def committed(read: Read, *, answers: bool) -> list[Item] | None:
    """The items that are promised, or None when nothing is."""
    stances = {clause.stance for clause in read.clauses}
    if any(
        clause.stance is Stance.ASKS and _BARGAINS.match(read.text, clause.start) for clause in read.clauses
    ):
        return None
    by_clause = [(clause, _of_clause(read, clause)) for clause in read.clauses]
    if Stance.COMMITS in stances:
        by_clause = _without_means(read, _without_wages(by_clause))
        kept = [
            item
            for clause, items in by_clause
            if clause.stance in (Stance.COMMITS, Stance.BARE)
            for item in items
        ]
        kept += _told_loosely(by_clause, kept)
        kept += _told_elsewhere(read, by_clause, kept)
        return sorted(kept, key=lambda item: item.start)
    if Stance.PAID in stances and not stances & {Stance.ASKS, Stance.DOUBTS, Stance.REFUSES}:
        return _rest_to_come(by_clause)
    if stances & {Stance.ASKS, Stance.DOUBTS} or (
        Stance.REFUSES in stances and not _offers_instead(by_clause)
    ):
        return None
    bare = [item for clause, items in by_clause if clause.stance is Stance.BARE for item in items]
    if bare and answers:
        bare = sorted([*bare, *_told_loosely(by_clause, bare)], key=lambda item: item.start)
    return (bare or None) if answers else None


# "If you drop the fee I'll pay Friday" asks for something first.
_BARGAINS = re.compile(
    r"\W*(?:(?:and|but|so|ok|y|pero)\W+)?(?:if (?:you|u|y'?all|yall) |si (?:me|nos|ustedes|usted|les parece) |"
    r"(?:如果|要是|若|只要)(?:你|您|贵|可以|能)|[^,，。]{0,12}[免减停折][^,，。]{0,8}的话)"
)


def _rest_to_come(by_clause: list[tuple[Clause, list[Item]]]) -> list[Item] | None:
    """ "Paid 300 already, the rest on the 3rd": said barely, the rest and its day are a promise none the less."""
    for clause, items in by_clause:
        if clause.stance is Stance.BARE and rest_first(items):
            days = [item for item in items if isinstance(item.value, Days)]
            if any(day.value.readings or day.value.event for day in days if isinstance(day.value, Days)):
                return items
    return None


def _of_clause(read: Read, clause: Clause) -> list[Item]:
    """What stands in a clause; of "I get paid every other Friday" only that wages are spoken of."""
    items = [item for item in read.items if clause.start <= item.start < clause.end]
    kinds = {type(item.value) for item in items}
    wages = any(isinstance(item.value, Days) and item.value.event for item in items)
    if wages and Every in kinds and not kinds & {Sum, Share}:
        monthly = any(isinstance(item.value, Every) and item.value.cycle.months == 1 for item in items)
        ends = [item.end for item in items if isinstance(item.value, Every)]
        return [
            item
            for item in items
            if isinstance(item.value, Days)
            and (monthly or item.value.event or not any(0 <= item.start - end <= 1 for end in ends))
        ]
    return items


def _without_wages(by_clause: list[tuple[Clause, list[Item]]]) -> list[tuple[Clause, list[Item]]]:
    """ "Wages come on the 10th, I'll pay on the 11th": the first day is not the one of the payment."""
    dated = any(_only_wages(items) and _dated(items) for _, items in by_clause)
    committed = [
        item
        for clause, items in by_clause
        if not _only_wages(items)
        and (clause.stance is Stance.COMMITS or (dated and clause.stance is Stance.BARE))
        for item in items
    ]
    if not _dated(committed):
        return by_clause
    return [
        (clause, [] if clause.stance in (Stance.BARE, Stance.COMMITS) and _only_wages(items) else items)
        for clause, items in by_clause
    ]


# What one has, or is to get: 就剩300块, 到账6000.
_MEANS = re.compile(
    r"(?:[只就才仅净](?:有|剩|得)返?|得返|(?:身上|手里|手头|手上|卡里|户口)(?:还|仲)?有|到账|进账|入账)(?:了|下|低|咗)?[ $¥]*$"
)


def _without_means(read: Read, by_clause: list[tuple[Clause, list[Item]]]) -> list[tuple[Clause, list[Item]]]:
    """ "I have only 300, I'll send 200": what one has is not what one pays, once that is said too."""
    sums = [(clause, item) for clause, items in by_clause for item in items if isinstance(item.value, Sum)]
    means = [item for clause, item in sums if _MEANS.search(read.text[clause.start : item.start])]
    if not means or not any(clause.stance is Stance.COMMITS and item not in means for clause, item in sums):
        return by_clause
    ends = {item.start for item in means}
    return [
        (
            clause,
            [item for item in items if item not in means and not (item.value == REST and item.end in ends)],
        )
        for clause, items in by_clause
    ]


def _dated(items: list[Item]) -> bool:
    return any(isinstance(item.value, Days) and item.value.readings for item in items)


def _only_wages(items: list[Item]) -> bool:
    days = [item.value for item in items if isinstance(item.value, Days)]
    return len(days) == len(items) and any(day.event for day in days)


def _offers_instead(by_clause: list[tuple[Clause, list[Item]]]) -> bool:
    """ "Not Friday, Saturday": what is refused is something said, and something else stands beside it barely."""
    refused = any(clause.stance is Stance.REFUSES and items for clause, items in by_clause)
    return refused and any(clause.stance is Stance.BARE and items for clause, items in by_clause)


def _told_loosely(by_clause: list[tuple[Clause, list[Item]]], kept: list[Item]) -> list[Item]:
    """The day or the money that a commitment lacks, from a clause that is all but bare: "I'll send 50. Payday Friday hopefully lol"."""
    loose = [items for clause, items in by_clause if clause.stance is Stance.LOOSE and items]
    dated, valued = (any(isinstance(item.value, kind) for item in kept) for kind in (Days, Sum | Share))
    if len(loose) != 1 or (dated and (valued or not kept)):
        return []
    lacking = Sum | Share if dated else Days
    return loose[0] if all(isinstance(item.value, lacking) for item in loose[0]) else []


_THEN = re.compile(
    r"\b(?:then|that day|same day|entonces|ese dia|ese mismo dia|ahi mismo)\b|到时候?|那天|那时"
    r"|嗰日|嗰阵|当天|届时|就还|就转|再还|即还"
)


# 发工资还八百，15号发: the clause tells when the wages come.
_COMES = re.compile(r"[号日天一二三四五六底](?:就|才|会|要|左右)?(?:发|出|到|进|入|领|拿|有|下来|粮)")


def _told_elsewhere(read: Read, by_clause: list[tuple[Clause, list[Item]]], kept: list[Item]) -> list[Item]:
    """ "I get paid on the 15th, I'll pay then": the day stands in a clause that promises nothing itself."""
    if any(isinstance(item.value, Days) and item.value.readings for item in kept):
        return []
    told: list[Item] = []
    waits = any(isinstance(item.value, Days) and item.value.event for item in kept)
    for clause, items in by_clause:
        days = [item for item in items if isinstance(item.value, Days)]
        if not days or clause.stance not in (Stance.OTHER, Stance.LOOSE, Stance.REFUSES):
            continue
        hangs = any(
            isinstance(item.value, Days) and (item.value.event or not item.value.readings) for item in days
        )
        comes = waits and bool(_COMES.search(read.text[clause.start : clause.end]))
        if hangs or comes or _THEN.search(read.text):
            told = [*(item for item in told if isinstance(item.value, Days) and item.value.event), *days]
    return told


def rest_first(items: list[Item]) -> bool:
    """ "The rest" of what a payment already made has left: how much that is, the ledger knows."""
    money = [item.value for item in items if isinstance(item.value, Sum | Share)]
    return bool(money) and money[0] == REST
