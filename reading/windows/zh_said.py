"""What Chinese says of when to be reached over two clauses, or only tells of the day (simplified forms)."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.days import Seen
from reading.text import HAN, MASK
from reading.windows.hours import ALL_DAYS, CLOCK, DAY_END, Grammar, Window, weekdays
from reading.windows.once import one_off
from reading.windows.refusals import WELCOME, only_hours

# 白天送外卖没空: how the day is spent; 白天别打 asks for something.
_FORBIDS = re.compile(
    r"别|不要|勿|[唔晤]好|莫|不许|不准|不能|禁止|避开|甭|不可以|唔可以|除|少[打发联找]|不用|唔使"
)
# 白天 and 上班 name no hours of their own.
_BY_DAY = re.compile(r"白天|日头|上班|返工|工作|夜班|白班")
# 两点才睡醒: when the day begins, no hour to be reached at, once another is told.
_RISES = re.compile(
    r"[早夜晚中日]班?更?(?:上|做|返)?(?:到|至)(?:凌晨|早上|上午|中午|下午|晚上|朝早|下昼)?(?:\d{1,2}|[一二两三四五六七八九]|十[一二]?)(?:点半?|:\d\d)\W*$|睡醒|起床|起身|瞓醒|醒来|醒|(?:点|半|\d)(?:多|左右)?(?:才|先)?(?:下班|放工|收工|下课|落堂|到家|返到屋企|回到家)[了啦]?\W*$"
)
# 早8晚8都在工地: what keeps one busy at the hours told.
_BUSY = re.compile(
    r"(?<![现存])在(?!线|家|吗|这|那|呢|嗰|\W|$)|[顾看守]店|顾摊|摆摊|带(?:娃|孩子|小孩|细路|孙)|送(?:孩子|小孩|细路|外卖|货|餐)|接送|[出跑开揸]车|跑(?:单|外卖|腿)|教[琴书课]|做(?:工|嘢|礼拜|饭|生意)"
    r"|值班|站岗|下地|干活|跳(?:舞|操|广场)|太极|念经|练|训|洗肾|透析|复诊|覆诊|返学|上学|补习|[睡瞓觉]|休息|补眠|补觉|复健|看诊|门诊|治疗|化疗|看医生|睇医生|考试|面试|排满|排队|走不开|行唔开|出工|开档|开工|开店|打工"
)
# 七点我就要上线了: what one is up to from then on, once other hours are told.
BEGINS_THEN = re.compile(
    r"(?:点半?|\d)(?:钟)?我?(?:就|便)要(?:去)?(?:上线|上工|开工|上班|返工|开会|睡|瞓|出门|进场|忙)"
)
_WELL = re.compile(
    r"可以|等[^,，。]{0,6}[睡瞓]|帮我|旁边|陪我|[看睇听]得到|会[看睇听接回]|得闲|有空|方便|行|ok|欢迎|随便|打|找我|联|搵|call|在线|再|先|都得|[晚午早上昼]得"
)


_FREE_ELSE = re.compile(
    r"[,，。;； ]*(?:其他|其余|别的|其它)(?:时间|时段|时候)(?:[都就我你们也]|才|再|先)*(?:可以|行|得|方便|ok|随便|没问题|冇问题|打|找|联)"
)


# 周末下午3点到5点我都在宿舍，可以联系: where one is then, and that one is to be called there.
_CALL_THEN = re.compile(
    r"[,，。 ]*(?:(?:这|那|呢|嗰)(?:个|段)?(?:时[间候段]|阵)|你们?|您|就|都|也|随时|尽管|手机|电话|到时候?)*(?:可以|能|得|方便|有空|得闲|随便|欢迎|打(?!扰)(?:过来|给我|电话|来|吧|$)|找我|联[系络]|接得|ok)(?!(?:不|唔)[^,，。]{0,3}(?:接|打|听))"
)
# 平日2点到6点我都在工作室,周末就不要找我了: the other days are refused, so these are not.
_OTHER_DAYS_OFF = re.compile(
    r"[,，。;； ]*(?:但|不过)?(?:周末|假日|例假日|平日|其他[天日]|(?:周|星期|礼拜)[一二三四五六日天]{1,3})(?:就|则|先)(?:请|麻烦)?(?:别|不要|勿|[唔晤]好|不用|唔使)"
)


def keeps_busy(clause: str, behind: str) -> bool:
    """Whether a clause with hours tells only what one does then, which is no invitation; `behind` follows it."""
    if not HAN.search(clause) or not (CLOCK.search(clause) or "白天" in clause) or _WELL.search(clause):
        return False
    return not (_OTHER_DAYS_OFF.match(behind) or _CALL_THEN.match(behind)) and bool(
        _BUSY.search(clause) or _FREE_ELSE.match(behind)
    )


_EVERY = re.compile(
    r"每|逢|天天|平时|(?<![点半\d])以后|一般|通常|工作日|周末|平日|\b(?:every|each|usually|always|normally|from now on|any ?time|cada|siempre|normalmente)\b"
)
# Nothing but what one does then: "09:00-12:00 开会".
_ACTIVITY = re.compile(
    r"\W*(?:我?都?要?(?:在|系)?(?:开会|上课|上班|返工|睡觉|瞓觉|休息|有事|在忙|忙|训练|排练|考试|午睡|午休)(?:中|紧)?(?:啊|啦|呢|的)?)\W*"
)
_ONLY_DAYS = re.compile(r"(?:[\s,，。.!！啦喇呀啊哦嘅的就只净系是限先都也皆喔一样]|得(?!闲))*")
# 平日这时候可以打: the hours just told, on these days.
_AT_THESE_HOURS = re.compile(
    r"[\s,，]*(?:的)?(?:这|那|呢|嗰)(?:个|段)?(?:时[间候段]|阵)(?:都|就|才|我)*(?:可以|能|行|得|ok|方便)?(?:打|找我|联[系络]|call|接|讲)*[啦喔啊的]*"
)
_ONLY_DAYS_NAMED = re.compile(
    r"\W*(?:\b(?:on|and|to|thru|through|only|just|or|every|each|a|de|al?|los|el|y|solo|nomas|entre semana|week ?days?|week ?ends?|every ?day|mon(?:day)?s?|tue(?:s(?:day)?)?s?"
    r"|wed(?:nesday)?s?|thu(?:rs(?:day)?)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?)\b\W*)+"
)
_LISTED_DAYS = re.compile(
    r"(?:周末|周|星期|礼拜|拜|到|至|-|~|[一二三四五六日天]|工作日|平日|周末|假日|每天|每日|、|和|跟|同|与)+"
)


_DAY_SAID = r"(?:每?个?(?:周|星期|礼拜)[一二三四五六日天末]|周末|例?假日)"
_HOURS_AND_DAY = re.compile(
    rf"{MASK}(?:过?后|以后|之后|以?前|之前)?(?P<and>及|以及|和|与|还有|同埋)(?={_DAY_SAID}(?![^,，。]{{0,6}}{MASK}))"
)
_DAY_AND_HOURS = re.compile(rf"{_DAY_SAID}[全整]?[日天]?(?P<and>及|以及|还有|同埋)(?={MASK})")


def beside_hours(left: str) -> tuple[str, str] | None:
    """晚上9点后及周日: where hours and whole days are named side by side, the piece of each; `left` has the hours masked."""
    behind = _HOURS_AND_DAY.search(left)
    if behind:
        return left[: behind.start("and")], left[behind.end("and") :]
    before = _DAY_AND_HOURS.search(left)
    if before and MASK not in left[: before.start()]:
        return left[before.end("and") :], left[: before.start("and")]
    return None


def only_told(found: list[Window], clause: str, grammar: Grammar) -> bool:
    """Whether a clause only tells that one is busy by day or at work, and asks for nothing."""
    return (
        bool(_BY_DAY.search(clause))
        and bool(found)
        and not any(window.wanted or window.on for window in found)
        and weekdays(clause, grammar) is None
        and not _FORBIDS.search(clause)
    )


_ONLY_BEFORE = re.compile(r"只(?:能|有|可以|得)$")


def only_then(before: str, clause: str, grammar: Grammar) -> bool:
    """Whether bare days follow 只能: 只能周末."""
    if not HAN.search(clause) or not _ONLY_BEFORE.search(before):
        return False
    return weekdays(clause, grammar) is not None and bool(_ONLY_DAYS.fullmatch(_LISTED_DAYS.sub("", clause)))


# 到三点要睡觉: the end of the hours told.
_SPANS = re.compile(r"[到至~-][^,，。]{0,5}$")


# 我八点送小孩上学两点半接回来,所以平日九点到两点打给我: the reason is no window of its own.
_THEREFORE = re.compile(r"[,，。 ]*(?:所以|因此)(?=[^。！？]*(?:打|找|联|传|发|call|搵))")


def rises(clause: str, following: str) -> bool:
    """Whether a clause tells when the day begins, and hours follow."""
    told = HAN.search(clause) and _RISES.search(clause) and not _FORBIDS.search(clause)
    begins = BEGINS_THEN.search(clause) if HAN.search(clause) else None
    if begins and not _SPANS.search(clause[: begins.start()]) and not _FORBIDS.search(clause):
        return True
    if (
        HAN.search(clause)
        and _THEREFORE.match(following)
        and not (_WELL.search(clause) or _FORBIDS.search(clause))
    ):
        return True
    return bool(
        told and CLOCK.search(following) and not _EVERY.search(following) and not _FORBIDS.search(following)
    )


def only_activity(clause: str) -> bool:
    """Whether nothing is said but what one does at the hours just told."""
    return bool(_ACTIVITY.fullmatch(clause))


def of_the_day_before(
    found: list[Window], clause: str, last: str, grammar: Grammar, language: str, seen: Seen
) -> list[Window]:
    """明天入职体检 上午8点到11点不要找我: hours that name no day are those of the one just told of."""
    if not found or any(window.on or window.days != ALL_DAYS for window in found):
        return found
    if _EVERY.search(clause) or _EVERY.search(last) or grammar.payment.search(last):
        return found
    if CLOCK.search(_without_dates(last)) or weekdays(clause, grammar) is not None:
        return found
    dates = one_off(last, language, seen)
    if not dates:
        return found
    return [replace(window, days=(), on=on) for on in dates for window in found]


def _without_dates(clause: str) -> str:
    return re.sub(r"\d{1,2}[/月-]\d{1,2}[号日]?|\d{1,2}[号日]", "", clause)


def with_days_told(windows: list[Window], clause: str, grammar: Grammar) -> list[Window] | None:
    """1点到2点可以覆你 星期一至五: the days of the hours just told; None when the clause says anything else."""
    days = weekdays(clause, grammar)
    if days is None or not windows:
        return None
    if HAN.search(clause):
        left = _LISTED_DAYS.sub("", clause)
        only = _ONLY_DAYS.fullmatch(left) or _AT_THESE_HOURS.fullmatch(left)
    else:
        only = _ONLY_DAYS_NAMED.fullmatch(clause)
    if not only:
        return None
    last = [window for window in windows if window.days == ALL_DAYS and window.on is None]
    if not last or any((window.start, window.end) == (0, DAY_END) for window in last):
        return None
    return [replace(window, days=days) if window in last else window for window in windows]


def spent_then(last: str, previous: list[Window], found: list[Window]) -> bool:
    """周一到周四都有晚自习 6点半到9点别打: whether the clause before only tells on which days the refused hours are."""
    return (
        bool(HAN.search(last))
        and not WELCOME.search(last)
        and len(previous) == 1
        and previous[0].wanted
        and previous[0].on is None
        and previous[0].days != ALL_DAYS
        and (previous[0].start, previous[0].end) == (0, DAY_END)
        and bool(found)
        and all(not one.wanted and one.days == ALL_DAYS and one.on is None for one in found)
        and any((one.start, one.end) != (0, DAY_END) for one in found)
    )


_ONE_TIME = re.compile(r"[^到至~-]*")


def told_again(clause: str, found: list[Window], before: list[Window]) -> bool:
    """... 晚上的6点半: whether an hour is only told once more, to say which half of the day it is of."""
    return (
        bool(HAN.search(clause))
        and bool(found)
        and only_hours(clause.replace("的", "").replace("是", ""))
        and bool(_ONE_TIME.fullmatch(clause))
        and all(any(one.start in (told.start, told.end) for told in before) for one in found)
    )
