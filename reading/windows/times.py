"""Times put together: which hours are told of which days, and what is told twice.

As for statements, of all ways to cut the string of days and hours the one is taken in which they stand closest."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from itertools import pairwise

from reading.windows.marks import STOP, Kind, Mark, Shape, Stretch


@dataclass(frozen=True)
class Times:
    """Days (or single days) and the hours on them; without days, hours of any day, without hours the whole day."""

    days: tuple[int, ...] | None = None
    dates: tuple[date, ...] = ()
    hours: tuple[Stretch, ...] = ()

    @property
    def dayless(self) -> bool:
        return self.days is None and not self.dates


_WIDEST = 14


# Days with their hours behind, before or around them.
_TOLD_TOGETHER = re.compile(r"D+H*|H+D*|H+D+H+")


# Farther apart than this, in characters, two days are no list.
LISTED = 14


# A part of the day as short as this is told closer by any hours behind it: "at lunch, 2 to 3".
_AN_HOUR = 60
_AFTERNOON = (12 * 60, 18 * 60)


def grouped(times: list[Mark], piece: list[Mark], gaps: list[int]) -> list[Times]:
    """Days put to the hours that stand closest to them."""
    place = {id(mark): number for number, mark in enumerate(piece)}
    reach = [max([0, *gaps[place[id(one)] : place[id(other)]]]) for one, other in pairwise(times)]
    both = len({mark.kind is Kind.HOURS for mark in times}) > 1

    def cost(start: int, end: int) -> float | None:
        order = "".join("H" if mark.kind is Kind.HOURS else "D" for mark in times[start:end])
        if not _TOLD_TOGETHER.fullmatch(order):
            return None
        apart = sum(map(_side_by_side, times[start:end], times[start + 1 : end], reach[start : end - 1]))
        alone = 2.0 if both and len(set(order)) == 1 else 0.0
        turned = 0.5 if order.startswith("H") and order.endswith("H") and "D" in order else 0.0
        if turned and reach[start] > reach[end - 2]:
            turned = 2.0  # "10 to 6, Wednesdays after 9": the days lead to what follows.
        turned = 3.0 if turned and any_time(times[end - 1]) else turned
        return 1.0 + apart + alone + turned

    groups, last = [], 0
    for end in cheapest(len(times), cost):
        groups.append(_times(times[last:end], reach[last : end - 1]))
        last = end
    return [group for group in groups if not _told_closer(group, groups)]


def _told_closer(group: Times, groups: list[Times]) -> bool:
    """ "Fridays I've the brewer in, nothing till three on a Friday": days whose hours are told beside it."""
    if group.dayless or any(one.exact for one in group.hours):
        return False
    others = [other for other in groups if any(one.exact for one in other.hours)]
    on_days = any(group.days and set(group.days) <= set(other.days or ()) for other in others)
    on_dates = any(group.dates and set(group.dates) <= set(other.dates) for other in others)
    return on_days or on_dates


def _side_by_side(one: Mark, other: Mark, gap: int) -> float:
    """What it costs to take two times together."""
    if (one.kind is Kind.HOURS) is not (other.kind is Kind.HOURS):
        return (0.0, 1.0, 5.5, 3.0, 3.0)[gap]  # "Evenings and weekends" are two.
    if one.kind is Kind.HOURS:
        return 0.1 * (1 + gap)
    return 0.1 if other.start - one.end <= (LISTED if gap else 2) and gap < STOP else 3.0


def _times(marks: list[Mark], reach: list[int]) -> Times:
    days: set[int] = set()
    dates: list[date] = []
    weekly = False
    for mark in marks:
        if isinstance(mark.value, tuple):
            weekly = weekly or mark.kind is Kind.DAYS
            days |= {day for day in mark.value if isinstance(day, int)}
            dates += [day for day in mark.value if isinstance(day, date)]
    return Times(
        tuple(sorted(days)) if weekly and not dates else None,
        tuple(sorted(set(dates))),
        _hours(marks, reach),
    )


def _hours(marks: list[Mark], reach: list[int]) -> tuple[Stretch, ...]:
    """Without the part of the day that only leads to hours by the clock: "evenings 6 to 8", "mornings, 8 to 11"."""
    told: list[list[Stretch]] = []
    for mark, gap in zip(marks, [0, *reach], strict=True):
        if isinstance(mark.value, Stretch):
            if not told or (gap and _for_itself(told[-1], mark.value)):
                told.append([])
            told[-1].append(mark.value if gap else _till_noon(told[-1], mark.value))
    if any(one.exact for run in told for one in run):
        told = [[one for one in run if one.shape is not Shape.DAY] for run in told]
    closest = [stretch for run in told for stretch in _closest(run)]
    return tuple(dict.fromkeys(_between_both(closest)))


def _for_itself(run: list[Stretch], stretch: Stretch) -> bool:
    """Whether hours behind a comma or "or" are others, and not the same told closer."""
    if not stretch.exact:  # "Tonight from 9 to 10, just tonight".
        return not any(one.exact and _overlap(one, stretch) for one in run)
    if all(one.exact for one in run):
        return True
    start, end = run[-1].wanted[0]
    if run[-1].shape is Shape.PART and stretch.shape is Shape.AT and (start, end) == _AFTERNOON:
        end += 2 * _AN_HOUR  # "In the afternoons, around 6".
        return not start <= stretch.wanted[0][0] < end
    return not _overlap(run[-1], stretch) and end - start > _AN_HOUR


def _overlap(one: Stretch, other: Stretch) -> bool:
    (start, end), (first, last) = one.wanted[0], other.wanted[0]
    return start < last and first < end


def _closest(run: list[Stretch]) -> list[Stretch]:
    """Of what is told of the same hours the closest: by the clock, else the part of the day, else any time."""
    exact = [one for one in run if one.exact]
    parts = [one for one in run if one.shape is Shape.PART]
    return exact or parts or run


def _till_noon(run: list[Stretch], hours: Stretch) -> Stretch:
    """ "Mornings after ten": up to the end of the morning."""
    start, noon = hours.wanted[0][0], _AFTERNOON[0]
    morning = bool(run) and run[-1].shape is Shape.PART and run[-1].wanted[-1][1] == noon
    return (
        Stretch.of(Shape.SPAN, start, noon)
        if morning and hours.shape is Shape.FROM and start < noon
        else hours
    )


def _between_both(exact: list[Stretch]) -> list[Stretch]:
    """ "After two thirty, before five": the hours between; "before nine and after nine" stays two."""
    told: list[Stretch] = []
    for one in exact:
        start, end = (told[-1].wanted[0][0] if told else 0), one.wanted[-1][1]
        if told and told[-1].shape is Shape.FROM and one.shape is Shape.TO and start < end:
            told[-1] = Stretch.of(Shape.SPAN, start, end)
        else:
            told.append(one)
    return told


def any_time(mark: Mark) -> bool:
    """ "Any time", "whenever": as good as saying that it suits."""
    return isinstance(mark.value, Stretch) and mark.value.shape is Shape.ANY


def cheapest(length: int, cost: Callable[[int, int], float | None]) -> tuple[int, ...]:
    """Where the pieces end in the cheapest way to cut so many marks; `cost` answers None for what is no piece."""
    return cheapest_ways(length, cost, 1)[0][1]


type Way = tuple[float, tuple[int, ...]]


def cheapest_ways(length: int, cost: Callable[[int, int], float | None], most: int) -> list[Way]:
    """At most so many ways to cut, the cheapest first: what each costs, and where its pieces end."""
    ways: list[list[Way]] = [[] for _ in range(length)] + [[(0.0, ())]]
    for start in reversed(range(length)):
        options: list[Way] = []
        for end in range(start + 1, min(length, start + _WIDEST) + 1):
            own = cost(start, end)
            if own is not None:
                options += [(own + dear, (end, *ends)) for dear, ends in ways[end]]
        ways[start] = nsmallest(most, options)
    return ways[0]
