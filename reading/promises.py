"""What a text promises to pay, and when: clauses judged, amounts and days paired."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from core.money import Money
from reading.adding_up import adding_up, counted_out
from reading.commitments import Read, rest_first
from reading.corrections import Item
from reading.days import Days, Seen, find_days
from reading.days.calendar import doubtful
from reading.hunch import UNDECIDED, Hunch
from reading.hunch.beside import heard
from reading.instalments import Instalment, spread
from reading.left_open import day_open, sum_open
from reading.money import Named, Share, Sum, find_money
from reading.money.sums import ALL, REST, currency_of
from reading.noise import without_noise
from reading.pairing import either_or, pair
from reading.payments import Payment
from reading.place import Place
from reading.repeats import PAYDAYS, Every, Times, find_repeats
from reading.repeats.cycles import MONTHLY
from reading.retracted import without_retracted
from reading.series import in_sequence
from reading.so_long_after import so_long_after
from reading.spans import Found
from reading.stance import Stance, clauses
from reading.text import HAN, MASK
from reading.told_days_zh import just_over, without_days_told
from reading.totals import as_owed, totalled, without_whole
from reading.wages import by_wages
from reading.words.spelling import spelt


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


def promised(
    text: str,
    language: str,
    seen: Seen,
    account: Account,
    *,
    answers: bool = True,
    windows_only: bool = False,
    hunch: Hunch = UNDECIDED,
) -> Promised:
    """Read the promise in folded `text`, from which contacts are masked already.

    A bare amount or day is a promise only if the text `answers`, that is, speaks of nothing else; with `windows_only`
    it speaks of when to be reached and of no payment. `hunch` is what the message sounds like as it was written.
    """
    text = spelt(text, language)
    read = taken_apart(text, language, seen, point=account.place.decimal_point)
    kept = heard(read, hunch, answers=answers)
    if kept is None or (not answers and not any(_tells(item) for item in kept)):
        return NOTHING
    if windows_only and not any(_is_money(item) for item in kept):
        return NOTHING
    kept = so_long_after(
        counted_out(without_whole(as_owed(kept, read.text, account.owed), account.owed), account.owed),
        read.text,
    )
    read_back = _settled(pair(kept, read.text, _starts(read)), kept, account, seen.today)
    read_back = _made_out(read_back, kept, read, account, seen.today)
    read_back = _with_left_open(read_back, read.text)
    paid_before = any(clause.stance is Stance.PAID for clause in read.clauses)
    return replace(read_back, amount=None) if paid_before and _unknown_rest(kept) else read_back


def _with_left_open(read_back: Promised, text: str) -> Promised:
    """Doubtful where the sum or the day that is lacking is said to be told later."""
    lacks_sum = not (read_back.amount or read_back.share or read_back.candidates) and sum_open(text)
    lacks_day = not read_back.dates and day_open(text)
    if not (lacks_sum or lacks_day):
        return read_back
    return replace(
        read_back, ambiguous=True, money_doubtful=read_back.money_doubtful or lacks_sum,
        day_doubtful=read_back.day_doubtful or lacks_day,
    )  # fmt: skip


# A clause of these may belong to a plan whose sums come to what is owed.
_OFFERS = {Stance.COMMITS, Stance.BARE, Stance.LOOSE, Stance.OTHER}


def _made_out(read_back: Promised, kept: list[Item], read: Read, account: Account, today: date) -> Promised:
    """The plan as read, or, where something of it is left over, as it adds up."""
    owed, told = account.owed, read_back.instalments
    whole = [part for part in told if part.amount is not None and part.on is not None]
    comes_to = sum((part.amount.amount for part in whole if part.amount), Decimal(0))
    if owed is None or (comes_to == owed.amount and len(whole) == len(told)):
        return read_back
    if comes_to == owed.amount and len(whole) > 1:
        return _only(whole, read_back)
    if either_or(kept, read.text):
        return read_back
    offered = all(clause.stance in _OFFERS for clause in read.clauses)
    for items in (kept, without_days_told(list(read.items), read.text)) if offered else (kept,):
        plan = adding_up(items, owed)
        if plan:
            return _settled(plan, [], account, today)
    return read_back


def _only(whole: list[Instalment], read_back: Promised) -> Promised:
    """The payments that are told whole and come to what is owed: nothing beside them is one."""
    day = whole[0].on
    return replace(
        read_back, amount=whole[0].amount, candidates=(), dates=(day,) if day else (), ambiguous=False,
        instalments=tuple(whole), money_doubtful=False, day_doubtful=False,
    )  # fmt: skip


def _starts(read: Read) -> list[int]:
    return [clause.start for clause in read.clauses]


def _tells(item: Item) -> bool:
    """Whether it names money, a day or wages: "later" beside a new address is when that will be told."""
    value = item.value
    return not isinstance(value, Days) or bool(value.readings or value.event)


def _is_money(item: Item) -> bool:
    """Whether it can be nothing but money: a small bare figure beside hours is an hour."""
    value = item.value
    return isinstance(value, Share) or (
        isinstance(value, Sum) and (value.unit is not None or any(figure > 24 for figure in value.figures))
    )


def _unknown_rest(items: list[Item]) -> bool:
    """Whether it is for the rest, and no figure says how much that is: "the rest, 4700"."""
    money = [item.value for item in items if isinstance(item.value, Sum | Share)]
    return rest_first(items) and not isinstance(money[1] if len(money) > 1 else None, Sum)


def answered(text: str, language: str, seen: Seen, account: Account) -> Promised:
    """Read folded `text` as the answer to a question of how much or when: only what is refused or past is left out."""
    text = spelt(text, language)
    read = taken_apart(text, language, seen, point=account.place.decimal_point)
    left_out = [clause for clause in read.clauses if clause.stance in (Stance.REFUSES, Stance.PAID)]
    items = [
        item for item in read.items if not any(clause.start <= item.start < clause.end for clause in left_out)
    ]
    return _settled(pair(items, read.text, _starts(read)), items, account, seen.today)


def taken_apart(text: str, language: str, seen: Seen, *, point: bool = False) -> Read:
    """Find repeats, days and money, in this order, and judge the clauses that hold them."""
    quiet = without_noise(text)
    repeats, left = find_repeats(quiet)
    days, left = find_days(left, language, seen)
    money, left = find_money(left, language, point=point)
    found: list[Found[Every | Times] | Found[Days] | Found[Named]] = [*repeats, *days, *money]
    named = tuple(
        Item(item.start, item.end, item.value) for item in sorted(found, key=lambda item: item.start)
    )
    said = named
    holds, named = without_retracted(text, by_wages(named, text))
    quiet = "".join(
        now if now != before else heard for now, before, heard in zip(holds, text, quiet, strict=True)
    )
    text = holds
    items = totalled(named, text)
    # A clause begins with "the rest", whether that is dropped or not; figures are figures.
    of_wages = tuple(item for item in said if isinstance(item.value, Every) and item not in named)
    marked = _marked(
        quiet, tuple(item for item in (*named, *of_wages) if item in items or item.value != REST)
    )
    spans = [
        (item.start, item.end)
        for item in named
        if isinstance(item.value, Days)
        and not just_over(item, text, seen.today)
        and (_near(item.value, seen.today) or (item.value.event and not HAN.search(text)))
        and not _over(item, text, seen.today)
    ]
    sums = [item.start for item in named if isinstance(item.value, Sum | Share)]
    judged = tuple(clauses(text, marked, has_future_day=spans, has_money=sums))
    return Read(text, items, judged, language)


def _near(days: Days, today: date) -> bool:
    """Whether the day is one of the coming months: "28 April" said in November is as likely the one that is over."""
    return bool(days.readings) and (days.readings[0] - today).days <= FAR


_THIS_MONTH = re.compile(r"(?:这个?月|本月|当月|呢个月)(?=[\d一二三十廿])")
_THEN_PAID = re.compile(r"就[^,，。]{1,12}(?:了|咗|喇)(?:[,，。 !！啊啦]|$)")


def _over(item: Item, text: str, today: date) -> bool:
    """我7号就转3000给你们了, said on the 14th: that 7th is over."""
    days = item.value
    if not isinstance(days, Days) or not days.readings or days.readings[0].day >= today.day:
        return False
    if _THIS_MONTH.match(text, item.start):
        return True
    return days.cycle == "month" and bool(_THEN_PAID.match(text, item.end))


def _marked(text: str, items: tuple[Item, ...]) -> str:
    pieces: list[str] = []
    last = 0
    for item in sorted(items, key=lambda item: item.start):
        if item.start < last:
            continue
        pieces += (text[last : item.start], MASK * (item.end - item.start))
        last = item.end
    return "".join(pieces) + text[last:]


def _settled(payments: list[Payment], items: list[Item], account: Account, today: date) -> Promised:
    every = next((item.value for item in items if isinstance(item.value, Every)), None)
    times = next((item.value for item in items if isinstance(item.value, Times)), None)
    payments = (
        in_sequence(payments)
        if times or any(payment.valued for payment in payments)
        else _one_of(payments, today)
    )
    if times and every is None and _of_each_month(payments, times):
        every = Every(MONTHLY)
        payments[-1] = replace(payments[-1], every=every)
    if times and every:
        times = _in_payments(times, every)
    payments = _each_of(payments, times, account.owed) or ([Payment()] if times else [])
    told = len(payments) > 1 and sum(bool(payment.when) for payment in payments) > (
        times.count if times else 0
    )
    if times and times.cycle and every is None and not told and (len(payments) == 1 or payments[-1].when):
        payments[-1] = replace(payments[-1], every=Every(times.cycle))
    first = payments[0] if payments else Payment()
    share, money, candidates, doubtful = _valued(first, account)
    days = first.when or Days()
    vague_day = (first.when is not None and not days.certain) or (
        first.every is not None and first.when is None
    )
    instalments = spread(payments, times, account.owed, account.place)
    if instalments and days.certain and instalments[0].on and instalments[0].on < days.readings[0]:
        days = replace(days, readings=(instalments[0].on,))
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
    if instalments and first.sum is None and share == "all" and money != instalments[0].amount:
        money = None  # "Clear it in three payments": the whole is not what the first one comes to.
    later = payments[1:]
    doubtful = doubtful or any(_valued(payment, account)[3] for payment in later)
    vague_day = vague_day or any(
        not payment.when.certain
        if payment.when
        else payment.every is not None and payment.every.cycle == PAYDAYS
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


def _of_each_month(payments: list[Payment], times: Times) -> bool:
    """ "The 5th and the 20th, eight times": more payments than days of the month that are named together."""
    together = len(payments) > 1 and all(payment.joined for payment in payments[1:])
    days = [payment.when for payment in payments if payment.when]
    more = times.cycle == MONTHLY or times.count > len(payments)
    return together and more and len(days) == len(payments) and days[-1].cycle in ("month", "month-end")


def _in_payments(times: Times, every: Every) -> Times:
    """ "50 a week for 2 months": as many payments as fit into the time."""
    if times.cycle is None or every.cycle == PAYDAYS:
        return times
    if every.cycle.days and times.cycle.months:
        return Times(round(times.count * times.cycle.months * Decimal("30.44") / every.cycle.days))
    if every.cycle.days and times.cycle.days > every.cycle.days:
        return Times(times.count * times.cycle.days // every.cycle.days)
    return times


def _each_of(payments: list[Payment], times: Times | None, owed: Money | None) -> list[Payment]:
    """ "Two payments of 150, the 30th and then the 15th": as many days as payments, all of the amount said first."""
    first = payments[0] if payments else Payment()
    if times is None or len(payments) != times.count:
        return payments
    if owed is not None and not any(payment.valued for payment in payments):
        each = Money(owed.amount / times.count, owed.currency).rounded()
        last = owed.amount - each.amount * (times.count - 1)
        sums = [Sum((figure,), owed.currency) for figure in (*[each.amount] * (times.count - 1), last)]
        return [replace(payment, sum=figure) for payment, figure in zip(payments, sums, strict=True)]
    if first.sum is None or first.sum.total or any(payment.valued for payment in payments[1:]):
        return payments
    same = [first, *(replace(payment, sum=first.sum) for payment in payments[1:])]
    if owed is not None and first.sum.certain and first.sum.figures[0] * times.count > owed.amount:
        same[-1] = replace(same[-1], sum=None, share=REST)  # "In two, 8000 first" of 15000.
    return same


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
    dated = len(payments) > 1 and all(one.when and one.when.readings for one in payments)
    if every is not None and every.cycle == PAYDAYS and not dated:
        return "payday"
    events = [payment.when.event for payment in payments if payment.when and payment.when.event]
    return "payday" if "payday" in events else None


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
