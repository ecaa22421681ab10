"""A second opinion: whether a message sounds like a promise, a plan or a wish when to be reached.

The rules know how such things are said; nobody knows all the ways. A linear head over runs of letters and words, learnt
from every message that was studied (`python -m tools.hunch`), hears the whole of it instead. It never tells what was
said, only whether; and it speaks up where the rules stand against it and it is sure (`docs/decisions/reading.md`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reading.hunch.features import SIZE, places

__all__ = ["HEADS", "UNDECIDED", "Hunch", "sounds"]

KEPT = Path(__file__).with_name("weights.bin")
HEADS = ("promise", "plan", "windows")


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
    length = math.sqrt(len(at))
    return Hunch(*(bias + step * sum([row[place] for place in at]) / length for bias, step, row in _heads()))


@cache
def _heads() -> tuple[tuple[float, float, memoryview], ...]:
    """Of each head its bias, what one of its weights counts, and its weights in eight bits."""
    kept = memoryview(KEPT.read_bytes())
    told = kept[: 16 * len(HEADS)].cast("d")
    rows = kept[16 * len(HEADS) :].cast("b")
    return tuple(
        (told[2 * head], told[2 * head + 1], rows[head * SIZE : (head + 1) * SIZE])
        for head in range(len(HEADS))
    )
