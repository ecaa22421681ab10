"""Payments as said, and what they share: one amount for several days, one payment of two to choose from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from reading.days import Days
from reading.days.calendar import MOST
from reading.left_out import LeftOut
from reading.money import Share, Sum
from reading.money.sums import REST
from reading.repeats import Every


@dataclass(frozen=True)
class Payment:
    """One payment as said: a sum or share or both, and a day."""

    sum: Sum | None = None
    share: Share | None = None
    when: Days | None = None
    every: Every | None = None
    # Said in one breath with the payment before: "on the 1st and the 15th".
    joined: bool = False
    # Repeated until this day.
    until: date | None = None
    # Instead of the payment before: "60 on Friday or 100 on the 1st".
    instead: bool = False
    # Turns of it in which nothing is paid.
    left_out: LeftOut | None = None

    @property
    def valued(self) -> bool:
        """Whether it has been said how much."""
        return self.sum is not None or self.share is not None


def chosen(payments: list[Payment]) -> list[Payment]:
    """One payment to choose of for "60 on Friday or 100 on the 1st"."""
    kept: list[Payment] = []
    for payment in payments:
        if payment.instead and kept:
            kept[-1] = _either(kept[-1], payment)
        else:
            kept.append(payment)
    return kept


def _either(first: Payment, second: Payment) -> Payment:
    when = first.when or second.when
    if first.when and second.when and first.when != second.when:
        days = sorted({*first.when.readings, *second.when.readings})
        when = Days(tuple(days[:MOST]), event=first.when.event or second.when.event)
    every = first.every or second.every
    if not (first.valued and second.valued) or (first.sum, first.share) == (second.sum, second.share):
        told = first if first.valued else second
        return replace(first, sum=told.sum, share=told.share, when=when, every=every)
    sums = [payment.sum for payment in (first, second) if payment.sum]
    figures = tuple(sorted({figure for one in sums for figure in one.figures}))
    unit = sums[0].unit if sums else None
    return replace(first, sum=Sum(figures, unit, certain=False), share=None, when=when, every=every)


_EACH_OF = re.compile(
    r"\b(?:each|apiece|both (?:days|times)|(?:every|each) time|cada (?:uno|vez|dia|fecha)|en cada|c/u)\b|各|每[次笔期回]|分别"
)


SAME_AGAIN = re.compile(
    r"\b(?:same|match(?:ing)? (?:it|that|this)|(?<!sorry )(?<!apologies )(?<!apologise )(?<!apologize )(?<!thanks )(?<!thank you )(?<!once )(?<!hi )(?<!hello )(?<!hey )(?<!me )(?<!happen )again|lo mismo|igual|(?<!siento )(?<!perdon )(?<!gracias )(?<!hola )otra vez|otro tanto|(?:la )?misma (?:cantidad|suma|cuota|cifra)|(?:el )?mismo (?:monto|importe|abono|pago))\b|一样|同样|再来一次|同额"
)


def shared_out(payments: list[Payment], text: str) -> list[Payment]:
    """ "On the 20th and the 30th, 1000 each": the days said before the amount have it too."""
    if len(payments) >= 2 and SAME_AGAIN.search(text):
        told = next((payment for payment in payments if payment.valued), payments[0])
        return [
            payment if payment.valued else replace(payment, sum=told.sum, share=told.share)
            for payment in payments
        ]
    if (
        payments
        and payments[0].valued
        and len(payments) > 1
        and _EACH_OF.search(text)
        and not any(p.valued for p in payments[1:])
    ):
        first = payments[0]
        return [replace(payment, sum=first.sum, share=first.share) for payment in payments]
    if payments and _EACH_OF.search(text) and payments[0].valued and not payments[-1].valued:
        return _as_before(payments)
    if _parts_of_it(payments):
        return [*payments[:-1], replace(payments[-1], share=REST)]
    listed = len(payments) > 1 and payments[-1].joined
    if len(payments) < 2 or not payments[-1].valued or not (listed or _EACH_OF.search(text)):
        return payments
    shared, following = [payments[-1]], payments[-1]
    for payment in reversed(payments[:-1]):
        rest = following.share is not None and following.share.name == "rest" and not following.joined
        if payment.valued:
            following = payment
        elif not rest:
            payment = replace(payment, sum=following.sum, share=following.share)
        shared.insert(0, payment)
    return shared


def _parts_of_it(payments: list[Payment]) -> bool:
    """ "A third on Friday, another third on the 18th and the last one on the 31st": what is left of the shares."""
    *told, last = payments or [Payment()]
    shares = [payment.share.of for payment in told if payment.share and payment.share.of]
    dated = last.when is not None and bool(last.when.readings) and not last.valued
    return dated and len(told) > 1 and len(shares) == len(told) and sum(shares) < 1


def _as_before(payments: list[Payment]) -> list[Payment]:
    """ "160 today, then 200 each on the 15th, the 29th and the 12th": the last ones have the amount before them."""
    filled: list[Payment] = []
    for payment in payments:
        told = filled[-1] if filled and not payment.valued else payment
        filled.append(replace(payment, sum=told.sum, share=told.share))
    return filled
