"""What a borrower may be called in a message."""

from __future__ import annotations

import re

# First names that are words as well: meant as a name only where they are written as one.
_WORDS = frozenset(
    """grace will mark may hope joy faith rose art bill rich sue pat dawn june april august summer angel paz sol luz mar esperanza consuelo
    dolores mercedes pilar rosario alba clara blanca chance chase drew frank gene grant jack jay lance max miles nick pierce rob
    ray rod skip stew victor wade ward amber autumn carol charity cherry crystal daisy destiny dolly eve fern flora ginger heather
    holly honey iris ivy jade jasmine jewel lily melody mercy olive opal patience pearl penny poppy prudence robin ruby sandy
    sky star stormy violet virginia young bell park king price rich long small short best good love day week""".split()
)
# What stands between names and is none: María de los Ángeles.
_BETWEEN = frozenset("los las del dos das der den van von bin ibn san the and mrs miss".split())


def called(borrower: str, *, words_too: bool = False) -> list[str]:
    """Regular expressions, to be searched without regard to case, for the whole name and each part that is one.

    A part that is a word as well is the name only where it is written as one; with `words_too` anywhere.
    """
    if any(letter >= "\u3400" for letter in borrower):
        given = [borrower[-2:]] if len(borrower) > 2 else []
        return [re.escape(name) for name in (borrower, *given)]
    parts = [part for part in borrower.split() if len(part) > 2 and part.casefold() not in _BETWEEN]
    return [re.escape(borrower), *(re.escape(part) if words_too else _as_name(part) for part in parts)]


def _as_name(part: str) -> str:
    escaped = re.escape(part)
    return f"(?-i:{escaped})" if part.casefold() in _WORDS else escaped
