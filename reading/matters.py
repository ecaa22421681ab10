"""More than one matter in a message: what somebody pays, when they want to be reached, and whatever else they tell.

"Call me after 6, not at work. I'll pay 90 on friday": each is read from its own sentences, so that neither the hour is
taken for one of paying nor the sum for nothing. Which sentence is about which is heard (`reading/hunch`); what is about
neither stays with both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reading.hunch import sounds
from reading.text import HAN

# Sentences, and the clauses of one; a point or comma within a figure ends none.
_SENTENCES = re.compile(r"(?:[^.!?;\n。！？；…]|\.(?=\w))+[.!?;\n。！？；…\s]*")
_CLAUSES = re.compile(r"(?:[^,，]|,(?=\d))+[,，\s]*")
# Asked, tried, or hanging on something: what is promised beside it is read with it.
_OPEN = re.compile(r"[?？吗嗎]|如果|要是|的[话話]|若|能不能|可不可以|行不行|[试試][过過]")
_MOST = 24  # pieces; who writes more is read as a whole
# Log-odds from which a sentence, or a clause, is of being reached; from which a piece is of paying, and not of being
# reached; and from which it promises by itself.
_SENTENCE, _CLAUSE = 0.5, 2.0
_PROMISED, _NO_WINDOWS = 1.0, -1.0
_BY_ITSELF = 2.5


class Piece(NamedTuple):
    """A sentence or clause, and which of the two matters it is of: `paying`, `reaching` or neither."""

    text: str
    kind: str | None


class Matters(NamedTuple):
    """The text without what is only of being reached, what is of paying alone, and the text without that."""

    paying: str
    promised: str
    reaching: str


def apart(text: str) -> Matters | None:
    """The two matters of a message, None where it holds one at most; linear in the text's length."""
    pieces = [piece for sentence in _SENTENCES.findall(text) for piece in _pieces(sentence)]
    if not 1 < len(pieces) <= _MOST or not {"paying", "reaching"} <= {piece.kind for piece in pieces}:
        return None
    return Matters(
        paying="".join(piece.text for piece in pieces if piece.kind != "reaching"),
        promised="".join(piece.text for piece in pieces if piece.kind == "paying"),
        reaching="".join(piece.text for piece in pieces if piece.kind != "paying"),
    )


def asks_when(text: str) -> bool:
    """Whether a sentence of the text surely says when to be reached."""
    sentences = _SENTENCES.findall(text)[:_MOST]
    return any(_kind(sentence, _CLAUSE) == "reaching" for sentence in sentences)


def promising(text: str) -> list[str]:
    """The sentences, of several, that sound like a promise each by itself and ask nothing; in Chinese, whose commas
    end sentences too, its clauses, where none asks or says if."""
    chinese = HAN.search(text) is not None
    sentences: list[str] = (_CLAUSES if chinese else _SENTENCES).findall(text)
    if not 1 < len(sentences) <= _MOST or (chinese and _OPEN.search(text)):
        return []
    return [sentence for sentence in sentences if not _OPEN.search(sentence) and _promises(sentence)]


def _pieces(sentence: str) -> list[Piece]:
    """A sentence as one, or cut into its clauses where these are of both matters."""
    clauses = [Piece(clause, _kind(clause, _CLAUSE)) for clause in _CLAUSES.findall(sentence)[: _MOST + 1]]
    if {"paying", "reaching"} <= {clause.kind for clause in clauses}:
        return clauses
    return [Piece(sentence, _kind(sentence, _SENTENCE))]


def _kind(piece: str, sure: float) -> str | None:
    heard = sounds(piece)
    if heard.windows > sure and heard.promise < 0:
        return "reaching"
    return "paying" if heard.promise > _PROMISED and heard.windows < _NO_WINDOWS else None


def _promises(sentence: str) -> bool:
    heard = sounds(sentence)
    return heard.promise > _BY_ITSELF and heard.windows < _NO_WINDOWS
