"""Reads the case files and scores the guard on them.

Every second case of the first lists is held out: it is scored but never read while rules are widened. The later
lists are harder and measure how far the rules reach beyond what they were written for. The fresh ones were first
judged before anybody learnt of them; no reader is trained on them, only the bars are set with them. For people:
`python -m tests.compliance.wording.scoring en` lists what went wrong, except among the held-out cases.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

from compliance.wording import Verdict, judge

CASES = Path(__file__).parent / "cases"
type Half = Literal["open", "held_out", "later", "fresh"]
HALVES: tuple[Half, ...] = ("open", "held_out")
LATER: tuple[Half, ...] = ("later",)
FRESH: tuple[Half, ...] = ("fresh",)


@dataclass(frozen=True)
class Case:
    """One text and what is to be said of it; `category` is None for a text that may be sent."""

    language: str
    jurisdiction: str
    category: str | None
    text: str
    facts: dict[str, Any]
    verified: bool
    half: Half

    def judged(self) -> Verdict:
        return judge(
            self.text,
            lang=self.language,
            jurisdiction=self.jurisdiction,
            verified_party=self.verified,
            facts=self.facts,
        )


@dataclass
class Score:
    """Shares of one half of one language's cases; what went wrong is told of the open half only."""

    bad: int = 0
    blocked: int = 0
    rightly_named: int = 0
    good: int = 0
    good_blocked: int = 0
    wrong: list[str] = field(default_factory=list)


def cases(language: str) -> list[Case]:
    """All cases of a language's file."""
    source = yaml.safe_load((CASES / f"{language}.yml").read_text(encoding="utf-8"))
    fresh = yaml.safe_load((CASES / "fresh" / f"{language}.yml").read_text(encoding="utf-8"))
    found: list[Case] = []
    for listed, halves in ((source, HALVES), (source["later"], LATER), (fresh, FRESH)):
        for category, items in [*listed["bad"].items(), (None, listed["good"])]:
            found += _listed(language, source["jurisdiction"], category, items, halves)
    return found


def _listed(
    language: str, jurisdiction: str, category: str | None, items: list[Any], halves: tuple[Half, ...]
) -> Iterator[Case]:
    for place, item in enumerate(items):
        given: dict[str, Any] = {"text": item} if isinstance(item, str) else item
        half = halves[place % len(halves)]
        facts, verified = given.get("facts", {}), given.get("verified", True)
        yield Case(language, jurisdiction, category, given["text"], facts, verified, half)


def score(language: str, half: Half) -> Score:
    """Judge one half of a language's cases."""
    result = Score()
    for case in cases(language):
        if case.half != half:
            continue
        verdict = case.judged()
        if case.category is None:
            result.good += 1
            result.good_blocked += verdict.verdict == "block"
            if verdict.verdict == "block" and half != "held_out":
                result.wrong.append(f"blocked as {verdict.violations}: {case.text}")
            continue
        result.bad += 1
        result.blocked += verdict.verdict == "block"
        result.rightly_named += case.category in verdict.violations
        if case.category not in verdict.violations and half != "held_out":
            result.wrong.append(f"{case.category} taken for {verdict.violations}: {case.text}")
    return result


def main() -> None:
    """Print both scores of the languages named, and what went wrong in the open half."""
    for language in sys.argv[1:]:
        for half in (*HALVES, *LATER, *FRESH):
            found = score(language, half)
            lines = [
                f"{language} {half}: blocked {found.blocked}/{found.bad}, rightly named {found.rightly_named}, "
                f"good ones blocked {found.good_blocked}/{found.good}",
                *found.wrong,
            ]
            sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
