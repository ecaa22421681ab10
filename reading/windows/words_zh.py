"""Chinese text as marks: hours, days and the words of `zh.yaml`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from reading.days import Seen
from reading.windows.clock_zh import hours
from reading.windows.complaints_zh import complaints
from reading.windows.days_zh import dates, days
from reading.windows.doings_zh import OFTEN, after_work, bare_wishes, between, doings
from reading.windows.excepted_zh import (
    ALL_OF_IT,
    excepted,
    excepted_hours,
    only_the_excepted,
    without_reasons,
)
from reading.windows.headed_zh import headed, not_so_late
from reading.windows.hours import ALL_DAYS, DAY_END
from reading.windows.lexicon import DECLINES, OUT_OF_REACH, lexicon
from reading.windows.marks import AND, BUT, COMMA, STOP, Kind, Mark, Shape, Stretch, in_order
from reading.windows.offers_zh import offered, told_against, whenever
from reading.windows.put_right_zh import put_right
from reading.words.zh import small_number

# 周二早上洗肾,那两天都别打: the days as a whole.
_THOSE_DAYS = re.compile(r"(?:在|就)?(?:这|那|嗰|呢|当).*[天日]$")


def _those_days(cues: list[Mark], timed: list[Mark], text: str) -> list[Mark]:
    """A whole day beside the days that are meant again, where hours were told of them and they are refused."""
    found = []
    for cue in cues:
        if cue.kind is not Kind.THEN or not _THOSE_DAYS.match(text[cue.start : cue.end]):
            continue
        told = any(mark.end <= cue.start for mark in timed)
        refused = any(
            other.kind is Kind.REFUSE
            and other.start >= cue.end
            and ALL_OF_IT.fullmatch(text, cue.end, other.start)
            for other in cues
        )
        if told and refused:
            found.append(Mark(Kind.HOURS, cue.end - 1, cue.end, Stretch.of(Shape.DAY, 0, DAY_END)))
    return found


_SEVERAL = re.compile(r"(?:在|就)?(?:这|那|嗰|呢)(?P<count>[两二三四2-4])[天日]")


def _both_days(cues: list[Mark], weekly: list[Mark], text: str) -> tuple[list[Mark], list[Mark]]:
    """礼拜二下午有门诊,礼拜四要复健,这两天不要: both of the days that were told apart."""
    for cue in cues:
        those = _SEVERAL.fullmatch(text, cue.start, cue.end) if cue.kind is Kind.THEN else None
        told = [mark for mark in weekly if mark.end <= cue.start and isinstance(mark.value, tuple)]
        days = sorted({day for mark in told for day in mark.value if isinstance(day, int)})  # type: ignore[union-attr]
        if those and len(told) > 1 and len(days) == small_number(those["count"]):
            both = replace(cue, kind=Kind.DAYS, value=tuple(days))
            return [one for one in cues if one is not cue], [*weekly, both]
    return cues, weekly


_WRITTEN = re.compile(
    r"[可以能请再先就才都]*(?:发|传|写|用|send)?(?:text|短信|讯息|简讯|信息|消息|微信|留言|whats ?app|wts|line|email|邮件|电邮|wechat|msg)"
)


def _by_other_means(cues: list[Mark], weekly: list[Mark], text: str, breaks: list[Mark]) -> list[Mark]:
    """周日打,平时发微信; 其他天text就好: by which way at the other times, and no hours of their own."""
    rung = [
        cue
        for cue in cues
        if cue.kind is Kind.WISH and re.search("打|call|电话|通话", text[cue.start : cue.end])
    ]
    told = []
    for cue in cues:
        begins = max((one.end for one in breaks if one.end <= cue.start), default=0)
        others = any(one.kind is Kind.OTHERWISE and begins <= one.start < cue.start for one in cues) or any(
            text.startswith(("平时", "平日"), one.start) and begins <= one.start < cue.start for one in weekly
        )
        written = cue.kind is Kind.WISH and _WRITTEN.match(text, cue.start)
        told.append(replace(cue, kind=Kind.ASIDE) if written and others and rung else cue)
    return told


def _over_then(timed: list[Mark], cues: list[Mark]) -> list[Mark]:
    """早餐店5点到11点,11点以后都可以: hours of which nothing is said are those at which one cannot, where what suits begins with their end."""
    found = []
    for one, other in pairwise(timed):
        if not (isinstance(one.value, Stretch) and isinstance(other.value, Stretch)):
            continue
        follows = one.value.shape is Shape.SPAN and other.value.shape is Shape.FROM
        last = max((cue for cue in cues if cue.start >= other.end), key=lambda cue: -cue.start, default=None)
        if (
            follows
            and one.value.wanted[-1][1] == other.value.wanted[0][0]
            and last is not None
            and last.kind in (Kind.WISH, Kind.SUITS)
            and not any(one.end <= cue.start < other.start for cue in cues)
        ):
            found += [Mark(Kind.BUSY, one.end - 1, one.end), Mark(Kind.BREAK, other.start, other.start, BUT)]
    return found


# 晚上9点以后不要打,明天还要早起: why, and no day.
_EARLY_NEXT_DAY = re.compile(
    r"(?P<late>[晚夜睡瞓点][^。!！?？今明听]{0,24}[,，。 ](?:因为|我)?)(?:明|听|第二|隔)[天日朝早]?(?:一早|早上|朝早|清早|早)*(?:我|还|仲|又|都|就)*(?:要|得)(?:去)?(?!打|找|联|搵|还|付|转|给|俾)[\u3400-\u9fff]{1,5}[。!！~ ]*$"
)


def marks(text: str, language: str, seen: Seen) -> list[Mark]:
    """The marks of folded Chinese `text` in common spelling, as they stand in it."""
    text = _EARLY_NEXT_DAY.sub(lambda match: match["late"].ljust(len(match[0])), text)
    timed, left = hours(text)
    once, left = dates(left, language, seen)
    weekly, left = days(left)
    if not (once or weekly):
        timed = [_on_any_day(mark) for mark in timed]
    betweens, left = between(left, timed)
    within = {mark.end for mark in betweens if mark.kind is Kind.ASIDE}
    timed = [mark for mark in timed if mark.end not in within]
    betweens = [mark for mark in betweens if mark.kind is not Kind.ASIDE]
    words, untimed = lexicon("zh"), left
    cues, left = words.cues(left)
    if not any(cue.kind in (Kind.WISH, Kind.REFUSE) for cue in cues):
        cues = [cue for cue in cues if not _put_off(cue, [*once, *weekly], text)]
    cues = [cue for cue in cues if not _over_by_then(cue, timed, cues)]
    cues = [_to_bed(_lasting(cue, timed), timed, text) for cue in cues]
    cues += offered(left, text, cues)
    cues = [cue for cue in cues if not _mere_tag(cue, cues, text)]
    cues = complaints([_said_of_how_often(cue, timed, weekly) for cue in cues], timed, text)
    cues += [
        Mark(Kind.BUSY, mark.end - 1, mark.end)
        for mark in timed
        if _AT_IT.match(text, max(0, mark.start - (text[mark.start] == "夜")))
    ]
    cues += _likewise(left, cues)
    breaks = [*words.breaks(left), *_listed(timed, text), *_run_on(cues, text), *_you(untimed, cues)]
    breaks = [
        replace(one, value=COMMA) if one.value == STOP and _beside_spans(one, timed, text) else one
        for one in breaks
    ]
    timed, cues = headed(text, timed, [*once, *weekly], cues)
    timed, cues, breaks = not_so_late(text, timed, cues, breaks)
    over = _over_then(timed, cues)
    cues += [one for one in over if one.kind is Kind.BUSY]
    breaks += [one for one in over if one.kind is Kind.BREAK]
    breaks = _own_state(breaks, [*once, *weekly], cues)
    cues = _by_other_means(cues, weekly, text, breaks)
    timed += _those_days(cues, timed, text)
    cues, weekly = _both_days(cues, weekly, text)
    timed, once, weekly = put_right(text, breaks, cues, (timed, once, weekly))
    cues = [_unreached(cue, timed, once, breaks) for cue in cues]
    timed, cues = after_work(text, timed, cues)
    cues += [*betweens, *whenever(text, [*timed, *once, *weekly], cues, breaks)]
    against = told_against(weekly, timed, cues, breaks)
    cues += [mark for mark in against if mark.kind is not Kind.BREAK]
    breaks = [*breaks, *(mark for mark in against if mark.kind is Kind.BREAK)]
    cues += bare_wishes(left, timed, cues, breaks)
    cues += doings(text, left, [*timed, *once, *weekly], cues, breaks)
    cues = only_the_excepted(cues, text)
    cues, behind = excepted_hours(excepted(cues, text), timed, [*once, *weekly])
    breaks = [*breaks, *behind]
    cues = without_reasons(cues, breaks)
    return in_order([*timed, *once, *weekly, *_whole_days(timed, [*once, *weekly], text), *cues, *breaks])


def _unreached(cue: Mark, hours: list[Mark], once: list[Mark], breaks: list[Mark]) -> Mark:
    """7月13日及14日受训,无法接听: on single days, told as a whole, not to be reached is as good as asking not to be called."""
    if cue.kind is not Kind.BUSY or cue.value not in (OUT_OF_REACH, DECLINES):
        return cue
    begins = max((one.end for one in breaks if one.value == STOP and one.end <= cue.start), default=0)
    before = [one for one in (*hours, *once) if begins <= one.start and one.end <= cue.start]
    timed = any(isinstance(one.value, Stretch) and one.value.shape is not Shape.DAY for one in before)
    whole = bool(before) and not timed
    return replace(cue, kind=Kind.REFUSE, value=None) if whole else cue


def _on_any_day(mark: Mark) -> Mark:
    """只能6点后,我整天都在工地: all day, where no day is named, is as good as ever."""
    whole = isinstance(mark.value, Stretch) and mark.value.shape is Shape.DAY
    return replace(mark, value=Stretch.of(Shape.ANY, 0, DAY_END)) if whole else mark


def _put_off(cue: Mark, days: list[Mark], text: str) -> bool:
    """周五再说: put off to a day, whatever it is about."""
    said = text[cue.start : cue.end]
    return said == "再说" and any(day.end == cue.start for day in days)


def _said_of_how_often(cue: Mark, hours: list[Mark], days: list[Mark]) -> Mark:
    """别天天打: not so often, whatever the hour."""
    within = [mark for mark in (*hours, *days) if cue.start < mark.start < cue.end]
    often = within and all(
        mark.value == ALL_DAYS or (isinstance(mark.value, Stretch) and mark.value.shape is Shape.ANY)
        for mark in within
    )
    return replace(cue, kind=Kind.ASIDE, value=OFTEN) if often and cue.kind is Kind.REFUSE else cue


# 做到晚上九点你九点半再打; 瞓到两点你三点至七点打我: who is spoken to begins anew.
_YOU = re.compile(
    r"(?<=[\u3400-\u9fff\x1f])(?<![给跟同找等烦请到和让谢比打对俾畀骂怪叫问求告诉覆听看接发传])(?:你们?|您|妳|侬|你[哋地])(?=(?:就|要|最好|可以|不如|下次|以后|改)?\x1f)"
)


def _you(untimed: str, cues: list[Mark]) -> list[Mark]:
    back = {cue.end for cue in cues if cue.kind is Kind.THEN}  # 嗰个礼拜你哋夜晚打
    begins = (match.start() for match in _YOU.finditer(untimed))
    return [Mark(Kind.BREAK, start, start, BUT) for start in begins if start not in back]


def _beside_spans(mark: Mark, timed: list[Mark], text: str) -> bool:
    """上午8点到12点, a line of its own, and 下午2点到6点 on the next."""
    spans = [one for one in timed if isinstance(one.value, Stretch) and one.value.shape is Shape.SPAN]
    lines = text[mark.start : mark.end].strip("\n") == ""
    before = any(not text[one.end : mark.start].strip() for one in spans if one.end <= mark.start)
    return lines and before and any(0 <= one.start - mark.end <= 2 for one in spans)


def _over_by_then(cue: Mark, timed: list[Mark], cues: list[Mark]) -> bool:
    """下午四点起来再打: from four on, and no more is told."""
    begun = any(
        one.end == cue.start and isinstance(one.value, Stretch) and one.value.shape is Shape.FROM
        for one in timed
    )
    return (
        cue.kind is Kind.ENDS
        and begun
        and any(one.kind is Kind.WISH and one.start == cue.end for one in cues)
    )


def _lasting(cue: Mark, timed: list[Mark]) -> Mark:
    """瞓12点到2点: what lasts from when to when has not only begun."""
    spans = [one for one in timed if isinstance(one.value, Stretch) and one.value.shape is Shape.SPAN]
    beside = any(one.start - 1 <= cue.end and cue.start <= one.end + 1 for one in spans)
    return replace(cue, kind=Kind.BUSY) if beside and cue.kind is Kind.BEGINS else cue


_RESTS = re.compile(r"(?:休息|歇)(?![^,，。 ]{0,3}(?:可以|再|先|才|能|方便|打))")
_LATE = 19 * 60 + 30


def _to_bed(cue: Mark, timed: list[Mark], text: str) -> Mark:
    """晚上九点以后我就休息了: no hours off, but the night."""
    if cue.kind is not Kind.FREE:
        return cue
    begun = [one.value for one in timed if _WITHIN.fullmatch(text, one.end, cue.start)]
    over = [one.wanted[0][1] for one in begun if isinstance(one, Stretch) and one.shape is Shape.TO]
    opens = [
        one.value.wanted[0][0]
        for one in timed
        if isinstance(one.value, Stretch) and one.value.shape is Shape.FROM
    ]
    if over and any(start >= over[-1] for start in opens):
        return replace(cue, kind=Kind.BUSY)  # 八点前食饭,八点后打
    if not _RESTS.match(text, cue.start):
        return cue
    late = any(
        isinstance(one, Stretch) and one.shape in (Shape.FROM, Shape.AT) and one.wanted[0][0] >= _LATE
        for one in begun
    )
    return replace(cue, kind=Kind.BEGINS) if late else cue


_WITHIN = re.compile(r"[^,，。;；\n]{0,8}")


def _own_state(breaks: list[Mark], days: list[Mark], cues: list[Mark]) -> list[Mark]:
    """五点半以后打,礼拜天休息,别来烦: a day of rest that is then refused is none of the hours before it."""
    places = sorted(breaks, key=lambda mark: mark.start)
    told = []
    for mark in breaks:
        behind = [one for one in places if one.start >= mark.end + 2][:2]
        clause = behind[0].start if behind else 0
        ends = behind[1].start if len(behind) > 1 else clause + _CLAUSE
        led = any(mark.end <= day.start <= mark.end + 2 for day in days)
        state = any(cue.kind in _REASONS and mark.end < cue.start < clause for cue in cues)
        refused = any(cue.kind is Kind.REFUSE and clause <= cue.start < ends for cue in cues)
        told.append(replace(mark, value=BUT) if mark.value == COMMA and led and state and refused else mark)
    return told


# 别占我吃饭时间ok?: asked of the refusal before it.
_TAG = re.compile(r"(?:ok|可以|行|好|得|成)(?:吗|么|咩|不|吧)*[?？]")


def _mere_tag(cue: Mark, cues: list[Mark], text: str) -> bool:
    before = [
        one for one in cues if one.end <= cue.start and not re.search("[,，。 ]", text[one.end : cue.start])
    ]
    refused = any(one.kind is Kind.REFUSE for one in before)
    return cue.kind is Kind.SUITS and refused and bool(_TAG.match(text, cue.start))


_CLAUSE = 12
_EACH_TIME = re.compile(r"(?:不要|别|唔好)?(?:每次|次次|老是?|总是?)")

# 同事会听到 lunch time可以: what comes of it, and no hours of its own.
_OVERHEARD = re.compile(r"(?:听|知)[到道见晒]$")


def _run_on(cues: list[Mark], text: str) -> list[Mark]:
    """要打就周一打不要每次都挑我忙的时候打: another clause, though nothing parts it."""
    asides = [cue for cue in cues if cue.kind is Kind.ASIDE and _EACH_TIME.match(text, cue.start)]
    overheard = [
        cue for cue in cues if cue.kind is Kind.ASIDE and _OVERHEARD.search(text, cue.start, cue.end)
    ]
    places = (*(cue.start for cue in asides), *(cue.end for cue in overheard))
    return [Mark(Kind.BREAK, place, place, BUT) for place in places]


# 周一周二别打,周三也在培训: what was said before of others.
_LIKEWISE = re.compile(
    r"(?<=\x1f)[我都]?(?:也|亦)(?:在|系|是|一样|同样|系咁|是这样|如此|要|得去|唔例外|不例外)?(?:的|咁|嘅)?(?=$|[,，。 ~!！;；)哦喔啦吧\n])"
)
_SAID_OF_TIMES = frozenset({Kind.REFUSE, Kind.UNSUITED, Kind.WISH, Kind.SUITS, Kind.BUSY, Kind.FREE})


def _likewise(left: str, cues: list[Mark]) -> list[Mark]:
    found = []
    for match in _LIKEWISE.finditer(left):
        before = [cue for cue in cues if cue.end <= match.start() and cue.kind in _SAID_OF_TIMES]
        if before:
            last = max(before, key=lambda cue: cue.start)
            found.append(replace(last, start=match.start(), end=match.end()))
    return found


# 朝九晚六 is work, whatever the hours; 上课中.
_AT_IT = re.compile(
    r"(?:大|小)夜|朝[八九]晚[五六]|朝(?:\d{1,2}|[一二三四五六七八九十]{1,2})点?晚(?:\d{1,2}|[一二三四五六七八九十]{1,2})点?(?=[,，。 ]|$|上|返|做|工|更|班|嘅|的)|(?:上班|工作|返工|办公|上课|营业|开工)中"
)
_REASONS = frozenset({Kind.BUSY, Kind.FREE})


_OR = re.compile(r"\s*(?:以?及|和|与|跟|同埋?|还有|或者?|、)\s*")


def _listed(hours: list[Mark], text: str) -> list[Mark]:
    """中午和晚上七点后: what parts the hours of a list."""
    return [
        Mark(Kind.BREAK, one.end, other.start, AND)
        for one, other in pairwise(hours)
        if one.end < other.start and _OR.fullmatch(text, one.end, other.start)
    ]


_BESIDE = re.compile(r"\s*(?:以?及|和|与|跟|同埋?|还有)\s*")


def _whole_days(hours: list[Mark], days: list[Mark], text: str) -> list[Mark]:
    """晚上九点后及周日: the days named beside hours are meant as a whole."""
    whole = []
    for hour, day in ((hour, day) for day in days for hour in hours):
        beside = 0 < day.start - hour.end < 6 and _BESIDE.fullmatch(text, hour.end, day.start)
        if beside and not any(0 <= other.start - day.end < 4 for other in hours):
            stretch = Stretch.of(Shape.ANY, 0, DAY_END)
            whole.append(Mark(Kind.HOURS, day.end - 1, day.end, stretch))
    return whole
