"""Chinese text as marks: hours, days and the words of `zh.yaml`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from reading.days import Seen
from reading.windows.clock_zh import hours
from reading.windows.days_zh import dates, days
from reading.windows.hours import ALL_DAYS, DAY_END
from reading.windows.lexicon import lexicon
from reading.windows.marks import AND, Kind, Mark, Shape, Stretch, in_order

# Behind what it excepts: 周末除外. 除了周末以外 has said it before.
_BEHIND = re.compile(r"除外|以外|之外|不算|例外")


def marks(text: str, language: str, seen: Seen) -> list[Mark]:
    """The marks of folded Chinese `text` in common spelling, as they stand in it."""
    timed, left = hours(text)
    once, left = dates(left, language, seen)
    weekly, left = days(left)
    words = lexicon("zh")
    cues, left = words.cues(left)
    if not any(cue.kind in (Kind.WISH, Kind.REFUSE) for cue in cues):
        cues = [cue for cue in cues if not _put_off(cue, [*once, *weekly], text)]
    cues = [_said_of_how_often(cue, timed, weekly) for cue in cues]
    cues += [
        Mark(Kind.BUSY, mark.end - 1, mark.end) for mark in timed if _NINE_TO_SIX.match(text, mark.start)
    ]
    breaks = [*words.breaks(left), *_listed(timed, text)]
    cues = _without_reasons(_excepted(cues, text), breaks)
    return in_order([*timed, *once, *weekly, *_whole_days(timed, [*once, *weekly], text), *cues, *breaks])


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


def _put_off(cue: Mark, days: list[Mark], text: str) -> bool:
    """周五再说: put off to a day, whatever it is about."""
    said = text[cue.start : cue.end]
    return said == "再说" and any(day.end == cue.start for day in days)


def _said_of_how_often(cue: Mark, hours: list[Mark], days: list[Mark]) -> Mark:
    """别天天打: not so often, whatever the hour."""
    within = [mark for mark in (*hours, *days) if cue.start < mark.start < cue.end]
    often = within and all(
        mark.value == ALL_DAYS or (isinstance(mark.value, Stretch) and mark.value.shape is Shape.ANY)
        for mark in within
    )
    return replace(cue, kind=Kind.ASIDE) if often and cue.kind is Kind.REFUSE else cue


# 朝九晚六 is work, whatever the hours.
_NINE_TO_SIX = re.compile(r"朝[八九]晚[五六]")
_REASONS = frozenset({Kind.BUSY, Kind.FREE})


def _without_reasons(cues: list[Mark], breaks: list[Mark]) -> list[Mark]:
    """除了周三组会,其他…: why a day is excepted is no matter."""
    heads = [cue for cue in cues if cue.kind is Kind.EXCEPT and cue.value is None]
    if not heads:
        return cues
    ends = [min((one.start for one in breaks if one.start > head.end), default=head.end) for head in heads]
    return [
        cue
        for cue in cues
        if cue.kind not in _REASONS
        or not any(head.end <= cue.start < end for head, end in zip(heads, ends, strict=True))
    ]


_OR = re.compile(r"\s*(?:以?及|和|与|跟|同埋?|还有|或者?|、)\s*")


def _listed(hours: list[Mark], text: str) -> list[Mark]:
    """中午和晚上七点后: what parts the hours of a list."""
    return [
        Mark(Kind.BREAK, one.end, other.start, AND)
        for one, other in pairwise(hours)
        if one.end < other.start and _OR.fullmatch(text, one.end, other.start)
    ]


_BESIDE = re.compile(r"\s*(?:以?及|和|与|跟|同埋?|还有)\s*")


def _whole_days(hours: list[Mark], days: list[Mark], text: str) -> list[Mark]:
    """晚上九点后及周日: the days named beside hours are meant as a whole."""
    whole = []
    for hour, day in ((hour, day) for day in days for hour in hours):
        beside = 0 < day.start - hour.end < 6 and _BESIDE.fullmatch(text, hour.end, day.start)
        if beside and not any(0 <= other.start - day.end < 4 for other in hours):
            stretch = Stretch.of(Shape.ANY, 0, DAY_END)
            whole.append(Mark(Kind.HOURS, day.end - 1, day.end, stretch))
    return whole
