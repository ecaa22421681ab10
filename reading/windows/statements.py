"""Marks cut into statements: of all ways to part cues and times, the one in which they stand closest.

A statement is a run of marks with one stance: some times are wished, refused, told of work or of money. What it
costs: reaching over a comma, "but" or a full stop, parting what stands side by side, times that nothing judges, and
stances that do not go together. The cheapest cut of the whole message is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import pairwise

from reading.windows.marks import TIMES, Kind, Mark, Stretch


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
class Times:
    """Days (or single days) and the hours on them; without days, hours of any day, without hours the whole day."""

    days: tuple[int, ...] | None = None
    dates: tuple[date, ...] = ()
    hours: tuple[Stretch, ...] = ()

    @property
    def dayless(self) -> bool:
        return self.days is None and not self.dates


@dataclass(frozen=True)
class Statement:
    """A stance, its times, and those excepted from them; `cues` are the kinds of all its marks."""

    stance: Stance
    times: tuple[Times, ...]
    excepted: tuple[Times, ...]
    cues: frozenset[Kind]
    strong: bool
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
    (frozenset({Kind.ENDS, Kind.BEGINS}), frozenset({Kind.WISH, Kind.SUITS, Kind.ONLY, Kind.CHANNEL}), 2.5),
    (frozenset({Kind.ENDS}), frozenset({Kind.BEGINS}), 3),
    (
        frozenset({Kind.PAY, Kind.ASIDE}),
        frozenset({Kind.WISH, Kind.REFUSE, Kind.SUITS, Kind.BUSY, Kind.ONLY, Kind.CHANNEL, Kind.FREE}),
        3,
    ),
)
_ACROSS = {0: 0.0, 1: 1.0, 2: 3.0, 3: 4.0}
_APART = {0: 2.0, 1: 0.2, 2: 0.0, 3: 0.0}
_UNJUDGED, _ALONE, _BACKWARDS, _REASON = 3.0, 1.0, 0.2, 0.3
_WIDEST = 14


def cut(marks: list[Mark]) -> list[Statement]:
    """The statements of a message, in the order of its marks."""
    said = [mark for mark in marks if mark.kind is not Kind.BREAK]
    gaps = [_gap(one, other, marks) for one, other in pairwise(said)]

    @cache
    def best(start: int) -> tuple[float, tuple[int, ...]]:
        if start == len(said):
            return 0.0, ()
        found: tuple[float, tuple[int, ...]] | None = None
        for end in range(start + 1, min(len(said), start + _WIDEST) + 1):
            rest = best(end)
            apart = 0.0 if end == len(said) else _APART[gaps[end - 1]]
            cost = _cost(said[start:end], gaps[start : end - 1]) + apart + rest[0]
            if found is None or cost < found[0]:
                found = cost, (end, *rest[1])
        return found or (0.0, ())

    statements, last = [], 0
    for end in best(0)[1]:
        statements.append(_statement(said[last:end], gaps[last : end - 1]))
        last = end
    return statements


def _gap(one: Mark, other: Mark, marks: list[Mark]) -> int:
    """The heaviest break between two marks, 0 for none."""
    return max(
        (
            mark.value
            for mark in marks
            if mark.kind is Kind.BREAK and one.start < mark.start < other.start and isinstance(mark.value, int)
        ),
        default=0,
    )


def _cost(piece: list[Mark], gaps: list[int]) -> float:
    kinds = {mark.kind for mark in piece}
    cost = sum(_between(one, other, gap) for (one, other), gap in zip(pairwise(piece), gaps, strict=True))
    cost += sum(cost for some, others, cost in _AT_ODDS if kinds & some and kinds & others)
    timed, stance = bool(kinds & (TIMES | _BACK)), _stance(kinds)
    if timed and stance is Stance.NONE:
        cost += _BACKWARDS if not kinds & TIMES else _UNJUDGED
    if not kinds & TIMES and stance not in (Stance.NONE, Stance.ASIDE):
        cost += _BACKWARDS if kinds & _BACK else _REASON if stance in (Stance.BUSY, Stance.FREE) else _ALONE
    return cost


def _between(one: Mark, other: Mark, gap: int) -> float:
    """What it costs to reach from one to the other; times in a list stand side by side."""
    if gap == 1 and one.kind in TIMES and other.kind in TIMES:
        return 0.1
    return _ACROSS[gap]


def _stance(kinds: set[Kind]) -> Stance:
    return next((stance for stance, cues in _STANCES if kinds & cues), Stance.NONE)


def _statement(piece: list[Mark], gaps: list[int]) -> Statement:
    kinds = frozenset(mark.kind for mark in piece)
    meant, excepted = _without_excepted(piece)
    strong = any(
        mark.kind in (Kind.WISH, Kind.CHANNEL) or (mark.kind is Kind.REFUSE and mark.value is None)
        for mark in piece
    )
    return Statement(
        _stance(set(kinds)),
        tuple(_grouped(meant, piece, gaps)),
        tuple(_grouped(excepted, piece, gaps)),
        kinds,
        strong,
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
        for other in piece[place + 1 :]:
            if other.kind not in TIMES:
                break
            if out and other.kind is Kind.HOURS and out[-1].kind is not Kind.HOURS:
                break
            out.append(other)
    return [mark for mark in times if mark not in out], out


def _grouped(times: list[Mark], piece: list[Mark], gaps: list[int]) -> list[Times]:
    """Days put to the hours that stand closest to them."""
    runs = _runs(times)
    if not runs:
        return []
    place = {id(mark): number for number, mark in enumerate(piece)}

    def gap(one: list[Mark], other: list[Mark]) -> float:
        first, last = place[id(one[-1])], place[id(other[0])]
        return max([0.0, *(float(weight) for weight in gaps[first:last])])

    @cache
    def best(start: int) -> tuple[float, tuple[int, ...]]:
        if start == len(runs):
            return 0.0, ()
        options = []
        for end in range(start + 1, min(len(runs), start + 3) + 1):
            cost = sum(gap(one, other) for one, other in pairwise(runs[start:end]))
            cost += _piece_cost([run[0].kind is Kind.HOURS for run in runs[start:end]])
            rest = best(end)
            options.append((cost + rest[0], (end, *rest[1])))
        return min(options)

    groups, last = [], 0
    for end in best(0)[1]:
        groups.append(_times([mark for run in runs[last:end] for mark in run]))
        last = end
    return groups


def _piece_cost(hours: list[bool]) -> float:
    """One run of days with hours before or behind it; days or hours left alone cost more."""
    if len(hours) == 1:
        return 2.0
    return 0.5 if len(hours) == 3 and not hours[1] else 9.0 if len(hours) == 3 else 0.0


def _runs(times: list[Mark]) -> list[list[Mark]]:
    """Days beside days, hours beside hours."""
    runs: list[list[Mark]] = []
    for mark in times:
        if runs and (runs[-1][-1].kind is Kind.HOURS) is (mark.kind is Kind.HOURS):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return runs


def _times(marks: list[Mark]) -> Times:
    days: set[int] = set()
    dates: list[date] = []
    hours: list[Stretch] = []
    weekly = False
    for mark in marks:
        if isinstance(mark.value, Stretch):
            hours.append(mark.value)
        elif isinstance(mark.value, tuple):
            weekly = weekly or mark.kind is Kind.DAYS
            days |= {day for day in mark.value if isinstance(day, int)}
            dates += [day for day in mark.value if isinstance(day, date)]
    return Times(tuple(sorted(days)) if weekly and not dates else None, tuple(dict.fromkeys(dates)), tuple(hours))
