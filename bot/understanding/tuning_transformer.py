"""Tunes the upper layers of the transformer (transformer.py)."""

from __future__ import annotations

import math
import re
from typing import Any, Sequence

import numpy as np

from bot.understanding.transformer import (
    HEADS,
    INNER,
    LAYERS,
    MATRICES,
    TUNED,
    VECTORS,
    WIDTH,
    Array,
    Weights,
    shipped,
)
from bot.understanding.tuning import Course, Encoder, descend, padded, tensorflow

COURSE = Course(epochs=3, batch=32, step=3e-4)
DROPOUT = 0.1
LONGEST = 64  # word pieces of an example
ASKED = "query: "  # how the model wants short texts to begin
FAR = -1e9  # attention to padding


def tune(texts: Sequence[str], labels: Sequence[int], classes: int, course: Course = COURSE) -> dict[str, Array]:
    """Tune on prepared texts with their intents' numbers; tensors for `packed_layers`, matrices out by in."""
    tf = tensorflow()
    weights = Weights(shipped())
    below = [_layer(weights, layer) for layer in range(LAYERS - TUNED)]
    above = [
        {name: tf.Variable(part) for name, part in _layer(weights, layer).items()}
        for layer in range(LAYERS - TUNED, LAYERS)
    ]
    reached = _reached(tf, weights, texts, below)
    encoder = Encoder(
        run=lambda rows, there, training=False: _pooled(tf, _through(tf, rows, there, above, training), there),
        moved=[variable for layer in above for variable in layer.values()],
        rows=lambda batch: padded([reached[at] for at in batch], WIDTH),
        lengths=[len(row) for row in reached],
        width=WIDTH,
    )
    descend(tf, encoder, labels, classes, course)
    return {
        f"l{LAYERS - TUNED + at}.{name}": variable.numpy().T if name in MATRICES else variable.numpy()
        for at, layer in enumerate(above)
        for name, variable in layer.items()
    }


def pieces_of(weights: Weights) -> Any:
    """A function from text to the numbers of its word pieces, as the engine cuts them (likeliest pieces, Viterbi)."""
    known = weights.vocabulary()
    longest = max(map(len, known))
    unknown_worth = float(weights.worth.min()) - 10

    def cut(text: str) -> list[int]:
        folded = "".join(weights.folded.get(char, char) for char in ASKED + text)
        folded = "\u2581" + re.sub("  +", " ", folded).lstrip(" ").replace(" ", "\u2581")
        best = [0.0] + [-math.inf] * len(folded)
        came: list[tuple[int, int]] = [(0, 0)] * (len(folded) + 1)
        for start in range(len(folded)):
            for end in range(start + 1, min(len(folded), start + longest) + 1):
                piece = known.get(folded[start:end])
                worth = unknown_worth if piece is None and end == start + 1 else None
                if piece is not None and piece != weights.unknown:
                    worth = float(weights.worth[piece])
                if worth is not None and best[start] + worth > best[end]:
                    best[end] = best[start] + worth
                    came[end] = (start, weights.unknown if piece is None else piece)
        found, at = [], len(folded)
        while at > 0:
            at, piece = came[at]
            found.append(piece)
        return [weights.begin, *found[::-1][: LONGEST - 2], weights.end]

    return cut


def _layer(weights: Weights, layer: int) -> dict[str, Array]:
    """A layer's tensors, matrices turned in by out."""
    found = {name: weights.numbers(f"l{layer}.{name}").reshape(shape).T for name, shape in MATRICES.items()}
    return {**found, **{name: weights.numbers(f"l{layer}.{name}") for name in VECTORS}}


def _reached(tf: Any, weights: Weights, texts: Sequence[str], below: list[dict[str, Array]]) -> list[Array]:
    """For each text what the layers that stay as they are make of it."""
    cut = pieces_of(weights)
    words = weights.numbers("emb.word").reshape(-1, WIDTH)
    places = weights.numbers("emb.pos").reshape(-1, WIDTH) + weights.numbers("emb.type").reshape(-1, WIDTH)[0]
    gain, bias = weights.numbers("emb.ln.w"), weights.numbers("emb.ln.b")
    cuts = [np.asarray(cut(text)) for text in texts]
    order = sorted(range(len(cuts)), key=lambda at: len(cuts[at]))
    found: list[Array] = [np.zeros((0, WIDTH), np.float32)] * len(cuts)
    run = tf.function(lambda rows, there: _through(tf, rows, there, below, False), reduce_retracing=True)
    for start in range(0, len(order), 256):
        chosen = order[start : start + 256]
        rows, there = padded([words[cuts[at]] + places[: len(cuts[at])] for at in chosen], WIDTH)
        out = run(_norm(tf, tf.constant(rows), gain, bias), tf.constant(there)).numpy()
        for row, at in enumerate(chosen):
            found[at] = out[row, : len(cuts[at])]
    return found


def _through(tf: Any, rows: Any, there: Any, layers: Sequence[Any], training: bool) -> Any:
    """The given layers' forward pass."""
    away = ((1 - there) * FAR)[:, None, None, :]
    drop = (lambda x: tf.nn.dropout(x, DROPOUT)) if training else (lambda x: x)
    shape = tf.shape(rows)

    def times(x: Any, part: Any, name: str, out: int) -> Any:
        flat = tf.matmul(tf.reshape(x, [-1, x.shape[-1]]), part[f"{name}.w"]) + part[f"{name}.b"]
        return tf.reshape(flat, [shape[0], shape[1], out])

    def by_head(x: Any) -> Any:
        return tf.transpose(tf.reshape(x, [shape[0], shape[1], HEADS, WIDTH // HEADS]), [0, 2, 1, 3])

    rows = tf.ensure_shape(rows, [None, None, WIDTH])
    for part in layers:
        asks, keys, values = (by_head(times(rows, part, name, WIDTH)) for name in ("q", "k", "v"))
        attention = drop(tf.nn.softmax(tf.matmul(asks, keys, transpose_b=True) / math.sqrt(WIDTH // HEADS) + away))
        joined = tf.reshape(tf.transpose(tf.matmul(attention, values), [0, 2, 1, 3]), [shape[0], shape[1], WIDTH])
        rows = _norm(tf, rows + drop(times(joined, part, "ao", WIDTH)), part["aln.w"], part["aln.b"])
        inner = tf.nn.gelu(times(rows, part, "fi", INNER))
        rows = _norm(tf, rows + drop(times(inner, part, "fo", WIDTH)), part["oln.w"], part["oln.b"])
    return rows


def _norm(tf: Any, rows: Any, gain: Any, bias: Any) -> Any:
    away = rows - tf.reduce_mean(rows, -1, keepdims=True)
    return away * tf.math.rsqrt(tf.reduce_mean(away * away, -1, keepdims=True) + 1e-12) * gain + bias


def _pooled(tf: Any, rows: Any, there: Any) -> Any:
    mean = tf.reduce_sum(rows * there[:, :, None], 1) / tf.reduce_sum(there, 1, keepdims=True)
    return tf.nn.l2_normalize(mean, -1)
