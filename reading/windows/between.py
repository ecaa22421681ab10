"""What a clause does to the hours that were said before it."""

from __future__ import annotations

import re
from dataclasses import replace

from reading.days import Seen
from reading.text import HAN
from reading.windows.clause import hours_of, windows_of
from reading.windows.hours import ALL_DAYS, DAY_END, Grammar, Window, weekdays
from reading.windows.refusals import WELCOME
from reading.windows.told import TOLD

# "Every day but Wednesday you may call, two to four": the days are left, not the hours.
_ANY_DAY = re.compile(r"\b(?:any ?day|every ?day|all week|(?:todos los|cualquier) dias?|a diario|diario)\b")


def hours_of_the_other_days(before: str, clause: str, grammar: Grammar) -> list[Window]:
    """The hours told with the days that are left out of "every day", on all the others."""
    named = weekdays(clause, grammar)
    if named is None or not _ANY_DAY.search(before) or _NOT_THEN.search(clause):
        return []
    left = tuple(day for day in ALL_DAYS if day not in named)
    return [
        Window(left, start, end)
        for hours in hours_of(clause, grammar, False)[0]
        for start, end in hours.stretches()
    ]


_NOT_THEN = re.compile(r"\b(?:no|not|don'?t|nunca|never|que (?:trabajo|estoy|ando)|porque|because)\b")


def days_told_last(before: list[Window], found: list[Window], clause: str, grammar: Grammar) -> list[Window]:
    """ "At lunch, 12 to 12:30, you can call me on weekdays": the days of the hours just told.

    Returns the windows of both, or none where the clause does not tell days alone."""
    if HAN.search(clause) or not before or len(found) != 1 or not grammar.topic.search(clause):
        return []
    if _ANY_HOUR.search(clause):
        return []
    (whole,) = found
    if (whole.start, whole.end) != (0, DAY_END) or whole.on or not whole.wanted or whole.days == ALL_DAYS:
        return []
    if any(
        one.days != ALL_DAYS or one.on or not one.wanted or one.end - one.start == DAY_END for one in before
    ):
        return []
    return [replace(one, days=whole.days) for one in before]


_ANY_HOUR = re.compile(
    r"\b(?:any ?time|whenever|all day|any hour|cualquier (?:hora|momento)|la hora que|todo el dia|also|too|tambien)\b|^\W*(?:y|and)\b"
)


def whole_week(windows: list[Window]) -> bool:
    return bool(windows) and all(
        (window.days, window.start, window.end, window.wanted) == (ALL_DAYS, 0, DAY_END, True)
        for window in windows
    )


def without_days(windows: list[Window], clause: str, grammar: Grammar) -> list[Window]:
    """ "Evenings except Thursday": the days that are left of what was just said."""
    named = set(weekdays(clause, grammar) or ())
    left = [replace(window, days=tuple(day for day in window.days if day not in named)) for window in windows]
    return [window for window in left if window.days or window.on]


def on_those_days(before: list[Window], found: list[Window], clause: str, grammar: Grammar) -> list[Window]:
    """ "Only on weekends, noon to 4": hours that name no day are those of the days just said without hours."""
    whole = [window for window in before if (window.start, window.end) == (0, DAY_END) and window.on is None]
    if (
        len(before) != 1
        or whole != before
        or re.match(r"\W*(?:ni|nor)\b", clause)
        or weekdays(clause, grammar) is not None
        or any(window.on is not None or window.wanted is not before[0].wanted for window in found)
        or not found
    ):
        return found
    days = before.pop().days
    return [replace(window, days=days) for window in found]


_ONLY_NOT = re.compile(
    r"\W*(?:(?:but|just|only|pero|solo|nomas|eso si) )*(?:not|never|no|nunca) (?:before|after|until|till?|antes|despues|hasta|pasad[oa]s)\b"
)


def cut(before: list[Window], found: list[Window], clause: str, grammar: Grammar) -> list[Window]:
    """ "Saturday, but not before 11": the hours of that day that are left."""
    if len(before) != 1 or len(found) != 1 or not _ONLY_NOT.match(clause):
        return found
    (whole,), (off,) = before, found
    told = whole.on or whole.days != ALL_DAYS
    if not (whole.wanted and told) or (whole.start, whole.end) != (0, DAY_END) or off.wanted:
        return found
    if off.on is not None or weekdays(clause, grammar) is not None or (off.start > 0) == (off.end < DAY_END):
        return found
    before.pop()
    start, end = (0, off.start) if off.start else (off.end, DAY_END)
    return [replace(whole, start=start, end=end)]


_AND = re.compile(r"(?:\band|\by|\bo|\bor|&) *$")


def joined_refusal(before: str, clause: str, last: str, grammar: Grammar) -> bool:
    """ "After nine and on Sundays please don't call": the refusal is of both, where the first says nothing else."""
    return bool(
        last
        and _AND.search(before)
        and grammar.unwanted.search(clause)
        and grammar.topic.search(clause)
        and not grammar.topic.search(last)
        and not grammar.loosely.search(last)
        and not WELCOME.search(last)
    )


# "Don't text before": before the hour just told.
_UNTIL_THEN = re.compile(
    r"\b(?:before|until|till?|earlier|sooner|antes)(?: (?:then|that|de eso|pls|please|por favor))?\W*$|(?:之前|以前)(?!的)|^\W*前"
)


# 我六点就把助听器拿掉了,之后请别打来: from the hour just told on.
_FROM_THEN = re.compile(r"^\W*(?:那|在那|这)?(?:之后|以后|过后)(?!的)")


# "El 24 voy a viajar, no me llamen".
_DAY_NAMED = re.compile(r"\b(?:el|los|dias?) (?:dia )?\d")
_THEN = re.compile(r"\b(?:then|those (?:times|hours|days)|that time|entonces|(?:esas|a esa) horas?)\b")


def refused(
    refusal: str, clause: str, found: list[Window], grammar: Grammar, language: str, seen: Seen
) -> list[Window]:
    """ "2 to 4 I eat, don't call": the times of the clause before a refusal that names none."""
    if WELCOME.search(clause) or grammar.payment.search(clause) or TOLD.search(clause):
        return []
    if found and _UNTIL_THEN.search(refusal):
        return [Window(window.days, 0, window.start, False, window.on) for window in found if window.start]
    told = found or windows_of(clause, grammar, language, seen, about=True, denied=True)
    if any(not window.wanted for window in found):
        return []
    if _FROM_THEN.match(refusal) and len(told) == 1 and told[0].end - told[0].start == _ONE_HOUR:
        return [replace(told[0], start=_later(told[0].start), end=DAY_END, wanted=False)]
    bounded = [
        window
        for window in told
        if (window.start > 0) == (window.end < DAY_END)
        or (HAN.search(clause) and window.start > 0)
        or (not window.start and _THEN.search(refusal))
        or (window.on is not None and bool(_DAY_NAMED.search(clause)))
    ]
    return [replace(window, wanted=False) for window in bounded]


# An hour told alone is read as one hour from then on.
_ONE_HOUR = 60


def _later(start: int) -> int:
    """The hour as one that waking people speak of: six, and nothing after it, is in the evening."""
    return start + DAY_END // 2 if start < 8 * 60 else start


def within(found: list[Window], previous: list[Window]) -> bool:
    """别凌晨发消息 0点到7点: the hours told next are about those of the part of day that was refused."""
    return (
        len(previous) == 1
        and not previous[0].wanted
        and previous[0].end - previous[0].start < DAY_END
        and all(
            window.start <= previous[0].end
            and previous[0].start <= window.end
            and window.on == previous[0].on
            for window in found
        )
    )


def told_closer(part: Window, by_clock: list[Window]) -> bool:
    """ "Mornings are best, 8 to 11": figures tell which hours of the part of day are meant."""
    return part.end - part.start < DAY_END and any(
        (told.days, told.on, told.wanted) == (part.days, part.on, part.wanted)
        and (told.start < part.end or (told.wanted and told.start == part.end))
        and part.start < told.end
        for told in by_clock
    )


def contradicted(part: Window, by_clock: list[Window]) -> bool:
    """ "I work nights so only after 4": the hours told by the clock hold, not the part of day within them."""
    return part.end - part.start < DAY_END and any(
        (told.days, told.on) == (part.days, part.on)
        and told.wanted is not part.wanted
        and told.start <= part.start
        and part.end <= told.end
        for told in by_clock
    )


def without_contraries(windows: list[Window]) -> list[Window]:
    """ "Wednesdays I don't drive, I can answer all day": of the very same time only the wish is left; that one works
    every day refuses nothing beside hours that are named."""
    wished = [replace(window, wanted=False) for window in windows if window.wanted]
    whole = Window(ALL_DAYS, 0, DAY_END, False)
    return [window for window in windows if window not in wished and not (window == whole and wished)]


def outermost(windows: list[Window]) -> list[Window]:
    """ "Asleep by eight, nothing after half seven": without the hours that lie within others of the same days."""
    return [one for one in windows if one.wanted or not any(_holds(other, one) for other in windows)]


def _holds(whole: Window, part: Window) -> bool:
    same = (whole.days, whole.on, whole.wanted) == (part.days, part.on, part.wanted)
    return same and whole != part and whole.start > 0 and whole.start <= part.start and part.end <= whole.end
