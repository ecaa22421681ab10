"""Finding things in a text: rules in order of trust, no character read twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from reading.sieve import Runs, needs, runs
from reading.text import MASK


@dataclass(frozen=True)
class Found[T]:
    """Something read, and where in the text it stands."""

    start: int
    end: int
    value: T


@dataclass(frozen=True)
class Rule[C, T]:
    """A pattern and what it means; `means` answers None when the match is not what it looked like."""

    pattern: re.Pattern[str]
    means: Callable[[re.Match[str], C], T | None]

    @cached_property
    def needs(self) -> Runs | None:
        """What must be in a text for the pattern to be."""
        return needs(self.pattern)


def scan[C, T](text: str, rules: Iterable[Rule[C, T]], context: C) -> tuple[list[Found[T]], str]:
    """Read `text` by `rules`, the earlier first.

    Returns what was found in the order of the text, and the text with every find masked.
    """
    found: list[Found[T]] = []
    there = runs(text)
    for rule in rules:
        if rule.needs is not None and rule.needs.isdisjoint(there):
            continue
        pieces: list[str] = []
        last = 0
        for match in rule.pattern.finditer(text):
            if match.end() == match.start():
                continue
            value = rule.means(match, context)
            if value is None:
                continue
            found.append(Found(match.start(), match.end(), value))
            pieces += (text[last : match.start()], MASK * (match.end() - match.start()))
            last = match.end()
        if pieces:
            text = "".join(pieces) + text[last:]
    return sorted(found, key=lambda item: item.start), text


def masked(text: str, pattern: re.Pattern[str], mask: str = MASK) -> str:
    """`text` with every match of `pattern` masked, the length kept."""
    return pattern.sub(lambda match: mask * (match.end() - match.start()), text)
