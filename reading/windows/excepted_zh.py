"""What a Chinese message excepts: 除了周三下午,其他时间都可以; 周末除外."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.windows.marks import BUT, Kind, Mark

# How far the rest may stand behind what is excepted from it.
_CLAUSE = 12
_REASONS = frozenset({Kind.BUSY, Kind.FREE})
ALL_OF_IT = re.compile(r"[都也全就请我你您们一律整天完最好麻烦拜托千万,， ]*")
# Behind what it excepts: 周末除外. 除了周末以外 has said it before.
_BEHIND = re.compile(r"除外|以外|之外|不算|例外")


def excepted(cues: list[Mark], text: str) -> list[Mark]:
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


# 除了周三下午,其他时间都可以; 礼拜五晚上以外都可以: a day and its hours, and nothing else is told.
def excepted_hours(cues: list[Mark], timed: list[Mark], days: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """The cues, with hours that are excepted of a day refused; and what parts them from the rest."""
    heads = [cue for cue in cues if cue.kind is Kind.EXCEPT]
    beside = [
        (day, hours)
        for day in days
        for hours in timed
        if day.end == hours.start and any(head.end == day.start or head.start == hours.end for head in heads)
    ]
    if len(beside) != 1:
        return cues, []
    hours = beside[0][1]
    end = max(hours.end, *(head.end for head in heads))
    told = [
        replace(cue, kind=Kind.UNSUITED, value=None) if cue is heads[0] else cue
        for cue in cues
        if cue not in heads[1:]
    ]
    return [cue for cue in told if cue.kind is not Kind.OTHERWISE], [Mark(Kind.BREAK, end, end, BUT)]


def only_the_excepted(cues: list[Mark], text: str) -> list[Mark]:
    """除了午休其他时间都不要打: then, and at no other time."""
    for head in cues:
        rest = next((cue for cue in cues if cue.kind is Kind.OTHERWISE and cue.start > head.end), None)
        refusal = next(
            (cue for cue in cues if cue.kind is Kind.REFUSE and rest and cue.start >= rest.end), None
        )
        if head.kind is not Kind.EXCEPT or rest is None or refusal is None or rest.start - head.end > _CLAUSE:
            continue
        if ALL_OF_IT.fullmatch(text, rest.end, refusal.start):
            only = replace(refusal, kind=Kind.WISH, value=None)
            return [only if cue is refusal else cue for cue in cues if cue is not head and cue is not rest]
    return cues


def without_reasons(cues: list[Mark], breaks: list[Mark]) -> list[Mark]:
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
