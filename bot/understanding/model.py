"""The whole of understanding: text in, ranking of intents out. Trained, kept and read back without pickle."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple, Sequence

import numpy as np

from bot.understanding import encoders
from bot.understanding.text import plain


class Read(NamedTuple):
    """One intent and how sure we are of it, 0 to 1."""

    intent: str
    confidence: float


class Understanding:
    """A trained model. `read` is its use; `fit`, `save` and `load` its life."""

    def __init__(self, intents: list[str], weights: np.ndarray, bias: np.ndarray, centre: np.ndarray) -> None:
        self.intents = intents
        self._weights, self._bias, self._centre = weights, bias, centre
        self._encoder = encoders.e5()

    @classmethod
    def fit(cls, texts: Sequence[str], intents: Sequence[str]) -> Understanding:
        from sklearn.linear_model import LogisticRegression

        vectors = encoders.e5(threads=2).encode([plain(text) for text in texts])
        centre = vectors.mean(axis=0)
        head = LogisticRegression(C=100, max_iter=300).fit(vectors - centre, intents)
        return cls(list(head.classes_), head.coef_.astype(np.float32), head.intercept_.astype(np.float32), centre)

    def read(self, text: str) -> list[Read]:
        """Rank all intents for a text, surest first."""
        scores = self._weights @ (self._encoder.encode([plain(text)])[0] - self._centre) + self._bias
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        return [Read(self.intents[i], float(shares[i])) for i in np.argsort(-shares)]

    def save(self, folder: Path) -> None:
        np.savez(folder / "head.npz", weights=self._weights, bias=self._bias, centre=self._centre)
        (folder / "intents.json").write_text(json.dumps(self.intents))

    @classmethod
    def load(cls, folder: Path) -> Understanding:
        with np.load(folder / "head.npz", allow_pickle=False) as kept:
            return cls(
                json.loads((folder / "intents.json").read_text()),
                kept["weights"],
                kept["bias"],
                kept["centre"],
            )
