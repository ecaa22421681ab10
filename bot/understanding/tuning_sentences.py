"""Tunes the convolutional encoder (sentences.py): all of it but its table of word pieces."""

from __future__ import annotations

from typing import Any, Sequence

import numpy as np

from bot.understanding.sentences import Array, base_net, parts, pieces
from bot.understanding.tuning import Course, Encoder, descend, padded, tensorflow

COURSE = Course(epochs=8, batch=64, step=5e-4)
DROPOUT = 0.1
WINDOWS = ((2, 0), (3, 1), (5, 2))  # width, how many of it stand before


def tune(texts: Sequence[str], labels: Sequence[int], classes: int, course: Course = COURSE) -> dict[str, Array]:
    """Tune on prepared texts with their intents' numbers; the weights that `Sentences` takes."""
    tf = tensorflow()
    net = base_net()
    backend = net._model
    examples = [np.asarray(pieces(net, text)) for text in texts]
    weights = {name: tf.Variable(_as_trained(name, part)) for name, part in parts(net).items()}

    def rows(batch: Sequence[int]) -> tuple[Array, Array]:
        chosen = [examples[at] for at in batch]
        chunks = [ids % 17 for ids in chosen]
        return padded(
            [
                backend.table[ids] * backend.scale[chunk, None] + backend.lo[chunk, None]
                for ids, chunk in zip(chosen, chunks, strict=True)
            ],
            512,
        )

    encoder = Encoder(
        run=_Net(tf, weights, float(backend.eps)).run,
        moved=list(weights.values()),
        rows=rows,
        lengths=[len(example) for example in examples],
        width=512,
    )
    descend(tf, encoder, labels, classes, course)
    return {name: weight.numpy() for name, weight in weights.items()}


def _as_trained(name: str, part: Array) -> Array:
    """Window weights as TensorFlow's convolution takes them: width, in, out."""
    return part.reshape(-1, 256, 256) if name.startswith(("w1_", "w2_")) else part


class _Net:
    """The encoder's forward pass in TensorFlow, the same as the wheel's in numpy."""

    def __init__(self, tf: Any, weights: dict[str, Any], epsilon: float) -> None:
        self._tf, self._w, self._epsilon = tf, weights, epsilon

    def run(self, rows: Any, there: Any, training: bool = False) -> Any:
        tf, w = self._tf, self._w
        mask = there[:, :, None]
        projected = self._norm(self._each(rows, w["proj_W"]) + w["proj_b"], w["ln_g_all"], w["ln_b_all"]) * mask
        features = [rows]
        for number, (width, before) in enumerate(WINDOWS):
            branch = projected[:, :, number * 256 : (number + 1) * 256]
            first = self._window(branch, width, before, f"1_{number}", mask)
            features.append(self._window(first, width, before, f"2_{number}", mask))
        joined = self._norm(tf.concat(features, -1), w["ln_g"], w["ln_b"]) * mask
        count = tf.reduce_sum(there, 1, keepdims=True)
        mean = (tf.matmul(tf.reduce_sum(joined, 1), w["cnn_W"]) + count * w["cnn_b"]) / tf.sqrt(count)
        if training:
            mean = tf.nn.dropout(mean, DROPOUT)
        first = tf.nn.relu(mean @ w["d0"])
        second = tf.nn.relu(mean @ w["p1"] + first @ w["d1"])
        third = tf.nn.relu(second @ w["d2"])
        return tf.nn.l2_normalize(tf.tanh(second @ w["p3"] + third @ w["d3"]), -1)

    def _each(self, rows: Any, weights: Any) -> Any:
        tf = self._tf
        shape = tf.shape(rows)
        flat = tf.matmul(tf.reshape(rows, [-1, weights.shape[0]]), weights)
        return tf.reshape(flat, [shape[0], shape[1], weights.shape[1]])

    def _window(self, branch: Any, width: int, before: int, name: str, mask: Any) -> Any:
        tf, w = self._tf, self._w
        around = tf.pad(branch, [[0, 0], [before, width - 1 - before], [0, 0]])
        return (tf.nn.relu(tf.nn.conv1d(around, w[f"w{name}"], 1, "VALID") + w[f"b{name}"]) + branch) * mask

    def _norm(self, rows: Any, gain: Any, bias: Any) -> Any:
        tf = self._tf
        away = rows - tf.reduce_mean(rows, -1, keepdims=True)
        return away * tf.math.rsqrt(tf.reduce_mean(away * away, -1, keepdims=True) + self._epsilon) * gain + bias
