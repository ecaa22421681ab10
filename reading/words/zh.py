"""Chinese numerals for days, months, hours and counts, as a pattern on folded (simplified) text and as numbers."""

from __future__ import annotations

import re

_DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "俩": 2,
    "仨": 3,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
SMALL = r"(?:\d{1,3}|[零〇一二两俩仨三四五六七八九十廿卅]{1,4})"
# A month of the year: of 七千五四月 only 四月.
MONTH = r"(?:(?<!\d)(?:1[0-2]|0?[1-9])|(?<![一二两三四五六七八九十百千])十[一二]?|(?<![一二两三四五六七八九]十)[一二三四五六七八九](?!十))"
# How long: days, weeks, or months that are counted.
SPAN = r"(?P<unit>天|日|周|星期|礼拜|(?<=[个仨俩])月)"
# A day by its number.
NUMBERED_DAY = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号日]"
WEEK = r"(?:周|星期|礼拜|週|(?<!礼)拜(?=[一二三四五六日]))"
WEEKDAY = rf"(?:(?:个)?{WEEK})(?P<weekday>[一二三四五六日天末](?!\d?[号点])|[1-7](?!\d))(?!个(?![孙仔女囡老朋阿儿细])|[天十万千百])"
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "七": 6}


def small_number(text: str) -> int | None:
    """15 for "15", "十五" or "一五"; 25 for "廿五"; None for what is no number."""
    if re.fullmatch(r"\d{1,3}", text):
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if "十" in text:
        tens, _, ones = text.partition("十")
        if len(tens) > 1 or len(ones) > 1 or (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
            return None
        return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
    if not text or any(char not in _DIGITS for char in text):
        return None
    return int("".join(str(_DIGITS[char]) for char in text))


def weekday_number(name: str) -> int | None:
    """0 for 一 or 1; None for 末, the weekend."""
    return int(name) - 1 if name.isdigit() else _WEEKDAYS.get(name)
