"""Days and sums of which one is meant, told apart by 或者 (simplified forms): 五千六千吧, 多则一千少则五百, 20号不行就25号."""

from __future__ import annotations

import re
from collections.abc import Callable

from reading.money.zh import number
from reading.words.zh import MONTH, SMALL, WEEK, small_number

_UNIT = r"(?:块钱?|元|蚊)?"
# A sum said whole: 五千, 1500, 3千, 千二.
FIGURE = r"[¥$]?(?:(?<!\d)\d{2,}(?![\d号日月点/:.])|[一二两三四五六七八九\d]{1,2}[百千万][一二三四五六七八九]?|[百千万][一二三四五六七八九])"
_NUMBERED = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])[号日]"
DAY = rf"(?:(?:(?:{MONTH}月|下个?月|这个?月|本月)?{_NUMBERED}|\d{{1,2}}/\d{{1,2}}|[今明听][天日晚]|大?后[天日]|(?:下下?|这)?个?{WEEK}[一二三四五六日天]|(?:下个?|这个?|本)?月[底尾末初头]))"
_PAY = r"(?:还|给|付|转|打|汇|俾|畀|过|缴|交|找|入|存|凑|有)"
_YOU = r"(?:你(?:们|哋)?|您|返|住|到|个|够|出)*"
_OR = r"(?:还是|定系?|或者?是?|抑或|要么)"
_IF = r"(?:如果|要是|若是?|万一|假如)?(?:实在|真的?)*"
# It did not come about: 没有的话, 不行, 做唔到.
_NOT_SO = (
    r"(?:(?:没有?|冇)(?:能)?(?:发|给|结|到账?|下来|收到?|领到?|派|出(?!来)|批|卖[掉出]?|中|成|标到|借到|拿到|凑到|赚到|钱|那么多|咁多)?"
    r"|(?:[唔未]|不能?)(?:发|给|结|到|下来|收|领|派|出(?!来)|批|卖|中|成|行|好|得|够(?!了)|理想|顺(?:利)?|可以|掂)|(?:发|结|收|领|卖|批|借|凑)(?:不|唔)(?:下来|到|出|了|成|掉|够)|(?:唔系|差)(?=嘅?话|的话|就)|不然|否则|要不然)"
    r"(?:工资|奖金|薪|钱|到|下来|账|成|掉|出|了|嘅?话|的话)*"
)
_THEN = r"(?:(?:我|那)?(?:就|便|则|只能|只好|只可以|只有|唯有|先|再|才|也|至少|最多|可以|能|等到|得|到|只)*)"
_WILL_NOT_DO = r"(?:[不唔](?:行|得|成|可以|掂|方便|到账?)|来不及|赶[不唔]及|赶不上|没(?:办法|到账|来)|冇办法|做唔到|还[不唔][上到]|转[不唔][了到]|唔系)"
_RATHER = r"(?:(?:就|最[迟晚]|要|只能|先|便|得|等|到|在|我|那)+(?<![那我]))"
# What comes about or does not: 有加班费, 生意好, 标到, 货款下来.
_CAME = r"(?:有|好|够|能|到|成|发|来|下来|出|卖|赚|收|中|借|顺|批|如果|要是|若|假如|的话)"
_HOW_MUCH = re.compile(r"[¥$\d]+|[一二两三四五六七八九百千万]+")


def _neighbours(match: re.Match[str]) -> str:
    """五千或者六千 for 五千六千, 八百或者一千 for 八百一千: two side by side, the second a little more."""
    low, high = (number(match[name].lstrip("¥$")) for name in ("low", "high"))
    told = match["lead"] or match["tail"] is not None or not match["listed"]
    close = low is not None and high is not None and low < high <= 2 * low
    return f"{match['lead'] or ''}{match['low']}或者{match['high']}" if close and told else match[0]


def _next_day(match: re.Match[str]) -> str:
    """五号或者六号 for 五号六号."""
    low, high = (small_number(match[name]) or 0 for name in ("low", "high"))
    return f"{match['low']}号或者{match['high']}号" if high == low + 1 else match[0]


def _bare_days(match: re.Match[str]) -> str:
    """15号或者16号 for 15或者16, where what is paid is told besides."""
    first, second = int(match["first"]), int(match["second"])
    elsewhere = match.string[: match.start()] + match.string[match.end() :]
    if not 0 < first < second <= min(31, first + 9) or not re.search(r"\d{3}|[百千万]", elsewhere):
        return match[0]
    return f"{first}号或者{second}号"


EITHER: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # 不是12号就是14号.
    (
        re.compile(rf"(?:不是|唔系|不系|唔喺)(?P<one>{DAY}|{FIGURE})[,，]?就(?:是|系|喺)(?={DAY}|{FIGURE})"),
        r"\g<one>或者",
    ),
    # 唔知5号定6号: that one does not know is said of the two.
    (
        re.compile(
            rf"(?:我|都|也|仲|还|就|又){0,4}(?:[唔不]知道?|不晓得|[不唔](?:太|系好|是很)?(?:确定|肯定|记得)|忘了?|记[不唔]清|讲唔定|说不准|想不起来?)(?:了|系|是|会|到底|喺|在|得)*(?={DAY}{_OR}{DAY})"
        ),
        "",
    ),
    # 5号还是6号来着,反正下个月初: either of these days of that month.
    (
        re.compile(
            rf"(?P<one>{_NUMBERED}){_OR}(?P<other>{_NUMBERED})(?P<so>(?:来着|吧|啊|呢|啦|反正|就|是|总之|横竖|[,，。 ])*)(?P<month>(?:下下?|这|呢)个?月|本月)(?:初|头|中|底|尾|末)?(?!\d|[一二三四五六七八九十])"
        ),
        r"\g<month>\g<one>或者\g<month>\g<other>\g<so>",
    ),
    # 15或者16,工资到了就转900.
    (
        re.compile(
            rf"(?<![\d.$¥第周期拜月/:])(?P<first>\d{{1,2}})(?:号|日)?{_OR}(?P<second>\d{{1,2}})(?=[ ,，。吧啦](?!\d))"
        ),
        _bare_days,
    ),
    # 五号六号吧.
    (
        re.compile(
            rf"(?<![\d一二三四五六七八九十廿月号日、跟和同])(?P<low>{SMALL})[号日](?P<high>{SMALL})[号日](?=吧|啦|咯|左右|$|[ ,，]|还|付|转|俾|畀|过|汇|给|缴)(?![^,，。]{{0,6}}(?:各|每|都|分别))"
        ),
        _next_day,
    ),
    # 20号吧,不行就25号,还500; 20号还500,20号不行就月底: on the one day or the other.
    (
        re.compile(
            rf"(?P<one>{DAY})(?P<paid>[^,，。;；]{{0,10}}?)[,，。 ]*(?:{_IF}(?:(?P=one)|到时候?|那天|嗰日)?(?:还|仲|都)*{_WILL_NOT_DO}(?:(?:嘅?话|的话)[,，]?{_RATHER}?|(?:[,，]?{_RATHER}))|(?:要不|要不然|不然|再不行|实在不行)(?:嘅?话|的话)?[,，]?{_RATHER}?)(?P<other>{DAY})"
        ),
        r"\g<one>或者\g<other>\g<paid>",
    ),
    # 还500,20号吧,也可能22号.
    (
        re.compile(
            rf"(?P<one>{DAY})(?:吧|啦|左右)?[,，。 ]*(?:也|又|亦|都|或者?|还|仲)+(?:有)?(?:可能|说不定|或许|可以|得)(?:是|系|会|到|拖到|要|等到)*(?={DAY})"
        ),
        r"\g<one>或者",
    ),
    # 5号到8号之间转,最晚8号: by that day, which is certain.
    (
        re.compile(
            rf"(?P<month>{MONTH}月|\d{{1,2}}/)?(?:\d{{1,2}})[号日]?(?:到|至|-|~)(?:{MONTH}月|\d{{1,2}}/)?(?P<last>\d{{1,2}})[号日]?(?:之间|中间|期间|之?内)?(?P<paid>[^。;；]{{0,16}}?)[,，。 ]*(?:最[晚迟]|至迟|最多)(?:是|系|到|不超过)?(?:{MONTH}月|\d{{1,2}}/)?(?P=last)(?!\d)[号日]?"
        ),
        lambda match: f"最晚{_dated(match)}{match['paid']}",
    ),
    # 多则一千少则五百; 最多1000,最少500.
    (
        re.compile(
            rf"(?:(?:多则|最多|多的?话|顶多|至多)(?:就|能|可以)?{_PAY}?{_YOU}(?P<more>{FIGURE}){_UNIT}[,，、 ]*(?:少则|最少|少的?话|至少|起码)(?:就|能|可以|也)*{_PAY}?{_YOU}(?P<less>{FIGURE})|(?:少则|最少|少的?话|至少|起码)(?:就|能|可以|也)*{_PAY}?{_YOU}(?P<low>{FIGURE}){_UNIT}[,，、 ]*(?:多则|最多|多的?话|顶多|至多)(?:就|能|可以)?{_PAY}?{_YOU}(?P<high>{FIGURE}))"
        ),
        lambda match: f"还{match['less'] or match['low']}或者{match['more'] or match['high']}",
    ),
    # 能还一千就还一千,不行就还五百.
    (
        re.compile(
            rf"(?:能|够|可以)(?:还|给|付|转|俾|畀|凑)(?:到|够)?(?P<more>{FIGURE}){_UNIT}[,，]?就(?:还|给|付|转|俾|畀)(?P=more)?{_UNIT}[,，。 ]*(?:要是|如果)?(?:实在)?(?:不行|不能|唔得|不够|没有|没那么多|不然|否则)(?:的话)?[,，]?(?:就|先|也|至少|起码)*(?:还|给|付|转|俾|畀)?(?={FIGURE})"
        ),
        r"还\g<more>或者",
    ),
    # 有加班费31号还400,没有就200; 生意好还1000,生意不好500: either, by how it turns out.
    (
        re.compile(
            rf"(?P<came>{_CAME}[^。;；]{{0,16}}?)(?P<more>{FIGURE}){_UNIT}(?:先|给{_YOU}|{_YOU})*[,，;；。 ]*(?:但|而|那)?{_IF}[\u3400-\u9fff]{{0,3}}?{_NOT_SO}[,，]?{_THEN}(?P<day>{DAY})?(?:再|先|才|只能|就)*(?:{_PAY}{_YOU})?(?={FIGURE})"
        ),
        lambda match: f"{match['came']}{match['more']}或者{match['day'] or ''}还",
    ),
    # 五千六千; 可能得七百八百; 500 600都行; 八百、一千吧.
    (
        re.compile(
            r"(?P<lead>(?:可能|大概|估计|也许|应该|差不多|最多|看看|睇下)[^\d,，。]{0,4}?)?(?<![\d百千万.一二三四五六七八九/第])(?<!\d )(?P<low>\d{2,5}(?!\d)|[一二两三四五六七八九\d][百千万kw][一二三四五六七八九]?|[百千万][一二三四五六七八九])(?:块钱?|蚊|元)?(?P<listed>[、,])?(?: (?=\d))?(?P<high>\d{2,5}(?!\d)|[一二两三四五六七八九\d][百千万kw][一二三四五六七八九]?)(?:块钱?|蚊|元)?(?![\d一二三四五六七八九百千万月号日点.:/个次期]| \d)(?P<tail>(?=吧|啦|咯|都(?:行|可以|得)|左右|上下|[,， ]?[不唔]一定|[,， ]?(?:看|睇)|的样子|[,，] ?(?:下?个?(?:周|星期|礼拜)[一二三四五六日天]|[明后]天|月底)))?"
        ),
        _neighbours,
    ),
    # 500,可以的话800; 最少500,顺利1000; 能凑一千最好,凑不到就500.
    (
        re.compile(
            rf"(?P<low>{FIGURE}){_UNIT}[,，。 ]*(?:如果|要是|若是?)?(?:(?:可以|得|行|够|方便|能多|有多|多|好)(?:的话|嘅话|就)|(?:手头|生意|业绩|运气|单量?|跑|活|行情|卖|提成|市道|贴士)得?(?:好|多|松|旺|不错|顺|宽)(?:一?点|些|啲)?(?:的话|嘅话)?|(?:顺利|宽裕|宽松|富余|松动|景气)(?:一?点|些|啲)?(?:的话|嘅话)?|有(?:多|剩|加班|奖金|得剩)(?:的话|嘅话|就))[,，]?(?:就|我|便|可以|会|能)*(?:{_PAY}{_YOU})?(?={FIGURE})(?!\d+(?:点|号))"
        ),
        r"\g<low>或者",
    ),
    (
        re.compile(
            rf"(?P<more>{FIGURE}){_UNIT}(?:最好|当然好|就好|最理想)(?:了|啦)?[,，。 ]*(?:凑|拿|搞|弄|筹|有|俾|还|给)?(?:不到|不够|唔到|唔够|不行|不了|没有?|唔得|不出)(?:的话|嘅话)?[,，]?(?:就|先|也|只能|至少|都)*(?:{_PAY}{_YOU})?(?={FIGURE})"
        ),
        r"\g<more>或者",
    ),
    # 2、3千.
    (
        re.compile(r"(?<![\d.,、])(?P<low>[1-8])、(?P<high>[2-9])(?P<scale>[百千万])(?![\d一二三四五六七八九])"),
        r"\g<low>\g<scale>或者\g<high>\g<scale>",
    ),
    # 还三千,看奖金可能五千; 300起步.
    (
        re.compile(
            rf"(?P<low>{FIGURE}){_UNIT}[,，。 ]*(?:(?:看|睇|视|睇下|看看)[^,，。;；\d]{{1,8}}?[,，]?)?(?:也|又|都|就|还|仲|或|吧|啦)*(?:可能|说不定|或许|搞不好|冇准|没准|有机会|讲唔定|也许)(?:就|是|会|有|能|够|到|还|俾|给|畀|转|上)*(?={FIGURE})"
        ),
        r"\g<low>或者",
    ),
    (re.compile(rf"(?P<sum>{FIGURE}){_UNIT}(?:起步|起跳|起码|打底|保底)(?=吧|啦|$|[,，。 ])"), r"\g<sum>左右"),
    # 出咗花红就还晒,冇就还住1000.
    (
        re.compile(
            rf"{_PAY}(?:清|晒|完|齐|全部)(?:{_YOU}|[啦喇了])*[,，;；。 ]*(?:但|而|那)?{_IF}{_NOT_SO}[,，]?{_THEN}(?:{_PAY}{_YOU})?(?P<less>{FIGURE})"
        ),
        r"还\g<less>或者全部",
    ),
    # 500或者再多点.
    (
        re.compile(
            rf"(?P<sum>{FIGURE}){_UNIT}[,， ]*(?:或者?|也许|可能|说不定|看看|睇下|甚至|或许)(?:还|会|能|可以|仲|有)*(?:再)?(?:多|少)(?:一?点|啲|些|几百)(?:点)?"
        ),
        r"\g<sum>左右",
    ),
    (re.compile(rf"(?P<sum>{FIGURE})(?:{_UNIT})不到(?:一?点|些|啲)"), r"\g<sum>不到"),
)  # fmt: skip


def _dated(match: re.Match[str]) -> str:
    month = match["month"] or ""
    return f"{month}{match['last']}" + ("" if month.endswith("/") else "号")
