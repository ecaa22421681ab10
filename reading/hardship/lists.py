"""The lists of all languages, read once and compiled: one expression for each thing that befalls people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from core.errors import Invalid
from reading.hardship.frames import Frames, vocabulary
from reading.text import prepare

_NAMED_FIRST = re.compile(r"(?:\{\w+\}(?:\['s\])? ?)+(?=[^ ])")
# Which languages put blanks between their words.
SPACED = {"en": True, "es": True, "zh": False}


def lines(listed: str) -> list[str]:
    """The frames of one list, as folded; empty lines and remarks left out."""
    written = (line.strip() for line in listed.splitlines())
    return [prepare(line, pictures=True).folded for line in written if line and not line.startswith("#")]


def joined(frames: Iterable[str]) -> list[str]:
    """Frames that begin with the same named lists made one, so that these are looked for once."""
    rests: dict[str, list[str]] = {}
    for frame in frames:
        begins = _NAMED_FIRST.match(frame)
        shared = begins[0] if begins and " | " not in frame else ""
        rests.setdefault(shared, []).append(frame.removeprefix(shared))
    alone = rests.pop("", [])
    return [*alone, *(f"{shared}({'|'.join(rest)})" for shared, rest in rests.items())]


@cache
def source(language: str) -> Mapping[str, Any]:
    """What the file of a language says: `words`, `denied` and `befell`."""
    text = (files("reading.hardship") / f"{language}.yaml").read_text(encoding="utf-8")
    listed = yaml.safe_load(text)
    if not isinstance(listed, Mapping) or set(listed) != {"words", "denied", "befell"}:
        raise Invalid(f"{language}.yaml", "has to hold words, denied and befell, and no more")
    return listed


def befell(kinds: Sequence[str]) -> dict[str, re.Pattern[str]]:
    """One expression a kind, over all languages; raises Invalid unless each file lists just these kinds."""
    found: dict[str, list[str]] = {kind: [] for kind in kinds}
    for language, spaced in SPACED.items():
        listed = source(language)
        if set(listed["befell"]) != set(kinds):
            odd = sorted(set(listed["befell"]) ^ set(kinds))
            raise Invalid(f"{language}.yaml", f"lacks {odd}, or adds them", remedy="List each kind once.")
        frames = Frames(spaced, vocabulary(listed["words"], spaced=spaced))
        for kind, entries in listed["befell"].items():
            told = "|".join(frames.expression(line) for line in joined(lines(entries)))
            found[kind].append(rf"(?<!\w)(?:{told})(?!\w)" if spaced else f"(?:{told})")
    return {kind: re.compile("|".join(parts), re.ASCII) for kind, parts in found.items()}


def denied() -> re.Pattern[str]:
    """What stands before a word and takes it back."""
    parts = []
    for language, spaced in SPACED.items():
        listed = source(language)
        frames = Frames(spaced, vocabulary(listed["words"], spaced=spaced))
        told = "|".join(frames.expression(line) for line in lines(listed["denied"]))
        parts.append(rf"(?<!\w)(?:{told}) $" if spaced else f"(?:{told})$")
    return re.compile("|".join(parts), re.ASCII)
