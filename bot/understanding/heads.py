"""A linear head: from sentence vectors to one score for each intent."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

LOOSENESS = 0.1  # the logistic regression's C on vectors brought to unit spread
ROUNDS = 100


class Head:
    """Scores are `vectors @ weights + bias`."""

    def __init__(self, weights: Array, bias: Array) -> None:
        self._weights, self._bias = weights, bias

    @classmethod
    def fit(cls, vectors: Array, labels: Sequence[int]) -> Head:
        """Learn from vectors and their intents' numbers (every number up to the largest must be there)."""
        from sklearn.linear_model import LogisticRegression

        centre, spread = vectors.mean(axis=0), float(vectors.std())
        fitted = LogisticRegression(C=LOOSENESS, max_iter=ROUNDS, tol=1e-3).fit((vectors - centre) / spread, labels)
        weights = fitted.coef_.T / spread
        return cls(weights.astype(np.float32), (fitted.intercept_ - centre @ weights).astype(np.float32))

    def scores(self, vectors: Array) -> Array:
        """A row of scores for each vector."""
        found: Array = vectors @ self._weights + self._bias
        return found

    def kept(self) -> dict[str, Any]:
        """What `from_kept` takes."""
        return {"weights": self._weights, "bias": self._bias}

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> Head:
        return cls(kept["weights"], kept["bias"])
