"""What every day grammar is told besides the text, and how its rules are written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from reading.days.calendar import Days
from reading.spans import Rule


@dataclass(frozen=True)
class Seen:
    """From where days are seen: `today` on the borrower's calendar; whether 5/12 is May (None: unknown)."""

    today: date
    month_first: bool | None = None
    # Where calendars begin the week on Sunday, the Sunday of "next week" may be either of two.
    sunday_first: bool = False
    # What of today is over already, in minutes since midnight.
    minute: int = 0


type DayRule = Rule[Seen, Days]
type Meaning = Callable[[re.Match[str], Seen], Days | None]


def rule(pattern: str, means: Meaning) -> DayRule:
    """A rule on folded text."""
    return Rule(re.compile(pattern, re.ASCII), means)


def fixed(days: Days) -> Meaning:
    """The same meaning whatever was matched."""
    return lambda match, seen: days


def seen_from(function: Callable[..., Days], *arguments: object) -> Meaning:
    """A calendar function that takes only `today` besides these arguments."""
    return lambda match, seen: function(*arguments, today=seen.today)
