"""By when something is due: hours and minutes by the clock, days to the end of the local day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from compliance.engine.calendars import is_holiday
from core.clock import local_day
from core.places import country_of

_WRITTEN = re.compile(r"([1-9][0-9]{0,3}) (minute|hour|day|business day|week|month)s?")
_SATURDAY = 5
LAST_MINUTE = time(23, 59)


@dataclass(frozen=True)
class Within:
    """A time to do something in: `8 weeks`, `5 business days`, `5 minutes`."""

    count: int
    unit: str

    @property
    def by_the_clock(self) -> timedelta | None:
        """Its length where it runs by the clock; None where it counts days."""
        if self.unit in ("minute", "hour"):
            return timedelta(**{f"{self.unit}s": self.count})
        return None


def read_within(text: str) -> Within:
    """Read `5 business days`; ValueError for anything else."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise ValueError("is not a time such as 5 minutes, 3 business days, 8 weeks, 2 months")
    return Within(int(found[1]), found[2])


def due_at(within: Within, at: datetime, jurisdiction: str, zone: str) -> datetime:
    """The last moment of `within`, counted from `at`: the day of the event is day 0, the last day counts to its end.

    Days are those of the clock in `zone`; business days leave out Saturdays, Sundays and its public holidays.
    """
    span = within.by_the_clock
    if span is not None:
        return at + span
    last = last_day(within, local_day(at, zone), jurisdiction)
    return datetime.combine(last, LAST_MINUTE, ZoneInfo(zone))


def last_day(within: Within, today: date, jurisdiction: str) -> date:
    """The last of the days of `within`, counted from the day after `today`."""
    if within.unit == "business day":
        return _business_days(within.count, today, country_of(jurisdiction))
    if within.unit == "month":
        return _months(within.count, today)
    return today + timedelta(days=within.count * (7 if within.unit == "week" else 1))


def _business_days(count: int, today: date, country: str) -> date:
    day = today
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY and not _holiday(country, day)
    return day


def _holiday(country: str, day: date) -> bool:
    try:
        return is_holiday(country, day)
    except ValueError:
        return False  # no calendar of that place: only its weekends are known, which makes the time shorter


def _months(count: int, today: date) -> date:
    month = today.month - 1 + count
    year, month = today.year + month // 12, month % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return min(
        today.replace(day=1, month=month, year=year) + timedelta(days=today.day - 1),
        following - timedelta(days=1),
    )
