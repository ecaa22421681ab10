"""Learn the heads of the tuned encoders anew from examples that the encoders have not seen: `.venv-bot/bin/python -m bot.refit`.

A tuned encoder with its head has learnt its examples nearly by heart, so that new ones among fifty thousand hardly move
what a linear head says. Here each example of the files named (`midway` where none is) counts `LEANS` times and the
encoders stay as they are: minutes on two cores, no PyTorch. Examples set aside to set the confidences are not learnt
from. Afterwards `make train`, `make bench-nlu`; commit the weights with their figures (docs/decisions/nlu-pipeline.md).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from bot.understanding import weights
from bot.understanding.examples import Example, read_examples
from bot.understanding.model import prepared, set_aside
from bot.understanding.ontology import INTENTS

DATA = Path(__file__).resolve().parent.parent / "nlu_data"
LEANS = 4.0
BATCH = 64


def refit(examples: list[Example], newer: set[Example], folder: Path) -> None:
    """Write both heads, learnt on from those in `weights.FOLDER`, to `folder`."""
    learnt = [one for one in examples if not set_aside(prepared(one.text))]
    texts = [prepared(one.text) for one in learnt]
    labels = np.asarray([INTENTS.index(one.intent) for one in learnt])
    counts = np.asarray([LEANS if one in newer else 1.0 for one in learnt])
    for name, encoder in (
        (weights.TRANSFORMER_HEAD, weights.transformer()),
        (weights.SENTENCES_HEAD, weights.sentences()),
    ):
        sys.stderr.write(f"  {name}: {len(texts)} examples, {int((counts > 1).sum())} of them new\n")
        batches = [encoder.vectors(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)]
        head = weights.head(name).refitted(np.concatenate(batches), labels, counts)
        np.savez(folder / name, **head.kept())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.refit", description="Learn the encoders' heads anew.")
    parser.add_argument("newer", nargs="*", default=["midway"], help="files of nlu_data/<language>/ to lean on")
    names = set(parser.parse_args().newer)
    examples = read_examples(DATA)
    newer = {one for name in names for one in read_examples(DATA, f"*/{name}.yml")}
    if not newer:
        raise SystemExit(f"No examples in nlu_data/*/{', '.join(sorted(names))}.yml: name files that are there.")
    refit(examples, newer, weights.FOLDER)


if __name__ == "__main__":
    main()
