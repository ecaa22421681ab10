"""A borrower's text made ready for the grammars: one spelling of each character, offsets kept."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Nobody promises anything past this many characters; what follows is not read.
LONGEST = 4000

# Stands where something has been read already: no letter, no digit, no space, never in a borrower's text.
MASK = "\x1f"
# The same for numbers that are neither money nor days.
NOISE = "\x1e"

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")

_SINGLE_QUOTES = "’‘´`ʼ＇"
_DASHES = "–—−‐‑‒―－"


@dataclass(frozen=True)
class Text:
    """`plain` is the text as written, in compatible characters; `folded` the same length, without case,
    accents or traditional forms. All grammars read `folded`; names and addresses are cut from `plain`."""

    plain: str
    folded: str


def prepare(text: str, *, pictures: bool = False) -> Text:
    """Normalise any string at all; never raises. Of `pictures` the folded text keeps what they show: else each is a comma."""
    apart = _WIDE_COMMA.sub(", ", text[:LONGEST].translate(_KEPT_APART))
    if apart.isascii() and apart.replace("\n", "").isprintable():
        return _with_zeros(apart[:LONGEST], apart[:LONGEST].lower())
    compatible = unicodedata.normalize("NFKC", apart)[:LONGEST]
    plain = "".join(_visible(_ORDINALS.get(char, char)) for char in compatible)
    folded = plain.translate(_folding(pictures))
    return _with_zeros(plain, folded)


def _with_zeros(plain: str, folded: str) -> Text:
    return Text(plain, _ZEROS.sub(lambda match: "0" * len(match[0]), folded) if "oo" in folded else folded)


# 12,900，5/17: the wide one parts, the narrow one groups thousands.
_WIDE_COMMA = re.compile(r"(?<=\d)，(?=\d)")

# $1,2OO: two capital letters for noughts behind a figure.
_ZEROS = re.compile(r"(?<=\d)oo+(?![a-z])")


# NFKC would make "e + combining acute" one character, which is wanted, but also "…" three dots and
# "´" a space with an accent; these are better replaced first.
_KEPT_APART = str.maketrans(
    {
        **dict.fromkeys(_SINGLE_QUOTES, "'"),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys("①②③④⑤⑥⑦⑧⑨⑩", ";"),
        "…": "。",
        "½": " 1/2 ",
        "¼": " 1/4 ",
        "º": "\ue000",
        "ª": "\ue001",
    }
)
# Of a floor, 3ºB: a letter o to the grammars, but written back as it was.
_ORDINALS = {"\ue000": "º", "\ue001": "ª"}


def _visible(char: str) -> str:
    if char == "\n":
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Zs", "Zl", "Zp", "Cs"):
        return " "
    return "" if category in ("Cf", "Mn", "Me", "Co") else char


class _Folding(dict[int, str]):
    """Code point to its folded character, worked out once each."""

    def __init__(self, simplified: dict[str, str], *, pictures: bool) -> None:
        super().__init__()
        self._simplified, self._pictures = simplified, pictures

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in self._simplified:
            folded = self._simplified[char]
        elif char.isdecimal():
            folded = str(unicodedata.decimal(char))
        elif unicodedata.category(char) in ("So", "Sk") and not self._pictures:
            folded = ","  # A picture parts what stands around it: "75 on Friday 👍".
        else:
            folded = unicodedata.normalize("NFD", char)[0].lower()[0]
        self[code] = folded
        return folded


@cache
def _folding(pictures: bool) -> _Folding:
    return _Folding(simplified_forms(), pictures=pictures)


@cache
def simplified_forms() -> dict[str, str]:
    """Traditional character to simplified, by OpenCC's table, with the forms borrowers mix in."""
    table = (files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if "\t" in line)
    simple = ((old, new.split(" ")[0]) for old, new in pairs if len(old) == 1)
    # Rare ones stay as they are: their simple forms are in no font, and in no grammar.
    forms = {old: new for old, new in simple if new <= "\uffff"}
    return forms | {
        "週": "周",
        "塊": "块",
        "鍾": "钟",
        "甚": "什",
        "喐": "郁",
        "帳": "账",
        "帐": "账",
        "祗": "只",
        "咗": "咗",
        "嗰": "嗰",
        "º": "o",
        "ª": "a",
        "噚": "噚",
    }
