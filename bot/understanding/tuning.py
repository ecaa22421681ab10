"""Moves the sentence encoder's weights until they tell the intents apart (TensorFlow; training only)."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any, Iterator, Sequence

import numpy as np

from bot.understanding.sentences import Array, base_net, parts, pieces

EPOCHS = 6
BATCH = 64
STEP = 5e-4  # of the encoder; the head steps `HEAD_STEP` times as far
HEAD_STEP = 20.0
SCALE = 16.0  # vectors have length one: this makes their scores wide enough
SMOOTHING = 0.1  # of the labels
DROPOUT = 0.1
WINDOWS = ((2, 0), (3, 1), (5, 2))  # width, how many of it stand before
SEED = 7


def tune(texts: Sequence[str], labels: Sequence[int], classes: int, epochs: int = EPOCHS) -> dict[str, Array]:
    """Tune on plain texts with their intents' numbers; the weights that `Sentences` takes."""
    tf = _tensorflow()
    net = base_net()
    examples = [np.asarray(pieces(net, text)) for text in texts]
    answers = np.asarray(labels, dtype=np.int32)
    weights = {name: tf.Variable(_as_trained(name, part)) for name, part in parts(net).items()}
    encoder = _Net(tf, weights, float(net._model.eps))
    random = np.random.default_rng(SEED)

    some = random.permutation(len(examples))[:1000]
    centre = np.mean([encoder.run(*_padded(net, [examples[i]])).numpy()[0] for i in some], axis=0)
    head = tf.Variable(tf.zeros([centre.shape[0], classes]))
    bias = tf.Variable(tf.zeros([classes]))
    step = _step(tf, encoder, weights, head, bias, centre, classes)

    total = epochs * (len(examples) // BATCH + 1)
    done = 0
    for epoch in range(epochs):
        began, lost = time.monotonic(), 0.0
        batches = list(_batches([len(example) for example in examples], random))
        for batch in batches:
            rate = STEP * min(1.0, done / (0.1 * total)) * max(0.02, 1 - done / total)
            rows, there = _padded(net, [examples[i] for i in batch])
            lost += float(step(rows, there, tf.constant(answers[batch]), tf.constant(rate, tf.float32)))
            done += 1
        sys.stderr.write(
            f"  tuning {epoch + 1}/{epochs}: loss {lost / len(batches):.3f}, {time.monotonic() - began:.0f} s\n"
        )
    tuned = {name: weight.numpy() for name, weight in weights.items()}
    return {**tuned, "centre": centre, "head": head.numpy() * SCALE, "head_bias": bias.numpy()}


def _tensorflow() -> Any:
    import tensorflow as tf

    tf.random.set_seed(SEED)
    if _has_bfloat16():
        tf.config.optimizer.set_experimental_options({"auto_mixed_precision_onednn_bfloat16": True})
    return tf


def _has_bfloat16() -> bool:
    """Whether this processor multiplies in half precision by itself; elsewhere that would be slower."""
    try:
        return "amx_bf16" in Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False


def _as_trained(name: str, part: Array) -> Array:
    """Window weights as TensorFlow's convolution takes them: width, in, out."""
    return part.reshape(-1, 256, 256) if name.startswith(("w1_", "w2_")) else part


def _batches(lengths: Sequence[int], random: np.random.Generator) -> Iterator[Any]:
    """Shuffled batches of texts of like length, so that little is padding."""
    order = random.permutation(len(lengths))
    found = []
    for start in range(0, len(order), BATCH * 20):
        stretch = sorted(order[start : start + BATCH * 20], key=lengths.__getitem__)
        found += [np.asarray(stretch[at : at + BATCH]) for at in range(0, len(stretch), BATCH)]
    for at in random.permutation(len(found)):
        yield found[at]


def _padded(net: Any, examples: Sequence[Any]) -> tuple[Array, Array]:
    """Embeddings of the pieces, padded to one length (a multiple of four), and where there is one."""
    backend = net._model
    longest = (max(len(example) for example in examples) + 3) // 4 * 4
    rows = np.zeros((len(examples), longest, 512), np.float32)
    there = np.zeros((len(examples), longest), np.float32)
    for at, ids in enumerate(examples):
        chunk = ids % 17
        rows[at, : len(ids)] = backend.table[ids] * backend.scale[chunk, None] + backend.lo[chunk, None]
        there[at, : len(ids)] = 1
    return rows, there


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
            mean = tf.nn.dropout(mean, DROPOUT, seed=SEED)
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


def _step(tf: Any, encoder: _Net, weights: dict[str, Any], head: Any, bias: Any, centre: Array, classes: int) -> Any:
    moved = list(weights.values())
    slow, fast = tf.keras.optimizers.legacy.Adam(STEP), tf.keras.optimizers.legacy.Adam(STEP)
    floats = tf.TensorSpec([None, None], tf.float32)

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, None, 512], tf.float32),
            floats,
            tf.TensorSpec([None], tf.int32),
            tf.TensorSpec([], tf.float32),
        ]
    )
    def step(rows: Any, there: Any, answers: Any, rate: Any) -> Any:
        with tf.GradientTape() as tape:
            scores = tf.matmul((encoder.run(rows, there, training=True) - centre) * SCALE, head) + bias
            wanted = tf.one_hot(answers, classes) * (1 - SMOOTHING) + SMOOTHING / classes
            loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(wanted, scores))
        gradients = tape.gradient(loss, [*moved, head, bias])
        slow.lr.assign(rate)
        fast.lr.assign(rate * HEAD_STEP)
        clipped, _ = tf.clip_by_global_norm(gradients[:-2], 1.0)
        slow.apply_gradients(zip(clipped, moved))  # noqa: B905 (TensorFlow rewrites zip)
        fast.apply_gradients(zip(gradients[-2:], [head, bias]))  # noqa: B905
        return loss

    return step
