"""Several days that Chinese names in one breath, and days of which it is said that nobody knows them (simplified forms)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from reading.days import calendar as cal
from reading.days.calendar import VAGUE, Days
from reading.days.context import DayRule, Seen, fixed, rule
from reading.days.zh_weeks import AHEAD, STEPS, steps
from reading.spans import Found
from reading.text import MASK
from reading.words.zh import MONTH, NUMBERED_DAY, SMALL, SPAN, WEEK, small_number, weekday_number

# "On which day I cannot tell yet": no question, but no day either.
UNKNOWN = (
    r"(?:[\u3400-\u9fff]{0,2})(?:我|都|还|仲|也|就|真系|真是|这会儿?|暂时|而家|依家|现在|目前){0,3}"
    r"(?:未(?:知|定|清楚|讲得准)|不(?:知道?|清楚|确定|好说|一定|晓得)|没(?:定|想好|确定|准)|[说讲]不(?:准|好|定)|讲唔(?:定|准)|唔(?:知|清楚|肯定|确定|一定|敢讲)|再(?:讲|说|定|通知|看|睇)|待定|另行通知)"
)
_AND = r"[、,，和跟及与同]"


def _of_a_shared_day(match: re.Match[str], seen: Seen) -> Days | None:
    """三月、四月、五月的二十号: each month but the last, which is read as any day is."""
    month, day = small_number(match["month"]) or 0, small_number(match["day"]) or 0
    return cal.month_day(month, day, today=seen.today) if 1 <= month <= 12 else None


def _from_month_to_month(match: re.Match[str], seen: Seen) -> Days | None:
    """1月到4月每月20号: the first of the days, and the month that ends them."""
    month, last, day = (small_number(match[name] or "") or 0 for name in ("month", "last", "day"))
    if not 1 <= last <= 12 or not 1 <= month <= 12:
        return None
    if match["end"]:
        first = cal.named_month_end(month, today=seen.today)
        return replace(first, cycle="month-end", last_month=last)
    return replace(cal.month_day(month, day, today=seen.today), cycle="month", last_month=last)


_EVERY_WEEK = re.compile(rf"[{MASK}每逢]个?(?:周|星期|礼拜)[一二三四五六日天、和跟同与,，]{{0,12}}$")


def of_every_week(before: str) -> bool:
    """Whether what stands before a weekday is 每周 with others of its days."""
    return bool(_EVERY_WEEK.search(before[-20:]))


def _weekly(match: re.Match[str], seen: Seen) -> Days | None:
    """每周一三五: each of these days."""
    number = weekday_number(match["weekday"])
    if number is None or not of_every_week(match.string[max(0, match.start() - 20) : match.start()]):
        return None
    return cal.weekday(number, today=seen.today)


_NO_ONE_DAY = re.compile(r"内$|[完后]$")


def left_open(found: list[Found[Days]], text: str) -> list[Found[Days]]:
    """下个月内俾,边日未知: of a span no day is meant, once it is said that nobody knows which."""
    if not any(item.value.unknown for item in found):
        return found
    return [
        replace(item, value=VAGUE)
        if _NO_ONE_DAY.search(text[item.start : item.end]) or _DONE_THEN.match(text, item.end)
        else item
        for item in found
    ]


_WEEK_NAMED = re.compile(rf"(?:下下|下|这|本)个?{WEEK}(?:之?内|里)?$")
_ITS_OWN = re.compile(r"^(?:下|这|本|上|今|呢)")


def _each_of_the_weeks(weeks: list[Found[Days]], found: list[Found[Days]], text: str) -> list[Found[Days]]:
    """这周300,下周300,都是周五: one weekday for all the weeks."""
    days = [item for item in found if item not in weeks]
    if len(days) != 1 or days[0].value.cycle != "week" or not days[0].value.readings:
        return found
    if days[0].start < weeks[-1].start or _ITS_OWN.match(text[days[0].start : days[0].end]):
        return found
    weekday = days[0].value.readings[0].weekday()
    there = [tuple(day for day in week.value.readings if day.weekday() == weekday) for week in weeks]
    if not all(there):
        return found
    return [replace(week, value=Days(day, certain=True)) for week, day in zip(weeks, there, strict=True)]


def in_that_week(found: list[Found[Days]], text: str) -> list[Found[Days]]:
    """下周内分两次,周二一次周五一次: bare weekdays behind a week are days of it."""
    weeks = [item for item in found if _WEEK_NAMED.search(text[item.start : item.end])]
    if len(weeks) > 1:
        return _each_of_the_weeks(weeks, found, text)
    week = weeks[0] if weeks else None
    if week is None or len(week.value.readings) < 2 or of_every_week(text[: week.start]):
        return found
    days = []
    for item in found:
        bare = item.value.cycle == "week" and not _ITS_OWN.match(text[item.start : item.end])
        if item.start > week.start and bare and item.value.readings and not item.value.event:
            weekday = item.value.readings[0].weekday()
            there = tuple(day for day in week.value.readings if day.weekday() == weekday)
            item = replace(item, value=Days(there, certain=len(there) == 1)) if there else item
            week = replace(week, value=VAGUE) if there else week
        days.append(item)
    return [item for item in days if item.start != week.start] if week.value == VAGUE else found


_AFTER_IT = re.compile(r"(?:之?后|以后|过后)的?(?:那个?|嗰个?|第一个|头一个)?")
_FROM_IT = re.compile(r"(?:起|起算|算起|开始算?)的?")
_SO_LONG_AFTER = re.compile(rf"(?P<count>{SMALL})个?{SPAN}(?:之?后|以后)")
_HALF_A_MONTH = re.compile(r"(?P<more>再过|再等|再隔)?(?:过|等)?(?:个)?半个?月(?:之?后|以后|过后)?")
_FOLLOWS = re.compile(r"剩|余|另|尾|其[他它]|再|第[二三四五]|\x1f{3}")


# 八月的每个礼拜一: the mask stands for 每个.
_OF_THE_MONTH = re.compile(
    rf"份?[的嘅]?(?P<begins>(?:就|才|先|再)?(?:起计?|开始|开头|起算)[,，]?(?:就|我|的)?)?{MASK}{{1,3}}"
)


def _in_that_month(weekday: Days, month: int) -> Days | None:
    """A day of every week, from the first one in a month to the last."""
    if weekday.cycle != "week" or not weekday.readings:
        return None
    for _ in range(54):
        if weekday.readings[0].month == month:
            return replace(weekday, last_month=month)
        weekday = weekday.after(weekday.readings[0])
    return None


_NEXT_MONTH = re.compile(r"下个?月份?\S*[号日]")


def _same_month(one: date, other: date) -> bool:
    return (one.year, one.month) == (other.year, other.month)


def in_the_month_behind(found: list[Found[Days]], text: str) -> list[Found[Days]]:
    """5号,20号,下月5号, said at a month's end: the month behind that of the days told before."""
    told: list[Found[Days]] = []
    for item in found:
        before = [one.value.readings[-1] for one in told if one.value.cycle == "month" and one.value.readings]
        days = item.value.readings
        again = (
            len(before) > 1 and len(days) == 1 and days[0] <= before[-1] and _same_month(days[0], before[0])
        )
        if again and _NEXT_MONTH.fullmatch(text[item.start : item.end]):
            item = replace(item, value=replace(item.value, readings=(cal.add_months(days[0], 1),)))
        told.append(item)
    return told


def told_after(found: list[Found[Days]], text: str, today: date) -> list[Found[Days]]:
    """元旦后的那个礼拜一: the weekday behind a day; 15号40%,剩下60%一个月后: so long after the payment before it."""
    told: list[Found[Days]] = []
    for item in found:
        last = told[-1] if told and told[-1].value.readings else None
        gap = text[last.end : item.start] if last else ""
        length = _SO_LONG_AFTER.fullmatch(text[item.start : item.end])
        half = last and _HALF_A_MONTH.fullmatch(text[item.start : item.end])
        if half and (half["more"] or _FOLLOWS.search(gap) or text.startswith("再", item.end)):
            told.append(replace(item, value=replace(item.value, gap=15)))
            continue
        if last and item.value.cycle == "week" and item.value.readings and _AFTER_IT.fullmatch(gap):
            moved = replace(item.value.after(last.value.readings[0]), cycle=None)
            told[-1] = replace(item, start=last.start, value=moved)
            continue
        if last and length and _FROM_IT.fullmatch(gap):
            counted = timedelta(days=(item.value.readings[0] - today).days) if item.value.readings else None
            if counted is not None:
                there = last.value.readings[0] + counted
                told[-1] = replace(item, start=last.start, value=cal.one(there, today=today))
                continue
        of = _OF_THE_MONTH.fullmatch(text[told[-1].end : item.start]) if told else None
        month = _as_month(told[-1], text, today).value.month if of else None
        if of and month:
            weekly = _in_that_month(item.value, month)
            if weekly is not None:
                weekly = replace(weekly, last_month=None) if of["begins"] else weekly
                told[-1] = replace(item, start=told[-1].start, value=weekly)
                continue
        if last and length and item.value.certain and _FOLLOWS.search(gap):
            count = small_number(length["count"]) or 1
            unit = length["unit"]
            days = {"天": 1, "日": 1, "月": 0}.get(unit, 7) * count
            item = replace(
                item,
                value=replace(item.value, gap_months=count)
                if unit == "月"
                else replace(item.value, gap=days),
            )
        told.append(item)
    return told


_DONE_THEN = re.compile(r"[\u3400-\u9fff]{0,2}完")


def shared_day(found: list[Found[Days]], text: str, today: date) -> list[Found[Days]]:
    """12月还4000，1月还4000，都是20号: one day of the month for all the months, wherever it is told."""
    found = [_as_month(item, text, today) for item in found] if _ALL_ON.search(text) else found
    months = [item for item in found if item.value.month and not item.value.last_month]
    days = [item for item in found if item.value.cycle in ("month", "month-end") and item.value.readings]
    ahead = bool(months) and bool(_FIRST_OF_ALL.fullmatch(text[: months[0].start]))
    if len(months) + ahead < 2 or len(days) != 1 or _SERIES.search(text):
        return found
    (day,) = days
    number = max(reading.day for reading in day.value.readings)
    dated = []
    for item in found:
        month = item.value.month
        if month and item in months:
            ends = day.value.cycle == "month-end"
            named = (
                cal.named_month_end(month, today=today) if ends else cal.month_day(month, number, today=today)
            )
            dated.append(replace(item, value=named))
        elif item is not day:
            dated.append(item)
    # 先给三分之一,下个月三分之一,都20号: on that day of the month now, before the others.
    return [replace(day, start=0, end=0), *dated] if ahead else dated


_FIRST_OF_ALL = re.compile(
    r"[^,，。]{0,4}(?:先|首期|头期|第一[期次笔]|今次|这次)[^,，。]{2,10}[,，。 ]+(?:然后|剩下的?)?"
)


_ALL_ON = re.compile(rf"都(?:是|在|系|喺)?(?:每?月)?{NUMBERED_DAY}|都(?:是|在|系)?月[底末尾]")
_MONTH_AHEAD = re.compile(r"(?P<ahead>[再下]下|下|这|本|呢)一?个?月")


def _as_month(item: Found[Days], text: str, today: date) -> Found[Days]:
    """这个月4000下个月5000，都是28号: the month, by its number."""
    said = _MONTH_AHEAD.fullmatch(text[item.start : item.end])
    if said is None or item.value != VAGUE:
        return item
    ahead = STEPS.get(said["ahead"], 0)
    return replace(item, value=Days(month=cal.add_months(today.replace(day=1), ahead).month))


# Months that a series begins or ends with, not months one by one.
_SERIES = re.compile(r"[每逢]|逐月|开始|开头|起|[到至]|直到|为止")


def _first_days(match: re.Match[str], seen: Seen) -> Days:
    """下个月头三日内: any of so many days."""
    first = cal.add_months(seen.today.replace(day=1), max(steps(match), 0))
    count = small_number(match["few"]) or 1
    return cal.doubtful((first + timedelta(days=n) for n in range(count)), today=seen.today)


# 日子过两天再定, 哪天还我明天告诉你: when that will be told, and no day of a payment.
_TOLD_LATER = (
    r"(?:日子|日期|时间|哪一?天|边一?日|几号|几时|什么时候|何时)(?:还|俾|畀|给|付|转|的话|嘛|呢|就|我|要|得|[,， ])*"
    rf"(?:[过等迟晚][两几多]?[天日点啲些]|[明后听][天日]|下?个?{WEEK}[一二三四五六日天]?|月底|到时候?|回头|[一]?会儿?|之后|以后|后面|定了|确定了?|安排好)"
    r"(?:我|就|先|才|会)*再?(?:定|看|睇|议|商量|联系|确[认定]|回|(?:[跟同和]你)?[说讲]|(?:告诉|通知|回覆?|覆|话|答复)(?:给|畀|俾)?(?:你|您)?知?)"
)
NAMED: tuple[DayRule, ...] = (
    rule(_TOLD_LATER, fixed(Days(unknown=True))),
    rule(
        rf"{AHEAD}(?:一|1)?个?月份?的?[头前首](?P<few>[两二三四五六七2-7])[天日](?:之?内|以内)?", _first_days
    ),
    rule(
        rf"(?:(?:{AHEAD}(?:一|1)?个?|(?P<month>{SMALL}))月份?的?)?(?:几[号时日]|哪一?[天日]|边一?日|日子|日期|什么时候|何时|(?:具体|准确|确切)(?:的)?(?:日期|时间|日子|哪天)?){UNKNOWN}",
        fixed(Days(unknown=True)),
    ),
    rule(
        r"(?:唔知|不知道?|未知|唔清楚|不清楚|不确定|唔肯定)(?:佢|我|他|老板|公司|会|要|系|是)*(?:几时|什么时候|何时|哪一?天|边一?日|几号)",
        fixed(VAGUE),
    ),
    rule(
        rf"(?<![\d百千万])(?P<month>{MONTH})月?份?(?:到|至|-|~)(?:[明次来后]年的?)?(?P<last>{MONTH})月份?[,，]?[\x1f 的都]*(?:(?P<day>{SMALL})[号日]|(?P<end>月?(?:[底末尾]|的?最后[一1][天日])))",
        _from_month_to_month,
    ),
    # 9月尾至11月尾每个月尾还4200.
    rule(
        rf"(?<![\d百千万])(?P<month>{MONTH})月份?(?P<end>[底末尾])(?:到|至|-|~)(?:[明次来后]年的?)?(?P<last>{MONTH})月份?[底末尾](?P<day>)(?=[,，]?\x1f)(?:[,，]?\x1f+个?(?:月?[底末尾]))?",
        _from_month_to_month,
    ),
    # 每月5号跟20号各1500，三月到五月: in which months.
    rule(
        rf"(?:^|(?<=[,，。; ]))(?:就|我|从|由)?(?P<month>{MONTH})月份?(?:到|至|-|~)(?:[明次来后]年的?)?(?P<last>{MONTH})月份?(?=[,，。; ]|$|\x1f|都)",
        lambda m, s: (
            Days(month=small_number(m["month"]), last_month=small_number(m["last"]))
            if re.search(r"[\d一二三四五六七八九十][号日]", m.string[: m.start()])
            else None
        ),
    ),
    # 三月还到六月: from the one month to the other.
    rule(
        rf"(?<![\d一二三四五六七八九十百千万])(?P<month>{SMALL})月份?(?:开始)?(?:一直)?(?:还|付|供|缴|转|俾|畀|交)到(?P<last>{SMALL})月份?(?!\d|[一二三四五六七八九十底初])",
        lambda m, s: Days(month=small_number(m["month"]), last_month=small_number(m["last"])),
    ),
    rule(
        rf"(?<![\d一二三四五六七八九十百千万])(?P<month>{SMALL})(?:月份?(?={_AND})|(?=、))(?=(?:{_AND}{SMALL}月?份?){{0,10}}{_AND}{SMALL}月份?[的嘅]?(?:都|各)?(?:最[后尾][一1][天日]|月?底))",
        lambda m, s: (
            cal.named_month_end(n, today=s.today) if 1 <= (n := small_number(m["month"]) or 0) <= 12 else None
        ),
    ),
    rule(
        rf"(?<![\d一二三四五六七八九十百千万])(?P<month>{SMALL})(?:月份?(?={_AND})|(?=、))(?=(?:{_AND}{SMALL}月?份?){{0,10}}{_AND}{SMALL}月份?[的嘅]?(?:都|各)?(?P<day>{SMALL})[号日])",
        _of_a_shared_day,
    ),
)
# Behind the weekday that they follow.
OF_A_WEEK: tuple[DayRule, ...] = (
    rule(rf"{_AND}?(?P<weekday>[一二三四五六日天])(?!\d?[号点月]|[十百千万个块])", _weekly),
)
