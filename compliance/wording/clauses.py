"""A folded text cut into sentences, and how far back a denial reaches within one."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"(?:[.](?![\w.])|[!?。;\n]|\.{2,})+[\"')\]]*")
_CLAUSE = re.compile(
    r",(?!\d{3})|;|:(?!\d)|、| - | (?:but|however|otherwise|though|although|pero|sino|aunque|sin embargo) |但是|但|不过|否则|不然|可是"
)


@dataclass(frozen=True)
class Sentence:
    """A stretch of the folded text; `start` is its place there. `asks`: it ends with a question mark."""

    text: str
    start: int
    asks: bool

    def clause_before(self, place: int) -> str:
        """The words between the last clause boundary and `place` (counted within the sentence)."""
        begun = 0
        for boundary in _CLAUSE.finditer(self.text, 0, place):
            begun = boundary.end()
        return self.text[begun:place]


def sentences(text: str) -> list[Sentence]:
    """Cut a folded text at full stops, question marks, exclamation marks, semicolons and line ends."""
    found: list[Sentence] = []
    begun = 0
    for end in _SENTENCE.finditer(text):
        _add(found, text, begun, end.start(), end.group())
        begun = end.end()
    _add(found, text, begun, len(text), "")
    return found


def _add(found: list[Sentence], text: str, begun: int, ended: int, sign: str) -> None:
    piece = text[begun:ended]
    lead = len(piece) - len(piece.lstrip())
    if piece.strip():
        found.append(Sentence(piece.strip(), begun + lead, "?" in sign))
