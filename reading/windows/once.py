"""Windows of one day only."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise, zip_longest

from reading.days import Seen, find_days
from reading.text import MASK, NOISE
from reading.windows.refusals import FEAST
from reading.words.zh import small_number

# Said of the whole text: the bare weekday in it is one day, not every week's.
JUST_ONCE = re.compile(
    r"\b(?:(?:only|just) this week|this week only|solo esta semana|esta semana nada ?mas|just (?:this|the) (?:once|one time)|(?:this|one) (?:time|once) only|only (?:this (?:once|time|one time)|once)"
    r"|(?:got|have|having|there'?s|is) (?:(?:a|an|the|my|our|some|another) )?(?:[a-z]+ )?(?:appointment|appt|vet|dentist|doctor'?s?|interview|hearing|funeral|surgery|operation|wedding|exam|driving test|scan|mri|plumber|electrician|inspector|inspection|delivery|movers|engineer|roofers?|graduation)(?: (?:thing|appointment|appt|visit|coming|out|over|by|round|here|in|on|at|the))* (?:mon|tues|wednes|thurs|fri|satur|sun)day(?!s)"
    r"|one[- ]off|solo (?:esta|por esta|una) (?:vez|ocasion)|(?:por )?esta (?:unica )?vez|nada ?mas (?:por )?esta vez|nomas (?:por )?esta vez)\b"
    r"|(?:呢|这)(?:两|几)[天日]|(?:周|星期|礼拜)[一二三四五六日天][^,，。每都]{0,6}(?:要来|要去|开刀|手术|面试|结婚|婚礼|喜酒|出殡|告别式|开庭|搬家|尾牙|检查|考试)[^。]{0,6}(?:那|当|嗰|这)[天日]|(?:只|就|单|净系)(?:这|呢|今|限这?)一?次|仅此一次"
)
ONCE = re.compile(
    r"\b(?:today|tonight|tomorrow|tmrw|tmr|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|coming|hoy|manana|pasado manana|this|next|\d{1,2}|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?\d{1,2}(?:st|nd|rd|th)|esta"
    r" (?:noche|tarde|manana)|proximo|este|que viene)\b|今|明|后[天日]|这个?(?:周|星期|礼拜)|本周|呢个|嚟紧|大后|听|下周|下个?(?:星期|礼拜)|\d[号日]|月[\d一二三四五六七八九十廿]"
    r"|\bde (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)[a-z]*"
)


def named_once(named: str) -> bool:
    """Whether the words for a day mean that one day, and not the weekday of every week."""
    return bool(ONCE.search(named) or _NUMBERED.fullmatch(named))


_AND = re.compile(r"\s*,?\s*(?:and|&|y|e|ni|nor|和|跟|同|及|与|、)?\s*(?:on |the |el |este )*")


def one_off(clause: str, language: str, seen: Seen, *, bare: bool = False) -> tuple[date, ...]:
    """The one day a window is for, or each of "this weekend"; a bare weekday is weekly, unless `bare` ones are meant once."""
    week = _HOLIDAY_WEEK.search(clause)
    found, _ = find_days(clause[: week.end("feast")] if week else clause, language, seen)
    feasts: list[date] = []
    for day, following in zip_longest(found, found[1:]):
        named, readings = clause[day.start : day.end], day.value.readings
        once = ONCE.search(named) or (
            _NUMBERED.fullmatch(named) and (MASK in clause or _LEAVES_ALONE.search(clause, 0, day.start))
        )
        if not readings or not (bare or once or FEAST.search(named)):
            continue
        if week and day.value.certain:
            return tuple(readings[0] + timedelta(days=after) for after in range(7))
        if day.value.certain and (bare or not re.search(r"this (?:week|month)\b", named)):
            if not FEAST.search(named):
                if following is None or not _AND.fullmatch(clause[day.end : following.start]):
                    return tuple(dict.fromkeys((*feasts, readings[0]))) if feasts else readings[:1]
                feasts.append(readings[0])
                continue
            lasting = _DAYS_OF_IT.match(clause, day.end)
            count = small_number(lasting["count"]) or 1 if lasting else 1
            feasts += [readings[0] + timedelta(days=after) for after in range(count)]
        if not day.value.certain and _STRETCH.search(named):
            return tuple(readings)
        if not day.value.certain and _EITHER.search(named) and len(readings) <= 3:
            feasts += readings
    return tuple(dict.fromkeys(feasts))


_WHOLE_WEEK = re.compile(
    r"\b(?:all |the rest of |any time |sometime )?(?:this|next) week\b(?! ?end)"
    r"|(?:(?:en|durante|toda) )*(?:esta(?: misma)? semana|la (?:proxima|otra|siguiente) semana|(?:la )?semana (?:que (?:viene|entra|sigue)|proxima|siguiente|entrante))\b"
)
# As many days as are left alone one by one.
_LONGEST_SPAN = 14


def this_week(clause: str, language: str, seen: Seen) -> tuple[date, ...]:
    """Each day of "not this week"."""
    if "week" not in clause and "semana" not in clause:
        return ()
    for day in find_days(clause, language, seen)[0]:
        if day.value.readings and _WHOLE_WEEK.fullmatch(clause[day.start : day.end].strip()):
            return day.value.readings
    return ()


# "The 24th after 7pm": a day of the month with its hours, which are masked.
_LEAVES_ALONE = re.compile(
    r"\b(?:don'?t|dont|do not|never|no|not|leave me|stop) (?:\w+ ){0,2}?(?:call|ring|text|phone|message|contact|bother|disturb|email|alone|try|calls|texts|messages|contact)\b",
    re.ASCII,
)
_NUMBERED = re.compile(r"the \d{1,2}(?:st|nd|rd|th)")
_TO = re.compile(
    r"(?<=[a-z0-9])(?: ?- ?| (?:to|through|thru|until|till?|til|al?|hasta(?: el)?|and|y) )(?:the |el )?(?=[a-z\d])",
    re.ASCII,
)
_SPANNED = re.compile(
    r"\b(?:from|between|del?|desde|entre|away|out|gone|off)\b|\b(?:through|thru|until|till?)\b|-"
)


def _parting(said: re.Match[str]) -> str:
    """What stands between two days, unreadable; "al 27" is the 27th."""
    article = "el " if said[0].endswith((" al ", " el ")) else ""
    return NOISE * (len(said[0]) - len(article)) + article


def spanned(clause: str, language: str, seen: Seen) -> tuple[date, ...]:
    """Each day "from the 5th to the 12th", as many as are left alone one by one."""
    if not _SPANNED.search(clause):
        return ()
    apart = _TO.sub(_parting, clause)
    found, _ = find_days(apart, language, seen)
    for day, following in pairwise(found):
        gap = apart[day.end : following.start].removesuffix("el ")
        if set(gap) != {NOISE} or not (day.value.certain and following.value.certain):
            continue
        if day.value.cycle == following.value.cycle == "week" and not ONCE.search(clause):
            continue  # "Monday to Friday" is every week's.
        first, last = day.value.readings[0], following.value.after(day.value.readings[0]).readings[:1]
        if last and first < last[0] and (last[0] - first).days < _LONGEST_SPAN:
            return tuple(first + timedelta(days=n) for n in range((last[0] - first).days + 1))
    return ()


# The mainland's two holidays of a week.
_HOLIDAY_WEEK = re.compile(r"(?P<feast>国庆节?|春节|过年)(?:期间|长假|假期|放假|黄金周|那几天|这几天|七天)")
# 元旦三天: so many days from the feast on.
_DAYS_OF_IT = re.compile(r"(?:假期?|连假|长假)?的?(?:这|头|前)?(?P<count>[两二三四五六七八]|[2-8])[天日]")
# "Christmas or Boxing Day", "today or tomorrow": of days to be left alone or called on both are meant.
_EITHER = re.compile(
    r"[周期拜][一二三四五六][二三四五六日]$| (?:or|o|u|ni|nor) |[、和同跟及与]|(?<=[号日])(?=\d)"
)
# Several days in a row, all of them meant.
_STRETCH = re.compile(
    r"\bweek ?end\b|\bfin de semana\b|\bsemana santa\b|[周星期拜]末|初.*[到至-].*|[到至-]|明后"
)
