"""A borrower's text made plain: one script, one case, one width. What is read is never what is kept."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# Text past this length adds nothing to what is meant and costs time.
LONGEST = 1000

_TOKEN = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff]"  # each Han character by itself
    r"|[^\W\d_\u3400-\u9fff\uf900-\ufaff]+(?:['’][^\W\d_]+)*"  # words of the alphabets, with their apostrophes
    r"|\d+(?:[.,:/]\d+)*"  # figures as written
    r"|[^\w\s]"  # marks and emoji
)
_STRETCHED = re.compile(r"(.)\1{3,}", re.DOTALL)
_SPACE = re.compile(r"\s+")


class Token(NamedTuple):
    """A piece of text and where it stands in the original."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Cut a text of any mixture of scripts into words, Han characters, figures and marks, offsets kept."""
    return [Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text)]


def plain(text: str) -> str:
    """Fold width, case, accents' spelling variants and stretched letters ("noooooo"); keep the words."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).lower().replace("’", "'").replace("\u200b", "")
    return _SPACE.sub(" ", _STRETCHED.sub(r"\1\1\1", folded)).strip()


def without_accents(text: str) -> str:
    """Drop the accents of the Latin letters, as thumbs do: "está" and "esta" are one."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f"))
