"""Marks cut into statements: of all ways to part cues and times, the one in which they stand closest.

A statement is a run of marks with one stance: some times are wished, refused, told of work or of money. What it
costs: reaching over a comma, "but" or a full stop, parting what stands side by side, times that nothing judges, and
stances that do not go together. Of the cheapest cuts of the whole message `sounding` takes one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reading.windows.lexicon import AT_WORK, DECLINES, NOR, WEAK
from reading.windows.marks import AND, BUT, COMMA, STOP, TIMES, Kind, Mark, Shape, Stretch
from reading.windows.times import LISTED, Times, any_time, cheapest_ways, grouped


class Stance(StrEnum):
    """What a statement says of its times."""

    WISH = "wish"
    REFUSE = "refuse"
    FREE = "free"
    BUSY = "busy"
    ENDS = "ends"
    BEGINS = "begins"
    ASIDE = "aside"
    NONE = "none"


@dataclass(frozen=True)
class Statement:
    """A stance, its times, and those excepted from them; `cues` are the kinds of all its marks."""

    stance: Stance
    times: tuple[Times, ...]
    excepted: tuple[Times, ...]
    cues: frozenset[Kind]
    strong: bool
    at_work: bool
    declines: bool
    start: int
    end: int

    def has(self, *kinds: Kind) -> bool:
        """Whether a cue of one of these kinds is in it."""
        return bool(self.cues & set(kinds))


# The stance a cue gives; the first of these that a statement holds is its own.
_STANCES: tuple[tuple[Stance, frozenset[Kind]], ...] = (
    (Stance.ASIDE, frozenset({Kind.PAY, Kind.ASIDE})),
    (Stance.REFUSE, frozenset({Kind.REFUSE, Kind.UNSUITED})),
    (Stance.WISH, frozenset({Kind.WISH, Kind.SUITS, Kind.ONLY, Kind.CHANNEL})),
    (Stance.ENDS, frozenset({Kind.ENDS})),
    (Stance.BEGINS, frozenset({Kind.BEGINS})),
    (Stance.BUSY, frozenset({Kind.BUSY})),
    (Stance.FREE, frozenset({Kind.FREE})),
)


_DAYS = frozenset({Kind.DAYS, Kind.DATES})


_BACK = frozenset({Kind.THEN, Kind.AFTER_THEN, Kind.BEFORE_THEN, Kind.OTHERWISE})


# Stances that are rarely said of the same times, and what it costs to take them so.
_AT_ODDS: tuple[tuple[frozenset[Kind], frozenset[Kind], float], ...] = (
    (frozenset({Kind.REFUSE, Kind.UNSUITED}), frozenset({Kind.SUITS, Kind.ONLY}), 3),
    (frozenset({Kind.REFUSE, Kind.UNSUITED}), frozenset({Kind.WISH, Kind.CHANNEL}), 1.5),
    (frozenset({Kind.REFUSE, Kind.UNSUITED}), frozenset({Kind.FREE}), 2),
    (frozenset({Kind.REFUSE, Kind.UNSUITED}), frozenset({Kind.BUSY}), 0.4),
    (frozenset({Kind.REFUSE, Kind.UNSUITED}), frozenset({Kind.ENDS, Kind.BEGINS}), 2.5),
    (frozenset({Kind.BUSY}), frozenset({Kind.WISH, Kind.SUITS, Kind.ONLY, Kind.FREE, Kind.CHANNEL}), 3),
    (frozenset({Kind.BUSY}), frozenset({Kind.ENDS, Kind.BEGINS}), 2.5),
    (frozenset({Kind.BUSY}), frozenset({Kind.OTHERWISE}), 1.0),
    (frozenset({Kind.ENDS, Kind.BEGINS}), frozenset({Kind.WISH, Kind.SUITS, Kind.ONLY, Kind.CHANNEL}), 2.5),
    (frozenset({Kind.ENDS}), frozenset({Kind.BEGINS}), 3),
    (
        frozenset({Kind.PAY, Kind.ASIDE}),
        frozenset(
            {Kind.WISH, Kind.REFUSE, Kind.SUITS, Kind.BUSY, Kind.ONLY, Kind.CHANNEL, Kind.FREE, Kind.ENDS}
        ),
        3,
    ),
)


_ACROSS = {0: 0.0, COMMA: 1.0, AND: 1.0, BUT: 3.0, STOP: 4.0}


_APART = {0: 2.0, COMMA: 0.2, AND: 0.2, BUT: 0.0, STOP: 0.0}


_UNJUDGED, _PAIRED, _ALONE, _BACKWARDS, _REASON = 2.5, 1.5, 1.0, 0.2, 0.3


def cuts(marks: list[Mark], most: int) -> Iterator[tuple[float, list[Statement]]]:
    """At most so many ways to cut a message, the cheapest first: the cost, and the statements in the order of its marks."""
    said = [mark for mark in marks if mark.kind is not Kind.BREAK]
    gaps = _gaps(marks)

    def cost(start: int, end: int) -> float:
        apart = 0.0 if end == len(said) else _parted(said[end - 1], said[end], gaps[end - 1])
        return _cost(said[start:end], gaps[start : end - 1]) + apart

    for dear, ends in cheapest_ways(len(said), cost, most):
        yield (
            dear,
            [
                _statement(said[start:end], gaps[start : end - 1])
                for start, end in zip((0, *ends), ends, strict=False)
            ],
        )


def _parted(one: Mark, other: Mark, gap: int) -> float:
    """What it costs to part two marks that stand beside each other."""
    listed = one.kind is other.kind and one.kind in TIMES and other.start - one.end <= LISTED
    listed = listed and gap in (COMMA, AND) and not (_unlike(one, other) or _turns_vague(one, other))
    days_and_hours = one.kind is not other.kind and one.kind in TIMES and other.kind in TIMES
    if days_and_hours and gap == 0 and other.start - one.end <= 1:
        return 3.5
    return 1.5 if listed else _APART[gap]


def _gaps(marks: list[Mark]) -> list[int]:
    """The heaviest break between each mark and the next, 0 for none."""
    gaps: list[int] = []
    heaviest = 0
    for mark in marks:
        if mark.kind is Kind.BREAK:
            heaviest = max(heaviest, mark.value if isinstance(mark.value, int) else 0)
        else:
            nor = AND if mark.kind is Kind.REFUSE and mark.value == NOR else 0
            gaps.append(max(heaviest, nor))
            heaviest = 0
    return gaps[1:]


def _cost(piece: list[Mark], gaps: list[int]) -> float:
    kinds = {mark.kind for mark in piece}
    firm = any(mark.kind in _FIRM and mark.value is None for mark in piece)
    cost = sum(
        _between(one, other, gap, firm=firm) for (one, other), gap in zip(pairwise(piece), gaps, strict=True)
    )
    cost += sum(cost for some, others, cost in _AT_ODDS if kinds & some and kinds & others)
    if kinds & {Kind.BUSY} and any(any_time(mark) for mark in piece):
        cost += _UNJUDGED
    cost += _beside_own_hours(piece) + _both_ways(piece) + _on_both_sides(piece, gaps)
    timed, stance = bool(kinds & (TIMES | _BACK)), _stance(kinds)
    if timed and stance is Stance.NONE and not any(any_time(mark) for mark in piece):
        paired = Kind.HOURS in kinds and bool(kinds & {Kind.DAYS, Kind.DATES})
        whole = paired and any(_all_day(mark) for mark in piece)
        cost += (
            _BACKWARDS
            if not kinds & TIMES or whole or Kind.OTHERWISE in kinds
            else _PAIRED
            if paired
            else _UNJUDGED
        )
    if not kinds & TIMES and stance is Stance.ASIDE:
        cost += _REASON + _ALONE
    elif not kinds & TIMES and stance is not Stance.NONE:
        reason = stance in (Stance.BUSY, Stance.FREE)
        cost += _BACKWARDS if kinds & _BACK else _REASON if reason else _ALONE + 0.1 * (stance is Stance.WISH)
    return cost


def _on_both_sides(piece: list[Mark], gaps: list[int]) -> float:
    """ "Weekends no, weekdays after five", "I close most nights, don't ring before noon": behind a refusal mostly others.

    "I'm at the hospital, tomorrow from five on": nor is one busy then."""
    cost = 0.0
    for place, mark in enumerate(piece):
        before, behind = piece[:place], piece[place + 1 :]
        if mark.kind is Kind.WISH and any(gaps[:place]) and any(_at(other) for other in before):
            cost = max(cost, 2.0 if any(other.kind is Kind.HOURS for other in behind) else 0.0)
        if mark.kind is Kind.BUSY and any(gaps[place:]) and not any(other.kind in TIMES for other in before):
            dated = mark.value == AT_WORK or any(other.kind is Kind.DATES for other in behind)
            cost = max(cost, 1.5 if dated and any(_from(other) for other in behind) else 0.0)
        if mark.kind not in (Kind.REFUSE, Kind.UNSUITED):
            continue
        if any(gaps[max(0, place - 1) :]) and all(
            any(other.kind in _DAYS for other in side) for side in (before, behind)
        ):
            cost = max(cost, 1.5)
        # "Saturday morning, today no": a mere "no" is said of the day beside it.
        if (
            mark.value == WEAK
            and not behind
            and place > 1
            and before[-1].kind in _DAYS
            and gaps[place - 2] in (COMMA, AND)
        ):
            cost = max(cost, 2.0 if before[-2].kind is Kind.HOURS else 0.0)
        parts = any(_part(other) for other in before) and any(gaps[:place])
        if parts and any(isinstance(other.value, Stretch) and other.value.exact for other in behind):
            cost = max(cost, 2.0)
    return cost


def _at(mark: Mark) -> bool:
    return isinstance(mark.value, Stretch) and mark.value.shape is Shape.AT


def _from(mark: Mark) -> bool:
    return isinstance(mark.value, Stretch) and mark.value.shape is Shape.FROM


def _part(mark: Mark) -> bool:
    return isinstance(mark.value, Stretch) and mark.value.shape is Shape.PART


def _both_ways(piece: list[Mark]) -> float:
    """A wish beside a refusal, unless it is what is refused: "can't talk"."""
    refusals = [place for place, mark in enumerate(piece) if mark.kind in (Kind.REFUSE, Kind.UNSUITED)]
    wishes = [place for place, mark in enumerate(piece) if mark.kind is Kind.WISH]
    return 2.0 if refusals and any(place - 1 not in refusals for place in wishes) else 0.0


def _beside_own_hours(piece: list[Mark]) -> float:
    """ "After that" means hours of another statement; "the other days" are not those told before it in the same."""
    for place, mark in enumerate(piece):
        before = {other.kind for other in piece[:place]}
        if mark.kind in (Kind.AFTER_THEN, Kind.BEFORE_THEN) and Kind.HOURS in before:
            return 3.0
        if mark.kind is Kind.OTHERWISE and before & TIMES and Kind.EXCEPT not in before:
            return 3.0
    return 0.0


def _all_day(mark: Mark) -> bool:
    return isinstance(mark.value, Stretch) and mark.value.shape is Shape.DAY


# Asked for in so many words: such a cue reaches over a list of days and hours; a verdict ("no", "fine") less so.
_FIRM = frozenset({Kind.WISH, Kind.REFUSE, Kind.ONLY, Kind.CHANNEL, Kind.BUSY, Kind.FREE})


def _between(one: Mark, other: Mark, gap: int, *, firm: bool) -> float:
    """What it costs to reach from one to the other; times in a list stand side by side."""
    if gap in (COMMA, AND) and one.kind in TIMES and other.kind in TIMES:
        alike = (one.kind is Kind.HOURS) is (other.kind is Kind.HOURS)
        if gap == COMMA and _unlike(one, other):
            return 1.0
        if gap == COMMA and {one.kind, other.kind} == _DAYS:  # "Not today, Mondays after 3".
            return 2.0
        return 0.1 if (firm or alike) and not _turns_vague(one, other) else 1.2
    return _ACROSS[gap]


def _unlike(one: Mark, other: Mark) -> bool:
    """Hours from one to another beside hours that are open: lists are mostly of one kind."""
    if not (isinstance(one.value, Stretch) and isinstance(other.value, Stretch)):
        return False
    open_ended = [stretch.shape in (Shape.FROM, Shape.TO) for stretch in (one.value, other.value)]
    return one.value.exact and other.value.exact and open_ended[0] is not open_ended[1]


def _turns_vague(one: Mark, other: Mark) -> bool:
    """Behind hours by the clock another part of the day: no list goes on like that."""
    if not (isinstance(one.value, Stretch) and isinstance(other.value, Stretch)):
        return False
    return one.value.exact and other.value.shape is Shape.PART


def _stance(kinds: set[Kind]) -> Stance:
    if Kind.ONLY in kinds and kinds & {Kind.FREE, Kind.BUSY} and not kinds & {Kind.WISH, Kind.SUITS}:
        kinds = kinds - {Kind.ONLY}  # "Only Sundays I'm off".
    return next((stance for stance, cues in _STANCES if kinds & cues), Stance.NONE)


def _statement(piece: list[Mark], gaps: list[int]) -> Statement:
    kinds = frozenset(mark.kind for mark in piece)
    meant, excepted = _without_excepted(piece)
    at_work = any(mark.kind is Kind.BUSY and mark.value == AT_WORK for mark in piece)
    strong = any(
        mark.kind in (Kind.WISH, Kind.CHANNEL) or (mark.kind is Kind.REFUSE and mark.value is None)
        for mark in piece
    )
    return Statement(
        _stance(set(kinds)),
        tuple(grouped(meant, piece, gaps)),
        tuple(grouped(excepted, piece, gaps)),
        kinds,
        strong,
        at_work,
        any(mark.kind is Kind.BUSY and mark.value == DECLINES for mark in piece),
        piece[0].start,
        piece[-1].end,
    )


def _without_excepted(piece: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """The times of a statement, and those excepted: behind "except", or right before an EXCEPT that stands behind (1)."""
    times = [mark for mark in piece if mark.kind in TIMES]
    out: list[Mark] = []
    for place, mark in enumerate(piece):
        if mark.kind is not Kind.EXCEPT:
            continue
        if mark.value == 1:
            out += [other for other in piece[:place] if other.kind in TIMES][-1:]
            continue
        last = all(other.kind in TIMES for other in piece[place + 1 :]) and not _hours_of_the_rest(
            piece, place
        )
        for other in piece[place + 1 :]:
            if other.kind not in TIMES:
                break
            if not last and out and other.kind is Kind.HOURS and out[-1].kind is not Kind.HOURS:
                break
            out.append(other)
    return [mark for mark in times if mark not in out], out


def _hours_of_the_rest(piece: list[Mark], place: int) -> bool:
    """ "Any day but Sunday, 4 to 8": hours by the clock behind excepted days are those of the other days."""
    own = any(mark.kind is Kind.HOURS for mark in piece[:place])
    exact = any(isinstance(mark.value, Stretch) and mark.value.exact for mark in piece[place:])
    return exact and not own and any(mark.kind is Kind.DAYS for mark in piece[:place])
