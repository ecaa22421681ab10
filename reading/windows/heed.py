"""Which statements are about being reached at all: a day alone answers when one pays, a shift alone is but told of one's life."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reading.text import HAN
from reading.windows.marks import Kind, Mark, Shape
from reading.windows.statements import Stance, Statement

# As much may be said beside times that nothing judges.
_WORDS, _CHARACTERS = 4, 6
_WORD = re.compile(r"[a-z']+")
_ASKS = re.compile(r"[?？吗]|还是|怎么|点去")
_STATES = frozenset({Stance.BUSY, Stance.FREE, Stance.ENDS, Stance.BEGINS})


def heeded(statements: Sequence[Statement], marks: Sequence[Mark], text: str) -> list[Statement]:
    """The statements, those that are no matter of being reached set aside."""
    pays = any(mark.kind is Kind.PAY for mark in marks)
    asked = any(statement.strong or (not pays and _judges(statement)) for statement in statements)
    brief = _brief(marks, text)
    return [
        statement if _heeds(statement, pays=pays, asked=asked, brief=brief) else replace(statement, stance=Stance.ASIDE)
        for statement in statements
    ]


def _heeds(statement: Statement, *, pays: bool, asked: bool, brief: bool) -> bool:
    if pays and not asked:
        return False
    if statement.stance in _STATES:
        return asked or (brief and _told_by_hours(statement))
    if statement.stance is Stance.NONE:
        return asked or (brief and _told_by_hours(statement) and not _on_dates(statement))
    if statement.stance in (Stance.WISH, Stance.REFUSE) and not statement.strong:
        return not pays and (not _on_dates(statement) or asked)
    return True


def _judges(statement: Statement) -> bool:
    """Whether times are judged, and more than a day that one might pay on."""
    if statement.stance not in (Stance.WISH, Stance.REFUSE):
        return False
    return not _on_dates(statement) or any(group.hours for group in statement.times)


def _told_by_hours(statement: Statement) -> bool:
    """Whether the clock is named, or a part of the day on days that come again and again."""
    shapes = {stretch.shape for group in statement.times for stretch in group.hours}
    if shapes - {Shape.PART, Shape.ANY}:
        return True
    return bool(shapes) and any(len(group.days or ()) > 1 for group in statement.times)


def _on_dates(statement: Statement) -> bool:
    return any(group.dates for group in statement.times)


def _brief(marks: Sequence[Mark], text: str) -> bool:
    """Whether hardly anything is said but what has been marked."""
    left = list(text)
    for mark in marks:
        left[mark.start : mark.end] = " " * (mark.end - mark.start)
    rest = "".join(left)
    return not _ASKS.search(rest) and len(HAN.findall(rest)) <= _CHARACTERS and len(_WORD.findall(rest)) <= _WORDS
