"""Days, weekdays and months that Chinese lists in one breath, each told out: 15、20、25号, 下周一、三、五, 3月4月的月底."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from reading.words.zh import MONTH, small_number

_NUMBERED = re.compile(r"[\d一二三四五六七八九十][号日]")


DAY_NUMBER = (
    r"(?:3[01]|[12]\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
)
# 15、20、25号: each of them is a day.
_NUMBERED_DAYS = re.compile(
    rf"(?<![\d一二三四五六七八九十百千万$¥.:/第初之分-]){DAY_NUMBER}(?:(?:[、和跟与及同]|(?<=\d) (?=\d)|,(?=\d\d?[,、号日])){DAY_NUMBER}){{1,8}}(?=[号日](?!元|圆))"
)
# 下周一、三、五各还200: each of them too, where each is paid on.
_WEEKDAYS_LISTED = re.compile(
    r"(?P<week>(?:下下?|这|本)?个?(?:周|星期|礼拜))(?P<days>[一二三四五六日天](?:[、和跟与及,]?[一二三四五六日天]){1,5})(?=(?:这|呢)?(?:[两二三四五几][天日])?(?:[^,，。\d]{0,3}(?:各|分别)|都(?:能|可以?|行|有空|方便|得|在)))"
)


_RESPECTIVELY = re.compile(r"分别|依次|各自|按顺序|对应|[分拆][成为作]?[两二三四五六七八九\d]|[次期笔][:： ]")


def _each_day(match: re.Match[str]) -> str:
    """15号、20号、25号 for 15、20、25号; of two, what stands between them stays."""
    days = re.findall(DAY_NUMBER, match[0])
    return (
        "号、".join(days)
        if len(days) > 2
        else re.sub(r"[、和跟与及同, ]", lambda parted: f"号{parted[0]}", match[0])
    )


def _each_weekday(match: re.Match[str]) -> str:
    """下周一、下周三、下周五 for 下周一三五."""
    return "、".join(match["week"] + day for day in match["days"] if day in "一二三四五六日天")


_MONTHS = re.compile(
    rf"{MONTH}月份?(?:[、,和跟及同与 ]*(?:[明次来]年)?{MONTH}月份?){{1,11}}(?:(?:这|呢|共|一共)[两三四五六七八九十\d]个月)?(?=[, ]?(?:都|的)?(?:每个?月|逐月|[底末尾])|(?P<each>的?(?:\d{{1,2}}|[一二三廿]?[一二三四五六七八九十]{{1,2}})[号日][, ]?[^,，。\d]{{0,4}}(?:各|每))|(?:也|都|(?=照))(?P<paid>还|付|转|缴|给|汇|俾|畀|一样|照(?:样|做|旧|俾|还|付)))"
)
# 七八九月: three months, each by its number.
_MONTHS_RUN = re.compile(
    r"(?<![\d一二两三四五六七八九十百千万])[一二三四五六七八九](?:、?[二三四五六七八九]){1,6}(?=月份?(?:这[三四五六]个月)?(?:每|都|各|的?(?:\d|[一二三廿]?[一二三四五六七八九十]{1,2}[号日])))"
)


def _months_run(match: re.Match[str]) -> str:
    """七月、八月、九月 for 七八九月."""
    named = [small_number(number) or 0 for number in match[0] if number != "、"]
    follow = len(named) > 2 and all(later == earlier + 1 for earlier, later in pairwise(named))
    return "月、".join(str(number) for number in named) if follow else match[0]


_EACH_MONTH = re.compile(rf"({MONTH})月")


def _months(match: re.Match[str]) -> str:
    """一月、二月、三月 as 一月到三月, when each follows the one before it."""
    named = [small_number(month) or 0 for month in _EACH_MONTH.findall(match[0])]
    follow = all(later == earlier % 12 + 1 for earlier, later in pairwise(named))
    if match["paid"] and not _NUMBERED.search(match.string, 0, match.start()):
        return match[0]
    each = "每月" if match["paid"] or match["each"] else ""
    return f"{named[0]}月到{named[-1]}月{each}" if follow else match[0]


# 9月10月11月的月底, 3月和4月的20号和最后一天: each of these days in each of the months.
_ONE_OF_THEM = rf"(?:{DAY_NUMBER}[号日]|月?[底末尾]|最[后尾][一1][天日])"
_A_MONTH = rf"(?:{MONTH}月份?|(?:这个?|本|下下个?|下个?|呢个)月份?)"
_MONTHS_DAYS = re.compile(
    rf"(?:(?<![\d一二三四五六七八九十百千万])|(?=[这本下呢]))(?P<months>{_A_MONTH}(?:[、,和跟与及同 ]{{0,2}}{_A_MONTH}){{1,5}})(?P<of>[的嘅之])?(?P<all>都(?:是|在|系|喺)?(?:每个?月)?的?)?(?P<days>{_ONE_OF_THEM}(?:[、,和跟与及同]{_ONE_OF_THEM}){{0,3}})"
)


_SEVERAL = 2


def _months_days(match: re.Match[str]) -> str:
    """9月底、10月底、11月底 for 9月10月11月的月底."""
    months = [month.removesuffix("份") for month in re.findall(_A_MONTH, match["months"])]
    days = re.findall(_ONE_OF_THEM, match["days"])
    unparted = re.search(rf"月份?{MONTH}|[这本下呢]个?月", match["months"])
    if len(days) < _SEVERAL and not (unparted or match["all"] or match["of"]):
        return match[0]
    shared = "各" if match["all"] else ""
    each = [day.removeprefix("月") if day[-1] in "底末尾" else day for day in days]
    return "、".join(month + day for month in months for day in each) + shared


# 明天后天一天还一百: on each of the days named.
_DAY_NAMED = (
    rf"(?:今[天日]|[明听][天日]|大?后[天日]|(?:下|这)?个?(?:周|星期|礼拜)[一二三四五六日天]|{DAY_NUMBER}号)"
)
_EACH_OF_THEM = re.compile(
    rf"(?P<days>{_DAY_NAMED}(?:[、,和跟与及同]?{_DAY_NAMED}){{1,5}})(?:(?:连着|连续|这)?[两二三四五六][天日次回趟])?,?(?:我|都|就|打算|准备|想)*(?:每|一)[天日次回趟笔](?=(?:都|就|会|先|我|各)*(?:给|还|付|转|打|汇|缴|存|俾|畀|入|过)?(?:你们?|您)?[$¥]?(?:\d{{2,}}(?!点|/|号|日|月)|[一二两三四五六七八九]{{1,2}}[百千]))"
)


# 周一到周三每天转200: on each of them.
_WEEK_LONG = re.compile(
    r"(?P<week>(?:下下?|这|本)?个?(?:周|星期|礼拜))(?P<first>[一二三四五六])(?:到|至|-|~)(?:这|下)?个?(?:周|星期|礼拜)?(?P<last>[二三四五六日天])(?:这?[两二三四五六][天日])?,?(?:我|都)?(?:每[天日]|天天|日日)(?=[^,，。\d]{0,5}(?:\d{2,}|[一二两三四五六七八九][百千]))"
)
_WEEK = "一二三四五六日"


def _week_long(match: re.Match[str]) -> str:
    """周一、周二、周三各 for 周一到周三每天."""
    first, last = _WEEK.index(match["first"]), _WEEK.index(match["last"].replace("天", "日"))
    if first >= last:
        return match[0]
    return "、".join(match["week"] + day for day in _WEEK[first : last + 1]) + "各"


# 15同30号各俾3000,下个月都系咁: on the same days of the next month too.
_NEXT_MONTH_TOO = re.compile(
    rf"(?P<days>{DAY_NUMBER}[号日](?:[、和跟与及同]{DAY_NUMBER}[号日])*)(?P<paid>[^。;号日月]{{2,16}}?)[,，。;]下个?月(?:也|都|再|一样)+(?:是|系)?(?:照|按)?(?:咁|这样|如此|一样|照旧|照办|同样|这么[还付给])(?:[还付给俾畀])?"
)


def _month_too(match: re.Match[str]) -> str:
    """15号、30号、下个月15号、下个月30号各俾3000."""
    days = re.findall(rf"{DAY_NUMBER}[号日]", match["days"])
    told = "、".join([*days, *(f"下个月{day}" for day in days)])
    return f"{told}{'' if '各' in match['paid'] else '各'}{match['paid']}"


def _on_each(match: re.Match[str]) -> str:
    """明天、后天各 for 明天后天一天."""
    return "、".join(re.findall(_DAY_NAMED, match["days"])) + "各"


# 4月5月6月每个月的第一个星期天各250: that weekday of each of them.
_MONTHS_WEEKDAY = re.compile(
    rf"(?P<months>{MONTH}月份?(?:[、,和跟与及同 ]{{0,2}}{MONTH}月份?){{1,5}})[ ,]*(?:每个?月)?的?(?P<day>(?:第[一二三四五1-5]|最[后尾]一?)个? ?(?:周|星期|礼拜)[一二三四五六日天])[ ,]*(?:各|都|每次)*"
)


def _months_weekday(match: re.Match[str]) -> str:
    """4月第一个星期天、5月第一个星期天各."""
    return "、".join(f"{month}月{match['day']}" for month in _EACH_MONTH.findall(match["months"])) + "各"


LISTED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_MONTHS_WEEKDAY, _months_weekday),
    (_MONTHS_DAYS, _months_days),
    (_EACH_OF_THEM, _on_each),
    (_WEEK_LONG, _week_long),
    (_NUMBERED_DAYS, _each_day),
    # 今明后三天各500, 明后两天各转500: each of these days.
    (
        re.compile(r"(?:今明后?|明后)(?:这?[两二俩三23])?[天日](?=[^,，。\d]{0,3}(?:各|分别|都还|每天))"),
        lambda match: "、".join(f"{day}天" for day in match[0] if day in "今明后"),
    ),
    # 分别还1500 1700 2000: sums side by side, no number of an account.
    (
        re.compile(r"(?<=\d{3}) (?=\d{3,5}(?!\d))"),
        lambda match: "、" if _RESPECTIVELY.search(match.string, 0, match.start()) else " ",
    ),
    (_NEXT_MONTH_TOO, _month_too),
    (_WEEKDAYS_LISTED, _each_weekday),
    # 下周三周五各1000: of the same week.
    (
        re.compile(
            r"(?P<week>(?:下下?|这|本)个?)(?P<first>(?:周|星期|礼拜)[一二三四五六][、和跟与同]?)(?=(?:周|星期|礼拜)[二三四五六日天][^,，。\d]{0,3}(?:各|都|分别))"
        ),
        r"\g<week>\g<first>\g<week>",
    ),
    # 下周一2000、四2000: of the same week.
    (
        re.compile(
            r"(?P<week>(?:下下?|这|本)个?(?:周|星期|礼拜))(?P<first>[一二三四五六][^,，。、]{0,4}(?:\d{3,}|[一二两三四五六七八九][百千])[^,，。、\d]{0,3}[、,，])(?=[二三四五六日天](?:还|给|付|转|缴)?[$¥]?(?:\d{3,}|[一二两三四五六七八九][百千]))"
        ),
        r"\g<week>\g<first>\g<week>",
    ),
    # 每星期二、四还500: on both of them.
    (
        re.compile(
            r"每个?(?P<week>周|星期|礼拜)(?P<days>[一二三四五六日天](?:[、和跟与及同]?[一二三四五六日天]){1,5})(?=我?(?:都|就|会|要|先)*(?:还|付|转|缴|汇|给|俾|畀|入|存|过)[你您俾畀给]*[$¥]?(?:\d{2,}|[一二两三四五六七八九]{1,2}[百千]))"
        ),
        lambda match: (
            "每" + "和".join(match["week"] + day for day in match["days"] if day in "一二三四五六日天")
        ),
    ),
    (_MONTHS_RUN, _months_run),
    (_MONTHS, _months),
)
