"""A second opinion: whether a message sounds like a promise, a plan or a wish when to be reached, and which of its
sums and days sound promised.

The rules know how such things are said; nobody knows all the ways. A linear head over runs of letters and words, learnt
from every message that was studied (`python -m tools.hunch`), hears the whole of it instead. It never tells what was
said, only whether; and it speaks up where the rules stand against it and it is sure (`docs/decisions/reading.md`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reading.corrections import Item
from reading.hunch.features import SIZE, places
from reading.hunch.items import places_of

__all__ = ["HEADS", "ITEM", "UNDECIDED", "Hunch", "sounds", "sounds_promised"]

KEPT = Path(__file__).with_name("weights.bin")
ITEM = "item"
HEADS = ("promise", "plan", "windows", ITEM)


@dataclass(frozen=True)
class Hunch:
    """Log-odds that a message promises a payment, more than one, or says when to be reached; 0 is undecided."""

    promise: float = 0.0
    plan: float = 0.0
    windows: float = 0.0


UNDECIDED = Hunch()


def sounds(text: str) -> Hunch:
    """What `text`, as it was written, sounds like; linear in its length."""
    at = places(text)
    return Hunch(**{name: _odds(name, at) for name in HEADS if name != ITEM})


def sounds_promised(text: str, items: Sequence[Item]) -> list[float]:
    """For each sum, share and day of a folded text that promises something, the log-odds that it is of what is promised."""
    return [_odds(ITEM, places_of(text, items, number)) for number in range(len(items))]


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
