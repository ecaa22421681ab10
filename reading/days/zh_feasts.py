"""Feasts that Chinese names days by, of both calendars (simplified forms)."""

from __future__ import annotations

import re
from datetime import date
from functools import partial

from reading.days import calendar as cal
from reading.days import festivals as feasts
from reading.days.calendar import VAGUE, Days
from reading.days.context import DayRule, Seen, fixed, rule, seen_from
from reading.words.zh import WEEKDAY, small_number, weekday_number

FEASTS: tuple[tuple[str, feasts.Feast], ...] = (
    (r"小年夜", feasts.after(feasts.SPRING_FESTIVAL, -2)),
    (r"除夕|大年三十|年三十|年卅|大年夜|(?<!跨)年夜", feasts.NEW_YEARS_EVE_LUNAR),
    (r"小年", feasts.lunar(12, 23)),
    (r"春节|农历年|农历新年|阴历年|旧历年|过大年|过年|大年初一|年初一|新春", feasts.SPRING_FESTIVAL),
    (r"元宵(?:节)?|正月十五(?!号)", feasts.lunar(1, 15)),
    (r"元旦|阳历年|新历年", feasts.fixed(1, 1)),
    (r"(?:228|二二八)(?=连假|放假|前|纪念)", feasts.fixed(2, 28)),
    (r"三八(?:妇女)?节|妇女节", feasts.fixed(3, 8)),
    (r"劳动节|(?<![周期拜十百千万])五一(?![\d千百万])(?:节)?", feasts.fixed(5, 1)),
    (r"端午(?:节)?", feasts.lunar(5, 5)),
    (r"七夕", feasts.lunar(7, 7)),
    (r"中元(?:节)?|鬼节", feasts.lunar(7, 15)),
    (r"中秋(?:节)?|八月十五(?![号日前之])", feasts.lunar(8, 15)),
    (r"重阳(?:节)?", feasts.lunar(9, 9)),
    (r"国庆(?:节)?|(?<![周期拜二三])十一(?=前|之前|假|后|长假)", feasts.fixed(10, 1)),
    (r"双十节|双十国庆|双十(?![一二\d])(?:连假)?", feasts.fixed(10, 10)),
    (r"双十一|双11", feasts.fixed(11, 11)),
    (r"双十二|双12", feasts.fixed(12, 12)),
    (r"平安夜|圣诞夜|圣诞前夕", feasts.fixed(12, 24)),
    (r"圣诞(?:节)?", feasts.fixed(12, 25)),
    (r"跨年", feasts.fixed(12, 31)),
    (r"情人节", feasts.fixed(2, 14)),
    (r"儿童节|(?<![周期拜])六一(?:节)?", feasts.fixed(6, 1)),
    (r"教师节", feasts.fixed(9, 10)),
    (r"复活节", feasts.easter_sunday),
    (r"佛诞|浴佛节", feasts.lunar(4, 8)),
    (r"腊八(?:节)?", feasts.lunar(12, 8)),
    (r"万圣节", feasts.fixed(10, 31)),
    (r"母亲节", feasts.nth_weekday(5, 6, 2)),
    (r"父亲节", feasts.nth_weekday(6, 6, 3)),
    (r"感恩节", feasts.nth_weekday(11, 3, 4)),
    (r"黑色星期五|黑五", feasts.after(feasts.nth_weekday(11, 3, 4), 1)),
    (r"光棍节", feasts.fixed(11, 11)),
    (r"双旦", feasts.fixed(12, 25)),
    (r"(?<!\d)618(?=活动|大促|之?前|之?后|以前|以后)", feasts.fixed(6, 18)),
)


def tomb_sweeping(year: int) -> date | None:
    """清明: the fourth or fifth of April, by the formula for the 21st century."""
    short = year % 100
    return date(year, 4, int(short * 0.2422 + 4.81) - short // 4)


def winter_solstice(year: int) -> date | None:
    """冬至: the 21st or 22nd of December, by the formula for the 21st century."""
    short = year % 100
    return date(year, 12, int(short * 0.2422 + 21.94) - short // 4)


def lunar_day(match: re.Match[str], seen: Seen) -> Days:
    """腊月廿三: a day of the farmers' calendar."""
    month = {"正": 1, "腊": 12, "冬": 11}.get(match["month"]) or small_number(match["month"]) or 0
    day = small_number(match["day"]) or 0
    return (
        feasts.on(feasts.lunar(month, day), today=seen.today)
        if 1 <= month <= 12 and 1 <= day <= 30
        else VAGUE
    )


def before_the_year(match: re.Match[str], seen: Seen) -> Days:
    """年前 is before the lunar new year; while December lasts it may be the other one."""
    lunar = feasts.before(feasts.SPRING_FESTIVAL, today=seen.today)
    if seen.today.month <= 2 and lunar.readings and lunar.readings[0].year == seen.today.year:
        return lunar
    return cal.either(lunar, cal.year_end(today=seen.today), today=seen.today)


def year_end_lunar(match: re.Match[str], seen: Seen) -> Days:
    """年廿八: the 28th of the last lunar month."""
    return feasts.on(feasts.lunar(12, (small_number(match["day"]) or 0)), today=seen.today)


def first_days(match: re.Match[str], seen: Seen) -> Days:
    """初五 is the fifth of the lunar year in the weeks around it; else of a month that was not said."""
    days = feasts.on(feasts.lunar(1, (small_number(match["day"]) or 0)), today=seen.today)
    near = days.readings and (days.readings[0] - seen.today).days <= 75
    return days if near else cal.doubtful(days.readings, today=seen.today)


def _days_before(match: re.Match[str], seen: Seen, *, feast: feasts.Feast) -> Days:
    """圣诞前两天: so many days before the feast."""
    return feasts.on(feasts.after(feast, -(small_number(match["count"]) or 1)), today=seen.today)


def _weekday_after(match: re.Match[str], seen: Seen, *, feast: feasts.Feast) -> Days | None:
    """元旦过后头一个礼拜五: the first such weekday behind the feast."""
    number, days = weekday_number(match["weekday"]), feasts.on(feast, today=seen.today)
    if number is None or not days.readings:
        return None
    return cal.coming_weekday(number, today=days.readings[0])


# 跨年蛋糕, 中秋月饼: what is sold for it.
_GOODS = (
    r"的?(?:蛋糕|月饼|礼[盒物]|玫瑰|花束|鲜花|红包|粽|年货|订单|大?单|档期|促销|特卖|大促|市集|[这那]批货)"
)


def feast_rules() -> tuple[DayRule, ...]:
    """For each feast: before it, after it, on it."""
    rules: list[DayRule] = []
    for name, feast in (*FEASTS, (r"清明(?:节)?", tomb_sweeping), (r"冬至|过冬|做冬", winter_solstice)):
        days_off = rf"(?:{name})(?:放假|假期|长假|连假)?"
        rules += [
            rule(
                rf"{days_off}(?:之?前|以前)的?(?P<count>[两二俩三四五2-5])[天日]",
                partial(_days_before, feast=feast),
            ),
            rule(rf"{days_off}(?:(?:之?前|以前)(?:的?(?:一|1)[天日]|夕)?)", seen_from(feasts.before, feast)),
            rule(
                rf"{days_off}(?:以后|之?后|过后|过[完了咗])的?(?:第一|头一?|首|嗰)个?{WEEKDAY}",
                partial(_weekday_after, feast=feast),
            ),
            rule(
                rf"{days_off}(?:(?:之?后|过后)的?(?:第一|第二|头一|隔|一)|的?(?:第二|隔))天|(?:{name})翌日",
                seen_from(feasts.on, feasts.after(feast, 1)),
            ),
            rule(
                rf"{days_off}(?:期间|[那这嗰](?:阵子?|排|段(?:时间|日子)|[几两些]?[天日]里)|以后|之?后|过后|完|(?:[放过]完)?(?:回来|返来|返嚟|回嚟|收假|复工|开工)|[放过]完(?:大?假|节)?)",
                fixed(VAGUE),
            ),
            rule(rf"(?:{name})(?:那天|当天|当日|嗰日|个日)?(?!{_GOODS})", seen_from(feasts.on, feast)),
        ]
    return tuple(rules)


NEW_YEAR: tuple[DayRule, ...] = (
    rule(r"新年(?:之?前|以前)", before_the_year),
    rule(r"新年(?:之?后|以后|过后)", fixed(VAGUE)),
    rule(r"新年(?:那天|当天|当日|嗰日)?", seen_from(feasts.on, feasts.fixed(1, 1))),
    rule(
        r"年前(?!面)",
        before_the_year,
    ),
)
