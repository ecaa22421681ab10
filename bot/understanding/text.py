"""A borrower's text made plain: one script, one case, one width. What is read is never what is kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, NamedTuple

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
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGER = re.compile(r"([^\W\d])\1{2,}")
_BESIDE_HAN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff\w])|(?<=\w) (?=[\u3400-\u9fff])")
_SPELLED = re.compile(r"\w(?: \w){2,}")


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
    whole = text[:LONGEST].encode("utf-8", "replace").decode()  # halves of a pair are no characters
    folded = (
        unicodedata.normalize("NFKC", "".join(c if c.isprintable() else " " for c in whole)).lower().replace("’", "'")
    )
    return _SPACE.sub(" ", _STRETCHED.sub(r"\1\1\1", folded)).strip()


def without_accents(text: str) -> str:
    """Drop the accents of the Latin letters, as thumbs do: "está" and "esta" are one."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f"))


def simplified(text: str) -> str:
    """Write Chinese in simplified characters and mainland words (簡訊 becomes 短信); leave the rest."""
    return str(_converter().convert(text)) if _HAN.search(text) else text


def comparable(text: str, keep: str = "") -> str:
    """Bring a text to the form in which phrases are compared.

    Plain, simplified, without accents or stretched letters; ends of sentences become ` ; `, other marks spaces;
    no spaces beside Han characters; "s t o p" is "stop". Marks in `keep` stay.
    """
    folded = _LONGER.sub(r"\1", without_accents(simplified(plain(text))))
    folded = "".join(c if c.isalnum() or c.isspace() or c in keep else _mark(c) for c in folded)
    joined = _BESIDE_HAN.sub("", _SPACE.sub(" ", folded)).strip(" ;")
    return _SPACE.sub("", joined) if _SPELLED.fullmatch(joined) else joined


def _mark(mark: str) -> str:
    if mark == "'":
        return ""
    return " ; " if mark in ".!?;。…\n" else " "


@lru_cache(maxsize=1)
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("tw2sp")
