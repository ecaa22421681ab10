"""Hours that a Chinese message tells behind the words that say what holds for them: 不方便时段如下…, 请避开午休。即一点至两点; 太晚别打,我九点睡."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.windows.clock_beside_zh import NOON
from reading.windows.hours import DAY_END
from reading.windows.marks import COMMA, Kind, Mark, Shape, Stretch

_REFUSES = frozenset({Kind.REFUSE, Kind.UNSUITED})
_STANDS = frozenset({*_REFUSES, Kind.WISH, Kind.SUITS, Kind.FREE, Kind.ONLY, Kind.CHANNEL, Kind.OTHERWISE})
_LINE = re.compile(r"[^。！？!?\n;；]+")
# What is told next is what was meant.
_THAT_IS = re.compile(
    r"(?:也就是|亦即|也即|即[是系]?|就[是系]|意思[是系]|我?(?:指|说)的[是系]|我[是系](?:说|话|指))(?:说|话|指)?[:,， ]*"
)
_THAT_IS_AT = re.compile(rf"[。！？!?\n;；,， ]{{1,3}}{_THAT_IS.pattern}")
# 不能接电话的时间: at the head of a list.
_HEADS = re.compile(r"(?:如下|以下|下列|下面)|(?:时[间段候]|钟数|钟点)(?:是|系|有|为|嘅|的|表|段)*:?\s*$")
_NAMED = re.compile(r"的?(?:时候|时段|期间|时间)|嗰阵|(?<=[课会堂班店客饭货诊])时")
_EVENING = 17 * 60

type Told = tuple[list[Mark], list[Mark]]


def headed(text: str, timed: list[Mark], days: list[Mark], cues: list[Mark]) -> Told:
    """The hours and cues, what was refused by its name refused as well where its hours follow: `timed` without what only named them."""
    for lead in _THAT_IS_AT.finditer(text):
        timed, cues = _explained(text, lead, timed, days, cues)
    return timed, _listed_below(text, timed, days, cues)


def _explained(text: str, lead: re.Match[str], timed: list[Mark], days: list[Mark], cues: list[Mark]) -> Told:
    """请勿于用餐时间来电。即中午十二点至一点: the name of the hours goes, and they are refused themselves."""
    before = [cue for cue in cues if cue.end <= lead.start() and cue.kind in _STANDS]
    times = sorted([*timed, *days], key=lambda mark: mark.start)
    told = next((one for one in times if one.start >= lead.end()), None)
    head = max(before, key=lambda cue: cue.start, default=None)
    if head is None or head.kind not in _REFUSES or told is None or told.start - lead.end() > 1:
        return timed, cues
    begins = max((line.start() for line in _LINE.finditer(text, 0, lead.start())), default=0)
    named = [one for one in timed if begins <= one.start < lead.start()]
    line = _LINE.match(text, lead.end())
    if line is None or any(_exact(one) for one in named) or not _unjudged(line, cues):
        return timed, cues
    exact = any(_exact(one) for one in timed if one.start >= lead.end())
    return [one for one in timed if not (exact and one in named)], [*cues, *_refused(line, times)]


def _listed_below(text: str, timed: list[Mark], days: list[Mark], cues: list[Mark]) -> list[Mark]:
    """不方便时段如下, and a line for each; 别在我带课的时候打。周一三五上午十点到十二点."""
    times = sorted([*timed, *days], key=lambda mark: mark.start)
    lines = list(_LINE.finditer(text.replace(":\n", "\n\n")))
    found: list[Mark] = []
    for place, line in enumerate(lines):
        own = [cue for cue in cues if _on(line, cue)]
        within = [one for one in times if _on(line, one)]
        below = lines[place + 1 :]
        if not (own and all(cue.kind in _REFUSES or cue.kind in (Kind.BUSY, Kind.THEN) for cue in own)):
            continue
        if not within and _HEADS.search(line[0]):
            for one in below:
                if not _unjudged(one, cues):
                    break
                found += _refused(one, times)
            break
        busy = below and any(cue.kind is Kind.BUSY and _on(below[0], cue) for cue in cues)
        refuses = (
            own[-1].kind in _REFUSES and not busy and not any(_exact(one) or one in days for one in within)
        )
        if refuses and _NAMED.search(line[0]) and below and _unjudged(below[0], cues):
            spans = [one for one in timed if _on(below[0], one) and _exact(one)]
            led = [one for one in times if below[0].start() <= one.start <= below[0].start() + 2]
            if led and spans and all(_by_day(one) for one in spans):
                found += _refused(below[0], times)
        break
    colon = _COLON.search(text)
    if colon and not found:
        own = [cue for cue in cues if cue.start < colon.start()]
        if own and all(cue.kind in (*_REFUSES, Kind.BUSY) for cue in own):
            for one in _LINE.finditer(text, colon.end()):
                if not _unjudged(one, cues):
                    break
                found += _refused(one, times)
    return [*cues, *found]


_COLON = re.compile(r"(?:时[间段候]|钟数|钟点)(?:如下|有|是|系|为)?:\s*")


def _on(line: re.Match[str], mark: Mark) -> bool:
    return line.start() <= mark.start < line.end()


def _unjudged(line: re.Match[str], cues: list[Mark]) -> bool:
    return not any(_on(line, cue) and cue.kind in _STANDS for cue in cues)


def _refused(line: re.Match[str], times: list[Mark]) -> list[Mark]:
    within = [one for one in times if _on(line, one)]
    return [Mark(Kind.REFUSE, within[-1].end - 1, within[-1].end)] if within else []


def _exact(mark: Mark) -> bool:
    return isinstance(mark.value, Stretch) and mark.value.exact


def _by_day(mark: Mark) -> bool:
    return (
        isinstance(mark.value, Stretch)
        and mark.value.shape is Shape.SPAN
        and mark.value.wanted[0][0] < _EVENING
    )


_RING = r"(?:打(?:电话|来|嚟|过来|给我|俾我)?|来电|致电|call|搵我?|揾我?|找我?|联系|联络|来)?"
_NOT_LATE = re.compile(
    rf"(?:别|不要|不能|唔好|勿|莫|甭|不可以?|唔可以)(?:再)?{_RING}(?:得|我)?(?:太|咁|这么|那么|搞)?(?P<late>[晚夜迟])(?![上饭餐间班更]){_RING}"
    rf"|(?:别|不要|不能|唔好|勿|莫|甭|不可以?|唔可以)(?:再)?{_RING}(?:得|我)?(?:太|咁|这么|那么|搞)早(?![上班餐饭]){_RING}"
    rf"|(?:太|咁)(?:(?P<too>[晚夜迟])|早)(?:了|的话|就|都|也|,|，){{0,4}}{_RING}(?:就|都|也|的话){{0,3}}(?:别|不要|不行|不好|不方便|勿|唔好|唔得|唔方便|会吵|会嘈|吵到|嘈到|接不|没人|冇人|我?不接|我?唔听)(?:再)?{_RING}"
)
_NEAR = 16
_MORNING = re.compile("[早朝晨上午]")
_SEVEN = 7 * 60


def not_so_late(
    text: str, timed: list[Mark], cues: list[Mark], breaks: list[Mark]
) -> tuple[list[Mark], list[Mark], list[Mark]]:
    """太晚别打,我九点就睡: refused from then on; 别太早,十点前我起不来: up to then."""
    for match in _NOT_LATE.finditer(text):
        late = bool(match["late"] or match["too"])
        near = [one for one in timed if _exact(one) and 0 <= one.start - match.end() <= _NEAR]
        near = (
            near[:1] or [one for one in timed if _exact(one) and 0 <= match.start() - one.end <= _NEAR][-1:]
        )
        if not near or not isinstance(near[0].value, Stretch):
            continue
        shape, (start, end) = near[0].value.shape, near[0].value.wanted[0]
        bare = not _MORNING.search(text, near[0].start, near[0].end)
        if late and bare and _SEVEN <= start < NOON:
            start += NOON
        fits = shape in (Shape.AT, Shape.FROM) if late else shape in (Shape.AT, Shape.TO)
        if not fits or (late and start < _EVENING) or (not late and shape is Shape.AT and start > 15 * 60):
            continue
        ends = min((one.start for one in breaks if one.start >= near[0].end), default=len(text))
        begins = max((one.end for one in breaks if one.end <= near[0].start), default=0)
        own = [
            cue for cue in cues if begins <= cue.start < ends and not match.start() <= cue.start < match.end()
        ]
        if any(cue.kind in _STANDS and cue.kind is not Kind.FREE for cue in own) or (
            not late and any(cue.kind is Kind.ENDS for cue in own)
        ):
            continue
        stretch = (
            Stretch.of(Shape.FROM, start, DAY_END)
            if late
            else Stretch.of(Shape.TO, 0, end if shape is Shape.TO else start)
        )
        gone = [*own, *(cue for cue in cues if match.start() <= cue.start < match.end())]
        timed = [
            replace(one, value=stretch) if one is near[0] else one
            for one in timed
            if not match.start() <= one.start < match.end()
        ]
        cues = [*(cue for cue in cues if cue not in gone), Mark(Kind.REFUSE, near[0].end - 1, near[0].end)]
        breaks = [*breaks, Mark(Kind.BREAK, near[0].end, near[0].end, COMMA)]
    return timed, cues, breaks
