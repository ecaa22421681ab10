"""Letters and words by count: slang, dialect and spelling that the transformer has never seen, and which words stand
near which, such as a denial. Linear, a millisecond."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from compliance.wording.detector.shipped import Array

LONGEST = 5  # letters
IN_A_ROW = 4  # words
APART = 5  # words from one to the other of a pair
JOINT = "\x1f"  # between kept n-grams; never inside one, for prepared texts hold no control characters
_DIGITS = re.compile(r"\d")
_WORDS = re.compile(r"[a-z0-9ñ']+|[\u3400-\u9fff]|[^\w\s]")


def framed(text: str) -> str:
    """A prepared text without accents and with one digit for all, and marks where it begins and ends."""
    if not text.isascii():
        parts = unicodedata.normalize("NFD", text)
        text = unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))
    return f"^{_DIGITS.sub('0', text).replace(JOINT, ' ')}$"


def letters(read: str) -> Iterator[str]:
    """Every run of up to `LONGEST` letters of a framed text."""
    for length in range(1, LONGEST + 1):
        for start in range(len(read) - length + 1):
            yield read[start : start + length]


def words(read: str) -> Iterator[str]:
    """Every run of up to `IN_A_ROW` words of a framed text, and every two words near each other; a Chinese character is one."""
    found = _WORDS.findall(read)
    for length in range(1, IN_A_ROW + 1):
        for start in range(len(found) - length + 1):
            yield "_".join(found[start : start + length])
    for start, first in enumerate(found):
        for second in found[start + 2 : start + APART + 1]:
            yield f"{first}~{second}"


class NGrams:
    """Which of the `parts` of a text speak for which class: sublinear tf-idf of length one, and a linear head."""

    def __init__(self, kept: Mapping[str, npt.NDArray[Any]], parts: Callable[[str], Iterator[str]]) -> None:
        self._parts = parts
        known = kept["known"].tobytes().decode().split(JOINT)
        self._place = {ngram: place for place, ngram in enumerate(known)}
        self._rarity: Array = kept["rarity"].astype(np.float32)
        scaled = kept["weights"].astype(np.float32) * kept["scale"].astype(np.float32)
        self._weights: Array = scaled.astype(np.float32)
        self._bias: Array = kept["bias"].astype(np.float32)

    def scores(self, text: str) -> Array:
        """A score for each class, for one prepared text."""
        counts = dict[int, int]()
        for part in self._parts(framed(text)):
            place = self._place.get(part)
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
