"""What statements come to: the windows in which the borrower is to be reached, or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reading.windows.hours import Window
from reading.windows.marks import ALL_DAYS, DAY_END, Kind, Shape, Stretch
from reading.windows.statements import Stance, Statement, Times

_POSITIVE = frozenset({Stance.WISH, Stance.FREE, Stance.ENDS, Stance.NONE})
_WHOLE = ((0, DAY_END),)
# Refused, and then why at those hours: "not at lunch, 11 to 2 is our rush".
_WHY = (Stance.REFUSE, Stance.BUSY)
# What a statement without times may say of bare ones before it.
_JUDGES = frozenset({Stance.REFUSE, Stance.WISH, Stance.BUSY})
# What a refusal without times of its own means: "Sundays I rest, don't call".
_REFUSED_NEXT = frozenset({Stance.BUSY, Stance.NONE, Stance.BEGINS, Stance.FREE})
# "No calls at work": the hours of most people's work.
_AT_WORK = Times(hours=(Stretch.of(Shape.PART, 9 * 60, 17 * 60),))


@dataclass
class _Said:
    """A statement and the windows it gives; a `reason` yields to what is asked for elsewhere."""

    statement: Statement
    stance: Stance
    times: tuple[Times, ...]
    windows: list[Window] = field(default_factory=list)
    reason: bool = False
    asked: bool = True


def windows_of(statements: Sequence[Statement], asked: Sequence[bool]) -> list[Window]:
    """The windows of a message, in the order in which they were told; only what is `asked` gives any."""
    heard: list[_Said] = []
    for statement, stance, counts in zip(statements, _stances(statements), asked, strict=True):
        if stance is not Stance.ASIDE:
            _hear(heard, statement, stance, counts)
            heard[-1].asked = heard[-1].asked and counts
    for said in heard:
        said.windows = said.windows if said.asked else []
    _on_the_one_day(heard)
    _drop_reasons(heard)
    windows = _merged([window for said in heard for window in said.windows])
    return [window for window in windows if not _at_all_times(window)]


def _at_all_times(window: Window) -> bool:
    """ "Text me any time" tells no time."""
    return window.wanted and not window.on and window.days == ALL_DAYS and _whole(window)


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
        following = statements[place + 1] if place + 1 < len(statements) else None
        if stances[place] is Stance.NONE and statement.times and following is not None:
            beside = following.has(Kind.AFTER_THEN, Kind.BEFORE_THEN, Kind.OTHERWISE)
            if not (following.times or beside) and following.stance in _JUDGES:
                stances[place] = following.stance
    return stances


def _hear(heard: list[_Said], statement: Statement, stance: Stance, counts: bool) -> None:
    """Add what a statement says in the light of those before it."""
    told = next((said for said in reversed(heard) if said.times), None)
    if statement.has(Kind.OTHERWISE) and not statement.excepted:
        heard.append(_otherwise(heard, statement, stance, told))
        return
    if statement.has(Kind.AFTER_THEN, Kind.BEFORE_THEN) and not _by_the_clock(statement.times):
        heard.append(_beside_told(statement, stance, told))
        return
    timed = told is not None and _by_the_clock(told.times)
    if not statement.times and statement.at_work and stance is Stance.REFUSE and not timed:
        heard.append(_Said(statement, stance, (_AT_WORK,), _windows((_AT_WORK,), stance)))
        return
    if statement.has(Kind.THEN) and (between := _between_told(heard)) and not _by_the_clock(statement.times):
        heard.append(_in_between(heard, statement, stance, between))
        return
    if not statement.times and not statement.excepted:
        for said in _alike(heard, told, statement) if stance is Stance.REFUSE else ():
            _of_the_told(statement, stance, said, counts)
        heard.append(_of_the_told(statement, stance, told, counts))
        return
    if stance is Stance.ENDS and told is not None and told is heard[-1] and _until_the_end(told, statement):
        return
    times = _on_told_days(statement, stance, told, heard)
    if stance is Stance.REFUSE and statement.has(Kind.BUSY):
        times = _refusable(times)
    if stance in _POSITIVE:
        times = tuple(_of_every_day(group) for group in times)
    if _days_of_the_told(statement, stance, told, heard):
        return
    said = _Said(statement, stance, times)
    if statement.excepted:
        said.windows = _excepting(statement, stance, times, heard)
    else:
        said.windows = _windows(times, stance)
    said.reason = stance in (Stance.BUSY, Stance.ENDS, Stance.BEGINS) or (
        stance is Stance.FREE and not _by_the_clock(times)
    )
    heard.append(said)


def _until_the_end(told: _Said, statement: Statement) -> bool:
    """ "In at nine, off at six": busy from the one to the other."""
    if told.stance not in (Stance.BUSY, Stance.BEGINS) or not told.times or not statement.times:
        return False
    hours = [stretch for group in (*told.times, *statement.times) for stretch in group.hours]
    if len(hours) != 2 or any(stretch.shape is not Shape.AT for stretch in hours):
        return False
    start, end = (stretch.wanted[0][0] for stretch in hours)
    if end <= start:
        return False
    told.times = (replace(told.times[0], hours=(Stretch.of(Shape.SPAN, start, end),)),)
    told.stance, told.windows, told.reason = Stance.BUSY, _windows(told.times, Stance.BUSY), True
    return True


def _between_told(heard: list[_Said]) -> Stretch | None:
    """ "I'm out at 12:30 and back in at 3", "I start at 7 and finish at 4": the hours between the two."""
    last = [said for said in heard if said.times][-2:]
    if {said.stance for said in last} != {Stance.ENDS, Stance.BEGINS}:
        return None
    edges = [_edge(group.hours[0], after=True) for said in last for group in said.times if group.hours]
    if len(edges) != 2 or not edges[0] < edges[1]:
        return None
    return Stretch.of(Shape.SPAN, *edges)


def _in_between(heard: list[_Said], statement: Statement, stance: Stance, between: Stretch) -> _Said:
    """The hours between two told before, wished or refused, on the days told with them or now."""
    last = [said for said in heard if said.times][-2:]
    days = [
        group
        for group in (*statement.times, *(one for said in last for one in said.times))
        if not group.dayless
    ]
    times = (Times(hours=(between,)),)
    said = _Said(statement, stance, _shared(times, days[:1]) if days else times)
    said.windows = _windows(said.times, stance)
    for one in last:
        one.windows = []
    return said


def _only_days(times: Sequence[Times]) -> bool:
    return bool(times) and all(not group.hours and not group.dayless for group in times)


def _by_the_clock(times: Sequence[Times]) -> bool:
    return any(stretch.exact for group in times for stretch in group.hours)


def _windows(times: Sequence[Times], stance: Stance) -> list[Window]:
    found: list[Window] = []
    for group in times:
        for stretch in group.hours or (None,):
            wanted, pieces = _pieces(stretch, stance)
            found += [window for start, end in pieces for window in _on_days(group, start, end, wanted)]
    return found


def _on_days(group: Times, start: int, end: int, wanted: bool) -> list[Window]:
    if group.dates:
        return [Window((), start, end, wanted, on) for on in group.dates]
    return [Window(group.days or ALL_DAYS, start, end, wanted)]


def _pieces(stretch: Stretch | None, stance: Stance) -> tuple[bool, Sequence[tuple[int, int]]]:
    """Whether a stretch is wanted under a stance, and from when to when."""
    wanted = stance in _POSITIVE
    if stretch is None:
        return wanted, () if stance is Stance.BEGINS else _WHOLE
    if stance in (Stance.ENDS, Stance.BEGINS) and stretch.shape is Shape.SPAN:
        return False, stretch.refused  # "Out from one to eleven, then I'm back".
    if stance is Stance.BUSY and stretch.shape is Shape.AT:
        return False, ()
    if stance is Stance.ENDS:
        return True, ((_edge(stretch, after=True), DAY_END),)
    if stance is Stance.BEGINS:
        return False, () if stretch.shape in (Shape.AT, Shape.TO) else stretch.refused
    if stance is Stance.BUSY and stretch.shape is Shape.TO and stretch.till is not None:
        return True, ((stretch.till, DAY_END),)
    return wanted, stretch.pieces(wanted)


def _edge(stretch: Stretch, *, after: bool, late: bool = False) -> int:
    """Where "after that" begins, or "before that" ends."""
    start, end = stretch.wanted[0][0], stretch.wanted[-1][1]
    if stretch.shape is Shape.TO:
        return stretch.till if stretch.till is not None else end
    if stretch.shape is Shape.AT and late and stretch.till is not None and after:
        return stretch.till  # "I go to bed at 8, nothing after that".
    if stretch.shape in (Shape.FROM, Shape.AT):
        return start
    return end if after else start


def _on_told_days(
    statement: Statement, stance: Stance, told: _Said | None, heard: list[_Said]
) -> tuple[Times, ...]:
    """The times of a statement, on the days told before where it names none itself and goes on from there."""
    if told is None or not statement.times:
        return statement.times
    if (
        statement.has(Kind.THEN)
        and _only_days(statement.times)
        and all(group.dayless for group in told.times)
    ):
        told.windows = []  # "12 to 1 is lunch, Mon to Fri you can call then".
        return _shared(told.times, statement.times)
    if not all(group.dayless for group in statement.times):
        return statement.times
    days = [group for group in told.times if not group.dayless]
    if not days:
        if stance is Stance.NONE or told.stance in (stance, Stance.NONE) or (told.stance, stance) == _WHY:
            _narrowed(statement, told, heard)
        return statement.times
    if statement.has(Kind.THEN):
        return _shared(statement.times, days)
    if not told.asked:
        return statement.times
    only_days = all(
        stretch.shape in (Shape.ANY, Shape.DAY) for group in told.times for stretch in group.hours
    )
    closer = _by_the_clock(statement.times) and not _by_the_clock(told.times)
    goes_on = told is heard[-1] and (
        (closer and told.stance is Stance.FREE)
        or (stance is told.stance is Stance.BUSY and _by_the_clock(statement.times))
        or (closer and told.stance is Stance.BUSY and (only_days or stance is Stance.REFUSE))
        or (only_days and told.stance in (Stance.FREE, Stance.WISH, Stance.NONE))
        or (only_days and all(group.dates for group in days))
        or (only_days and stance is Stance.NONE)
        or (only_days and told.stance is Stance.BUSY and stance is Stance.REFUSE)
    )
    if not goes_on:
        return statement.times
    if not _by_the_clock(told.times) and (
        told.stance is Stance.FREE or (told.stance in _POSITIVE) is (stance in _POSITIVE)
    ):
        told.windows = []
    return _shared(statement.times, days)


def _of_every_day(group: Times) -> Times:
    """ "This week only, before 10": as long as a week hours are those of every day."""
    return replace(group, dates=()) if len(group.dates) >= 7 and group.hours else group


def _days_of_the_told(statement: Statement, stance: Stance, told: _Said | None, heard: list[_Said]) -> bool:
    """ "12:30 to 1:15 I can answer, Mon Wed Fri only": days alone are those of the hours before them."""
    bare = not statement.has(
        Kind.WISH, Kind.REFUSE, Kind.SUITS, Kind.UNSUITED, Kind.FREE, Kind.BUSY, Kind.EXCEPT
    )
    only_days = bool(statement.times) and all(
        not group.hours and not group.dayless for group in statement.times
    )
    if told is None or told is not heard[-1] or not (bare and only_days) or stance not in _POSITIVE:
        return False
    if not all(group.dayless and group.hours for group in told.times) or not told.windows:
        return False
    told.times = _shared(told.times, statement.times)
    told.windows = _windows(told.times, told.stance)
    return True


def _narrowed(statement: Statement, told: _Said, heard: list[_Said]) -> None:
    """ "Mornings are best, 8 to 11": the hours take the place of the part of the day."""
    parts = all(group.hours and not _by_the_clock([group]) for group in told.times)
    if told is heard[-1] and parts and _by_the_clock(statement.times):
        told.windows = []


def _shared(times: Sequence[Times], days: Sequence[Times]) -> tuple[Times, ...]:
    return tuple(replace(group, days=day.days, dates=day.dates) for day in days for group in times)


def _alike(heard: list[_Said], told: _Said | None, statement: Statement) -> list[_Said]:
    """Those told in one breath before the last: "8 to 12 I've class, 2 to 4 too. Don't call then"."""
    before = [said for said in heard if said.times]
    alike: list[_Said] = []
    if told is None or told.stance not in (Stance.BUSY, Stance.NONE):
        return alike
    for said in reversed(before[: before.index(told)]):
        clock = _by_the_clock(said.times) or statement.has(Kind.THEN)
        if said.stance is not told.stance or not (clock and said.windows):
            break
        alike.append(said)
    return alike


def _of_the_told(statement: Statement, stance: Stance, told: _Said | None, counts: bool) -> _Said:
    """A statement without times means those told before: "9 to 5 I'm at work. Don't call then"."""
    said = _Said(statement, stance, ())
    if told is None or stance not in (Stance.REFUSE, Stance.WISH, Stance.BUSY):
        return said
    back = statement.has(Kind.THEN)
    if stance is Stance.REFUSE and (back or told.stance in _REFUSED_NEXT):
        if not (told.stance is Stance.WISH and statement.has(Kind.WISH, Kind.CHANNEL) and not back):
            meant = _from_then_on(told.times) if told.stance is Stance.BEGINS else told.times
            told.windows, told.reason = _windows(_refusable(meant), Stance.REFUSE), False
            told.stance, told.asked = Stance.REFUSE, told.asked or counts
    elif stance is Stance.WISH and (back or told.stance is Stance.FREE):
        if told.stance is not Stance.REFUSE:
            stands = told.stance in (Stance.BUSY, Stance.ENDS, Stance.FREE)
            told.windows = _windows(told.times, Stance.FREE if not stands else _welcome(told))
            told.reason, told.asked = False, told.asked or counts
    return said


def _welcome(told: _Said) -> Stance:
    """Busy until six, and call me then: from six on; busy from 9 to 5 is taken as it is."""
    shapes = {stretch.shape for group in told.times for stretch in group.hours}
    if told.stance is Stance.BUSY and shapes == {Shape.TO}:
        return Stance.BUSY
    return Stance.ENDS if told.stance is Stance.ENDS else Stance.WISH


def _refusable(times: Sequence[Times]) -> tuple[Times, ...]:
    """The times as a refusal means them: "I sleep till two, don't call me" is up to two."""
    return tuple(replace(group, hours=tuple(_up_to(one) for one in group.hours)) for group in times)


def _from_then_on(times: Sequence[Times]) -> tuple[Times, ...]:
    """ "I'm in bed by ten, don't call": from ten on."""
    return tuple(replace(group, hours=tuple(_onwards(one) for one in group.hours)) for group in times)


def _onwards(stretch: Stretch) -> Stretch:
    if stretch.shape is not Shape.AT:
        return stretch
    return Stretch.of(Shape.FROM, stretch.wanted[0][0], DAY_END)


def _up_to(stretch: Stretch) -> Stretch:
    if stretch.shape is Shape.TO and stretch.till is not None:
        return replace(stretch, refused=((0, stretch.till),))
    return stretch


def _beside_told(statement: Statement, stance: Stance, told: _Said | None) -> _Said:
    """ "After that", "before then": beside the times told before, on their days unless others are named."""
    said = _Said(statement, stance, ())
    if told is None or stance not in (Stance.REFUSE, Stance.WISH, Stance.NONE, Stance.FREE):
        return said
    if told.stance in (Stance.WISH, Stance.FREE) and stance in (Stance.REFUSE, Stance.NONE):
        return said  # "Call me from 6 to 8, not after that": as good as told.
    after = statement.has(Kind.AFTER_THEN)
    groups = []
    for group in told.times:
        for stretch in group.hours[-1:] if after else group.hours[:1]:
            late = stance is Stance.REFUSE or told.stance is Stance.BEGINS
            edge = _edge(stretch, after=after, late=late)
            piece = (edge, DAY_END) if after else (0, edge)
            if piece[0] < piece[1]:
                groups.append(replace(group, hours=(Stretch.of(Shape.SPAN, *piece),)))
    if not groups:
        return said
    days = [group for group in statement.times if not group.dayless]
    said.times = (
        _shared([replace(group, days=None, dates=()) for group in groups], days) if days else tuple(groups)
    )
    said.windows = _windows(said.times, Stance.REFUSE if stance is Stance.REFUSE else Stance.WISH)
    if told.stance is not Stance.REFUSE:
        told.windows = []
    return said


def _otherwise(heard: list[_Said], statement: Statement, stance: Stance, told: _Said | None) -> _Said:
    """ "The other days": all days but those told; hours alone have no other side that is worth telling."""
    said = _Said(statement, stance, ())
    gone = {day for one in heard for group in one.times for day in group.days or ()}
    if told is None or stance is Stance.BUSY or (stance is Stance.NONE and not statement.times):
        return said
    if not gone and any(group.dates for group in told.times):
        said.times, said.windows = statement.times, _windows(statement.times, stance)
        return said
    if not gone and stance is Stance.WISH and told.stance in _REFUSED_NEXT and _by_the_clock(told.times):
        told.windows, told.reason = _windows(told.times, Stance.REFUSE), False
    if not gone or len(gone) == 7:
        return said
    among = next((set(group.days) for group in statement.times if group.days), set(ALL_DAYS))
    left = tuple(sorted(among - gone))
    hours = [replace(group, days=left, dates=()) for group in statement.times if group.hours]
    refused = any(not window.wanted for one in heard for window in one.windows)
    wished = any(window.wanted for one in heard for window in one.windows)
    if not hours and ((stance is Stance.REFUSE) is wished or (refused and told.stance is Stance.REFUSE)):
        return said
    said.times = tuple(hours) or (Times(days=left),)
    said.windows = _windows(said.times, stance)
    return said


def _excepting(
    statement: Statement, stance: Stance, times: tuple[Times, ...], heard: list[_Said]
) -> list[Window]:
    """ "Any day but Sunday, 4 to 8": the days that are left; hours excepted are refused."""
    days = {day for group in statement.excepted for day in group.days or ()}
    if stance is Stance.REFUSE and not times:
        return _windows(statement.excepted, Stance.WISH)  # "Don't call, except Sundays".
    wanted = _windows(times, stance)
    if not wanted and days:
        before = [said for said in heard if any(window.wanted and not window.on for window in said.windows)]
        for said in before:
            said.windows = [
                replace(window, days=tuple(day for day in window.days if day not in days))
                if window.wanted and not window.on
                else window
                for window in said.windows
            ]
        whole = all(
            window.days and (window.start, window.end) == (0, DAY_END)
            for said in before
            for window in said.windows
        )
        if before and not whole:
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
    whole = [window for window in wanted if (window.start, window.end) != (0, DAY_END)]
    return whole + _refused(statement.excepted)


def _refused(times: Sequence[Times]) -> list[Window]:
    return _windows(times, Stance.REFUSE)


def _on_the_one_day(heard: list[_Said]) -> None:
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
        if window.on and window.wanted and not _whole(window)
    }
    for said in heard:
        said.windows = [window for window in said.windows if not (_whole(window) and window.on in closer)]


def _whole(window: Window) -> bool:
    return (window.start, window.end) == (0, DAY_END)


def _drop_reasons(heard: list[_Said]) -> None:
    """What one does at what hours gives nothing where something is asked for."""
    asked = [window for said in heard if not said.reason for window in said.windows]
    if not asked:
        return
    for said in heard:
        if said.reason and (
            said.stance in (Stance.BUSY, Stance.ENDS) or any(window.wanted for window in asked)
        ):
            said.windows = []
