"""Tune an encoder to tell what collectors may not write: the numeric half of `python -m tools.detector`.

In: a JSON file of prepared texts with the number of their class, and the folds each belongs to (a text made of two
belongs to both of theirs, and is asked in neither). Out, in a folder: the encoder's weights in eight bits, a linear head, character n-grams with theirs, and for every text the scores that
the readers gave it while they did not know it (cross-validation by folds).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import numpy.typing as npt

from bot.quiet import hush
from bot.understanding.sentences import Sentences, base_net, parts, pieces
from bot.understanding.tuning import Course, Encoder, descend, padded, tensorflow
from bot.understanding.tuning_sentences import _as_trained, _Net
from bot.understanding.weights import kept_sentences, opened_sentences

Array = npt.NDArray[np.float32]

COURSE = Course(epochs=6, batch=48, step=5e-4)
LEFT_OUT = 0.0  # of a text's word pieces, another choice each time it is learnt from
LOOSENESS = 0.1  # the logistic regression's C on vectors brought to unit spread
HARDNESS = 0.5  # the support vector machine's C
NGRAMS = 14000  # are kept, those that say most
JOINT = "\x1f"
SEED = 7


class Readers:
    """The two readers, fitted to some texts."""

    def __init__(self, given: dict[str, Any], known: Sequence[int], course: Course) -> None:
        texts, labels = [given["texts"][at] for at in known], [given["labels"][at] for at in known]
        classes, reveals = given["classes"], np.asarray([given["reveals"][at] for at in known])
        tuned = kept_sentences(_tuned(texts, labels, classes, course))
        self.encoder = tuned
        self._sentences = Sentences(opened_sentences(tuned))
        vectors = self._sentences.vectors(texts)
        self.head = _head(vectors, labels)
        self.reveals = _head(vectors[reveals >= 0], reveals[reveals >= 0])
        self._counter, self.ngrams = _ngrams(texts, labels)

    def scores(self, texts: Sequence[str]) -> tuple[Array, Array, Array]:
        """What each reader says of texts: a row each, a column for each class; and whether they reveal a debt."""
        vectors = self._sentences.vectors(texts)
        by_sentence = vectors @ self.head["weights"] + self.head["bias"]
        reveals = (vectors @ self.reveals["weights"] + self.reveals["bias"])[:, 0]
        counted = self._counter.transform([framed(text) for text in texts])
        weights = self.ngrams["weights"].astype(np.float32) * self.ngrams["scale"]
        return by_sentence, counted @ weights + self.ngrams["bias"], reveals


def _tuned(texts: Sequence[str], labels: Sequence[int], classes: int, course: Course) -> dict[str, Array]:
    """The encoder's weights, moved on texts of which each time some word pieces are left out."""
    tf, net = tensorflow(), base_net()
    backend, random = net._model, np.random.default_rng(SEED)
    examples = [np.asarray(pieces(net, text)) for text in texts]
    weights = {name: tf.Variable(_as_trained(name, part)) for name, part in parts(net).items()}

    def row(ids: Any) -> Any:
        kept = random.random(len(ids)) >= LEFT_OUT
        chosen = ids[kept] if kept.any() else ids
        chunk = chosen % 17
        return backend.table[chosen] * backend.scale[chunk, None] + backend.lo[chunk, None]

    encoder = Encoder(
        run=_Net(tf, weights, float(backend.eps)).run,
        moved=list(weights.values()),
        rows=lambda batch: padded([row(examples[at]) for at in batch], 512),
        lengths=[len(example) for example in examples],
        width=512,
    )
    descend(tf, encoder, labels, classes, course)
    return {name: weight.numpy() for name, weight in weights.items()}


def framed(text: str) -> str:
    """As `compliance.wording.detector.ngrams.framed`, which reads what is fitted here."""
    parts = unicodedata.normalize("NFD", text)
    text = unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))
    digits = re.sub(r"\d", "0", text)
    return f"^{digits.replace(JOINT, ' ')}$"


def _head(vectors: Array, labels: Sequence[int]) -> dict[str, Array]:
    from sklearn.linear_model import LogisticRegression

    centre, spread = vectors.mean(axis=0), float(vectors.std())
    fitted = LogisticRegression(C=LOOSENESS, max_iter=200, tol=1e-3).fit((vectors - centre) / spread, labels)
    weights = fitted.coef_.T / spread
    return {
        "weights": weights.astype(np.float32),
        "bias": (fitted.intercept_ - centre @ weights).astype(np.float32),
    }


def _ngrams(texts: Sequence[str], labels: Sequence[int]) -> tuple[Any, dict[str, Any]]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    read = [framed(text) for text in texts]
    options: dict[str, Any] = {"analyzer": "char", "ngram_range": (1, 5), "sublinear_tf": True, "lowercase": False}
    options["dtype"] = np.float32
    all_of_them = TfidfVectorizer(min_df=3, **options)
    counted = all_of_them.fit_transform(read)
    first = LinearSVC(C=HARDNESS, random_state=0).fit(counted, labels)
    telling = np.abs(first.coef_).max(axis=0) * np.asarray(counted.max(axis=0).todense()).ravel()
    chosen = np.sort(np.argsort(-telling)[:NGRAMS])
    counter = TfidfVectorizer(vocabulary=list(all_of_them.get_feature_names_out()[chosen]), **options)
    machine = LinearSVC(C=HARDNESS, random_state=0).fit(counter.fit_transform(read), labels)
    weights = machine.coef_.T
    scale = np.maximum(np.abs(weights).max(axis=0) / 127, 1e-12)
    return counter, {
        "known": np.frombuffer(JOINT.join(counter.get_feature_names_out()).encode(), dtype=np.uint8),
        "rarity": counter.idf_.astype(np.float16),
        "weights": np.round(weights / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": machine.intercept_.astype(np.float32),
    }


def tune(given: dict[str, Any], folder: Path, *, keep: bool, course: Course = COURSE) -> None:
    """Cross-validate over the folds that are asked for and, to `keep`, tune on everything."""
    texts = given["texts"]
    scores = np.full((2, len(texts), given["classes"]), np.nan, np.float32)
    reveals = np.full(len(texts), np.nan, np.float32)
    for fold in given["ask"]:
        known = [at for at, folds in enumerate(given["folds"]) if fold not in folds]
        asked = [at for at, folds in enumerate(given["folds"]) if folds == [fold]]
        sys.stderr.write(f"Fold {fold}: tuning on {len(known)} examples to ask {len(asked)}\n")
        readers = Readers(given, known, course)
        scores[0, asked], scores[1, asked], reveals[asked] = readers.scores([texts[at] for at in asked])
    np.savez(folder / "scores.npz", scores=scores, reveals=reveals)
    if keep:
        sys.stderr.write(f"Tuning on all {len(texts)} examples\n")
        readers = Readers(given, range(len(texts)), course)
        held = {f"encoder.{name}": part for name, part in readers.encoder.items()}
        held |= {f"head.{name}": part for name, part in readers.head.items()}
        held |= {f"reveals.{name}": part for name, part in readers.reveals.items()}
        held |= {f"ngrams.{name}": part for name, part in readers.ngrams.items()}
        np.savez_compressed(folder / "weights.npz", **held)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.tune_wording")
    parser.add_argument("examples", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", action="store_true", help="also tune on everything and write the weights")
    given = parser.parse_args()
    hush()
    tune(json.loads(given.examples.read_text(encoding="utf-8")), given.folder, keep=given.keep)


if __name__ == "__main__":
    main()
