"""Several payments laid out: one amount and day each, "the rest" from what is owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from core.money import Money
from reading.days.calendar import month_last
from reading.money.sums import currency_of
from reading.pairing import Payment
from reading.place import Place
from reading.repeats import PAYDAYS, Every, Times, following

# A plan longer than this is not laid out payment by payment.
MOST_PAYMENTS = 120


@dataclass(frozen=True)
class Instalment:
    """One payment of several; None where it was not said or is not certain."""

    amount: Money | None
    on: date | None


def spread(
    payments: list[Payment],
    every: Every | None,
    times: Times | None,
    owed: Money | None,
    place: Place,
    today: date,
) -> tuple[Instalment, ...]:
    """All payments promised, in order; empty when there is just one."""
    if every or times:
        return _repeated(payments, every, times, owed, place)
    if len(payments) < 2:
        return ()
    laid: list[Instalment] = []
    for payment in payments:
        when = payment.when.readings[0] if payment.when and payment.when.readings else None
        laid.append(Instalment(_amount(payment, laid, owed, place), when))
    return tuple(laid)


def _amount(payment: Payment, before: list[Instalment], owed: Money | None, place: Place) -> Money | None:
    if payment.sum is not None:
        return _said(payment, place)
    share = payment.share
    if share is None or owed is None:
        return None
    left = _left(owed, before)
    if share.name in ("rest", "all"):
        wanted = left
    elif share.of is None:
        wanted = None
    else:
        part = owed.amount * share.of.numerator / share.of.denominator
        # The last of equal shares is what is left, so that the cents add up.
        wanted = left if before and left is not None and abs(left - part) < 1 else part
    return Money(wanted, owed.currency).rounded() if wanted is not None and wanted > 0 else None


def _left(owed: Money, before: list[Instalment]) -> Decimal | None:
    """What is left of the debt after payments that are all known, in its own currency."""
    left = owed.amount
    for instalment in before:
        if instalment.amount is None or instalment.amount.currency != owed.currency:
            return None
        left -= instalment.amount.amount
    return left


def _said(payment: Payment, place: Place) -> Money | None:
    said = payment.sum
    currency = currency_of(said.unit, place) if said else None
    if (
        said is None
        or currency is None
        or not said.certain
        or len(said.figures) != 1
        or said.figures[0] >= Decimal(10) ** 13
    ):
        return None
    return Money(said.figures[0], currency).rounded()


def _repeated(
    payments: list[Payment], every: Every | None, times: Times | None, owed: Money | None, place: Place
) -> tuple[Instalment, ...]:
    """The same amount again and again: so many times, or until what is owed is paid."""
    first = payments[0] if payments else Payment()
    each = _said(first, place)
    total = owed
    if each is None and times and owed and (first.share is None or first.share.name in ("all", "rest")):
        each = Money(owed.amount / times.count, owed.currency).rounded()
    elif times and each:
        total = Money(each.amount * times.count, each.currency)
    if each is None or each.amount <= 0 or total is None or total.currency != each.currency:
        return ()
    count = times.count if times else ceil(total.amount / each.amount)
    undated = not any(payment.when and payment.when.readings for payment in payments)
    endless = times is None and (undated or (every is not None and every.cycle == PAYDAYS))
    if not 2 <= count <= MOST_PAYMENTS or endless:
        return ()
    return tuple(
        Instalment(_slice(each, total, number, count), day)
        for number, day in enumerate(_days(payments, every, count))
    )


def _slice(each: Money, total: Money, number: int, count: int) -> Money:
    return (
        each
        if number < count - 1
        else Money(total.amount - each.amount * (count - 1), each.currency).rounded()
    )


def _days(payments: list[Payment], every: Every | None, count: int) -> list[date | None]:
    named = [p.when.readings[0] for p in payments if p.when and p.when.readings]
    if not named:
        return [None] * count
    if every is None or every.cycle.days + every.cycle.months == 0:
        return [*named[:count], *[None] * (count - len(named[:count]))]
    ends = [payment for payment in payments if payment.when and payment.when.cycle == "month-end"]
    if ends and every.cycle.months:
        return [month_last(named[0], every.cycle.months * number) for number in range(count)]
    laid = sorted({day for first in named for day in following(first, every.cycle, count)})
    return list(laid[:count])
