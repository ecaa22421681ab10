"""Character n-grams: spelling, slang and pinyin that a sentence encoder has never seen. Linear, half a millisecond."""

from __future__ import annotations

import re
from typing import Any, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from bot.understanding.text import without_accents

Array = npt.NDArray[np.float32]

LENGTHS = (1, 5)
SEEN_AT_LEAST = 2
HARDNESS = 0.3  # the support vector machine's C
_SPACES = re.compile(r"\s\s+")  # as scikit-learn folds them
JOINT = "\x1f"  # between kept n-grams; never inside one, for texts hold no control characters


def _framed(text: str) -> str:
    """Marks where a message begins and ends, so that "no" alone is not the "no" in "not now"."""
    return f"^{_SPACES.sub(' ', without_accents(text)).replace(JOINT, ' ')}$"


class NGrams:
    """Which n-grams speak for which intent."""

    def __init__(self, known: Sequence[str], rarity: Array, weights: Array, bias: Array) -> None:
        self._known, self._rarity, self._weights, self._bias = list(known), rarity, weights, bias
        self._place = {ngram: place for place, ngram in enumerate(self._known)}

    @classmethod
    def fit(cls, texts: Sequence[str], labels: Sequence[int]) -> NGrams:
        """Learn from plain texts and their intents' numbers."""
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.svm import LinearSVC

        counter = TfidfVectorizer(
            analyzer="char",
            ngram_range=LENGTHS,
            sublinear_tf=True,
            lowercase=False,
            dtype=np.float32,
            min_df=SEEN_AT_LEAST,
        )
        counted = counter.fit_transform([_framed(text) for text in texts])
        machine = LinearSVC(C=HARDNESS, random_state=0).fit(counted, labels)
        return cls(
            counter.get_feature_names_out(),
            counter.idf_.astype(np.float32),
            machine.coef_.T.astype(np.float32),
            machine.intercept_.astype(np.float32),
        )

    def scores(self, texts: Sequence[str]) -> Array:
        """A row of scores for each text: distances from each intent's border."""
        return np.stack([self._score(_framed(text)) for text in texts])

    def _score(self, text: str) -> Array:
        """As scikit-learn counts (sublinear tf-idf, length one), without its tables: thirty times as fast."""
        counts: dict[int, int] = {}
        for length in range(LENGTHS[0], LENGTHS[1] + 1):
            for start in range(len(text) - length + 1):
                place = self._place.get(text[start : start + length])
                if place is not None:
                    counts[place] = counts.get(place, 0) + 1
        if not counts:
            return self._bias
        places = np.fromiter(counts, dtype=np.int64, count=len(counts))
        there = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(there)) * self._rarity[places]
        found: Array = (values / np.linalg.norm(values)) @ self._weights[places] + self._bias
        return found

    def kept(self) -> dict[str, Any]:
        """What `from_kept` takes."""
        return {
            "known": np.frombuffer(JOINT.join(self._known).encode(), dtype=np.uint8),
            "rarity": self._rarity,
            "weights": self._weights.astype(np.float16),
            "bias": self._bias,
        }

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> NGrams:
        known = kept["known"].tobytes().decode().split(JOINT)
        return cls(known, kept["rarity"], kept["weights"].astype(np.float32), kept["bias"])
