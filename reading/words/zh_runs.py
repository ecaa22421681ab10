"""Chinese numerals that run together when nobody writes a comma: 两千六个月还完, 三百五三百五 (simplified forms)."""

from __future__ import annotations

import re

from reading.money.zh import number
from reading.words.zh import WEEK, small_number

_MONTH = r"(?:十[一二]?|[一二三四五六七八九])月"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号日]"
# Where one number ends and the next begins.
_BORDERS = (
    # 周五千把块: on a Friday, and no five thousand.
    re.compile(
        r"(?:(?<=周[一二三四五六])(?<![一二两三四每几隔个]周[一二三四五六])|(?<=星期[一二三四五六])(?<![一二两三四每几隔个]星期[一二三四五六])|(?<=礼拜[一二三四五六])(?<![一二两三四每几隔个]礼拜[一二三四五六]))"
        r"(?=[千百](?:把|来|儿|多|几|八[十百])|千[一二三四五六七八九](?![十百千万]))"
    ),
    # 剩下6000四月底: a sum in figures, and behind it a day in words.
    re.compile(rf"(?<=\d\d\d)(?=(?:{_MONTH}|(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号日]))"),
    # 那一万6月底搞定: a sum in words, and behind it a month in figures.
    re.compile(r"(?<=[百千万])(?=(?:1[0-2]|[1-9])月(?:\d|[底末尾初中]))"),
    # 三分之一十月十五号: a third, in October.
    re.compile(rf"(?<=[二三四五六七八九十]分之[一二三四五六七八九])(?={_MONTH})|(?<=[二三四五六七八九十]分[一二三四五六七八九])(?={_MONTH})"),
    # 下个月三分之一: a third, and no third of the month.
    re.compile(r"(?<=月)(?=[二三四五六七八九十]分之?[一二三四五六七八九])"),
    # 两千十二月一号, 一万六十一月十五号: who means 2010 says 两千零十.
    re.compile(
        r"(?:(?<=[百千万])|(?<=[千万][一二三四五六七八九]))(?=十[一二]?月)"
        r"|(?:(?<=[百千万])|(?<=[千万][一四五六七八九]))(?=十[一二三四五六七八九]?[号日])"
    ),
    # 剩七千三月底跟四月底: of two months' ends the first is the end of a month too.
    re.compile(r"(?<=[百千万])(?=[二三四五六七八九]月[底末初尾][跟和、,，及同与]?(?:十[一二]?|[二三四五六七八九])月[底末初尾])"),
    # 一万二三月四月五月: a sum, and months one by one.
    re.compile(r"(?:(?<=[百千万])|(?<=[百千万][一二三四五六七八九]))(?=[一二三四五六七八九]月份?[、,和跟]?(?:十[一二]?|[二三四五六七八九])月)"),
    # 两千六个月还完, 两千一四个月还完: a sum, in so many months.
    re.compile(
        r"(?:(?<=[百千万])|(?<=[百千万][一二三四五六七八九]))(?=[二两三四五六七八九](?:个(?:月|星期|礼拜)|[次期回](?!工资)))"
        r"|(?<=\d\d\d)(?=[二两三四五六七八九十](?:个(?:月|星期|礼拜)|[次期回笔]))"
    ),
)  # fmt: skip
# 一千元月十三号: the first month of the year goes by that name.
_FIRST_MONTH = re.compile(rf"(?<=[百千万\d])元月(?={_DAY})")
_RUN = re.compile("[一二两三四五六七八九十百千万]{4,}")
# 四月底五千五月底五千: a month that follows one named before.
_MONTH_BEHIND = re.compile(r"(?<=[百千万])(?P<month>[二三四五六七八九])(?=月[底末尾])")
_NAMED = re.compile(rf"(?<![一二两三四五六七八九十百千万\d])({_MONTH}|1?\dM)".replace("M", "月"))
_WORTH = {"十": 1, "百": 2, "千": 3}


def parted(text: str) -> str:
    """Folded `text` with a comma between numerals that belong to different numbers. Its length may change."""
    for border in _BORDERS:
        text = border.sub(",", text)
    text = _MONTH_BEHIND.sub(_next_month, text)
    text = _FIRST_MONTH.sub(",一月", text)
    listed = len(_DAY_NAMED.findall(text)) > 1
    return _RUN.sub(lambda match: _told_apart(_each(match[0]), listed), text)


# 一千两千周五: one or the other; 10号20号一千两千: a list.
_DAY_NAMED = re.compile(
    rf"{_DAY}|{WEEK}[一二三四五六日天]|[今明后听][天日晚]|月[底初中]|\d/\d|{_MONTH}|分别|每"
)


def _told_apart(numbers: list[str], listed: bool) -> str:
    """Two side by side, the second a little more, with "or" between; any others with a comma."""
    worth = [number(said) or 0 for said in numbers]
    either = len(worth) == 2 and worth[0] < worth[1] <= 2 * worth[0] and not listed
    return ("或者" if either else ",").join(numbers)


def _next_month(match: re.Match[str]) -> str:
    named = [small_number(month[:-1]) for month in _NAMED.findall(match.string[: match.start()])]
    follows = bool(named) and (small_number(match["month"]) or 0) - (named[-1] or 0) in (1, 2)
    return f",{match['month']}" if follows else match[0]


def _each(run: str) -> list[str]:
    """三百五 and 三百五 of 三百五三百五: a number says each of its units once, the greater before the less."""
    pieces, start, least = [], 0, 4
    for place, char in enumerate(run):
        if char == "万":
            least = 4
        elif char in _WORTH:
            if _WORTH[char] >= least:
                border = place - (run[place - 1] not in "十百千万")
                pieces.append(run[start:border])
                start = border
            least = _WORTH[char]
    return [*pieces, run[start:]]
