"""A plan of which something is left over: a day without a sum among payments with theirs, or a sum without a day.

"My wages come on the 28th, but that is a Sunday, so the 26th, 160 then": what is told beside the promise was taken for
part of it, or part of it for told beside. It is read again without that which sounds least like promised, or with what
was left out; what is then whole is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

from core.money import Money
from reading.corrections import Item
from reading.days import Days
from reading.hunch import Hunch, sounds_promised
from reading.money import Share, Sum
from reading.settling import Promised
from reading.text import HAN

# Log-odds: what sounds more like promised than this is not left out, ...
_LEAVE = 4.0
_LEAVE_A_SUM = 3.0
# ... and what sounds less so is not put in.
_PUT_IN = 3.0
# What sounds less than this like more payments than one and was read as a plan has something left over.
_NO_PLAN = -3.0
# By so much a sum sounds more like promised than all others.
_FAR_MORE = 2.0
# A sum and a day.
_TOLD_ONCE = 3
_BESIDE = 12  # letters between them
_TRIFLE = 50
_MOST = 12  # items; of more nobody tells what is left over


@dataclass(frozen=True)
class Told:
    """The sums and days of a folded text, those of them that were taken for promised, those that nobody refuses, and
    what is owed."""

    text: str
    items: Sequence[Item]
    kept: Sequence[Item]
    offered: Sequence[Item]
    owed: Money | None = None


def without_leftovers(
    read_back: Promised, told: Told, hunch: Hunch, again: Callable[[list[Item]], Promised]
) -> Promised:
    """What was read, or what is read `again` of fewer or more items where that leaves nothing over."""
    if len(told.items) > _MOST or (told.owed is not None and _comes_to(read_back) == told.owed):
        return read_back
    if not whole(read_back):
        return _of_fewer(told, again) or read_back
    if read_back.instalments:
        if hunch.plan >= _NO_PLAN:
            return read_back
        single = _of_fewer(told, again)
        return single if single and not single.instalments else _the_surest(told, again) or read_back
    several = sum(isinstance(item.value, Sum) for item in told.kept) > 1
    if (
        several
        and hunch.plan < _NO_PLAN
        and read_back.amount
        and not read_back.ambiguous
        and not HAN.search(told.text)
    ):
        read_back = _the_surest(told, again) or read_back
    if not (read_back.amount or read_back.share or read_back.candidates):
        return _of_more(told, Sum | Share, again) or read_back
    if not (read_back.dates or read_back.ambiguous):
        return _of_more(told, Days, again) or read_back
    return read_back


def _comes_to(read_back: Promised) -> Money | None:
    """What the payments of a plan come to together, where each has its sum."""
    sums = [part.amount for part in read_back.instalments if part.amount]
    if not sums or len(sums) < len(read_back.instalments):
        return None
    return Money(sum((each.amount for each in sums), Decimal(0)), sums[0].currency)


def whole(read_back: Promised) -> bool:
    """Whether no payment of the plan lacks a sum or a day that others have, the days follow each other, and no sum is a
    trifle beside another: of 2,700 plans three are otherwise."""
    parts = read_back.instalments
    if any(
        len({value is None for value in values}) > 1
        for values in ([part.amount for part in parts], [part.on for part in parts])
    ):
        return False
    days = [part.on for part in parts if part.on]
    sums = [part.amount.amount for part in parts if part.amount]
    return all(day <= later for day, later in pairwise(days)) and (
        not sums or max(sums) <= _TRIFLE * min(sums)
    )


def _of_fewer(told: Told, again: Callable[[list[Item]], Promised]) -> Promised | None:
    odds = dict(zip(told.items, sounds_promised(told.text, told.items), strict=True))
    loose = [item for item in told.kept if item in odds and odds[item] < _least(item)]
    for many in (1, 2):
        for left_out in sorted(
            combinations(loose, many), key=lambda items: sum(odds[item] for item in items)
        ):
            found = again([item for item in told.kept if item not in left_out])
            if whole(found) and (found.amount or found.share) and found.dates:
                return found
    return _said_once(told, again)


def _said_once(told: Told, again: Callable[[list[Item]], Promised]) -> Promised | None:
    """ "450 el viernes 13, cuatrocientos cincuenta": one payment, its sum said once more."""
    said = [(item, item.value.figures) for item in told.kept if isinstance(item.value, Sum)]
    if len(told.kept) != _TOLD_ONCE or len(said) != 2 or said[0][1] != said[1][1]:
        return None
    ways = (again([other for other in told.kept if other is not item]) for item, _ in reversed(said))
    return next((found for found in ways if found.amount and found.dates and not found.instalments), None)


def _the_surest(told: Told, again: Callable[[list[Item]], Promised]) -> Promised | None:
    """ "Supplier wants 1100 Tuesday, the light bill is 340 Wednesday, you get 150 Thursday": one sum sounds promised, far
    more than others, and has its day beside it."""
    odds = dict(zip(told.items, sounds_promised(told.text, told.items), strict=True))
    sums = sorted(
        (item for item in told.kept if item in odds and isinstance(item.value, Sum)), key=odds.__getitem__
    )
    days = [item for item in told.kept if isinstance(item.value, Days) and item.value.readings]
    if not days or len(sums) + len(days) < _TOLD_ONCE or not sums or told.text.count("\n") > 1:
        return None
    if len(sums) > 1 and odds[sums[-1]] < odds[sums[-2]] + _FAR_MORE:
        return None
    said = sums[-1]
    day = min(days, key=lambda day: max(day.start - said.end, said.start - day.end))
    if day is not days[-1] or day.start - said.end > _BESIDE or said.start - day.end > _BESIDE:
        return None
    found = again(sorted([said, day], key=lambda item: item.start))
    return found if found.amount and found.dates and not found.instalments else None


def _least(item: Item) -> float:
    """Below which log-odds it may be left out."""
    if isinstance(item.value, Days):
        return _LEAVE
    return _LEAVE_A_SUM if isinstance(item.value, Sum) else float("-inf")


def _of_more(told: Told, kinds: Any, again: Callable[[list[Item]], Promised]) -> Promised | None:
    odds = zip(told.items, sounds_promised(told.text, told.items), strict=True)
    put_in = [
        item
        for item, sounding in odds
        if isinstance(item.value, kinds)
        and sounding > _PUT_IN
        and item in told.offered
        and item not in told.kept
    ]
    if not put_in:
        return None
    found = again(sorted([*told.kept, *put_in], key=lambda item: item.start))
    surely = not found.ambiguous or kinds is not Days
    return found if surely and whole(found) and (found.amount or found.share) else None
