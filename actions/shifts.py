"""A day said by its distance from the day that is on the table: "the Saturday after", "two days later"."""

from __future__ import annotations

import re
from datetime import date, timedelta

_WEEKDAYS = (
    r"mon(?:day)?|lunes|(?:周|週|星期|礼拜|禮拜)一",
    r"tue(?:s(?:day)?)?|martes|(?:周|週|星期|礼拜|禮拜)二",
    r"wed(?:nesday)?|mi[eé]rcoles|(?:周|週|星期|礼拜|禮拜)三",
    r"thu(?:rs?(?:day)?)?|jueves|(?:周|週|星期|礼拜|禮拜)四",
    r"fri(?:day)?|viernes|(?:周|週|星期|礼拜|禮拜)五",
    r"sat(?:urday)?|s[aá]bado|(?:周|週|星期|礼拜|禮拜)六",
    r"sun(?:day)?|domingo|(?:周|週|星期|礼拜|禮拜)(?:日|天)",
)
# What stands after "after" makes it another day than the one on the table: "after the 1st", "after my shift".
_ALONE = r"(?:\s+(?:that|then|instead|please|pls|ok(?:ay)?|would|works?|is))*\s*(?:$|[.,;!?)])"
_WEEKDAY_AFTER = tuple(
    re.compile(
        rf"\b(?:the\s+)?(?:{names})\s+after{_ALONE}|\bthe\s+following\s+(?:{names})\b"
        rf"|\b(?:el\s+)?(?:{names})\s+(?:siguiente|despu[eé]s|posterior)\b"
        rf"|(?:之后|之後|后面|後面|再下|那之后|那之後)的?(?:那个|那個)?(?:{names})",
        re.IGNORECASE,
    )
    for names in _WEEKDAYS
)
_NUMBERS = {
    **dict.fromkeys(("a", "an", "one", "1", "un", "una", "一"), 1),
    **dict.fromkeys(("two", "2", "couple of", "dos", "两", "兩", "二"), 2),
    **dict.fromkeys(("three", "3", "tres", "三"), 3),
    **dict.fromkeys(("four", "4", "cuatro", "四"), 4),
    **dict.fromkeys(("five", "5", "cinco", "五"), 5),
    **dict.fromkeys(("six", "6", "seis", "六"), 6),
    **dict.fromkeys(("seven", "7", "siete", "七"), 7),
}
_COUNT = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_LATER = re.compile(
    rf"\b(?:{_COUNT})\s+(?:more\s+)?(?:days?|weeks?|wks?)\s+(?:later|after{_ALONE})"
    rf"|\b(?:back|out|along)\s+(?:by\s+)?(?:{_COUNT})\s+(?:days?|weeks?|wks?)\b|\b(?:{_COUNT})\s+(?:days?|weeks?|wks?)\s+back\b"
    rf"|\b(?:{_COUNT})\s+(?:d[ií]as?|semanas?)\s+(?:despu[eé]s|m[aá]s(?:\s+tarde)?)\b"
    rf"|(?:晚|推迟|推遲|延后|延後|往后|往後|后|後)(?:上|个|個|推)?(?:{_COUNT})(?:天|日|个?星期|個?星期|周|週|个?礼拜|個?禮拜)",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(
    rf"\bthe\s+(?:next\s+day\b|day\s+after{_ALONE}|following\s+day\b)|\b(?:al\s+d[ií]a|el\s+d[ií]a)\s+siguiente\b"
    r"|(?<![今明大])(?:的)?(?:第二天|次日|隔天|翌日)",
    re.IGNORECASE,
)
# The old day, said beside the new one.
NOT_THE = re.compile(
    r"(?:\b(?:not|instead of|rather than|en (?:vez|lugar) del?|no)\b|不是|而不是|不要)\s*(?P<old>[^,.;，。]{2,24})",
    re.IGNORECASE,
)
_WEEKS = re.compile(r"week|wk|semana|星期|周|週|礼拜|禮拜", re.IGNORECASE)


def without_old(text: str) -> str:
    """The text without the day it takes back: "not Friday, the 22nd"."""
    return NOT_THE.sub(" ", text)


def shifted(text: str, on: date) -> date | None:
    """The day that `text` names by its distance from `on`, or None where it names none so."""
    for weekday, pattern in enumerate(_WEEKDAY_AFTER):
        if pattern.search(text):
            return on + timedelta(days=(weekday - on.weekday() - 1) % 7 + 1)
    if later := _LATER.search(text):
        said = later[0].casefold()
        count = next(
            (
                value
                for words, value in sorted(_NUMBERS.items(), key=lambda item: -len(item[0]))
                if re.search(rf"(?<![a-z]){words}(?![a-z])", said)
            ),
            1,
        )
        return on + timedelta(days=count * (7 if _WEEKS.search(said) else 1))
    return on + timedelta(days=1) if _NEXT_DAY.search(text) else None


def months_on(first: date, months: int) -> date:
    """The same day of the month so many months on, or the last that the month has."""
    month = first.month - 1 + months
    year, month = first.year + month // 12, month % 12 + 1
    for day in range(first.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, min(first.day, 28))
