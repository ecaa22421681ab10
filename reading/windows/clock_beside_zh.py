"""Bare hours of Chinese in the light of those beside them: 六点前别打,六点半后可以; 八点,八点半到九点."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.windows.hours import DAY_END
from reading.windows.marks import Mark, Shape, Stretch

NOON = 12 * 60


def said_again(mark: Mark, other: Mark, text: str) -> bool:
    """八点,八点半到九点; 十点十点到十一点半: an hour on the way to saying from when to when."""
    one, more = mark.value, other.value
    if not (isinstance(one, Stretch) and isinstance(more, Stretch)) or one.shape is not Shape.AT:
        return False
    near = 0 <= (more.wanted[0][0] - one.wanted[0][0]) % NOON <= 30
    return near and more.shape is Shape.SPAN and bool(_PAUSE.fullmatch(text, mark.end, other.start))


_OFF = ("下班", "放工", "收工")
_BY_24 = re.compile(r"(?:1[3-9]|2[0-4])[:点]")
_PAUSE = re.compile(r"[,，、… 嗯呃啊哦那个]{0,4}")
_REFUSED = re.compile(r"[^,，。;；\n]{0,4}?(?:别|不要|勿|唔好|莫|甭|免|不许|不准|唔准)")


def beside_others(mark: Mark, found: list[Mark], text: str, halves: re.Pattern[str]) -> Mark:
    """六点前别打,六点半后可以; 忙到九点,九点后打: a bare hour is of the half of day that its neighbour is of."""
    value = mark.value
    if not isinstance(value, Stretch):
        return mark
    others = [other.value for other in found if other is not mark and isinstance(other.value, Stretch)]
    if value.shape is Shape.SPAN and text.startswith(_OFF, mark.start):
        over = [other.wanted[-1][1] for other in others if other.shape is Shape.SPAN]
        start, end = value.wanted[0]
        if any((at - start) % DAY_END == NOON for at in over):  # 大夜11点到7点,下班7点到8点半
            return replace(mark, value=Stretch.of(Shape.SPAN, start % NOON, start % NOON + end - start))
    if halves.search(text, mark.start, mark.end):
        return mark
    if value.shape is Shape.FROM:  # 七点到九点半送孩子,九点半以后随便
        over = [other.wanted[-1][1] for other in others if other.shape is Shape.SPAN]
        again = [end for end in over if (end - value.wanted[0][0]) % NOON == 0 and end < DAY_END]
        if again:
            return replace(mark, value=Stretch.of(Shape.FROM, again[-1], DAY_END))
    if value.shape in (Shape.AT, Shape.FROM):
        told, before = value.wanted[0][0], _just_before(mark, found, text)
        start = (
            told
            if before is None
            else min((at for at in (told % NOON, told % NOON + NOON) if at >= before), default=told)
        )
        if start != told:
            end = start + 60 if value.shape is Shape.AT else DAY_END
            return replace(mark, value=Stretch.of(value.shape, start, end))
    if value.shape is Shape.SPAN and value.wanted[0][1] <= NOON:
        led = [one for one in found[: found.index(mark)] if isinstance(one.value, Stretch)][-1:]
        if led and led[0].value.shape is Shape.SPAN and _THEN.fullmatch(text, led[0].end, mark.start):  # type: ignore[union-attr]
            return _that_evening(mark, value, led[0].value.wanted[-1][1])  # type: ignore[union-attr]
        return _that_evening(mark, value, _just_before(mark, found, text))
    if value.shape is Shape.TO and value.wanted[0][1] < NOON:
        end = value.wanted[0][1] + NOON
        if not _REFUSED.match(text, mark.end) and any(
            other.shape is Shape.FROM
            and NOON <= other.wanted[0][0] < end
            and other.wanted[0][0] >= end - NOON
            for other in others
        ):
            return replace(mark, value=Stretch.of(Shape.TO, 0, end))
        if any(other.shape is Shape.AT and other.wanted[0][0] == end for other in others):
            return replace(mark, value=Stretch.of(Shape.TO, 0, end))  # 晚上八点就关灯,八点前好
        if any(
            isinstance(other.value, Stretch)
            and other.value.shape is Shape.FROM
            and 0 <= other.value.wanted[0][0] - end <= 60
            and not _BY_24.match(text, other.start)
            for other in found
        ):  # and not 10点前22点后别打
            return replace(mark, value=Stretch.of(Shape.TO, 0, end))
    if value.shape is Shape.FROM and value.wanted[0][0] < NOON:
        start = value.wanted[0][0] + NOON
        over = [other.till for other in others if other.till]
        spans = [other.wanted[-1][1] for other in others if other.shape is Shape.SPAN]
        spans_end = any(0 <= start - end <= 60 and end > NOON for end in spans)
        if start in spans or spans_end or any(0 <= start - end <= 60 for end in over):
            return replace(mark, value=Stretch.of(Shape.FROM, start, DAY_END))
    return mark


_EVENING = 17 * 60
# 下午五点到七点做饭,然后八点到九点.
_THEN = re.compile(r"[^,，。]{0,6}[,， ]*(?:然后|接着|跟住|跟着|之后|再来|接下来|紧接着)[^,，。]{0,3}")


def _that_evening(mark: Mark, value: Stretch, before: int | None) -> Mark:
    """收工六点半,八点至十点打: hours of the same evening."""
    start, end = value.wanted[0]
    if before is None or before < _EVENING or start + NOON < before:
        return mark
    return replace(mark, value=Stretch.of(Shape.SPAN, start + NOON, end + NOON))


_ANOTHER_DAY = re.compile(r"[周期拜][一二三四五六日天末]|平日|[号日天]|但|不过")


def _just_before(mark: Mark, found: list[Mark], text: str) -> int | None:
    """The minute told right before in the same breath: 晚上八点下班,九点后打."""
    before = [one for one in found[: found.index(mark)] if isinstance(one.value, Stretch)][-1:]
    told = before[0].value if before else None
    if not isinstance(told, Stretch) or told.shape not in (Shape.AT, Shape.FROM):
        return None
    between = text[before[0].end : mark.start]
    return None if len(between) > 16 or _ANOTHER_DAY.search(between) else told.wanted[0][0]
