"""The lines of a CSV file, each read for itself: no field runs over lines, so a broken one takes no other with it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

from core.errors import Invalid

# No field is longer than `fields.LONGEST`; of a line that is far longer, this much is kept to find it again.
LONGEST = 20_000
SHOWN = 200


@dataclass(frozen=True)
class Line:
    """One line by the header's names, and what is wrong with it as a whole. The header is line 1."""

    number: int
    row: Mapping[str, str]
    wrong: Invalid | None = None

    def whole(self) -> Mapping[str, str]:
        """The row; raise `Invalid` when the line could not be read."""
        if self.wrong is not None:
            raise self.wrong
        return self.row


def read_lines(file: TextIO, required: frozenset[str], optional: frozenset[str]) -> Iterator[Line]:
    """The lines behind the header, empty ones left out; raise `Invalid` when the header will not do."""
    lines = enumerate(file, start=1)
    names = _header(next(lines, (1, ""))[1], required, optional)
    for number, text in lines:
        if text.strip():
            yield _line(number, text, names)


def _header(text: str, required: frozenset[str], optional: frozenset[str]) -> list[str]:
    try:
        names = [name.strip().lstrip("\ufeff") for name in _fields(text)]
    except Invalid as error:
        raise Invalid("header", error.what.removeprefix("line: "), remedy=error.remedy) from None
    if missing := required - set(names):
        remedy = "Add the columns to the first line."
        raise Invalid("header", f"lacks {', '.join(sorted(missing))}", remedy=remedy)
    if unknown := set(names) - required - optional:
        known = ", ".join(sorted(required | optional))
        shown = ", ".join(sorted(repr(name[:SHOWN]).strip("'") for name in unknown))
        raise Invalid("header", f"has unknown {shown}", remedy=f"Known are {known}.")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise Invalid("header", f"has {', '.join(twice)} twice", remedy="Keep each column once.")
    return names


def _line(number: int, text: str, names: Sequence[str]) -> Line:
    try:
        fields = _fields(text)
    except Invalid as error:
        pieces = text[:LONGEST].split(",")
        found = {name: piece.strip()[:SHOWN] for name, piece in zip(names, pieces, strict=False)}
        return Line(number, found, error)
    row = dict(zip(names, fields, strict=False))
    if len(fields) > len(names):
        remedy = "Quote texts that hold commas."
        return Line(number, row, Invalid("line", "has more fields than the header", remedy=remedy))
    return Line(number, row)


def _fields(text: str) -> list[str]:
    if len(text) > LONGEST:
        raise Invalid(
            "line", "is longer than any that can be right", remedy="Look for a line break that is missing."
        )
    if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
        raise Invalid("line", "is not UTF-8", remedy="Save the file as UTF-8.")
    try:
        return next(csv.reader([text.rstrip("\r\n")], strict=True), [])
    except csv.Error:
        remedy = 'Close each quote on its own line, and write a quote in a text twice: "".'
        raise Invalid(
            "line", "has a quote that is not closed, or stands within a text", remedy=remedy
        ) from None
