"""What a message about being reached is made of: times, cues and breaks, each with its place in the text.

A language turns its folded text into these marks (`lexicon` and the list of words beside it; `clocks` for the hours);
all that follows, `statements` and `says`, knows of no language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a mark is. Times hold a value; cues say what is to happen then; breaks part the clauses."""

    # Times.
    DAYS = "days"  # weekdays that come every week: a tuple of 0 (Monday) to 6
    DATES = "dates"  # single days: a tuple of dates
    HOURS = "hours"  # a `Stretch`
    # Cues that a clause of being reached is about.
    WISH = "wish"  # call me, reach me, I can talk, available: about being reached
    SUITS = "suits"  # better, is fine, ok, works: a time is judged, and it may be of anything
    REFUSE = "refuse"  # don't, no, never, stop, can't; leave me alone
    UNSUITED = "unsuited"  # bad, off limits, a no: a time is judged
    FREE = "free"  # my day off, at home, on my break: a state in which one can be reached
    BUSY = "busy"  # at work, in class, asleep, at church: a state in which one cannot
    ENDS = "ends"  # I get off at, home by, wake up at: free from that hour on
    BEGINS = "begins"  # my shift starts at, in bed by: busy from that hour on
    # Cues that bend what the others say.
    ONLY = "only"
    EXCEPT = "except"  # except Sundays, any day but; a refusal of what follows
    THEN = "then"  # the times told before: then, that day, those hours
    AFTER_THEN = "after_then"  # after that: from their end on
    BEFORE_THEN = "before_then"  # before that: up to their beginning
    OTHERWISE = "otherwise"  # the other days, the rest of the time: what was not told
    # What a clause may be about instead.
    CHANNEL = "channel"  # text, don't call: the channel is wished or refused, not the hours
    ASIDE = "aside"  # somebody else's hours, what was, how often, errands: its times are no windows
    PAY = "pay"  # money: its times are no windows
    # What parts clauses.
    BREAK = "break"  # how weighty: COMMA, AND, BUT ("so", "because", ";") or STOP (full stop, line)


COMMA, AND, BUT, STOP = 1, 2, 3, 4
TIMES = frozenset({Kind.DAYS, Kind.DATES, Kind.HOURS})


class Shape(StrEnum):
    """How a stretch of the day was told, for what "after that" and "until" make of it."""

    SPAN = "span"  # 9 to 5
    FROM = "from"  # after 5
    TO = "to"  # before 10, until 3
    AT = "at"  # at 3, around noon: an hour long
    PART = "part"  # mornings
    ANY = "any"  # any time: as good as saying that it suits
    DAY = "day"  # all day


type Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Stretch:
    """Hours of a day in minutes since midnight, two pieces where they go over it.

    `refused` are the same words said of a refusal: "after 9" is nine in the morning, "not after 9" in the evening.
    `till` is the hour of "until 7" where one is busy up to then: seven in the evening."""

    shape: Shape
    wanted: Pieces
    refused: Pieces
    till: int | None = None

    @classmethod
    def of(cls, shape: Shape, start: int, end: int) -> Stretch:
        """The same hours, wished or refused."""
        return cls(shape, ((start, end),), ((start, end),))

    def pieces(self, wanted: bool) -> Pieces:
        """From when to when, as they are meant of a wish or of a refusal."""
        return self.wanted if wanted else self.refused

    @property
    def exact(self) -> bool:
        """Whether it was told by the clock."""
        return self.shape not in (Shape.PART, Shape.ANY, Shape.DAY)


type Value = tuple[int, ...] | tuple[date, ...] | Stretch | int | None


@dataclass(frozen=True)
class Mark:
    """One of them, and where it stands in the folded text."""

    kind: Kind
    start: int
    end: int
    value: Value = None

    def moved(self, by: int) -> Mark:
        """The same mark that much further on."""
        return replace(self, start=self.start + by, end=self.end + by)


def in_order(marks: Iterable[Mark]) -> list[Mark]:
    """Marks as they stand in the text."""
    return sorted(marks, key=lambda mark: (mark.start, mark.end))
