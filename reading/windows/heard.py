"""A statement as it was heard, and the windows that its times come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from reading.windows.hours import ALL_DAYS, DAY_END, Window
from reading.windows.marks import Kind, Shape, Stretch
from reading.windows.statements import Stance, Statement
from reading.windows.times import Times

POSITIVE = frozenset({Stance.WISH, Stance.FREE, Stance.ENDS, Stance.NONE})


_WHOLE = ((0, DAY_END),)


@dataclass
class Said:
    """A statement and the windows it gives; a `reason` yields to what is asked for elsewhere."""

    statement: Statement
    stance: Stance
    times: tuple[Times, ...]
    windows: list[Window] = field(default_factory=list)
    reason: bool = False
    asked: bool = True


def only_days(times: Sequence[Times]) -> bool:
    return bool(times) and all(not group.hours and not group.dayless for group in times)


def by_the_clock(times: Sequence[Times]) -> bool:
    return any(stretch.exact for group in times for stretch in group.hours)


def windows_in(times: Sequence[Times], stance: Stance) -> list[Window]:
    found: list[Window] = []
    for group in times:
        for stretch in group.hours or (None,):
            wanted, pieces = _pieces(stretch, stance)
            for place, (start, end) in enumerate(pieces):
                found += _on_days(_the_day_after(group) if place else group, start, end, wanted)
    return found


def _the_day_after(group: Times) -> Times:
    """ "Tonight 10 pm to 6 am": behind midnight it is the next day."""
    return replace(group, dates=tuple(on + timedelta(days=1) for on in group.dates))


def _on_days(group: Times, start: int, end: int, wanted: bool) -> list[Window]:
    if group.dates:
        return [Window((), start, end, wanted, on) for on in group.dates]
    return [Window(group.days or ALL_DAYS, start, end, wanted)]


def _pieces(stretch: Stretch | None, stance: Stance) -> tuple[bool, Sequence[tuple[int, int]]]:
    """Whether a stretch is wanted under a stance, and from when to when."""
    wanted = stance in POSITIVE
    if stretch is None:
        return wanted, () if stance is Stance.BEGINS else _WHOLE
    if stance in (Stance.ENDS, Stance.BEGINS) and stretch.shape is Shape.SPAN:
        return False, stretch.refused  # "Out from one to eleven, then I'm back".
    if stance is Stance.BUSY and stretch.shape is Shape.AT:
        return False, ()
    if stance is Stance.ENDS:
        return True, ((edge(stretch, after=True), DAY_END),)
    if stance is Stance.BEGINS:
        return False, () if stretch.shape in (Shape.AT, Shape.TO) else stretch.refused
    if stance is Stance.BUSY and stretch.shape is Shape.TO and stretch.till is not None:
        return True, ((stretch.till, DAY_END),) if stretch.till < DAY_END else ()
    return wanted, stretch.pieces(wanted)


def edge(stretch: Stretch, *, after: bool, late: bool = False) -> int:
    """Where "after that" begins, or "before that" ends."""
    start, end = stretch.wanted[0][0], stretch.wanted[-1][1]
    if stretch.shape is Shape.TO:
        return stretch.till if stretch.till is not None else end
    if stretch.shape is Shape.AT and late and stretch.till is not None and after:
        return stretch.till  # "I go to bed at 8, nothing after that".
    if stretch.shape in (Shape.FROM, Shape.AT):
        return start
    return end if after else start


def on_those(times: Sequence[Times], days: Sequence[Times]) -> tuple[Times, ...]:
    return tuple(replace(group, days=day.days, dates=day.dates) for day in days for group in times)


def refusable(times: Sequence[Times]) -> tuple[Times, ...]:
    """The times as a refusal means them: "I sleep till two, don't call me" is up to two."""
    return tuple(replace(group, hours=tuple(_up_to(one) for one in group.hours)) for group in times)


def _up_to(stretch: Stretch) -> Stretch:
    if stretch.shape is Shape.TO and stretch.till is not None:
        return replace(stretch, refused=((0, stretch.till),))
    return stretch


def from_then_on(times: Sequence[Times]) -> tuple[Times, ...]:
    """ "I'm in bed by ten, don't call": from ten on."""
    return tuple(replace(group, hours=tuple(_onwards(one) for one in group.hours)) for group in times)


def whole(window: Window) -> bool:
    return (window.start, window.end) == (0, DAY_END)


def _onwards(stretch: Stretch) -> Stretch:
    if stretch.shape is not Shape.AT:
        return stretch
    return Stretch.of(Shape.FROM, stretch.wanted[0][0], DAY_END)


_MORNING, _NOON = 6 * 60, 12 * 60


def cut_short(heard: list[Said]) -> None:
    """ "Not in the morning, after half past eight": a part of the day is refused up to the hour from which it suits."""
    for place, said in enumerate(heard):
        later = [
            window.start
            for other in heard[place + 1 :]
            if by_the_clock(other.times) and all(group.dayless for group in other.times)
            for window in other.windows
            if window.wanted and window.end == DAY_END
        ]
        if said.stance is Stance.REFUSE and said.times and not by_the_clock(said.times):
            said.windows = [_only_to(window, later) for window in said.windows]


def _only_to(window: Window, opens: Sequence[int]) -> Window:
    start = _MORNING if window.start == 9 * 60 and window.end == _NOON else window.start
    end = next((at for at in opens if start < at < window.end), None)
    return window if end is None or window.wanted or whole(window) else replace(window, start=start, end=end)


def at_the_other_end(statement: Statement, before: Sequence[Statement]) -> bool:
    """ "Only on Sundays please? Weekdays my boss is around": days told, of the one end of the week, where only the other is asked for."""
    days = [group.days or () for group in statement.times if not (group.hours or group.dates)]
    told = [group.days or () for one in before if one.has(Kind.ONLY) for group in one.times]
    ends = [{day > 4 for each in of for day in each} for of in (days, told)]
    return len(days) == len(statement.times) and all(len(end) == 1 for end in ends) and ends[0] != ends[1]
