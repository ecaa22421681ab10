"""Tune the encoders to what borrowers write: `python -m bot.tune` from the repository's root (`make tune`).

Takes some twenty minutes on two cores, so it is no part of `make train`: its result, a few megabytes in
`bot/weights/`, is kept with the code, and training only counts n-grams and sets confidences beside it. Tune again when intents or
languages are added or after some thousand new examples. The examples that training sets aside to set the confidences
are never tuned on.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from bot.quiet import hush
from bot.understanding.examples import Example, read_examples
from bot.understanding.heads import Head
from bot.understanding.model import prepared, set_aside
from bot.understanding.ontology import INTENTS
from bot.understanding.weights import (
    FOLDER,
    SENTENCES,
    SENTENCES_HEAD,
    TRANSFORMER,
    TRANSFORMER_HEAD,
    kept_layers,
    kept_sentences,
    sentences,
    transformer,
)

ROOT = Path(__file__).resolve().parent.parent


def tune(examples: list[Example], folder: Path, which: set[str]) -> None:
    """Tune on the examples that are not set aside and write the weights."""
    ready = [(prepared(one.text), INTENTS.index(one.intent)) for one in examples]
    learnt = [one for one in ready if not set_aside(one[0])]
    texts, labels = [text for text, _ in learnt], [label for _, label in learnt]
    folder.mkdir(parents=True, exist_ok=True)
    if "sentences" in which:
        from bot.understanding import tuning_sentences

        sys.stderr.write(f"Tuning the convolutional encoder on {len(learnt)} examples\n")
        np.savez(folder / SENTENCES, **kept_sentences(tuning_sentences.tune(texts, labels, len(INTENTS))))
        sys.stderr.write("Fitting its head\n")
        head = Head.fit(sentences(folder, threads=2).vectors(texts), labels)
        np.savez(folder / SENTENCES_HEAD, **head.kept())
    if "transformer" in which:
        from bot.understanding import tuning_transformer

        sys.stderr.write(f"Tuning the transformer on {len(learnt)} examples\n")
        np.savez(folder / TRANSFORMER, **kept_layers(tuning_transformer.tune(texts, labels, len(INTENTS))))
        sys.stderr.write("Fitting its head on what the engine makes of the examples\n")
        head = Head.fit(transformer(folder).vectors(texts), labels)
        np.savez(folder / TRANSFORMER_HEAD, **head.kept())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.tune", description="Tune the encoders.")
    parser.add_argument("--only", choices=("sentences", "transformer"), help="tune one of them")
    given = parser.parse_args()
    hush()
    tune(read_examples(ROOT / "nlu_data"), FOLDER, {given.only} if given.only else {"sentences", "transformer"})


if __name__ == "__main__":
    main()
