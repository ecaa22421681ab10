"""Tune a transformer to tell what collectors may not write: the numeric half of `python -m tools.detector`.

In: a JSON file of prepared texts with their languages, the number of their class (0 is harmless), how often the
transformer is shown them in a pass, and whether they reveal a debt; how many of them, from the first on, may be learnt
from; of those that are asked their sentences; and, if any, a round, which asks some texts of readers that were fitted to
others. Out, in a folder: the transformer's layers as a graph in eight bits, a linear head, runs of letters and of words with
theirs, and for every text that was asked the scores that the readers gave it while they did not know it, those last of
the texts from which nothing learns.

The transformer begins as the one that the assistant is tuned to (`bot/weights/`). What a round tuned is what the
tuning on everything goes on from. Needs what `bot/tuning/requirements.txt` names, as `bot.tune` does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any, Dict, NamedTuple, Sequence

import numpy as np
import numpy.typing as npt

from bot.understanding.heads import Head
from bot.understanding.transformer import LAYERS, WIDTH, Transformer
from bot.understanding.weights import FOLDER, TRANSFORMER

Array = npt.NDArray[np.float32]

BATCH = 48
ANEW = (2.0, 1.2e-4)  # passes over the examples, and how far a step goes
ON = (1.5, 8e-5)  # the same, from layers that were tuned to this before
STILL = 4  # layers stay as they were tuned for the assistant
COUNT = 1.5  # letters' scores beside the transformer's, where a sentence is chosen
HARDNESS = 0.5  # the support vector machine's C
NGRAMS = 14000  # are kept, those that say most
JOINT = "\x1f"
IN_A_ROW, APART = 4, 5
_WORDS = re.compile(r"[a-z0-9ñ']+|[\u3400-\u9fff]|[^\w\s]")


class Tuned(NamedTuple):
    """Where a tuned transformer's graph lies, and its head; none before the first tuning."""

    graph: Path
    head: Dict[str, Array]


class Readers:
    """The three readers, fitted to some texts."""

    def __init__(self, given: dict[str, Any], known: Sequence[int], tuned: Tuned) -> None:
        texts, labels, times, reveals = (
            [given[name][at] for at in known] for name in ("texts", "labels", "times", "reveals")
        )
        self.head = tuned.head
        self._transformer = Transformer(tuned.graph)
        told = [at for at, reveal in enumerate(reveals) if reveal >= 0 and times[at]]
        vectors = self._transformer.vectors([texts[at] for at in told])
        self.reveals = Head.fit(vectors, [reveals[at] for at in told]).kept()
        barred = [int(label > 0) for label in labels]
        weighed = [max(1, each) for each in times]
        self._counted = [_counted(texts, labels, weighed, LETTERS), _counted(texts, barred, weighed, WORDS)]
        self.letters, self.words = (kept for _, kept in self._counted)

    def scores(self, texts: Sequence[str], sentences: Sequence[Sequence[str]]) -> dict[str, Array]:
        """What each reader says of texts: a row each, a column for each class, the words' just one; whether they reveal a
        debt; and what transformer and letters say of the sentence that they take most for barred."""
        vectors = self._transformer.vectors(texts)
        by_transformer = vectors @ self.head["weights"] + self.head["bias"]
        reveals = (vectors @ self.reveals["weights"] + self.reveals["bias"])[:, 0]
        found = [by_transformer]
        for counter, kept in self._counted:
            weights = kept["weights"].astype(np.float32) * kept["scale"]
            found.append(counter.transform([framed(text) for text in texts]) @ weights + kept["bias"])
        apart = np.stack([self._worst(each) for each in sentences], axis=1)
        kept = {"scores": np.stack(found[:2]), "words": found[2], "reveals": reveals[:, None], "apart": apart}
        return {name: rows.astype(np.float32) for name, rows in kept.items()}

    def _worst(self, sentences: Sequence[str]) -> Array:
        """What transformer and letters say of the sentence that they take most for barred: a row each."""
        by_transformer = self._transformer.vectors(sentences) @ self.head["weights"] + self.head["bias"]
        counter, kept = self._counted[0]
        weights = kept["weights"].astype(np.float32) * kept["scale"]
        by_letters = counter.transform([framed(each) for each in sentences]) @ weights + kept["bias"]
        rows = by_transformer + COUNT * by_letters
        harmless = rows[:, 0] - np.log(np.exp(rows - rows.max(axis=1, keepdims=True)).sum(axis=1)) - rows.max(axis=1)
        found: Array = np.stack([by_transformer, by_letters])[:, harmless.argmin()]
        return found


def tuned(given: dict[str, Any], known: Sequence[int], before: Tuned | None, graph: Path) -> Tuned:
    """Tune the layers on the examples that are known, from where an earlier tuning left them; written to `graph`."""
    import torch

    from bot.tuning import descent, transformer
    from bot.tuning.graph import write

    torch.set_num_threads(1)  # two that wait for each other are slower on a busy machine
    classes = given["classes"]
    model = descent.Classifier(
        transformer.Encoder(layers(before.graph if before else FOLDER / TRANSFORMER)), WIDTH, classes
    )
    for layer in model.encoder.layers[:STILL]:
        layer.requires_grad_(False)
    # Tuning says two examples in one breath and lets the earlier class decide: harmless has to be the last.
    if before:
        with torch.no_grad():
            model.head.weight.copy_(torch.from_numpy(np.roll(before.head["weights"], -1, axis=1).T / descent.SCALE))
            model.head.bias.copy_(torch.from_numpy(np.roll(before.head["bias"], -1)))
    shown = [at for at in known for _ in range(given["times"][at])]
    examples = descent.Examples(
        [given["texts"][at] for at in shown],
        [(given["labels"][at] - 1) % classes for at in shown],
        [given["languages"][at] for at in shown],
    )
    epochs, step = ON if before else ANEW
    course = descent.Course(epochs=epochs, batch=BATCH, step=step)
    after = descent.descend(model, examples, course, lambda _: "one pass more")
    write(after.encoder.tensors(), graph)
    weights, bias = after.head.weight.detach().numpy(), after.head.bias.detach().numpy()
    head = {
        "weights": np.roll(weights.T * descent.SCALE, 1, axis=1).astype(np.float32),
        "bias": np.roll(bias, 1).astype(np.float32),
    }
    np.savez(graph.with_suffix(".head.npz"), **head)
    return Tuned(graph, head)


def layers(graph: Path) -> dict[str, Array]:
    """The layers out of a graph that `bot.tuning.graph.write` wrote."""
    import onnx
    from onnx import numpy_helper

    held = {part.name: numpy_helper.to_array(part) for part in onnx.load(str(graph)).graph.initializer}
    found = {}
    for name in (f"l{number}.{part}" for number in range(LAYERS) for part in ("q", "k", "v", "ao", "fi", "fo")):
        found[f"{name}.w"] = np.ascontiguousarray((held[f"{name}.w"].astype(np.float32) * held[f"{name}.s"]).T)
        found[f"{name}.b"] = held[f"{name}.b"]
    for name in (f"l{number}.{part}" for number in range(LAYERS) for part in ("aln", "oln")):
        found[f"{name}.w"], found[f"{name}.b"] = held[f"{name}.gain"], held[f"{name}.bias"]
    return found


def earlier(graph: Path, head: Path, name: str = "") -> Tuned:
    """What an earlier tuning kept."""
    with np.load(head, allow_pickle=False) as kept:
        return Tuned(graph, {part: kept[f"{name}{part}"] for part in ("weights", "bias")})


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


def _counted(
    texts: Sequence[str], labels: Sequence[int], weighed: Sequence[int], parts: dict[str, Any]
) -> tuple[Any, dict[str, Any]]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    read = [framed(text) for text in texts]
    options = {**parts, "sublinear_tf": True, "dtype": np.float32}
    all_of_them = TfidfVectorizer(min_df=3, **options)
    counted = all_of_them.fit_transform(read)
    first = LinearSVC(C=HARDNESS, random_state=0).fit(counted, labels, sample_weight=weighed)
    telling = np.abs(first.coef_).max(axis=0) * np.asarray(counted.max(axis=0).todense()).ravel()
    chosen = np.sort(np.argsort(-telling)[:NGRAMS])
    counter = TfidfVectorizer(vocabulary=list(all_of_them.get_feature_names_out()[chosen]), **options)
    machine = LinearSVC(C=HARDNESS, random_state=0).fit(counter.fit_transform(read), labels, sample_weight=weighed)
    weights = machine.coef_.T
    scale = np.maximum(np.abs(weights).max(axis=0) / 127, 1e-12)
    return counter, {
        "known": np.frombuffer(JOINT.join(counter.get_feature_names_out()).encode(), dtype=np.uint8),
        "rarity": counter.idf_.astype(np.float16),
        "weights": np.round(weights / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": machine.intercept_.astype(np.float32),
    }


def _tuned_once(given: dict[str, Any], known: Sequence[int], before: Tuned | None, graph: Path) -> Tuned:
    head = graph.with_suffix(".head.npz")
    return earlier(graph, head) if head.exists() else tuned(given, known, before, graph)


def tune(given: dict[str, Any], folder: Path, *, keep: bool, on: Tuned | None) -> None:
    """Ask what the round asks and, to `keep`, tune on everything that may be learnt from.

    A transformer that lies in the folder already is taken as it is: an interrupted run goes on from there.
    """
    texts, sentences = given["texts"], given["sentences"]
    if given["round"]:
        known, asked = given["round"]["known"], given["round"]["asked"]
        sys.stderr.write(f"Tuning on {len(known)} examples to ask {len(asked)}\n")
        on = _tuned_once(given, known, on, folder / "round.onnx")
        said = Readers(given, known, on).scores([texts[at] for at in asked], [sentences[at] for at in asked])
        np.savez(folder / "scores.npz", **said)
    if keep:
        everything = range(given["learnt"])
        sys.stderr.write(f"Tuning on all {len(everything)} examples\n")
        readers = Readers(given, everything, _tuned_once(given, everything, on, folder / TRANSFORMER))
        kept = {"head": readers.head, "reveals": readers.reveals, "ngrams": readers.letters, "words": readers.words}
        held = {f"{name}.{part}": numbers for name, parts in kept.items() for part, numbers in parts.items()}
        np.savez_compressed(folder / "weights.npz", **held)
        never = range(given["learnt"], len(texts))
        np.savez(
            folder / "kept_scores.npz", **readers.scores([texts[at] for at in never], [sentences[at] for at in never])
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.tune_wording")
    parser.add_argument("examples", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", action="store_true", help="also tune on everything and write the weights")
    parser.add_argument("--on", type=Path, help="go on from the weights in this folder, briefly")
    given = parser.parse_args()
    examples = json.loads(given.examples.read_text(encoding="utf-8"))
    on = earlier(given.on / TRANSFORMER, given.on / "weights.npz", "head.") if given.on else None
    tune(examples, given.folder, keep=given.keep, on=on)


if __name__ == "__main__":
    main()
