"""Counting: what was wanted, what was read, how sure it sounded. Pure functions of numbers and names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

import numpy as np

from bot.understanding.ontology import SAFETY

SURE = 0.8
BINS = 15  # of confidence, for the error of calibration


@dataclass(frozen=True)
class Answer:
    """One message read: its language, the intent wanted ("calm": any but safety), the one read, how sure."""

    language: str
    wanted: str
    got: str
    sure: float
    milliseconds: float = 0.0

    @property
    def right(self) -> bool:
        return self.wanted == self.got


def macro_f1(answers: Sequence[Answer]) -> float:
    """The mean over the wanted intents of the harmonic mean of precision and recall."""
    scores = []
    for intent in {one.wanted for one in answers}:
        right = sum(one.right for one in answers if one.wanted == intent)
        both = sum((one.wanted == intent) + (one.got == intent) for one in answers)
        scores.append(2 * right / both)
    return float(np.mean(scores)) if scores else 0.0


def worst(answers: Sequence[Answer], few: int = 5) -> list[tuple[str, float]]:
    """The intents of the lowest F1."""
    found = []
    for intent in {one.wanted for one in answers}:
        right = sum(one.right for one in answers if one.wanted == intent)
        both = sum((one.wanted == intent) + (one.got == intent) for one in answers)
        found.append((intent, 2 * right / both))
    return sorted(found, key=lambda one: one[1])[:few]


def recall(answers: Sequence[Answer], intents: Sequence[str] = SAFETY) -> float:
    """The share of messages of these intents that were read as just that."""
    of = [one.right for one in answers if one.wanted in intents]
    return float(np.mean(of)) if of else 1.0


def alarms(answers: Sequence[Answer], from_sureness: float = 0.0) -> float:
    """The share of messages without a safety intent that are read as one, that sure or surer."""
    of = [one.got in SAFETY and one.sure >= from_sureness for one in answers if one.wanted not in SAFETY]
    return float(np.mean(of)) if of else 0.0


def sure(answers: Sequence[Answer]) -> tuple[float, float]:
    """The share of answers that sound sure, and of these the share that is wrong."""
    certain = [one for one in answers if one.sure >= SURE]
    wrong = float(np.mean([not one.right for one in certain])) if certain else 0.0
    return len(certain) / max(1, len(answers)), wrong


def calibration_error(answers: Sequence[Answer]) -> float:
    """How far confidence is from the share of right answers, on average (expected calibration error)."""
    total = 0.0
    for low in range(BINS):
        of = [one for one in answers if low <= min(one.sure * BINS, BINS - 1e-9) < low + 1]
        if of:
            total += len(of) * abs(np.mean([one.sure for one in of]) - np.mean([one.right for one in of]))
    return float(total / max(1, len(answers)))


def took(answers: Sequence[Answer], share: float) -> float:
    """Milliseconds within which this share of the answers came."""
    return float(np.percentile([one.milliseconds for one in answers], share * 100)) if answers else 0.0


def confusions(answers: Sequence[Answer], most: int = 20) -> list[tuple[str, str, int]]:
    """The pairs most often taken for each other: wanted, read, how often."""
    counted: dict[tuple[str, str], int] = {}
    for one in answers:
        if not one.right:
            counted[one.wanted, one.got] = counted.get((one.wanted, one.got), 0) + 1
    return [(*pair, times) for pair, times in sorted(counted.items(), key=lambda one: -one[1])[:most]]
