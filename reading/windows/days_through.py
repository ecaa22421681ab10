"""From a part of one weekday to a part of another: 周五晚到周日晚别打, "no calls Friday evening to Sunday night"."""

from __future__ import annotations

import re

from reading.text import NOISE
from reading.windows.hours import DAY_END, Window

_DAYS = {
    **dict(zip("一二三四五六日", range(7), strict=True)), "天": 6, "末": 5,
    **dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), range(7), strict=True)),
    **dict(zip(("lun", "mar", "mie", "jue", "vie", "sab", "dom"), range(7), strict=True)),
}  # fmt: skip
# From when on it is that part of the day, and up to when.
_PARTS = (
    (re.compile(r"早|朝|晨|上午|morning|manana|\bam\b"), 6 * 60, 9 * 60),
    (re.compile(r"中午|noon|mediodia|lunch"), 12 * 60, 12 * 60),
    (re.compile(r"下午|下昼|afternoon|tarde|\bpm\b"), 12 * 60, 18 * 60),
    (re.compile(r"晚|夜|evening|night|noche"), 18 * 60, DAY_END),
)
_DAY_ZH, _PART_ZH = (
    "(?:周|星期|礼拜)([一二三四五六日天])",
    "([早晚夜]上?|夜晚|早晨|朝早|[上下]午|下昼|中午|傍晚)",
)
_DAY = r"(mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom)[a-z]*"
_PART = r" (?:(?:in|at|on|por|en|a|de) )?(?:(?:the|la) )?(morning|noon|afternoon|evening|night|am|pm|manana|mediodia|tarde|noche)"
_TO = r" ?(?:-|to|thru|through|until|till?|til|al?|hasta)(?: (?:el|la))? "
_THROUGH = (
    re.compile(rf"{_DAY_ZH}{_PART_ZH}(?:到|至|一直到|直到|~|-){_DAY_ZH}{_PART_ZH}"),
    re.compile(rf"\b(?:from |de |del |desde )?(?:el )?{_DAY}{_PART}{_TO}{_DAY}{_PART}\b", re.ASCII),
)


def through(text: str) -> tuple[tuple[Window, ...], str]:
    """The windows, as if refused, of the first such stretch in folded `text`, and the text without it."""
    for pattern in _THROUGH:
        told = pattern.search(text)
        if told is None:
            continue
        first, last = _DAYS[told[1]], _DAYS[told[3]]
        start, end = _edges(told[2])[0], _edges(told[4])[1]
        between = tuple(sorted((first + n) % 7 for n in range(1, (last - first) % 7)))
        windows = [Window((first,), start, DAY_END, wanted=False)]
        windows += [Window(between, 0, DAY_END, wanted=False)] if between else []
        windows.append(Window((last,), 0, end, wanted=False))
        return tuple(windows), text[: told.start()] + NOISE * len(told[0]) + text[told.end() :]
    return (), text


def _edges(part: str) -> tuple[int, int]:
    return next(((start, end) for named, start, end in _PARTS if named.search(part)), (0, DAY_END))
