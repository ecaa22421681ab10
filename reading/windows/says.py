"""What statements come to: the windows in which the borrower is to be reached, or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reading.windows.heard import (
    POSITIVE,
    Said,
    at_the_other_end,
    by_the_clock,
    cut_short,
    on_those,
    refusable,
    whole,
    windows_in,
)
from reading.windows.hours import ALL_DAYS, DAY_END, Window
from reading.windows.looking_back import (
    alike,
    beside_told,
    between_told,
    days_of_the_told,
    free_then,
    in_between,
    of_the_told,
    on_told_days,
    otherwise,
    until_the_end,
)
from reading.windows.marks import Kind, Shape, Stretch
from reading.windows.statements import Stance, Statement
from reading.windows.times import Times

# What a statement without times may say of bare ones before it.
_JUDGES = frozenset({Stance.REFUSE, Stance.WISH, Stance.BUSY})


# "No calls at work": the hours of most people's work.
_AT_WORK = Times(hours=(Stretch.of(Shape.PART, 9 * 60, 17 * 60),))
_NINE_TO_FIVE = Window(ALL_DAYS, 9 * 60, 17 * 60)
_NINE_TO_FIVE_OFF = replace(_NINE_TO_FIVE, wanted=False)


def windows_of(statements: Sequence[Statement], asked: Sequence[bool]) -> list[Window]:
    """The windows of a message, in the order in which they were told; only what is `asked` gives any."""
    heard: list[Said] = []
    for statement, stance, counts in zip(statements, _stances(statements), asked, strict=True):
        if stance is not Stance.ASIDE:
            _hear(heard, statement, stance, counts)
            heard[-1].asked = heard[-1].asked and counts
    for said in heard:
        said.windows = said.windows if said.asked else []
    _on_the_one_day(heard)
    _drop_guessed(heard)
    cut_short(heard)
    _drop_reasons(heard)
    _drop_told_closer(heard)
    told = [window for said in heard for window in said.windows]
    windows = _merged([one for place, one in enumerate(told) if not _taken_back(one, told[place + 1 :])])
    windows = [one for one in windows if one.wanted or replace(one, wanted=True) not in windows]
    return [window for window in windows if not _at_all_times(window) and not _told_wider(window, windows)]


def _taken_back(window: Window, since: Sequence[Window]) -> bool:
    """ "Tomorrow no, well, tomorrow yes, but at nine": what is said of the same day last."""
    return any(
        other.wanted is not window.wanted
        and (other.on, other.days) == (window.on, window.days)
        and whole(other if window.wanted else window)
        for other in since
    )


def _told_wider(window: Window, windows: list[Window]) -> bool:
    """ "Dialysis at 9, not that day", "tomorrow I can't pick up all day": refused within a whole day that is refused."""
    if window.wanted:  # "The nurse comes at seven, I can talk after seven"
        return window.end == window.start + 60 < DAY_END and replace(window, end=DAY_END) in windows
    days = [other for other in windows if not other.wanted and whole(other) and other != window]
    if whole(window):
        return not window.on and window.days == ALL_DAYS and any(other.on for other in days)
    return any((other.on, other.days) == (window.on, window.days) for other in days)


def _at_all_times(window: Window) -> bool:
    """ "Text me any time" tells no time."""
    return window.wanted and not window.on and window.days == ALL_DAYS and whole(window)


def _merged(windows: list[Window]) -> list[Window]:
    """Days with the same hours told as one: "not Tuesdays, and Thursdays neither"."""
    merged: list[Window] = []
    for window in windows:
        same = [
            place
            for place, one in enumerate(merged)
            if replace(one, days=window.days) == window and not one.on
        ]
        if window.on or not same:
            merged += [] if window in merged else [window]
            continue
        days = tuple(sorted({*merged[same[0]].days, *window.days}))
        merged[same[0]] = replace(window, days=days)
    return merged


def _stances(statements: Sequence[Statement]) -> list[Stance]:
    """Each statement's own stance; times that nothing judges take it of a neighbour that names no times."""
    stances = [statement.stance for statement in statements]
    for place, statement in enumerate(statements):
        if stances[place] is Stance.NONE and at_the_other_end(statement, statements[:place]):
            stances[place] = Stance.ASIDE
        following = statements[place + 1] if place + 1 < len(statements) else None
        if stances[place] is Stance.NONE and statement.times and following is not None:
            beside = following.has(Kind.AFTER_THEN, Kind.BEFORE_THEN, Kind.OTHERWISE)
            if not (following.times or beside) and following.stance in _JUDGES:
                stances[place] = following.stance
        before = statements[place - 1] if place else None
        if stances[place] is Stance.NONE and statement.times and before is not None and before.strong:
            whole = not (by_the_clock(statement.times) or statement.has(Kind.OTHERWISE))
            if before.stance is Stance.REFUSE and not before.times and whole:
                stances[place] = Stance.REFUSE
        if stances[place] is Stance.NONE and statement.times and before is not None and not before.times:
            if before.stance is Stance.BUSY and statement.start - before.end <= 1:
                stances[place] = Stance.BUSY  # "Lectures Tuesdays 10 to 4".
            refused = statements[place - 2] if before.stance is Stance.BUSY and place > 1 else before
            bare = refused.stance is Stance.REFUSE and not refused.times and not before.at_work
            if bare and Kind.BUSY in refused.cues | before.cues and _spans(statement.times):
                stances[place] = Stance.REFUSE  # "Not when I'm in church, Sundays 11 to 1".
    return stances


def _hear(heard: list[Said], statement: Statement, stance: Stance, counts: bool) -> None:
    """Add what a statement says in the light of those before it."""
    told = next((said for said in reversed(heard) if said.times), None)
    if statement.has(Kind.OTHERWISE) and not statement.excepted:
        heard.append(otherwise(heard, statement, stance, told))
        return
    beside = statement.has(Kind.AFTER_THEN, Kind.BEFORE_THEN) and (
        told or not statement.times or stance is not Stance.WISH
    )
    if beside and not by_the_clock(statement.times):
        heard.append(beside_told(heard, statement, stance, told))
        return
    if stance is Stance.WISH and statement.has(Kind.THEN) and not statement.times:
        told = free_then(heard, told)
    timed = told is not None and by_the_clock(told.times)
    if not statement.times and statement.at_work and stance is Stance.REFUSE and not timed:
        heard.append(Said(statement, stance, (_AT_WORK,), windows_in((_AT_WORK,), stance)))
        return
    between = between_told(heard, stance) if statement.has(Kind.THEN) else None
    if between and not by_the_clock(statement.times):
        heard.append(in_between(heard, statement, stance, between))
        return
    if stance is Stance.WISH and told is not None and told is heard[-1] and _whenever(statement, told):
        told.windows, told.stance, told.reason = windows_in(told.times, Stance.WISH), Stance.WISH, False
        told.asked = told.asked or statement.strong
        return
    if not statement.times and not statement.excepted:
        if heard and heard[-1].statement.has(Kind.OTHERWISE) and stance is Stance.REFUSE:
            told = None  # "Mondays 10 to 12, the other days I don't pick up".
        for said in alike(heard, told, statement) if stance is Stance.REFUSE else ():
            of_the_told(statement, stance, said, counts)
        heard.append(of_the_told(statement, stance, told, counts))
        return
    if (
        stance is Stance.REFUSE
        and told is not None
        and told is heard[-1]
        and _of_the_evening(statement, told)
    ):
        heard.append(of_the_told(statement, stance, told, counts))
        return
    ends = stance in (Stance.ENDS, Stance.BUSY) and told is not None and told is heard[-1]
    if ends and told is not None and until_the_end(told, statement, stance):
        return
    if stance is Stance.ENDS and told is not None and told is heard[-1] and told.stance is Stance.ENDS:
        told.windows = []  # "I get off at six. I'm home at half past seven".
    if told is not None and told is heard[-1] and _tells_when(told, statement, stance):
        stance, counts = Stance.REFUSE, True
        if told.windows == [_NINE_TO_FIVE_OFF]:
            told.windows = []
    times = on_told_days(statement, stance, told, heard)
    if stance is Stance.REFUSE and statement.has(Kind.BUSY):
        times = refusable(times)
    if days_of_the_told(statement, stance, told, heard):
        return
    said = Said(statement, stance, times)
    if statement.excepted and not times and stance is Stance.WISH and statement.has(Kind.THEN):
        of_the_told(statement, stance, told, counts)  # "Naps 1 to 3, I can talk then, just not Sundays".
    if statement.excepted:
        said.windows = _excepting(statement, stance, times, heard)
    else:
        said.windows = windows_in(times, stance)
    said.reason = stance in (Stance.BUSY, Stance.ENDS, Stance.BEGINS) or (
        stance is Stance.FREE and not by_the_clock(times)
    )
    heard.append(said)


def _whenever(statement: Statement, told: Said) -> bool:
    """ "Two to five I'm at the shop, call any time": any time then."""
    shapes = {stretch.shape for group in statement.times for stretch in group.hours}
    dayless = all(group.dayless for group in statement.times)
    busy = told.stance in (Stance.BUSY, Stance.FREE, Stance.NONE)
    return shapes == {Shape.ANY} and dayless and busy and _spans(told.times)


def _spans(times: Sequence[Times]) -> bool:
    return any(stretch.shape is Shape.SPAN for group in times for stretch in group.hours)


_EVENING = 18 * 60


def _of_the_evening(statement: Statement, told: Said) -> bool:
    """九点以后娃睡了,晚上别打: the evening that is refused begins with the hour told."""
    hours = [stretch for group in statement.times for stretch in group.hours if group.dayless]
    evening = bool(hours) and all(one.shape is Shape.PART and one.wanted[0][0] >= _EVENING for one in hours)
    begun = [stretch for group in told.times for stretch in group.hours]
    late = bool(begun) and all(
        one.shape in (Shape.FROM, Shape.AT) and max(one.wanted[0][0], one.refused[0][0]) >= _EVENING
        for one in begun
    )
    return evening and late and told.stance in (Stance.BUSY, Stance.BEGINS, Stance.NONE)


def _tells_when(told: Said, statement: Statement, stance: Stance) -> bool:
    """ "Don't call my work. I'm there 8 to 5": the hours of what was refused by its name."""
    parts = all(group.hours and group.dayless and not by_the_clock([group]) for group in told.times)
    refused = told.stance is Stance.REFUSE and stance is Stance.BUSY and bool(told.windows)
    return refused and parts and by_the_clock(statement.times)


def _excepting(
    statement: Statement, stance: Stance, times: tuple[Times, ...], heard: list[Said]
) -> list[Window]:
    """ "Any day but Sunday, 4 to 8": the days that are left; hours excepted are refused."""
    days = {day for group in statement.excepted for day in group.days or ()}
    if stance is Stance.REFUSE and not times:
        return windows_in(statement.excepted, Stance.WISH)  # "Don't call, except Sundays".
    wanted = windows_in(times, stance)
    if not wanted and days:
        before = [said for said in heard if any(window.wanted and not window.on for window in said.windows)]
        for said in before:
            said.windows = [
                replace(window, days=tuple(day for day in window.days if day not in days))
                if window.wanted and not window.on
                else window
                for window in said.windows
            ]
        all_day = all(window.days and whole(window) for said in before for window in said.windows)
        if before and not all_day:
            return []
        for said in before:
            said.windows = []
        return [Window(tuple(sorted(days)), 0, DAY_END, wanted=False)]
    if days and all(
        (window.start, window.end) == (0, DAY_END) and window.days == ALL_DAYS for window in wanted
    ):
        return _refused(statement.excepted)
    if days and not any(group.hours for group in statement.excepted):
        return [
            replace(window, days=tuple(day for day in window.days if day not in days))
            if not window.on
            else window
            for window in wanted
        ]
    named = [group for group in times if group.dates or group.days not in (None, ALL_DAYS)]
    if named and all(map(whole, wanted)) and all(group.dayless for group in statement.excepted):
        return wanted + _refused(on_those(statement.excepted, named))  # "Saturdays ok but not 3 to 5".
    timed = [window for window in wanted if (window.start, window.end) != (0, DAY_END)]
    return timed + _refused(statement.excepted)


def _refused(times: Sequence[Times]) -> list[Window]:
    return windows_in(times, Stance.REFUSE)


def _on_the_one_day(heard: list[Said]) -> None:
    """Hours in a message that names one single day, and no other, are those of that day."""
    dates: set[date] = {on for said in heard for group in said.times for on in group.dates}
    weekly = any(said.statement.has(Kind.OTHERWISE) for said in heard) or any(
        group.days is not None for said in heard for group in said.times
    )
    if len(dates) != 1 or weekly:
        return
    (on,) = dates
    for said in heard:
        said.windows = [window if window.on else replace(window, days=(), on=on) for window in said.windows]
    closer = {
        window.on
        for said in heard
        for window in said.windows
        if window.on and window.wanted and not whole(window)
    }
    for said in heard:
        others = (other for other in heard if other is not said and other.stance is not Stance.BUSY)
        loose = said.stance in POSITIVE and not by_the_clock(said.times)
        loose = loose and any(by_the_clock(other.times) for other in others)
        said.windows = [
            window for window in said.windows if not ((whole(window) or loose) and window.on in closer)
        ]


def _drop_told_closer(heard: list[Said]) -> None:
    """ "Weekdays suit me, call me Tuesday 1 to 3": what only suits yields to the hours asked for within it."""
    asked = [
        window
        for said in heard
        if said.statement.strong and by_the_clock(said.times)
        for window in said.windows
        if window.wanted
    ]
    closer = [one for said in heard for one in said.windows if one.wanted and not whole(one)]
    for said in heard:
        if said.stance is Stance.WISH and not said.statement.strong and not by_the_clock(said.times):
            said.windows = [one for one in said.windows if not any(_within(other, one) for other in asked)]
        if said.stance is Stance.FREE and by_the_clock(said.times):  # 下午两点后我休息,两点半打
            said.windows = [one for one in said.windows if not any(_later(other, one) for other in asked)]
        if said.stance is Stance.WISH and not said.statement.strong and len(said.windows) == 1:
            said.windows = [
                one
                for one in said.windows
                if not (whole(one) and any((one.on, one.days) == (other.on, other.days) for other in closer))
            ]


def _later(one: Window, other: Window) -> bool:
    """Whether it is an hour within the open end of the other."""
    return other.end == DAY_END and other.start < one.start and one.end < DAY_END and _within(one, other)


def _within(one: Window, other: Window) -> bool:
    days = (one.on == other.on) if other.on else not one.on and set(one.days) <= set(other.days)
    return bool(days) and one.start < other.end and other.start < one.end


def _declines_on_days(said: Said, asked: list[Window]) -> bool:
    """周日不接: on days of which nothing else is said, not to answer is no reason but the wish itself."""
    if said.stance is not Stance.BUSY:
        return False
    if by_the_clock(said.times) and all(one.dates for one in said.times):  # 明天白班8点到18点接不了
        return not any(
            window.wanted and (not window.on or window.on in one.dates)
            for window in asked
            for one in said.times
        )
    if not said.statement.declines:
        return False
    if not said.times or any(one.hours or not one.days for one in said.times):
        return False
    days = {day for one in said.times for day in one.days or ()}
    return not any(window.wanted and set(window.days) <= days for window in asked)


def _of_other_days(said: Said, asked: list[Window]) -> bool:
    """ "Not Tuesdays, that's chemo. Thursdays I'm too tired until two": beside days that are refused alone."""
    days = {day for one in asked for day in (one.on, *one.days)}
    own = bool(said.windows) and not any(
        days & ({one.on} if one.on else {*one.days}) or one.days == ALL_DAYS for one in said.windows
    )
    return own and not any(one.wanted or not whole(one) for one in asked) and by_the_clock(said.times)


def _drop_guessed(heard: list[Said]) -> None:
    """ "Not at work, only at lunch, 1 to 2", "can't talk at work, I finish at 6": the hours of most people's work yield."""
    for said in heard:
        if said.times == (_AT_WORK,) and any(
            other is not said and (other.stance is Stance.ENDS or _within(window, _NINE_TO_FIVE))
            for other in heard
            if by_the_clock(other.times)
            for window in other.windows
            if window.wanted
        ):
            said.windows = []


def _drop_reasons(heard: list[Said]) -> None:
    """What one does at what hours gives nothing where something is asked for."""
    asked = [window for said in heard if not said.reason for window in said.windows]
    clock = any(said.reason and said.windows and by_the_clock(said.times) for said in heard)
    for said in heard:  # "I sleep 9 to 5 because I work nights".
        if said.stance is Stance.BUSY and said.reason and clock and not by_the_clock(said.times):
            said.windows = []
    if not asked:
        return
    for said in heard:
        if (
            said.reason
            and not (_declines_on_days(said, asked) or _of_other_days(said, asked))
            and (
                said.stance in (Stance.BUSY, Stance.ENDS)
                or any(window.wanted for window in asked)
                or not by_the_clock(said.times)
            )
        ):
            said.windows = []
