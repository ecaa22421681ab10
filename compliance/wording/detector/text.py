"""A message as the detector reads it: one case, one width, one Chinese script, accents kept."""

from __future__ import annotations

import re
import unicodedata

from compliance.keywords.folding import traditional_to_simplified

# Later words of a long message are read too, in stretches of their own (see `stretches`).
LONGEST = 600
# So many sentences of a message are read apart at most.
SENTENCES = 12
_SPACE = re.compile(r"\s+")
# Ends of sentences; a full stop inside a number or an address is none.
_END = re.compile(r"[。！？；;\n…]+|[.!?]+(?=[\s\"')\]]|$)")


def prepared(text: str) -> str:
    """Fold width and case, write Chinese in simplified characters, drop what cannot be printed."""
    whole = text.encode("utf-8", "replace").decode()  # halves of a surrogate pair are no characters
    shown = "".join(character if character.isprintable() else " " for character in whole)
    folded = unicodedata.normalize("NFKC", shown).lower().replace("’", "'")
    table = traditional_to_simplified()
    return _SPACE.sub(" ", "".join(table.get(character, character) for character in folded)).strip()


def pieces(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand, in code points; ends of sentences and lines cut it."""
    found: list[tuple[int, int]] = []
    begun = 0
    for ended in [match.end() for match in _END.finditer(text)] + [len(text)]:
        words = text[begun:ended]
        if any(character.isalnum() for character in words):
            found.append((ended - len(words.lstrip()), begun + len(words.rstrip())))
        begun = ended
    return found or [(0, len(text))]


def apart(text: str) -> list[str]:
    """The sentences of a text that hold words, each prepared; the number before a point in a list is none."""
    found = (prepared(text[start:end]) for start, end in pieces(text))
    return [each for each in found if any(character.isalpha() for character in each)][:SENTENCES]


def stretches(text: str) -> list[tuple[int, int]]:
    """A text cut into runs of whole sentences of at most `LONGEST` characters; a longer sentence is cut hard."""
    found: list[tuple[int, int]] = []
    for start, end in pieces(text):
        if found and end - found[-1][0] <= LONGEST:
            found[-1] = (found[-1][0], end)
            continue
        found += [(at, min(at + LONGEST, end)) for at in range(start, end, LONGEST)]
    return found or [(0, len(text))]
