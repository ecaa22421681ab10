"""Phone numbers said in words: "five five five, oh one", "cincuenta y cinco, treinta y uno, cero cuatro"."""

from __future__ import annotations

import re

from reading.contacts.chinese_phones import FIGURES, HAN

# 零九七五,三二一,八四六: in groups, as it is said.
_HAN_RUN = re.compile(rf"{HAN}(?:(?:[ -]|[,，、.。/] ?(?={HAN}{{2}})|)?{HAN}){{6,}}")
# ... 欸不是 二二三: the end of it once more.
_HAN_TAIL = re.compile(
    rf"(?<=[ ,，位码个字是系对号]){HAN}{{2,4}}(?![十百千万块元月号点年天个日折成期{HAN[1:-1]}])"
)
_GROUPS = re.compile("[,，、.。/]")
# 917 555 O142, o7911 123456, o988 i47 o32: letters for the nought and the one.
_LETTERS = re.compile(
    r"(?<![a-z0-9])(?=(?:[ oil().+-]*\d){6})[+(]{0,2}(?:[o\d]|[il](?=\d))(?:[o\d ().-]|[il](?=\d)|(?<=\d)[il]){6,20}(?![a-z0-9])"
)
_ONE_LETTER = str.maketrans("oil", "011")

_UNITS = {
    word: value
    for words in (
        "zero one two three four five six seven eight nine",
        "cero uno dos tres cuatro cinco seis siete ocho nueve",
    )
    for value, word in enumerate(words.split())
} | {"oh": 0}
_TEENS = {
    word: value
    for words in (
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve",
    )
    for value, word in enumerate(words.split(), start=10)
} | {
    word: value
    for value, word in enumerate(
        "veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve".split(),
        start=21,
    )
}
_TENS = {
    word: value * 10
    for words in (
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    )
    for value, word in enumerate(words.split(), start=2)
}
_HUNDREDS = {
    word: value * 100
    for value, word in enumerate(
        "cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split(),
        start=1,
    )
} | {"ciento": 100}
_TIMES = {"double": 2, "triple": 3, "doble": 2}


def _any(words: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")\b"


# "Seventy oh one" is 7001, "treinta cero uno" 3001.
_BELOW = (
    rf"(?:{_any(_TENS)}(?:(?: y |[ -])(?!(?:zero|oh|cero)\b){_any(_UNITS)})?|{_any(_TEENS)}|{_any(_UNITS)})"
)
NUMBER = rf"(?:{_any(_TIMES)} {_any(_UNITS)}|{_any(_HUNDREDS)}(?: {_BELOW})?|{_BELOW})"
_FIGURE = rf"(?:{_any(_TIMES)} )?{_any(_UNITS)}"
_SINGLE = re.compile(rf"\b{_FIGURE}(?:[ ,-]+{_FIGURE}){{6,14}}", re.ASCII)
_RUN = re.compile(rf"\b{NUMBER}(?:[ ,.-]+{NUMBER}){{3,14}}", re.ASCII)
_ONE = re.compile(NUMBER, re.ASCII)
_OF_PHONES = re.compile(
    r"\b(?:num(?:ber|ero)?|cell?|celular|tel(?:efono)?|phone|mobile|movil|line|linea|digits|call|text|reach|ring|llam\w*|marqu?\w*|whats\w*|chip)\b"
)
# Fewer figures are no number anywhere, more none either.
_FEWEST, _MOST = 7, 14


def in_figures(folded: str) -> str:
    """Numerals said one by one, or by twos and threes where a phone is spoken of, as figures; the length stays."""
    han, runs = _HAN_RUN.subn(_of_han, folded)
    han = _HAN_TAIL.sub(_of_han, han) if runs else han
    folded = _LETTERS.sub(lambda match: match[0].translate(_ONE_LETTER), han)
    # Whole ones first, lest "five oh one forty two" end at the one.
    if _OF_PHONES.search(folded):
        folded = _RUN.sub(_written, folded)
    return _SINGLE.sub(_written, folded)


def _of_han(match: re.Match[str]) -> str:
    figures = "".join(FIGURES.get(char, char) for char in match[0])
    # What stands behind a whole number is another matter: 一三九一七二零四四五八,五百.
    return figures if len(_GROUPS.split(figures)[0]) > _FEWEST else _GROUPS.sub(" ", figures)


def _written(match: re.Match[str]) -> str:
    digits = "".join(digits_of(part[0]) for part in _ONE.finditer(match[0]))
    fits = _FEWEST <= len(digits) <= min(_MOST, len(match[0]))
    return digits.ljust(len(match[0])) if fits else match[0]


def digits_of(words: str) -> str:
    """The figures that one numeral stands for: "double three" is 33, "cuarenta y dos" 42."""
    parts = [part for part in re.split(r"[ -]", words) if part != "y"]
    if parts[0] in _TIMES:
        return str(_UNITS[parts[1]]) * _TIMES[parts[0]]
    values = _UNITS | _TEENS | _TENS | _HUNDREDS
    return str(sum(values[part] for part in parts))
