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

# Sentences, and the clauses of one, "and please don't ring" among them; a point or comma within a figure ends none. In
# Chinese a space ends one too.
_SENTENCES = re.compile(r"(?:[^.!?;\n。！？；…]|\.(?=\w))+[.!?;\n。！？；…\s]*")
_CLAUSES = re.compile(
    r"(?:[^, ]|,(?=\d)| (?!(?:n|an|&) (?:dont|don't|do not|no|pls|please|stop|only|never) |(?:and|but|y|pero) (?!\d|media\b|cuarto\b|pico\b|half\b)))+(?:, ?| |$)|[, ]"
)
_CLAUSES_ZH = re.compile(r"(?:[^,，\s]|,(?=\d)|(?<=\w)[^\S\n](?=[\da-zA-Z]))+[,，\s]*|[,，\s]+")
# Asked, tried, or hanging on something: what is promised beside it is read with it.
_OPEN = re.compile(r"[?？吗嗎]|如果|要是|的[话話]|若|能不能|可不可以|行不行|[试試][过過]")
_IS_IT = re.compile(r"是不是|系咪|是否")
# "Friday 90. Actually no": another sentence takes back what one promises.
_TAKEN_BACK = re.compile(
    r"\b(?:actually,? no|(?:not|ain'?t|isn'?t) (?:going to happen|gonna happen|happening)|as if|no chance|never agreed|i can'?t(?: (?:do (?:it|that)|now|any ?more|afford))?(?=\W*(?:$|[.!;\n]))|forget (?:it|that)|scrap that|(?:just )?(?:kidding|joking)|jk|psych|not any ?more|fell through|(?:was|were) (?:gonna|going to|supposed to|meant to)|said i'?d"
    r"|ni loc[oa]|ya no (?:puedo|pude|podre|se va|me alcanza)|siempre no|me corrieron|no me queda nada|olvid(?:ese|alo|enlo)|era broma|iba a)\b"
    r"|[还還]不[了上起]|没门|沒門|没戏|沒戲|泡汤|泡湯|黄了|做梦|做夢|本来|本來|原本|现在不行|現在不行|[还還]唔到",
    re.IGNORECASE,
)
_MOST = 24  # pieces; who writes more is read as a whole
# Log-odds from which a sentence, or a clause, is of being reached, and from which one is that promises nothing at all; from
# which a piece is of paying, and not of being reached; and from which it promises by itself.
_SENTENCE, _CLAUSE = 0.5, 2.0
_PERHAPS, _PROMISES_NOTHING = -1.0, -5.0
_PROMISED, _NO_WINDOWS = 1.0, -1.0
_OF_NO_HOURS = -3.0
_BY_ITSELF, _MAYBE = 2.5, -1.5


class Piece(NamedTuple):
    """A sentence or clause, and which of the two matters it is of: `paying`, `reaching` or neither; `beside` a clause that is of
    being reached it may belong to that."""

    text: str
    kind: str | None
    beside: bool = False


class Matters(NamedTuple):
    """The text without what is only of being reached, what is of paying alone, what is of being reached, and the text
    without what is of paying or surely of neither."""

    paying: str
    promised: str
    reaching: str
    unpaid: str


def apart(text: str) -> Matters | None:
    """The two matters of a message, None where it holds one at most; linear in the text's length."""
    pieces = [piece for sentence in _SENTENCES.findall(text) for piece in _pieces(sentence)]
    if not 1 < len(pieces) <= _MOST or not {"paying", "reaching"} <= {piece.kind for piece in pieces}:
        return None
    return Matters(
        paying="".join(piece.text for piece in pieces if piece.kind != "reaching"),
        promised="".join(piece.text for piece in pieces if piece.kind == "paying"),
        reaching="".join(piece.text for piece in pieces if piece.kind == "reaching" or piece.beside),
        unpaid="".join(piece.text for piece in pieces if piece.kind != "paying" and _not_far(piece)),
    )


def asks_when(text: str) -> bool:
    """Whether a sentence of the text, or a clause beside one of paying, surely says when to be reached."""
    sentences = _SENTENCES.findall(text)[:_MOST]
    return apart(text) is not None or any(_kind(one, _CLAUSE) == "reaching" for one in sentences)


def of_reaching(text: str) -> tuple[str, str] | None:
    """Those of several sentences that may be of being reached, and the others; None where all or none are."""
    sentences: list[str] = _SENTENCES.findall(text)
    if not 1 < len(sentences) <= _MOST:
        return None
    found = [_may_reach(sentence) for sentence in sentences]
    if all(found) or not any(found):
        return None
    reaching, others = (
        "".join(sentence for sentence, is_so in zip(sentences, found, strict=True) if is_so is wanted)
        for wanted in (True, False)
    )
    return reaching, others


def promising(text: str, *, beside_contact: bool = False) -> list[str]:
    """The sentences, of several, that sound like a promise each by itself and ask nothing; in Chinese, whose commas
    end sentences too, its clauses, where none asks or says if. So it is where a contact is told in the same sentence."""
    chinese = HAN.search(text) is not None
    sentences: list[str] = _SENTENCES.findall(text)
    clause_by_clause = chinese or (beside_contact and not _OPEN.search(text))
    if clause_by_clause:
        clauses = _CLAUSES_ZH if chinese else _CLAUSES
        sentences = [clause for sentence in sentences for clause in clauses.findall(sentence)]
    if not 1 < len(sentences) <= _MOST or (chinese and _OPEN.search(text)) or _TAKEN_BACK.search(text):
        return []
    sure = _PROMISED if clause_by_clause and not chinese else _BY_ITSELF
    return [sentence for sentence in sentences if not _OPEN.search(sentence) and _promises(sentence, sure)]


def _pieces(sentence: str) -> list[Piece]:
    """A sentence as one, or cut into its clauses where these are of both matters."""
    cut = _CLAUSES_ZH if HAN.search(sentence) else _CLAUSES
    clauses = [Piece(clause, _kind(clause, _CLAUSE)) for clause in cut.findall(sentence)[: _MOST + 1]]
    if {"paying", "reaching"} <= {clause.kind for clause in clauses}:
        return [piece._replace(beside=piece.kind is None) for piece in clauses]
    return [Piece(sentence, _kind(sentence, _SENTENCE))]


def _not_far(piece: Piece) -> bool:
    """Whether it may tell the hours of a wish beside it: "I work nights. Ring me after that"."""
    return piece.kind == "reaching" or piece.beside or sounds(piece.text).windows > _OF_NO_HOURS


def _kind(piece: str, sure: float) -> str | None:
    heard = sounds(piece)
    if heard.windows > sure and heard.promise < 0:
        return "reaching"
    if heard.windows > _PERHAPS and heard.promise < _PROMISES_NOTHING:
        return "reaching"
    return "paying" if heard.promise > _PROMISED and heard.windows < _NO_WINDOWS else None


def _may_reach(sentence: str) -> bool:
    heard = sounds(sentence)
    return heard.windows > _MAYBE and heard.promise < _MAYBE and not _IS_IT.search(sentence)


def _promises(sentence: str, sure: float) -> bool:
    heard = sounds(sentence)
    return heard.promise > sure and heard.windows < _NO_WINDOWS
