"""One pattern for all the feasts that a language names, which are many, and what is meant of the one named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from reading.days import festivals as feasts
from reading.days.calendar import Days
from reading.days.context import Meaning, Seen


class FeastNames:
    """The names of feasts: `pattern` finds any of them in its group `feast`, `of` gives rules their meaning."""

    def __init__(self, names: Iterable[tuple[str, feasts.Feast]]) -> None:
        self._feasts = tuple((re.compile(name, re.ASCII), feast) for name, feast in names)
        self.pattern = "(?P<feast>" + "|".join(name.pattern for name, _ in self._feasts) + ")"

    def of(self, meaning: Callable[[feasts.Feast], Meaning]) -> Meaning:
        """The meaning of a rule for the feast that was named."""

        def means(match: re.Match[str], seen: Seen) -> Days | None:
            start, end = match.span("feast")
            named = next(feast for name, feast in self._feasts if name.fullmatch(match.string, start, end))
            return meaning(named)(match, seen)

        return means
