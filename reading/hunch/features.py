"""A message as the places of its runs of letters and words in a table."""

from __future__ import annotations

import re
import unicodedata
import zlib

SIZE = 1 << 17  # places of the table
LONGEST = 5  # letters of a run
IN_A_ROW = 3  # words of a run
# Nobody needs more of a message to hear what it is about.
_HEARD = 1_000

_FIGURES = re.compile(r"\d+")
_WORDS = re.compile(r"[^\W\d_]+'?[a-z]*|0|[\u3400-\u9fff]|[^\w\s]")


def places(text: str) -> list[int]:
    """Where the runs of letters and of words of `text` stand, each once, in order."""
    framed = _framed(text[:_HEARD])
    runs = {
        framed[start : start + length]
        for length in range(1, LONGEST + 1)
        for start in range(len(framed) - length + 1)
    }
    words = _WORDS.findall(framed)
    runs |= {
        "_" + "_".join(words[start : start + length])
        for length in range(1, IN_A_ROW + 1)
        for start in range(len(words) - length + 1)
    }
    return sorted({zlib.crc32(run.encode("utf-8", "replace")) & (SIZE - 1) for run in runs})


def _framed(text: str) -> str:
    """Without accents and capitals, one nought for every figure, and marks where it begins and ends."""
    text = unicodedata.normalize("NFKC", text).lower()
    if not text.isascii():
        parts = unicodedata.normalize("NFD", text)
        text = unicodedata.normalize("NFC", "".join(c for c in parts if not "\u0300" <= c <= "\u036f"))
    return f"^{_FIGURES.sub('0', text)}$"
