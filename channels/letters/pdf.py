"""Letters on paper: sheets laid out as a PDF of A4 or US letter size.

Chinese is set in the fonts that readers of PDF bring for it (Adobe's Asian fonts, or what stands in for them in
browsers and PDFium): no font file of ours is needed, and none is embedded.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
    Table,
)
from reportlab.platypus import Paragraph as Words

from channels.letters.faces import CHINESE, SIGNS, face, has, paper_size
from core.errors import Invalid
from core.letters import Block, Boxes, Bullets, CutHere, Heading, Paragraph, Sheet, Sums

_MARGIN, _ABOVE = 20 * mm, 14 * mm
# Latin letters up to here stand as wide as a Chinese sign in a Chinese font, where they have an accent.
_LAST_OF_LATIN = "\u0250"
# Tables whose text begins at the margin, line close to line.
_CLOSE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
]
# What Adobe's fonts of Traditional and Simplified Chinese do not hold is written by another sign that means the same.
_STANDS_FOR = str.maketrans({"–": "-", "—": "－"})


def paper(sheets: Sequence[Sheet], *, country: str) -> bytes:
    """The PDF of these sheets, each from a page of its own, on the paper of `country` (ISO 3166).

    The same sheets are the same bytes. Raises `ValueError` where there is none, and `Invalid` where a sign in them
    cannot be printed.
    """
    if not sheets:
        raise ValueError("a letter has at least one sheet")
    size = paper_size(country)
    written = io.BytesIO()
    document = BaseDocTemplate(
        written, pagesize=size, title=sheets[0].title, author=sheets[0].writer[0], lang=sheets[0].language,
        creator="Kept", invariant=1,
    )  # fmt: skip
    frame = Frame(_MARGIN, _ABOVE, size[0] - 2 * _MARGIN, size[1] - 2 * _ABOVE, 0, 0, 0, 0)
    document.addPageTemplates(
        [
            PageTemplate(id=str(number), frames=[frame], onPage=_Foot(sheet))
            for number, sheet in enumerate(sheets)
        ]
    )
    story: list[Flowable] = []
    for number, sheet in enumerate(sheets):
        if number:
            story += [NextPageTemplate(str(number)), PageBreak()]
        story += _laid_out(sheet, size[0] - 2 * _MARGIN)
    document.build(story)
    return written.getvalue()


@dataclass(frozen=True)
class _Foot:
    """Below every page: what the letter is about, and the number of the page."""

    sheet: Sheet

    def __call__(self, canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFillGray(0.35)
        left = _MARGIN
        for font, run in _runs(self.sheet.foot, self.sheet.language, _font(self.sheet.language)):
            canvas.setFont(font, 8)
            canvas.drawString(left, 8 * mm, run)
            left += pdfmetrics.stringWidth(run, font, 8)
        canvas.setFont(_font(self.sheet.language), 8)
        canvas.drawRightString(document.pagesize[0] - _MARGIN, 8 * mm, str(canvas.getPageNumber()))
        canvas.restoreState()


class _Box(Flowable):
    """An empty square to tick: drawn, for not every font has one."""

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = 3.2 * mm

    def draw(self) -> None:
        self.canv.rect(0, 0, self.width, self.height)


class _CutLine(Flowable):
    """A dashed line with words above it."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.width, self.height = width, 3 * mm

    def draw(self) -> None:
        self.canv.setDash(3, 3)
        self.canv.line(0, self.height / 2, self.width, self.height / 2)


def _font(language: str, *, strong: bool = False) -> str:
    if language in CHINESE:
        return face(CHINESE[language])
    return "Helvetica-Bold" if strong else "Helvetica"


@cache
def _style(language: str, kind: str) -> ParagraphStyle:
    """How a kind of words looks in a language. Chinese has no bold fonts: what stands out is larger."""
    chinese = language in CHINESE
    stands_out = kind in ("heading", "strong", "writer")
    size = {"heading": 10.5, "soft": 8.5, "writer": 12}.get(kind, 9) + (0.5 if chinese and stands_out else 0)
    return ParagraphStyle(
        name=f"{language}-{kind}",
        fontName=_font(language, strong=stands_out),
        fontSize=size,
        leading=size * (1.4 if chinese else 1.25),
        spaceBefore={"heading": 5}.get(kind, 0),
        spaceAfter={"line": 0, "writer": 1, "soft": 0}.get(kind, 3),
        alignment=TA_RIGHT if kind == "amount" else TA_LEFT,
        wordWrap="CJK" if chinese else None,
    )


def _words(text: str, language: str, kind: str = "text") -> Words:
    style = _style(language, kind)
    marked = (
        _escaped(run) if font == style.fontName else f'<font name="{font}">{_escaped(run)}</font>'
        for font, run in _runs(text, language, style.fontName)
    )
    return Words("".join(marked), style)


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br/>")


def _runs(text: str, language: str, first: str) -> list[tuple[str, str]]:
    """The text in runs of one font each: the sheet's own where it has the sign, else another that has it.

    Raises `Invalid` for a sign that none has: a letter with a hole in a name is none.
    """
    chinese = language in CHINESE
    known = SIGNS[CHINESE[language] if chinese else "Helvetica"]
    fonts = [(first, known), *((face(name), signs) for name, signs in SIGNS.items() if signs != known)]
    runs: list[tuple[str, str]] = []
    for sign in text.translate(_STANDS_FOR) if chinese else text:
        last = runs[-1][0] if runs else first
        if sign.isspace():
            font: str | None = last
        elif chinese and sign < _LAST_OF_LATIN and has(SIGNS["Helvetica"], sign):
            font = "Helvetica"
        else:
            font = next((font for font, signs in fonts if has(signs, sign)), None)
        if font is None:
            raise Invalid(
                "letter",
                "holds a sign that no font of it has",
                remedy="Write it in Latin or Chinese letters.",
            )
        if runs and font == last:
            runs[-1] = (font, runs[-1][1] + sign)
        else:
            runs.append((font, sign))
    return runs


def _laid_out(sheet: Sheet, width: float) -> list[Flowable]:
    """The whole sheet: who writes, to whom, about what, and then what is said."""
    language = sheet.language
    head, *ways = sheet.writer
    story: list[Flowable] = [_words(head, language, "writer")]
    story += [_words(line, language, "soft") for line in ways]
    story.append(Spacer(0, 5 * mm))
    beside = Table(
        [[[_words(line, language, "line") for line in side] for side in (sheet.recipient, sheet.about)]],
        colWidths=[width * 0.58, width * 0.42],
        style=_CLOSE,
    )
    story += [beside, Spacer(0, 3 * mm)]
    place = next((at for at, block in enumerate(sheet.blocks) if isinstance(block, CutHere)), None)
    for block in sheet.blocks[:place]:
        story += _block(block, language, width)
    if place is not None:
        torn_off = [part for block in sheet.blocks[place:] for part in _block(block, language, width)]
        story.append(KeepTogether(torn_off))
    return story


def _block(block: Block, language: str, width: float) -> list[Flowable]:
    match block:
        case Heading(text):
            return [_words(text, language, "heading")]
        case Paragraph(text, strong):
            return [_words(text, language, "strong" if strong else "text")]
        case Bullets(items):
            return [_marked([(_words("•", "en"), item, False) for item in items], language, width)]
        case Boxes(items):
            return [_marked([(_Box(), text, inner) for text, inner in items], language, width)]
        case Sums(lines, total):
            return [_sums(lines, language, width, total=total), Spacer(0, 2 * mm)]
        case CutHere(text, left, right):
            sides = [[_words(line, language, "line") for line in side] for side in (left, right)]
            return [
                Spacer(0, 3 * mm),
                _CutLine(width),
                _words(text, language, "heading"),
                Table([sides], colWidths=[width / 2] * 2, style=_CLOSE),
                Spacer(0, 2 * mm),
            ]  # fmt: skip


def _marked(items: Sequence[tuple[Flowable, str, bool]], language: str, width: float) -> Table:
    rows = [
        ["", mark, _words(text, language)] if inner else [mark, _words(text, language), ""]
        for mark, text, inner in items
    ]
    spans = [("SPAN", (1, row), (2, row)) for row, (_, _, inner) in enumerate(items) if not inner]
    return Table(rows, colWidths=[6 * mm, 6 * mm, width - 12 * mm], style=[*_CLOSE, *spans])


def _sums(lines: Sequence[tuple[str, str]], language: str, width: float, *, total: bool) -> Table:
    last = len(lines) - 1
    rows = [
        [
            _words(label, language, "strong" if total and row == last else "text"),
            _words(amount, language, "amount"),
        ]
        for row, (label, amount) in enumerate(lines)
    ]
    share = 0.72 if total else 0.5
    line = [("LINEABOVE", (0, last), (-1, last), 0.6, "black")] if total else []
    return Table(rows, colWidths=[width * share, width * (1 - share)], style=[*_CLOSE, *line])
