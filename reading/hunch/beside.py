"""Where the rules and the hunch disagree of whether anything is promised."""

from __future__ import annotations

from dataclasses import replace

from reading.commitments import Read, committed
from reading.corrections import Item
from reading.days import Days
from reading.hunch import Hunch
from reading.money import Share, Sum
from reading.stance import Stance

# Log-odds from which it outweighs the rules. Of 1,104 messages by writers whom neither had learnt from, the rules took
# 97.6 % for what they were, the hunch 97.5 %, and both so 99.0 %.
_PROMISES = 1.5
_PROMISES_NOTHING = -1.0
_NOT_EVEN_A_SUM_AND_ITS_DAY = -2.5
# What a clause that promises without a known word for it may look like to the rules.
_UNKNOWN = {Stance.OTHER, Stance.LOOSE, Stance.DOUBTS, Stance.REFUSES}


def heard(read: Read, hunch: Hunch, *, answers: bool) -> list[Item] | None:
    """The items that are promised, or None when nothing is: as the rules say, unless the hunch is sure they are wrong."""
    kept = committed(read, answers=answers)
    if kept is None:
        if hunch.promise <= _PROMISES or _asks_for_less(read):
            return None
        return committed(_as_promised(read), answers=answers)
    valued = any(isinstance(item.value, Sum | Share) for item in kept)
    dated = any(isinstance(item.value, Days) and item.value.readings for item in kept)
    least = _NOT_EVEN_A_SUM_AND_ITS_DAY if valued and dated else _PROMISES_NOTHING
    return None if hunch.promise < least else kept


def _asks_for_less(read: Read) -> bool:
    """ "Can't do 200, how about 120 on the 1st?": what is refused is not promised, and what is asked not yet."""
    refused = [clause for clause in read.clauses if clause.stance is Stance.REFUSES]
    asked = [clause for clause in read.clauses if clause.stance is Stance.ASKS]
    return bool(refused) and any(
        clause.start <= item.start < clause.end and isinstance(item.value, Sum | Share)
        for clause in asked
        for item in read.items
    )


def _as_promised(read: Read) -> Read:
    """With every clause that names money or a day, and is no question or past payment, taken to promise it."""
    named = [item.start for item in read.items if isinstance(item.value, Sum | Share | Days)]
    return replace(
        read,
        clauses=tuple(
            replace(clause, stance=Stance.COMMITS)
            if clause.stance in _UNKNOWN and any(clause.start <= place < clause.end for place in named)
            else clause
            for clause in read.clauses
        ),
    )
