"""Times of day and days that Chinese says in a roundabout way, in the way the grammar reads (simplified forms)."""

from __future__ import annotations

import re

from reading.words.zh import WEEK, weekday_number

_HALF = r"(?:凌晨|清晨|早晨|早上|上午|中午|下午|下昼|上昼|晏昼|傍晚|晚上|晚间|夜晚|夜里|半夜|朝早|早|晚|朝)"
_TIME = rf"{_HALF}?(?:\d{{1,2}}|[一二两三四五六七八九]|十[一二]?)(?::\d\d|点(?:钟|半|\d{{1,2}}分?)?)"
# 8点睡到下午4点: what is done from the one to the other, where it is a reason not to be called then.
_DONE_FROM_TO = re.compile(
    rf"(?P<first>{_TIME})(?P<does>(?!半|钟|以?[后前]|[一二三四五十]{1, 3}分?(?:到|至)|之[后前]|过后|开始打|[和跟及与同])(?:(?![点时])[\u3400-\u9fff]){{1,6}}?)(?P<to>到|至)(?P<last>{_TIME})"
    r"(?=[^。！？!?;；]{0,40}(?:别|不要|勿|[唔晤]好|莫|甭|不能|不可|没空|冇空|不方便|唔方便|唔得|不行|接不|不接|听不|唔使))"
)
_REACHES = re.compile(r"打(?!工|球|牌|麻|太极|针|点|扫)|找我|联|可以|方便|有空|得闲|还|付|转|call|发")


def _from_to(match: re.Match[str]) -> str:
    if _REACHES.search(match["does"]):
        return match[0]
    return f"{match['first']}到{match['last']}{match['does']}"


_OTHER_DAYS = re.compile(
    r"[,，。;； ]*(?<!比)(?:其他|其它|其余|另外|剩下|别)的?(?P<work>工作日|平日)?(?:(?<=日)|日子|[天日](?!后|期)|几[天日]|(?=晚上|上午|下午|早上|中午))(?!再说)"
)
_DAY_NAMED = re.compile(
    rf"{WEEK}(?P<days>[一二三四五六日天](?:[、和跟与同,，]?[一二三四五六日天](?![\d点到]))*)"
)


def _days_left(match: re.Match[str]) -> str:
    """礼拜三别打 其他天都可以: the days of the week that were not named."""
    named = {
        weekday_number(day)
        for said in _DAY_NAMED.finditer(match.string, 0, match.start())
        for day in said["days"]
        if day in "一二三四五六日天"
    }
    if not named:
        return match[0]
    return "。" + _all_but(named, 5 if match["work"] else 7)


def _all_but(named: set[int | None], of: int = 7) -> str:
    return "周" + "".join("一二三四五六日"[day] for day in range(of) if day not in named)


# 周末除外,晚上八点到九点半可以; 除周三外工作日7点后都行: on the days that are left.
_DAYS = rf"(?:周末|双休日?|{WEEK}[一二三四五六日天](?:[、和跟与同及]?(?:{WEEK})?[一二三四五六日天])*)"
_LEFT_OUT = re.compile(
    rf"(?:(?P<days>{_DAYS})(?:除外|以外|之外)[,，。 ]*|(?:除了|除开|除咗|除)(?P<but>{_DAYS})(?:(?:以外|之外|外)[,，。 ]*|[,，。 ]+))(?:我)?(?P<work>(?:工作日|平日)的?)?(?={_TIME})"
)
# 工作日晚上六点到八点，周五除外: the same, told last.
_LEFT_OUT_LAST = re.compile(
    rf"(?P<of>工作日|平日|每天|每日|{WEEK}一[到至~-](?:{WEEK})?[五六日天])(?P<hours>[^。！？!?;；]{{2,24}}?)[,，。 ]+(?:但|不过)?(?:(?P<days>{_DAYS})(?:除外|以外|之外|不算)|(?:除了|除开|除咗|除)(?P<but>{_DAYS})(?=$|[,，。]))"
)

_JUDGED = re.compile(r"[别不勿莫唔没冇忙行得打找联接空便]|可以|方便|ok")


def _days_kept(match: re.Match[str]) -> str:
    return _all_but(_named_days(match["days"] or match["but"]), 5 if match["work"] else 7)


def _days_kept_last(match: re.Match[str]) -> str:
    of = {"五": 5, "六": 6}.get(match["of"][-1], 5 if match["of"] in ("工作日", "平日") else 7)
    told = "" if _JUDGED.search(match["hours"]) else "可以"
    return _all_but(_named_days(match["days"] or match["but"]), of) + match["hours"] + told


# 星期五我轮休，那天哪个时候打都得: the days told in the clause before.
_THAT_DAY = re.compile(
    rf"(?P<day>(?:下下|下|这|本)?个?{WEEK}[一二三四五六日天末]+(?:[、和跟与同及]?(?:{WEEK})?[一二三四五六日天]){{0,5}})"
    r"(?P<does>(?![^,，。]*(?:别|不要|勿|唔好))[^,，。！？!?;；\d]{1,16}[,，。 ]+(?:所以|就|要打|打的话|你们?)*)(?:那|嗰|呢|这)[两二三几]?[天日](?!时间)"
)


# 9点返工6点放工: from six on one is free; when work began tells nothing.
_WORKS_FROM = re.compile(
    rf"{_TIME}(?:钟)?(?:就)?(?:返工|上班|开工|上工)(?=[,， 到至]*{_TIME}(?:钟)?(?:才|先)?(?:放工|下班|收工|下工))"
)


# 九点半他们睡了你再line我: from then on.
_ONLY_THEN = re.compile(
    rf"(?P<time>{_TIME})(?:钟)?(?P<does>(?!以?[后前]|之[后前]|过后|[到至~-]|半|\d)[\u3400-\u9fff]{{1,8}}?)(?:你们?)?(?=(?:再|才|先好?)(?:打|line|找|联|call|传|发|跟我|搵|whatsapp|text))"
)


def _from_then_on(match: re.Match[str]) -> str:
    return match[0] if re.search(r"[后前到至还付转]", match["does"]) else f"{match['time']}以后"


# 中午11点到2点 晚上5点到9点忙: hours told one after the other, of which the same is said.
_SPAN = rf"{_TIME}(?:(?:到|至|-|~|—)+(?:第二天|次日)?{_TIME}|(?:以|之)?[前后])"
_LISTED_SPANS = re.compile(
    rf"(?P<first>{_SPAN})(?:[ ,，、/]+|(?:以及|还有|跟|及|与|同埋)[ ,，]*)(?=(?:每天|每日)?{_SPAN})"
)
_EXCEPT = re.compile(
    r"(?:除了|除开|除咗|除)(?P<what>[^,，。!！?？;；]{2,14}?)(?:以外|之外|外)?[,， ]*(?:(?:其他|其它|其余|别的|另外|剩下)的?(?:时[间候段]|日子|[天日](?![后期])|几天|钟数)|平时)(?:都|就|全|也|我|请|你们?|一律|统统)*(?P<not>别|不要|勿|莫|[唔晤]好|甭|不能|不可以?|没空|冇空|不行|唔得|不方便|唔方便|不在|接不)"
)
# 只能早上7点前，其他时间接不了: what is left is refused by the wish already.
_ONLY_THEN_LEFT = re.compile(
    r"(?P<only>(?:只能?|只有|只可以|净系|就)[^。！？!?;；]{2,30}?)[,， ]+(?:其他|其它|其余|别的|另外)的?(?:时[间候段]|钟数)(?![^。！？!?;；]{0,14}(?:可以|都行|方便|随便|都得))[^。！？!?;；\d]*"
)
# 周末下午联系我吧 别发短信: by which way not, and not when.
_NOT_THAT_WAY = re.compile(
    r"(?P<wish>(?:联[系络]|找|打给|微信|回|叫)我|可以|方便|有空|都行|都得|得闲|再说|沟通)(?P<soft>[吧啊哈的呀嘛啦哦]*)[ ,，。;；]+(?:但是?|不过|请|也|千万|就)*(?:别|不要|勿|莫|[唔晤]好|甭)(?:再|给我|跟我|用)*(?:打电话|发短信|发微信|发信息|发消息|打语音|传简讯|call|发邮件)(?:给我|我|了|啊|哈|过来)*(?=[ ,，。!！;；]|$)"
)


# 中午休息12点半到2点，可以打: a rest that is offered.
_OFFERED = r"(?=[,，。 ]*(?:[这那](?:个|段)?时[间候]?)?(?:你们?|都|就|也)*(?:可以|能接|能打|方便|有空|随便|打吧|得空))"
_REST_OFFERED = re.compile(
    rf"(?:午间|中间)?(?:休息|午休|歇晌|歇工|吃饭)(?:时间|是|的时候)?(?P<behind>{_SPAN}){_OFFERED}|(?P<before>{_SPAN})(?:是|我)?(?:休息|午休|歇晌|歇工|吃饭)(?:时间)?{_OFFERED}"
)
# 除了周一，其他时间晚上8点后都可以: those hours, on the days that are left.
_EXCEPT_DAYS = re.compile(
    rf"(?:除了|除开|除咗)(?P<what>[^,，。\d点午晚早]{{2,10}}?)(?:以外|之外|外)?[,， ]*(?:其他|其它|其余|别的|剩下)的?(?:时[间候]|日子|[天日])(?:都|就|我|的)*(?=(?:{_HALF}|\d|[一二两三四五六七八九十]+点)[^,，。]{{0,14}}(?:可以|行|方便|有空|打|找|联|得))"
)
# 只有晚上有空，8点到10点: hours of the half of day just named.
_OF_THAT_HALF = re.compile(
    r"(?P<half>晚上|下午|傍晚|夜里|夜晚)(?P<does>[^,，。;；\d一二三四五六七八九十不没别冇勿莫唔]{0,8})(?P<mark>[,， ]+)(?=(?:\d{1,2}|[一二两三四五六七八九]|十[一二]?)(?::\d\d|点|到|至|-))"
)
# 我一般10点睡: from then on.
_TO_BED = re.compile(
    rf"(?P<time>{_TIME})(?:左右|钟|多)?(?:就|准时|要|得)*(?=(?:睡(?!到|至|醒|午)|瞓(?!到|醒)|上床|躺下))"
)
_WEEKEND = re.compile(r"周末|双休|(?:周|星期|礼拜)六")


def _with_half(match: re.Match[str]) -> str:
    return f"{match['half']}{match['does']}{match['mark']}{match['half']}"


def _days_but(match: re.Match[str]) -> str:
    named = _named_days(match["what"])
    return (
        "周" + "".join("一二三四五六日"[day] for day in range(7) if day not in named) if named else match[0]
    )


def _named_days(text: str) -> set[int | None]:
    named = {
        weekday_number(day)
        for said in _DAY_NAMED.finditer(text)
        for day in said["days"]
        if day in "一二三四五六日天"
    }
    return named | ({5, 6} if "周末" in text or "双休" in text else set())


def _the_others(match: re.Match[str]) -> str:
    """除了周二其他时间都别找我: the days that are left, or, of hours, those that are asked for."""
    named = _named_days(match["what"])
    if named and not re.search(r"[\d点]|[上下中]午|晚|早", match["what"]):
        return "周" + "".join("一二三四五六日"[day] for day in range(7) if day not in named) + match["not"]
    return f"只可以{match['what']}打。" if re.search(r"[\d点午晚早]", match["what"]) else match[0]


# 有存一点点, 早一点打: a little, and no hour.
_A_LITTLE = re.compile(
    r"(?<=[有存还给早晚迟快多少好慢声差凑付转])(?:了|咗)?一点(?!半|钟|\d|前|后|之|以|到|至)点?|一点点"
)


def plainly(text: str) -> str:
    """Folded `text` with 8点睡到4点 as the hours from 8 to 4, 其他天 as the days not named before."""
    text = _LEFT_OUT_LAST.sub(_days_kept_last, _LEFT_OUT.sub(_days_kept, text))
    text = _THAT_DAY.sub(r"\g<day>\g<does>\g<day>", text)
    if "除" in text:
        text = _EXCEPT.sub(_the_others, _EXCEPT_DAYS.sub(_days_but, text))
    text = _REST_OFFERED.sub(lambda offered: offered["behind"] or offered["before"], text)
    text = _TO_BED.sub(r"\g<time>以后", _OF_THAT_HALF.sub(_with_half, text))
    if "平时" in text and _WEEKEND.search(text):
        text = text.replace("平时", "工作日")
    text = _NOT_THAT_WAY.sub(r"\g<wish>\g<soft>", _ONLY_THEN_LEFT.sub(r"\g<only>", text))
    text = _LISTED_SPANS.sub(r"\g<first>和", text)
    text = _A_LITTLE.sub("一些", text)
    text = _ONLY_THEN.sub(_from_then_on, _WORKS_FROM.sub("", text))
    return _OTHER_DAYS.sub(_days_left, _DONE_FROM_TO.sub(_from_to, text))
