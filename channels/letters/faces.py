"""The fonts that paper is set in, which signs each of them has, and how large paper is where."""

from __future__ import annotations

from functools import cache

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

CHINESE = {"zh-Hans": "STSong-Light", "zh-Hant": "MSung-Light"}
# The signs that each font has, by the character sets that it was made for.
SIGNS = {"Helvetica": ("cp1252",), "STSong-Light": ("gbk",), "MSung-Light": ("big5", "big5hkscs")}
_LAST_ENCODED = 0xFFFF
_ON_LETTER_PAPER = ("US", "CA", "MX", "CO", "CL", "PH")


def paper_size(country: str) -> tuple[float, float]:
    """The width and height of the paper of a country or place in it (ISO 3166), in points."""
    return LETTER if country[:2].upper() in _ON_LETTER_PAPER else A4


@cache
def face(name: str) -> str:
    """The font by its name, ready to be set in."""
    if name in CHINESE.values():
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    return name


def has(charsets: tuple[str, ...], sign: str) -> bool:
    """Whether one of the character sets holds the sign; beyond the first 65,536 the fonts' own encodings hold none."""
    if ord(sign) > _LAST_ENCODED:
        return False
    for charset in charsets:
        try:
            sign.encode(charset)
        except UnicodeEncodeError:
            continue
        return True
    return False
