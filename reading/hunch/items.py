"""Whether a sum or a day is one of those that are promised, by what stands around it."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence

from reading.corrections import Item
from reading.days import Days
from reading.hunch.features import SIZE
from reading.money import Share, Sum

BEFORE, AFTER = 28, 22  # letters that are heard
_RUN = 5  # letters of a run anywhere around
_CLOSE = 12  # letters of a run that begins at it
_OWN = 3  # letters of a run within
_FIGURES = re.compile(r"\d+")


def places_of(text: str, items: Sequence[Item], number: int) -> list[int]:
    """Where what is around the item of this `number` stands in the table, each once, in order."""
    sign = _sign(items[number])
    return sorted(
        {
            zlib.crc32(f"{sign}{heard}".encode("utf-8", "replace")) & (SIZE - 1)
            for heard in (*_around(text, items, number), *_among(items, number))
        }
    )


def _around(text: str, items: Sequence[Item], number: int) -> set[str]:
    """Runs of letters before it, behind it and in it; other items are a sign each, figures a nought."""
    item = items[number]
    before = "^" + _FIGURES.sub("0", _signed(text, 0, item.start, items[:number]))
    after = _FIGURES.sub("0", _signed(text, item.end, len(text), items[number + 1 :])) + "$"
    own = _FIGURES.sub("0", text[item.start : item.end])
    heard = {f"o{own}"}
    for length in range(1, _CLOSE + 1):
        heard |= {f"L{before[-length:]}", f"R{after[:length]}"}
    for side, told, longest in (("l", before[-BEFORE:], _RUN), ("r", after[:AFTER], _RUN), ("w", own, _OWN)):
        for length in range(1, longest + 1):
            heard |= {f"{side}{told[start : start + length]}" for start in range(len(told) - length + 1)}
    return heard


def _signed(text: str, start: int, end: int, items: Sequence[Item]) -> str:
    pieces: list[str] = []
    for item in items:
        if start <= item.start < end:
            pieces += (text[start : item.start], _sign(item))
            start = item.end
    return "".join(pieces) + text[start:end]


def _among(items: Sequence[Item], number: int) -> set[str]:
    """What stands beside it, how many are of its kind and which of them it is."""
    item, signs = items[number], "".join(map(_sign, items))
    sign = signs[number]
    alike = Counter(signs)[sign]
    place = signs[:number].count(sign)
    same = sum(other.value == item.value for other in items)
    return {
        f"n{alike}", f"p{place}", f"e{alike - 1 - place}", f"q{signs}", f"Q{signs}{number}", f"v{same}",
        f"b{signs[number - 1] if number else '^'}", f"a{signs[number + 1 : number + 2] or '$'}",
    }  # fmt: skip


def _sign(item: Item) -> str:
    value = item.value
    return (
        "¤"
        if isinstance(value, Days)
        else "§"
        if isinstance(value, Sum)
        else "%"
        if isinstance(value, Share)
        else "~"
    )
