"""An export on sheets of paper, as a PDF: a cover, then all that the page says, in the same order.

The file is set line by line in one go, so that ten times the entries take ten times the time.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from storage.audit_told import Card, Grid, Heading, Line, Part, Quote, Span, parts, title
from tools.regulator.cover import Cover, cover
from tools.regulator.lines import Set, set_lines
from tools.regulator.sheets import BAR, Sheets

_SIZE, _SMALL = 9.0, 7.5
_LEADING = 1.35
_GAP = 6.0
_PAD = 8.0
# The bar left of what came in, of what went, and of what a rule stopped or put off.
_COLOURS = {"in": "#22aa77", "block": "#bb4400", "defer": "#bb4400"}
_PLAIN = "#556677"


def paper(export: Mapping[str, Any], told: Cover) -> bytes:
    """The PDF of an export of `storage.audit_export.of_borrower`, on the paper of the borrower's place.

    The same export and cover are the same bytes.
    """
    who = export["borrower"]
    written = io.BytesIO()
    sheets = Sheets(written, place=who["jurisdiction"], title=title(export), author=told.writer)
    setting = _Setting(sheets, who["language"])
    for part in cover(export, told):
        setting.part(part)
    sheets.next()
    for part in parts(export):
        setting.part(part)
    sheets.close()
    return written.getvalue()


class _Setting:
    """Part after part onto the sheets."""

    def __init__(self, sheets: Sheets, language: str) -> None:
        self._sheets = sheets
        self._language = language

    def part(self, part: Part) -> None:
        """Set one part below the last."""
        match part:
            case Heading(text):
                self._heading(text)
            case Card():
                self._card(part)
            case Grid():
                self._grid(part, _SIZE)
                self._sheets.skip(_GAP)
            case Line(spans):
                self._words(spans, _SIZE)
                self._sheets.skip(_GAP)

    def _heading(self, text: str) -> None:
        size = _SIZE + 4
        self._sheets.skip(2 * _GAP)
        self._sheets.need(size * 5)
        self._sheets.section(text)
        self._words([Span(text, "strong")], size)
        self._sheets.rule()
        self._sheets.skip(_GAP)

    def _card(self, card: Card) -> None:
        """One thing that happened, a bar to its left on as many sheets as it takes."""
        self._sheets.need(_SIZE * 4)
        with self._sheets.beside(_COLOURS.get(card.kind, _PLAIN)):
            for part in card.parts:
                match part:
                    case Line(spans):
                        self._words(spans, _SIZE)
                    case Quote(text):
                        self._words([Span(text)], _SIZE, shaded=True)
                    case Grid():
                        self._grid(part, _SMALL)
        self._sheets.skip(1.5 * _GAP)

    def _words(self, spans: Sequence[Span], size: float, *, shaded: bool = False) -> None:
        inset = _PAD if shaded else 0
        for line in set_lines(spans, self._sheets.width - 2 * inset, size, self._language):
            self._sheets.line(line, size, size * _LEADING, inset=inset, shaded=shaded)
        if shaded:
            self._sheets.skip(_GAP / 2)

    def _grid(self, grid: Grid, size: float) -> None:
        if not grid.rows:
            self._words([Span("None.", "quiet")], size)
            return
        whole = self._sheets.width
        widths = [whole * share / sum(grid.widths) for share in grid.widths]
        heads = (
            self._row([Span(head, "strong") for head in grid.heads], widths, size) if any(grid.heads) else []
        )
        leading = size * _LEADING
        self._sheets.need(3 * leading)
        self._sheets.row(heads, widths, size, leading)
        for cells in grid.rows:
            row = self._row([Span(cell) for cell in cells], widths, size)
            if self._sheets.lacks(min(len(row), 12) * leading):
                self._sheets.next()
                self._sheets.row(heads, widths, size, leading)
            for at, lines in enumerate(row):
                if self._sheets.lacks(leading):
                    self._sheets.next()
                    self._sheets.row(heads, widths, size, leading)
                self._sheets.row([lines], widths, size, leading, ends=at == len(row) - 1)

    def _row(self, cells: Iterable[Span], widths: Sequence[float], size: float) -> list[list[Set]]:
        """The lines of a row from the top, each with a piece of every cell."""
        columns = [
            set_lines([cell], width - BAR, size, self._language)
            for cell, width in zip(cells, widths, strict=True)
        ]
        tallest = max(map(len, columns))
        return [[column[at] if at < len(column) else Set() for column in columns] for at in range(tallest)]
