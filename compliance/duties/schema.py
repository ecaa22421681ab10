"""Reading the tables of duties, refused with a clear error when anything in them is not understood."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from compliance.duties.deadlines import Within, read_within
from compliance.engine.schema import read_yaml
from compliance.engine.settings import Settings
from compliance.facts import COLLECTORS
from compliance.flags import READERS, read_flags
from core.duties import Confirmation, Stop
from core.errors import Invalid

# What can happen between a borrower and us; each has its table.
EVENTS = (
    "attorney",
    "bankruptcy",
    "breathing_space",
    "carrier_block",
    "cease",
    "complaint",
    "crisis",
    "debt_adjustment",
    "debt_adviser",
    "deceased",
    "dispute",
    "first_contact",
    "hardship",
    "identity_theft",
    "mental_health_moratorium",
    "minor",
    "opt_out",
    "paid_claim",
    "proof_request",
    "refusal",
    "servicemember",
    "third_party",
    "vulnerability",
    "wrong_number",
)
# Marks on the borrower that are ours, beside the gate's vocabulary.
OURS = frozenset({"crisis", "vulnerable", "complaint"})
HOLDS = frozenset(
    {"attorney", "bankruptcy", "crisis", "deceased", "disputed", "hardship", "moratorium", "paid_claim"}
)
QUEUES = (
    "attorney",
    "bankruptcy",
    "complaint",
    "crisis",
    "deceased",
    "dispute",
    "hardship",
    "human",
    "payment_trace",
    "vulnerable",
)
PRIORITIES = ("immediate", "high", "normal")
LIFTERS = ("agent", "supervisor")


@dataclass(frozen=True)
class Asked:
    """Work that a row asks for."""

    what: str
    within: Within


@dataclass(frozen=True)
class Queue:
    """Who looks at it, how urgently. None leaves it to more general rows."""

    name: str | None
    priority: str
    takes_floor: bool
    other_person: bool


@dataclass(frozen=True)
class Lift:
    """Who may lift what the row sets; `after` names work of the table that must be done first."""

    by: str
    second_person: bool
    after: frozenset[str]


@dataclass(frozen=True)
class Row:
    """One duty: where and for whom it holds, and what it obliges us to."""

    id: str
    title: str
    reference: str
    confidence: str
    verify: str | None
    places: frozenset[str]
    in_force_from: date | None
    in_force_to: date | None
    collectors: frozenset[str]
    products: tuple[str, ...]
    stop: Stop | None
    confirm: Confirmation | None
    wrong_party: bool
    third_party: bool
    flags: tuple[str, ...]
    # Flags that carry the last day of a time that begins with the event.
    dated_flags: Mapping[str, Within]
    holds: tuple[str, ...]
    queue: Queue | None
    notices: Mapping[str, str]
    tasks: tuple[Asked, ...]
    lift: Lift | None

    def binds(self, collector_type: str, product: str | None, on: date) -> bool:
        """Whether it holds for this collector and product on that day; an unknown product counts as fitting."""
        if collector_type not in self.collectors:
            return False
        if not (self.in_force_from or on) <= on <= (self.in_force_to or on):
            return False
        if not self.products or not product:
            return True
        name = re.sub(r"[\s-]+", "_", product.strip().lower())
        return any(fnmatchcase(name, pattern) for pattern in self.products)

    @property
    def sets(self) -> frozenset[str]:
        """The names of the flags and holds that it sets, dated ones without their date."""
        return frozenset(self.flags) | frozenset(self.dated_flags) | frozenset(self.holds)


@dataclass(frozen=True)
class Table:
    """The duties that one event brings; `version` is a hash of its content."""

    event: str
    title: str
    reviewed: date
    version: str
    rows: tuple[Row, ...]


def read_table(path: Path) -> Table:
    """Read one table, named for its event; `Invalid` names the file, the row and the setting that is wrong."""
    raw = path.read_bytes()
    if path.stem not in EVENTS:
        raise Invalid(path.name, "is not named for an event", remedy=f"Events are {', '.join(EVENTS)}.")
    settings = Settings(path.name, read_yaml(path.name, raw))
    rows = settings.take("rows", list)
    table = Table(
        event=path.stem,
        title=settings.text("title"),
        reviewed=settings.day("reviewed"),
        version=hashlib.sha256(raw).hexdigest()[:16],
        rows=tuple(_row(path.name, index, given) for index, given in enumerate(rows)),
    )
    settings.done()
    if not table.rows:
        raise Invalid(f"{path.name}.rows", "is empty")
    return table


def _row(file: str, index: int, given: object) -> Row:
    where = f"{file}.rows[{index}]"
    if not isinstance(given, Mapping):
        raise Invalid(where, "is not a mapping")
    row_id = given.get("id")
    if not isinstance(row_id, str) or not re.fullmatch(r"[a-z0-9-]+\.[a-z0-9-]+", row_id):
        raise Invalid(f"{where}.id", "is not an id such as us-federal.dispute")
    settings = Settings(f"{file}.{row_id}", given)
    settings.text("id")
    applies = Settings(f"{file}.{row_id}.applies_to", settings.take("applies_to", dict, {}))
    obliges = Settings(f"{file}.{row_id}.obliges", settings.take("obliges", dict))
    first, last = settings.day("in_force_from", None), settings.day("in_force_to", None)
    if first and last and last < first:
        raise settings.wrong("in_force_to", "lies before in_force_from")
    flags, dated = _flags(obliges)
    row = Row(
        id=row_id,
        title=settings.text("title"),
        reference=settings.text("reference"),
        confidence=next(iter(settings.names("confidence", ("high", "medium", "low"), {"high"}))),
        verify=settings.text("verify", None),
        places=frozenset(_texts(settings, "places")),
        in_force_from=first,
        in_force_to=last,
        collectors=applies.names("collector_type", COLLECTORS, frozenset(COLLECTORS)),
        products=tuple(_texts(applies, "product", [])),
        stop=_stop(obliges),
        confirm=_confirm(obliges),
        wrong_party=obliges.take("wrong_party", bool, False),
        third_party=obliges.take("third_party", bool, False),
        flags=flags,
        dated_flags=dated,
        holds=tuple(sorted(obliges.names("holds", HOLDS, frozenset()))),
        queue=_queue(obliges),
        notices=_notices(obliges),
        tasks=_tasks(obliges),
        lift=_lift(settings),
    )
    for part in (applies, obliges, settings):
        part.done()
    if row.sets and row.lift is None:
        raise settings.wrong("lift", "is missing: who may lift what the row sets?")
    return row


def _texts(settings: Settings, name: str, default: Any = ...) -> list[str]:
    given = settings.take(name, list, default)
    if not all(isinstance(each, str) and each for each in given):
        raise settings.wrong(name, "holds something that is not text (quote codes)")
    return list(given)


def _stop(obliges: Settings) -> Stop | None:
    named = obliges.names("stop", tuple(Stop), frozenset())
    if len(named) > 1:
        raise obliges.wrong("stop", "names more than one reach")
    return Stop(next(iter(named))) if named else None


def _confirm(obliges: Settings) -> Confirmation | None:
    given = obliges.take("confirm", dict, None)
    if given is None:
        return None
    settings = Settings(f"{obliges.where}.confirm", given)
    key, written = settings.text("say"), settings.text("within", None)
    settings.done()
    if written is None:
        return Confirmation(key)
    span = _within(settings, "within", written).by_the_clock
    if span is None:
        raise settings.wrong("within", "is not a number of minutes or hours")
    return Confirmation(key, span)


def _flags(obliges: Settings) -> tuple[tuple[str, ...], dict[str, Within]]:
    plain, dated = [], {}
    for each in obliges.take("flags", list, []):
        if isinstance(each, Mapping) and len(each) == 1:
            ((name, written),) = each.items()
            if name not in READERS:
                raise obliges.wrong("flags", f"{name!r} is not a flag that carries a day")
            dated[str(name)] = _within(obliges, "flags", written)
            _known(obliges, f"{name}:2026-01-01")
        else:
            plain.append(_known(obliges, each))
    return tuple(plain), dated


def _known(obliges: Settings, flag: object) -> str:
    if not isinstance(flag, str):
        raise obliges.wrong("flags", f"{flag!r} is not the name of a flag")
    if flag not in OURS:
        try:
            read_flags([flag])
        except Invalid as error:
            raise obliges.wrong("flags", error.what) from error
    return flag


def _within(settings: Settings, name: str, written: object) -> Within:
    try:
        return read_within(str(written))
    except ValueError as error:
        raise settings.wrong(name, f"{written!r} {error}") from error


def _queue(obliges: Settings) -> Queue | None:
    given = obliges.take("queue", dict, None)
    if given is None:
        return None
    settings = Settings(f"{obliges.where}.queue", given)
    name = settings.names("name", QUEUES, frozenset())
    queue = Queue(
        name=next(iter(name)) if name else None,
        priority=next(iter(settings.names("priority", PRIORITIES, {"normal"}))),
        takes_floor=settings.take("takes_floor", bool, False),
        other_person=settings.take("other_person", bool, False),
    )
    settings.done()
    return queue


def _notices(obliges: Settings) -> dict[str, str]:
    given = obliges.take("notices", dict, {})
    for name, value in given.items():
        if not isinstance(name, str) or not isinstance(value, str) or not value.strip():
            raise obliges.wrong("notices", f"{name!r} is not a text (quote numbers)")
    return dict(given)


def _tasks(obliges: Settings) -> tuple[Asked, ...]:
    found = []
    for given in obliges.take("tasks", list, []):
        if not isinstance(given, Mapping):
            raise obliges.wrong("tasks", "holds something that is not a mapping of do and within")
        settings = Settings(f"{obliges.where}.tasks", given)
        what = settings.text("do")
        if not re.fullmatch(r"[a-z]+(_[a-z]+)*", what):
            raise settings.wrong("do", "is not a name such as send_verification")
        found.append(Asked(what, _within(settings, "within", settings.text("within"))))
        settings.done()
    return tuple(found)


def _lift(settings: Settings) -> Lift | None:
    given = settings.take("lift", dict, None)
    if given is None:
        return None
    inner = Settings(f"{settings.where}.lift", given)
    lift = Lift(
        by=next(iter(inner.names("by", LIFTERS))),
        second_person=inner.take("second_person", bool, False),
        after=frozenset(_texts(inner, "after", [])),
    )
    inner.done()
    return lift
