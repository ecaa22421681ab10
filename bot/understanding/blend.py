"""Puts the scores of several readers together and makes confidences that mean what they say."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

# An answer of this confidence is acted on without asking back, and may be wrong no more often than that.
SOUNDS_SURE = 0.8
SELDOM = 0.035


@dataclass(frozen=True)
class Blend:
    """How much each reader counts."""

    weights: list[float]

    @classmethod
    def fit(cls, scores: Sequence[Array], labels: npt.NDArray[np.int_]) -> Blend:
        """Choose the weights under which the texts set aside are least surprising (maximum likelihood)."""
        from scipy.optimize import minimize

        stacked = np.stack(scores)

        def surprise(weights: npt.NDArray[np.float64]) -> float:
            likely = _shares(np.tensordot(weights, stacked, 1))
            return float(-np.mean(np.log(likely[np.arange(len(labels)), labels] + 1e-9)))

        start = np.full(len(scores), 1.0)
        found = minimize(surprise, start, method="L-BFGS-B", bounds=[(0.01, 20.0)] * len(scores))
        return cls([float(weight) for weight in found.x])

    def sobered(self, factor: float) -> Blend:
        """The same order, with less difference between likely and unlikely (factor below one)."""
        return Blend([weight * factor for weight in self.weights])

    def shares(self, scores: Sequence[Array]) -> Array:
        """Rows that add up to one: how likely each intent is."""
        return _shares(np.tensordot(np.asarray(self.weights), np.stack(scores), 1))

    def kept(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> Blend:
        return cls(list(kept["weights"]))


def sureness(shares: Callable[[float], Array], labels: npt.NDArray[np.int_]) -> float:
    """The largest factor under which those answers that sound sure are seldom wrong, on texts set aside."""
    for factor in np.arange(1.0, 0.3, -0.05):
        found = shares(float(factor))
        sure = found.max(axis=1) >= SOUNDS_SURE
        if not sure.any() or np.mean(found.argmax(axis=1)[sure] != labels[sure]) <= SELDOM:
            return float(factor)
    return 0.3


def _shares(scores: Any) -> Any:
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)
