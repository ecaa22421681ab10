"""What numbers are worth that stand in a folded text as people type sums: digits, Chinese numerals, words."""

from __future__ import annotations

import re
from decimal import Decimal

# In words as they are spoken, and as contracts have them.
_DIGITS = {
    char: value for row in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖") for value, char in enumerate(row)
} | {"两": 2, "参": 3}
_STEPS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
# At least a hundred; as spoken, the last step may be left out: 三千九 is 3,900, 万五 is 15,000. 块 and 蚊 may follow.
_HAN = "[零〇一二三四五六七八九两十百千万壹贰叁肆伍陆柒捌玖拾佰仟]"
HAN = rf"(?!千万(?![元块])|万一(?!千)|百分|万分|百万千)(?:{_HAN}*[百千万佰仟]{_HAN}*[零〇一二三四五六七八九两十壹贰叁肆伍陆柒捌玖拾](?:[块元圆蚊][一二三四五六七八九]?)?|{_HAN}+[百千万佰仟](?:[块元圆蚊][一二三四五六七八九]?)?)"
_WORTH = {
    name: value
    for value, names in {
        1: "one a un una",
        2: "two dos",
        3: "three tres",
        4: "four cuatro",
        5: "five cinco",
        6: "six seis",
        7: "seven siete",
        8: "eight ocho",
        9: "nine nueve",
        10: "ten diez",
        11: "eleven once",
        12: "twelve doce",
        13: "thirteen trece",
        14: "fourteen catorce",
        15: "fifteen quince",
        16: "sixteen dieciseis",
        17: "seventeen diecisiete",
        18: "eighteen dieciocho",
        19: "nineteen diecinueve",
        20: "twenty veinte",
        30: "thirty treinta",
        40: "forty cuarenta",
        50: "fifty cincuenta",
        60: "sixty sesenta",
        70: "seventy setenta",
        80: "eighty ochenta",
        90: "ninety noventa",
        100: "cien ciento",
        200: "doscientos",
        300: "trescientos",
        400: "cuatrocientos",
        500: "quinientos",
        600: "seiscientos",
        700: "setecientos",
        800: "ochocientos",
        900: "novecientos",
    }.items()
    for name in names.split()
}
_SCALE = {"hundred": 100, "thousand": 1000, "grand": 1000, "mil": 1000}
_ONE = "|".join(sorted(_WORTH, key=len, reverse=True))
_LARGE = rf"(?:{'|'.join(_SCALE)}|{'|'.join(name for name, value in _WORTH.items() if value >= 100)})"
_WORD = rf"(?:{_ONE}|{'|'.join(_SCALE)})"
# At least a hundred, and said in two words or more: "nine hundred and forty", "tres mil doscientos", "mil quinientos".
WORDS = rf"(?=(?:{_WORD}[ -](?:and |y )?){{0,3}}{_LARGE}\b){_WORD}(?:[ -](?:and |y )?{_WORD})+"


def shown_value(digits: str) -> Decimal:
    """A number in digits: `1,842.50`, `1.842,50`, `842,50` or `842.50`."""
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+,\d{1,2}", digits)
    if grouped:
        return Decimal(digits.replace(".", "").replace(",", "."))
    return Decimal(digits.replace(",", ""))


def han_value(numeral: str) -> Decimal:
    """A Chinese numeral as it is spoken: 六千三百二十块五 is 6320.5."""
    whole, _, tenths = re.sub("[元圆蚊]", "块", numeral).partition("块")
    total = section = digit = 0
    step = 1
    for char in whole:
        if char == "万":
            total, section, digit, step = (total + section + digit or 1) * 10_000, 0, 0, 10_000
        elif char in _STEPS:
            section, digit, step = section + (digit or 1) * _STEPS[char], 0, _STEPS[char]
        elif _DIGITS[char]:
            digit = _DIGITS[char]
        else:
            step = 1
    # The last digit stands for the next step down, where nothing says otherwise.
    spoken = digit * (step // 10 if step > 10 else 1)
    return Decimal(total + section + spoken) + Decimal(_DIGITS.get(tenths, 0)) / 10


def word_value(words: str) -> Decimal:
    """A sum in English or Spanish words: `two grand`, `nine hundred and forty`, `catorce mil quinientos`."""
    total = part = 0
    for word in re.split("[ -]", words):
        scale = _SCALE.get(word)
        if scale == 100:
            part = (part or 1) * scale
        elif scale:
            total, part = total + (part or 1) * scale, 0
        else:
            part += _WORTH.get(word, 0)
    return Decimal(total + part)
