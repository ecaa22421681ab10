"""Days that Chinese counts from today (simplified forms)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from reading.days import calendar as cal
from reading.days.calendar import Days
from reading.days.context import Seen
from reading.text import MASK
from reading.words.zh import small_number


def in_days(match: re.Match[str], seen: Seen) -> Days:
    """三天后: so many days, weeks or months on."""
    unit, count = match["unit"], (small_number(match["count"]) or 0) if match["count"] else 1
    if unit == "小时":
        return cal.in_days(count // 24, today=seen.today)
    if unit == "月":
        return cal.in_months(count, today=seen.today)
    return cal.in_days(count * (1 if unit in ("天", "日") else 7), today=seen.today)


def after_the_last(match: re.Match[str], seen: Seen) -> Days:
    """再隔一个礼拜: counted from today, or from the payment before it."""
    told = match.groupdict()
    count_said, unit = told["count"] or told.get("after"), told["unit"] or told.get("each")
    count = (small_number(count_said) or 1) if count_said else 1
    if unit == "月":
        return replace(cal.in_months(count, today=seen.today), gap_months=count)
    days = count * (1 if unit in ("天", "日") else 7)
    return replace(cal.in_days(days, today=seen.today), gap=days)


def last_working_day(month: int | None, ahead: int, seen: Seen) -> Days:
    """二月最后一个上班日: the last day of the month that is no Saturday or Sunday."""
    months = (month - seen.today.month) % 12 if month else max(ahead, 0)
    day = cal.month_last(seen.today, months)
    while day.weekday() > 4:
        day -= timedelta(days=1)
    return cal.one(day, today=seen.today)


def few_days(match: re.Match[str], seen: Seen) -> Days | None:
    """两三天: both numbers; 过两天, which is also an idiom for a few, is asked back."""
    low, high = small_number(match["low"]) or 0, small_number(match["high"]) or 0
    if match["high"] == "十" and match.start("high") == match.end("low"):
        return None  # 二十天 are twenty.
    if not low < high <= low + 2:
        return None
    step = 1 if match["unit"] in ("天", "日") else 7
    days = [
        day for count in range(low, high + 1) for day in cal.in_days(count * step, today=seen.today).readings
    ]
    return cal.doubtful(days, today=seen.today)


def two_days(match: re.Match[str], seen: Seen) -> Days:
    """过两天: two days on, or a few."""
    return cal.doubtful((seen.today + timedelta(days=n) for n in (2, 3)), today=seen.today)


_WAGES_BEFORE = re.compile(
    r"(?:工资|薪水?|粮|钱|款|号|日|天|后|账|到|[今明听后][晚早朝]|[周拜期][一二三四五六日])[^,，。]{0,4}$|(?:[出发领收拿入批结](?:到|齐)?(?:咗|了|完)|到手|下来|落嚟)[,，]? ?(?:我|就|会|一定)*$|(?:发薪|领薪|粮|工资|薪水?)[^,，。了咗]{0,3}[,， ]+(?:我|就|会|一定)*$"
    r"|(?:等|待|直到)(?!我?(?:一下|会|阵|等))[^,，。]{2,14}[,， ]+(?:我|就|会|便|即)*$|[卖借贷批兑租赔][^,，。]{0,3}(?:以后|之后|过后|后)[,， ]+(?:我|就|会|便|即)*$"
)


_DAY_BEFORE = re.compile(r"(?:[周拜期][一二三四五六日天]|[号日底]|[明听后][日天]).{0,10}$")


# 听日出粮,放工即刻过数: at once after work on the day told before.
_SHIFT_ENDS = re.compile(
    r"(?:[明听后][日天晚朝]|\d{1,2}[号日]|[号日底]|(?:周|星期|礼拜)[一二三四五六日天]|出粮|发薪|领薪|发工资)[^。！？!?;；]{0,12}(?:放工|收工|落更|落班|下班|收档|收摊|放学)(?:之?后|以后)?我?(?:就|会)?$"
)


# 月底30号 仔女俾家用我 我即刻还: at once on the day on which something comes.
_COMES_THEN = re.compile(
    r"(?:\x1f|[号日底]|[周拜期][一二三四五六日天])(?:(?!但|不过|而家|现在|今[天日晚])[^。！？!?;；]){0,14}(?:[给俾畀发打转领拿出结收开派卖]|到(?:账|手)?|下来)(?:(?!但|不过|而家|现在|今[天日晚])[^。！？!?;；]){0,10}$"
)


def at_once(match: re.Match[str], seen: Seen) -> Days | None:
    """Today; but "as soon as wages are here, at once" is not."""
    before = match.string[max(0, match.start() - 18) : match.start()]
    if match[0] in ("即日", "当日") and _DAY_BEFORE.search(before):
        return None  # 星期五出粮,我即日过: that very day.
    if _SHIFT_ENDS.search(match.string[max(0, match.start() - 26) : match.start()]):
        return None
    if _COMES_THEN.search(match.string[max(0, match.start() - 26) : match.start()]):
        return None
    return None if _WAGES_BEFORE.search(before) else cal.in_days(0, today=seen.today)


_THAT_DAY = re.compile(r"每|[当那同嗰即][天日晚]")


def later_today(match: re.Match[str], seen: Seen) -> Days | None:
    """下午转: this afternoon, unless a day stands before it."""
    before = match.string[max(0, match.start() - 6) : match.start()]
    if MASK in match.string[: match.start()] and match.string.startswith("再", match.end()):
        return Days((seen.today,), certain=True, gap=0)  # 明天上午转2000，下午再转1000.
    return None if MASK in before or _THAT_DAY.search(before) else cal.in_days(0, today=seen.today)
