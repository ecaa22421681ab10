"""Hours told in one Chinese clause and meant in the next: 六点关门，关门后打; 9点半关机，之后别打; 12点到2点休息，这时候打."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.text import HAN
from reading.windows.clause import hours_of
from reading.windows.hours import DAY_END, Grammar, Window, weekdays
from reading.windows.zh_refused import refuses_to_be_reached

_ASKS = re.compile(
    r"打(?!工|球|牌|麻|针|扫|卡)|找我|联[系络]|发|传|搵|揾|call|line|敲|回|覆|接|讲|可以|方便|得闲|有空|都?行|ok|随便|随意"
)
_AFTER = re.compile(
    r"(?:(?:这|那|呢|嗰)个?(?:之后|以后)|之后|以后|过后|完了?(?:之后|以后|后)?|等?过了|跟住|然后|[\u3400-\u9fff]后)(?:你们?|我)?(?:就|都|也|先|再|才|请|麻烦|拜托)*[^,，。]{0,2}?(?=打|找|联|发|传|搵|揾|call|line|敲|可以|都?[得行]|方便|ok|别|不|勿|唔|莫|随)"
)
_THEN = re.compile(
    r"(?:这|那|呢|嗰|该)(?:个|一|段)?(?:时间|时段|时候|钟|阵时?|期间|段|会儿?|点|空档|空当)|到时候?|^\W*(?:随时|随便|尽管)"
)
# An hour "at" which something happens is no longer than this, in minutes.
_MOMENT = 60


def meant_then_zh(clause: str, last: str, told: list[Window], grammar: Grammar) -> list[Window] | None:
    """The windows of a clause that means the hours `told` in the `last` one; None where it means none, or names its own."""
    if (
        not told
        or not HAN.search(clause)
        or hours_of(clause, grammar, False)[0]
        or weekdays(clause, grammar) is not None
    ):
        return None
    refuses, after = refuses_to_be_reached(clause), _AFTER.search(clause)
    if not (refuses or _ASKS.search(clause)):
        return None
    if after:
        return [
            replace(one, start=_past(one, last), end=DAY_END, wanted=not refuses) for one in told if one.end
        ]
    if _THEN.search(clause) and not refuses:
        return [replace(one, wanted=True) for one in told]
    return None


def _past(one: Window, last: str) -> int:
    """When what was told is over; of a moment, the moment itself."""
    if one.end == DAY_END:
        return one.start
    if one.end - one.start != _MOMENT or re.search(r"[到至~-]", last):
        return one.end
    return one.start
