"""Which letters a pattern cannot do without, so that most patterns need not be tried on most texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

# The standard library's own parser has no public name; it is pinned by the tests of this module.
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MOST = 400

# Every string that a piece may be (finite), or None; and strings of which one must occur in it, or None.
type _Piece = tuple[frozenset[str] | None, frozenset[str] | None]

_EMPTY: _Piece = (frozenset({""}), None)
_OPEN: _Piece = (None, None)


def required(pattern: re.Pattern[str]) -> frozenset[str]:
    """Strings of which at least one stands in every text that the pattern is found in; empty if unknown."""
    exact, needed = _sequence(parser.parse(pattern.pattern))
    found = _best([exact, needed]) or frozenset()
    return frozenset(text for text in found if not _holds_shorter(text, found))


def _holds_shorter(text: str, others: frozenset[str]) -> bool:
    """Whether a shorter one of the strings stands within `text`, so that looking for it is enough."""
    return any(
        text[start:end] in others
        for start in range(len(text))
        for end in range(start + 1, len(text) + 1)
        if end - start < len(text)
    )


def _sequence(tokens: Iterable[Any]) -> _Piece:
    """A run of pieces: exact as long as all are, else the most telling of what its parts need."""
    candidates: list[frozenset[str] | None] = []
    run: frozenset[str] = frozenset({""})
    whole = True
    for kind, value in tokens:
        exact, needed = _piece(kind, value)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = frozenset(left + right for left, right in product(run, exact))
            continue
        whole = False
        candidates += [run, exact, needed]
        run = frozenset({""})
    if whole:
        return run, None
    return None, _best([*candidates, run])


def _piece(kind: Any, value: Any) -> _Piece:
    if kind is op.LITERAL:
        return frozenset({chr(value)}), None
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return _EMPTY
    if kind is op.SUBPATTERN:
        return _sequence(value[3])
    if kind is op.BRANCH:
        return _branches([_sequence(branch) for branch in value[1]])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        low, high, inner = value
        exact, needed = _sequence(inner)
        if (low, high) == (0, 1) and exact is not None:
            return exact | {""}, None
        return (None, _best([exact, needed])) if low else _OPEN
    if kind is op.IN and all(each[0] is op.LITERAL for each in value):
        return frozenset(chr(each[1]) for each in value), None
    return _OPEN


def _branches(pieces: list[_Piece]) -> _Piece:
    exacts = [exact for exact, _ in pieces if exact is not None]
    if len(exacts) == len(pieces):
        return frozenset().union(*exacts), None
    needed = [_best([exact, need]) for exact, need in pieces]
    if any(each is None for each in needed):
        return _OPEN
    return None, frozenset().union(*(each for each in needed if each is not None))


def _best(candidates: list[frozenset[str] | None]) -> frozenset[str] | None:
    """The set whose shortest string tells most; a set with an empty string tells nothing."""
    telling = [each for each in candidates if each and "" not in each]
    return max(telling, key=lambda each: (min(map(_weight, each)), -len(each)), default=None)


def _weight(text: str) -> int:
    """How much finding a string tells: a Chinese character counts for three letters, more than four add nothing."""
    return min(4, sum(3 if ord(character) > 0x2E7F else 1 for character in text))
