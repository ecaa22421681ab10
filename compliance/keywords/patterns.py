"""Patterns over folded texts, with slots filled from word lists, so that a rule names a meaning once.

In a pattern `<name>` stands for any of the words listed under `name`; a blank stands for one or more blanks, ` ?` for any number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from compliance.keywords.folding import fold
from core.errors import Invalid

_LOOK_BEHIND = re.compile(r"\(\?<[!=][^()]*\)")
_SLOT = re.compile(r"<([a-z][a-z_0-9]*)>")
_DEPTH = 8


def fold_pattern(pattern: str) -> str:
    """Fold the letters of a pattern as texts are folded; its signs stay (`\\b`, `\\S` keep their case)."""
    pieces = re.split(r"(\\.)", pattern)
    return "".join(piece if piece.startswith("\\") else fold(piece).text for piece in pieces)


def fill(pattern: str, words: Mapping[str, Sequence[str]], *, where: str) -> str:
    """Put the word lists into a pattern's slots, lists within lists included.

    Raises `Invalid` naming `where` when a slot has no list or lists contain each other.
    """
    for _ in range(_DEPTH):
        if not _SLOT.search(pattern):
            return pattern

        def words_for(found: re.Match[str]) -> str:
            name = found.group(1)
            if name not in words:
                raise Invalid(where, f"there is no word list {name}", remedy="Add it under words.")
            return "(?:" + "|".join(words[name]) + ")"

        pattern = _SLOT.sub(words_for, pattern)
    raise Invalid(where, "word lists contain each other", remedy="Take the circle apart.")


def compile_pattern(pattern: str, words: Mapping[str, Sequence[str]], *, where: str) -> re.Pattern[str]:
    """A pattern ready to search folded texts; raises `Invalid` naming `where` when it is not one."""
    filled = fill(fold_pattern(" ".join(pattern.split())), words, where=where)
    # What looks behind must have one width: there a blank is one blank.
    filled = _LOOK_BEHIND.sub(lambda found: found.group().replace(" ", r"\s"), filled)
    try:
        return re.compile(filled.replace(" ?", r"\s*").replace(" ", r"\s+"))
    except re.error as error:
        raise Invalid(where, f"is not a pattern: {error}", remedy="Check brackets and signs.") from error
