"""Texts made comparable: one case, one width, no accents, one Chinese script, and the way back.

Folding changes a text character by character, so that a place found in the folded text is a place in the
original: `Folded.span` gives it in Unicode code points.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# Written differently, meant the same; what Unicode's compatibility forms leave apart.
_SAME = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "妳": "你",
    "祢": "你",
    "牠": "它",
    "著": "着",
    "裡": "里",
    "臺": "台",
    "\u3000": " ",
    "\xa0": " ",
}
_INVISIBLE = frozenset({"Cf", "Mn", "Me", "Cc"})


@dataclass(frozen=True)
class Folded:
    """A folded text; `origin[i]` is the place in the original that its i-th character came from."""

    text: str
    origin: tuple[int, ...] | None
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original: from, to (exclusive), in code points."""
        if self.origin is None:
            return start, end
        if start >= len(self.origin):
            return self.length, self.length
        if end <= start:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1


@cache
def traditional_to_simplified() -> dict[str, str]:
    """Each traditional character with a simplified one (OpenCC's table; the first of several)."""
    table: dict[str, str] = {}
    source = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text(encoding="utf-8")
    for line in source.splitlines():
        traditional, _, simplified = line.partition("\t")
        if simplified:
            table[traditional] = simplified.split()[0]
    return table


@lru_cache(maxsize=16384)
def fold_character(character: str) -> str:
    """The folded form of one character: none, one or several characters."""
    if character in _SAME:
        return _SAME[character]
    if character in "\n\r\t":
        return "\n" if character == "\n" else " "
    parts = []
    for part in unicodedata.normalize("NFKD", character):
        if unicodedata.category(part) in _INVISIBLE:
            continue
        part = _SAME.get(part, part)
        parts.append(traditional_to_simplified().get(part, part).casefold())
    return "".join(parts)


def fold(text: str) -> Folded:
    """Fold a text of any kind; never fails."""
    if text.isascii() and text.isprintable():
        return Folded(text.lower(), None, len(text))
    characters: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for part in fold_character(character):
            characters.append(part)
            origin.append(place)
    return Folded("".join(characters), tuple(origin), len(text))


def is_traditional(text: str) -> bool:
    """Whether the text holds a character that simplified Chinese writes differently."""
    table = traditional_to_simplified()
    return any(table.get(character, character) != character for character in text)
