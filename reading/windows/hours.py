"""The nouns of time windows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALL_DAYS = tuple(range(7))
DAY_END = 24 * 60


@dataclass(frozen=True)
class Window:
    """When to be reached, or not: weekly on `days` (0 is Monday), or once on a `date`; minutes since midnight."""

    days: tuple[int, ...]
    start: int
    end: int
    wanted: bool = True
    on: date | None = None

    def as_json(self) -> dict[str, Any]:
        """As in `kept read`; a one-off window carries its date and no days."""
        return {
            "days": [DAY_NAMES[day] for day in self.days] if self.on is None else [],
            "date": self.on.isoformat() if self.on else None,
            "from": clock(self.start),
            "to": clock(self.end),
            "wanted": self.wanted,
        }


@dataclass(frozen=True)
class Hours:
    """A stretch of a day, in minutes since midnight; `free` when it is what busy hours leave."""

    start: int
    end: int
    free: bool = False
    # "Between 10pm and 9am" goes on until then the next day.
    until: int = 0

    def stretches(self) -> tuple[tuple[int, int], ...]:
        """From when to when, within one day each."""
        return ((self.start, self.end), (0, self.until)) if self.until else ((self.start, self.end),)


def clock(minutes: int) -> str:
    """09:00 for 540; the day ends at 24:00."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def between(start: int | None, end: int | None) -> Hours | None:
    """The hours between two times, if they are in order."""
    if start is None or end is None or not 0 <= start < end <= DAY_END:
        return None
    return Hours(start, end)


def minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    """Minutes since midnight; `half` is "am" or "pm" as said, or None. 12 am is midnight."""
    value, past = int(hour), int(minute or 0)
    if value > 24 or past > 59:
        return None
    if half == "pm" and value < 12:
        value += 12
    if half == "am" and value == 12:
        value = 0
    return min(value * 60 + past, DAY_END)


def _guess(hour: str, said: int | None, *, evening_from: int) -> int | None:
    """Afternoon for an hour before `evening_from` that was said without half of day."""
    if said is None:
        return None
    return said + 720 if 1 <= int(hour) < evening_from and said < 720 else said


def after(hour: str, minute: str | None, half: str | None, *, unwanted: bool) -> int | None:
    """ "After 5" is 17:00, "not after 9" is 21:00, "after 9" is 9 in the morning."""
    said = minutes(hour, minute, half)
    return said if half or hour.startswith("0") else _guess(hour, said, evening_from=12 if unwanted else 9)


def before(hour: str, minute: str | None, half: str | None) -> int | None:
    """ "Before 9" is in the morning, "before 5" in the afternoon."""
    said = minutes(hour, minute, half)
    return said if half or hour.startswith("0") else _guess(hour, said, evening_from=6)


# From nine at night or later to an hour before noon: over midnight, unless it is "9pm to 10".
_NIGHT, _MORNING = 21 * 60, 12 * 60


def span(
    first: tuple[str, str | None, str | None], second: tuple[str, str | None, str | None]
) -> Hours | None:
    """ "9 to 5", "2-4", "10 to 2", "5-7pm": the reading within waking hours."""
    end = minutes(*second)
    start = minutes(*first)
    if start is None or end is None:
        return None
    if first[2] is None and second[2] == "pm" and start < 720 and start + 720 < end:
        start += 720
    elif (
        first[2] is None
        and second[2] is None
        and start < 12 * 60
        and int(first[0]) < 7
        and not first[0].startswith("0")
        and end > start  # "6 to 2" begins in the morning.
        and int(second[0]) <= 12
    ):
        start += 720
    same_evening = first[2] == "pm" and second[2] is None and end + 720 > start
    if _NIGHT <= start < DAY_END and end < _MORNING and second[2] != "pm" and not same_evening:
        return Hours(start, DAY_END, until=end) if end else between(start, DAY_END)
    if second[2] is None and end <= start and end + 720 <= DAY_END:
        end += 720
    if end <= start and first[2] == "pm" and second[2] == "am" and start < DAY_END:
        return Hours(start, DAY_END, until=end)
    return between(start, end)
