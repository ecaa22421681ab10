"""Stretches of the day from clock faces: what "after 9" and "until 7" come to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from reading.text import MASK
from reading.windows.hours import DAY_END, Hours
from reading.windows.marks import Kind, Mark, Shape, Stretch

type Means = Callable[[re.Match[str]], Stretch | None]
type Clock = tuple[re.Pattern[str], Means]

_HOUR = 60


def stretch_of(hours: Hours | None) -> Stretch | None:
    """From one hour to another, over midnight in two pieces."""
    if hours is None:
        return None
    return Stretch(Shape.SPAN, hours.stretches(), hours.stretches())


def from_hour(wanted: int | None, refused: int | None) -> Stretch | None:
    """ "After 9": from the morning on where it is wished for, from the evening on where it is refused."""
    if wanted is None or refused is None or not wanted < DAY_END or not refused < DAY_END:
        return None
    return Stretch(Shape.FROM, ((wanted, DAY_END),), ((refused, DAY_END),))


def to_hour(before: int | None, till: int | None) -> Stretch | None:
    """ "Before 10", "until 3"; `till` is the hour meant where one is busy up to then."""
    if before is None or not 0 < before < DAY_END:
        return None
    return Stretch(Shape.TO, ((0, before),), ((0, before),), till=till)


def at_hour(start: int | None, late: int | None = None) -> Stretch | None:
    """ "At 3": the hour that begins then; `late` is the hour meant where one goes to bed then."""
    if start is None or start >= DAY_END:
        return None
    piece = ((start, min(start + _HOUR, DAY_END)),)
    return Stretch(Shape.AT, piece, piece, till=late)


def part(start: int, end: int) -> Means:
    """A part of the day, in full hours."""
    stretch = Stretch.of(Shape.PART, start * _HOUR, end * _HOUR)
    return lambda match: stretch


def any_time(match: re.Match[str]) -> Stretch:
    """The whole day."""
    return Stretch.of(Shape.ANY, 0, DAY_END)


def hours_in(text: str, clock: Iterable[Clock]) -> tuple[list[Mark], str]:
    """The hours of `text` by the rules of a language, the earlier rule first; and the text with these masked."""
    found: list[Mark] = []
    for pattern, means in clock:
        for match in pattern.finditer(text):
            stretch = means(match)
            if stretch is not None:
                found.append(Mark(Kind.HOURS, match.start(), match.end(), stretch))
                text = text[: match.start()] + MASK * (match.end() - match.start()) + text[match.end() :]
    return found, text


def all_day(match: re.Match[str]) -> Stretch:
    """The whole day, of which nothing is said yet."""
    return Stretch.of(Shape.DAY, 0, DAY_END)
