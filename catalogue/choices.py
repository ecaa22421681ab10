"""Quick replies: what a borrower may answer by a button, in the language of the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalogue.entries import entry
from catalogue.rendering import locale_of, render
from catalogue.values import Json, show


def choices(
    key: str, parameters: Mapping[str, Json], language: str, *, country: str | None = None
) -> Sequence[str]:
    """The answers that the entry `key` suggests, each as the borrower would write it; none for most entries.

    A declared `{name}` stands for every value of that list among the parameters, written as the text writes it.
    """
    found: list[str] = []
    for declared in entry(key).choices:
        if declared.startswith("{"):
            found += _each(parameters.get(declared[1:-1]), locale_of(language, country))
        else:
            found.append(render(declared, {}, language, country=country))
    return found


def _each(value: Json | None, locale: str) -> list[str]:
    if not isinstance(value, Mapping) or not isinstance(value.get("list"), list):
        return []
    return [show(one, locale) for one in value["list"]]
