"""Sums that are said for several payments, told out one by one: one way for all languages, each with words of its own.

"The first two at 300 and the last at 350" becomes "300, 300 and 350", "200 every Sunday until I get to 1200" is six times:
lists that the grammar of payments pairs with what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

_MOST, _LONGEST = 24, 60
# The groups of a pattern that count payments: the first so many, the other so many, so many of them.
_COUNTS = ("first", "firstly", "then", "after", "count")


@dataclass(frozen=True)
class Telling:
    """How a language says for which payments a sum is.

    `before` and `behind` find which payments stand before a sum and behind it, `several` that such a plan is told at all,
    `how_many` payments there are of which `others` are said, `up_to` what sums add up to; `number` and `value` read counts and sums.
    """

    before: re.Pattern[str]
    behind: re.Pattern[str]
    several: re.Pattern[str]
    how_many: re.Pattern[str]
    up_to: re.Pattern[str]
    number: Callable[[str], int]
    value: Callable[[str], Decimal | None]
    # What stands between figures, and behind what is paid so often.
    joint: str
    so_often: str
    # "Los primeros dos viernes": what payments are counted by is how often they come, unless that is said.
    comes_round: re.Pattern[str]
    often: re.Pattern[str]
    every: str


@dataclass(frozen=True)
class _Part:
    """A sum and how many payments it is for; None where it is for all that are left."""

    start: int
    end: int
    sum: str
    count: int | None


def each_named(text: str, words: Telling) -> str:
    """`text` with each payment of such a plan named by itself. Its length may change."""
    if not words.several.search(text):
        return text
    parts = _apart([*_parts(words.before, text, words), *_parts(words.behind, text, words)])
    counts = _counts(parts, text, words)
    if counts is None or max(counts, default=0) < 2:
        return text
    pieces, last = [], 0
    for part, count in zip(parts, counts, strict=True):
        joint = words.joint if re.search(r"\d", part.sum) else ", "
        pieces += [text[last : part.start], joint.join([part.sum] * count)]
        last = part.end
    return "".join(pieces) + _cycle(parts, text, words) + text[last:]


def so_often(text: str, words: Telling) -> str:
    """`text` with the number of payments of a sum that is paid until they come to another."""

    def counted(match: re.Match[str]) -> str:
        each, whole = (words.value(match[name]) for name in ("each", "whole"))
        if not each or not whole or whole % each or not 2 <= whole // each <= _LONGEST:
            return match[0]
        return f"{match['each']}{match['how']}, {words.so_often.format(whole // each)}"

    return words.up_to.sub(counted, text)


def _parts(pattern: re.Pattern[str], text: str, words: Telling) -> list[_Part]:
    parts = []
    for match in pattern.finditer(text):
        said = {name.removeprefix("r_"): value for name, value in match.groupdict().items() if value}
        counted = next((said[name] for name in _COUNTS if name in said), None)
        count = words.number(counted) if counted else 1 if "one" in said else None
        if count is None or 1 <= count <= _MOST:
            parts.append(_Part(match.start(), match.end(), said.get("sum") or said["rest"], count))
    return parts


def _apart(parts: list[_Part]) -> list[_Part]:
    """In the order of the text, those that begin behind the end of the one kept before."""
    kept: list[_Part] = []
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
    return kept


def _counts(parts: list[_Part], text: str, words: Telling) -> list[int] | None:
    """For how many payments each sum is; None where that cannot be told, or where nothing else is said beside them."""
    others = sum(part.count is None for part in parts)
    if len(parts) < 2 or others > 1:
        return None
    whole = next((words.number(match["count"]) for match in words.how_many.finditer(text)), 0)
    left = whole - sum(part.count or 0 for part in parts)
    if others and not 1 <= left <= _MOST:
        return None
    return [part.count or left for part in parts]


def _cycle(parts: list[_Part], text: str, words: Telling) -> str:
    """How often the payments come, where that is only said by what they are counted by."""
    if words.often.search(text):
        return ""
    named = (words.comes_round.search(text, part.start, part.end) for part in parts)
    return next((f" {words.every} {match[0]}" for match in named if match), "")
