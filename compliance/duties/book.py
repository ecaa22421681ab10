"""All tables of duties, and what they say together of one event at one place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from compliance.duties.deadlines import due_at, last_day
from compliance.duties.schema import EVENTS, LIFTERS, PRIORITIES, Row, Table, read_table
from compliance.engine.rulebook import EVERYWHERE, covers, normal
from core.clock import local_day
from core.duties import Confirmation, Duties, Lifting, Stop, Task
from core.errors import Invalid
from core.places import usual_zone

TABLES = Path(__file__).parent / "tables"
_REACH = (Stop.ADDRESS, Stop.CHANNEL, Stop.EVERYWHERE)


class Book:
    """Every table, with its version (a hash of its content)."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self.tables = {table.event: table for table in tables}
        self.versions = {f"duties.{event}": table.version for event, table in self.tables.items()}
        self.rows: dict[str, Row] = {}
        for table in self.tables.values():
            for row in table.rows:
                if row.id in self.rows:
                    raise Invalid(f"{table.event}.yaml.{row.id}", "is the id of another row too")
                self.rows[row.id] = row
        self._places = lru_cache(maxsize=4096)(self._at)

    def of(
        self,
        event: str,
        jurisdiction: str,
        collector_type: str,
        product: str | None,
        *,
        at: datetime,
        zone: str | None = None,
    ) -> Duties:
        """What `event` obliges us to: all rows that fit, the strictest of each. `Invalid` for an unknown event.

        Days are counted by the clock in `zone`, where the borrower's is known, else by the place's usual one.
        """
        rows = self._fitting(event, jurisdiction, collector_type, product, at)
        zone = zone or usual_zone(normal(jurisdiction))
        return Duties(
            event=event,
            rows=tuple(row.id for row in rows),
            version=self.tables[event].version if event in self.tables else "",
            stop=max((row.stop for row in rows if row.stop), key=_REACH.index, default=None),
            confirm=_confirmation(rows),
            wrong_party=any(row.wrong_party for row in rows),
            third_party=any(row.third_party for row in rows),
            flags=_flags(rows, jurisdiction, local_day(at, zone)),
            holds=tuple(sorted({hold for row in rows for hold in row.holds})),
            queue=next((row.queue.name for row in reversed(rows) if row.queue and row.queue.name), ""),
            priority=min(
                (row.queue.priority for row in rows if row.queue), key=PRIORITIES.index, default="normal"
            ),
            takes_floor=any(row.queue.takes_floor for row in rows if row.queue),
            other_person=any(row.queue.other_person for row in rows if row.queue),
            notices={name: text for row in rows for name, text in row.notices.items()},
            tasks=_tasks(rows, jurisdiction, at, zone),
        )

    def lifting(
        self,
        name: str,
        jurisdiction: str,
        collector_type: str,
        product: str | None,
        *,
        at: datetime,
        events: Iterable[str] = (),
    ) -> Lifting:
        """Who may lift the flag or hold `name`: the strictest of all rows that would set it here.

        `events` narrows that to what set it, where that is known. What no row sets, a supervisor lifts with a second
        person: unknown counts as no.
        """
        plain = name.partition(":")[0]
        rows = [
            row
            for event in [event for event in events if event in EVENTS] or EVENTS
            for row in self._fitting(event, jurisdiction, collector_type, product, at)
            if row.lift is not None and plain in row.sets
        ]
        lifts = [row.lift for row in rows if row.lift is not None]
        if not lifts:
            return Lifting("supervisor", second_person=True)
        return Lifting(
            by=max((lift.by for lift in lifts), key=LIFTERS.index),
            second_person=any(lift.second_person for lift in lifts),
            after=tuple(sorted({what for lift in lifts for what in lift.after})),
            rows=tuple(row.id for row in rows),
        )

    def _fitting(
        self, event: str, jurisdiction: str, collector_type: str, product: str | None, at: datetime
    ) -> list[Row]:
        if event not in EVENTS:
            raise Invalid("event", f"{event[:40]!r} is none that duties are known for")
        code = normal(jurisdiction)
        on = local_day(at, usual_zone(code))
        return [row for row in self._places(event, code) if row.binds(collector_type, product, on)]

    def _at(self, event: str, code: str) -> tuple[Row, ...]:
        """The rows that hold at a place, from the general to the particular."""
        table = self.tables.get(event)
        if table is None:
            return ()
        found = [
            (closest, row)
            for row in table.rows
            if (closest := max((len(place) for place in row.places if covers(place, code)), default=0))
        ]
        return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def _confirmation(rows: Sequence[Row]) -> Confirmation | None:
    """The words of the most particular row, in the shortest time of any."""
    named = [row.confirm for row in rows if row.confirm]
    if not named:
        return None
    return Confirmation(named[-1].key, min((one.within for one in named if one.within), default=None))


def _flags(rows: Sequence[Row], jurisdiction: str, today: date) -> tuple[str, ...]:
    plain = {flag for row in rows for flag in row.flags}
    days: dict[str, str] = {}
    for row in rows:
        for name, within in row.dated_flags.items():
            day = last_day(within, today, jurisdiction).isoformat()
            days[name] = max(day, days.get(name, day))
    return tuple(sorted(plain | {f"{name}:{day}" for name, day in days.items()}))


def _tasks(rows: Sequence[Row], jurisdiction: str, at: datetime, zone: str) -> tuple[Task, ...]:
    """Each work once: by the law of the place that gives the least time, or by our own time where no law gives one."""
    found: dict[str, Task] = {}
    by_law = frozenset(asked.what for row in rows if EVERYWHERE not in row.places for asked in row.tasks)
    for row in reversed(rows):
        for asked in row.tasks:
            if EVERYWHERE in row.places and asked.what in by_law:
                continue
            task = Task(row.id, asked.what, due_at(asked.within, at, jurisdiction, zone), row.reference)
            if asked.what not in found or task.due_at < found[asked.what].due_at:
                found[asked.what] = task
    return tuple(sorted(found.values(), key=lambda task: (task.due_at, task.what)))


def load_duties(folder: Path | None = None) -> Book:
    """Read every table of `folder` (our own by default); `Invalid` if one is not understood or there is none."""
    paths = sorted((folder or TABLES).glob("*.yaml"))
    if not paths:
        raise Invalid("duties", "there are no tables in the folder")
    return Book(read_table(path) for path in paths)


@lru_cache(maxsize=1)
def standard() -> Book:
    """The product's own tables, read once."""
    return load_duties()


def of(
    event: str,
    jurisdiction: str,
    collector_type: str = "first_party",
    product: str | None = None,
    *,
    at: datetime,
    zone: str | None = None,
    book: Book | None = None,
) -> Duties:
    """What `event` obliges us to at that place and moment, by our own tables or those of `book`."""
    return (book or standard()).of(event, jurisdiction, collector_type, product, at=at, zone=zone)


def lifting(
    name: str,
    jurisdiction: str,
    collector_type: str = "first_party",
    product: str | None = None,
    *,
    at: datetime,
    events: Iterable[str] = (),
    book: Book | None = None,
) -> Lifting:
    """Who may lift the flag or hold `name` there, by our own tables or those of `book`."""
    return (book or standard()).lifting(name, jurisdiction, collector_type, product, at=at, events=events)
