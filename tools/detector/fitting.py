"""Sets what only numbers that nobody has seen can set: how much readers and rules count, and the bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from compliance.wording.detector import CLASSES, FINE
from compliance.wording.detector.model import BEYOND, Heard, shares
from compliance.wording.weighing import Hit
from core.languages import LANGUAGES
from tools.detector.examples import HELD, Example

type Array = npt.NDArray[np.float32]
type Numbers = npt.NDArray[np.float64]

UNVERIFIED = "premature_disclosure"
# The aims: shares of barred texts that are missed, and of harmless ones that are blocked. A bar stands as far from one as from the other.
MISSED, BLOCKED = 0.05, 0.04
# What one hand wrote, and another part of it.
SAME_HAND = {"talk7": "talk6", "talk9": "talk8"}
# How much a text counts where readers and rules are weighed: the cases' writer knew the rules' own.
COUNTS = {HELD: 0.3}
# How far below the lowest first look at a text that all readers block a first look settles that a text is harmless:
# some hundred asked ones say little of what is so rare.
LEEWAY = 1.5
# What is taken for granted of a rule before it was seen to speak: so many times rightly, so many wrongly.
RIGHTLY, WRONGLY = 4.0, 1.0
WORTH_AT_MOST = 5.0
# How much transformer and letters may count, and the letters alone.
TRIED = [(one, other) for one in (0.4, 0.6, 0.8, 1.0, 1.2, 1.5) for other in (0.0, 0.5, 1.0, 1.5, 2.0)]
FIRST = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0)
_FREE = frozenset({UNVERIFIED})
_WEIGHED = ("odds", "words", "rule", "taken_back", "apart")


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
    """The examples asked while unknown: the readers' scores, and the rules that spoke; `apart` are those of the sentence
    that sounds most barred."""

    examples: Sequence[Example]
    scores: Array  # transformer's and letters', example, class
    words: Array
    reveals: Array
    apart: Array
    spoken: Sequence[Spoken]


def fit(
    asked: Asked, rules: Mapping[str, float], languages: Sequence[str] = LANGUAGES
) -> tuple[dict[str, Any], Numbers]:
    """The blend for `compliance.wording.detector.model.Blend`, and each asked example's weight under it.

    `rules` is what each rule is worth (`rule_worth`). One set of weights holds for all languages; a bar each.
    """
    judged = np.asarray([each.name != UNVERIFIED for each in asked.examples], dtype=np.bool_)
    bad = np.asarray([each.name != FINE for each in asked.examples], dtype=np.bool_)
    unknown = _worth(0, 0)
    worth = np.asarray(
        [max((rules.get(rule, unknown) for rule in each.rules), default=0.0) for each in asked.spoken]
    )
    back = np.asarray([each.taken_back for each in asked.spoken], dtype=np.float64)
    counts = np.asarray([COUNTS.get(each.writer, 1.0) for each in asked.examples])[judged]

    def features(readers: tuple[float, float]) -> Numbers:
        whole = _odds(asked.scores, readers)
        apart = np.minimum(_odds(asked.apart, readers), whole + BEYOND)
        return np.stack([whole, asked.words, worth, back, apart], axis=1)

    def surprise(readers: tuple[float, float]) -> float:
        """By the categories, and by what is barred when all is weighed."""
        given = features(readers)[judged]
        likely = _likely(given, _logistic(given, bad[judged], counts))
        missed = -np.log(np.where(bad[judged], likely, 1 - likely) + 1e-9)
        barred = float(np.average(missed, weights=counts))
        return barred + _surprise(asked, judged, readers)

    readers = min(TRIED, key=surprise)
    first = min(FIRST, key=lambda weight: _surprise(asked, judged, (0.0, weight)))
    given = features(readers)
    weights = _logistic(given[judged], bad[judged], counts)
    mixed: Numbers = given @ weights[:-1]
    # What passes as a whole is not read sentence by sentence.
    sums: Numbers = np.maximum(mixed, mixed + weights[4] * (given[:, 0] - given[:, 4]))
    tongue = np.asarray([each.language for each in asked.examples])
    hands = np.asarray([SAME_HAND.get(each.writer, each.writer) for each in asked.examples])
    apart = judged & ~np.isin(hands, list(COUNTS))
    bars = _bars(sums[apart], bad[apart], tongue[apart], hands[apart], languages)
    # A first look takes its own odds for those of a sentence.
    glimpsed = _odds(asked.scores, (0.0, first))
    glanced = mixed + weights[0] * (glimpsed - given[:, 0]) + weights[4] * (glimpsed - given[:, 4])
    blocked = judged & bad & (sums > np.asarray([bars[each] for each in tongue])) & (worth == 0)
    blend = {
        "readers": [round(part, 4) for part in readers],
        "first": round(first, 4),
        **{name: round(float(weight), 4) for name, weight in zip(_WEIGHED, weights, strict=False)},
        "bar": {language: round(bars[language], 4) for language in languages},
        "settled": round(float(glanced[blocked].min(initial=0.0)) - LEEWAY, 4),
        "reveals": round(_reveals(asked), 4),
        "rules": {rule: round(value, 3) for rule, value in sorted(rules.items())},
        "unknown_rule": round(unknown, 3),
    }
    return blend, sums


def _odds(scores: Array, readers: tuple[float, float]) -> Numbers:
    """Log-odds of being barred, by what the readers say of the categories."""
    rows = shares(scores[0], scores[1], readers)
    return np.asarray([Heard(row, 0.0).odds(_FREE) for row in rows])


def _bars(
    sums: Numbers,
    bad: npt.NDArray[np.bool_],
    tongue: npt.NDArray[np.str_],
    hands: npt.NDArray[np.str_],
    languages: Sequence[str],
) -> dict[str, float]:
    """For each language the weight that is as far from one aim as from the other, by what the asked hands wrote.

    Each hand counts alike. Some hundred texts say little of so small a share: each bar lies half way to that of all languages.
    """

    def bar(own: npt.NDArray[np.bool_]) -> float:
        there = [own & (hands == hand) for hand in sorted(set(hands[own]))]
        return _bar([(sums[each & bad], sums[each & ~bad]) for each in there])

    together = bar(np.ones(len(sums), dtype=np.bool_))
    return {language: (bar(tongue == language) + together) / 2 for language in languages}


def _bar(hands: Sequence[tuple[Numbers, Numbers]]) -> float:
    """The weight at which the barred texts' share that is missed is as many times its aim as the harmless ones' that is blocked,
    means of the hands': `hands` holds the weights of each one's barred and harmless texts."""
    weights = np.unique(np.concatenate([each for hand in hands for each in hand]))
    middles = (weights[:-1] + weights[1:]) / 2

    def uneven(bar: float) -> float:
        missed = np.mean([np.mean(barred <= bar) for barred, _ in hands])
        blocked = np.mean([np.mean(harmless > bar) for _, harmless in hands])
        return float(abs(missed / MISSED - blocked / BLOCKED))

    return float(min(middles, key=uneven))


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


def _surprise(asked: Asked, judged: npt.NDArray[np.bool_], readers: tuple[float, float]) -> float:
    labels = np.asarray([each.label for each in asked.examples])[judged]
    rows = shares(asked.scores[0, judged], asked.scores[1, judged], readers)
    return float(-np.mean(np.log(rows[np.arange(len(labels)), labels] + 1e-9)))


def _likely(features: Numbers, weights: Numbers) -> Numbers:
    found: Numbers = 1 / (1 + np.exp(-np.clip(features @ weights[:-1] + weights[-1], -30, 30)))
    return found


def _logistic(features: Numbers, answers: npt.NDArray[np.bool_], counts: Numbers) -> Numbers:
    """A logistic regression's weights (Newton's method), the constant last; each example counts so much."""
    grown = np.concatenate([features, np.ones((len(features), 1))], axis=1)
    weights = np.zeros(grown.shape[1])
    for _ in range(30):
        likely = _likely(features, weights)
        slope = grown.T @ (counts * (answers - likely)) - 1e-3 * weights
        curve = (grown * (counts * likely * (1 - likely))[:, None]).T @ grown + 1e-3 * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def _reveals(asked: Asked) -> float:
    """The bar above which a text is taken to reveal a debt: half way from even odds to what nine in ten that do pass."""
    told = [float(asked.reveals[at]) for at, each in enumerate(asked.examples) if each.name == UNVERIFIED]
    return float(np.quantile(told, 0.1)) / 2 if told else 0.0


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
