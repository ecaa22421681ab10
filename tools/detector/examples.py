"""The examples that the detector learns from, and what is made of them for training."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from catalogue.rendering import texts as catalogue_texts
from compliance.wording.detector import CLASSES, FINE
from compliance.wording.detector.text import prepared
from core.languages import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "compliance" / "wording" / "examples"
CASES = ROOT / "tests" / "compliance" / "wording" / "cases"
# For each hundred examples, so many more are made by joining two of one language.
JOINED = 35
_PLACEHOLDER = re.compile(r"\{(\w+)[^{}]*\}")
_VALUES = {
    "day": "2026-05-22",
    "last": "2026-05-22",
    "phone": "+1 555 010 0199",
    "name": "Grace",
    "lender": "Northwind",
}


# Who wrote apart from the rules, by the middle of their files' names: their texts are what the guard will meet, and count as much more.
APART = (
    "exam",
    "tempers",
    "short",
    "talk",
    "talk2",
    "talk3",
    "talk4",
    "talk5",
    "talk6",
    "talk7",
    "talk8",
    "case",
)
TIMES = 2
# The latest of them, and the cases that nothing learns from: asked while unknown, to set what only such numbers can set. `NEVER`
# are those that the kept readers do not learn from either, so that these are asked themselves.
HELD = "held out"
NEVER = ("talk9", HELD)
ASKED = ("talk5", "talk6", "talk7", "talk8", *NEVER)


@dataclass(frozen=True)
class Example:
    """One text of a language and its class; `writer` says whose it is, or what made it."""

    language: str
    text: str
    name: str
    writer: str

    @property
    def times(self) -> int:
        """How often the transformer is shown it in a pass: not at all where it was made of others, which tuning does itself."""
        if self.writer == "joined":
            return 0
        return TIMES if self.writer in APART else 1

    @property
    def label(self) -> int:
        return CLASSES.index(self.name)


def read_examples(folder: Path = FOLDER) -> list[Example]:
    """Every example of every language, each text once; what is in a language's catalogue is harmless too."""
    found: dict[str, Example] = {}
    for language in LANGUAGES:
        for path in sorted(folder.glob(f"{language}.*yaml")):
            source: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
            writer = path.name.removeprefix(language).removesuffix("yaml").strip(".") or "first"
            for name, items in (source.get("bad") or {}).items():
                _add(found, language, items or (), name, writer)
            for items in (source.get("good") or {}).values():
                _add(found, language, items or (), FINE, writer)
    return list(found.values())


def _add(found: dict[str, Example], language: str, items: Iterable[str], name: str, writer: str) -> None:
    for text in items:
        found.setdefault(prepared(text), Example(language, text, name, writer))


def cases(folder: Path = CASES) -> tuple[list[Example], list[Example]]:
    """The cases of the wording tests, without those that hang on facts: what may be learnt from, and what is only asked.

    Every second of the first lists stays held out; the later and the fresh ones were, till they had measured once.
    """
    learnt: dict[str, Example] = {}
    held: dict[str, Example] = {}
    for language in LANGUAGES:
        first = yaml.safe_load((folder / f"{language}.yml").read_text(encoding="utf-8"))
        fresh = yaml.safe_load((folder / "fresh" / f"{language}.yml").read_text(encoding="utf-8"))
        for source, every in ((first, 2), (first["later"], 1), (fresh, 1)):
            for name, items in [*source["bad"].items(), (FINE, source["good"])]:
                _add(learnt, language, _plain(items[::every]), name, "case")
                if every > 1:
                    _add(held, language, _plain(items[1::every]), name, HELD)
    return list(learnt.values()), [each for key, each in held.items() if key not in learnt]


def _plain(items: Sequence[str | Mapping[str, Any]]) -> list[str]:
    """The texts of those cases that hang on no facts."""
    return [each if isinstance(each, str) else each["text"] for each in items if _without_facts(each)]


def _without_facts(case: str | Mapping[str, Any]) -> bool:
    return isinstance(case, str) or not case.get("facts")


def joined(examples: list[Example]) -> list[Example]:
    """More examples of two in a row: whatever stands beside it, the barred half makes the whole barred."""
    chosen = random.Random(7)  # noqa: S311 (which texts are joined is no secret)
    made = []
    for language in LANGUAGES:
        own = [each for each in examples if each.language == language]
        fine = [each for each in own if each.name == FINE and len(each.text) < 160]
        if not fine:
            continue
        for first in own:
            if chosen.random() * 100 >= JOINED or len(first.text) > 160:
                continue
            second = chosen.choice(fine)
            pair = (first, second) if chosen.random() < 0.5 else (second, first)
            text = ("" if language.startswith("zh") else " ").join(each.text for each in pair)
            made.append(Example(language, text, first.name, "joined"))
    return made


def catalogue(languages: Iterable[str] = LANGUAGES) -> list[Example]:
    """What the assistant says, as it stands in the catalogue: lawful, and learnt from whatever is asked."""
    return [
        Example(language, _PLACEHOLDER.sub(_filled, text), FINE, "catalogue")
        for language in languages
        for key, text in catalogue_texts(language).items()
        if not key.startswith("envelope.")
    ]


def _filled(found: re.Match[str]) -> str:
    return _VALUES.get(found.group(1), "$842.50")
