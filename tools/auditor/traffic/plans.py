"""When something of ours falls due in the month of one borrower."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tools.auditor.traffic.people import Contact, Person

# From before the clocks of Australia change until after those of North America did.
FIRST = datetime(2026, 10, 3, tzinfo=UTC)
LAST = datetime(2026, 11, 5, tzinfo=UTC)
_EDGES = ("07:00", "07:30", "07:59:59", "08:00", "09:00", "13:00", "15:00", "18:00", "19:00", "20:00",
          "20:59:59", "21:00", "21:59:59", "22:00")  # fmt: skip


def due(person: Person) -> Iterator[datetime]:
    """When something of ours falls due: at any hour, often on an edge of the clock, sometimes one on another's heels."""
    zone = ZoneInfo(person.clock)
    days = (LAST - FIRST).days
    busy = person.rng.choice((3, 6, 6, 9, 14))
    for _ in range(busy):
        day = (FIRST + timedelta(person.rng.randrange(days))).date()
        if person.rng.random() < 0.4:
            at = datetime.combine(day, time.fromisoformat(person.rng.choice(_EDGES)), zone).astimezone(UTC)
        else:
            at = datetime.combine(day, time(), UTC) + timedelta(seconds=person.rng.randrange(86_400))
        yield max(at, FIRST)
        if person.rng.random() < 0.15:
            yield max(at, FIRST) + timedelta(minutes=person.rng.randrange(1, 600))


def bursts(person: Person) -> Iterator[tuple[datetime, Contact]]:
    """A day on which somebody is called or written to over and over, as a list that is worked off without looking."""
    if person.rng.random() >= (0.5 if person.place in ("US-WV", "VN") else 0.06):
        return
    contact = next((each for each in person.contacts if each.channel == "voice"), person.contacts[0])
    day = (FIRST + timedelta(person.rng.randrange((LAST - FIRST).days))).date()
    begins = datetime.combine(day, time(9, 30), ZoneInfo(person.clock)).astimezone(UTC)
    for number in range(person.rng.choice((7, 9, 45))):
        yield max(begins, FIRST) + timedelta(minutes=11 * number), contact
