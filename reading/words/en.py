"""English names of weekdays, months, ordinals and small counts, as patterns on folded text and as numbers."""

from __future__ import annotations

import re

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:r?uary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b(?:\.(?= ?[\d,&-]| (?:and|n|to|the)\b))?"
)
_WEEKDAYS = {"m": 0, "tu": 1, "w": 2, "th": 3, "f": 4, "sa": 5, "su": 6}
WEEKDAY_NAME = (
    r"(?:mon(?:day)?|monady|mondya|tues?(?:day)?|tuseday|tusday|weds?|wed?n?e?s?n?day"
    r"|thu(?:rs?)?|th[ur]{1,3}s?day"
    r"|fri(?:day)?|f[ir]{1,2}day|frid|sat(?:[ue]rday)?|satruday|sun(?:day)?)"
)
# A full stop is part of the short name before a date only: "fri. 20th", not "on friday. Call me".
WEEKDAY = rf"(?P<weekday>{WEEKDAY_NAME})\b(?:(?<!day)\.(?= ?\d| the \d| at | by ))?"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second"
    " twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
ORDINAL_WORD = "(?:" + "|".join(word.replace("-", "[- ]") for word in reversed(_ORDINALS)) + r")\b"
ORDINAL = rf"(?P<nth>\d{{1,2}} ?(?:st|nd|rd|th)\b|{ORDINAL_WORD})"
ORDINAL_OR_FIGURE = (
    rf"(?P<nth>\d{{1,2}} ?(?:st|nd|rd|th)\b|\d{{1,2}}\b(?![.,:/]\d| ?%| ?\$(?! ?\d))|{ORDINAL_WORD})"
)
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip
COUNT_NAME = r"(?:\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + ")"
COUNT = rf"(?P<count>{COUNT_NAME})"


def weekday_number(name: str) -> int:
    """0 for Monday, whatever the spelling ends like."""
    return next(number for start, number in _WEEKDAYS.items() if name.startswith(start))


def month_number(name: str) -> int:
    """1 for January."""
    return _MONTHS.index(name[:3]) + 1


def ordinal_number(text: str) -> int:
    """15 for "15th", "15" or "fifteenth"."""
    figures = re.match(r"\d+", text)
    return int(figures[0]) if figures else _ORDINALS.index(text.replace(" ", "-")) + 1


def count_number(text: str) -> int:
    """7 for "7" or "seven"."""
    return int(text) if text.isdigit() else _COUNTS[text]
