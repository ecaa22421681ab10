"""Tune an encoder to tell what collectors may not write: the numeric half of `python -m tools.detector`.

In: a JSON file of prepared texts with their languages, the number of their class (0 is harmless) and whether they
reveal a debt; `rounds`, each of which asks some texts of readers that were fitted to its others. Out, in a folder: the
encoder's weights in eight bits, a linear head, character n-grams with theirs, and for every text that was asked the
scores that the readers gave it while they did not know it (cross-validation).

Needs what `bot/tuning/requirements.txt` names, as `bot.tune` does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
import zlib
from pathlib import Path
from typing import Any, Dict, Sequence, Tuple

import numpy as np
import numpy.typing as npt

from bot.understanding.heads import Head
from bot.understanding.sentences import Sentences
from bot.understanding.weights import kept_sentences, opened_sentences

Array = npt.NDArray[np.float32]
Tuned = Tuple[Dict[str, Any], Dict[str, Array]]  # an encoder's weights as they are kept, and a head's

BATCH = 48
ANEW = (5.0, 6e-4)  # passes over the examples, and how far a step goes
ON = (1.2, 3e-4)  # the same, from weights that were tuned before
HARDNESS = 0.5  # the support vector machine's C
NGRAMS = 14000  # are kept, those that say most
JOINT = "\x1f"


class Readers:
    """The two readers, fitted to some texts."""

    def __init__(self, given: dict[str, Any], known: Sequence[int], on: Tuned | None) -> None:
        texts, labels, languages = ([given[name][at] for at in known] for name in ("texts", "labels", "languages"))
        reveals = np.asarray([given["reveals"][at] for at in known])
        self.encoder, self.head = _tuned(texts, labels, languages, given["classes"], on)
        self._sentences = Sentences(opened_sentences(self.encoder))
        told = np.flatnonzero(reveals >= 0)
        self.reveals = Head.fit(self._sentences.vectors([texts[at] for at in told]), list(reveals[told])).kept()
        self._counter, self.ngrams = _ngrams(texts, labels)

    def scores(self, texts: Sequence[str]) -> tuple[Array, Array, Array]:
        """What each reader says of texts: a row each, a column for each class; and whether they reveal a debt."""
        vectors = self._sentences.vectors(texts)
        by_sentence = vectors @ self.head["weights"] + self.head["bias"]
        reveals = (vectors @ self.reveals["weights"] + self.reveals["bias"])[:, 0]
        counted = self._counter.transform([framed(text) for text in texts])
        weights = self.ngrams["weights"].astype(np.float32) * self.ngrams["scale"]
        return by_sentence, counted @ weights + self.ngrams["bias"], reveals


def _tuned(
    texts: Sequence[str], labels: Sequence[int], languages: Sequence[str], classes: int, on: Tuned | None
) -> Tuned:
    """The encoder's weights as they are kept, and the head it was tuned with."""
    import torch

    from bot.tuning import descent, sentences

    torch.set_num_threads(1)  # two that wait for each other are slower on a busy machine
    start = opened_sentences(on[0]) if on else None
    model = descent.Classifier(sentences.Encoder(start), sentences.WIDTH, classes)
    if on:
        with torch.no_grad():
            model.head.weight.copy_(torch.from_numpy(np.roll(on[1]["weights"], -1, axis=1).T / descent.SCALE))
            model.head.bias.copy_(torch.from_numpy(np.roll(on[1]["bias"], -1)))
    # Tuning says two examples in one breath and lets the earlier class decide: harmless has to be the last.
    turned = [(label - 1) % classes for label in labels]
    epochs, step = ON if on else ANEW
    course = descent.Course(epochs=epochs, batch=BATCH, step=step)
    examples = descent.Examples(texts, turned, languages)
    tuned = descent.descend(model, examples, course, lambda _: "one pass more")
    weights, bias = tuned.head.weight.detach().numpy(), tuned.head.bias.detach().numpy()
    head = {
        "weights": np.roll(weights.T * descent.SCALE, 1, axis=1).astype(np.float32),
        "bias": np.roll(bias, 1).astype(np.float32),
    }
    return kept_sentences(tuned.encoder.tensors()), head


def earlier(path: Path) -> Tuned:
    """What an earlier tuning kept: the encoder and its head."""
    with np.load(path, allow_pickle=False) as kept:
        parts = {name: kept[name] for name in kept.files}
    return _of(parts, "encoder."), _of(parts, "head.")


def _of(parts: dict[str, Any], name: str) -> dict[str, Any]:
    return {key[len(name) :]: part for key, part in parts.items() if key.startswith(name)}


def framed(text: str) -> str:
    """As `compliance.wording.detector.ngrams.framed`, which reads what is fitted here."""
    parts = unicodedata.normalize("NFD", text)
    text = unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))
    digits = re.sub(r"\d", "0", text)
    return f"^{digits.replace(JOINT, ' ')}$"


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


def tune(given: dict[str, Any], folder: Path, *, keep: bool, on: Tuned | None) -> None:
    """Ask what each round asks and, to `keep`, tune on everything that may be learnt from."""
    texts = given["texts"]
    scores = np.full((2, len(texts), given["classes"]), np.nan, np.float32)
    reveals = np.full(len(texts), np.nan, np.float32)
    for asks in given["rounds"]:
        known, asked = asks["known"], asks["asked"]
        sys.stderr.write(f"Tuning on {len(known)} examples to ask {len(asked)}\n")
        readers = Readers(given, known, on)
        scores[0, asked], scores[1, asked], reveals[asked] = readers.scores([texts[at] for at in asked])
    np.savez(folder / "scores.npz", scores=scores, reveals=reveals)
    if keep:
        learnt = given["learnt"]
        sys.stderr.write(f"Tuning on all {len(learnt)} examples\n")
        readers = Readers(given, learnt, on)
        held = {f"encoder.{name}": part for name, part in readers.encoder.items()}
        held |= {f"head.{name}": part for name, part in readers.head.items()}
        held |= {f"reveals.{name}": part for name, part in readers.reveals.items()}
        held |= {f"ngrams.{name}": part for name, part in readers.ngrams.items()}
        marks = sorted({zlib.crc32(texts[at].encode()) for at in learnt})
        held["learnt"] = np.asarray(marks, dtype=np.uint32)
        np.savez_compressed(folder / "weights.npz", **held)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.tune_wording")
    parser.add_argument("examples", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", action="store_true", help="also tune on everything and write the weights")
    parser.add_argument("--on", type=Path, help="go on from these weights, briefly")
    given = parser.parse_args()
    examples = json.loads(given.examples.read_text(encoding="utf-8"))
    tune(examples, given.folder, keep=given.keep, on=earlier(given.on) if given.on else None)


if __name__ == "__main__":
    main()
