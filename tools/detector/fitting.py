"""Sets what only numbers that nobody has seen can set: how much readers and rules count, and the bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from compliance.wording.detector import CLASSES, FINE
from compliance.wording.detector.model import Heard, shares
from compliance.wording.weighing import Hit
from core.languages import LANGUAGES
from tools.detector.examples import Example

type Array = npt.NDArray[np.float32]
type Numbers = npt.NDArray[np.float64]

UNVERIFIED = "premature_disclosure"
# Harmless texts that may be blocked, as a share of the unseen ones that were written apart from the rules.
BLOCKED_AT_MOST = 0.03
APART = ("exam", "tempers", "case")  # kinds
# What is taken for granted of a rule before it was seen to speak: so many times rightly, so many wrongly.
RIGHTLY, WRONGLY = 4.0, 1.0
WORTH_AT_MOST = 5.0
_FREE = frozenset({UNVERIFIED})
_WEIGHED = ("odds", "words", "rule", "taken_back")


@dataclass(frozen=True)
class Spoken:
    """The rules that speak in an example: where, and in how long a text."""

    hits: Sequence[Hit]
    length: int
    taken_back: bool

    @property
    def rules(self) -> list[str]:
        return [hit.rule for hit in self.hits]


@dataclass(frozen=True)
class Asked:
    """The examples asked while unknown: the readers' scores, and the rules that spoke."""

    examples: Sequence[Example]
    scores: Array  # reader of categories, example, class
    words: Array
    reveals: Array
    spoken: Sequence[Spoken]


def fit(
    asked: Asked, rules: Mapping[str, float], languages: Sequence[str] = LANGUAGES
) -> tuple[dict[str, Any], Numbers]:
    """The blend for `compliance.wording.detector.model.Blend`, and each asked example's weight under it.

    `rules` is what each rule is worth (`rule_worth`). One set of weights holds for all languages; a bar each.
    """
    judged = np.asarray([each.name != UNVERIFIED for each in asked.examples], dtype=np.bool_)
    bad = np.asarray([each.name != FINE for each in asked.examples], dtype=np.bool_)
    readers = _readers(asked, judged)
    rows = shares(asked.scores[0], asked.scores[1], readers)
    odds = np.asarray([Heard(row, 0.0).odds(_FREE) for row in rows])
    unknown = _worth(0, 0)
    worth = np.asarray(
        [max((rules.get(rule, unknown) for rule in each.rules), default=0.0) for each in asked.spoken]
    )
    back = np.asarray([each.taken_back for each in asked.spoken], dtype=np.float64)
    features = np.stack([odds, asked.words, worth, back], axis=1)
    weights = _logistic(features[judged], bad[judged])
    sums: Numbers = features @ weights[:-1]
    tongue = np.asarray([each.language for each in asked.examples])
    kinds = np.asarray([each.kind for each in asked.examples])
    fine = judged & ~bad
    bars = _bars(sums[fine], tongue[fine], kinds[fine], languages)
    blend = {
        "readers": [round(part, 4) for part in readers],
        **{name: round(float(weight), 4) for name, weight in zip(_WEIGHED, weights, strict=False)},
        "bar": {language: round(bars[language], 4) for language in languages},
        "reveals": round(_reveals(asked), 4),
        "rules": {rule: round(value, 3) for rule, value in sorted(rules.items())},
        "unknown_rule": round(unknown, 3),
    }
    return blend, sums


def _bars(
    sums: Numbers, tongue: npt.NDArray[np.str_], kinds: npt.NDArray[np.str_], languages: Sequence[str]
) -> dict[str, float]:
    """For each language the weight that `BLOCKED_AT_MOST` of the harmless texts written apart from the rules pass.

    Our own harmless examples are nearer to something barred than what agents write; of those who wrote apart, each
    counts alike. A few hundred texts say little of so small a share: each bar lies half way to that of all languages.
    """

    def bar(there: npt.NDArray[np.bool_]) -> float:
        return _bar([sums[(kinds == kind) & there] for kind in APART])

    together = bar(np.ones(len(sums), dtype=np.bool_))
    return {language: (bar(tongue == language) + together) / 2 for language in languages}


def _bar(writers: Sequence[Numbers]) -> float:
    """The lowest weight that few enough of the writers' harmless texts pass, a mean of their shares."""
    there = [each for each in writers if len(each)]
    for bar in np.sort(np.concatenate([*there, np.zeros(1)])):
        if np.mean([np.mean(each > bar) for each in there] or [0.0]) <= BLOCKED_AT_MOST:
            return float(bar)
    raise AssertionError("nothing is above the highest")


def rule_worth(examples: Sequence[Example], spoken: Sequence[Spoken]) -> dict[str, float]:
    """How much likelier each rule speaks in a barred text than in a harmless one: the logarithm."""
    rightly: dict[str, int] = {}
    wrongly: dict[str, int] = {}
    for example, said in zip(examples, spoken, strict=True):
        if example.name == UNVERIFIED:
            continue
        told = wrongly if example.name == FINE else rightly
        for rule in set(said.rules):
            told[rule] = told.get(rule, 0) + 1
    return {rule: _worth(rightly.get(rule, 0), wrongly.get(rule, 0)) for rule in {*rightly, *wrongly}}


def _worth(rightly: int, wrongly: int) -> float:
    told = float(np.log((rightly + RIGHTLY) / (wrongly + WRONGLY)))
    return max(-1.0, min(WORTH_AT_MOST, told))


def _readers(asked: Asked, judged: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """The weights under which the readers are least surprised."""
    labels = np.asarray([each.label for each in asked.examples])[judged]
    scores = asked.scores[:, judged]
    best, found = np.inf, (1.0, 1.0)
    for first in (0.4, 0.6, 0.8, 1.0, 1.2, 1.5):
        for second in (0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0):
            rows = shares(scores[0], scores[1], (first, second))
            surprise = float(-np.mean(np.log(rows[np.arange(len(labels)), labels] + 1e-9)))
            if surprise < best:
                best, found = surprise, (first, second)
    return found


def _logistic(features: Numbers, answers: npt.NDArray[np.bool_]) -> Numbers:
    """A logistic regression's weights (Newton's method), the constant last."""
    grown = np.concatenate([features, np.ones((len(features), 1))], axis=1)
    weights = np.zeros(grown.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-np.clip(grown @ weights, -30, 30)))
        slope = grown.T @ (answers - likely) - 1e-3 * weights
        curve = (grown * (likely * (1 - likely))[:, None]).T @ grown + 1e-3 * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _reveals(asked: Asked) -> float:
    """The bar above which a text is taken to reveal a debt: nine in ten that do pass it."""
    told = [float(asked.reveals[at]) for at, each in enumerate(asked.examples) if each.name == UNVERIFIED]
    return float(np.quantile(told, 0.1)) if told else 0.0


def report(asked: Asked, blend: Mapping[str, Any], sums: Numbers) -> list[str]:
    """Lines for people: what unseen texts met, by language."""
    lines = []
    rows = shares(asked.scores[0], asked.scores[1], tuple(blend["readers"]))
    for language, bar in blend["bar"].items():
        own = [
            at
            for at, each in enumerate(asked.examples)
            if each.language == language and each.name != UNVERIFIED
        ]
        bad = [at for at in own if asked.examples[at].name != FINE]
        fine = [at for at in own if asked.examples[at].name == FINE]
        caught = [at for at in bad if sums[at] > bar]
        named = [at for at in caught if Heard(rows[at], 0.0).likeliest(_FREE)[0] == asked.examples[at].name]
        unverified = [
            asked.reveals[at] > blend["reveals"]
            for at, each in enumerate(asked.examples)
            if each.language == language and each.name == UNVERIFIED
        ]
        lines.append(
            f"{language}: {len(bad)} barred, {len(caught) / max(1, len(bad)):.3f} blocked, of them {len(named) / max(1, len(caught)):.3f} rightly named by the "
            f"detector alone; {len(fine)} harmless, {sum(sums[at] > bar for at in fine) / max(1, len(fine)):.3f} blocked; "
            f"{np.mean(unverified or [0]):.3f} of disclosures to the unverified"
        )
    return lines


def classes() -> int:
    """How many classes the readers tell apart."""
    return len(CLASSES)
