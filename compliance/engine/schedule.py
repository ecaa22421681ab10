"""When it is open: a test of the local clock, turned into spans of UTC, day by day, for every zone at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LocalTest = Callable[[datetime], bool]
Span = tuple[datetime, datetime]

ONE_DAY = timedelta(days=1)
ONE_MINUTE = timedelta(minutes=1)
# Days that are looked ahead for a permitted moment.
LONGEST_WALK = 400


class Schedule:
    """A test of the local clock, and the minutes of the local day at which its answer may change.

    It may change at local midnight and with a change of the clock as well.
    """

    __slots__ = ("open_at", "turns")

    def __init__(self, open_at: LocalTest, turns: Iterable[int]) -> None:
        self.open_at = open_at
        self.turns = tuple(sorted({0, *turns}))

    def is_open(self, at: datetime, zones: tuple[ZoneInfo, ...]) -> bool:
        """Whether it is open at `at` (UTC) in every zone."""
        return any(start <= at < end for start, end in open_spans(self, zones, at.date()))

    def shuts_after(self, at: datetime, zones: tuple[ZoneInfo, ...]) -> datetime | None:
        """When it shuts that is open at `at` (UTC); None: not within two days."""
        until = at
        for number in range(3):
            for start, end in open_spans(self, zones, at.date() + number * ONE_DAY):
                if start > until:
                    return until
                until = max(until, end)
            if until < datetime.combine(at.date() + (number + 1) * ONE_DAY, time(), UTC):
                return until
        return None

    def opens_after(self, at: datetime, zones: tuple[ZoneInfo, ...]) -> datetime | None:
        """The first instant after `at` (UTC) from which it is open in every zone; None: not within a year."""
        day = at.date()
        for _ in range(LONGEST_WALK):
            for start, _end in open_spans(self, zones, day):
                if start > at:
                    return start
            day += ONE_DAY
        return None


@lru_cache(maxsize=16384)
def open_spans(schedule: Schedule, zones: tuple[ZoneInfo, ...], day: date) -> tuple[Span, ...]:
    """The half-open spans of that day of UTC, in order, in which it is open in every zone."""
    start = datetime.combine(day, time(), UTC)
    end = start + ONE_DAY
    points = {start}
    for zone in zones:
        points.update(each for each in _turns(schedule, zone, start, end) if start < each < end)
    spans: list[Span] = []
    ordered = sorted(points)
    for since, until in zip(ordered, [*ordered[1:], end], strict=True):
        if not all(schedule.open_at(since.astimezone(zone)) for zone in zones):
            continue
        if spans and spans[-1][1] == since:
            since = spans.pop()[0]
        spans.append((since, until))
    return tuple(spans)


def _turns(schedule: Schedule, zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The instants around that day at which the answer may change in that zone."""
    first, last = start.astimezone(zone), end.astimezone(zone)
    changes = first.utcoffset() != last.utcoffset()
    day = first.date()
    while day <= last.date():
        midnight = datetime.combine(day, time(), zone)
        for turn in schedule.turns:
            local = midnight + timedelta(minutes=turn)
            yield local.astimezone(UTC)
            if changes:
                # The hour that is told twice.
                yield local.replace(fold=1).astimezone(UTC)
        day += ONE_DAY
    if changes:
        yield _clock_change(zone, start, end)


def _clock_change(zone: ZoneInfo, start: datetime, end: datetime) -> datetime:
    """The minute between the two at which the clock of the zone is put forward or back."""
    before = start.astimezone(zone).utcoffset()
    while end - start > ONE_MINUTE:
        middle = start + (end - start) // (2 * ONE_MINUTE) * ONE_MINUTE
        if middle.astimezone(zone).utcoffset() == before:
            start = middle
        else:
            end = middle
    return end
