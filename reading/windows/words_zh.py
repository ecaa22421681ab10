"""Chinese text as marks: hours, days and the words of `zh.yaml`."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.days import Seen
from reading.windows.clock_zh import hours
from reading.windows.days_zh import dates, days
from reading.windows.lexicon import lexicon
from reading.windows.marks import ALL_DAYS, Kind, Mark, Shape, Stretch, in_order

# Behind what it excepts: 周末除外. 除了周末以外 has said it before.
_BEHIND = re.compile(r"除外|以外|之外|不算|例外")


def marks(text: str, language: str, seen: Seen) -> list[Mark]:
    """The marks of folded Chinese `text` in common spelling, as they stand in it."""
    timed, left = hours(text)
    once, left = dates(left, language, seen)
    weekly, left = days(left)
    words = lexicon("zh")
    cues, left = words.cues(left)
    cues = [_said_of_how_often(cue, timed, weekly) for cue in cues]
    return in_order([*timed, *once, *weekly, *_excepted(cues, text), *words.breaks(left)])


def _excepted(cues: list[Mark], text: str) -> list[Mark]:
    """The cues, an exception that stands behind marked as such, or left out where one stands before too."""
    before = any(cue.kind is Kind.EXCEPT and not _BEHIND.match(text, cue.start) for cue in cues)
    kept = []
    for cue in cues:
        if cue.kind is Kind.EXCEPT and _BEHIND.match(text, cue.start):
            if before:
                continue
            cue = replace(cue, value=1)
        kept.append(cue)
    return kept


def _said_of_how_often(cue: Mark, hours: list[Mark], days: list[Mark]) -> Mark:
    """别天天打: not so often, whatever the hour."""
    within = [mark for mark in (*hours, *days) if cue.start < mark.start < cue.end]
    often = within and all(
        mark.value == ALL_DAYS or (isinstance(mark.value, Stretch) and mark.value.shape is Shape.ANY)
        for mark in within
    )
    return replace(cue, kind=Kind.ASIDE) if often and cue.kind is Kind.REFUSE else cue
