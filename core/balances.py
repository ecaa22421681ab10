"""Balances as a lender tells them, and the payments that are in them or still to be taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from core.money import Money
from core.promises import Payment

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Fall:
    """From the balance told on this day so much was gone that no payment told by then explains."""

    on: date
    amount: Decimal


def explained(
    falls: Sequence[Fall], amount: Decimal, paid_on: date, *, balance_on: date | None
) -> tuple[Decimal, tuple[Fall, ...]]:
    """By how much a payment lowers the balance, and what of the falls it leaves unexplained.

    A payment of a day up to `balance_on`, the day the lender gave the balance for, is in it; any other is in it as far
    as the balance fell since the day of the payment without a reason that we know of.
    """
    rest, left = amount, []
    for fall in falls:
        part = min(rest, fall.amount) if paid_on <= fall.on else Decimal(0)
        rest -= part
        if part < fall.amount:
            left.append(replace(fall, amount=fall.amount - part))
    if balance_on is not None and paid_on <= balance_on:
        rest = Decimal(0)
    return rest, tuple(left)


def as_payments(falls: Sequence[Fall], currency: str, *, since: date) -> list[Payment]:
    """The falls as money that came in for a promise made on the day `since`.

    A file tells in the morning of what was paid the day before, so that is the day that counts.
    """
    return [
        Payment(Money(fall.amount, currency), max(fall.on - ONE_DAY, since))
        for fall in falls
        if fall.on >= since
    ]
