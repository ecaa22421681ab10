"""Several payments laid out: one amount and day each, "the rest" from what is owed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from math import ceil

from core.money import Money
from reading.days.calendar import last_working, month_last, same_weekday
from reading.money.sums import REST, Sum, currency_of
from reading.payments import Payment
from reading.place import Place
from reading.repeats import PAYDAYS, Every, Times, following

# A plan longer than this is not laid out payment by payment.
MOST_PAYMENTS = 120
# What three thirds may lack of the whole.
_CENTS = Decimal("0.05")


@dataclass(frozen=True)
class Instalment:
    """One payment of several; None where it was not said or is not certain."""

    amount: Money | None
    on: date | None


def spread(
    payments: list[Payment], times: Times | None, owed: Money | None, place: Place
) -> tuple[Instalment, ...]:
    """All payments promised, in order; empty when there is just one, or when no end can be told."""
    laid: list[Instalment] = []
    payments = _parted(payments, times, owed)
    if times and (beside := _side_by_side(payments, times, place)):
        return beside
    if (
        times
        and times.count == len(payments)
        and all(_told(payment) for payment in payments)
        and not _last_repeats(payments, times, owed)
    ):
        times = None
        if all(_day(payment) for payment in payments):
            payments = [replace(payment, every=None) for payment in payments]
    if times and times.count < len(payments) and all(_told(one) and _day(one) for one in payments):
        if not any(payment.every for payment in payments):
            times = None  # "30% on the 1st, the rest in two": a count of the last ones only.
    if times and owed and times.count == len(payments) and not any(p.valued or p.every for p in payments):
        return _equally([_day(payment) for payment in payments], owed)
    if times and owed and _counts_all(payments, times, owed):
        times = Times(times.count - len(payments) + 1)
    payments = _rest_in_parts(payments, owed)
    if times is None and owed and (together := _by_turns(payments, owed, place)):
        return together
    if times is None and owed and (ended := _with_the_last(payments, owed, place)):
        return ended
    repeats = bool(times) or any(payment.every for payment in payments)
    for group in _groups(payments, repeats=repeats):
        if _listed_out(group):
            laid += [Instalment(_said(payment, place), _day(payment)) for payment in group]
        elif group[-1].every or (times and group[-1] is payments[-1] and not _own_day(group[-1], payments)):
            laid += _repeated(group, times, owed, place, laid)
        else:
            for one in group:
                laid.append(Instalment(_amount(one, laid, owed, place), _day(one)))
    return tuple(laid) if len(laid) > 1 else ()


def _last_repeats(payments: list[Payment], times: Times, owed: Money | None) -> bool:
    """ "2200 tomorrow, what is left in two months, 1000 on the 10th of each": only so does it come to what is owed."""
    last = payments[-1]
    if owed is None or not last.every or len(payments) < 2 or any(one.every for one in payments[:-1]):
        return False
    told = [_share_of(owed, one) for one in payments]
    if any(one is None for one in told) or (last.share and last.share.name == "rest" and not last.sum):
        return False
    paid = sum((one for one in told if one is not None), Decimal(0))
    return abs(paid + (told[-1] or Decimal(0)) * (times.count - 1) - owed.amount) <= _CENTS


def _counts_all(payments: list[Payment], times: Times, owed: Money) -> bool:
    """ "4 payments, 300 on the 15th, then 300 every 2 weeks": the first is counted, where only so it comes to what is owed."""
    *before, last = payments
    if not before or not last.every or last.joined or times.cycle or any(one.every for one in before):
        return False
    *told, each = [_share_of(owed, one) for one in payments]
    if each is None or times.count <= len(payments):
        return False
    paid = sum((one for one in told if one is not None), Decimal(0))
    return None not in told and abs(paid + each * (times.count - len(before)) - owed.amount) <= _CENTS


def _rest_in_parts(payments: list[Payment], owed: Money | None) -> list[Payment]:
    """ "A quarter on Friday, the rest on 1 May, 1 June and 1 July": each of these days an equal part of it."""
    at = next(
        (n for n, one in enumerate(payments) if one.share and one.share.name == "rest" and not one.sum), None
    )
    parts = payments[at:] if at is not None else []
    if (
        owed is None
        or at is None
        or len(parts) < 2
        or not all(_day(part) and not part.every for part in parts)
    ):
        return payments
    if any(part.sum or (part.share and part.share.name != "rest") for part in parts[1:]):
        return payments
    told = [_share_of(owed, payment) for payment in payments[:at]]
    left = owed.amount - sum((one for one in told if one is not None), Decimal(0))
    if None in told or left <= 0:
        return payments
    each = Money(left / len(parts), owed.currency).rounded()
    same = Sum((each.amount,), owed.currency)
    return [
        *payments[:at],
        *(replace(part, sum=same, share=None) for part in parts[:-1]),
        replace(parts[-1], share=REST),
    ]


def _parted(payments: list[Payment], times: Times | None, owed: Money | None) -> list[Payment]:
    """ "1600 on Monday, the other 800 in two parts, on the 15th and the 30th": it comes to what is owed only so."""
    count = times.count if times else 0
    *_, last = payments or [Payment()]
    if owed is None or not 2 <= count < len(payments) or last.sum is None or len(last.sum.figures) != 1:
        return payments
    parts, before = payments[-count:], [_share_of(owed, one) for one in payments[:-count]]
    if any(part.sum != last.sum or part.every for part in parts) or None in before:
        return payments
    if sum((one for one in before if one is not None), last.sum.figures[0]) != owed.amount:
        return payments
    each = Money(last.sum.figures[0] / count, owed.currency).rounded()
    same = replace(last.sum, figures=(each.amount,), total=False)
    return [*payments[:-count], *(replace(part, sum=same) for part in parts)]


def _side_by_side(payments: list[Payment], times: Times, place: Place) -> tuple[Instalment, ...]:
    """ "100 every Monday and 150 every Thursday for 3 weeks": as many turns of the one as of the other."""
    cycle = times.cycle
    told = [(day, said) for one in payments if (day := _day(one)) and (said := _said(one, place))]
    if cycle is None or cycle == PAYDAYS or not 2 <= len(told) == len(payments):
        return ()
    if any(one.every is None or one.every.cycle != cycle or one.joined for one in payments):
        return ()
    turns = [(on, said) for day, said in told for on in following(day, cycle, times.count)]
    return tuple(Instalment(said, on) for on, said in sorted(turns, key=lambda turn: turn[0]))


def _share_of(owed: Money, payment: Payment) -> Decimal | None:
    """What a payment is, if that is certain."""
    if payment.sum is not None:
        said = payment.sum
        return said.figures[0] if said.certain and len(said.figures) == 1 else None
    of = payment.share.of if payment.share else None
    return owed.amount * of.numerator / of.denominator if of else None


def _by_turns(payments: list[Payment], owed: Money, place: Place) -> tuple[Instalment, ...]:
    """ "30 every Sunday and 50 every Wednesday until it's gone": the series side by side, until what is owed is paid."""
    cycles = {payment.every.cycle for payment in payments if payment.every}
    cycle = next(iter(cycles), PAYDAYS)
    told = [(day, said) for one in payments if (day := _day(one)) and (said := _said(one, place))]
    if len(payments) < 2 or len(told) != len(payments) or len(cycles) != 1 or cycle == PAYDAYS:
        return ()
    if any(one.every is None or one.until or one.joined for one in payments):
        return ()
    days = [day for day, _ in told]
    if (
        len(set(days)) < len(days)
        or max(days) >= following(min(days), cycle, 2)[1]
        or any(said.currency != owed.currency or said.amount <= 0 for _, said in told)
    ):
        return ()
    turns = [(on, said) for day, said in told for on in following(day, cycle, MOST_PAYMENTS)]
    left, laid = owed.amount, list[Instalment]()
    for on, said in sorted(turns, key=lambda turn: turn[0]):
        if left <= 0:
            return tuple(laid)
        paid = min(left, said.amount)
        laid.append(Instalment(Money(paid, owed.currency).rounded(), on))
        left -= paid
        if len(laid) > MOST_PAYMENTS:
            return ()
    return ()


def _with_the_last(payments: list[Payment], owed: Money, place: Place) -> tuple[Instalment, ...]:
    """ "2500 a month from the 1st, the last one 2000": so many turns as come, with the last, to what is owed."""
    if len(payments) != 2 or not payments[0].every or payments[0].every.cycle == PAYDAYS:
        return ()
    each, last, start = _said(payments[0], place), _said(payments[1], place), _day(payments[0])
    if payments[1].when or payments[1].every or each is None or last is None or start is None:
        return ()
    count, odd = divmod(owed.amount - last.amount, each.amount) if each.amount > 0 else (0, 1)
    if odd or not 1 <= count < MOST_PAYMENTS or {each.currency, last.currency} != {owed.currency}:
        return ()
    days = _days(payments[:1], [start], payments[0].every, int(count) + 1)
    return tuple(
        Instalment(money, day) for money, day in zip([each] * int(count) + [last], days, strict=True)
    )


def _equally(days: list[date | None], owed: Money) -> tuple[Instalment, ...]:
    """ "In three: the 20th, the 30th, the 10th": what is owed in equal parts, the last of which takes the odd cents."""
    part = Money(owed.amount / len(days), owed.currency).rounded()
    last = Money(owed.amount - part.amount * (len(days) - 1), owed.currency).rounded()
    amounts = [part] * (len(days) - 1) + [last]
    return tuple(Instalment(amount, day) for amount, day in zip(amounts, days, strict=True))


def _told(payment: Payment) -> bool:
    """ "In two: 2000 on the 20th, the rest on the 30th": each payment is told, none is repeated."""
    share = payment.share
    if payment.sum is not None and payment.sum.total:
        return False  # "The remaining 4000 in two, on the 15th".
    return payment.sum is not None or (
        share is not None
        and (share.name == "rest" or (share.of is not None and share.name != "all"))
        and payment.when is not None
    )


def _own_day(payment: Payment, payments: list[Payment]) -> bool:
    """ "8000 each month, three times, the rest on 31 January": the count is that of the payments that repeat."""
    alone = payment.when is not None or (payment.share is not None and payment.share.name == "rest")
    return alone and any(other.every for other in payments if other is not payment)


def _groups(payments: list[Payment], *, repeats: bool) -> list[list[Payment]]:
    """Payments that repeat together ("on the 1st and the 15th of every month") in one group."""
    groups: list[list[Payment]] = []
    for payment in payments:
        if groups and payment.joined and repeats:
            groups[-1].append(payment)
        else:
            groups.append([payment])
    return groups


def _listed_out(group: list[Payment]) -> bool:
    """ "2000 each month, that is the 30th of December and the 30th of January": the days of the cycle one by one."""
    every, days = group[-1].every, [day for payment in group if (day := _day(payment))]
    if every is not None and every.cycle == PAYDAYS:
        return len(days) > 2 and all(one.sum is not None for one in group)
    if (
        every is None
        or len(days) < 2
        or not every.cycle.days + every.cycle.months
        or any(one.sum is None for one in group)
    ):
        return False
    return days == following(days[0], every.cycle, len(days))


def _day(payment: Payment) -> date | None:
    return payment.when.readings[0] if payment.when and payment.when.readings else None


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
    group: list[Payment], times: Times | None, owed: Money | None, place: Place, before: list[Instalment]
) -> list[Instalment]:
    """The same amount again and again: so many times, or until what is owed is paid."""
    payment, every = group[-1], group[-1].every
    if times and times.cycle and times.cycle != PAYDAYS and len(group) > 1:
        times = Times(times.count * len(group))
    each, total = _said(payment, place), _left(owed, before) if owed else None
    times = times or (_up_to_the_end(payment) if each is None else None)
    if (
        each is None
        and times
        and owed
        and total
        and (payment.share is None or payment.share.name in ("all", "rest"))
    ):
        each = Money(total / times.count, owed.currency).rounded()
    elif (
        each is None
        and owed
        and total
        and payment.share is not None
        and payment.share.of
        and payment.share.of < 1
    ):
        of = payment.share.of
        part = owed.amount * of.numerator / of.denominator
        if times and part * times.count > total + _CENTS >= part:
            part, total = part / times.count, part  # "The other 90 percent in three".
        each = Money(part, owed.currency).rounded()
        total = min(total, each.amount * times.count + _CENTS) if times else total
    elif times and each and payment.sum is not None and payment.sum.total:
        each, total = Money(each.amount / times.count, each.currency).rounded(), each.amount
    elif (
        before
        and times
        and each
        and owed
        and times.count > 1
        and each.currency == owed.currency
        and each.amount == total
    ):
        # "The remaining 10000 over five months": all that is left, in so many parts.
        each = Money(each.amount / times.count, each.currency).rounded()
    elif times and each:
        total = each.amount * times.count
    same = each is not None and (times is not None or owed is None or each.currency == owed.currency)
    first = [day for one in group if (day := _day(one))]
    if not first and before and before[-1].on and every and every.cycle.days + every.cycle.months:
        first = following(before[-1].on, every.cycle, 2)[1:]
    endless = times is None and (not first or every is None or every.cycle == PAYDAYS)
    if each is None or each.amount <= 0 or total is None or total <= 0 or not same or endless:
        return [Instalment(each, first[0] if first else None)]
    count = (
        times.count
        if times
        else ceil((total - _CENTS) / each.amount if payment.share else total / each.amount)
    )
    if count > MOST_PAYMENTS:
        return [Instalment(each, first[0] if first else None)]
    days = _days(group, first, every, count)
    if payment.until:
        days = [day for day in days if day is None or day <= payment.until]
    amounts = [each] * (count - 1) + [Money(total - each.amount * (count - 1), each.currency).rounded()]
    return [Instalment(money, day) for money, day in zip(amounts, days, strict=False)]


def _up_to_the_end(payment: Payment) -> Times | None:
    """ "The rest from October to December, each month's last day": as many equal parts as days up to the end."""
    start, every, share = _day(payment), payment.every, payment.share
    if share is None or share.name not in ("all", "rest") or not (start and every and payment.until):
        return None
    if not every.cycle.days + every.cycle.months:
        return None
    days = [day for day in following(start, every.cycle, MOST_PAYMENTS) if day <= payment.until]
    return Times(len(days)) if len(days) > 1 else None


def _days(group: list[Payment], first: list[date], every: Every | None, count: int) -> list[date | None]:
    if not first or every is None or every.cycle == PAYDAYS:
        return [*first[:count], *[None] * (count - len(first[:count]))]
    left_out, wanted = group[-1].left_out, count
    count += left_out.most if left_out else 0
    days: set[date] = set()
    for one in group:
        start = _day(one)
        if start and every.cycle.months and one.when and one.when.cycle == "month-end":
            days |= {month_last(start, every.cycle.months * number) for number in range(count)}
        elif start and every.cycle.months and one.when and one.when.cycle == "last-working":
            days |= {last_working(start, every.cycle.months * number) for number in range(count)}
        elif start and every.cycle.months and one.when and one.when.cycle in ("nth-weekday", "last-weekday"):
            last = one.when.cycle == "last-weekday"
            days |= {same_weekday(start, every.cycle.months * number, last=last) for number in range(count)}
        elif start:
            days |= set(following(start, every.cycle, count))
    turns = sorted(days or set(following(first[0], every.cycle, count)))
    return [*(left_out.of(turns) if left_out else turns)[:wanted]]
