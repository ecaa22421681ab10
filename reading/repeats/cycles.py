"""The nouns of repeated payments."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reading.spans import Rule


@dataclass(frozen=True)
class Cycle:
    """So many days or months; neither: a cycle that is no calendar's (each payday)."""

    days: int = 0
    months: int = 0


@dataclass(frozen=True)
class Every:
    """Again and again, so far apart."""

    cycle: Cycle


@dataclass(frozen=True)
class Times:
    """In so many payments; `cycle` where it says how far apart as well: "over 4 months"."""

    count: int
    cycle: Cycle | None = None


WEEKLY, FORTNIGHTLY, MONTHLY, DAILY, PAYDAYS = (
    Cycle(days=7),
    Cycle(days=14),
    Cycle(months=1),
    Cycle(days=1),
    Cycle(),
)


def every(pattern: str, cycle: Cycle) -> Rule[None, Every | Times]:
    """A rule for one way to say a cycle."""
    return Rule(re.compile(pattern, re.ASCII), lambda match, _: Every(cycle))


def counted(
    pattern: str, means: Callable[[re.Match[str]], Every | Times | None]
) -> Rule[None, Every | Times]:
    """A rule whose meaning depends on the number in it."""
    return Rule(re.compile(pattern, re.ASCII), lambda match, _: means(match))
