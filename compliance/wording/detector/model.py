"""The detector: how likely a message means each of the categories, and how far that outweighs a harmless meaning."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import numpy.typing as npt

from compliance.wording.detector.encoder import Array, Encoder, opened
from compliance.wording.detector.ngrams import NGrams, letters, words
from compliance.wording.detector.text import pieces, prepared, stretches
from compliance.wording.verdict import CATEGORIES

FINE = "fine"
CLASSES: tuple[str, ...] = (FINE, *sorted(CATEGORIES))
_SURE = 12.0  # log-odds past which nothing is added


@dataclass(frozen=True)
class Blend:
    """How much each reader counts; how much a rule that spoke does; and the bar above which a text is blocked.

    Fitted by `python -m tools.detector`: `readers` scale the two readers' scores of the categories before they are added; `odds`, `words`,
    `rule` and `taken_back` weigh their log-odds, what the words sound like, what the rules say and that one was taken back; `bar` is to be passed, by language; `reveals` is the bar for revealing a debt to someone unverified. `rules` holds what was
    learnt of single rules' worth; one that is not listed has `unknown_rule`'s.
    """

    readers: tuple[float, float]
    odds: float
    words: float
    rule: float
    taken_back: float
    bar: Mapping[str, float]
    reveals: float
    rules: Mapping[str, float]
    unknown_rule: float

    def worth(self, rules: Sequence[str]) -> float:
        """What the rules that spoke say together: what the strongest does."""
        return max((self.rules.get(rule, self.unknown_rule) for rule in rules), default=0.0)


@dataclass(frozen=True)
class Heard:
    """What the detector makes of one message.

    A share of likelihood for each class of `CLASSES`, adding up to one; the log-odds that it reveals a debt; and how
    far its words sound barred (below zero: harmless), whatever the category.
    """

    shares: Array
    reveals: float
    words: float = 0.0

    def odds(self, excused: frozenset[str]) -> float:
        """Log-odds that it means something barred, where the `excused` categories may be meant."""
        barred = min(max(self._barred(excused), 1e-9), 1 - 1e-9)
        return max(-_SURE, min(_SURE, float(np.log(barred / (1 - barred)))))

    def sounding(self, excused: frozenset[str]) -> float:
        """How barred the words sound, less what of it the `excused` categories explain."""
        if self.words <= 0:
            return self.words
        return self.words * self._barred(excused) / max(self._barred(frozenset()), 1e-9)

    def share(self, category: str, excused: frozenset[str]) -> float:
        """A category's share among the barred ones that are not excused."""
        return float(self.shares[CLASSES.index(category)]) / max(self._barred(excused), 1e-9)

    def _barred(self, excused: frozenset[str]) -> float:
        return float(
            sum(self.shares[at] for at, name in enumerate(CLASSES) if name != FINE and name not in excused)
        )

    def likeliest(self, excused: frozenset[str]) -> tuple[str, float]:
        """The likeliest barred category, and its share among those barred."""
        shares = {
            name: float(self.shares[at])
            for at, name in enumerate(CLASSES)
            if name != FINE and name not in excused
        }
        first = max(shares, key=lambda name: shares[name])
        return first, shares[first] / max(sum(shares.values()), 1e-12)


class Detector:
    """The readers with their heads, and how to blend them."""

    def __init__(
        self, encoder: Encoder, heads: Mapping[str, Array], counted: tuple[NGrams, NGrams], blend: Blend
    ) -> None:
        self._encoder, self._heads, self.blend = encoder, heads, blend
        self._letters, self._words = counted

    def hear(self, text: str) -> Heard:
        """Read a message; a long one in stretches, of which the worst counts."""
        read = [prepared(text[start:end]) for start, end in stretches(text)]
        rows, reveals = self._read(read)
        worst = int(rows[:, CLASSES.index(FINE)].argmin())
        sounds = max(float(self._words.scores(each)[0]) for each in read)
        return Heard(rows[worst], float(reveals.max()), sounds)

    def place(self, text: str, category: str) -> tuple[int, int]:
        """Where in a message a category is meant most: the sentence's beginning and end, in code points."""
        found = pieces(text)
        if len(found) == 1:
            return found[0]
        rows, _ = self._read([prepared(text[start:end]) for start, end in found])
        return found[int(rows[:, CLASSES.index(category)].argmax())]

    def _read(self, texts: Sequence[str]) -> tuple[Array, Array]:
        vectors, heads = self._encoder.vectors(texts), self._heads
        by_sentence = vectors @ heads["head.weights"] + heads["head.bias"]
        by_letters = np.stack([self._letters.scores(text) for text in texts])
        reveals: Array = (vectors @ heads["reveals.weights"] + heads["reveals.bias"])[:, 0]
        return shares(by_sentence, by_letters, self.blend.readers), reveals


def shares(by_sentence: Array, by_letters: Array, readers: tuple[float, float]) -> Array:
    """The readers' scores, each so many times, as shares that add up to one."""
    scores = readers[0] * by_sentence + readers[1] * by_letters
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    found: Array = (grown / grown.sum(axis=1, keepdims=True)).astype(np.float32)
    return found


@cache
def detector() -> Detector:
    """The detector whose weights are shipped beside this module; read once, in about a second."""
    folder = files("compliance.wording.detector")
    with as_file(folder / "weights.npz") as path, np.load(path, allow_pickle=False) as kept:
        parts = {name: kept[name] for name in kept.files}
    told = json.loads((folder / "blend.json").read_text(encoding="utf-8"))
    blend = Blend(**{**told, "readers": tuple(told["readers"])})
    encoder = Encoder(opened(_of(parts, "encoder.")))
    counted = (NGrams(_of(parts, "ngrams."), letters), NGrams(_of(parts, "words."), words))
    return Detector(encoder, parts, counted, blend)


def _of(parts: Mapping[str, npt.NDArray[Any]], name: str) -> dict[str, npt.NDArray[Any]]:
    return {key.removeprefix(name): part for key, part in parts.items() if key.startswith(name)}
