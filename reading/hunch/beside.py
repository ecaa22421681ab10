"""Where the rules and the hunch disagree of whether anything is promised."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.commitments import Read, committed
from reading.corrections import Item
from reading.days import Days
from reading.hunch import Hunch, sounds_promised
from reading.money import Share, Sum
from reading.stance import Clause, Stance
from reading.words import slips

# Log-odds from which it outweighs the rules. Silence costs more than a question: what the rules take for a promise in the
# midst of a conversation ("tomorrow then") sounds like little by itself, so to overrule them it must be far surer.
_PROMISES = 1.0
_PROMISES_NOTHING = -2.0
_A_TURN_PROMISES_NOTHING = -4.2
# From here on what is asked is promised too ("half on the 1st, half on the 15th, is that okay?").
_PROMISES_ASKING = 1.3
# From here on single sums and days are promised, however the clause looks that they stand in ("last week I sent 60 and on
# the 20th 140"), if they sound so themselves.
_SURELY_PROMISES = 2.0
_PROMISED = 3.0
_WORD = re.compile(r"[\u3400-\u9fff]{2}|[^\W_\u3400-\u9fff]+")
_A_FEW_WORDS = 4
_PUTS_RIGHT = re.compile(
    rf"\W*(?:{slips.ZH}|(?:{slips.EN}|{slips.ES}|{slips.EN_ANEW}|{slips.ES_ANEW}|no wait|wait,? no|sorry,? i meant?|perdon,? digo|digo|no,? perdon)\b)"
)
# From here on something is left open, though a sum and a day are read: what two people may read differently is asked. A short
# message ("el sábado le doy 300") tells by its sound too little of that.
_LEFT_OPEN, _SHORTLY_LEFT_OPEN, _SHORT = -0.5, 2.0, 7
# Letters beside a share that is all of a question: a mark, a space.
_MARKS = 2
# What a clause that promises without a known word for it may look like to the rules.
_UNKNOWN = {Stance.OTHER, Stance.LOOSE, Stance.DOUBTS, Stance.BARE, Stance.ASKS}


def heard(read: Read, hunch: Hunch, *, answers: bool) -> list[Item] | None:
    """The items that are promised, or None when nothing is: as the rules say, unless the hunch is sure they are wrong."""
    kept = committed(read, answers=answers)
    if kept is None:
        asks = any(_names(read, clause) for clause in _questions(read))
        if hunch.promise <= (_PROMISES_ASKING if asks else _PROMISES):
            return None
        found = committed(_as_promised(read), answers=answers)
        return found or (_each_promised(read) if hunch.promise > _SURELY_PROMISES else None)
    least = _A_TURN_PROMISES_NOTHING if _is_a_turn(read.text) else _PROMISES_NOTHING
    unheard = hunch.promise < least and not _questions(read)
    return (
        kept
        if not unheard or (hunch.promise > _A_TURN_PROMISES_NOTHING and _told_whole(read, kept))
        else None
    )


def sounds_open(text: str, hunch: Hunch) -> bool:
    """Whether folded `text` surely enough leaves a sum or a day open: "if the grant hits I'll pay it all on the 30th"."""
    return hunch.left_open > (_SHORTLY_LEFT_OPEN if len(_WORD.findall(text)) <= _SHORT else _LEFT_OPEN)


def _told_whole(read: Read, kept: list[Item]) -> bool:
    """Whether a clause among much talk promises a sum and its day: none of 120 that promised nothing did."""
    odds = dict(zip(read.items, sounds_promised(read.text, read.items), strict=True))
    sure = [item for item in kept if odds.get(item, 0) > 0]
    return len(read.clauses) > 1 and any(
        clause.stance is Stance.COMMITS
        and any(isinstance(item.value, Sum) for item in inside)
        and any(isinstance(item.value, Days) and item.value.readings for item in inside)
        for clause in read.clauses
        for inside in [[item for item in sure if clause.start <= item.start < clause.end]]
    )


def _is_a_turn(text: str) -> bool:
    """Whether it may be a turn in the midst of a conversation, such as "tomorrow then", or 不对 周三: what was said before is put right."""
    return len(_WORD.findall(text)) <= _A_FEW_WORDS or bool(_PUTS_RIGHT.match(text))


def _questions(read: Read) -> list[Clause]:
    """ "How about 120 on the 1st?", "tomorrow, if that is fine: 8600": what is asked is seldom promised yet."""
    return [clause for clause in read.clauses if clause.stance is Stance.ASKS]


def _names(read: Read, clause: Clause) -> bool:
    """Whether money, a day or a repeat stands in it: "1600 on the 10th each month, okay?" asks about none."""
    return any(clause.start <= item.start < clause.end for item in read.items)


def _each_promised(read: Read) -> list[Item] | None:
    """The sums and days that sound promised one by one, if there is money among them."""
    odds = sounds_promised(read.text, read.items)
    found = [
        item
        for item, sounding in zip(read.items, odds, strict=True)
        if isinstance(item.value, Sum | Share | Days) and sounding > _PROMISED
    ]
    return found if any(isinstance(item.value, Sum | Share) for item in found) else None


def _as_promised(read: Read) -> Read:
    """With every clause that names money or a day, and is no refusal or past payment, taken to promise it."""
    told = [item for item in read.items if isinstance(item.value, Sum | Share | Days)]
    return replace(
        read,
        clauses=tuple(
            replace(clause, stance=Stance.COMMITS)
            if clause.stance in _UNKNOWN and any(_is_told(item, clause) for item in told)
            else clause
            for clause in read.clauses
        ),
    )


def _is_told(item: Item, clause: Clause) -> bool:
    """Whether it stands in the clause and is more than an echo: "The rest? 500 on the 30th and the rest on the 15th"."""
    alone = clause.end - clause.start <= item.end - item.start + _MARKS
    echoed = clause.stance is Stance.ASKS and isinstance(item.value, Share) and alone
    return clause.start <= item.start < clause.end and not echoed
