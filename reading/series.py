"""How a series of payments begins and ends: "from May on", "the first one on Friday", "until Christmas"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from reading.corrections import Item
from reading.days import Days
from reading.days.calendar import month_last
from reading.instalments import MOST_PAYMENTS
from reading.money import Share, Sum
from reading.payments import Payment
from reading.repeats import PAYDAYS, Every, Times

_UNTIL = re.compile(
    r"\b(?:until|till?|til|thru|through|up to|hasta|a(?= (?:enero|febr|marzo|abril|mayo|juni|juli|agost|sep|oct|nov|dic)))\b(?![^,]*[a-z]{4}, ?$)|(?<![等得拖收领拿])[到至]$"
)


# "150 a day from today to Friday": the second of the days is the last one.
_FROM = re.compile(r"\b(?:from|starting|de|del|desde(?: el)?)(?: (?:the|el|este|this))? ?$")
_TO = re.compile(r"(?:al?|to) ?")


def ends(item: Item, last: Item | None, text: str) -> bool:
    """Whether the day ends a series: "50 a week until Christmas"."""
    gap = text[last.end if last else 0 : item.start]
    if _UNTIL.search(gap[-16:]) or _UNTIL.match(text, item.start):
        return True
    if last is None or not isinstance(last.value, Days):
        return False
    leads = _FROM.search(text[max(0, last.start - 14) : last.start]) or _FROM_IN.match(text, last.start)
    return bool(leads and _TO.match(text[last.end : item.end].lstrip()))


_FROM_IN = re.compile(r"(?:del?|desde|from|starting) ")


def longer(said: Every | None, again: Every) -> Every:
    """ "Every two weeks, on Saturdays": the weekday tells which day it is, and not how often."""
    if said is not None and again.cycle.days == _A_WEEK < said.cycle.days and said.cycle.days % _A_WEEK == 0:
        return said
    return again


_A_WEEK = 7
BEGINS = re.compile(
    r"\b(?:starting|beginning|from|desde|a partir|(?:comenz|comienz|empez|empiez|inici|arranc)(?:ando|aria|amos|ar|o))\b"
)


_DURING = re.compile(r"(?:in|during|throughout|en|durante) ")


def over_months(days: Days, item: Item, payment: Payment, text: str) -> bool:
    """ "From May on", "in May", "May to August" behind what repeats: when the series begins, and when it ends."""
    within = days.last_month is not None or bool(_DURING.match(text, item.start))
    return bool(BEGINS.match(text, item.start)) or (within and payment.every is not None)


def begin_in_month(payments: list[Payment], month: int) -> None:
    """ "The 15th and the 30th, from May on": each of the days that repeat, in that month."""
    for number in range(len(payments) - 1, -1, -1):
        payments[number] = _from_month(payments[number], month)
        if not payments[number].joined:
            return


def _from_month(payment: Payment, month: int) -> Payment:
    """ "The last Friday of every month, starting in December": the first such day of that month."""
    when = payment.when
    if when is None or not when.readings or when.cycle is None:
        return payment
    for _ in range(54):
        if when.readings[0].month == month:
            return replace(payment, when=when)
        when = when.after(when.readings[0])
    return payment


def ending(payment: Payment, last: Days) -> Payment:
    """A series that ends on a day, or with a month after its first payment."""
    if last.readings:
        return replace(payment, until=last.readings[0])
    first = payment.when.readings[0] if payment.when and payment.when.readings else None
    if first is None or last.month is None:
        return payment if payment.when or last.month else replace(payment, when=last)
    return replace(payment, until=month_last(first, (last.month - first.month) % 12))


def begun(named: Days, start: Days) -> Days:
    """The day that a series begins on: as said, or, of "every Monday, from next week", the first Monday then."""
    if start.gap == _A_WEEK and named.cycle == "week":  # "Every Sunday, starting the next one".
        return named.after(start.readings[0] - timedelta(days=_A_WEEK))
    if start.certain:
        month_end = named.cycle == "month-end" and start.readings[0] == month_last(start.readings[0])
        return replace(start, cycle=named.cycle) if month_end else start
    return (
        named
        if named.readings[0] >= start.readings[0]
        else named.after(start.readings[0] - timedelta(days=1))
    )


def same_turn(first: Days, again: Days) -> bool:
    """ "This Friday, and then every Friday": the day told again is the one of the first payment."""
    if not first.readings or not again.readings or again.cycle is None:
        return False
    one, other = first.readings[0], again.readings[0]
    return one.weekday() == other.weekday() if again.cycle == "week" else one.day == other.day


def begins_counted(payment: Payment, items: list[Item]) -> bool:
    """ "280 the next 4 Mondays, beginning today": a day behind a count that says itself how far apart they are."""
    told = payment.valued and payment.when is not None and payment.when.readings
    counted = [item.value for item in items if isinstance(item.value, Times | Every)]
    once = len(counted) == 1 and isinstance(counted[0], Times) and counted[0].cycle
    return bool(told and once and not payment.every and not payment.joined)


def begins_all(payments: list[Payment], start: Days) -> bool:
    """ "30 every Sunday and 30 every Wednesday, starting this Sunday": the first day is that of an earlier series."""
    last = payments[-1].when
    if last is None or _falls_on(last, start):
        return False
    return any(one.every and one.when and _falls_on(one.when, start) for one in payments[:-1])


def _falls_on(named: Days, day: Days) -> bool:
    """Whether the day is a turn of what is named: "every Monday ..., from Monday the 21st"."""
    if named.cycle == "week" and named.readings and day.certain and day.cycle is None:
        return named.readings[0].weekday() == day.readings[0].weekday()
    return same_turn(named, day)


def begin_all(payments: list[Payment], start: date) -> None:
    """Each of the series, from its first turn on that day or after it."""
    for number, payment in enumerate(payments):
        if payment.every and payment.when and payment.when.readings and payment.when.readings[0] < start:
            payments[number] = replace(payment, when=payment.when.after(start - timedelta(days=1)))


def begin_group(payments: list[Payment], start: date) -> None:
    """ "The 1st and the 15th, starting tomorrow": each of the days that repeat, from then on."""
    for number in range(len(payments) - 1, -1, -1):
        payment = payments[number]
        if payment.when and payment.when.readings and payment.when.readings[0] < start:
            payments[number] = replace(payment, when=payment.when.after(start - timedelta(days=1)))
        if not payment.joined:
            return


_EACH_OF_THEM = re.compile(r"[^.;]*[,，][^.;]*")


# "300 on the 1st and then 300 on the 15th of every month": only the last of them comes again.
_AFTER_THAT = re.compile(r"\b(?:then|after\w*|next|luego|despues|later|today|now|hoy|ahora)\b|再|然后|之后")


def all_repeated(payments: list[Payment], items: list[Item], text: str) -> list[Payment]:
    """ "60 on the 1st, 60 on the 15th, every month": a cycle told last, behind a comma, is that of all the days of a month."""
    if len(items) < 2 or not isinstance(items[-1].value, Every) or len(payments) < 2:
        return payments
    named = all(one.valued and one.when and one.when.cycle == "month" for one in payments)
    alone = sum(one.every is not None for one in payments) == 1
    alike = len({one.sum for one in payments}) == 1 and not _AFTER_THAT.search(text[: items[-1].end])
    if not (named and alone and (alike or _EACH_OF_THEM.fullmatch(text[items[-2].end : items[-1].start]))):
        return payments
    return [replace(one, every=items[-1].value) for one in payments]


def of_each_month(payments: list[Payment], items: list[Item]) -> list[Payment]:
    """每月1号还500,16号还500: how often, told before all sums and no times, is that of each day of a month behind it."""
    lead = next((item for item in items if isinstance(item.value, Every | Sum | Share)), None)
    every = lead.value if lead else None
    if not isinstance(every, Every) or every.cycle.months != 1 or any(type(i.value) is Times for i in items):
        return payments
    started = len(payments) > _TWO and not payments[-1].valued and payments[-1].when
    told = payments[:-1] if started else payments
    days = [one.when for one in told if one.sum and one.when and one.when.cycle == "month"]
    alone = (
        len(told) >= _TWO and told[0].every == every and not any(one.every or one.until for one in told[1:])
    )
    if not alone or len(days) != len(told) or (started and started.readings != days[0].readings):
        return payments
    return [replace(one, every=every) for one in told]


_TWO = 2


def without_told_again(payments: list[Payment]) -> list[Payment]:
    """这周五先还四百过后每周五都还四百还满十回: the sum told once more behind how often is that of the series."""
    if len(payments) < 2:
        return payments
    series, again = payments[-2:]
    alike = again.sum is not None and again.sum == series.sum and again.share is None
    return payments[:-1] if alike and series.every and not (again.when or again.every) else payments


def in_sequence(payments: list[Payment]) -> list[Payment]:
    """A later payment's "the 5th" is the first one after the payment before it."""
    ordered: list[Payment] = []
    last: date | None = None
    before: date | None = None
    for payment in payments:
        when = payment.when
        together = payment.joined and payment.every is not None and not _on_listed_paydays(payments)
        before = before if together else last
        if when and when.readings and before and len(ordered) < MOST_PAYMENTS:
            when = when.after(before + _turns_left_out(payment, when, before))
            payment = replace(payment, when=when)
        if when and when.readings:
            last = when.readings[0]
        ordered.append(payment)
    return ordered


def _on_listed_paydays(payments: list[Payment]) -> bool:
    """ "Each payday, the 31st, 14th and 28th": more days than a month has paydays follow one another."""
    every = payments[0].every
    return len(payments) > _PAYDAYS_A_MONTH and every is not None and every.cycle == PAYDAYS


_PAYDAYS_A_MONTH = 2


def _turns_left_out(payment: Payment, when: Days, before: date) -> timedelta:
    """ "75 this Friday and 75 every other Friday after that": the next one comes two weeks later."""
    cycle = payment.every.cycle if payment.every else None
    same = when.cycle == "week" and when.readings[0].weekday() == before.weekday()
    skipped = cycle is not None and cycle.days > _A_WEEK and not cycle.days % _A_WEEK and same
    return timedelta(days=cycle.days - _A_WEEK if cycle and skipped else 0)
