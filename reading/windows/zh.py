"""How Chinese says when to be reached (simplified forms)."""

from __future__ import annotations

import re

from reading.text import MASK
from reading.windows.hours import (
    ALL_DAYS,
    DAY_END,
    Grammar,
    Hours,
    Weekdays,
    after,
    before,
    between,
    free_from,
    part_of_day,
    span,
)
from reading.windows.zh_refused import UNREACHABLE
from reading.words.zh import WEEK, small_number, weekday_number

_HALVES = {"凌晨": "am", "早上": "am", "早晨": "am", "清晨": "am", "上午": "am", "早": "am", "朝早": "am", "上昼": "am", "中午": "pm", "下午": "pm", "下昼": "pm", "晏昼": "pm",
           "傍晚": "pm", "晚上": "pm", "晚间": "pm", "晚": "pm", "夜里": "pm", "夜晚": "pm", "朝": "am", "晚黑": "pm", "夜间": "pm", "半夜": "night", "深夜": "night", "三更半夜": "night"}  # fmt: skip
_NIGHTS = frozenset({"晚上", "晚", "夜里", "夜晚", "夜间", "晚黑"})
_MORNINGS = frozenset({"早上", "上午", "早", "朝早", "上昼", "早晨"})
_HALF = "(?:" + "|".join(sorted(_HALVES, key=len, reverse=True)) + ")"
_HOUR = r"(?:\d\d?|[零〇一二两三四五六七八九]|十[一二]?)"
_TIME = (
    rf"(?P<p{{0}}>{_HALF})?(?P<h{{0}}>{_HOUR})(?::(?P<c{{0}}>[0-5]\d)|(?:点钟?"
    rf"|[时](?![间候]))(?:(?P<b{{0}}>半)|(?P<m{{0}}>[0-5]?\d|[一二三四五]?十[一二三四五六七八九]?)分?)?)"
)
# The first of two times may leave its 点 out: 9到12点.
_SHORT = (
    rf"(?P<p1>{_HALF})?(?P<h1>{_HOUR})(?::(?P<c1>[0-5]\d)|(?:点钟?|时)?(?:(?P<b1>半)|(?P<m1>[0-5]\d)分?)?)"
)
_ONE, _TWO = _TIME.format(1), _TIME.format(2)


def _said(match: re.Match[str], which: int, default: str | None = None) -> tuple[str, str | None, str | None]:
    hour = small_number(match[f"h{which}"]) or 0
    spoken = match[f"m{which}"]
    minute = match[f"c{which}"] or (
        "30" if match[f"b{which}"] else str(small_number(spoken) or 0) if spoken else None
    )
    half = match[f"p{which}"] or (_half_before(match, hour) if which == 1 else None)
    meant = _HALVES[half] if half else default
    if meant == "night":
        meant = "pm" if 9 <= hour < 12 else "am"
    if half in _MORNINGS and hour == 12:
        meant = None
    if half == "中午" and hour >= 11:
        meant = "pm" if hour == 12 else None
    return (f"{hour:02d}" if hour > 12 else str(hour)), minute, meant if hour <= 12 else None


_HALF_SAID = re.compile(rf"({_HALF}|放工|收工|下班)[^\\d{MASK}一二三四五六七八九十点]{{0,9}}$")


def _half_before(match: re.Match[str], hour: int) -> str | None:
    """早上要送小孩,八点半以后; 放工后9点半: the half of the day was said before, in the same clause."""
    said = _HALF_SAID.search(match.string, 0, match.start())
    if said is None:
        return None
    half = "晚上" if said[1] in ("放工", "收工", "下班") else said[1]
    fits = 5 <= hour <= 11 if _HALVES[half] == "am" else 6 <= hour <= 11 and half in _NIGHTS
    return half if fits else None


def _after(match: re.Match[str], unwanted: bool) -> Hours | None:
    asleep = re.search(r"[睡瞓]|孩子|小孩|细路|宝宝|bb|太晚|太夜", match.string)
    return between(after(*_said(match, 1), unwanted=unwanted or bool(asleep)), DAY_END)


def _before(match: re.Match[str], unwanted: bool) -> Hours | None:
    hour, minute, half = _said(match, 1)
    if (
        half is None
        and re.search(r"回(?:不了|到)?家|到(?:不了)?家|下班|放工|收工|返到屋企", match.string)
        and int(hour) < 10
    ):
        half = "pm"
    return between(0, before(hour, minute, half))


def _until(match: re.Match[str], unwanted: bool) -> Hours | None:
    return free_from(after(*_said(match, 1), unwanted=False))


def _free_until(match: re.Match[str]) -> Hours | None:
    """最晚九点: the hours up to then are free."""
    end = after(*_said(match, 1), unwanted=True)
    return Hours(0, end, free=True) if end else None


def _span(match: re.Match[str], unwanted: bool) -> Hours | None:
    first = _said(match, 1)
    second = _said(match, 2)
    if first[0] == "12" and match["p1"] in _NIGHTS:
        first = ("00", first[1], None)  # 晚上12点到早上9点 begins at midnight.
    if second[0] == "12" and match["p2"] in _NIGHTS:
        second = ("24", None, None)
    if second[2] is None and first[2] == "pm" and int(second[0]) < 12:
        second = (second[0], second[1], "pm")
    return span(first, second)


def _at(match: re.Match[str], unwanted: bool) -> Hours | None:
    start = after(*_said(match, 1), unwanted=False)
    return between(start, min(start + 60, DAY_END)) if start is not None else None


def _working_hours(match: re.Match[str], unwanted: bool) -> Hours | None:
    """Nine to five, unless hours or a part of the day were named: 早上在上班."""
    return None if MASK in match.string else Hours(9 * 60, 17 * 60)


def _days_span(match: re.Match[str]) -> Weekdays | None:
    first, last = weekday_number(match["first"]), weekday_number(match["last"])
    if first is None or last is None:
        return None
    return Weekdays(tuple(sorted({day % 7 for day in range(first, last + 1 if last >= first else last + 8)})))


def _day(match: re.Match[str]) -> Weekdays | None:
    days = [weekday_number(char) for char in match["days"] if char not in "、和跟与,同"]
    return Weekdays(tuple(sorted({day for day in days if day is not None}))) if days else None


GRAMMAR = Grammar(
    hours=(
        (
            re.compile(
                rf"{_SHORT}(?:到|至|-|~|—)+(?:(?:第二|隔|转)[天日]|次日|翌日|明天?(?=早|朝))?(?:的|嘅)?{_TWO}",
                re.ASCII,
            ),
            _span,
        ),
        (
            re.compile(
                rf"(?:上班|上课|开会|忙|睡觉|返工|有事|工作|待|[顾看守]店|[顾带](?:孙子?|小孩|孩子|娃|细路|宝宝)+|(?<![存现人])在[\u3400-\u9fff]{{2,8}}).{{0,4}}(?:到|至){_ONE}",
                re.ASCII,
            ),
            _until,
        ),
        (
            re.compile(
                rf"{_ONE}(?:钟)?(?:以后|之后|过后|往后|后|开始|起)|(?:过了|等到){_ONE.replace('1>', '3>')}",
                re.ASCII,
            ),
            lambda m, u: _after(m, u) if m["h1"] else None,
        ),
        (re.compile(rf"(?:超过|晚于|迟过|晚过|迟于){_ONE}", re.ASCII), _after),
        (re.compile(rf"最早(?:都?要|也要|系|是)?{_ONE}", re.ASCII), _until),
        (re.compile(rf"(?:最晚|最迟)(?:是|系|到)?{_ONE}", re.ASCII), lambda m, u: _free_until(m)),
        (re.compile(rf"{_ONE}(?:钟)?(?:以前|之前|前)", re.ASCII), _before),
        (
            re.compile(
                rf"{_ONE}(?:钟)?(?:左右)?(?:才|就|能|可以)?(?:下班|下课|收工|放工|放学|下夜班|下晚自习|落堂)",
                re.ASCII,
            ),
            _until,
        ),
        (re.compile(_ONE), _at),
        (re.compile(r"(?:中午|正午|晏昼)(?:以前|之前|前)"), part_of_day(0, 12)),
        (re.compile(r"凌晨", re.ASCII), part_of_day(0, 6)),
        (re.compile(r"一大早|大清早|清早|清晨|大早上", re.ASCII), part_of_day(6, 9)),
        (re.compile(r"(?:早上|上午|早晨|朝早|上昼|(?<![周期拜])一早)", re.ASCII), part_of_day(9, 12)),
        (re.compile(r"饭点|吃饭(?:时间|的时候|时)|食饭(?:时间|嗰阵|嘅时候)", re.ASCII), part_of_day(12, 13)),
        (re.compile(r"(?:中午|午休|午饭时间|晏昼食饭|食晏)", re.ASCII), part_of_day(12, 14)),
        (re.compile(r"(?:下午|下昼|晏昼|午后)", re.ASCII), part_of_day(12, 18)),
        (
            re.compile(
                r"(?:晚上|夜晚|夜里|晚间|晚黑|傍晚|下班(?:以后|之后|后|了)|(?<![晚夜迟])放工(?:之后|后|以后)?|收工(?:后|之后)?)",
                re.ASCII,
            ),
            part_of_day(18, 21),
        ),
        (re.compile(r"(?:半夜|深夜|夜间)", re.ASCII), part_of_day(21, 24)),
        (
            re.compile(
                r"[朝早](?P<h1>十[一二]?|1[0-2]|[六七八九6-9])点?(?:到|至|-)?晚(?P<h2>十一?|1[01]|[四五六七八九4-9])(?![\d点一二三四五六七八九])"
            ),
            lambda m, u: between((small_number(m["h1"]) or 0) * 60, (small_number(m["h2"]) or 0) * 60 + 720),
        ),
        (
            re.compile(
                r"(?:上班|工作(?!日)|返工|办公|上课|白天|日头)(?:时间|时段|期间|的时候|时|嘅时候|的时间|嗰阵)?",
                re.ASCII,
            ),
            _working_hours,
        ),
    ),
    weekdays=(
        (
            re.compile(
                rf"{WEEK}(?P<first>[一二三四五六日天])(?:到|至|-|~)(?:{WEEK})?(?P<last>[一二三四五六日天])",
                re.ASCII,
            ),
            _days_span,
        ),
        (
            re.compile(
                r"(?<![\u3400-\u9fff\d:点])(?P<first>[一二三四五六])(?:到|至|-|~)(?P<last>[二三四五六日])(?![\u3400-\u9fff\d:点])",
                re.ASCII,
            ),
            _days_span,
        ),
        (re.compile(r"工作日|平日|平时上班|周中|平常日", re.ASCII), lambda m: Weekdays((0, 1, 2, 3, 4))),
        (
            re.compile(r"周末|星期六日|周六日|周六周日|礼拜六日|双休|假日|六日", re.ASCII),
            lambda m: Weekdays((5, 6)),
        ),
        (re.compile(r"每天|每日|天天|任何一天", re.ASCII), lambda m: Weekdays(ALL_DAYS)),
        (
            re.compile(
                rf"{WEEK}(?P<days>[一二三四五六日天](?:[、和跟与,同]?[一二三四五六日天](?![点到]))*)",
                re.ASCII,
            ),
            _day,
        ),
        (
            re.compile(
                r"(?<![一二三四五六七八九十百千\d点月号何某有])(?P<days>[一二三四五六日]{2,6})(?=可以|都得|得闲|有空|行|别|不|唔|冇空|没空|方便|早上|上午|中午|下午|晚上|夜晚|朝早|下昼|\x1f)"
            ),
            _day,
        ),
    ),
    topic=re.compile(
        r"(?:微信|whatsapp|line|电话)上?(?:里)?(?:说|聊|讲|沟通)(?!好)|(?:哪个?|边个|什么|任何|啥|几)(?:点儿?|时候|时间)(?:打|找|联[系络]|call|来电话?)?(?:过来|给我|我)?都|(?:找|搵|揾)得(?:到|返)|(?:可以|能|得闲|方便)(?:讲(?!价)|聊|倾|谈)|只(?:能|可以|有|得)?(?:周末|假日|平日|[周期拜][一二三四五六日天、]{1,5})(?=$|[,，。 !！])|要(?:打|找|call|联络|联系|谈|讲|沟通|聊)(?:我)?(?:就|请|[的嘅]话)|联[系络]得[到上]|(?:周末|[周期拜][一二三四五六日天、]{1,7}|平日)(?:就|都|则)?随便(?=$|[,，。 ])|(?:周末|[周期拜][一二三四五六日天、]{1,7}|日|午|晚|早)(?:除外|以外|之外)|(?:别|不要|勿|莫|甭|唔好|唔使)(?:再)?(?:找|搵|揾|嘈|烦|吵|理|扰)|只要(?:不是|唔系)|line(?=我)|(?:早|晚|点|时|后|前|阵|末|日|午|上)(?:打|发|传)(?=$|[,，。 !！吧啊呗])|打(?:电话|给(?!你|您|贵)|来|过来|扰|我|畀|俾)|(?:再|先|才|别|勿|莫|甭|不要|唔好|可以|后|前)打(?!工|钱|款|过去|折|车|算|官司|[\d¥]|[一二两三四五六七八九][一-鿿]{0,2}[百千万]|到(?:你|您|贵))|除(?:了|咗|开)?(?:周|星期|礼拜|逢|工作日|平日|上午|下午|下昼|朝早|晚上|夜晚|早上)|call|致电|来电|电话|联系|联络"
        r"|搵(?:到|得到|返)?我|揾(?:到|得到|返)?我|(?:[周期拜][一二三四五六日天、]{0,8}|[点半])打(?=$|[,，。 !！吧啊呗])|周末打(?=$|[,，。 !！吧啊呗])|(?:能|可以|有空|都)(?:接|讲)电话|全天|整天|[一二三四五六日]{2,6}(?:可以|都得|得闲|有空|行)|全日|找我|发(?:短信|信息|消息|微信|讯息|邮件|电邮|e-?mail|语音)|(?:写|寄)(?:邮件|电邮|信)|来信|轰炸|炸我|呼我|敲我|沟通(?!过)|(?<!银行)来访"
        r"|传(?:讯|简讯|讯息)|短信|简讯|回(?:消息|信息|短信|讯息|电话|复|你|覆)|方便|有空|得闲|有时间|没空(?![去来跑办弄处])|冇空(?![去嚟搞])|唔得闲|吵|骚扰|接(?:电话|不到|唔到)|讲电话|说(?:得|能)?上话|说话(?!算)|通话|讲得话|聊|几点(?:钟)?[^,，。]{0,4}都|全天|成日都得|留言|whatsapp|忙|(?:不要|不许|不准|别|勿|唔好|再|才|先)(?:发|传|send|text|call)(?!工|薪|钱)|看(?:得)?到?(?:手机|信息|消息|短信|讯息)|睇(?:到)?(?:电话|手机|讯息)|在线|上线|(?:早上|上午|中午|下午|晚上|夜晚|朝早|下昼|半夜|周末|平日)打(?=$|[,，。 !！吧啊呗])|随便(?:打|找|联系|什么时候|几点|call)|(?:随时|几时都|任何时间)(?!.{0,4}[还付转扣])",
        re.ASCII,
    ),
    loosely=re.compile(
        r"(?:上班|返工|工作)(?=时|期|的时候|嘅时候|到|中|不|唔|没|忙)|开会|上课|睡觉|休息|下班|放工|只|最好|净系|(?:先|才|都|就|也)(?:得|可以|行|ok|方便)|(?:可以|ok)[,，。!！~ ]*$",
        re.ASCII,
    ),
    payment=re.compile(
        r"还款提醒|打给(?:你|您|贵)[^,，。]{0,3}[\d¥一二两三四五六七八九]|还(?=款|钱|清|\d|你|您|[一二两三四五六七八九]|$|[,，。吧啦!！])|[去来再就]还|打(?=[\d¥]|[一二两三四五六七八九][一-鿿]{0,2}[百千万]|到(?:你|您|贵))|[就先再](?:转|汇|付|缴|过|入|交|给|打钱)(?!接|人工)|转(?= ?\d|账|帐|钱|给|过|[一二两三四五六七八九])|付款|付(?=\d)|打款|打过去|汇款|汇(?=\d)"
        r"|(?:汇|缴|交|转|付|还|入|俾|畀)(?:了|咗|的|过)|(?:交|缴|还|付|转|汇|入|俾|畀|找|过)[\u3400-\u9fff]{0,4}?(?:\d|[一二两三四五六七八九十百千万])+(?:蚊|块|元|[百千万])|(?:汇|付|缴|入|交|俾|畀|还)(?=[$¥\d一二两三四五六七八九十百千万几])|(?:fps|payme|转数快) ?(?:你|您|俾|畀|过|给|返|番|[$¥\d])|转(?:俾|畀)|缴|扣款|存钱|存进|过数|入数|找数|[俾畀](?=\d)",
        re.ASCII,
    ),
    unwanted=re.compile(
        r"(?:(?<!要)不要|别|(?<!能)不能|勿|莫|请勿|(?<!好)唔好|(?<!方便)不方便|唔方便|没空|冇空|唔得闲|(?<!想)不想|(?<!可以)不可以|不接|接不了|接不到|不在|没时间|除(?:了|咗|开)|除外|以外|之外|避开|只要不是|只要唔系|到不了|回不了|返唔到|睡了|睡着|入睡|瞓咗|瞓着|瞓觉|想休息|上班(?!前|后|以后|之后)"
        r"|返工(?!前|后)|开会|上课|睡觉|休息时间(?!.{0,14}(?:可以|能|方便|得))|(?<![不唔没冇])忙(?!完|过)|甭|不用|不许|不准|少|没法|无法|不得|唔听(?=[㗎啊呀的,，。 ]|$)|(?<!行)不行|(?<!得)唔得|不便|禁止)"
        rf"|{UNREACHABLE}",
        re.ASCII,
    ),
    splits=re.compile(
        r"(?<=[不唔][上到通了着进])[,，]|(?<=有空|得闲)[,，](?=[^,，。打找联]{0,8}(?:不行|别|不要|没空|冇空|唔得|不方便|忙))|(?<=[电传通][话真])[,，]|(?<=[短微][信])[,，]|(?<=[信消]息)[,，]|(?<=[打找扰烦])(?=(?:大?后天|[今明]天|(?:下|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天]|工作日|平日|周末|\d{1,2}[号日]))|[。！？；\n!?;]|(?<=[\u4e00-\u9fff])(?<![一二三四五六日天末后前点半晚午早上昼和跟同])[,，](?=(?:周|星期|礼拜|假日|平日)[^,，。]{0,12}(?:可以|都行|都得|全[日天]|随便|方便|得闲|有空|别|不要|不行|唔好|唔得|勿|才是|打(?!工|麻|球)|找我|联[系络]|搵我))|(?<=[打我络系])(?=(?:平常日|平日|周末|假日|(?:周|星期|礼拜)[一二三四五六日天]+)(?:都|就|则)?(?:不行|别|不要|唔得|不方便|没空))|(?<=[会班觉课行])(?=(?:你们?|您)?(?:上午|下午|晚上|中午|夜晚|下昼))|(?<=[点半后前])[,，](?=(?:周|星期|礼拜)[^,，。]{1,8}(?:点|全[日天]|:\d))|(?:(?<=[打我扰烦发系络传课班会觉忙])|(?<=可以)|(?<=不行)|(?<=唔得)|(?<=方便)|(?<=没空)|(?<=冇空)|(?<=没问题)|(?<=[晚午早上昼]得))[,，]|(?:(?<!得闲)(?<!有空)[,，]|、)(?!周|星期|[一二三四五六日](?![点时])|\d{1,2}(?:[/月]\d{1,2})?[号日]?(?:全天|连假|都|[号日请勿别唔不,，、]|$))|(?<![周期拜][一二三四五六日天])(?<!平日)(?<!周末)(?<!工作日)(?<![每今明后][天日])(?<![到至~-][一二三四五六日天])(?:(?<![a-z会课班学工修])|(?!\s+\d{1,2}(?::|点)))\s+(?!有空|方便|可以|得闲|都得|都行|都可|ok|联系|联络|打|找我|搵|揾|再|先|才|不要|别|勿|唔好|唔得|不方便|没空|冇空|比较|最好|不行|call|text|传|发)|(?<=[点后前])(?:或者?是?|和|跟|同|以及)(?=周|星期|礼拜|假日|平日)|(?:但是|但|不过|可是|只能|只有|其他时间|其余时间)",
        re.ASCII,
    ),
)
