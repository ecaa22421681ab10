"""Plans told in a way that no rule pairs, made out by arithmetic: what is left over is tried until all adds up.

A careful reader who finds a sum without a day, or a day too many, asks which way of putting them together comes to
what is owed. Where just one way does, that is what was meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from core.money import Money
from reading.corrections import Item
from reading.days import Days
from reading.money import Share, Sum
from reading.money.sums import ALL, REST
from reading.payments import Payment
from reading.repeats import Every, Times

# As many days and sums as are tried; as many of them as may be no part of the plan.
_LONGEST = 12
_ASIDE = 3
# What three thirds may lack of the whole.
_CENTS = Decimal("0.05")


@dataclass(frozen=True)
class _Part:
    """A sum, a share or the rest; or a day."""

    letter: str  # D a day, M a sum, F a fraction, R the rest
    when: Days | None = None
    sum: Sum | None = None
    share: Share | None = None
    figure: Decimal = Decimal(0)


def counted_out(items: list[Item], owed: Money | None) -> list[Item]:
    """ "64000 in 8, 8000 each time": a bare number that, times a sum, comes to what is owed is how many payments."""
    if owed is None or any(isinstance(item.value, Times) for item in items):
        return items
    sums = [(item, item.value) for item in items if isinstance(item.value, Sum) and _certain(item.value)]
    for item, count in sums:
        number = count.figures[0]
        if count.unit is not None or number != int(number) or not 2 <= number <= 60:
            continue
        for other, each in sums:
            if other is not item and each.figures[0] > number and each.figures[0] * number == owed.amount:
                times = replace(item, value=Times(int(number)))
                whole = [one for one, said in sums if said.figures[0] == owed.amount]
                return [times if one is item else one for one in items if one not in whole]
    return items


def adding_up(items: list[Item], owed: Money | None) -> list[Payment]:
    """The one way to put days and sums, in their order, into two or more payments that come to what is owed.

    As little as possible is left aside. Empty where there is none, or where there is more than one.
    """
    if owed is None or any(isinstance(item.value, Every) for item in items):
        return []
    parts = _parts(items, owed)
    vague = any(
        isinstance(item.value, Days) and item.value.readings and not item.value.certain for item in items
    )
    times = next((item.value.count for item in items if isinstance(item.value, Times)), None)
    if parts is None or not 3 <= len(parts) <= _LONGEST:
        return []
    for aside in range(min(_ASIDE, len(parts) - 3) + 1):
        found: list[list[Payment]] = []
        for left in _less(parts, aside):
            for plan in _plans(left, owed, exact=vague or aside > 0):
                if (times is None or len(plan) == times) and plan not in found:
                    found.append(plan)
        if found:
            return found[0] if len(found) == 1 else []
    return []


def _certain(said: Sum) -> bool:
    return said.certain and len(said.figures) == 1


def _parts(items: list[Item], owed: Money) -> list[_Part] | None:
    """What the plan may consist of; None where something is too vague to be reckoned with."""
    parts: list[_Part] = []
    rest = any(item.value == REST for item in items)
    for item in items:
        value = item.value
        if isinstance(value, Days):
            if value.certain and not value.event:
                parts.append(_Part("D", when=value))
        elif isinstance(value, Sum):
            if not value.figures and not rest:
                continue  # "One part on Friday, 400": the figure is told beside it.
            if not _certain(value) or value.total:
                return None
            if value.figures[0] == owed.amount:
                continue  # What the plan comes to, told beside it.
            if parts and parts[-1].letter == "R" and parts[-1].sum is None:
                parts[-1] = replace(parts[-1], sum=value, figure=value.figures[0])
            else:
                parts.append(_Part("M", sum=value, figure=value.figures[0]))
        elif value == REST:
            parts.append(_Part("R", share=REST))
        elif isinstance(value, Share) and value != ALL:
            if value.of is None or not value.certain:
                return None
            parts.append(
                _Part("F", share=value, figure=owed.amount * value.of.numerator / value.of.denominator)
            )
    return parts


def _less(parts: list[_Part], aside: int) -> Iterator[list[_Part]]:
    """The parts without so many of their days: a day may be told twice, or be that of something else."""
    days = [number for number, part in enumerate(parts) if part.letter == "D"]
    for gone in combinations(days, aside):
        yield [part for number, part in enumerate(parts) if number not in gone]


def _plans(parts: list[_Part], owed: Money, *, exact: bool) -> Iterator[list[Payment]]:
    """Every way to give each sum a day and each day a sum whose days follow each other and whose sums come to `owed`.

    `exact`: the rest, which always comes to it, proves nothing.
    """
    if sum(part.letter == "R" for part in parts) > 1:
        return
    if (
        exact
        and any(part.letter == "R" and part.sum is None for part in parts)
        and not _same_days_told(parts)
    ):
        return
    for pairs in _paired(parts):
        plan = _in_order(pairs, as_said=exact)
        if len(plan) > 1 and _comes_to(pairs, owed):
            yield plan


def _same_days_told(parts: list[_Part]) -> bool:
    """Whether money and days take turns, so that only one way of pairing them is left."""
    letters = "".join("D" if part.letter == "D" else "M" for part in parts)
    half = len(letters) // 2
    return letters in ("DM" * half, "MD" * half)


def _paired(parts: list[_Part]) -> Iterator[list[tuple[_Part, _Part]]]:
    """Ways to cut the string into payments: as many days as sums beside each other, or one sum for several days."""
    if not parts:
        yield []
        return
    for end in range(2, len(parts) + 1):
        piece = parts[:end]
        days = [part for part in piece if part.letter == "D"]
        money = [part for part in piece if part.letter != "D"]
        apart = piece in (days + money, money + days)
        if not apart or not days or len(money) not in (1, len(days)):
            continue
        if len(money) == 1 and len(days) > 1 and money[0].letter == "R":
            continue
        pairs = list(zip(money * len(days) if len(money) == 1 else money, days, strict=True))
        for others in _paired(parts[end:]):
            yield [*pairs, *others]


def _in_order(pairs: list[tuple[_Part, _Part]], *, as_said: bool) -> list[Payment]:
    """The payments, where each falls on a later day than the one before; else nothing. "The 5th" may be a later one."""
    plan: list[Payment] = []
    last: date | None = None
    for money, day in pairs:
        when = day.when
        if when is None:
            return []
        if last is not None and when.readings[0] <= last and not as_said:
            when = when.after(last)
        if last is not None and when.readings[0] <= last:
            return []
        last = when.readings[0]
        plan.append(Payment(sum=money.sum, share=None if money.sum else money.share, when=when))
    return plan


def _comes_to(pairs: list[tuple[_Part, _Part]], owed: Money) -> bool:
    money = [part for part, _ in pairs]
    said = sum((part.figure for part in money), Decimal(0))
    if any(part.letter == "R" and part.sum is None for part in money):
        return money[-1].letter == "R" and said < owed.amount
    return abs(said - owed.amount) <= _CENTS
