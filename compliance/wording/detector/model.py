"""The detector: how likely a message means each of the categories, and how far that outweighs a harmless meaning."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import numpy.typing as npt

from compliance.wording.detector.ngrams import NGrams, letters, words
from compliance.wording.detector.shipped import Array
from compliance.wording.detector.text import apart, pieces, prepared, stretches
from compliance.wording.detector.transformer import Transformer
from compliance.wording.verdict import CATEGORIES

FINE = "fine"
CLASSES: tuple[str, ...] = (FINE, *sorted(CATEGORIES))
_SURE = 12.0  # log-odds past which nothing is added
# A sentence apart is taken for barred so far beyond the whole at most, in log-odds: what stands around it may well explain it.
BEYOND = 4.0
# So many sentences are read apart at most, by letters and words chosen: of 3,228 texts more would tell of none anything else.
CLOSELY = 2


@dataclass(frozen=True)
class Blend:
    """How much each reader counts; how much a rule that spoke does; and the bar above which a text is blocked.

    Fitted by `python -m tools.detector`: `readers` scale the scores that transformer and letters give the categories before they are
    added, `first` those of the letters alone, at a first look; `odds`, `words`, `rule`, `taken_back` and `apart` weigh their log-odds,
    what the words sound like, what the rules say, that one was taken back, and what the sentence that sounds most barred says apart; `bar` is to be passed, by language; what a first
    look puts below `settled` is harmless; `reveals` is the bar for revealing a debt to someone unverified. `rules` holds what was
    learnt of single rules' worth; one that is not listed has `unknown_rule`'s.
    """

    readers: tuple[float, float]
    first: float
    odds: float
    words: float
    rule: float
    taken_back: float
    apart: float
    bar: Mapping[str, float]
    settled: float
    reveals: float
    rules: Mapping[str, float]
    unknown_rule: float

    def worth(self, rules: Sequence[str]) -> float:
        """What the rules that spoke say together: what the strongest does."""
        return max((self.rules.get(rule, self.unknown_rule) for rule in rules), default=0.0)


@dataclass(frozen=True)
class Heard:
    """What the detector makes of one message.

    A share of likelihood for each class of `CLASSES`, adding up to one; the log-odds that it reveals a debt; how
    far its words sound barred (below zero: harmless), whatever the category; and such shares for each sentence that was read apart.
    """

    shares: Array
    reveals: float
    words: float = 0.0
    apart: Array | None = None

    def odds(self, excused: frozenset[str]) -> float:
        """Log-odds that it means something barred, where the `excused` categories may be meant."""
        return _log_odds(self._barred(excused))

    def odds_apart(self, excused: frozenset[str]) -> float:
        """The same of the sentence that sounds most barred; of the whole where no sentence was read apart."""
        whole = self.odds(excused)
        if self.apart is None:
            return whole
        barred = [at for at, name in enumerate(CLASSES) if name != FINE and name not in excused]
        return min(_log_odds(float(self.apart[:, barred].sum(axis=1).max())), whole + BEYOND)

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


@dataclass(frozen=True)
class Glanced:
    """A first look at a message: what letters and words alone make of it, and what is needed to look again."""

    read: tuple[str, ...]
    by_letters: Array
    heard: Heard


class Detector:
    """The readers with their heads, and how to blend them."""

    def __init__(
        self,
        transformer: Transformer,
        heads: Mapping[str, Array],
        counted: tuple[NGrams, NGrams],
        blend: Blend,
    ) -> None:
        self._transformer, self._heads, self.blend = transformer, heads, blend
        self._letters, self._words = counted

    def glance(self, text: str) -> Glanced:
        """Letters and words, in a millisecond; a long message in stretches, of which the worst counts."""
        read = tuple(prepared(text[start:end]) for start, end in stretches(text))
        by_letters = np.stack([self._letters.scores(each) for each in read])
        sounds = max(float(self._words.scores(each)[0]) for each in read)
        rows = shares(np.zeros_like(by_letters), by_letters, (0.0, self.blend.first))
        return Glanced(read, by_letters, Heard(_worst(rows), -_SURE, sounds))

    def hear(self, glanced: Glanced) -> Heard:
        """The same with the transformer, some milliseconds."""
        vectors, heads = self._transformer.vectors(glanced.read), self._heads
        rows = shares(
            vectors @ heads["head.weights"] + heads["head.bias"], glanced.by_letters, self.blend.readers
        )
        reveals = (vectors @ heads["reveals.weights"] + heads["reveals.bias"])[:, 0]
        return Heard(_worst(rows), float(reveals.max()), glanced.heard.words)

    def closer(self, text: str, heard: Heard) -> Heard:
        """The same with the sentences that sound most barred read apart too, some milliseconds more: what a polite
        message hides among others."""
        read, heads = apart(text), self._heads
        if len(read) < 2:
            return heard
        by_letters = np.stack([self._letters.scores(each) for each in read])
        fine = shares(np.zeros_like(by_letters), by_letters, (0.0, self.blend.first))[:, CLASSES.index(FINE)]
        sounds = [
            _log_odds(1 - float(share)) + float(self._words.scores(each)[0])
            for share, each in zip(fine, read, strict=True)
        ]
        worst = np.argsort(sounds)[-CLOSELY:]
        vectors = self._transformer.vectors([read[at] for at in worst])
        by_transformer = vectors @ heads["head.weights"] + heads["head.bias"]
        return replace(heard, apart=shares(by_transformer, by_letters[worst], self.blend.readers))

    def place(self, text: str, category: str) -> tuple[int, int]:
        """Where in a message a category is meant most, by letters and words: the sentence's beginning and end, in
        code points."""
        found = pieces(text)
        if len(found) == 1:
            return found[0]
        read = [prepared(text[start:end]) for start, end in found]
        told = [
            self._letters.scores(each)[CLASSES.index(category)] + self._words.scores(each)[0] for each in read
        ]
        return found[int(np.argmax(told))]


def _log_odds(share: float) -> float:
    held = min(max(share, 1e-9), 1 - 1e-9)
    return max(-_SURE, min(_SURE, float(np.log(held / (1 - held)))))


def _worst(rows: Array) -> Array:
    found: Array = rows[int(rows[:, CLASSES.index(FINE)].argmin())]
    return found


def shares(by_transformer: Array, by_letters: Array, readers: tuple[float, float]) -> Array:
    """The readers' scores, each so many times, as shares that add up to one."""
    scores = readers[0] * by_transformer + readers[1] * by_letters
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
    counted = (NGrams(_of(parts, "ngrams."), letters), NGrams(_of(parts, "words."), words))
    with as_file(folder / "transformer.onnx") as path:
        return Detector(Transformer(path), parts, counted, blend)


def _of(parts: Mapping[str, npt.NDArray[Any]], name: str) -> dict[str, npt.NDArray[Any]]:
    return {key.removeprefix(name): part for key, part in parts.items() if key.startswith(name)}
