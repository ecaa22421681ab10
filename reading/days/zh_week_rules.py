"""Weekdays, weeks and weekends as Chinese names them, in order of trust (simplified forms)."""

from __future__ import annotations

import re
from datetime import timedelta

from reading.days import calendar as cal
from reading.days.calendar import VAGUE
from reading.days.context import DayRule, fixed, rule, seen_from
from reading.days.zh_lists import OF_A_WEEK
from reading.days.zh_weeks import (
    AHEAD,
    either_weekday,
    nth_weekday_each,
    part_of_week,
    steps,
    two_weekdays,
    weekday,
    weekdays_between,
    whole_week,
)
from reading.text import MASK
from reading.words.zh import WEEK, WEEKDAY

_LISTED = re.compile(r"[,，、/]")

OF_WEEKS: tuple[DayRule, ...] = (
    rule(
        rf"(?:第(?P<nth>[一二两三四五1-5])|(?P<last>最[后尾])(?:嗰|那)?一?)个? ?{WEEKDAY}", nth_weekday_each
    ),
    rule(r"(?:那|嗰)个?(?:周末|礼拜|星期|周)(?![一二三四五六日天末])", fixed(VAGUE)),
    rule(
        rf"{AHEAD}?个?{WEEK}六(?:或者?|跟|和|同|、)?(?:{WEEK})?[日天](?:其中|都|是但|随便)?(?:一|1)?[天日]?",
        lambda m, s: cal.weekend(max(steps(m), 0), today=s.today),
    ),
    rule(
        rf"(?P<ahead>下下|(?<!剩)(?<![^其]余)下|这)?个?{WEEK}(?P<weekday>[一二三四五])(?P<other>[二三四五六])(?=的样子|左右|吧|啦|还|付|转|给|汇|俾|畀|过(?!来)|缴|入|找|请|不|别|勿|唔|都|[,，。 ]|$)",
        two_weekdays,
    ),
    rule(
        rf"(?<![每逢]){AHEAD}?{WEEKDAY}(?:到|至|-|~)(?:(?:下下|下|这|本)?个?{WEEK})?(?P<last>[一二三四五六日天])(?:之间|其中|都行|都可以|这几天|内|呢几日)?(?![个天十万千百])",
        weekdays_between,
    ),
    rule(
        rf"(?<![每逢]){AHEAD}?{WEEKDAY}(?:或者?|定系?|还是|要么|[,，、/])(?P<other>[一二三四五六日天])(?![\d号点日月十百千万个块蚊次期一二三四五六七八九])",
        # 每星期一、四: both of them, each week.
        lambda m, s: (
            None if m.string.endswith(MASK, 0, m.start()) and _LISTED.search(m[0]) else either_weekday(m, s)
        ),
    ),
    rule(rf"{AHEAD}?{WEEKDAY}", weekday),
    *OF_A_WEEK,
    rule(rf"{AHEAD}个?周末", lambda m, s: cal.weekend(max(steps(m), 0), today=s.today)),
    rule(
        r"周休二日|双休日?|周末|礼拜尾|星期尾|(?:星期|礼拜|周)六[、,]?日",
        seen_from(cal.weekend, 0),
    ),
    rule(
        r"今明(?:两|二|2|俩)?[天日]|今[天日](?:或|还是|同|跟|和|至|到)?明[天日]",
        lambda m, s: cal.doubtful((s.today, s.today + timedelta(days=1)), today=s.today),
    ),
    rule(rf"{AHEAD}(?:一|1)?个?{WEEK}(?P<part>初|头|中|尾|底)", part_of_week),
    rule(r"(?<![一二两三四五六七八九十\d个这本下])周内", lambda m, s: cal.whole_week(0, today=s.today)),
    rule(rf"{AHEAD}(?:一|1)?个?{WEEK}(?:内|之内|里)?", whole_week),
)
