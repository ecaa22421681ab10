"""Words set in lines of a width: each sign in a font that has it, long words broken, in one go over the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reportlab.pdfbase import pdfmetrics

from channels.letters.faces import CHINESE, SIGNS, face, has
from storage.audit_told import Look, Span

_LATIN: dict[Look, str] = {
    "plain": "Helvetica",
    "quiet": "Helvetica",
    "strong": "Helvetica-Bold",
    "code": "Courier",
}
_CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
# Signs that never begin a line: they stand past its end instead.
_HANGS = "，。、；：？！）】」』》〉”’…"
_WORD = re.compile(rf"\n|[^\S\n]+|[{_CJK}][{_HANGS}]*|[^\s{_CJK}]+")
_SHORTEST = 4


@dataclass(frozen=True)
class Run:
    """Signs beside each other in one font, and how wide they stand."""

    font: str
    text: str
    width: float
    quiet: bool = False


@dataclass
class Set:
    """One line: its runs from the left."""

    runs: list[Run] = field(default_factory=list)

    @property
    def width(self) -> float:
        """How wide it stands."""
        return sum(run.width for run in self.runs)


def chinese_of(text: str, language: str) -> str:
    """The Chinese font that has more of a text's signs; where both have as many, that of `language`, else Simplified."""
    signs = set(re.findall(f"[{_CJK}]", text))
    simplified = sum(has(("gb2312",), sign) for sign in signs)
    traditional = sum(has(("big5",), sign) for sign in signs)
    if simplified == traditional:
        return CHINESE.get(language, CHINESE["zh-Hans"])
    return CHINESE["zh-Hans" if simplified > traditional else "zh-Hant"]


def set_lines(spans: Sequence[Span], width: float, size: float, language: str = "en") -> list[Set]:
    """The words of `spans` at `size` points in lines no wider than `width`; at least one line.

    A sign that no font has, and one that is not seen or turns the line round, stands as [U+1F600], its number.
    """
    chinese = chinese_of("".join(span.text for span in spans), language)
    lines = [Set()]
    used = 0.0
    for span in spans:
        for word in _WORD.findall(unicodedata.normalize("NFC", span.text)):
            if word == "\n":
                lines.append(Set())
                used = 0.0
                continue
            for runs in _fitting(runs_of(word, span.look, chinese, size), width, size):
                wide = sum(run.width for run in runs)
                if used and used + wide > width and not _overhangs(word, used, width, runs):
                    lines.append(Set())
                    used = 0.0
                    if word.isspace():
                        continue
                lines[-1].runs += runs
                used += wide
    return [Set(_joined(line.runs)) for line in lines]


def _overhangs(word: str, used: float, width: float, runs: Sequence[Run]) -> bool:
    """Whether only signs that never begin a line stand past its end."""
    bare = word.rstrip(_HANGS)
    return bare != word and used + sum(run.width for run in runs) * len(bare) / len(word) <= width


def _fitting(runs: tuple[Run, ...], width: float, size: float) -> Iterator[Sequence[Run]]:
    """The word whole, or where it is wider than a line, in pieces that each fit."""
    if sum(run.width for run in runs) <= width:
        yield runs
        return
    for run in runs:
        piece, wide = "", 0.0
        for sign in run.text:
            one = _wide(run.font, sign, size)
            if piece and wide + one > width:
                yield [Run(run.font, piece, wide, run.quiet)]
                piece, wide = "", 0.0
            piece, wide = piece + sign, wide + one
        yield [Run(run.font, piece, wide, run.quiet)]


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Neighbours of one font as one run."""
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].font, joined[-1].quiet) == (run.font, run.quiet):
            last = joined.pop()
            run = Run(run.font, last.text + run.text, last.width + run.width, run.quiet)
        joined.append(run)
    return joined


@lru_cache(maxsize=65_536)
def runs_of(word: str, look: Look, chinese: str, size: float) -> tuple[Run, ...]:
    """A word in runs of one font each."""
    runs: list[tuple[str, str]] = []
    for sign in word.replace("\t", " " * _SHORTEST):
        font, shown = _shown(sign, look, chinese)
        if runs and runs[-1][0] == font:
            runs[-1] = (font, runs[-1][1] + shown)
        else:
            runs.append((font, shown))
    quiet = look == "quiet"
    return tuple(Run(font, text, _wide(font, text, size), quiet) for font, text in runs)


@lru_cache(maxsize=65_536)
def _shown(sign: str, look: Look, chinese: str) -> tuple[str, str]:
    """The font that has the sign and how it is shown there."""
    latin = _LATIN[look]
    if unicodedata.category(sign) == "Zs":
        return latin, " "
    if unicodedata.category(sign)[0] != "C":
        if has(SIGNS["Helvetica"], sign):
            return latin, sign
        for name in (chinese, *CHINESE.values()):
            if has(SIGNS[name], sign):
                return face(name), sign
    return latin, f"[U+{ord(sign):04X}]"


def _wide(font: str, text: str, size: float) -> float:
    width: float = pdfmetrics.stringWidth(text, font, size)
    return width
