"""A linear head: from sentence vectors to one score for each intent."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

LOOSENESS = 0.1  # the logistic regression's C on vectors brought to unit spread
ROUNDS = 100
# What holds a head that is learnt on near to what it was, and for how many rounds it learns.
PULL = 1e-3
REFIT_ROUNDS = 60


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

    def refitted(self, vectors: Array, labels: npt.NDArray[np.int_], counts: npt.NDArray[np.float64]) -> Head:
        """Learn on from here: each vector counts as often as `counts` says; what need not change stays (`PULL`)."""
        from scipy.optimize import minimize

        share, shape = counts / counts.sum(), self._weights.shape
        right = np.eye(shape[1])[labels]
        pull = PULL * float(np.mean(np.square(vectors)))

        def surprise(moved: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
            change = moved[: -shape[1]].reshape(shape)
            scores = vectors @ (self._weights + change) + self._bias + moved[-shape[1] :]
            grown = np.exp(scores - scores.max(axis=1, keepdims=True))
            likely = grown / grown.sum(axis=1, keepdims=True)
            lost = -float(share @ np.log(likely[np.arange(len(labels)), labels] + 1e-12))
            slope = (likely - right) * share[:, None]
            steps = vectors.T @ slope + 2 * pull * change
            return lost + pull * float(np.square(change).sum()), np.concatenate([steps.ravel(), slope.sum(axis=0)])

        start = np.zeros(shape[0] * shape[1] + shape[1])
        moved = minimize(surprise, start, jac=True, method="L-BFGS-B", options={"maxiter": REFIT_ROUNDS}).x
        change = moved[: -shape[1]].reshape(shape)
        return Head((self._weights + change).astype(np.float32), (self._bias + moved[-shape[1] :]).astype(np.float32))

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
