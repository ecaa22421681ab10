"""Character n-grams: slang, dialect and spelling that a sentence encoder has never seen. Linear, half a millisecond."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from compliance.wording.detector.encoder import Array

LONGEST = 5
JOINT = "\x1f"  # between kept n-grams; never inside one, for prepared texts hold no control characters
_DIGITS = re.compile(r"\d")


def framed(text: str) -> str:
    """A prepared text without accents and with one digit for all, and marks where it begins and ends."""
    if not text.isascii():
        parts = unicodedata.normalize("NFD", text)
        text = unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))
    return f"^{_DIGITS.sub('0', text).replace(JOINT, ' ')}$"


class NGrams:
    """Which n-grams speak for which class: sublinear tf-idf of length one, and a linear head."""

    def __init__(self, kept: Mapping[str, npt.NDArray[Any]]) -> None:
        known = kept["known"].tobytes().decode().split(JOINT)
        self._place = {ngram: place for place, ngram in enumerate(known)}
        self._rarity: Array = kept["rarity"].astype(np.float32)
        scaled = kept["weights"].astype(np.float32) * kept["scale"].astype(np.float32)
        self._weights: Array = scaled.astype(np.float32)
        self._bias: Array = kept["bias"].astype(np.float32)

    def scores(self, text: str) -> Array:
        """A score for each class, for one prepared text."""
        read, counts = framed(text), dict[int, int]()
        for length in range(1, LONGEST + 1):
            for start in range(len(read) - length + 1):
                place = self._place.get(read[start : start + length])
                if place is not None:
                    counts[place] = counts.get(place, 0) + 1
        if not counts:
            return self._bias
        places = np.fromiter(counts, dtype=np.int64, count=len(counts))
        there = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(there)) * self._rarity[places]
        found: Array = ((values / np.linalg.norm(values)) @ self._weights[places] + self._bias).astype(
            np.float32
        )
        return found
