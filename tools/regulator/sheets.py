"""Sheets of paper filled from the top: lines, rows of tables, a bar beside what belongs together, a foot below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from channels.letters.faces import paper_size
from storage.audit_told import Span
from tools.regulator.lines import Set, set_lines

_MARGIN, _ABOVE, _BELOW = 18 * mm, 16 * mm, 18 * mm
BAR = 5.0  # points between a column or a bar and what stands right of it
_FOOT = 7.5
_PAGES = "pages"  # the form that tells how many sheets there are: known only at the end
_SHADE, _QUIET, _THIN = HexColor("#f2f2ee"), 0.35, 0.4


class Sheets:
    """A PDF being written; what does not fit on a sheet goes onto the next."""

    def __init__(self, file: BinaryIO, *, place: str, title: str, author: str) -> None:
        self._across, self._down = paper_size(place)
        self._canvas = Canvas(file, pagesize=(self._across, self._down), invariant=1, lang="en")
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Kept")
        self._title = title
        self._left = _MARGIN
        self._bar: str | None = None
        self._at = self._from = 0.0
        self._begin()

    @property
    def width(self) -> float:
        """How much stands between the margins, in points."""
        return self._across - self._left - _MARGIN

    def lacks(self, height: float) -> bool:
        """Whether less than `height` points are left on this sheet."""
        return self._at - height < _BELOW

    def need(self, height: float) -> None:
        """Begin a new sheet unless `height` points are left on this one."""
        if self.lacks(height):
            self.next()

    def skip(self, height: float) -> None:
        """Leave so much free, but nothing at the top of a sheet."""
        if not self._fresh:
            self._at -= height

    def section(self, name: str) -> None:
        """What begins here is found by this name in the reader's contents."""
        key = f"s{self._canvas.getPageNumber()}-{self._at:.0f}"
        self._canvas.bookmarkHorizontal(key, 0, self._at)
        self._canvas.addOutlineEntry(name, key)

    def rule(self) -> None:
        """A line across."""
        self._canvas.setLineWidth(_THIN)
        self._canvas.line(self._left, self._at, self._across - _MARGIN, self._at)

    def line(self, line: Set, size: float, leading: float, *, inset: float = 0, shaded: bool = False) -> None:
        """One line of words; with `shaded`, on a ground of its own."""
        self.need(leading)
        if shaded:
            self._canvas.setFillColor(_SHADE)
            self._canvas.rect(self._left, self._at - leading, self.width, leading, stroke=0, fill=1)
        self._written(line, self._left + inset, size)
        self._down_by(leading)

    def row(
        self,
        lines: Sequence[Sequence[Set]],
        widths: Sequence[float],
        size: float,
        leading: float,
        *,
        ends: bool = True,
    ) -> None:
        """Lines of a table's row, each with its cells; a thin line below where the row ends."""
        for cells in lines:
            left = self._left
            for cell, width in zip(cells, widths, strict=True):
                self._written(cell, left, size)
                left += width
            self._down_by(leading)
        if ends:
            self._canvas.setStrokeGray(0.8)
            self.rule()
            self._canvas.setStrokeGray(0)
            self._down_by(1.5)

    @contextmanager
    def beside(self, colour: str) -> Iterator[None]:
        """A bar of this colour left of everything that is set meanwhile."""
        self._bar, self._from = colour, self._at
        self._left += 2 * BAR
        yield
        self._left -= 2 * BAR
        self._draw_bar()
        self._bar = None

    def next(self) -> None:
        """Go on to a new sheet."""
        self._draw_bar()
        self._foot()
        self._canvas.showPage()
        self._begin()

    def close(self) -> None:
        """End the last sheet and write the file."""
        self._foot()
        total = str(self._canvas.getPageNumber())
        self._canvas.beginForm(_PAGES, 0, -10, 100, 20)
        self._canvas.setFont("Helvetica", _FOOT)
        self._canvas.setFillGray(_QUIET)
        self._canvas.drawString(0, 0, total)
        self._canvas.endForm()
        self._canvas.showPage()
        self._canvas.save()

    def _begin(self) -> None:
        self._at = self._from = self._down - _ABOVE
        self._fresh = True

    def _down_by(self, height: float) -> None:
        self._at -= height
        self._fresh = False

    def _written(self, line: Set, left: float, size: float) -> None:
        if not line.runs:
            return
        words = self._canvas.beginText(left, self._at - size)
        for run in line.runs:
            words.setFillGray(_QUIET if run.quiet else 0)
            words.setFont(run.font, size)
            words.textOut(run.text)
        self._canvas.drawText(words)

    def _draw_bar(self) -> None:
        if self._bar is None or self._from <= self._at:
            return
        self._canvas.setFillColor(HexColor(self._bar))
        self._canvas.rect(_MARGIN, self._at, 2.5, self._from - self._at, stroke=0, fill=1)

    def _foot(self) -> None:
        """What the file is about, and which sheet of how many this is."""
        number = f"Page {self._canvas.getPageNumber()} of "
        right = self._across - _MARGIN - 4 * _FOOT
        (line, *_) = set_lines([Span(self._title, "quiet")], right - _MARGIN - 12 * _FOOT, _FOOT)
        at, self._at = self._at, 10 * mm + _FOOT
        self._written(line, _MARGIN, _FOOT)
        self._at = at
        self._canvas.setFont("Helvetica", _FOOT)
        self._canvas.setFillGray(_QUIET)
        self._canvas.drawRightString(right, 10 * mm, number)
        self._canvas.saveState()
        self._canvas.translate(right, 10 * mm)
        self._canvas.doForm(_PAGES)
        self._canvas.restoreState()
