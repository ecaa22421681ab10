"""Tune an encoder to tell what collectors may not write: the numeric half of `python -m tools.detector`.

In: a JSON file of prepared texts with their languages, the number of their class (0 is harmless) and whether they
reveal a debt; `rounds`, each of which asks some texts of readers that were fitted to its others. Out, in a folder: the
encoder's weights in eight bits, a linear head, runs of letters and of words with theirs, and for every text that was asked the
scores that the readers gave it while they did not know it (cross-validation).

Needs what `bot/tuning/requirements.txt` names, as `bot.tune` does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
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
IN_A_ROW, APART = 4, 5
_WORDS = re.compile(r"[a-z0-9ñ']+|[\u3400-\u9fff]|[^\w\s]")


class Readers:
    """The three readers, fitted to some texts."""

    def __init__(self, given: dict[str, Any], known: Sequence[int], on: Tuned | None) -> None:
        texts, labels, languages = ([given[name][at] for at in known] for name in ("texts", "labels", "languages"))
        reveals = np.asarray([given["reveals"][at] for at in known])
        self.encoder, self.head = _tuned(texts, labels, languages, given["classes"], on)
        self._sentences = Sentences(opened_sentences(self.encoder))
        told = np.flatnonzero(reveals >= 0)
        self.reveals = Head.fit(self._sentences.vectors([texts[at] for at in told]), list(reveals[told])).kept()
        barred = [int(label > 0) for label in labels]
        self._counted = [_counted(texts, labels, LETTERS), _counted(texts, barred, WORDS)]
        self.letters, self.words = (kept for _, kept in self._counted)

    def scores(self, texts: Sequence[str]) -> tuple[list[Array], Array]:
        """What each reader says of texts: a row each, a column for each class, the words' just one; and whether they
        reveal a debt."""
        vectors = self._sentences.vectors(texts)
        by_sentence = vectors @ self.head["weights"] + self.head["bias"]
        reveals = (vectors @ self.reveals["weights"] + self.reveals["bias"])[:, 0]
        found = [by_sentence]
        for counter, kept in self._counted:
            weights = kept["weights"].astype(np.float32) * kept["scale"]
            found.append(counter.transform([framed(text) for text in texts]) @ weights + kept["bias"])
        return found, reveals


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


def words(read: str) -> list[str]:
    """As `compliance.wording.detector.ngrams.words`."""
    found = _WORDS.findall(read)
    rows = [
        "_".join(found[start : start + many])
        for many in range(1, IN_A_ROW + 1)
        for start in range(len(found) - many + 1)
    ]
    pairs = [f"{one}~{other}" for at, one in enumerate(found) for other in found[at + 2 : at + APART + 1]]
    return rows + pairs


LETTERS: dict[str, Any] = {"analyzer": "char", "ngram_range": (1, 5), "lowercase": False}
WORDS: dict[str, Any] = {"analyzer": words}


def _counted(texts: Sequence[str], labels: Sequence[int], parts: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    read = [framed(text) for text in texts]
    options = {**parts, "sublinear_tf": True, "dtype": np.float32}
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
    reveals, sounding = (np.full(len(texts), np.nan, np.float32) for _ in range(2))
    for asks in given["rounds"]:
        known, asked = asks["known"], asks["asked"]
        sys.stderr.write(f"Tuning on {len(known)} examples to ask {len(asked)}\n")
        readers = Readers(given, known, on)
        by_reader, reveals[asked] = readers.scores([texts[at] for at in asked])
        scores[0, asked], scores[1, asked] = by_reader[:2]
        sounding[asked] = by_reader[2][:, 0]
    np.savez(folder / "scores.npz", scores=scores, reveals=reveals, words=sounding)
    if keep:
        sys.stderr.write(f"Tuning on all {len(texts)} examples\n")
        readers = Readers(given, range(len(texts)), on)
        held = {f"encoder.{name}": part for name, part in readers.encoder.items()}
        held |= {f"head.{name}": part for name, part in readers.head.items()}
        held |= {f"reveals.{name}": part for name, part in readers.reveals.items()}
        held |= {f"ngrams.{name}": part for name, part in readers.letters.items()}
        held |= {f"words.{name}": part for name, part in readers.words.items()}
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
