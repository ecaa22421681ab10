"""Hours that a Chinese message puts forward without a word for being reached: 晚上吧; 白天随时; 平日七点到九点,假日不要."""

from __future__ import annotations

import re
from itertools import pairwise

from reading.windows.marks import BUT, Kind, Mark, Stretch

_LONGEST = 20
_REFUSED = frozenset({Kind.REFUSE, Kind.UNSUITED})
# 不能接,晚上吧: hours or a day put forward, whatever was said before.
_OFFER = re.compile(
    r"(?:吧|先|[啦喇咯啰囉]|好了|好啦|好唔好|好不好|行不行|行吗|得唔得|可以吗|如何|怎么样|点样)(?=$|[,，。.!！?？;；、 \n~)])"
)
_OPEN = re.compile(r"(?:后|前|间)$|[点半][到至~-]")
_NAMES_TIME = re.compile(
    r"(?:上|午|昼|晚|早|夜|后|前|点|半|钟|天|日|左右|之间|[周期拜][一二三四五六日天末])$"
)


def offered(left: str, text: str, cues: list[Mark]) -> list[Mark]:
    found = []
    for match in _OFFER.finditer(left):
        begins = max(left.rfind(end, 0, match.start()) for end in ",，。!！?？;；\n ") + 1
        said = text[begins : match.start()]
        named = _NAMES_TIME.search(said) and len(said) <= _LONGEST
        refused = any(cue.kind in _REFUSED and cue.end <= begins for cue in cues) and "都" not in said
        if match[0] in "啦喇咯啰囉" and not (refused or _OPEN.search(said)):
            continue  # 都十点啦, but 别早上打,晚上啦
        if named and not any(begins <= cue.start < match.end() for cue in cues):
            found.append(Mark(Kind.SUITS, match.start(), match.end()))
    return found


def whenever(text: str, times: list[Mark], cues: list[Mark], breaks: list[Mark]) -> list[Mark]:
    """晚上别打,白天随时: any time, behind a time and with nothing else in its clause, is asked for."""
    found = []
    for mark in times:
        if not text.startswith("随时", mark.start):
            continue
        begins = max((one.end for one in breaks if one.end <= mark.start), default=0)
        ends = min((one.start for one in breaks if one.start >= mark.end), default=len(text))
        led = any(begins <= one.start and one.end == mark.start for one in times)
        if led and not any(begins <= cue.start < ends for cue in cues):
            found.append(Mark(Kind.SUITS, mark.end - 1, mark.end))
    return found


_WEEKEND = {5, 6}


def told_against(weekly: list[Mark], hours: list[Mark], cues: list[Mark], breaks: list[Mark]) -> list[Mark]:
    """平日晚上七点到九点,假日不要: hours of the one end of the week suit where the other is refused as a whole."""
    found = []
    for day, other in pairwise(weekly):
        told = [one for one in hours if day.end <= one.start and one.end <= other.start]
        exact = [one for one in told if isinstance(one.value, Stretch) and one.value.exact]
        days, others = (set(one.value) if isinstance(one.value, tuple) else set() for one in (day, other))
        apart = (days <= _WEEKEND) is not (others <= _WEEKEND) and not days & others
        refused = any(cue.kind in _REFUSED and 0 <= cue.start - other.end <= 1 for cue in cues)
        judged = any(cue.start < other.start for cue in cues) or any(one.start >= other.end for one in hours)
        parted = any(one.end == other.start for one in breaks)
        if exact and apart and refused and parted and not judged:
            found += [
                Mark(Kind.SUITS, exact[-1].end - 1, exact[-1].end),
                Mark(Kind.BREAK, other.start, other.start, BUT),
            ]
    return found
