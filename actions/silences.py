"""Until when somebody wants to hear nothing: "not until June, I'm in hospital", "write me in two weeks", 下星期先搵我."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from actions.situation import Situation
from reading import read_days
from reading.windows.hours import ALL_DAYS, DAY_END

_EN = "january|february|march|april|may|june|july|august|september|october|november|december".split("|")
_ES = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre".split("|")
_ZH = ("十二", "十一", "十", "九", "八", "七", "六", "五", "四", "三", "二", "一")
_MONTHS = {name: number for names in (_EN, _ES) for number, name in enumerate(names, 1)}
_MONTHS |= {"setiembre": 9, "septiembre": 9} | {name: 12 - number for number, name in enumerate(_ZH)}
_DATE = r"(?! ?\d| the| first)"
# A whole month: until it begins, in it, or only after it.
_MONTH = re.compile(
    rf"\b(?P<lead>until|till?|til|before|in|after|hasta|antes de|en|despu[eé]s de|pasado)(?: (?:the (?:end|start|beginning) of|finales de|fines de|principios de))? (?P<name>{'|'.join((*_EN, *_ES))})\b{_DATE}"
    rf"|(?P<zh>1[0-2]|[1-9]|{'|'.join(_ZH)})月(?:份)?(?P<trail>之前|以前|前|之后|之後|以后|以後|后|後|再|先|才)",
    re.IGNORECASE,
)
# A day of the month that is not named: after it, or until it.
_DAY = re.compile(
    r"\b(?P<lead>after|past|until|till?|til|before|from) (?:the (?P<day>\d{1,2})(?:st|nd|rd|th)?|(?P<nth>\d{1,2})(?:st|nd|rd|th))\b(?! of)"
    r"|\b(?P<es>despu[eé]s del|pasado el|hasta el|antes del|a partir del)(?: d[ií]a)? (?P<dia>\d{1,2})\b(?! de \w)"
    r"|(?<![月\d])(?P<zh>\d{1,2})[号號](?P<trail>之前|以前|前|之后|之後|以后|以後|后|後|再|先|才)",
    re.IGNORECASE,
)
_TO_ITS_END = re.compile(r"\bend of\b|\bfin(?:al)?es de\b", re.IGNORECASE)
_AFTER = ("after", "past", "desp", "pasado", "之后", "之後", "以后", "以後", "后", "後")
_NEXT_MONTH = re.compile(r"\bnext month\b|\b(?:mes que viene|pr[oó]ximo mes)\b|下个?月|下個月", re.IGNORECASE)
_THIS_WEEK = re.compile(
    r"\bthis (?:week|wk)\b|\besta semana\b|(?:这|這|本|呢)(?:一)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)(?![一二三四五六日天末])",
    re.IGNORECASE,
)
_NEXT_WEEK = re.compile(
    r"\bnext (?:week|wk)\b|\bpr[oó]xima semana\b|\bsemana que viene\b|下(?:一)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)(?![一二三四五六日天末])",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|don'?t|do not|never|stop|leave me)\b|别|別|不|勿|唔|莫", re.IGNORECASE)
_UP_TO = re.compile(r"\b(?:until|till?|til|before|hasta|antes)\b|前|再|先|才|到", re.IGNORECASE)
# What leads to a day and is no part of it; and what says that the day itself is left out.
_LEADS = re.compile(
    r"\b(?:after|until|till?|til|before|past|hasta|antes de|despu[eé]s de)\b|之前|以前|之后|之後|以后|以後",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\b(?:after|past|despu[eé]s)\b|之后|之後|以后|以後", re.IGNORECASE)
_FEWEST_DAYS = 28
# What comes again and again has no end; an hour is no day ("home by 6").
_EVERY = re.compile(
    r"\b(?:every|each|once a|per|cada|todos los|a week|a month)\b(?<!in a week)(?<!in a month)|每|一(?:周|週|天|个月|個月)一",
    re.IGNORECASE,
)
_AN_HOUR = re.compile(r"\b(?:by|at|around|about|a las?) \d{1,2}\b(?!/)", re.IGNORECASE)


def until(s: Situation) -> date | None:
    """The first day on which whoever wishes so may be written to again; None where the words name none to come."""
    if any(not window.on and (window.start, window.end) != (0, DAY_END) for window in s.reading.windows):
        return None  # hours were named: it is those that are wished
    if any(0 < len(window.days) < len(ALL_DAYS) for window in s.reading.windows) or _EVERY.search(s.text):
        return None
    found = [day for day in (_month(s), _day(s), _next(s), _one_day(s)) if day is not None and day > s.today]
    return max(found, default=None)


def kept(s: Situation) -> list[dict[str, Any]]:
    """The windows of a wish as they are kept; with the end of a silence that reaches further than the days they name."""
    windows: list[dict[str, Any]] = [window.as_json() for window in s.reading.windows]
    end = until(s)
    if end is None or any(window["wanted"] for window in windows):
        return windows
    named = [date.fromisoformat(window["date"]) for window in windows if window["date"]]
    if named and end <= max(named) + timedelta(days=1):
        return windows
    whole: dict[str, Any] = {"days": [], "date": None, "from": "00:00", "to": "24:00", "wanted": False}
    return [{**whole, "until": end.isoformat()}]


def _month(s: Situation) -> date | None:
    if not (said := _MONTH.search(s.text)):
        return None
    name, lead = said["name"] or said["zh"], (said["lead"] or said["trail"] or "").lower()
    number = _MONTHS.get(name.lower()) or int(name)
    first = date(s.today.year + (number < s.today.month), number, 1)
    refused = lead in ("in", "en") and bool(_NOT.search(s.text, 0, said.start()))
    return (
        _month_behind(first) if refused or lead.startswith(_AFTER) or _TO_ITS_END.search(said[0]) else first
    )


def _month_behind(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def _day(s: Situation) -> date | None:
    if not (said := _DAY.search(s.text)):
        return None
    number = int(said["day"] or said["nth"] or said["dia"] or said["zh"])
    if not 1 <= number <= 31:
        return None
    month = s.today if number > s.today.day else _month_behind(s.today)
    day = _in_month(month, number)
    return day + timedelta((said["lead"] or said["es"] or said["trail"]).lower().startswith(_AFTER))


def _in_month(month: date, number: int) -> date:
    """That day of the month, or the first of the next where it has none."""
    return (
        month.replace(day=number)
        if number <= _FEWEST_DAYS
        else month.replace(day=_FEWEST_DAYS) + timedelta(number - _FEWEST_DAYS)
    )


def _next(s: Situation) -> date | None:
    if _NEXT_MONTH.search(s.text):
        return _month_behind(s.today)
    monday = s.today + timedelta(7 - s.today.weekday())
    refused = bool(_NOT.search(s.text))
    if _NEXT_WEEK.search(s.text):
        return monday + timedelta(7 * (refused and not _UP_TO.search(s.text)))
    return monday if refused and _THIS_WEEK.search(s.text) else None


def _one_day(s: Situation) -> date | None:
    if _NOT.search(s.text) and not (_UP_TO.search(s.text) or _BEHIND.search(s.text)):
        return None  # "never on a Sunday"
    bare = _LEADS.sub(" ", _AN_HOUR.sub(" ", s.text))
    said = read_days(bare, now=s.now, tz=s.zone, lang=s.language, country=s.country)
    refused = {window.on for window in s.reading.windows if not window.wanted}
    if len(said.days) != 1 or said.days[0] in refused:
        return None
    return said.days[0] + timedelta(bool(_BEHIND.search(s.text)))
