"""The wording rules of all languages, read once from their YAML files and made ready to search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from compliance.keywords.literals import required
from compliance.keywords.patterns import compile_pattern, fold_pattern
from compliance.wording.verdict import CATEGORIES
from core.errors import Invalid
from core.languages import LANGUAGES

_KEYS = frozenset(
    {
        "id",
        "category",
        "find",
        "find_negative",
        "denial",
        "contexts",
        "unless",
        "plain",
        "unless_text",
        "with_text",
        "allowed_if",
        "only_if",
    }
)
FACTS = frozenset(
    {
        "verified",
        "unverified",
        "fees_in_contract",
        "settlement_authorised",
        "offer_end",
        "time_barred",
        "servicemember",
        "validation_period",
        "suit_authorised",
        "judgment",
        "seizure_authorised",
        "person_writes",
    }
)


@dataclass(frozen=True)
class Sought:
    """A pattern, the letters without which it cannot be found, and whether its own words deny something."""

    pattern: re.Pattern[str]
    letters: tuple[str, ...]
    negative: bool

    def may_be_in(self, text: str) -> bool:
        """A quick look: False when the pattern is certainly not in a text."""
        return not self.letters or any(letters in text for letters in self.letters)


@dataclass(frozen=True)
class Rule:
    """A way of saying what may not be said.

    It speaks for each sentence in which one of `find` stands, unless a denial reaches the place (`denial`), the sentence is one of the permitted contexts (`contexts`, `unless`), the text as a whole speaks against it
    (`unless_text`, `with_text`), or the facts allow it (`allowed_if`) or do not ask for it (`only_if`). One that is `plain` can mean
    nothing else: it stands whatever the text sounds like.
    """

    id: str
    category: str
    find: tuple[Sought, ...]
    denial: bool
    contexts: bool
    plain: bool
    unless: re.Pattern[str] | None
    unless_text: re.Pattern[str] | None
    with_text: re.Pattern[str] | None
    allowed_if: frozenset[str]
    only_if: frozenset[str]


@dataclass(frozen=True)
class Denial:
    """How a language denies: the words, what before or after them makes them something else, and how far they reach.

    `hostage` finds a denial that hangs on payment ("pay today and we won't call your mother"): it denies nothing.
    """

    words: re.Pattern[str]
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    hostage: re.Pattern[str]
    reach: int


@dataclass(frozen=True)
class Opposite:
    """What says the opposite of a category: it is not heard in a text that does, unless a condition stands there."""

    said: re.Pattern[str]
    unless: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        """Whether the folded text says so without a condition."""
        return bool(self.said.search(text)) and not self.unless.search(text)


@dataclass(frozen=True)
class Explanation:
    """Why a category is barred, and what may be said instead."""

    why: str
    instead: str


@dataclass(frozen=True)
class Language:
    """The rules of one language (for zh-Hant: its own beside those of zh-Hans, folded into one script)."""

    tag: str
    rules: tuple[Rule, ...]
    denial: Denial
    contexts: tuple[re.Pattern[str], ...]
    opposites: Mapping[str, Opposite]
    explanations: Mapping[str, Explanation]


def _folded_words(source: Mapping[str, Any], where: str) -> dict[str, Sequence[str]]:
    """The word lists of a file: each a text of alternatives between bars, on as many lines as it needs."""
    words: dict[str, Sequence[str]] = {}
    for name, value in source.items():
        if not isinstance(value, str):
            raise Invalid(
                f"{where}.{name}", "is not a text", remedy="Write the words with bars between them."
            )
        words[name] = [fold_pattern(re.sub(r"\s*\|\s*", "|", " ".join(value.split())))]
    return words


def _facts(entry: Mapping[str, Any], key: str, where: str) -> frozenset[str]:
    named = frozenset(entry.get(key, ()))
    if not named <= FACTS:
        raise Invalid(
            f"{where}.{key}", f"{sorted(named - FACTS)} are not facts", remedy=f"Use {sorted(FACTS)}."
        )
    return named


def build_rule(entry: Mapping[str, Any], words: Mapping[str, Sequence[str]]) -> Rule:
    """Make one rule of its YAML entry; raises `Invalid` naming the rule and what is wrong with it."""
    where = str(entry.get("id", "a rule without id"))
    unknown = set(entry) - _KEYS
    if unknown or entry.get("category") not in CATEGORIES or not entry.get("find"):
        raise Invalid(where, f"lacks find or a known category, or has unknown keys {sorted(unknown)}")

    def optional(key: str) -> re.Pattern[str] | None:
        return compile_pattern(entry[key], words, where=f"{where}.{key}") if key in entry else None

    def sought(key: str) -> list[Sought]:
        patterns = [compile_pattern(text, words, where=f"{where}.{key}") for text in entry.get(key, ())]
        return [Sought(each, tuple(sorted(required(each))), key == "find_negative") for each in patterns]

    return Rule(
        id=where,
        category=entry["category"],
        find=(*sought("find"), *sought("find_negative")),
        denial=bool(entry.get("denial", True)),
        plain=bool(entry.get("plain", False)),
        contexts=bool(entry.get("contexts", True)),
        unless=optional("unless"),
        unless_text=optional("unless_text"),
        with_text=optional("with_text"),
        allowed_if=_facts(entry, "allowed_if", where),
        only_if=_facts(entry, "only_if", where),
    )


def _denial(source: Mapping[str, Any], words: Mapping[str, Sequence[str]], where: str) -> Denial:
    patterns = {
        key: compile_pattern(source[key], words, where=f"{where}.denial.{key}")
        for key in ("words", "not_after", "not_before", "hostage")
    }
    return Denial(reach=int(source["reach"]), **patterns)


def _opposites(
    source: Mapping[str, Any], words: Mapping[str, Sequence[str]], where: str
) -> dict[str, Opposite]:
    unknown = set(source) - CATEGORIES
    if unknown:
        raise Invalid(f"{where}.opposites", f"{sorted(unknown)} are no categories")
    return {
        category: Opposite(
            *(compile_pattern(entry[key], words, where=f"{where}.opposites") for key in ("said", "unless"))
        )
        for category, entry in source.items()
    }


def build_language(tag: str, sources: Iterable[Mapping[str, Any]]) -> Language:
    """Make a language of its own file and, before it, those it builds on; raises `Invalid` where one is wrong."""
    words: dict[str, Sequence[str]] = {}
    rules: dict[str, Rule] = {}
    contexts: list[re.Pattern[str]] = []
    explanations: dict[str, Explanation] = {}
    opposites: dict[str, Opposite] = {}
    denial: Denial | None = None
    for source in sources:
        for name, items in _folded_words(source.get("words", {}), f"{tag}.words").items():
            words[name] = [*words.get(name, ()), *items]
    for source in sources:
        rules |= {rule.id: rule for rule in (build_rule(entry, words) for entry in source.get("rules", ()))}
        contexts += [
            compile_pattern(item, words, where=f"{tag}.contexts") for item in source.get("contexts", ())
        ]
        opposites |= _opposites(source.get("opposites", {}), words, tag)
        denial = _denial(source["denial"], words, tag) if "denial" in source else denial
        explanations |= {name: Explanation(**item) for name, item in source.get("categories", {}).items()}
    missing = CATEGORIES - set(explanations)
    if denial is None or missing:
        raise Invalid(tag, f"says nothing of denial or of {sorted(missing)}")
    return Language(tag, tuple(rules.values()), denial, tuple(contexts), opposites, explanations)


def read(name: str) -> Any:
    """A YAML file of this folder, parsed."""
    return yaml.safe_load(files("compliance.wording").joinpath(name).read_text(encoding="utf-8"))


@cache
def language(tag: str) -> Language:
    """The rules of one of the languages we speak, from the files shipped beside this module."""
    own = read(f"{tag}.yaml")
    base = own.get("builds_on")
    return build_language(tag, [read(f"{base}.yaml"), own] if base else [own])


@cache
def sources() -> Mapping[str, Mapping[str, str]]:
    """For each category, the text of law or rule behind it, by country; `default` where none is listed."""
    table: Mapping[str, Mapping[str, str]] = read("sources.yaml")
    missing = CATEGORIES - set(table)
    if missing:
        raise Invalid("sources.yaml", f"names no source for {sorted(missing)}")
    return table


def reference(category: str, jurisdiction: str) -> str:
    """The source for a category where the borrower is: `US-NYC`, then `US`, then the default."""
    table = sources()[category]
    return table.get(jurisdiction) or table.get(jurisdiction.split("-")[0]) or table["default"]


def all_languages() -> tuple[Language, ...]:
    """Every language we speak, ready to search."""
    return tuple(language(tag) for tag in LANGUAGES)
