"""A second opinion: whether a message sounds like a promise, a plan or a wish when to be reached, whether it leaves a sum or
a day open, and which of its sums, days and hours sound promised, wished for or refused.

The rules know how such things are said; nobody knows all the ways. A linear head over runs of letters and words, learnt
from every message that was studied (`python -m tools.hunch`), hears the whole of it instead. It never tells what was
said, only whether; and it speaks up where the rules stand against it and it is sure (`docs/decisions/reading.md`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from reading.corrections import Item
from reading.hunch.features import SIZE, places
from reading.hunch.items import as_stands
from reading.hunch.stands import Stand, places_of

__all__ = ["HEADS", "OF_STANDS", "UNDECIDED", "Hunch", "sounds", "sounds_like", "sounds_promised"]

KEPT = Path(__file__).with_name("weights.bin")
# Heads that hear single sums, days and hours: whether a sum or day is promised, whether at a time one wants to be reached, or not.
OF_STANDS = ("promised", "wanted", "refused")
HEADS = ("promise", "plan", "windows", "left_open", *OF_STANDS)


@dataclass(frozen=True)
class Hunch:
    """Log-odds that a message promises a payment, more than one, says when to be reached, or leaves open how much or when
    will be paid; 0 is undecided. Few leave anything open, so what nobody listened to does not."""

    promise: float = 0.0
    plan: float = 0.0
    windows: float = 0.0
    left_open: float = -9.0


UNDECIDED = Hunch()


@lru_cache(maxsize=64)  # a message and its sentences are listened to more than once while it is read
def sounds(text: str) -> Hunch:
    """What `text`, as it was written, sounds like; linear in its length."""
    at = places(text)
    return Hunch(**{name: _odds(name, at) for name in HEADS if name not in OF_STANDS})


def sounds_promised(text: str, items: Sequence[Item]) -> list[float]:
    """For each sum, share and day of a folded text that promises something, the log-odds that it is of what is promised."""
    return sounds_like("promised", text, as_stands(items))


def sounds_like(head: str, text: str, stands: Sequence[Stand]) -> list[float]:
    """The log-odds that each is what this head, one of `OF_STANDS`, hears."""
    return [_odds(head, places_of(text, stands, number)) for number in range(len(stands))]


def _odds(head: str, at: Sequence[int]) -> float:
    bias, step, row = _heads()[head]
    return bias + step * sum([row[place] for place in at]) / math.sqrt(len(at))


@cache
def _heads() -> dict[str, tuple[float, float, memoryview]]:
    """Of each head its bias, what one of its weights counts, and its weights in eight bits."""
    kept = memoryview(KEPT.read_bytes())
    told = kept[: 16 * len(HEADS)].cast("d")
    rows = kept[16 * len(HEADS) :].cast("b")
    return {
        name: (told[2 * head], told[2 * head + 1], rows[head * SIZE : (head + 1) * SIZE])
        for head, name in enumerate(HEADS)
    }
