"""Windows that a clause has from the one before it: "I'm off Mondays, any time then"; "9 to 2 I'm in class, after that yes"."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.text import HAN
from reading.windows.hours import ALL_DAYS, CLOCK, DAY_END, Grammar, Window, weekdays
from reading.windows.refusals import only_hours

_ANY_HOUR = re.compile(
    r"\b(?:a )?(?:cualquier (?:hora|momento|rato)|la hora que (?:sea|quieran?|gusten?)|todo el dia|cuando (?:quieran?|gusten?|sea))\b"
    r"|\b(?:any ?time|all day|whenever|any hour)\b|随时|隨時|[全整成][天日]|一整天|几点都|(?:哪个|什么|任何)(?:点儿?|时候|时间)都"
)
# "Never on Fridays, otherwise any time": of all days but those just told.
_OTHERWISE = re.compile(
    r"\b(?:otherwise|(?:any |all |the )?others?|apart from that|the rest|si no|los demas|otros?)\b"
)
_THE_OTHERS = re.compile(
    r"\b(?:l[oa]s (?:demas|otros) dias|cualquier otro dia|the other days|any other day)\b"
)
_AFTER_THAT = re.compile(
    r"\b(?:(?:despues|luego) de (?:eso|esa hora|ahi|alli)|(?:ya )?de (?:ahi|alli) (?:en adelante|ya|si)|ya despues|(?:despues|luego) (?:si|ya)|after (?:that|then)|from then on|anytime after)\b"
    r"|^\W*(?:之后|以后|过后|跟住|然后)(?:我)?(?:都|再|就|才|先)*(?:可以|行|ok|得|方便|有空|打|联系|找|搵)"
)
# A part of the day and the hours told right behind it are hardly further apart than this, in minutes.
_NEAR = 120


def carried(
    clause: str, days: tuple[int, ...] | None, before: list[Window], grammar: Grammar
) -> list[Window]:
    """What folded `clause`, which names no hours itself, says of the `days` just named or after the windows `before`."""
    if weekdays(clause, grammar) is not None:
        return []
    if (
        days
        and _ANY_HOUR.search(clause)
        and not (grammar.unwanted.search(clause) or _OTHERWISE.search(clause))
    ):
        return [Window(days, 0, DAY_END)]
    if days and _THE_OTHERS.search(clause) and _ANY_HOUR.search(clause):
        return [Window(tuple(day for day in range(7) if day not in days), 0, DAY_END)]
    last = before[-1] if before else None
    if last and not last.wanted and last.end < DAY_END and _AFTER_THAT.search(clause):
        return [Window(last.days, last.end, DAY_END, on=last.on)]
    return []


def narrowed(clause: str, previous: list[Window], by_clock: list[Window]) -> bool:
    """Whether nothing but hours is said behind days and a part of them: "Mondays at noon, 13:30 to 15:00"."""
    return bool(previous) and only_hours(clause) and not any(window in by_clock for window in previous)


def without_narrowed(windows: list[Window], previous: list[Window], found: list[Window]) -> list[Window]:
    """The windows less the parts of days that hours were told for."""
    return [
        window
        for window in windows
        if window not in previous
        or not any(
            (told.days, told.on, told.wanted) == (window.days, window.on, window.wanted)
            and told.start < window.end + _NEAR
            and window.start < told.end + _NEAR
            for told in found
        )
    ]


_AT_WORK = re.compile(
    r"(?:上班|工作|返工|上课|睡觉|休息|办公|开会)(?:时间|时段|期间|的时候|时|嘅时候|的时间|嗰阵)[^,，。;；\d]{0,8}[,，。;； ]*$"
)
_ONLY_HOURS = re.compile(
    r"[\s\d:：点时分半到至~\-、,，周星期礼拜一二三四五六日天每工作平早晚上下中午朝昼钟我的是系都就系嘅]+"
)


_USUALLY = re.compile(r"以后|平时|一般|通常|每|平日|normally|usually|always|siempre|normalmente")


# 礼拜三礼拜五在日照中心,那两天三点后再打.
_THOSE_DAYS = re.compile(r"(?:那|嗰|这|呢)[两二三四几]?[天日]")


def of_that_day(before: list[Window], found: list[Window], clause: str, grammar: Grammar) -> list[Window]:
    """明天上午打给我 下午开会: the afternoon is tomorrow's too."""
    if not HAN.search(clause) or not before:
        return found
    if before[-1].on is None and before[-1].days != ALL_DAYS and _THOSE_DAYS.search(clause):
        return [window if window.on else replace(window, days=before[-1].days) for window in found]
    if before[-1].on is None:
        return found
    if _USUALLY.search(clause) or weekdays(clause, grammar) is not None:
        return found
    return [window if window.on else replace(window, days=(), on=before[-1].on) for window in found]


def instead_of_work(before: list[Window], found: list[Window], clause: str, earlier: str) -> list[Window]:
    """上班时间不要传 週一到週五 8:00~17:30: the hours told next are those of the work, as unwanted as it."""
    if not before or before[-1].wanted or not found or not CLOCK.search(clause):
        return found
    if not _AT_WORK.search(earlier) or not _ONLY_HOURS.fullmatch(clause):
        return found
    before.pop()
    return [replace(window, wanted=False) for window in found]
