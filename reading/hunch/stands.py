"""What stands around something that was found in a text: a sum, a day, an hour."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reading.hunch.features import SIZE

BEFORE, AFTER = 28, 22  # letters that are heard
_RUN = 5  # letters of a run anywhere around
_CLOSE = 12  # letters of a run that begins at it
_OWN = 3  # letters of a run within
_FIGURES = re.compile(r"\d+")


class Stand(NamedTuple):
    """Where it stands, the sign by which the others know it, what it is worth, and the family with which it is learnt."""

    start: int
    end: int
    sign: str
    value: object
    family: str


def places_of(text: str, stands: Sequence[Stand], number: int) -> list[int]:
    """Where what is around the one of this `number` stands in the table, each once, in order."""
    family = stands[number].family
    return sorted(
        {
            zlib.crc32(f"{family}{heard}".encode("utf-8", "replace")) & (SIZE - 1)
            for heard in (*_around(text, stands, number), *_among(stands, number))
        }
    )


def _around(text: str, stands: Sequence[Stand], number: int) -> set[str]:
    """Runs of letters before it, behind it and in it; the others are a sign each, figures a nought."""
    one = stands[number]
    before = "^" + _FIGURES.sub("0", _signed(text, 0, one.start, stands[:number]))
    after = _FIGURES.sub("0", _signed(text, one.end, len(text), stands[number + 1 :])) + "$"
    own = _FIGURES.sub("0", text[one.start : one.end])
    heard = {f"o{own}"}
    for length in range(1, _CLOSE + 1):
        heard |= {f"L{before[-length:]}", f"R{after[:length]}"}
    for side, told, longest in (("l", before[-BEFORE:], _RUN), ("r", after[:AFTER], _RUN), ("w", own, _OWN)):
        for length in range(1, longest + 1):
            heard |= {f"{side}{told[start : start + length]}" for start in range(len(told) - length + 1)}
    return heard


def _signed(text: str, start: int, end: int, stands: Sequence[Stand]) -> str:
    pieces: list[str] = []
    for one in stands:
        if start <= one.start < end:
            pieces += (text[start : one.start], one.sign)
            start = one.end
    return "".join(pieces) + text[start:end]


def _among(stands: Sequence[Stand], number: int) -> set[str]:
    """What stands beside it, how many are of its kind and which of them it is."""
    one, signs = stands[number], "".join(each.sign for each in stands)
    alike = Counter(signs)[one.sign]
    place = signs[:number].count(one.sign)
    same = sum(other.value == one.value for other in stands)
    return {
        f"k{one.sign}", f"n{alike}", f"p{place}", f"e{alike - 1 - place}", f"q{signs}", f"Q{signs}{number}", f"v{same}",
        f"b{signs[number - 1] if number else '^'}", f"a{signs[number + 1 : number + 2] or '$'}",
    }  # fmt: skip
