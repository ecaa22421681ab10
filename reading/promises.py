"""What a text promises to pay, and when: clauses judged, amounts and days paired."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from core.money import Money
from reading.days import Days, Seen, find_days
from reading.days.calendar import doubtful
from reading.instalments import Instalment, spread
from reading.money import Named, Share, Sum, find_money
from reading.money.sums import ALL, REST, currency_of
from reading.noise import without_noise
from reading.pairing import Item, Payment, pair, totalled
from reading.place import Place
from reading.repeats import PAYDAYS, Every, Times, find_repeats
from reading.spans import Found
from reading.stance import Clause, Stance, clauses
from reading.text import MASK


@dataclass(frozen=True)
class Promised:
    """What was promised; empty when nothing was. `amount` is set only when certain."""

    promise: bool = False
    amount: Money | None = None
    share: str | None = None
    candidates: tuple[Money, ...] = ()
    dates: tuple[date, ...] = ()
    ambiguous: bool = False
    open_event: str | None = None
    instalments: tuple[Instalment, ...] = ()

    money_doubtful: bool = False
    day_doubtful: bool = False


NOTHING = Promised()

# As far as anybody plans: a day named without its year and further off proves no future.
FAR = 120


@dataclass(frozen=True)
class Account:
    """What the reading of money depends on."""

    place: Place
    owed: Money | None = None


@dataclass(frozen=True)
class Read:
    """Everything of money and days in a text, before it is known what is promised."""

    text: str
    items: tuple[Item, ...] = field(default=())
    clauses: tuple[Clause, ...] = field(default=())


def promised(
    text: str,
    language: str,
    seen: Seen,
    account: Account,
    *,
    answers: bool = True,
    windows_only: bool = False,
) -> Promised:
    """Read the promise in folded `text`, from which contacts are masked already.

    A bare amount or day is a promise only if the text `answers`, that is, speaks of nothing else; with `windows_only`
    it speaks of when to be reached and of no payment.
    """
    read = taken_apart(text, language, seen)
    kept = _committed(read, answers=answers)
    if kept is None or (not answers and not kept):
        return NOTHING
    if windows_only and not any(isinstance(item.value, Sum | Share) for item in kept):
        return NOTHING
    read_back = _settled(pair(kept, text, _starts(read)), kept, account, seen.today)
    paid_before = any(clause.stance is Stance.PAID for clause in read.clauses)
    return replace(read_back, amount=None) if paid_before and _rest_first(kept) else read_back


def _starts(read: Read) -> list[int]:
    return [clause.start for clause in read.clauses]


def _rest_first(items: list[Item]) -> bool:
    """ "The rest" of what a payment already made has left: how much that is, the ledger knows."""
    money = [item.value for item in items if isinstance(item.value, Sum | Share)]
    return bool(money) and money[0] == REST


def answered(text: str, language: str, seen: Seen, account: Account) -> Promised:
    """Read folded `text` as the answer to a question of how much or when: only what is refused or past is left out."""
    read = taken_apart(text, language, seen)
    left_out = [clause for clause in read.clauses if clause.stance in (Stance.REFUSES, Stance.PAID)]
    items = [
        item for item in read.items if not any(clause.start <= item.start < clause.end for clause in left_out)
    ]
    return _settled(pair(items, text, _starts(read)), items, account, seen.today)


def taken_apart(text: str, language: str, seen: Seen) -> Read:
    """Find repeats, days and money, in this order, and judge the clauses that hold them."""
    quiet = without_noise(text)
    repeats, left = find_repeats(quiet)
    days, left = find_days(left, language, seen)
    money, left = find_money(left, language)
    found: list[Found[Every | Times] | Found[Days] | Found[Named]] = [*repeats, *days, *money]
    items = totalled(
        tuple(Item(item.start, item.end, item.value) for item in sorted(found, key=lambda item: item.start)),
        text,
    )
    marked = _marked(quiet, items)
    spans = [(day.start, day.end) for day in days if _near(day.value, seen.today)]
    sums = [named.start for named in money]
    return Read(text, items, tuple(clauses(text, marked, has_future_day=spans, has_money=sums)))


def _near(days: Days, today: date) -> bool:
    """Whether the day is one of the coming months: "28 April" said in November is as likely the one that is over."""
    return bool(days.readings) and (days.readings[0] - today).days <= FAR


def _marked(text: str, items: tuple[Item, ...]) -> str:
    pieces: list[str] = []
    last = 0
    for item in items:
        if item.start < last:
            continue
        pieces += (text[last : item.start], MASK * (item.end - item.start))
        last = item.end
    return "".join(pieces) + text[last:]


def _committed(read: Read, *, answers: bool) -> list[Item] | None:
    """The items that are promised, or None when nothing is."""
    stances = {clause.stance for clause in read.clauses}
    if any(
        clause.stance is Stance.ASKS and _BARGAINS.match(read.text, clause.start) for clause in read.clauses
    ):
        return None
    by_clause = [(clause, _of_clause(read, clause)) for clause in read.clauses]
    if Stance.COMMITS in stances:
        by_clause = _without_wages(by_clause)
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
        if clause.stance is Stance.BARE and _rest_first(items):
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
        return [item for item in items if isinstance(item.value, Days) and (monthly or item.value.event)]
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


def _settled(payments: list[Payment], items: list[Item], account: Account, today: date) -> Promised:
    every = next((item.value for item in items if isinstance(item.value, Every)), None)
    times = next((item.value for item in items if isinstance(item.value, Times)), None)
    payments = (
        _in_sequence(payments)
        if times or any(payment.valued for payment in payments)
        else _one_of(payments, today)
    )
    payments = _each_of(payments, times) or ([Payment()] if times else [])
    first = payments[0] if payments else Payment()
    share, money, candidates, doubtful = _valued(first, account)
    days = first.when or Days()
    vague_day = (first.when is not None and not days.certain) or (
        first.every is not None and first.when is None
    )
    instalments = spread(payments, times, account.owed, account.place)
    if instalments and money is not None and first.sum is not None and first.sum.total:
        money = instalments[0].amount
    if (
        instalments
        and money is None
        and instalments[0].amount is not None
        and not candidates
        and share != "minimum"
    ):
        money = instalments[0].amount
    later = payments[1:]
    doubtful = doubtful or any(_valued(payment, account)[3] for payment in later)
    vague_day = vague_day or any(
        not payment.when.certain if payment.when else payment.every is not None and payment.every.cycle == PAYDAYS
        for payment in later
    )
    return Promised(
        promise=True,
        amount=money,
        share=share,
        candidates=candidates,
        dates=days.readings,
        ambiguous=doubtful or vague_day,
        open_event=_event(payments, every),
        instalments=instalments if len(instalments) > 1 else (),
        money_doubtful=doubtful,
        day_doubtful=vague_day,
    )


def _each_of(payments: list[Payment], times: Times | None) -> list[Payment]:
    """ "Two payments of 150, the 30th and then the 15th": as many days as payments, all of the amount said first."""
    first = payments[0] if payments else Payment()
    if times is None or len(payments) != times.count or first.sum is None or first.sum.total:
        return payments
    if any(payment.valued for payment in payments[1:]):
        return payments
    return [first, *(replace(payment, sum=first.sum) for payment in payments[1:])]


def _one_of(payments: list[Payment], today: date) -> list[Payment]:
    """Several days and no amount: days to choose from, not payments."""
    days = [payment.when for payment in payments if payment.when]
    if len(days) < 2:
        return payments
    event = next((day.event for day in days if day.event), None)
    both = doubtful((reading for day in days for reading in day.readings), today=today)
    if len(both.readings) == 1 and any(day.certain for day in days):
        both = replace(both, certain=True)
    return [Payment(when=replace(both, event=event))]


def _event(payments: list[Payment], every: Every | None) -> str | None:
    """Payday, when any of the payments hangs on it."""
    if every is not None and every.cycle == PAYDAYS:
        return "payday"
    return next((payment.when.event for payment in payments if payment.when and payment.when.event), None)


def _in_sequence(payments: list[Payment]) -> list[Payment]:
    """A later payment's "the 5th" is the first one after the payment before it."""
    ordered: list[Payment] = []
    last: date | None = None
    for payment in payments:
        when = payment.when
        if when and when.readings and last and not (payment.joined and payment.every):
            when = when.after(last)
            payment = replace(payment, when=when)
        if when and when.readings:
            last = when.readings[0]
        ordered.append(payment)
    return ordered


def _valued(payment: Payment, account: Account) -> tuple[str | None, Money | None, tuple[Money, ...], bool]:
    """Share, certain money, candidates, and whether the money must be asked back."""
    share = payment.share
    name = (ALL.name if share.name == "rest" else share.name) if share else None
    said = payment.sum
    if said is None:
        part = _part(share, account.owed)
        if share is not None and not share.certain:
            return name, None, (part,) if part else (), True
        return name, part, (), False
    currency = currency_of(said.unit, account.place)
    if currency is None:
        return name, None, (), True
    figures = tuple(
        Money(figure, currency).rounded() for figure in said.figures if figure < Decimal(10) ** 13
    )
    foreign = account.owed is not None and currency != account.owed.currency
    if not said.certain or len(figures) != 1:
        return name, None, figures, True
    return name, figures[0], (), foreign


def _part(share: Share | None, owed: Money | None) -> Money | None:
    if share is None or owed is None:
        return None
    if share.name == "rest":
        return owed
    return (
        Money(owed.amount * share.of.numerator / share.of.denominator, owed.currency).rounded()
        if share.of
        else None
    )
