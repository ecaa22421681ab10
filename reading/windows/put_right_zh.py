"""Hours and days that a Chinese message takes back as it goes on: 四点,不对五点吧; 九点后打 啊不是 九点半以后."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.windows.clock_beside_zh import NOON
from reading.windows.hours import DAY_END
from reading.windows.marks import STOP, Kind, Mark, Shape, Stretch

_TAKES_BACK = re.compile(
    r"(?:"
    r"(?<!对)不对(?!称|劲|头)|(?:唔|毋)(?:对|啱|系)(?=[,，。… 呀啊喎是系应要]|[\u3400-\u9fff]?[\d一二两三四五六七八九十下上晚早朝夜周星礼])"
    r"|(?<![\u3400-\u9fff])(?:[啊哎欸诶唉呀哦噢喔呃])?(?:不|唔|毋|不不)(?:是|系|是不是)(?![^,，。]{0,12}就[是系])(?![\d一二两三四五六七八九十周星礼每所别说]\S{0,3}(?:的话|都|就可以))|(?<![\u3400-\u9fff])不(?=[,， ])|(?<=[啊哎欸诶唉呀哦噢喔呃])不(?=[,， ]|[\d一二两三四五六七八九十]{1,2}点|[周星礼早晚中上下])|不不不?(?=[,， ]|是|[\d一二两三四五六七八九十])|(?<![\u3400-\u9fff])等(?:等|一下|下)(?=[,， …])"
    r"|(?:我|又|刚才?|头先)*(?:说|讲|打|写|记|搞|算|看|弄|发|按|输)(?:反|错)(?:了|咗|啦|喇)?|更正|订正|改口|错了(?=[,， ]|是|应|要)|口误|笔误|手误|手滑"
    r"|(?<![不都])(?:应该|应当|其实)(?:是|系)|我是说|我系话|我意思是|还是改|(?:那|不如|还是|干脆|或者)?改(?:成|到|为|做)|算了(?=[,， ]|还是|改|就|\d|[一二两三四五六七八九十]{1,2}点|[周星礼早晚下上])|(?<=[\d点半一二三四五六日天])[,，… ]+(?P<mere>[啊哎欸诶唉哦噢喔呃额]+)[,，… ]*(?=到?[\d一二两三四五六七八九十]{1,2}[点:]|[周星礼])|(?<!还)还是(?=(?:周|星期|礼拜|早|晚|上|下|中|明|后|\d|[一二两三四五六七八九十]点?)\S{0,8}(?:吧|好了|啦|比较|更))"
    r")"
)
# 不对,周三也在: told as well, and nothing taken back.
_AS_WELL = re.compile(
    r"[,， ]*[^,，。;；]{0,6}(?:也|都|亦|同样)(?!可|行|得|好|忙|不|没|唔|冇|要|有事|有课|约|在忙|上班)"
)
# A clause that answers for itself, behind which another tells the hours.
_FAR = 30
_NEAR = 14
_OWN = frozenset({Kind.WISH, Kind.REFUSE, Kind.SUITS, Kind.UNSUITED, Kind.ONLY})

type Told = tuple[list[Mark], list[Mark], list[Mark]]


def put_right(text: str, breaks: list[Mark], cues: list[Mark], told: Told) -> Told:
    """Hours, single days and weekdays without those taken back; what is said instead stands in their place."""
    for match in _TAKES_BACK.finditer(text):
        if _AS_WELL.match(text, match.end()):
            continue
        hours, once, weekly = told
        hours = _instead(hours, match, breaks, cues)
        days = _instead([*once, *weekly], match, breaks, cues)
        told = (
            hours,
            [mark for mark in days if mark.kind is Kind.DATES],
            [mark for mark in days if mark.kind is Kind.DAYS],
        )
    return told


def _instead(marks: list[Mark], match: re.Match[str], breaks: list[Mark], cues: list[Mark]) -> list[Mark]:
    ordered = sorted(marks, key=lambda mark: mark.start)
    gone = [mark for mark in ordered if match.start() - _FAR < mark.start and mark.end <= match.start()][-1:]
    stops = [one.start for one in breaks if one.value == STOP and one.start >= match.end()]
    end = min([*stops, match.end() + _FAR])
    anew = [mark for mark in ordered if match.end() <= mark.start < end]
    if (
        gone
        and anew
        and gone[0].kind is Kind.HOURS
        and anew[0].value == gone[0].value
        and _busy_with(anew[0], cues, breaks)
    ):
        return [mark for mark in ordered if mark is not gone[0]]  # 中午可以,喔不中午要开会
    while anew and _busy_with(anew[0], cues, breaks):
        anew = anew[1:]
    if gone and match["mere"] and (match.start() > gone[0].end or (anew and anew[0].start > match.end())):
        return ordered
    if (
        gone
        and "改" in match[0]
        and any(cue.kind is Kind.REFUSE and gone[0].start - _NEAR < cue.start < match.start() for cue in cues)
    ):
        return ordered  # 别老是早上打,改成晚上七点半
    if not (gone and anew) or anew[0].start - match.end() > (_NEAR if anew[0] is ordered[-1] else _FAR):
        return ordered
    left = [mark for mark in ordered if mark is not gone[0]]
    clause_ends = min((one.start for one in breaks if one.start >= anew[0].end), default=len(match.string))
    if any(cue.kind in _OWN and anew[0].end <= cue.start < clause_ends for cue in cues):
        return left
    shaped = _in_the_shape(_of_that_half(anew[0], gone[0], match.string), gone[0])
    return [
        replace(shaped, start=gone[0].start, end=gone[0].end) if mark is anew[0] else mark for mark in left
    ]


def _busy_with(mark: Mark, cues: list[Mark], breaks: list[Mark]) -> bool:
    """九点要接孙子: why it does not suit."""
    ends = min((one.start for one in breaks if one.start >= mark.end), default=mark.end + _NEAR)
    own = [cue for cue in cues if mark.end <= cue.start < ends]
    return bool(own) and own[0].kind in (Kind.BUSY, Kind.ENDS, Kind.BEGINS)


_HALF_TOLD = re.compile(r"[早晨朝上中午下昼晚夜凌]|0\d:|1[3-9]|2\d")


def _of_that_half(anew: Mark, gone: Mark, text: str) -> Mark:
    """晚上七点到九点,打错,八点到十点: of the same half of the day."""
    one, other = anew.value, gone.value
    if not (isinstance(one, Stretch) and isinstance(other, Stretch) and one.exact and other.exact):
        return anew
    start, end = one.wanted[0]
    later = other.wanted[0][0] >= NOON or (other.shape is Shape.TO and other.wanted[0][1] > NOON)
    if (
        not later
        or min(end % DAY_END, NOON) != end % DAY_END
        or start >= NOON
        or _HALF_TOLD.search(text, anew.start, anew.end)
    ):
        return anew
    moved = {Shape.TO: (0, end + NOON), Shape.FROM: (start + NOON, DAY_END)}.get(
        one.shape, (start + NOON, end + NOON)
    )
    return replace(anew, value=Stretch.of(one.shape, *moved))


def _in_the_shape(anew: Mark, gone: Mark) -> Mark:
    """四点以后打,不对五点: after five."""
    one, other = anew.value, gone.value
    if not (isinstance(one, Stretch) and isinstance(other, Stretch)):
        return anew
    start = one.wanted[0][0]
    if one.shape is Shape.TO and other.shape is Shape.SPAN and other.wanted[0][0] < one.wanted[0][1]:
        return replace(anew, value=Stretch.of(Shape.SPAN, other.wanted[0][0], one.wanted[0][1]))
    if one.shape is not Shape.AT:
        return anew
    if other.shape is Shape.FROM:
        return replace(anew, value=Stretch.of(Shape.FROM, start, DAY_END))
    return replace(anew, value=Stretch.of(Shape.TO, 0, start)) if other.shape is Shape.TO else anew
