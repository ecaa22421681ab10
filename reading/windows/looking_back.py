"""Statements that mean what was told before: "then", "after that", "those days", "the other days"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reading.windows.heard import (
    POSITIVE,
    Said,
    by_the_clock,
    edge,
    from_then_on,
    on_those,
    only_days,
    refusable,
    windows_in,
)
from reading.windows.hours import ALL_DAYS, DAY_END
from reading.windows.marks import Kind, Shape, Stretch
from reading.windows.statements import Stance, Statement
from reading.windows.times import Times

# Refused, and then why at those hours: "not at lunch, 11 to 2 is our rush".
_WHY = (Stance.REFUSE, Stance.BUSY)


# What a refusal without times of its own means: "Sundays I rest, don't call".
_REFUSED_NEXT = frozenset({Stance.BUSY, Stance.NONE, Stance.BEGINS, Stance.FREE})


def until_the_end(told: Said, statement: Statement, stance: Stance) -> bool:
    """ "In at nine, off at six", "home at one, asleep till nine": busy from the one to the other."""
    lasts = stance is Stance.BUSY
    begun = (Stance.BUSY, Stance.BEGINS, Stance.ENDS) if lasts else (Stance.BUSY, Stance.BEGINS)
    hours = [stretch for group in (*told.times, *statement.times) for stretch in group.hours]
    if told.stance not in begun or [one.shape for one in hours] != [
        Shape.AT,
        Shape.TO if lasts else Shape.AT,
    ]:
        return False
    start, end = hours[0].wanted[0][0], hours[1].till or hours[1].wanted[0][0]
    pieces = ((start, end),) if start < end else ((start, DAY_END), (0, end))
    if not 0 < end or (end <= start and not lasts) or not all(group.dayless for group in statement.times):
        return False
    told.times = (replace(told.times[0], hours=(Stretch(Shape.SPAN, pieces, pieces),)),)
    told.stance, told.windows, told.reason = Stance.BUSY, windows_in(told.times, Stance.BUSY), True
    return True


def between_told(heard: list[Said], stance: Stance) -> Stretch | None:
    """ "I'm out at 12:30 and back in at 3", "I start at 7 and finish at 4": the hours between the two."""
    last = [said for said in heard if said.times][-2:]
    if {said.stance for said in last} == {Stance.BUSY} and stance not in (Stance.REFUSE, Stance.BUSY):
        return _gap([one for said in last for group in said.times for one in group.hours][-2:])
    if {said.stance for said in last} != {Stance.ENDS, Stance.BEGINS}:
        return None
    edges = [edge(group.hours[0], after=True) for said in last for group in said.times if group.hours]
    if len(edges) == 2 and edges[1] <= edges[0] < edges[1] + DAY_END // 2:
        edges[1] += DAY_END // 2  # "I get off at two and I'm asleep by nine".
    if len(edges) != 2 or not edges[0] < edges[1] <= DAY_END:
        return None
    return Stretch.of(Shape.SPAN, *edges)


def _gap(busy: list[Stretch]) -> Stretch | None:
    """ "I work 7 to 11, then 4 to 9, call me in between": from the end of the one to the beginning of the other."""
    if len(busy) != 2 or any(one.shape is not Shape.SPAN for one in busy):
        return None
    start, end = busy[0].wanted[-1][1], busy[1].wanted[0][0]
    if end <= start < end + DAY_END // 2:
        start -= DAY_END // 2  # "6 till 10 and 4 till 8": the first of the morning.
    return Stretch.of(Shape.SPAN, start, end) if 0 < start < end else None


def in_between(heard: list[Said], statement: Statement, stance: Stance, between: Stretch) -> Said:
    """The hours between two told before, wished or refused, on the days told with them or now."""
    last = [said for said in heard if said.times][-2:]
    days = [
        group
        for group in (*statement.times, *(one for said in last for one in said.times))
        if not group.dayless
    ]
    times = (Times(hours=(between,)),)
    said = Said(statement, stance, on_those(times, days[:1]) if days else times)
    said.windows = windows_in(said.times, stance)
    for one in last:
        one.windows = []
    return said


def _first_on(times: tuple[Times, ...], told: Said) -> tuple[Times, ...]:
    """ "Sundays I'm off, call 10 to 6, Wednesdays after 9": the first hours are those of the day off."""
    if not times[0].dayless:
        return times
    told.windows = []
    return (*on_those(times[:1], told.times), *times[1:])


def on_told_days(
    statement: Statement, stance: Stance, told: Said | None, heard: list[Said]
) -> tuple[Times, ...]:
    """The times of a statement, on the days told before where it names none itself and goes on from there."""
    if told is None or not statement.times:
        return statement.times
    if statement.has(Kind.THEN) and only_days(statement.times) and all(group.dayless for group in told.times):
        told.windows = []  # "12 to 1 is lunch, Mon to Fri you can call then".
        return on_those(told.times, statement.times)
    if statement.has(Kind.THEN) and only_days(statement.times) and stance in POSITIVE:
        hours = next((one.times for one in reversed(heard) if by_the_clock(one.times)), ())
        if hours:  # "Tue and Thu I've class 6 to 8, those nights no, Mon and Wed at that hour yes".
            return on_those(_daily(hours), statement.times)
    if not all(group.dayless for group in statement.times):
        off = told.stance is Stance.FREE and told is heard[-1] and only_days(told.times)
        return _first_on(statement.times, told) if off else statement.times
    days = [group for group in told.times if not group.dayless]
    if stance is Stance.REFUSE and _all_day(statement.times):
        if statement.has(Kind.THEN) and not days:
            last = [one.times for one in heard if any(not group.dayless for group in one.times)][-1:]
            days = [group for times in last for group in times if not group.dayless]
        if statement.has(Kind.THEN) or any(group.dates for group in days):
            return on_those(statement.times, days)  # "Tomorrow I've a train at seven, don't call all day".
    if not days:
        if stance is Stance.NONE or told.stance in (stance, Stance.NONE) or (told.stance, stance) == _WHY:
            _narrowed(statement, told, heard)
        return statement.times
    if statement.has(Kind.THEN):
        told.windows = [] if told.stance is Stance.NONE and only_days(told.times) else told.windows
        return on_those(statement.times, days)
    if not (told.asked or (told.stance is stance is Stance.BUSY and only_days(told.times))):
        return statement.times
    told_whole = all(
        stretch.shape in (Shape.ANY, Shape.DAY) for group in told.times for stretch in group.hours
    )
    closer = by_the_clock(statement.times) and not by_the_clock(told.times)
    dated = by_the_clock(statement.times) and all(len(group.dates) > 1 for group in days)
    goes_on = _told_last(told, heard) and (
        (closer and told.stance is Stance.FREE)
        or (stance is told.stance in _SAME_DAYS and by_the_clock(statement.times))
        or (closer and told.stance is Stance.BUSY and (told_whole or stance is Stance.REFUSE))
        or (dated and told.stance is Stance.BUSY and stance is Stance.ENDS and only_days(told.times))
        or (dated and told.stance is Stance.ENDS and stance in POSITIVE)
        or (told.stance is Stance.BUSY and not by_the_clock(told.times) and _behind_the_part(statement, told))
        or (told.stance is Stance.BUSY and stance in POSITIVE and _on_one_day(told))
        or (told.stance is Stance.BUSY and stance in POSITIVE and _from_its_end(statement, told))
        or (told.stance is Stance.REFUSE and stance in POSITIVE and _off_then(statement, told, heard))
        or (told.stance is Stance.REFUSE and stance in POSITIVE and closer and told.statement.at_work)
        or (told_whole and told.stance in _DAYS_FIRST)
        or (told_whole and all(group.dates for group in days))
        or (told_whole and stance is Stance.NONE)
        or (told_whole and told.stance is Stance.BUSY and stance is Stance.REFUSE)
    )
    explained = told.stance is Stance.REFUSE and stance is Stance.BUSY
    if not goes_on or (explained and not by_the_clock(statement.times)):
        return statement.times  # "Tomorrow no, I've court all day".
    if told.stance is Stance.WISH and stance is Stance.FREE and not (closer and told_whole):
        return on_those(statement.times, days)  # "Better Tuesday, I'm off all day".
    if not by_the_clock(told.times) and (
        told.stance in (Stance.FREE, Stance.NONE) or (told.stance in POSITIVE) is (stance in POSITIVE)
    ):
        told.windows = []
    return on_those(statement.times, days)


def _daily(times: Sequence[Times]) -> tuple[Times, ...]:
    """The hours told by the clock, of no day."""
    return tuple({Times(hours=group.hours): None for group in times if by_the_clock([group])})


def _all_day(times: Sequence[Times]) -> bool:
    return all(one.shape is Shape.DAY for group in times for one in group.hours)


def _behind_the_part(statement: Statement, told: Said) -> bool:
    """ "Mon Wed Fri mornings I'm at dialysis, ring after one", "Sunday mornings is church, call in the afternoon": on those days."""
    parts = [one for group in told.times for one in group.hours if one.shape is Shape.PART]
    hours = [one for group in statement.times for one in group.hours]
    after = all(
        one.shape in (Shape.FROM, Shape.PART) and one.wanted[0][0] >= part.wanted[0][1]
        for one in hours
        for part in parts
    )
    return bool(parts) and after and len(parts) == sum(len(group.hours) for group in told.times)


def _from_its_end(statement: Statement, told: Said) -> bool:
    """ "Weekends I tutor till six, any time after six": of the same days."""
    ends = {edge(one, after=True) for group in told.times for one in group.hours if one.exact}
    opens = {one.wanted[0][0] for group in statement.times for one in group.hours if one.shape is Shape.FROM}
    return len(ends) == 1 and ends == opens


def _on_one_day(told: Said) -> bool:
    """ "Sundays I'm at church, the afternoon is fine": of that day."""
    return only_days(told.times) and sum(len(group.days or group.dates) for group in told.times) == 1


def _off_then(statement: Statement, told: Said, heard: list[Said]) -> bool:
    """ "Sundays I'm off, not in the morning though, 2 to 6 is fine": of the day off."""
    shapes = {one.shape for group in statement.times for one in group.hours}
    if not (by_the_clock(statement.times) or shapes == {Shape.PART}):
        return False
    off = [said for said in heard if said.stance is Stance.FREE and only_days(said.times)]
    days = [group.days or group.dates for said in off for group in said.times]
    return bool(days) and all((group.days or group.dates) in days for group in told.times)


def _told_last(told: Said, heard: list[Said]) -> bool:
    """Whether nothing was said since, but of what one does then: "Wednesdays I'm off, I'm home, bored to tears"."""
    why = {told.stance, Stance.BUSY} if told.stance is Stance.REFUSE else {told.stance}
    last = next((said for said in reversed(heard) if said.times or said.stance not in why), None)
    return last is told


# Hours told on go on the same days: "Mondays 8 to 12 I've class, 2 to 4 too".
_SAME_DAYS = frozenset({Stance.BUSY, Stance.WISH, Stance.ENDS})
# Days told first, and their hours next: "Sundays I'm off, call after ten".
_DAYS_FIRST = frozenset({Stance.FREE, Stance.WISH, Stance.NONE, Stance.ENDS, Stance.BEGINS})


def days_of_the_told(statement: Statement, stance: Stance, told: Said | None, heard: list[Said]) -> bool:
    """ "12:30 to 1:15 I can answer, Mon Wed Fri only": days alone are those of the hours before them."""
    bare = not statement.has(
        Kind.WISH, Kind.REFUSE, Kind.SUITS, Kind.UNSUITED, Kind.FREE, Kind.BUSY, Kind.EXCEPT
    )
    if (
        told is None
        or told is not heard[-1]
        or not (bare and only_days(statement.times))
        or stance not in POSITIVE
    ):
        return False
    if not all(group.dayless and group.hours for group in told.times) or not told.windows:
        return False
    told.times = on_those(told.times, statement.times)
    told.windows = windows_in(told.times, told.stance)
    return True


def _narrowed(statement: Statement, told: Said, heard: list[Said]) -> None:
    """ "Mornings are best, 8 to 11": the hours take the place of the part of the day."""
    parts = all(group.hours and not by_the_clock([group]) for group in told.times)
    if told.stance is Stance.REFUSE and not _overlap(told.times, statement.times):
        return  # "Mornings no, after one I'm all yours".
    if told is heard[-1] and parts and by_the_clock(statement.times):
        told.windows = []


def _overlap(some: Sequence[Times], others: Sequence[Times]) -> bool:
    pieces = [
        [piece for group in times for stretch in group.hours for piece in stretch.wanted]
        for times in (some, others)
    ]
    return any(start < last and first < end for start, end in pieces[0] for first, last in pieces[1])


def alike(heard: list[Said], told: Said | None, statement: Statement) -> list[Said]:
    """Those told in one breath before the last: "8 to 12 I've class, 2 to 4 too. Don't call then"."""
    before = [said for said in heard if said.times]
    alike: list[Said] = []
    if told is None or told.stance not in (Stance.BUSY, Stance.NONE):
        return alike
    for said in reversed(before[: before.index(told)]):
        clock = by_the_clock(said.times) or statement.has(Kind.THEN)
        if said.stance is not told.stance or not (clock and said.windows):
            break
        alike.append(said)
    return alike


def of_the_told(statement: Statement, stance: Stance, told: Said | None, counts: bool) -> Said:
    """A statement without times means those told before: "9 to 5 I'm at work. Don't call then"."""
    said = Said(statement, stance, ())
    back = statement.has(Kind.THEN)
    stance = Stance.WISH if back and stance is Stance.FREE else stance  # "1 to 5, that's when I'm free".
    if told is None or stance not in (Stance.REFUSE, Stance.WISH, Stance.BUSY):
        return said
    if back and stance is Stance.REFUSE and told.statement.excepted:
        return said  # "After one but Thursdays, that day I can't".
    if stance is Stance.REFUSE and (back or told.stance in _REFUSED_NEXT):
        if not (told.stance is Stance.WISH and statement.has(Kind.WISH, Kind.CHANNEL) and not back):
            meant = from_then_on(told.times) if told.stance is Stance.BEGINS else told.times
            told.windows, told.reason = windows_in(refusable(meant), Stance.REFUSE), False
            told.stance, told.asked = Stance.REFUSE, told.asked or counts
    elif stance is Stance.WISH and (back or told.stance is Stance.FREE):
        if told.stance is not Stance.REFUSE:
            stands = told.stance in (Stance.BUSY, Stance.ENDS, Stance.FREE)
            told.windows = windows_in(told.times, Stance.FREE if not stands else _welcome(told))
            told.reason, told.asked = False, told.asked or counts
    return said


def _welcome(told: Said) -> Stance:
    """Busy until six, and call me then: from six on; busy from 9 to 5 is taken as it is."""
    shapes = {stretch.shape for group in told.times for stretch in group.hours}
    if told.stance is Stance.BUSY and shapes == {Shape.TO}:
        return Stance.BUSY
    return Stance.ENDS if told.stance is Stance.ENDS and shapes != {Shape.PART} else Stance.WISH


def beside_told(heard: list[Said], statement: Statement, stance: Stance, told: Said | None) -> Said:
    """ "After that", "before then": beside the times told before, on their days unless others are named."""
    said = Said(statement, stance, ())
    if told is None or stance not in (Stance.REFUSE, Stance.WISH, Stance.NONE, Stance.FREE):
        return said
    if told.stance in (Stance.WISH, Stance.FREE) and stance in (Stance.REFUSE, Stance.NONE):
        return said  # "Call me from 6 to 8, not after that": as good as told.
    after = statement.has(Kind.AFTER_THEN)
    if after and _any_time(statement) and any(len(group.dates) > 2 for group in told.times):
        return said  # "This week not before 4, after that any time": when the week is over.
    before = _on_other_days(heard, told) if stance is Stance.WISH and after else []
    groups = []
    for group in (*(one for other in before for one in other.times), *told.times):
        for stretch in group.hours[-1:] if after else group.hours[:1]:
            late = stance is Stance.REFUSE or told.stance is Stance.BEGINS
            border = edge(stretch, after=after, late=late)
            piece = (border, DAY_END) if after else (0, border)
            if piece[0] < piece[1]:
                groups.append(replace(group, hours=(Stretch.of(Shape.SPAN, *piece),)))
    if not groups:
        return said
    days = [group for group in statement.times if not group.dayless]
    said.times = (
        on_those([replace(group, days=None, dates=()) for group in groups], days) if days else tuple(groups)
    )
    said.windows = windows_in(said.times, Stance.REFUSE if stance is Stance.REFUSE else Stance.WISH)
    if told.stance is not Stance.REFUSE:
        told.windows = []
    return said


def _any_time(statement: Statement) -> bool:
    return any(one.shape is Shape.ANY for group in statement.times for one in group.hours)


def _on_other_days(heard: list[Said], told: Said) -> list[Said]:
    """ "Mon to Thu I work 7 to 4, Fri I finish at 1, call after those times": what was told of other days."""
    busy = (Stance.BUSY, Stance.ENDS)
    if told.stance not in busy or not all(group.days and group.hours for group in told.times):
        return []
    days = {day for group in told.times for day in group.days or ()}
    return [
        said
        for said in heard
        if said is not told and said.stance in busy and by_the_clock(said.times)
        if all(group.days and not days & set(group.days) for group in said.times)
    ]


def free_then(heard: list[Said], told: Said | None) -> Said | None:
    """ "Drive 5 to 9, off 9 to 2, drive 2 to 6, call in the off part": the hours that are free, if some were told."""
    if told is None or told.stance is not Stance.BUSY:
        return told
    return next(
        (said for said in reversed(heard) if said.stance is Stance.FREE and by_the_clock(said.times)), told
    )


def otherwise(heard: list[Said], statement: Statement, stance: Stance, told: Said | None) -> Said:
    """ "The other days": all days but those told; hours alone have no other side that is worth telling."""
    said = Said(statement, stance, ())
    gone = {day for one in heard for group in one.times for day in group.days or ()}
    if told is None or stance is Stance.BUSY or (stance is Stance.NONE and not statement.times):
        return said
    if not gone and any(group.dates for group in told.times):
        said.times, said.windows = statement.times, windows_in(statement.times, stance)
        return said
    loose = not any(stretch.exact for group in statement.times for stretch in group.hours)
    parts = any(one.shape is Shape.PART for group in statement.times for one in group.hours)
    if (
        stance in (Stance.WISH, Stance.NONE)
        and loose
        and told.stance is Stance.BUSY
        and told.times[0].hours
        and not (gone and told.times[0].dayless)
    ):
        told.windows, told.reason, told.asked = windows_in(refusable(told.times), Stance.REFUSE), False, True
        if not (parts and gone):
            return said  # "My shift is 2 to 10, other days whenever".
    if not gone and stance is Stance.WISH and told.stance in _REFUSED_NEXT and by_the_clock(told.times):
        told.windows, told.reason = windows_in(told.times, Stance.REFUSE), False
    if not gone and stance in POSITIVE and told.windows and told.windows[0].wanted and statement.times:
        said.times, said.windows = statement.times, windows_in(statement.times, stance)
        return said  # "10:15 to 10:30, otherwise evenings".
    if not gone or len(gone) == 7:
        return said
    among = next((set(group.days) for group in statement.times if group.days), set(ALL_DAYS))
    left = tuple(sorted(among - gone))
    same = _daily(told.times) if statement.has(Kind.THEN) else ()
    hours = [replace(group, days=left, dates=()) for group in (*statement.times, *same) if group.hours]
    refused = any(not window.wanted for one in heard for window in one.windows)
    wished = any(window.wanted for one in heard for window in one.windows)
    if not hours and ((stance is Stance.REFUSE) is wished or (refused and told.stance is Stance.REFUSE)):
        return said
    said.times = tuple(hours) or (Times(days=left),)
    said.windows = windows_in(said.times, stance)
    return said
