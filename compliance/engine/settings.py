"""Reading the parameters of a rule, with errors that say where and what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from core.errors import Invalid


class Settings:
    """The `with:` of one rule. Each setting is taken once; what is left over is an error."""

    def __init__(self, where: str, given: Mapping[str, Any]) -> None:
        self.where = where
        self._left = dict(given)

    def wrong(self, name: str, what: str) -> Invalid:
        return Invalid(f"{self.where}.{name}", what)

    def take(self, name: str, kind: type, default: Any = ...) -> Any:
        """The setting of that type; its default if it is not there; `Invalid` otherwise."""
        if name not in self._left:
            if default is ...:
                raise self.wrong(name, "is missing")
            return default
        value = self._left.pop(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(name, f"is not {_spoken(kind)}")
        return value

    def text(self, name: str, default: Any = ...) -> Any:
        return self.take(name, str, default)

    def number(self, name: str, default: Any = ...) -> Any:
        return self.take(name, int, default)

    def names(self, name: str, allowed: frozenset[str] | tuple[str, ...], default: Any = ...) -> Any:
        """One name or a list of names, all of them known, as a frozenset."""
        if name not in self._left and default is not ...:
            return default
        value = self._left.get(name)
        values = [value] if isinstance(value, str) else self.take(name, list)
        self._left.pop(name, None)
        for each in values:
            if not isinstance(each, str) or each not in allowed:
                raise self.wrong(name, f"{each!r} is not one of {', '.join(sorted(allowed))}")
        return frozenset(values)

    def day(self, name: str, default: Any = ...) -> Any:
        return self.take(name, date, default)

    def done(self) -> None:
        """`Invalid` if anything was given that nobody asked for."""
        if self._left:
            raise self.wrong(sorted(map(str, self._left))[0], "is not a setting known here")


def _spoken(kind: type) -> str:
    names = {str: "text (quote times and codes)", int: "a whole number", list: "a list", dict: "a mapping"}
    return names.get(kind, "a date" if kind is date else kind.__name__)
