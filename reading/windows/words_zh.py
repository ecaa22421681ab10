"""Chinese text as marks: hours, days and the words of `zh.yaml`."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.days import Seen
from reading.windows.clock_zh import hours
from reading.windows.days_zh import dates, days
from reading.windows.lexicon import lexicon
from reading.windows.marks import Kind, Mark, in_order

# Behind what it excepts: 周末除外. 除了周末以外 has said it before.
_BEHIND = re.compile(r"除外|以外|之外|不算|例外")


def marks(text: str, language: str, seen: Seen) -> list[Mark]:
    """The marks of folded Chinese `text` in common spelling, as they stand in it."""
    timed, left = hours(text)
    once, left = dates(left, language, seen)
    weekly, left = days(left)
    cues, _ = lexicon("zh").read(left)
    return in_order([*timed, *once, *weekly, *_excepted(cues, text)])


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
