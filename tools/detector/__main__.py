"""Train the wording guard's detector: `python -m tools.detector` from the repository's root.

Minutes on two cores, so its result, some four megabytes in `compliance/wording/detector/`, is kept with the code. Run it
again after the examples or the rules have changed much. The numbers are made by TensorFlow in the assistant's
environment (`bot.tune_wording`); what is said of unseen texts is measured on folds that were not learnt from.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from compliance.keywords.folding import fold
from compliance.wording.account import read_account
from compliance.wording.detector import FINE
from compliance.wording.detector.text import prepared
from compliance.wording.judging import languages_of, rule_hits
from tools.detector.examples import FOLDS, ROOT, Example, catalogue, joined, open_cases, read_examples
from tools.detector.fitting import UNVERIFIED, Asked, classes, fit, report

TARGET = ROOT / "compliance" / "wording" / "detector"
PYTHON = ROOT / ".venv-bot" / "bin" / "python"


def rules_in(example: Example, *, verified: bool) -> list[str]:
    """The ids of the rules that speak in an example, of an account of which nothing is known."""
    folded = fold(example.text).text
    hits = rule_hits(
        folded,
        languages_of(example.text, folded, example.language),
        read_account({}, verified_party=verified),
    )
    return [hit.rule for hit in hits if verified or hit.category == UNVERIFIED]


def reveals(example: Example) -> int:
    """Whether an example reveals a debt: 1 yes, 0 no, -1 nobody can say."""
    if example.name == UNVERIFIED or rules_in(example, verified=False):
        return 1
    return 0 if example.name == FINE else -1


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.detector")
    parser.add_argument("--folds", type=int, default=FOLDS, help="ask so many of the folds")
    parser.add_argument("--scratch", type=Path, help="keep what is made on the way in this folder")
    parser.add_argument("--measure", action="store_true", help="only measure; write no weights")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.scratch or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        train(folder, list(range(given.folds)), keep=not given.measure)


def train(folder: Path, ask: Sequence[int], *, keep: bool) -> None:
    """Make the weights from the examples, and the blend from what the asked folds' examples met."""
    own = read_examples()
    known = {prepared(each.text) for each in own}
    own += [each for each in open_cases() if prepared(each.text) not in known]
    everything = [*own, *joined(own), *catalogue()]
    told = {
        "texts": [prepared(each.text) for each in everything],
        "labels": [each.label for each in everything],
        "reveals": [reveals(each) for each in everything],
        "folds": [each.folds for each in everything],
        "classes": classes(),
        "ask": list(ask),
    }
    (folder / "examples.json").write_text(json.dumps(told), encoding="utf-8")
    command = [str(PYTHON), "-m", "bot.tune_wording", str(folder / "examples.json"), str(folder)]
    subprocess.run([*command, *(["--keep"] if keep else [])], check=True, cwd=ROOT)  # noqa: S603 (our own)
    with np.load(folder / "scores.npz") as kept:
        at = [place for place, each in enumerate(own) if each.folds[0] in ask]
        asked = Asked(
            [own[place] for place in at],
            kept["scores"][:, at],
            kept["reveals"][at],
            [rules_in(own[place], verified=True) for place in at],
        )
    blend, sums = fit(asked)
    sys.stdout.write("\n".join(report(asked, blend, sums)) + "\n")
    if keep:
        shutil.copyfile(folder / "weights.npz", TARGET / "weights.npz")
        (TARGET / "blend.json").write_text(json.dumps(blend, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
