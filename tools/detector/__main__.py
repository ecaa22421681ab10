"""Train the wording guard's detector: `python -m tools.detector` from the repository's root.

Half an hour on two cores, so its result in `compliance/wording/detector/` is kept with the code. Run it again after the
examples or the rules have changed much. The numbers are made in the environment of `make tune` (`bot.tune_wording`); what
is said of unseen texts is measured by readers that had not learnt from them (`tools.detector.examples.ASKED`).
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
from typing import Any

import numpy as np

from compliance.keywords.folding import fold
from compliance.wording.account import read_account
from compliance.wording.detector import FINE
from compliance.wording.detector.text import apart, prepared
from compliance.wording.judging import by_rules, languages_of
from tools.detector.examples import ASKED, NEVER, ROOT, Example, cases, catalogue, joined, read_examples
from tools.detector.fitting import UNVERIFIED, Asked, Spoken, classes, fit, report, rule_worth
from tools.setup.places import TUNER

TARGET = ROOT / "compliance" / "wording" / "detector"


def spoken(example: Example) -> Spoken:
    """What the rules say of an example, of an account of which nothing is known but that it is the borrower's."""
    folded = fold(example.text).text
    tags = languages_of(example.text, folded, example.language)
    said = by_rules(folded, tags, read_account({}, verified_party=True))
    return Spoken(said.hits, len(folded), said.taken_back)


def reveals(example: Example) -> int:
    """Whether an example reveals a debt: 1 yes, 0 no, -1 nobody can say."""
    folded = fold(example.text).text
    tags = languages_of(example.text, folded, example.language)
    hits = by_rules(folded, tags, read_account({}, verified_party=False)).hits
    if example.name == UNVERIFIED or any(hit.category == UNVERIFIED for hit in hits):
        return 1
    return 0 if example.name == FINE else -1


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.detector")
    parser.add_argument(
        "--on", action="store_true", help="go on from the kept weights: after some hundred new examples"
    )
    parser.add_argument("--scratch", type=Path, help="keep what is made on the way in this folder")
    parser.add_argument("--python", type=Path, default=TUNER / "bin" / "python", help="where PyTorch is")
    parser.add_argument("--measure", action="store_true", help="only measure; write no weights")
    parser.add_argument(
        "--weigh",
        action="store_true",
        help="tune nothing: set the blend anew by the scores that --scratch kept",
    )
    parser.add_argument(
        "--rules",
        action="store_true",
        help="only weigh the rules anew: after they were mended by texts that set the bars",
    )
    given = parser.parse_args()
    if given.weigh and not given.scratch:
        parser.error("--weigh needs the --scratch folder of an earlier run")
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.scratch or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if given.rules:
            put(same_bars(gathered()[0]), keep=not given.measure)
        elif given.weigh:
            weigh(folder, keep=not given.measure)
        else:
            train(folder, given.python, on=given.on, keep=not given.measure)


def gathered() -> tuple[list[Example], list[Example], list[int]]:
    """The examples that may be learnt from; all, with what is made of them, those that nothing learns from last; and which of
    these are asked."""
    read = read_examples()
    known = {prepared(each.text) for each in read}
    learnt, held = ([each for each in some if prepared(each.text) not in known] for some in cases())
    own = [each for each in read if each.writer not in NEVER] + learnt
    held += [each for each in read if each.writer in NEVER]
    # What the asked writers wrote is joined with nothing of the others', who would know half of it then.
    made = joined([each for each in own if each.writer not in ASKED])
    everything = [*own, *made, *catalogue(), *held]
    return own, everything, [place for place, each in enumerate(everything) if each.writer in ASKED]


def weigh(folder: Path, *, keep: bool) -> None:
    """Set the blend anew from what an earlier run's readers said.

    Whoever mended the rules by the asked texts calls for `--rules` instead: rules that know them would be trusted too much.
    """
    own, everything, asked = gathered()
    told = json.loads((folder / "examples.json").read_text(encoding="utf-8"))
    if [told["texts"][at] for at in told["round"]["asked"]] != [
        prepared(everything[at].text) for at in asked
    ]:
        raise SystemExit(f"The scores in {folder} are of other texts than those asked now: train anew.")
    put(weigh_up(folder, own, everything, asked), keep=keep)


def put(blend: dict[str, Any], *, keep: bool) -> None:
    """Write the blend beside the weights that it belongs to."""
    if keep:
        (TARGET / "blend.json").write_text(json.dumps(blend, indent=1) + "\n", encoding="utf-8")


def train(folder: Path, python: Path, *, on: bool, keep: bool) -> None:
    """Make the weights from the examples, and the blend from what texts met that were not learnt from.

    To go `on` from the kept weights asks nothing: they know most texts. The bars stay, the rules are weighed anew.
    """
    own, everything, asked = gathered()
    learnt = sum(each.writer not in NEVER for each in everything)
    told = {
        "texts": [prepared(each.text) for each in everything],
        "labels": [each.label for each in everything],
        "languages": [each.language for each in everything],
        "times": [each.times for each in everything],
        "reveals": [reveals(each) for each in everything],
        "sentences": [
            (apart(each.text) or [prepared(each.text)]) if each.writer in ASKED else [] for each in everything
        ],
        "classes": classes(),
        "learnt": learnt,
        "round": {} if on else {"known": sorted({*range(len(everything))} - {*asked}), "asked": asked},
    }
    (folder / "examples.json").write_text(json.dumps(told), encoding="utf-8")
    command = [str(python), "-m", "bot.tune_wording", str(folder / "examples.json"), str(folder)]
    command += [*(["--keep"] if keep else []), *(["--on", str(TARGET)] if on else [])]
    subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603 (our own)
    blend = same_bars(own) if on else weigh_up(folder, own, everything, asked)
    if keep:
        for name in ("weights.npz", "transformer.onnx"):
            shutil.copyfile(folder / name, TARGET / name)
    put(blend, keep=keep)


def same_bars(own: Sequence[Example]) -> dict[str, Any]:
    """The kept blend, with what each rule is worth by the examples of now."""
    blend: dict[str, Any] = json.loads((TARGET / "blend.json").read_text(encoding="utf-8"))
    worth = rule_worth(own, [spoken(each) for each in own])
    return {**blend, "rules": {rule: round(value, 3) for rule, value in sorted(worth.items())}}


def weigh_up(
    folder: Path, own: Sequence[Example], everything: Sequence[Example], places: Sequence[int]
) -> dict[str, Any]:
    """The blend that the asked examples' scores call for; prints what they meet under it.

    What nothing learns from is judged by what the kept readers say of it, the rest by what those of the round do. The rules'
    worth that it is weighed with is told by the others alone; the one that is kept, by all.
    """
    asked = [everything[place] for place in places]
    with np.load(folder / "scores.npz") as scored:
        found = {name: scored[name] for name in scored.files}
    if (folder / "kept_scores.npz").exists():
        never = [at for at, each in enumerate(asked) if each.writer in NEVER]
        with np.load(folder / "kept_scores.npz") as scored:
            for name in found:
                found[name][..., never, :] = scored[name]
    told = Asked(
        asked,
        found["scores"],
        found["words"][:, 0],
        found["reveals"][:, 0],
        found["apart"],
        [spoken(each) for each in asked],
    )
    others = [each for each in own if each.writer not in ASKED]
    blend, sums = fit(told, rule_worth(others, [spoken(each) for each in others]))
    sys.stdout.write("\n".join(report(told, blend, sums)) + "\n")
    worth = rule_worth(own, [spoken(each) for each in own])
    return {**blend, "rules": {rule: round(value, 3) for rule, value in sorted(worth.items())}}


if __name__ == "__main__":
    main()
