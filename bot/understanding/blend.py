"""Puts the scores of several readers together and makes confidences that mean what they say."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

# A missed safety intent weighs this many times a false alarm; the alarm's own confidence stays low, so it is asked.
SAFETY_WEIGHT = 2.0


@dataclass(frozen=True)
class Blend:
    """How much each reader counts, and how much each intent is raised."""

    weights: list[float]
    raised: list[float]

    @classmethod
    def fit(cls, scores: Sequence[Array], labels: npt.NDArray[np.int_], safe: npt.NDArray[np.bool_]) -> Blend:
        """Choose the weights under which the texts set aside are least surprising (maximum likelihood)."""
        from scipy.optimize import minimize

        stacked = np.stack(scores)

        def surprise(weights: npt.NDArray[np.float64]) -> float:
            likely = _shares(np.tensordot(weights, stacked, 1))
            return float(-np.mean(np.log(likely[np.arange(len(labels)), labels] + 1e-9)))

        start = np.full(len(scores), 1.0)
        found = minimize(surprise, start, method="L-BFGS-B", bounds=[(0.01, 20.0)] * len(scores))
        raised = np.where(safe, np.log(SAFETY_WEIGHT), 0.0)
        return cls([float(weight) for weight in found.x], [float(lift) for lift in raised])

    def shares(self, scores: Sequence[Array]) -> Array:
        """Rows that add up to one: how likely each intent is."""
        return _shares(np.tensordot(np.asarray(self.weights), np.stack(scores), 1) + np.asarray(self.raised))

    def kept(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> Blend:
        return cls(list(kept["weights"]), list(kept["raised"]))


def _shares(scores: Any) -> Any:
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)
