"""The marks of a message in English or Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reading.days import Seen
from reading.text import MASK
from reading.windows import clock_en, clock_es
from reading.windows.lexicon import lexicon
from reading.windows.marks import Mark, in_order
from reading.windows.named_days import WEEKLY, once, single, tonight, weekly
from reading.windows.stretches import Clock, hours_in

_CLOCKS: Mapping[str, tuple[Clock, ...]] = {"en": clock_en.HOURS, "es": clock_es.HOURS}
# "Texteame after 6": who mixes the two tells hours in words of the other.
_OTHER = {"en": "es", "es": "en"}
_IN_WORDS = re.compile(r"[a-z]{3}")


def marks(text: str, language: str, seen: Seen) -> list[Mark]:
    """The marks of folded `text` in their order: words first, then hours, single days and weekdays."""
    spoken = "es" if language == "es" else "en"
    words = lexicon(spoken)
    cues, left = words.cues(text)
    hours, left = hours_in(left, _CLOCKS[spoken])
    mixed = [
        one
        for one in hours_in(left, _CLOCKS[_OTHER[spoken]])[0]
        if _IN_WORDS.search(left, one.start, one.end)
    ]
    hours, left = [*hours, *mixed], masked(left, mixed)
    dates = single(_unread(masked(text, hours), cues), language, seen, bare=once(text, language))
    dates = [date for date in dates if not any(cue.start < date.end and date.start < cue.end for cue in cues)]
    days, left = weekly(masked(left, dates), WEEKLY[spoken])
    return in_order((*cues, *hours, *dates, *days, *tonight(text, seen), *words.breaks(left)))


def masked(text: str, marks: Iterable[Mark]) -> str:
    """`text` with what the marks cover masked."""
    for mark in marks:
        text = text[: mark.start] + MASK * (mark.end - mark.start) + text[mark.end :]
    return text


def _unread(text: str, cues: Iterable[Mark]) -> str:
    """`text` with its cues made words that mean nothing: "I'm about tomorrow" is no day near tomorrow."""
    for cue in cues:
        text = text[: cue.start] + "x" * (cue.end - cue.start) + text[cue.end :]
    return text
