"""Which of the cheapest cuts is meant: the one in which the times come out as they sound.

"Between 1 and 3, or, if that is not possible, after 7": what stands closest is not always what is said of a time. How a time
that is wished for sounds, or one that is refused, was learnt (`reading.hunch`); a cut may cost a little more if its times
sound much more like what it makes of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from reading.hunch import sounds_like
from reading.hunch.stands import Stand
from reading.windows.hours import ALL_DAYS, DAY_END, Window
from reading.windows.marks import TIMES, Kind, Mark, Shape, Stretch

type Windows = tuple[Window, ...]

# What a log-likelihood counts beside the cost of a cut, and what it costs to make nothing of a message.
_SOUND, _NOTHING = 0.3, 3.0
_SIGNS = {
    Shape.SPAN: "⇔", Shape.FROM: "⇒", Shape.TO: "⇐", Shape.AT: "⊙", Shape.PART: "◐", Shape.ANY: "∞", Shape.DAY: "●",
}  # fmt: skip


def likeliest(ways: Iterable[tuple[float, Windows]], text: str, marks: Sequence[Mark]) -> Windows:
    """Of what the cheapest cuts of folded `text` come to, with what each costs, the one that sounds meant; the cheapest
    comes first, and stands if it tells nothing or the others tell the same."""
    least: dict[Windows, float] = {}
    for cost, windows in ways:
        least.setdefault(windows, cost)
    first = next(iter(least))
    if not first or len(least) == 1:
        return first
    times = [mark for mark in marks if mark.kind in TIMES]
    stands = as_stands(times)
    wanted, refused = (sounds_like(head, text, stands) for head in ("wanted", "refused"))

    def dear(windows: Windows) -> float:
        said = [said_of(mark, windows) for mark in times]
        unlike = sum(
            _unlike(odds, each in of)
            for each, heard in ((True, wanted), (False, refused))
            for odds, of in zip(heard, said, strict=True)
        )
        return least[windows] + _SOUND * unlike + (0 if windows else _NOTHING)

    return min(least, key=dear)


def as_stands(times: Sequence[Mark]) -> list[Stand]:
    """Times as they stand in the text."""
    return [
        Stand(time.start, time.end, _sign(time), time.value, "h" if time.kind is Kind.HOURS else "d")
        for time in times
    ]


def said_of(time: Mark, windows: Sequence[Window]) -> set[bool]:
    """Whether a time is among those wanted (True), refused (False), both or neither."""
    return {window.wanted for window in windows if _is_of(time, window)}


def _is_of(time: Mark, window: Window) -> bool:
    if isinstance(time.value, Stretch):
        pieces = (*time.value.wanted, *time.value.refused)
        edges = {edge for piece in pieces for edge in piece} | {time.value.till or 0}
        told = edges - {0, DAY_END}
        return bool(told & {window.start, window.end}) or (
            not told and (window.start, window.end) == (0, DAY_END)
        )
    if not isinstance(time.value, tuple):
        return False
    if time.kind is Kind.DATES:
        return window.on in time.value
    named = not window.on and (window.days != ALL_DAYS or len(time.value) == len(ALL_DAYS))
    return named and bool({*window.days} & {*time.value})


def _sign(time: Mark) -> str:
    if isinstance(time.value, Stretch):
        return _SIGNS[time.value.shape]
    return "¤" if time.kind is Kind.DATES else "§"


def _unlike(odds: float, so: bool) -> float:
    """How unlikely it is that this is so, or not: minus the logarithm of its likelihood."""
    against = -odds if so else odds
    return max(against, 0.0) + math.log1p(math.exp(-abs(against)))
