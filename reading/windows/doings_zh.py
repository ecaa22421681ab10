"""What one does at the hours that a Chinese message tells, in whatever words: 七点到三点跟船,下午四点后打; 下班后打."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.text import MASK
from reading.windows.hours import DAY_END
from reading.windows.marks import BUT, COMMA, Kind, Mark, Shape, Stretch

_ASKS = frozenset({Kind.WISH, Kind.REFUSE, Kind.SUITS, Kind.UNSUITED, Kind.CHANNEL})
# What may stand behind hours and tells of no doing.
_NO_DOING = re.compile(
    r"(?:之?间|左右|上下|这段|那段|这|那|嗰|期间|的|嘅|时[间候段刻]|话|为?止|比较|或者?|大概|差不多|就|好|行|最|我|想|觉得|麻烦|拜托|谢谢|多谢|唔该|请|希望|吧|啦|呢|喔|哦|哈|了|钟|段|内|里|来|去|和|跟|与|及|或|同埋?|还有|以|但|不过|所以|因为|一|下|个|可|以|才|再|都|也|是|系|会|要|在|喺|嗯|啊|呀|嘛|唷|哟|如果|若|有事|急事|事|情|你|您|们|等|我们|先|生|小姐|亲|老板|您好|你好|有|人|那个|后|前|起|到|多|点|半|整|正|每|天|日|号|月)*"
)
_BEFORE = frozenset({Kind.BREAK, Kind.BUSY, Kind.HOURS})
_BEHIND = frozenset({Kind.BREAK, Kind.HOURS, Kind.DAYS, Kind.DATES})
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")


def doings(text: str, left: str, times: list[Mark], cues: list[Mark], breaks: list[Mark]) -> list[Mark]:
    """A mark of being busy behind hours by the clock whose clause says something, but nothing that is known, and asks nothing,
    where another clause asks to be reached or to be left alone at other hours."""
    found = []
    marks = sorted([*times, *cues, *breaks], key=lambda mark: (mark.start, mark.end))
    for place, mark in enumerate(marks):
        value = mark.value
        if not isinstance(value, Stretch) or value.shape not in (Shape.SPAN, Shape.AT, Shape.DAY, Shape.PART):
            continue
        before = next(
            (one for one in reversed(marks[:place]) if one.kind not in (Kind.DAYS, Kind.DATES)), None
        )
        behind = next(iter(marks[place + 1 :]), None)
        if (before and before.kind not in _BEFORE) or (behind and behind.kind not in _BEHIND):
            continue
        end = behind.start if behind else len(left)
        said = "".join(_HAN_RUN.findall(left[mark.end : end]))
        if not _SO.match(text, mark.end) and (len(said) < 2 or _NO_DOING.fullmatch(said)):
            continue
        asked = [cue for cue in cues if cue.kind in _ASKS and cue.start >= end]
        hours = [one for one in times if one.kind is Kind.HOURS and one is not mark]
        written = not hours and asked and all(_WRITTEN.search(text, cue.start, cue.end + 4) for cue in asked)
        if written or (asked and any(one.start >= end for one in hours)):
            found += [Mark(Kind.BUSY, end - 1, end), Mark(Kind.BREAK, end, end, COMMA)]
    return found


# 这个月是小夜 下午四点到十二点 所以请早上打.
_SO = re.compile(r"[ ,，。]*(?:所以|因此|故此)")
# 九点半到七点都在接客户 发短信: in writing, and no hours are asked for.
_WRITTEN = re.compile(
    r"短信|短讯|简讯|讯息|信息|消息|微信|留言|邮件|电邮|文字|打字|text|whats|wts|line|mail|msg|wx|vx"
)


_AFTER_WORK = re.compile(
    r"(?:(?:下班|落班|放工|收工|落更|收摊|收档|放学|下课|落堂)(?:以后|之后|过后|后|了)?(?:再|才|就|先)?|忙完(?:以后|之后|后)?)$"
)


def after_work(text: str, times: list[Mark], cues: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """早班7点到15点,下班后打: from the hour on at which it ends, where that was told."""
    kept = []
    ends = [
        one.value.wanted[0][0] for one in times
        if isinstance(one.value, Stretch) and one.value.shape is Shape.AT
        and any(cue.kind is Kind.ENDS and 0 <= cue.start - one.end <= 2 for cue in cues)
    ]  # fmt: skip
    for mark in times:
        told = [
            one for one in times
            if one.end <= mark.start and isinstance(one.value, Stretch) and one.value.shape is Shape.SPAN
        ]  # fmt: skip
        busy = told and any(cue.kind is Kind.BUSY and cue.start < mark.start for cue in cues)
        closer = any(
            mark.end <= one.start <= mark.end + 3 and isinstance(one.value, Stretch) and one.value.exact
            for one in times
        )
        if busy and not closer and _AFTER_WORK.fullmatch(text, mark.start, mark.end):
            cues = [*cues, Mark(Kind.AFTER_THEN, mark.start, mark.end)]
        elif len(ends) == 1 and not closer and _AFTER_WORK.fullmatch(text, mark.start, mark.end):
            kept.append(
                replace(mark, value=Stretch.of(Shape.FROM, ends[0], DAY_END))
            )  # 下班后打,我五点半下班
        else:
            kept.append(mark)
    return kept, cues


_TWO = 2
# The value of what is not to be done so often.
OFTEN = 5
# "Asleep, after nine at night" may well be when.
_LATE = 20 * 60
_UNSUITED = frozenset({Kind.REFUSE, Kind.UNSUITED, Kind.BUSY, Kind.ASIDE})
_SOFTLY = re.compile(
    r"(?:左右|钟|的话|吧|啦|喇|好了|好啦|就好|哈|喔|哦|呢|呀|啊|嘛|咯|谢谢|多谢|唔该|感恩|拜托|再说|[ ~,，])*"
)


def bare_wishes(left: str, times: list[Mark], cues: list[Mark], breaks: list[Mark]) -> list[Mark]:
    """上课到四点,五点以后吧; 送货别打,下午两点后: open hours told last, in a clause of their own, behind what does not suit."""
    hours = [mark for mark in times if mark.kind is Kind.HOURS]
    opens = hours[-1].value if hours else None
    often = any(cue.value == OFTEN and cue.kind is Kind.ASIDE for cue in cues)  # 别天天打,周日下午
    if not isinstance(opens, Stretch) or not (often or opens.shape is Shape.FROM):
        return []
    last, since = hours[-1], hours[-2].end if len(hours) >= _TWO else 0
    lead = max((one.end for one in breaks if one.end <= last.start), default=-1)
    told = [cue for cue in cues if since <= cue.start < lead]
    unsuited = any(cue.kind in _UNSUITED for cue in told)
    if len(hours) < _TWO:  # 老人在睡午觉,2点半后; 现在别打,在开会,四点以后
        latest = max(told, key=lambda cue: cue.start, default=None)
        unsuited = often or (latest is not None and latest.kind is Kind.BUSY and opens.wanted[0][0] < _LATE)
    alone = lead >= 0 and not any(lead <= one.start < last.start for one in cues)
    softly = left[last.end :].startswith(("吧", "啦", "喇", "好了", "好啦"))
    unsuited = unsuited or (softly and any(cue.kind in _UNSUITED and cue.end == last.start for cue in cues))
    alone = alone or softly
    if unsuited and alone and _SOFTLY.fullmatch(left.replace("\n", " ").rstrip("。.!！)"), last.end):
        return [Mark(Kind.SUITS, last.end - 1, last.end)]
    return []


def _at(mark: Mark) -> bool:
    return isinstance(mark.value, Stretch) and mark.value.shape is Shape.AT


def _from_to(left: str, match: re.Match[str], one: Mark, other: Mark) -> tuple[list[Mark], str]:
    """他早上八点出门六点回来,你就在这中间打."""
    start, end = (mark.value.wanted[0][0] for mark in (one, other) if isinstance(mark.value, Stretch))
    end += DAY_END // 2 if end <= start < DAY_END // 2 else 0
    if start >= end:
        return [], left
    found = [Mark(Kind.ASIDE, mark.end - 1, mark.end) for mark in (one, other)]
    found.append(Mark(Kind.BREAK, match.start(), match.start(), BUT))
    found.append(Mark(Kind.HOURS, match.start(), match.end(), Stretch.of(Shape.SPAN, start, end)))
    return found, left[: match.start()] + MASK * len(match[0]) + left[match.end() :]


_BETWEEN = re.compile(
    r"(?:这|那)?(?:两个?班|两段)?(?:中间|(?<!\x1f)之间|当中|中间这?段)(?:的?(?:时间|空档?|那段|这段))?(?=可以|随便|能|有空|打|方便|都|得闲|休息|我?[在闲])"
)


def between(left: str, times: list[Mark]) -> tuple[list[Mark], str]:
    """早市5点到9点,夜市6点到10点,中间随便打: the hours between the two, and both busy."""
    match = _BETWEEN.search(left)
    spans = [
        mark for mark in times
        if isinstance(mark.value, Stretch) and mark.value.shape is Shape.SPAN and match and mark.end <= match.start()
    ][-2:]  # fmt: skip
    if match is not None and not spans:
        hours = [mark for mark in times if isinstance(mark.value, Stretch) and mark.end <= match.start()][-2:]
        if len(hours) == _TWO and all(_at(mark) for mark in hours):
            return _from_to(left, match, *hours)
    if match is None or len(spans) != _TWO:
        return [], left
    one, other = (mark.value for mark in spans)
    if not (isinstance(one, Stretch) and isinstance(other, Stretch)):
        return [], left
    start, end = one.wanted[-1][1], other.wanted[0][0]
    if start >= end:
        return [], left
    found = [Mark(Kind.BUSY, mark.end - 1, mark.end) for mark in spans]
    found.append(Mark(Kind.HOURS, match.start(), match.end(), Stretch.of(Shape.SPAN, start, end)))
    return found, left[: match.start()] + MASK * len(match[0]) + left[match.end() :]
