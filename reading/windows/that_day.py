"""One day that a message is about: "this Friday I'm off, call me between 10 and 2"; 下周二开刀，当天别打."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reading.days import Seen, find_days
from reading.text import MASK
from reading.windows.clause import hours_of
from reading.windows.hours import ALL_DAYS, DAY_END, Grammar, Window
from reading.windows.once import JUST_ONCE, named_once

# Said of every week, whatever day is named beside it.
_ALWAYS = re.compile(
    r"\b(?:every|each|usually|always|normally|generally|in general|otherwise|any ?day|from now on|weekdays|weekends|most days|other (?:days?|times?)|any other|(?:mon|tues|wednes|thurs|fri|satur|sun)days"
    r"|cada|siempre|normalmente|todos los dias|entre semana|diario|en general|demas dias|otros? dias?|por lo general|de ahora en adelante|los (?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?))\b"
    r"|每|逢|天天|平时|平日|一般|通常|从今|今后|工作日|长期|周末|其他|其余|其它|(?<![点半\d])以后"
)
# The farthest day that hours are told of without its being named again.
_SOON = 60


def on_that_day(
    text: str, windows: list[Window], grammar: Grammar, language: str, seen: Seen
) -> list[Window]:
    """The `windows` of a message that names one day, on that day: those that name no day, or only its weekday."""
    if all(window.on for window in windows) or _ALWAYS.search(text):
        return _closer(windows)
    on = _the_day(text, grammar, language, seen)
    if on is None or any(window.on not in (None, on) for window in windows):
        return windows
    if any(window.on and not _whole(window) for window in windows):
        return windows
    meant = [window for window in windows if not window.on and window.days in (ALL_DAYS, (on.weekday(),))]
    if len(meant) < len([window for window in windows if not window.on]):
        return windows
    return _closer([window if window.on else replace(window, days=(), on=on) for window in windows])


def _closer(windows: list[Window]) -> list[Window]:
    """Of a day and of hours on it the hours: "the 17th I'm home all day, call after nine", "tied up tomorrow, ring me 9 to 11"."""
    told = {(window.on, window.wanted) for window in windows if window.on and not _whole(window)}
    left = [
        window
        for window in windows
        if not (_whole(window) and {(window.on, window.wanted), (window.on, True)} & told)
    ]
    return list(dict.fromkeys(left))


def _whole(window: Window) -> bool:
    return (window.start, window.end) == (0, DAY_END)


def _the_day(text: str, grammar: Grammar, language: str, seen: Seen) -> date | None:
    """The one day that is named once and for all; None where there are several, or none."""
    left = hours_of(text, grammar, False)[1]
    once = bool(JUST_ONCE.search(text))
    named: set[date] = set()
    for day in find_days(left, language, seen)[0]:
        said = left[day.start : day.end]
        if MASK in said or not day.value.readings:
            continue
        if len(day.value.readings) > 1 or not (once or named_once(said)):
            return None
        named.add(day.value.readings[0])
    if len(named) != 1:
        return None
    (on,) = named
    return on if 0 <= (on - seen.today).days <= _SOON else None
