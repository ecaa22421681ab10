"""Which letters there are: what each needs to know, where it fits, and its parts in order (letters/forms/*.yml)."""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from babel.messages.pofile import read_po

from core.errors import Invalid, NotFound
from core.places import country_of

FOLDER = Path(__file__).parent / "letters"
KINDS = ("text", "lines", "words", "money", "day", "dated")
PARTS = ("say", "heading", "bullets", "sums", "rows", "boxes", "cut", "words", "each", "appeal")
# What the head and the foot of every letter hold.
ALWAYS = frozenset(
    {"borrower", "borrower_address", "writer", "writer_address", "phone", "website", "date", "reference"}
)
# When a letter that no deadline asks for may be written.
WHEN = ("paid", "payments", "promises", "open")
_FIELDS = frozenset(
    "title reference purpose due_for places collectors english_too adds_up optional only_when parts".split()
)


@dataclass(frozen=True)
class Fact:
    """What a letter may have to know. `own`: about us, the same in every letter for a lender."""

    name: str
    kind: str
    own: bool = False


@dataclass(frozen=True)
class Part:
    """One part of a letter. `given`: the fact without which it is left out; places and collectors narrow it."""

    kind: str
    content: Any
    given: str | None
    places: tuple[str, ...]
    collectors: tuple[str, ...]

    def fits(self, place: str, collector: str, known: Iterable[str]) -> bool:
        """Whether it belongs into a letter to that place, by that collector, of which that is known."""
        return (
            _covers(self.places, place)
            and (not self.collectors or collector in self.collectors)
            and (self.given is None or self.given in known)
        )


@dataclass(frozen=True)
class Form:
    """One letter. `due_for` names the work of the tables of duties that it does; without it, `only_when` says when it may
    be written. `purpose` is the gate's; `english_too`: another language goes out with the English one;
    `adds_up`: facts of which all but the last make up the last, those with a minus taken off."""

    name: str
    title: str
    reference: str
    purpose: str
    due_for: frozenset[str]
    places: tuple[str, ...]
    collectors: tuple[str, ...]
    english_too: bool
    adds_up: tuple[tuple[str, ...], ...]
    optional: tuple[str, ...]
    only_when: str | None
    parts: tuple[Part, ...]

    def fits(self, place: str, collector: str) -> bool:
        """Whether it is written at that place (US-IL, HK) by that kind of collector."""
        return _covers(self.places, place) and (not self.collectors or collector in self.collectors)

    def fitting(self, place: str, collector: str, known: Iterable[str]) -> Iterator[Part]:
        """Its parts for that place and collector, and for what is known."""
        known = frozenset(known)
        return (part for part in self.parts if part.fits(place, collector, known))

    def needs(self, place: str, collector: str, known: Iterable[str]) -> frozenset[str]:
        """The facts without which it would have a gap."""
        found = set(ALWAYS)
        for part in self.fitting(place, collector, known):
            found |= _facts_of(part, place)
        for addends in self.adds_up:
            found |= {name.removeprefix("-") for name in addends}
        return frozenset(found)


@cache
def facts() -> Mapping[str, Fact]:
    """Everything that letters are made of, by name."""
    declared = yaml.safe_load((FOLDER / "facts.yml").read_text(encoding="utf-8"))
    found = {name: Fact(name, one["kind"], own=bool(one.get("own", False))) for name, one in declared.items()}
    unknown = {fact.name for fact in found.values() if fact.kind not in KINDS}
    if unknown:
        raise Invalid("facts.yml", f"has kinds that are not known: {', '.join(sorted(unknown))}")
    return MappingProxyType(found)


@cache
def forms() -> Mapping[str, Form]:
    """All letters by name. Raises `Invalid` for a file that holds something unknown."""
    return MappingProxyType({path.stem: _form(path) for path in sorted((FOLDER / "forms").glob("*.yml"))})


@cache
def letters_version() -> str:
    """A hash of all forms and texts of letters: what was written can be told by it."""
    told = hashlib.sha256()
    for path in sorted(FOLDER.rglob("*.*")):
        told.update(path.name.encode() + b"\0" + path.read_bytes())
    return told.hexdigest()[:16]


def form(name: str) -> Form:
    """The letter `name`; raise `NotFound`."""
    try:
        return forms()[name]
    except KeyError:
        raise NotFound("There is no such letter.") from None


def form_for(work: str, place: str, collector: str) -> Form | None:
    """The letter that does this piece of `work` there; None where none does."""
    fitting = (one for one in forms().values() if work in one.due_for and one.fits(place, collector))
    return next(fitting, None)


def is_written(work: str, place: str) -> bool:
    """Whether some letter does this piece of `work` there."""
    return any(work in one.due_for and _covers(one.places, place) for one in forms().values())


@cache
def letter_texts(language: str, country: str = "") -> Mapping[str, str]:
    """All texts of letters in `language` as it is written in `country`, by key."""
    there = letter_texts(f"{language}-{country}") if _po(f"{language}-{country}").is_file() else {}
    if country:
        return {**letter_texts(language), **there}
    with _po(language).open("rb") as file:
        return {
            message.id: message.string
            for message in read_po(file)
            if message.id and isinstance(message.id, str) and isinstance(message.string, str)
        }


def _po(language: str) -> Path:
    return FOLDER / f"{language}.po"


def appeal_key(place: str) -> str | None:
    """The text that says whom else the borrower may turn to there; None where we know of nobody."""
    key = f"appeal.{country_of(place)}"
    return key if key in letter_texts("en") else None


def _covers(places: tuple[str, ...], place: str) -> bool:
    return not places or place in places or country_of(place) in places


def _form(path: Path) -> Form:
    given = yaml.safe_load(path.read_text(encoding="utf-8"))
    unknown = set(given) - _FIELDS
    if unknown:
        raise Invalid(path.name, f"declares {', '.join(sorted(unknown))}, which is not known")
    found = Form(
        name=path.stem,
        title=given["title"],
        reference=given["reference"],
        purpose=given["purpose"],
        due_for=frozenset(given.get("due_for", ())),
        places=tuple(given.get("places", ())),
        collectors=tuple(given.get("collectors", ())),
        english_too=bool(given.get("english_too", False)),
        adds_up=tuple(tuple(addends) for addends in given.get("adds_up", ())),
        optional=tuple(given.get("optional", ())),
        only_when=given.get("only_when"),
        parts=tuple(_part(path.name, each) for each in given["parts"]),
    )
    _checked(path.name, found)
    return found


def _part(file: str, given: Mapping[str, Any]) -> Part:
    kinds = [kind for kind in PARTS if kind in given]
    if len(kinds) != 1 or set(given) - {kinds[0], "if", "places", "collectors"}:
        raise Invalid(file, "has a part that is not one of those known")
    return Part(
        kind=kinds[0],
        content=given[kinds[0]],
        given=given.get("if"),
        places=tuple(given.get("places", ())),
        collectors=tuple(given.get("collectors", ())),
    )


def _checked(file: str, form: Form) -> None:
    """Refuse a form that names a text or fact that is not there, or that nothing leads to."""
    keys = {form.title} | {key for part in form.parts for key in keys_of(part)}
    missing = keys - set(letter_texts("en"))
    if missing:
        raise Invalid(file, f"has no text for {', '.join(sorted(missing))}")
    named = {name for part in form.parts for name in _facts_of(part, "US")} | set(form.optional)
    unknown = (named | {part.given for part in form.parts if part.given}) - set(facts())
    if unknown:
        raise Invalid(file, f"needs {', '.join(sorted(unknown))}, of which nothing is known")
    if not form.due_for and form.only_when not in WHEN:
        raise Invalid(file, "is due for nothing", remedy=f"Give due_for, or only_when: {', '.join(WHEN)}.")


def keys_of(part: Part) -> list[str]:
    """The texts that a part says."""
    match part.kind:
        case "say" | "heading" | "cut":
            return [part.content]
        case "bullets":
            return list(part.content)
        case "sums" | "rows":
            return [row[0] for row in part.content]
        case "boxes":
            return [box["inner"] if isinstance(box, Mapping) else box for box in part.content]
    return []


def _facts_of(part: Part, place: str) -> set[str]:
    """The facts that a part cannot be written without."""
    keys = keys_of(part)
    if part.kind == "appeal":
        keys = [key for key in (appeal_key(place),) if key]
    found = {name for key in keys for name in blanks(letter_texts("en").get(key, ""))}
    if part.kind in ("words", "each"):
        found.add(part.content)
    if part.kind in ("sums", "rows"):
        found |= {row[1] for row in part.content if len(row) > 1 and "maybe" not in row[2:]}
    return found


def blanks(text: str) -> set[str]:
    """The names of the facts that a text holds."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
