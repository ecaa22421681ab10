"""Where the rules and the hunch disagree of whether anything is promised."""

from __future__ import annotations

from dataclasses import replace

from reading.commitments import Read, committed
from reading.corrections import Item
from reading.days import Days
from reading.hunch import Hunch
from reading.money import Share, Sum
from reading.stance import Stance

# Log-odds from which it outweighs the rules. Silence costs more than a question: what the rules take for a promise in the
# midst of a conversation ("tomorrow then") sounds like little by itself, so to overrule them it must be far surer.
_PROMISES = 1.5
_PROMISES_NOTHING = -4.5
# What a clause that promises without a known word for it may look like to the rules.
_UNKNOWN = {Stance.OTHER, Stance.LOOSE, Stance.DOUBTS}


def heard(read: Read, hunch: Hunch, *, answers: bool) -> list[Item] | None:
    """The items that are promised, or None when nothing is: as the rules say, unless the hunch is sure they are wrong."""
    kept = committed(read, answers=answers)
    if kept is None:
        if hunch.promise <= _PROMISES or _asks(read):
            return None
        return committed(_as_promised(read), answers=answers)
    return None if hunch.promise < _PROMISES_NOTHING and not _asks(read) else kept


def _asks(read: Read) -> bool:
    """ "How about 120 on the 1st?", "tomorrow, if that is fine: 8600": what is asked is not yet promised."""
    return any(clause.stance is Stance.ASKS for clause in read.clauses)


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
