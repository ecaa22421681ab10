"""Payments as what is promised: the first one's sum and day, what is doubtful of them, and the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from core.money import Money
from reading.corrections import Item
from reading.days import Days
from reading.days.calendar import doubtful
from reading.instalments import Instalment, spread
from reading.money import Share, Sum
from reading.money.sums import ALL, REST, currency_of
from reading.payments import Payment
from reading.place import Place
from reading.repeats import PAYDAYS, Every, Times
from reading.repeats.cycles import MONTHLY
from reading.series import in_sequence


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
    # Told for certain by its figures, and yet said to hang on something: "60 friday maybe", 不敢保证.
    may_change: bool = False


NOTHING = Promised()


@dataclass(frozen=True)
class Account:
    """What the reading of money depends on."""

    place: Place
    owed: Money | None = None


def settled(payments: list[Payment], items: list[Item], account: Account, today: date) -> Promised:
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
