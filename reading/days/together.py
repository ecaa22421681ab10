"""Days that stand together: a stretch, a choice, a weekday and its date, a day told at last."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reading.days import calendar as cal
from reading.days.calendar import Days
from reading.days.zh_lists import of_every_week
from reading.spans import Found
from reading.text import HAN, MASK
from reading.words.en import MONTH, ORDINAL_WORD

_OR = re.compile(
    r"\s*,?(?:or|o|u|/|或者?|还是|定系|定(?! )|要么|要嘛|一系|或是|抑或|也(?:有)?可能(?:是|系)?|要不就?|不然就)(?: maybe| the| el| on| by| quiza| a mas tardar)*\s*|\s*/\s*"
)
_TO = re.compile(r"\s*(?:-|to|through|thru|al|a|到|至|~)(?: the| el)?\s*")
_MOVES = re.compile(
    r"\b(?:move|push|change|reschedul\w+|postpone|switch|bump|mover|cambi\w+|pasar|pasen"
    r"|recorr\w+|reprogram\w+)\b|改|挪|推迟"
)
_AND = re.compile(r"\s*(?:and|y|和|跟|与)(?: the| el)?\s*")
_UP_TO = re.compile(r"(?:al|hasta el|to the) \d")
_EACH = re.compile(r"[^,，。;；\d]{0,6}(?:各|分别|每次|每笔|都还)")
# Days in a row that are all meant; without such a word 周五、周六 are days to choose from.
_ALL_OF_THEM = re.compile(r"各|分别|每|都(?!行|可|得|ok)|[分共]|、[^、,，。或]{1,8}[跟和与及同]")
# How often has been read before, right in front of the days.
_COUNTED = re.compile(rf"{MASK}[,，:： ]*$")
# 三号五号八号都行: days to choose from, however many stand between.
_IN_A_ROW = re.compile(r"[、,，/ 和跟]*")
_ANY_OF_THEM = re.compile(
    r"[\d一二三四五六七八九十廿卅号日周星期礼拜、,，/ 和跟或者]{0,24}(?:(?:这|呢|嗰|那)?(?:几|两|三|四)[天日])?(?:我|你|您)?(?:都|均|哪天都|边日都|是但|随便)(?:行|可|得|ok|没问题|冇问题|方便)"
    r"|[\d一二三四五六七八九十廿卅号日周星期礼拜、,，/ 和跟或者]{0,24}(?:随便|任选|任意|其中|当中|里面|是但|挑|选|拣|揀)[^,，。]{0,3}(?:一|选|挑|拣|任)"
)
_BETWEEN = re.compile(r"(?:between|entre|btwn)(?: the| el)?\s*$")


def joined(found: list[Found[Days]], text: str, today: date) -> list[Found[Days]]:
    """One item for "Friday or Saturday", "from the 10th to the 12th", "Friday (the 27th)"."""
    joined: list[Found[Days]] = []
    listed = _listed_by_strokes(found, text)
    for item in found:
        if joined and item.start not in listed:
            last = joined[-1]
            both = _together(last, item, text, today)
            if both is not None:
                joined[-1] = Found(last.start, item.end, both)
                if _OR.fullmatch(text[last.end : item.start]):
                    joined = _with_those_before(joined, last.value, text, today)
                continue
        joined.append(item)
    return joined


_STROKE = re.compile(r" ?/ ?")
# Days so far apart are none to choose from.
_APART = 7


def _listed_by_strokes(found: list[Found[Days]], text: str) -> set[int]:
    """Where the days of "10 Jan / 10 Feb / 10 Mar" begin: three and more that lie apart are as many payments."""
    listed: set[int] = set()
    run: list[Found[Days]] = []
    for item in found:
        days = item.value.readings
        goes_on = (
            run
            and days
            and _STROKE.fullmatch(text, run[-1].end, item.start)
            and (days[0] - run[-1].value.readings[0]).days >= _APART
        )
        run = [*run, item] if goes_on else [item] if days and item.value.certain else []
        if len(run) > 2:
            listed |= {day.start for day in run}
    return listed


# Between the days of a list.
_COMMA = re.compile(r"[\s,，、]+(?:on |the |el )*")


def _with_those_before(joined: list[Found[Days]], named: Days, text: str, today: date) -> list[Found[Days]]:
    """ "The 15th, the 16th or the 17th": what is listed before the two is to choose from as well."""
    while len(joined) > 1:
        before, choice = joined[-2], joined[-1]
        alike = before.value.certain and before.value.cycle == named.cycle and named.cycle
        if not alike or not _COMMA.fullmatch(text[before.end : choice.start]):
            break
        both = cal.either(before.value, choice.value, today=today)
        joined[-2:] = [Found(before.start, choice.end, both)]
    return joined


_OF_A_MONTH = re.compile(r"月.*[\d一二三四五六七八九十][号日]?$")


def _together(first: Found[Days], second: Found[Days], text: str, today: date) -> Days | None:
    gap = text[first.end : second.start]
    if first.value.event or second.value.event:
        return None
    if (
        second.value.cycle == "month"
        and _OF_A_MONTH.search(text[first.start : first.end])
        and first.value.readings
    ):
        second = replace(second, value=second.value.after(first.value.readings[0]))  # 6月7日、8日.
    if _IN_A_ROW.fullmatch(gap) and _ANY_OF_THEM.match(text, second.end) and not _TURNS.search(text):
        return cal.either(first.value, second.value, today=today)
    if _OR.fullmatch(gap):
        return cal.either(first.value, second.value, today=today)
    if _LATEST.match(text, second.end) and not gap.strip(" ,"):
        return cal.either(first.value, second.value, today=today)
    if HAN.search(text) and _two_weekdays(first, second, text):
        return None
    if not gap and HAN.match(text, second.start) and _of_that_weekday(first.value, second.value):
        return first.value if second.value.cycle == "week" else second.value
    if not gap and HAN.match(text, second.start) and _EACH.match(text, second.end):
        if first.value.certain and _same_day(first.value, second.value):
            return first.value  # 听日一号同十五号各俾五百.
    between = _BETWEEN.search(text[max(0, first.start - 15) : first.start])
    dated = _NEXT_TO_IT.fullmatch(gap) and _A_DATE.match(text, second.start)
    if _MOVES.search(text[max(0, first.start - 60) : first.start]):
        by_name = dated and first.value.cycle == "week"  # "move it to Friday the 19th"
        return _dated_by_weekday(first.value, second.value, today) if by_name else None
    if _TO.fullmatch(gap) or (_AND.fullmatch(gap) and between):
        if between and (
            _FROM_NOW.fullmatch(text, first.start, first.end) or _BY_THEN.match(text, second.end)
        ):
            return second.value if second.value.certain else None
        days = cal.between(first.value, second.value, today=today)
        return None if not days.readings and MASK in text else days
    if not gap.strip() and _UP_TO.match(text, second.start) and not first.value.event:
        return cal.between(first.value, second.value, today=today)
    if gap.strip() == "、" and not _ALL_OF_THEM.search(text) and not _many(text):
        if _COUNTED.search(text, max(0, first.start - 4), first.start):
            return None  # 另一半分两次,7月12、7月26.
        return cal.either(first.value, second.value, today=today)
    if not gap and _EACH.match(text, second.end):
        return None
    if of_every_week(text[: second.start]):
        return None
    if not gap and HAN.match(text, second.start) and first.value.cycle == second.value.cycle == "week":
        return cal.either(first.value, second.value, today=today)
    if (
        not gap.strip()
        and first.value.cycle == "month-end"
        and second.value.cycle == "month"
        and HAN.search(text)
    ):
        return second.value  # 月底31号.
    if not gap.strip() and _by_then(first, second, text):
        return second.value
    if _told_at_last(first, second, gap, text):
        return second.value
    if first.value.gap and "就是" in gap and _SAME.fullmatch(gap):
        return second.value  # 第二天也就是29号.
    if first.value.cycle == "week" and dated:
        return _dated_by_weekday(first.value, second.value, today)
    if not _SAME.fullmatch(gap) or _of_each_week(first, gap, text):
        return None
    beside = HAN.search(text) or "(" in gap or (gap == ", " and _SET_OFF.match(text, second.end))
    if _same_day(first.value, second.value) or (beside and _of_that_weekday(first.value, second.value)):
        one = first.value if len(first.value.readings) == 1 else second.value
        told = (
            first.value.cycle == "week" and second.value.cycle != "week" and len(second.value.readings) == 1
        )
        return second.value if told else one
    if "(" in gap and first.value.certain and second.value.cycle == "week":
        return cal.doubtful((*first.value.readings, *second.value.readings), today=today)
    return second.value if _end_told(first.value, second.value, today) else None


_A_DAY = r"(?:\d{1,2}[/月]\d{1,2}[号日]?|\d{1,2}[号日]|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十廿]{1,3}[号日]|[一二三四五六七八九十廿]{1,3}[号日])"
_MANY = re.compile(rf"{_A_DAY}(?:、{_A_DAY}){{2,}}")
# 第一次2000,第二次3000.
_TURNS = re.compile(r"(?:\x1f{3}[:：]?[\d一二两三四五六七八九].*){2}")


def _many(text: str) -> bool:
    """7月1日、8月1日、9月1日: three days and more are hardly to choose from; nor are those that turns are told of."""
    return bool(_MANY.search(text) or _TURNS.search(text))


def _by_then(first: Found[Days], second: Found[Days], text: str) -> bool:
    """过年前1/20: before the feast, on that day."""
    before, on = first.value, second.value
    if (
        not HAN.search(text)
        or text[first.end - 1 : first.end] not in "前内"
        or not (before.readings and on.readings)
    ):
        return False
    return on.certain and on.cycle in (None, "month") and on.readings[0] <= before.readings[-1]


# "Monday the 30th of this month", "el lunes 27 de este mes".
_NEXT_TO_IT = re.compile(r",? (?:the |el |dia )*")
_A_DATE = re.compile(rf"(?:the |el |dia )*(?:\d|{MONTH} (?:the )?\d|{ORDINAL_WORD})", re.ASCII)
# "El 20, jueves, te pago": what its weekday is.
_SET_OFF = re.compile(r",? (?!\d|[$£€])|[,;.]?$")
# "Between now and Friday", "between Monday and Wednesday, Wednesday latest": by that day.
_FROM_NOW = re.compile(r"\s*(?:now|today|right now|hoy|ahora|ahorita|este momento)\s*", re.ASCII)
_BY_THEN = re.compile(
    r"(?: next week| this week)?,? (?:(?:on |the |el )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?|lunes|martes|miercoles|jueves|viernes|sabado|domingo|\d{1,2}(?:st|nd|rd|th)?|that) (?:at the (?:very )?latest|latest|tops|at most|a mas tardar|como (?:muy tarde|maximo|mucho))\b",
    re.ASCII,
)
# "Friday, Monday at the latest": either will do.
_LATEST = re.compile(
    r",? (?:at the (?:very )?latest|latest|at most|tops|a mas tardar|como (?:muy tarde|maximo)|maximo)\b"
)

_SAME = re.compile(
    r"\s*[(,，（:-]?\s*(?:so |like |on |say |or sea |o sea |es decir |digamos |the |el |dia |那个?|嗰个?|那天|嗰日|那日|个日|也就是|就是|亦即|即是|即系|即|[,，] ?(?=也就是|就是|即|亦))*\s*"
)


_BEFORE = re.compile(r"(?:(?:para )?antes de|before) ")
_AFTER_IT = re.compile(r"(?:ya )?(?:pasad[oa]s?|pasando|despues de(?:l)?|after) ")
_BARELY = re.compile(r"\s*[,(:]\s*(?:o sea |es decir |como |on |the |el |dia )*")


def _told_at_last(first: Found[Days], second: Found[Days], gap: str, text: str) -> bool:
    """ "Before Christmas, the 22nd": the day itself, told behind the one that it comes before."""
    later = _AFTER_IT.match(text, first.start) and not first.value.readings and not first.value.event
    if later and _BARELY.fullmatch(gap) and second.value.certain:
        return True
    return bool(
        _BEFORE.match(text, first.start)
        and _BARELY.fullmatch(gap)
        and second.value.certain
        and first.value.readings
        and second.value.readings
        and second.value.readings[0] <= first.value.readings[-1]
    )


def _dated_by_weekday(weekday: Days, dated: Days, today: date) -> Days | None:
    """ "Monday the 30th": one day; where the two disagree, either may be meant."""
    agreeing = [day for day in dated.readings if day.weekday() == weekday.readings[0].weekday()]
    if agreeing:
        return replace(cal.one(agreeing[0], today=today), last_month=dated.last_month)
    return cal.doubtful((*weekday.readings, *dated.readings), today=today) if dated.certain else None


def _of_each_week(first: Found[Days], gap: str, text: str) -> bool:
    """ "Paid weekly on Thursdays so this Thursday you get 75": what comes every week is no name of the one day."""
    return gap.strip().startswith("so") and text[first.start : first.end].endswith("days")


def _end_told(first: Days, second: Days, today: date) -> bool:
    """ "At the end of the month, the 30th": a day of the last third tells which end is meant."""
    ends = first.cycle == "month-end" or (
        first.certain and first.readings[:1] == (cal.month_last(first.readings[0]),)
    )
    if not ends or not second.certain or not second.readings:
        return False
    told = second.readings[0]
    return told >= today and any(
        (told.year, told.month) == (last.year, last.month) and 0 <= (last - told).days <= 10
        for last in first.readings
    )


def _same_day(first: Days, second: Days) -> bool:
    """Two names of one day: "tomorrow Friday", "the 27th, a Friday"."""
    shared = set(first.readings) & set(second.readings)
    return len(shared) == 1 and (first.certain or second.certain)


def _two_weekdays(first: Found[Days], second: Found[Days], text: str) -> bool:
    """本周五,下周五: each is a day of its own, unlike 22号星期六."""
    by_week = all(_WEEK.search(text, one.start, one.end) for one in (first, second))
    return (
        by_week and _of_that_weekday(first.value, second.value) and not _same_day(first.value, second.value)
    )


_WEEK = re.compile(r"[周期拜]")


def _of_that_weekday(first: Days, second: Days) -> bool:
    """22号星期六: the weekday of that date, though one of its name comes sooner."""
    dated, weekday = (second, first) if first.cycle == "week" else (first, second)
    return (
        weekday.cycle == "week"
        and dated.cycle in (None, "month", "month-end")
        and dated.certain
        and len(dated.readings) == 1
        and bool(weekday.readings)
        and dated.readings[0].weekday() == weekday.readings[0].weekday()
    )
