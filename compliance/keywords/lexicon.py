"""The keyword lists of all languages, read once from their YAML files and made ready to search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from compliance.keywords.folding import fold
from compliance.keywords.patterns import compile_pattern
from core.errors import Invalid

type Kind = Literal["opt_out", "opt_in", "help"]
type Scope = Literal["channel", "all"]

# The order in which a keyword that several languages share is credited to one.
READ = ("en", "es", "zh-Hans", "zh-Hant", "fr")
_KINDS = ("opt_out", "opt_in", "help")
_SCOPES = ("channel", "all")


@dataclass(frozen=True)
class Exact:
    """What a whole message means. `unless`: the conversation languages in which it means something else."""

    kind: Kind
    scope: Scope
    language: str
    wrong_number: bool = False
    unless: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Phrase:
    """What a phrase within a message means, and what around it takes that meaning away."""

    id: str
    kind: Kind
    scope: Scope
    language: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    not_before: re.Pattern[str] | None
    even_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    # Hours told in the same sentence make it a wish about hours, unless the words mean for good.
    hours: re.Pattern[str] | None
    for_good: re.Pattern[str] | None


@dataclass(frozen=True)
class Ways:
    """How channels are called. `plain`: words for what comes on any of them; `everything`: that none is wanted;
    `instead`, `fine`: what stands before and behind the one that is wanted."""

    named: Mapping[str, re.Pattern[str]]
    plain: re.Pattern[str]
    everything: re.Pattern[str]
    instead: re.Pattern[str]
    fine: re.Pattern[str]


@dataclass(frozen=True)
class Lexicon:
    """All languages together. `collapsed` holds the exact keywords with repeated letters written once."""

    exact: Mapping[str, Exact]
    collapsed: Mapping[str, Exact]
    strong: frozenset[str]
    courtesy: frozenset[str]
    courtesy_ends: tuple[str, ...]
    signs: frozenset[str]
    phrases: tuple[Phrase, ...]
    not_in: tuple[re.Pattern[str], ...]
    # Beside these no phrase asks to start again.
    not_started: tuple[re.Pattern[str], ...]
    ways: Ways
    # Words that, beside a stop, say that somebody else is at this address; without blanks and signs.
    elsewhere: frozenset[str]


def joined(text: str) -> str:
    """A keyword without blanks and signs, folded: `Opt-out` is `optout`."""
    return "".join(re.findall(r"[^\W_]+", fold(text).text))


def collapse(word: str) -> str:
    """Repeated letters written once: `stoppp` is `stop`."""
    return re.sub(r"(.)\1+", r"\1", word)


def _texts(source: Mapping[str, Any], key: str, where: str) -> list[str]:
    found = source.get(key, [])
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise Invalid(f"{where}.{key}", "is not a list of texts", remedy="Quote words such as yes and no.")
    return found


def _exact_of(source: Mapping[str, Any], language: str) -> dict[str, Exact]:
    exact: dict[str, Exact] = {}
    for kind, scopes in source.get("exact", {}).items():
        if kind not in _KINDS:
            raise Invalid(f"{language}.exact", f"{kind} is not a kind", remedy=f"Use one of {_KINDS}.")
        for scope in scopes:
            if scope not in _SCOPES:
                raise Invalid(
                    f"{language}.exact.{kind}", f"{scope} is not a scope", remedy=f"Use one of {_SCOPES}."
                )
            for word in _texts(scopes, scope, f"{language}.exact.{kind}"):
                exact[joined(word)] = Exact(kind, scope, language)
    for word in _texts(source, "wrong_number", language):
        exact[joined(word)] = Exact("opt_out", "channel", language, wrong_number=True)
    for word, unless in source.get("exact_unless_language", {}).items():
        exact[joined(word)] = Exact("opt_out", "channel", language, unless=frozenset(unless))
    return exact


def _phrases_of(source: Mapping[str, Any], language: str) -> list[Phrase]:
    words: dict[str, Sequence[str]] = {
        name: [
            _folded_alternative(word) for word in _texts(source.get("words", {}), name, f"{language}.words")
        ]
        for name in source.get("words", {})
    }

    def pattern(entry: Mapping[str, Any], key: str, where: str) -> re.Pattern[str] | None:
        text = entry.get(key, source.get(key))
        return None if text is None else compile_pattern(text, words, where=f"{where}.{key}")

    phrases = []
    for entry in source.get("phrases", []):
        where = str(entry.get("id", f"{language}.phrases"))
        main = pattern(entry, "pattern", where)
        if main is None or entry.get("kind") not in _KINDS or entry.get("scope", "channel") not in _SCOPES:
            raise Invalid(where, "has no pattern, or a kind or scope that is not one")
        phrases.append(
            Phrase(
                id=where,
                kind=entry["kind"],
                scope=entry.get("scope", "channel"),
                language=language,
                needs=tuple(fold(need).text for need in _texts(entry, "needs", where)),
                pattern=main,
                not_before=pattern(entry, "not_before", where),
                even_before=pattern(entry, "even_before", where),
                not_after=pattern(entry, "not_after", where),
                hours=pattern(entry, "hours", where),
                for_good=pattern(entry, "for_good", where),
            )
        )
    return phrases


def _ways_of(sources: Iterable[Mapping[str, Any]]) -> Ways:
    """The words of all languages for one thing together; those in Latin letters as whole words."""
    words: dict[str, list[str]] = {}
    named: dict[str, list[str]] = {}
    for source in sources:
        said = source.get("ways", {})
        for key in ("plain", "everything", "instead", "fine"):
            words.setdefault(key, []).extend(_texts(said, key, f"{source.get('language')}.ways"))
        for channel in said.get("named", {}):
            named.setdefault(channel, []).extend(_texts(said["named"], channel, "ways.named"))

    def any_of(alternatives: Sequence[str], where: str) -> re.Pattern[str]:
        chinese = [word for word in alternatives if not word.isascii()]
        latin = "|".join(word for word in alternatives if word.isascii()) or "(?!)"
        return compile_pattern("|".join([f"(?<![a-z])(?:{latin})(?![a-z])", *chinese]), {}, where=where)

    return Ways(
        named={channel: any_of(alternatives, f"ways.{channel}") for channel, alternatives in named.items()},
        **{key: any_of(alternatives, f"ways.{key}") for key, alternatives in words.items()},
    )


def _folded_alternative(word: str) -> str:
    pieces = re.split(r"(\\.)", word)
    return "".join(piece if piece.startswith("\\") else fold(piece).text for piece in pieces)


def build(sources: Mapping[str, Mapping[str, Any]]) -> Lexicon:
    """Make one lexicon of the parsed files, by language; raises `Invalid` naming the place that is wrong."""
    exact: dict[str, Exact] = {}
    phrases: list[Phrase] = []
    strong: set[str] = set()
    courtesy: set[str] = set()
    signs: set[str] = set()
    not_in: list[re.Pattern[str]] = []
    not_started: list[re.Pattern[str]] = []
    elsewhere: set[str] = set()
    for language, source in sources.items():
        for word, meaning in _exact_of(source, language).items():
            exact.setdefault(word, meaning)
        phrases += _phrases_of(source, language)
        strong.update(joined(word) for word in _texts(source, "strong", language))
        courtesy.update(fold(word).text for word in _texts(source, "courtesy", language))
        elsewhere.update(joined(word) for word in _texts(source, "wrong_number_within", language))
        signs.update(str(source.get("signs", "")))
        if "not_in" in source:
            not_in.append(compile_pattern(source["not_in"], {}, where=f"{language}.not_in"))
        if "not_started" in source:
            not_started.append(compile_pattern(source["not_started"], {}, where=f"{language}.not_started"))
    return Lexicon(
        exact=exact,
        collapsed={collapse(word): meaning for word, meaning in exact.items() if len(word) >= 3},
        strong=frozenset(strong),
        courtesy=frozenset(courtesy),
        courtesy_ends=tuple(sorted((w for w in courtesy if not w.isascii()), key=len, reverse=True)),
        signs=frozenset(signs),
        phrases=tuple(sorted(phrases, key=lambda phrase: (phrase.kind != "opt_out", phrase.scope != "all"))),
        not_in=tuple(not_in),
        not_started=tuple(not_started),
        ways=_ways_of(sources.values()),
        elsewhere=frozenset(elsewhere),
    )


@cache
def lexicon() -> Lexicon:
    """The lists shipped beside this module, all languages together."""
    folder = files("compliance.keywords")
    return build(
        {
            language: yaml.safe_load(folder.joinpath(f"{language}.yaml").read_text(encoding="utf-8"))
            for language in READ
        }
    )
