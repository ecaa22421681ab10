"""The words of a language for being reached, as marks: read from `en.yaml`, `es.yaml`, `zh.yaml`.

Each file lists, under the name of a kind of mark, one expression a line (folded: small letters, no accents; a blank
stands for any run of blanks). `nothing` lists what only looks like one and is passed over; `_weakly` behind a kind
what may be said of anything. Kinds are tried in the
order of the file and no character is read twice, so that what is said in more words comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from core.errors import Invalid
from reading.text import MASK
from reading.windows.marks import AND, BUT, COMMA, STOP, Kind, Mark

NOTHING = "nothing"
# The value of a cue that may be of anything, a mere "no" or "not"; and of being busy at work, or where no call gets through; a "nor" that
# parts times as "and" does.
WEAK, AT_WORK, OUT_OF_REACH, NOR, DECLINES = 0, 1, 2, 3, 4
_VALUES = {"weakly": WEAK, "at_work": AT_WORK, "out_of_reach": OUT_OF_REACH, "nor": NOR, "declines": DECLINES}
_WEIGHTS = {"comma": COMMA, "and": AND, "but": BUT, "stop": STOP}


type Entry = tuple[Kind | None, int | None, re.Pattern[str]]


@dataclass(frozen=True)
class Lexicon:
    """What the words of a language mean: (kind, value of the mark, expression), in the order of the file."""

    entries: tuple[Entry, ...]

    def cues(self, text: str) -> tuple[list[Mark], str]:
        """The cues of folded `text`, and the text with these masked."""
        return _read(text, (entry for entry in self.entries if entry[0] is not Kind.BREAK))

    def breaks(self, text: str) -> list[Mark]:
        """What parts the clauses, in what cues and times have left of the text."""
        return _read(text, (entry for entry in self.entries if entry[0] is Kind.BREAK))[0]


def _read(text: str, entries: Iterable[Entry]) -> tuple[list[Mark], str]:
    found: list[Mark] = []
    for kind, value, pattern in entries:
        for match in pattern.finditer(text):
            start, end = match.span()
            if start == end:
                continue
            if kind is not None:
                found.append(Mark(kind, start, end, value))
            text = text[:start] + MASK * (end - start) + text[end:]
    return found, text


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of en, es or zh; raises Invalid for a kind that there is not."""
    written = (files("reading.windows") / f"{language}.yaml").read_text(encoding="utf-8")
    listed: dict[str, Any] = yaml.safe_load(written)
    names = {name: str(shape) for name, shape in (listed.pop("names", None) or {}).items()}
    spaced = language != "zh"
    return Lexicon(tuple(_entry(name, lines, names, spaced, language) for name, lines in listed.items()))


def _entry(
    name: str, lines: str, names: dict[str, str], spaced: bool, language: str
) -> tuple[Kind | None, int | None, re.Pattern[str]]:
    key, _, how = name.partition("_") if name not in Kind else (name, "", "")
    if key in _WEIGHTS:
        return Kind.BREAK, _WEIGHTS[key], _compiled(lines, names, spaced=False)
    if key == NOTHING:
        return None, None, _compiled(lines, names, spaced=spaced)
    if key not in Kind:
        raise Invalid(f"{language}.yaml", f"knows no {key}", remedy="Name a kind of mark, see marks.py.")
    return Kind(key), _VALUES.get(how), _compiled(lines, names, spaced=spaced)


_NAMED = re.compile(r"\{([a-z_]+)\}")


def _compiled(lines: str, names: dict[str, str], *, spaced: bool) -> re.Pattern[str]:
    said = [line.strip() for line in lines.splitlines() if line.strip() and not line.strip().startswith("#")]
    shapes = "|".join(said)
    while _NAMED.search(shapes):
        shapes = _NAMED.sub(lambda match: f"(?:{_joined(names[match[1]])})", shapes)
    return re.compile(rf"(?<!\w)(?:{shapes})(?!\w)" if spaced else shapes, re.ASCII if spaced else 0)


def _joined(shape: str) -> str:
    return "|".join(piece.strip() for piece in shape.split("|"))
