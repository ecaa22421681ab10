"""Moves encoders' weights until they tell the intents apart (TensorFlow; for `python -m bot.tune` only)."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]

HEAD_STEP = 20.0  # the head steps so many times as far as the encoder
SCALE = 16.0  # vectors have length one: this makes their scores wide enough
SMOOTHING = 0.1  # of the labels
SEED = 7


@dataclass(frozen=True)
class Course:
    """How to descend: passes over the examples, examples at a time, and the encoder's longest step."""

    epochs: int
    batch: int
    step: float


@dataclass(frozen=True)
class Encoder:
    """What is tuned: `run(rows, there, training)` gives vectors; `moved` are its variables; `rows` pads examples.

    `width` is how many numbers stand for a word piece on the way in.
    """

    run: Callable[..., Any]
    moved: list[Any]
    rows: Callable[[Sequence[int]], tuple[Array, Array]]
    lengths: Sequence[int]
    width: int


def tensorflow() -> Any:
    """TensorFlow, seeded, and in half precision where the processor multiplies so by itself."""
    import tensorflow as tf

    tf.random.set_seed(SEED)
    if _has_bfloat16():
        tf.config.optimizer.set_experimental_options({"auto_mixed_precision_onednn_bfloat16": True})
    return tf


def _has_bfloat16() -> bool:
    try:
        return "amx_bf16" in Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False


def descend(tf: Any, encoder: Encoder, labels: Sequence[int], classes: int, course: Course) -> None:
    """Move the encoder's variables, with a head of their own that is then thrown away."""
    answers = np.asarray(labels, dtype=np.int32)
    random = np.random.default_rng(SEED)
    some = random.permutation(len(answers))[:512]
    centre = np.mean([encoder.run(*encoder.rows([i])).numpy()[0] for i in some], axis=0)
    step = _step(tf, encoder, centre, classes, course)
    total, done = course.epochs * (len(answers) // course.batch + 1), 0
    for epoch in range(course.epochs):
        began, lost = time.monotonic(), 0.0
        batches = list(_batches(encoder.lengths, course.batch, random))
        for batch in batches:
            rate = course.step * min(1.0, done / (0.1 * total)) * max(0.02, 1 - done / total)
            rows, there = encoder.rows(batch)
            lost += float(step(rows, there, tf.constant(answers[batch]), tf.constant(rate, tf.float32)))
            done += 1
        took = time.monotonic() - began
        sys.stderr.write(f"  {epoch + 1}/{course.epochs}: loss {lost / len(batches):.3f}, {took:.0f} s\n")


def _batches(lengths: Sequence[int], size: int, random: np.random.Generator) -> Iterator[Any]:
    """Shuffled batches of texts of like length, so that little is padding."""
    order = random.permutation(len(lengths))
    found = []
    for start in range(0, len(order), size * 20):
        stretch = sorted(order[start : start + size * 20], key=lengths.__getitem__)
        found += [np.asarray(stretch[at : at + size]) for at in range(0, len(stretch), size)]
    for at in random.permutation(len(found)):
        yield found[at]


def padded(rows: Sequence[Array], width: int) -> tuple[Array, Array]:
    """Rows of several texts padded to one length, a multiple of four, and where there is one."""
    longest = (max(len(row) for row in rows) + 3) // 4 * 4
    full = np.zeros((len(rows), longest, width), np.float32)
    there = np.zeros((len(rows), longest), np.float32)
    for at, row in enumerate(rows):
        full[at, : len(row)] = row
        there[at, : len(row)] = 1
    return full, there


def _step(tf: Any, encoder: Encoder, centre: Array, classes: int, course: Course) -> Any:
    head = tf.Variable(tf.zeros([centre.shape[0], classes]))
    bias = tf.Variable(tf.zeros([classes]))
    slow, fast = tf.keras.optimizers.legacy.Adam(course.step), tf.keras.optimizers.legacy.Adam(course.step)

    @tf.function(
        input_signature=[
            tf.TensorSpec([None, None, encoder.width], tf.float32),
            tf.TensorSpec([None, None], tf.float32),
            tf.TensorSpec([None], tf.int32),
            tf.TensorSpec([], tf.float32),
        ]
    )
    def step(rows: Any, there: Any, answers: Any, rate: Any) -> Any:
        with tf.GradientTape() as tape:
            scores = tf.matmul((encoder.run(rows, there, training=True) - centre) * SCALE, head) + bias
            wanted = tf.one_hot(answers, classes) * (1 - SMOOTHING) + SMOOTHING / classes
            loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(wanted, scores))
        gradients = tape.gradient(loss, [*encoder.moved, head, bias])
        slow.lr.assign(rate)
        fast.lr.assign(rate * HEAD_STEP)
        clipped, _ = tf.clip_by_global_norm(gradients[:-2], 1.0)
        slow.apply_gradients(zip(clipped, encoder.moved))  # noqa: B905 (TensorFlow rewrites zip)
        fast.apply_gradients(zip(gradients[-2:], [head, bias]))  # noqa: B905
        return loss

    return step
