"""Which of many patterns can be in a text at all, before any is tried.

A pattern that needs "tom" cannot be in a text without it. What it cannot do without, a few runs of letters of which one
must be there, is taken from the tree that `re` itself makes of it; so nothing has to be kept beside the patterns. Of the
days' rules one in five is left to be tried on English or Spanish, one in twenty on Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from importlib import import_module
from typing import Any, cast

from reading.text import MASK, NOISE

# The parser of `re` has no public name (in 3.12; as `sre_parse` it is going away).
_PARSER: Any = import_module("re._parser")
_CONSTANTS: Any = import_module("re._constants")

LONGEST = 3  # letters of a run
_WIDEST = 40  # characters of a range that are still worth telling apart
_FLAGS = re.ASCII | re.MULTILINE | re.DOTALL | re.VERBOSE

type Runs = frozenset[str]


def runs(text: str) -> Runs:
    """Every run of up to `LONGEST` characters of `text`."""
    return frozenset(
        text[start : start + length]
        for length in range(1, LONGEST + 1)
        for start in range(len(text) - length + 1)
    )


def needs(pattern: re.Pattern[str]) -> Runs | None:
    """Runs of which one must be in a text for `pattern` to be found there; None where nothing is sure."""
    if pattern.flags & re.IGNORECASE:
        return None
    needed = _needed(_PARSER.parse(pattern.pattern, pattern.flags & _FLAGS))
    return frozenset(run[:LONGEST] for run in _rarest(needed)) if needed else None


class Sieve[T]:
    """Patterns, each with what comes with it, of which only those that a text may hold are tried."""

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str], T]]) -> None:
        self._patterns = tuple(patterns)

    @cached_property
    def _told(self) -> tuple[tuple[Runs | None, re.Pattern[str], T], ...]:
        return tuple((needs(pattern), pattern, told) for pattern, told in self._patterns)

    def left(self, text: str) -> list[tuple[re.Pattern[str], T]]:
        """Those that may be in `text`, in their order, and that still may when parts of it have been masked."""
        there = runs(text)
        return [
            (pattern, told)
            for needed, pattern, told in self._told
            if needed is None or not needed.isdisjoint(there)
        ]

    def replaced(self, text: str) -> str:
        """`text` with each pattern replaced by what comes with it, a word or a function of the match, one after another."""
        there = runs(text)
        for needed, pattern, word in self._told:
            if needed is not None and needed.isdisjoint(there):
                continue
            before, text = text, pattern.sub(cast("str", word), text)
            if text != before:
                there = runs(text)
        return text


def _needed(tree: Sequence[Any]) -> list[Runs]:
    """Of each set one run must be there."""
    needed: list[Runs] = []
    said = ""
    for name, told in [*tree, (None, None)]:
        if name is _CONSTANTS.LITERAL and chr(told) not in (MASK, NOISE):
            said += chr(told)
            continue
        if said:
            needed.append(frozenset({said}))
        said = ""
        needed += _of_one(name, told)
    return needed


def _of_one(name: Any, told: Any) -> list[Runs]:
    """What a part that is no plain letter cannot do without."""
    if name is _CONSTANTS.SUBPATTERN:
        return _needed(told[3])
    if name is _CONSTANTS.IN:
        one_of = _one_of(told)
        return [one_of] if one_of else []
    if name is _CONSTANTS.BRANCH:
        ways = [_needed(way) for way in told[1]]
        return [frozenset().union(*map(_rarest, ways))] if all(ways) else []
    if name in (_CONSTANTS.MAX_REPEAT, _CONSTANTS.MIN_REPEAT) and told[0] > 0:
        return _needed(told[2])
    return []


def _one_of(told: Sequence[Any]) -> Runs | None:
    """The characters of a class, where they can be counted."""
    characters: set[str] = set()
    for name, what in told:
        if name is _CONSTANTS.LITERAL:
            characters.add(chr(what))
        elif name is _CONSTANTS.RANGE and what[1] - what[0] < _WIDEST:
            characters.update(map(chr, range(what[0], what[1] + 1)))
        else:
            return None
    return None if characters & {MASK, NOISE} else frozenset(characters)


def _rarest(needed: list[Runs]) -> Runs:
    """The set that the fewest texts fulfil, as a first guess: long runs of Latin letters, Chinese characters, few of them."""
    return min(needed, key=lambda one: sum(map(_frequent, one)))


def _frequent(run: str) -> float:
    kept = run[:LONGEST]
    return (40.0 if kept.isascii() else 4000.0) ** -len(kept)
