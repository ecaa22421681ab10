"""Promises to pay, and when they are kept, partly kept or broken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from core.money import Money


class PromiseStatus(StrEnum):
    """`pending`: read back, not yet confirmed. Only the borrower's yes makes it `confirmed`."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    KEPT = "kept"
    PARTLY_KEPT = "partly_kept"
    BROKEN = "broken"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


LIVE = frozenset({PromiseStatus.PENDING, PromiseStatus.CONFIRMED})


@dataclass(frozen=True)
class Payment:
    """Money the ledger has booked. `paid_on` is the local day it counts for."""

    amount: Money
    paid_on: date


@dataclass(frozen=True)
class Promise:
    """An amount by a day. `made_on` is the local day it was confirmed: older payments do not count."""

    amount: Money
    due_on: date
    made_on: date
    status: PromiseStatus = PromiseStatus.CONFIRMED
    method: str | None = None


def settle(promise: Promise, payments: Iterable[Payment], *, today: date, grace_days: int) -> PromiseStatus:
    """Say what has become of a confirmed promise by `today` (the borrower's local day).

    Kept as soon as payments booked since it was made reach the amount; after the day plus grace,
    partly kept when something came in, broken when nothing did; confirmed until then. Payments in another
    currency are left out. A promise in any other state stays as it is.
    """
    if promise.status is not PromiseStatus.CONFIRMED:
        return promise.status
    last_day = promise.due_on + timedelta(days=grace_days)
    paid = sum(
        (
            payment.amount.amount
            for payment in payments
            if payment.amount.currency == promise.amount.currency
            and promise.made_on <= payment.paid_on <= last_day
        ),
        start=Decimal(0),
    )
    if paid >= promise.amount.amount:
        return PromiseStatus.KEPT
    if today <= last_day:
        return PromiseStatus.CONFIRMED
    return PromiseStatus.PARTLY_KEPT if paid > 0 else PromiseStatus.BROKEN
