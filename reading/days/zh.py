"""How Chinese names a day, Mandarin and written Cantonese; reads simplified forms."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from reading.days import calendar as cal
from reading.days import zh_lists
from reading.days.calendar import VAGUE, Days, Part
from reading.days.context import DayRule, Seen, fixed, rule, seen_from
from reading.days.zh_counted import (
    after_the_last,
    at_once,
    few_days,
    in_days,
    last_working_day,
    later_today,
    two_days,
)
from reading.days.zh_feasts import (
    NEW_YEAR,
    feast_rules,
    first_days,
    lunar_day,
    year_end_lunar,
)
from reading.days.zh_occasions import (
    MONEY_COMES,
    MONEY_TO_COME,
    PAYDAY,
    PAYDAY_LATE,
    WAGES_HAD,
    WHEN_SOMETHING_IS_DONE,
)
from reading.days.zh_week_rules import OF_WEEKS
from reading.days.zh_weeks import AHEAD, STEPS, nth_weekday, steps
from reading.words.zh import MONTH, SMALL, SPAN, WEEKDAY, small_number

_A = r"(?:一|1)?个?"


def _number(match: re.Match[str], name: str) -> int:
    return small_number(match[name]) or 0


def _month_day(match: re.Match[str], seen: Seen) -> Days | None:
    if _number(match, "day") > 31:
        return None  # 12月500: a sum.
    year = int(match["year"]) if match["year"] else None
    if match["later"]:
        year = seen.today.year + 1
    month = 1 if match["month"] == "元" else _number(match, "month")
    return cal.month_day(month, _number(match, "day"), year, today=seen.today)


def _of_the_republic(match: re.Match[str], seen: Seen) -> Days:
    """民國116年1月5日: years counted from 1912."""
    month = 1 if match["month"] == "元" else _number(match, "month")
    return cal.month_day(month, _number(match, "day"), int(match["year"]) + 1911, today=seen.today)


def _day_in_month(match: re.Match[str], seen: Seen) -> Days | None:
    if _number(match, "day") > 31:
        return None  # 这个月200: a sum.
    if steps(match) < 0:
        return VAGUE
    return cal.day_in_month(_number(match, "day"), steps(match), today=seen.today)


def _day(match: re.Match[str], seen: Seen) -> Days:
    return cal.day_of_month(_number(match, "day"), today=seen.today)


def _month_end(match: re.Match[str], seen: Seen) -> Days:
    return cal.month_end(steps(match), today=seen.today) if steps(match) >= 0 else VAGUE


_PARTS: dict[str, Part] = {"初": "early", "头": "early", "中": "middle"}


def _part(match: re.Match[str], seen: Seen) -> Days:
    if match["part"].endswith("旬"):
        return VAGUE
    if match["month"]:
        return cal.part_of_named_month(_PARTS[match["part"]], _number(match, "month"), today=seen.today)
    months = steps(match)
    if not match["ahead"] and match["part"] == "中" and seen.today.day > 15:
        return VAGUE  # This month's middle is all but over, and the next one's was not named.
    if not match["ahead"] and match["part"] in ("初", "头") and seen.today.day > 7:
        months = 1
    return cal.part_of_month(_PARTS[match["part"]], months, today=seen.today) if months >= 0 else VAGUE


def _either_day(match: re.Match[str], seen: Seen) -> Days | None:
    """15、16号 is either; 15到20号 any of these days."""
    first, last = _number(match, "first"), _number(match, "last")
    if not 1 <= first < last <= 31:
        return None
    if match["first"].isdigit() != match["last"].isdigit():
        return None
    days = (cal.day_of_month(number, today=seen.today) for number in (first, last))
    join = cal.either if match["between"] in ("", "、", ",", "，", "或", "或者") else cal.between
    return join(*days, today=seen.today)


_NAMED = re.compile(
    r"[\d一二三四五六七八九十廿卅][号日]|(?:第[一二三四五]个?|最[后尾]一?个?) ?(?:周|星期|礼拜)"
)


def _from_month(match: re.Match[str], seen: Seen) -> Days | None:
    """ "The 20th of each month, from December": the month in which a day that was named before comes first."""
    named = _NAMED.search(match.string, 0, match.start())
    month = _number(match, "month" if match["month"] else "on")
    if not named or not 1 <= month <= 12:
        return None
    first = seen.today if month == seen.today.month else cal.month_day(month, 1, today=seen.today).readings[0]
    return cal.doubtful([first], today=seen.today)


def _from_next_month(match: re.Match[str], seen: Seen) -> Days | None:
    """每月15号，下个月开始: the day named before, first in that month."""
    if not re.search(r"[\d一二三四五六七八九十廿卅][号日]|\x1f\d", match.string[: match.start()]):
        return None
    first = cal.add_months(seen.today.replace(day=1), STEPS[match["ahead"] or match["on"]])
    return cal.doubtful([first], today=seen.today)


def _two_days(match: re.Match[str], seen: Seen) -> Days | None:
    """下个月初一二号, 二十七八号: either of two days that follow each other."""
    tens = {"十": 10, "二十": 20, "廿": 20}.get(match["tens"] or "", 0)
    low, high = small_number(match["low"]) or 0, small_number(match["high"]) or 0
    if high != low + 1:
        return None
    if match["ahead"] is None:
        both = [cal.day_of_month(tens + number, today=seen.today) for number in (low, high)]
    else:
        both = [cal.day_in_month(tens + number, steps(match), today=seen.today) for number in (low, high)]
    return cal.either(*both, today=seen.today)


_AFTERWARDS = r"(?:以后|之后|过后|后)"

_TENS = r"(?:廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十一?|卅一?|十[一二三四五六七八九]?)"

RULES: tuple[DayRule, ...] = (
    *zh_lists.NAMED,
    rule(r"马上|立马|立刻|立即|即刻|即时|即日|当即|第一时间", at_once),
    rule(
        r"明后(?:两|二|2|俩)?[天日]|明天(?:或|还是|到)后天|明天[跟和]后天(?![^,，。\d]{0,3}(?:各|分别|都))",
        lambda m, s: cal.doubtful((s.today + timedelta(days=n) for n in (1, 2)), today=s.today),
    ),
    rule(
        rf"(?:(?P<month>{MONTH})月份?|{AHEAD}{_A}月份?)(?:的|嘅)?(?:第(?P<nth>[一二两三四五1-5])|(?P<last>最后|最尾))(?:嗰|那|一)?{WEEKDAY}",
        nth_weekday,
    ),
    rule(r"[一二三12]?(?:十|0|廿|卅)[几来零][号日]", fixed(VAGUE)),
    rule(r"迟(?:点|些|啲)(?=先(?!还|俾|畀|给|转|付|找))", lambda m, s: None),
    rule(r"下个?月[的嘅]?(?:今[天日]|这一?[天日]|呢日)", seen_from(cal.in_months, 1)),
    rule(r"下个?(?:周|星期|礼拜)[的嘅]?(?:今[天日]|这一?[天日]|呢日|同一[天日])", seen_from(cal.in_days, 7)),
    rule(r"半个?(?:小时|钟头)(?:之?后|内)", seen_from(cal.in_days, 0)),
    rule(rf"半年(?:{'(?:以后|之后|过后|后)'}|之?内|以内)", seen_from(cal.in_months, 6)),
    rule(
        rf"(?P<count>{SMALL})个半月(?:{_AFTERWARDS}|之?内|以内)?",
        lambda m, s: cal.doubtful(
            [cal.add_months(s.today, _number(m, "count")) + timedelta(days=15)], today=s.today
        ),
    ),
    rule(r"年(?P<day>廿[一二三四五六七八九]|二十[一二三四五六七八九])(?!\d|年|日)", year_end_lunar),
    rule(
        rf"(?:{AHEAD}{_A}月初?)?(?P<tens>十|二十|廿)?(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])[号日]",
        _two_days,
    ),
    rule(
        rf"(?:再|然后)(?:隔|过|等)?多?(?P<count>{SMALL})?个?{SPAN}(?:之?后|以后)?(?=[,，。 再又就都同给还付转缴汇交存打俾畀入过找清会我吧啦\d一二两三四五六七八九]|$)"
        rf"|(?<=\x1f)(?:隔|过)(?P<after>{SMALL})?个?(?P<each>天|日|周|星期|礼拜|月)(?:之?后|以后)?",
        after_the_last,
    ),
    rule(
        r"(?:之后|跟住|跟着|然后|接着)(?:嗰|那|的|一)*个?月(?!起|开始|[底尾末初中])",
        lambda m, s: replace(cal.in_months(1, today=s.today), gap_months=1),
    ),
    # 礼拜六250,隔天再250: the day after the payment before it.
    rule(
        r"(?<=[,，、。 块元蚊千百\d后水粮资])(?:隔[天日]|第二[天日]|次日|翌日)(?=[我会就再又还给付转汇缴俾畀 \d])",
        lambda m, s: replace(cal.in_days(1, today=s.today), gap=1),
    ),
    # 隔两个星期俾埋另一半; what comes again and again is masked by now.
    rule(
        rf"隔(?P<count>{SMALL})?个?(?P<unit>(?<!隔)[天日]|(?:周|星期|礼拜)(?![一二三四五六日天])|月(?![底末初]))",
        after_the_last,
    ),
    # 每个月15号跟最后一天.
    rule(
        r"(?<=[跟和与及同、])的?最[后尾](?:一|1)[天日]",
        lambda m, s: cal.month_end(0, today=s.today),
    ),
    rule(
        rf"(?P<month>{MONTH})月份?的?最后一?个?(?:上班|返工|工作|营业|办公)日|(?:{AHEAD}{_A})?月?(?:的)?最后一?个?(?:上班|返工|工作|营业|办公)日",
        lambda m, s: last_working_day(_number(m, "month") if m["month"] else None, steps(m), s),
    ),
    rule(
        r"年后(?!面)|(?:(?<![\u3400-\u9fff])|(?<=[我等会能]))(?:节|长假|放假|假期)后(?!面|院|勤)|十来天|十天半个?月|个把(?:月|星期|礼拜)",
        fixed(VAGUE),
    ),
    rule(
        rf"(?<![千百万十\d\x1f号日])(?<!分之)(?P<first>{SMALL})(?:[号日](?=\d))?(?P<between>[、,，]|或者?|到|至|-|~|(?<=[号日])(?=\d{{1,2}}[号日](?!.{{0,6}}各)))(?P<last>{SMALL})[号日](?!楼|线|院|\d{{1,2}}[号日]|[ ,，]?[两二三四五][天日])",
        _either_day,
    ),
    rule(
        rf"(?:差不多|大概|大约)(?:再)?(?P<count>{SMALL})个?(?P<unit>天|周|星期|礼拜|(?<=[个仨俩])月)(?![号日])",
        lambda m, s: replace(in_days(m, s), certain=False),
    ),
    rule(PAYDAY_LATE, fixed(Days(event="payday"))),
    rule(rf"(?<!没)(?<!没有)(?<!不)(?<!未)(?<!冇)(?!{WAGES_HAD})(?:{PAYDAY})", fixed(Days(event="payday"))),
    rule(r"(?:过(?:咗|完|了)(?:大)?|跨(?:咗|完|了))年(?:之?后|先)?", fixed(VAGUE)),
    rule(MONEY_COMES, fixed(Days())),
    rule(MONEY_TO_COME, fixed(VAGUE)),
    *feast_rules(),
    rule(rf"(?:农历|阴历|旧历)(?P<month>{SMALL}|正|腊|冬)月(?:初)?(?P<day>{SMALL})[号日]?", lunar_day),
    rule(rf"(?P<month>正|腊|冬)月(?:初)?(?P<day>{SMALL})", lunar_day),
    rule(
        r"(?<![\d下这本今出])(?P<month>[二三四五六七八九十]|十[一二])月初(?P<day>[一二三四五六七八九十])(?![十百千万几]|定|次|起|笔|直)",
        lunar_day,
    ),
    rule(
        rf"(?:民国|国历)?(?P<year>1[0-4]\d)年(?P<month>{SMALL}|元(?=月))月(?P<day>{SMALL})[号日]?",
        _of_the_republic,
    ),
    rule(
        rf"(?:(?P<year>20\d\d)年"
        rf"|(?P<later>明年|次年|来年))?(?<!分之)(?P<month>{MONTH}|(?<![\d百千万])元(?=月[\d一二三四五六七八九十廿]))月份?[的嘅]?(?P<day>{SMALL})(?:[号日]|(?!\d|个|天|块|元|百|千|月"
        rf"|万|蚊))",
        _month_day,
    ),
    rule(
        rf"(?P<month>{MONTH})月份?(?:起计?|开始)[,，]?[\x1f 的]+(?P<day>{SMALL})[号日]",
        lambda m, s: replace(
            cal.month_day(_number(m, "month"), _number(m, "day"), today=s.today), cycle="month"
        ),
    ),
    rule(
        rf"{AHEAD}{_A}月份?(?:起计?|开始)[,，]?[\x1f 的]+(?P<day>{SMALL})[号日]",
        lambda m, s: replace(_day_in_month(m, s) or VAGUE, cycle="month"),
    ),
    rule(
        r"下个?月(?:的)?第一(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天末])",
        lambda m, s: cal.part_of_month("early", 1, today=s.today),
    ),
    rule(
        rf"(?<=[从由自])(?P<month>{MONTH})月份?(?=起|开始|$|[,，。 ])|(?P<on>{MONTH})月份?(?=(?:就|才|再|先)?(?:起计|起|开始|开头|打头))",
        _from_month,
    ),
    rule(
        rf"(?:(?<=[从由自])(?P<ahead>下下|下){_A}月份?(?=起|开始|算|$|[,，。 ])|(?P<on>下下|下){_A}月份?(?=就|才|再|先)?(?=.?(?:起|开始)))",
        _from_next_month,
    ),
    rule(
        rf"{AHEAD}{_A}月初(?P<day>[一二三四五六七八九十])(?![百千万几])",
        lambda m, s: replace(_day_in_month(m, s) or VAGUE, certain=False),
    ),
    rule(r"(?:大年|年|正月)?初(?P<day>[一二三四五六七八九十]|[1-9](?!\d))(?![号日]?前面)", first_days),
    rule(
        rf"{AHEAD}{_A}月份?(?:的)?(?P<day>{SMALL})(?:[号日]|(?!\d|个|天|块|元|百|千|万|蚊|期))",
        _day_in_month,
    ),
    rule(rf"{AHEAD}{_A}月份?(?:的)?(?:月?底|月?末|最后(?:的)?(?:一|1)[天日]|月?尾)", _month_end),
    rule(
        rf"(?<!分之)(?<![\d百千万])(?P<month>{MONTH})月份?(?:(?:的|嘅)?月?(?:底|末|尾)|[的嘅]?最[后尾](?:一|1|嗰一?|那一?)[天日])",
        lambda m, s: (
            cal.named_month_end(n, today=s.today) if 1 <= (n := _number(m, "month")) <= 12 else VAGUE
        ),
    ),
    rule(
        r"(?:(?<![\d一二三四五六七八九十])|(?<=\d\d\d)|(?<=[百千万][一二两三四五六七八九])|(?<=分之[一二三四五六七八九]))(?P<ahead>(?<!剩)(?<![^其]余)下下|(?<!剩)(?<![^其]余)下|这|本)?月(?:底|末|尾|份?的?最后(?:一|1)[天日])",
        _month_end,
    ),
    rule(
        rf"(?:(?<!分之)(?P<month>{MONTH})月份?|{AHEAD}?{_A}月(?:月(?=[初头中]))?)(?P<part>中下旬|上中旬|中上旬|初|中旬|上旬|下旬|头|中)(?:头)?",
        _part,
    ),
    rule(
        r"(?:这个?月|本月|下个?月)?[上中下]旬|[上下]半个?月|(?:等|到)放(?:咗|了)?[寒暑年]?假(?:之?后|以后)?|放(?:咗|了)?[寒暑年]?假(?:了)?(?:之?后|以后|先|再|就|回[去来家])|(?:呢|过多|这|最近)几[日天]|几[日天](?:之?后|以后)"
        r"|最近|成个(?:礼拜|星期|月)|[晚迟缓早](?:点|些|啲|几[天日])(?=[还俾畀给付转找汇缴])|尾牙(?:之?前|之?后|以后|过后)?",
        fixed(VAGUE),
    ),
    rule(
        rf"(?P<count>{SMALL})个?{SPAN}(?:左右|上下|度)(?![号日])",
        lambda m, s: replace(in_days(m, s), certain=False),
    ),
    rule(
        rf"(?P<low>[一二两三四五六])(?P<high>[两二三四五六七])个月(?:{_AFTERWARDS}|之?内|以内)?",
        fixed(VAGUE),
    ),
    rule(
        rf"(?:俾|畀|给|迟|晚|宽限?)我?多我?(?P<count>{SMALL})?个?{SPAN}(?:时间)?我?",
        in_days,
    ),
    *NEW_YEAR,
    rule(
        r"(?:今年)?(?:年底|年末|年尾|岁末)(?:之?前|以前|前)|(?:今年|本年|年)(?:底|末|尾)?的?最[后尾](?:一|1|嗰一?|那一?)[天日]",
        seen_from(cal.year_end),
    ),
    rule(
        r"年底|年末|年尾|岁末", lambda m, s: cal.doubtful(cal.year_end(today=s.today).readings, today=s.today)
    ),
    *OF_WEEKS,
    rule(r"大后[天日]|大后儿", seen_from(cal.in_days, 3)),
    rule(r"后[天日]|(?<![以之])后晚|后儿(?!子)", seen_from(cal.in_days, 2)),
    rule(
        r"[明名铭鸣]天|明[日早晚]|明儿|明仔[载再早]起?|(?:\u3107\u3127\u3125.?|\u3107)[天日]|听[日晚朝早]|翌日|第二天(?=还|付|转)",
        seen_from(cal.in_days, 1),
    ),
    rule(
        r"(?:即[时天]|今[天日晚早]|今儿|(?:等一下|(?<![钱款资金补薪饷粮])等下(?!来(?:了|之后|以后|的?钱|[再就])))(?![,，。 ]*(?:不是|不对|不,|说错|打错|讲错|写错|错|搞错|[啊呀哦诶][,，。 ]))|等阵|一阵间|待会儿?|等会儿?|一会儿?|稍后|(?:现在|而家|依家|宜家)(?!(?:我)?(?:得|净系|净得)(?:返|个)?[\d一二两三四五六七八九十百千万]|才|改|换|只[能够可]?以?[凑筹有剩]|讲|说|手|每|没|冇|不|唔|还没|未|仲未|真|失业|手头|手上|身上|在)|今朝|零点)",
        seen_from(cal.in_days, 0),
    ),
    rule(
        rf"(?:过|等|再过|再等|缓|宽限|给我)?(?P<low>[一二两三四五六七八九1-9])(?:[、,到至~-]"
        rf"|或者?)?(?P<high>[二两三四五六七八九十2-9])(?P<unit>天|日|周|个星期|个礼拜|星期|礼拜)(?:{_AFTERWARDS}|之?内"
        rf"|以内)?",
        few_days,
    ),
    rule(
        r"(?:就|呢|这)(?:两|俩|2|二)[天日](?:内|之内)?(?![^,，。]{0,3}(?:分别|各))",
        lambda m, s: cal.doubtful((s.today + timedelta(days=n) for n in range(3)), today=s.today),
    ),
    rule(r"(?:过|等|再过|再等|缓)(?:个)?(?:两|俩|2)[天日]", two_days),
    rule(
        rf"(?:过|再过|等|再等|缓|宽限|给我)?(?:个)?半个?月(?:{_AFTERWARDS}|之?内|以内)?(?!的?(?:工(?!资)|活儿?|班|假|货|房租|租金))",
        seen_from(cal.in_days, 15),
    ),
    rule(
        rf"(?:过|再过|再等|等|缓)?(?P<count>{SMALL})个?(?P<unit>小时|天|日|周|星期|礼拜|(?<=[个仨俩])月)(?:{_AFTERWARDS}|(?:之?内|以内"
        rf"|内)(?!(?:就|会|我|要)?\x1f))(?!了)",
        in_days,
    ),
    rule(
        rf"(?:过|再过|再等|等|缓|宽限我?|再给我|给我|容我|等我|缓我|让我缓)(?P<count>{SMALL})个?{SPAN}(?:的?时间)?",
        in_days,
    ),
    rule(
        r"(?:过|再过|等|再等|缓)(?:个)?(?:几|十来|十几|些)[天日]|(?:这|最近|近)(?:几|些)[天日]|这阵子|过(?:一)?(?:阵|段|阵子"
        r"|段时间)|尽快|尽早|早日|得闲(?=会|就|先)|迟(?:点|些|啲)|晚(?:点|些)(?=再|还)|过后|改天|回头|以后|到时候?"
        r"|近期|不久",
        fixed(VAGUE),
    ),
    rule(
        r"(?P<ahead>这|本|今|呢|下)个?月(?:之|以)?内|(?<!个)(?P<a>当)?月内",
        lambda m, s: cal.month_end(1 if m["ahead"] == "下" else 0, today=s.today),
    ),
    rule(rf"{AHEAD}{_A}月|明年|今年", fixed(VAGUE)),
    rule(
        r"(?<![\d.点:])(?P<month>1[0-2]|0?[1-9])[./-](?P<day>3[01]|[12]\d"
        r"|0?[1-9])(?![\d.%])(?=[号日前之还付转给打到]|\s*$)",
        lambda m, s: cal.month_day(int(m["month"]), int(m["day"]), today=s.today),
    ),
    rule(
        r"(?<![\d.月第\-尾])(?!(?<=[同何某每有])一日)(?P<day>3[01]|[12]\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅[一]?"
        r"|[一二三四五六七八九])(?:号|[日](?!元|圆|内|后|常|子|期|薪))(?!线|楼|店|门|院|房|码|卡|机|铺|员|球|单|桌)",
        _day,
    ),
    rule(
        r"(?<![\d一二三四五六七八九十百千万月])(?P<day>廿[一二三四五六七八九]|卅一?)(?=还|俾|畀|前|之前|出粮|过数|找|缴|[,，。 ]|$)",
        _day,
    ),
    rule(
        r"(?:^|(?<=[ ,，。吧呢])|(?<=那就))(?P<day>3[01]|[12]\d|[1-9])(?=(?:就|再|先|会|给你|能|可以)?(?:还|转|给|付|打|过|入|缴|俾|畀) ?[$¥]?(?:\d{2,}|[一二两三四五六七八九]?[百千万]))",
        _day,
    ),
    rule(
        r"(?<=\x1f\x1f)(?P<day>3[01]|[12]\d|[1-9])(?=[ ，。还前转给付缴俾畀入]|,(?!\d)|$)",
        lambda m, s: _day(m, s) if re.search(r"\d{3}|[百千万]", m.string) else None,
    ),
    rule(rf"(?<=\x1f\x1f)(?P<day>{_TENS})(?=[还前转给付缴俾畀入])", _day),
    rule(r"(?:到|等|在)(?P<day>3[01]|[12]\d|[1-9])(?=之前|以前|前|再|就|才|还|付|转|给)", _day),
    rule(rf"(?<=[到至])(?P<month>{MONTH})月份?(?![\d底初末])", fixed(VAGUE)),
    rule(
        rf"(?<!分之)(?P<month>{MONTH})月份?(?!\d{{1,2}}(?!\d)|[底初末])",
        lambda m, s: Days(month=_number(m, "month")),
    ),
    rule(
        r"(?:下午|下昼|晏昼|傍晚|晚上|夜晚|中午)(?=[^,，。\u4e00-\u9fff]{0,6}(?:就|再|先|会|给|去)*(?:还|转|付|汇|过|俾|畀|打(?:钱|款|过去|给)|缴|存))",
        later_today,
    ),
    rule(WHEN_SOMETHING_IS_DONE, fixed(VAGUE)),
)
