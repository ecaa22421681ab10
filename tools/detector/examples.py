"""The examples that the detector learns from, and what is made of them for training."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterable, Mapping
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
FOLDS = 4
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


@dataclass(frozen=True)
class Example:
    """One text of a language and its class; `kind` says where it comes from. It belongs to `folds`, mostly one."""

    language: str
    text: str
    name: str
    kind: str
    folds: tuple[int, ...]

    @property
    def label(self) -> int:
        return CLASSES.index(self.name)


def read_examples(folder: Path = FOLDER) -> list[Example]:
    """Every example of every language, each text once; what is in a language's catalogue is harmless too."""
    found: dict[str, Example] = {}
    for language in LANGUAGES:
        for path in sorted(folder.glob(f"{language}.*yaml")):
            source: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
            for name, items in (source.get("bad") or {}).items():
                _add(found, language, items or (), name, name)
            for kind, items in (source.get("good") or {}).items():
                _add(found, language, items or (), FINE, kind)
    return list(found.values())


def _add(found: dict[str, Example], language: str, items: Iterable[str], name: str, kind: str) -> None:
    for text in items:
        key = prepared(text)
        found.setdefault(key, Example(language, text, name, kind, (fold_of(key),)))


def open_cases(folder: Path = CASES) -> list[Example]:
    """The cases of the wording tests that may be learnt from, without those that hang on facts.

    Every second of the first lists, the rest of which stays held out; the later and the fresh ones, once a measure.
    """
    found: dict[str, Example] = {}
    for language in LANGUAGES:
        first = yaml.safe_load((folder / f"{language}.yml").read_text(encoding="utf-8"))
        fresh = yaml.safe_load((folder / "fresh" / f"{language}.yml").read_text(encoding="utf-8"))
        for source, every in ((first, 2), (first["later"], 1), (fresh, 1)):
            for name, items in [*source["bad"].items(), (FINE, source["good"])]:
                chosen = [each for each in items[::every] if _without_facts(each)]
                texts = [each if isinstance(each, str) else each["text"] for each in chosen]
                _add(found, language, texts, name, "case")
    return list(found.values())


def _without_facts(case: str | Mapping[str, Any]) -> bool:
    return isinstance(case, str) or not case.get("facts")


def fold_of(key: str) -> int:
    """Which fold a prepared text belongs to: told by its spelling, so that it stays when others come and go."""
    return zlib.crc32(key.encode()) % FOLDS


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
            folds = tuple(sorted({*first.folds, *second.folds}))
            if len(folds) > 1:  # one fold's own would be asked, and says nothing new
                made.append(Example(language, text, first.name, "joined", folds))
    return made


def catalogue(languages: Iterable[str] = LANGUAGES) -> list[Example]:
    """What the assistant says, as it stands in the catalogue: lawful, and learnt from whatever is asked."""
    return [
        Example(language, _PLACEHOLDER.sub(_filled, text), FINE, "catalogue", ())
        for language in languages
        for key, text in catalogue_texts(language).items()
        if not key.startswith("envelope.")
    ]


def _filled(found: re.Match[str]) -> str:
    return _VALUES.get(found.group(1), "$842.50")
