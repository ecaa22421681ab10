"""How Chinese says that payments repeat (simplified forms)."""

from __future__ import annotations

import re

from reading.repeats.cycles import (
    DAILY,
    FORTNIGHTLY,
    MONTHLY,
    PAYDAYS,
    WEEKLY,
    Cycle,
    Every,
    Times,
    counted,
    every,
)
from reading.text import MASK
from reading.words.zh import SMALL, small_number


def _every_count(match: re.Match[str]) -> Every | None:
    count = small_number(match["count"])
    if not count or count > 90:
        return None
    unit = match["unit"]
    return Every(Cycle(months=count) if unit == "月" else Cycle(days=count * (1 if unit in "天日" else 7)))


def _times(match: re.Match[str]) -> Times | None:
    count = small_number(match["count"])
    unit = match[0][match.end("count") - match.start() :]
    if match[0].startswith("还") and unit[:1] in "次回" and match.string[: match.start()].endswith(MASK):
        return None  # 一个月还两次: how often, and not how many times in all.
    cycle = (
        MONTHLY
        if unit.startswith(("个月", "月"))
        else WEEKLY
        if re.match(r"个?(?:周|星期|礼拜)", unit)
        else DAILY
        if unit.startswith("天")
        else None
    )
    return Times(count, cycle) if count and 2 <= count <= 120 else None


PAYS = r"(?:还|付|俾|畀|缴|供|转|打|汇|交|给|存|入|过|拿)"
# 从明天开始打打五天, 下个月一号开始给五个月.
_ON = rf"(?:(?<=开始)(?:{PAYS}){{1,2}}|(?P<on>{PAYS})(?P=on))"
IN_ALL = r"(?:连续|连着|接连|一连|连|一共|总共|合共|拢共|统共|总计|共计|共)"
_DAYS = re.compile(r"[\d一二三四五六七八九十][号日]")
_CYCLE = re.compile(r"每(?![次期笔回])|[逢\x1f]|隔(?!天)|一个(?:月|星期|礼拜)|一周|月月")

# 隔两个星期俾埋另一半; 3/3缴8000,隔两周再8000: once, and not again and again.
_LAST_ONE = re.compile(r"[^,，。]{0,4}(?:另|剩|余|尾|埋)")
_ONE_MORE = re.compile(
    r"(?:再|又|就|我|会|还|付|给|转|缴|交|汇|俾|畀|入|过){0,4}[$¥]?(?:\d{2,}|[一二两三四五六七八九]{1,2}[百千万])(?!.*(?:每|各|为止|[次期笔回]|还[清完]|直到))"
)
_THEN_ON = re.compile(r"(?:周|星期|礼拜)[一二三四五六日天](?=再|又)")
_PAID_BEFORE = re.compile(r"[\d十百千万元块蚊半][啦喔先]?[,，。 ]*(?:然后|之后|再)?$")


def _once(match: re.Match[str]) -> bool:
    """Whether just one more payment follows so long after another."""
    if _LAST_ONE.match(match.string, match.end()):
        return True
    before = match.string[max(0, match.start() - 8) : match.start()]
    weekday = _THEN_ON.match(match.string, match.end())
    return bool(
        _PAID_BEFORE.search(before)
        and _ONE_MORE.match(match.string, weekday.end() if weekday else match.end())
    )


RULES = (
    every(
        r"每隔一?[天日]|(?<![再\x1f])隔[天日](?=[还付转给打][^。]{0,24}(?:还[完清]|为止|[够足满]))",
        Cycle(days=2),
    ),
    every(r"每一?个?季度?(?!节|末|初)|按季度?|一个?季度(?=[还付转给一])", Cycle(months=3)),
    every(r"每隔?半个?月|半个?月(?:还|付|俾|畀|缴|转|给)?一?次|半个?月一(?:期|笔|付)", Cycle(days=15)),
    counted(
        r"(?<![再\x1f])隔个?(?:周|星期|礼拜)(?![一二三四五六日天])",
        lambda m: None if _once(m) else Every(FORTNIGHTLY),
    ),
    counted(
        r"隔(?:个)?(?=(?:周|星期|礼拜)[一二三四五六日天])",
        lambda m: None if _THEN_ON.match(m.string, m.end()) and _once(m) else Every(FORTNIGHTLY),
    ),
    every(
        r"两(?:周|个?星期|个?礼拜)一次|每隔一个?(?:周|星期|礼拜)",
        FORTNIGHTLY,
    ),
    every(r"双[周週](?:一[次期]|(?=[还付缴转给供俾畀扣制]))|每?双[周週](?=[,，。 ]|\d)", FORTNIGHTLY),
    # 隔一周还一次: every second week.
    counted(
        r"(?<![再\x1f])每?隔(?:一|1)?个?(?:周|星期|礼拜)(?:就|会|我)?(?:还|付|俾|畀|缴|转|给|汇|供|过|存|入)?(?:你|您)?一[次回趟笔期](?!过|性)",
        lambda m: Every(FORTNIGHTLY),
    ),
    # 两个礼拜还一次, 三天一付: how often, and not in all.
    counted(
        rf"(?<![\d一二三四五六七八九十共分这那呢第])(?P<count>{SMALL})个?(?P<unit>天|日|周|星期|礼拜|月)(?:内|里)?(?:就|会|我)?(?:还|付|俾|畀|缴|转|给|汇|供|过|存|入|扣)?(?:你|您)?一(?:[次回趟](?!过|性|还清|付清|结清|缴清|清)|期|笔|付(?!清)|还(?!清)|缴(?!清))",
        _every_count,
    ),
    counted(
        rf"(?:每|逢(?!(?:\d{{1,2}}|[一二三廿卅]?十?[一二三四五六七八九]?)日)|(?<![再\x1f])隔|(?:间|相)隔)(?P<count>{SMALL})个?(?P<unit>天|日|周|星期|礼拜|月)(?!再)",
        lambda m: _fortnight(m) if m[0].startswith("隔") else _every_count(m),
    ),
    every(
        r"(?:每次|每个?月)?(?<![\d一二三四五六七八九十][号日])(?:发|出|领)(?:了)?(?:工资|粮|薪水?|人工)(?:都|就)(?=还|付|给|转)|每次(?:发|出|领|结)(?:了|完|到)?(?:工资|工钱|粮|薪水?|账|钱)|每次[结发](?:了|完)(?=就|我|都|给|还|付|转)",
        PAYDAYS,
    ),
    every(
        r"每个?(?:周|星期|礼拜)(?=[一二两三四五六七八九][百千万])|每(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天末])|每(?=(?:个)?(?:周|星期|礼拜)[一二三四五六日天末])|逢(?=(?:周|星期|礼拜))"
        r"|(?<!第)一(?:周|个?星期|个?礼拜)(?=\d|还|俾|畀|付|给|缴|[一二两三四五六七八九]?[百千])|(?<!每)(?<!每个)(?<!逢)(?:周|星期|礼拜)[一二三四五六日天](?=都还|每)|(?<=[\d块元蚊百千])一(?:周|个?星期|个?礼拜)",
        WEEKLY,
    ),
    every(
        r"每(?:个)?月(?:份)?(?!的?最后|底|末|初|尾)|[每逢](?:个)?(?=月(?:[底末初尾]|份?的?最后一[天日]))|每个?月(?=的?最[后尾](?:嗰|那)?一?个? ?(?:周|星期|礼拜))|按月|逐个?月|月月(?![初底末中头尾])|(?<!隔)(?<!过)(?<![最][后尾])(?<!末)一个月(?=\d|还|俾|畀|付|给|缴|[一二两三四五六七八九]?[百千万])"
        r"|[每逢](?=(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?|卅一?)[号日])|(?<=[\d块元蚊百千万])一个月",
        MONTHLY,
    ),
    counted(
        r"(?:逢|每)?[单双][数号]?月(?:份)?的?(?=[还付给转缴俾畀汇]|\d|[一二两三四五六七八九]千|[一二三]?十[一二三四五六七八九]?[号日])|隔个?月(?=[还付给转缴俾畀汇一]|\d)|(?<![再\x1f过])隔一个月(?=[还付给转缴]|\d)",
        lambda m: None if _once(m) else Every(Cycle(months=2)),
    ),
    every(
        r"(?:每天|每日|天天)(?!(?:都|在|要|被|来|给我|就是|这么){0,2}(?:打(?!款|钱|\d|[一二三五六七八九]百)|发(?!工资|你)|催|烦|吵|call|追|骚|轰|逼|传|加班|上班|上工|做工|返工|开工|出摊|睡|吃))|(?<![第后那这哪某同当前末尾早晚几多隔头半过等\d十])一天(?=(?:先|就|我|固定|都)*(?:给|还|付|转|汇|缴|存|俾|畀|入|过|打|你们?|您){0,4}[$¥]?(?:\d{2,}(?!点|/|号|日|月)|[一二两三四五六七八九]{1,2}[百千]))|(?<=[\d块元蚊百千])一天(?=$|[,，。 连共还给付转])",
        DAILY,
    ),
    counted(
        rf"(?:分|平摊|均摊|分摊|拆|平分|split ?)(?:成|作|做)?(?:开)? ?(?P<count>{SMALL})(?: ?parts?|期|次|笔|个月|(?<=[仨俩])月|回|份|批|道|趟|摊|梯次)(?:还|付|清)?",
        _times,
    ),
    counted(
        rf"(?<=[\d块元千百])(?: ?[x×*] ?|乘(?:以)?)(?P<count>{SMALL})(?:期|次|个?月|笔)?(?![\d百千万])",
        _times,
    ),
    counted(
        rf"(?:^|(?<=[,，。 算想要]))(?:就|分|刚好|正好)?(?P<count>{SMALL})(?:期|笔)(?=[,，。: \x1f]|每|$|(?:就|刚好|正好)?(?:[还付结缴供][清完]|搞[定掂]|完事|还?清|埋单))",
        _times,
    ),
    # 每天转100，转够10天; 连着给十天.
    counted(
        rf"(?:{PAYS}[够足满]了?|{IN_ALL}{PAYS}?[够足满]?了?|{_ON})(?P<count>{SMALL})[天日](?!时间|假)",
        lambda m: _times(m) if re.search(r"每[天日]|天天|\x1f", m.string) else None,
    ),
    # Beside a cycle any count tells how often: 每周三还350，七次刚好还完; 转十回.
    counted(
        rf"(?:(?:^|(?<=[,，。 ]))|(?<!个月)(?<!每月)(?<!一周)(?<!每周)(?<!星期)(?<!礼拜)(?:连续?|再|共|一共)?(?:还够|还足|先?来|转|给|打|汇|交|付|还|缴|俾|畀|供|(?<=[,，。 ])[过入])|total ?)(?:total ?)?(?P<count>{SMALL})(?:次|回|个月|周|个?星期|个?礼拜)(?=(?:就|刚好|正好|可以|能|全部?|都)*(?:[还付结缴供俾畀](?:清|完|晒)|清|搞[定掂])|先?(?:[,，。 啦喇咯㗎]|$|[从由自]))",
        lambda m: _times(m) if _CYCLE.search(m.string) or len(_DAYS.findall(m.string)) > 1 else None,
    ),
    counted(
        rf"(?<![月周期拜])(?:{_ON}|(?:还|付|俾|畀|缴|供)[住够足满]?|{PAYS}[够足满]|{IN_ALL}(?:要|得|是|分)?{PAYS}?[住够足满]?|(?<=[,，。 ])(?:连[\u4e00-\u9fff]|连续[\u4e00-\u9fff]))(?P<count>{SMALL})(?:期|个月|次|回|趟|周|个星期|个礼拜|(?<=[共连].)笔)(?!工资|没|冇)",
        _times,
    ),
)


def _fortnight(match: re.Match[str]) -> Every | None:
    """隔一周 is every second week; 每隔两周 is said of that as well."""
    count = small_number(match["count"])
    if not count or count >= 10 or _once(match):
        return None
    if match["unit"] in ("天", "日"):
        return Every(Cycle(days=count)) if count > 1 else None
    weeks = max(count, 2)
    return Every(Cycle(days=7 * weeks)) if match["unit"] != "月" else None
