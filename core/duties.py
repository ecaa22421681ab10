"""What an event on a borrower's side obliges us to: the outcome of the table, plain data for every room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


class Stop(StrEnum):
    """How far a stop reaches: that address, every address on that channel, or all of them."""

    ADDRESS = "address"
    CHANNEL = "channel"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True)
class Confirmation:
    """The one answer that a stop gets. After `within` it is not sent any more; None: whenever it can."""

    key: str
    within: timedelta | None = None


@dataclass(frozen=True)
class Task:
    """Work for a person, due at a moment. `duty` is the row of the table that asks for it, `what` a text of the desk."""

    duty: str
    what: str
    due_at: datetime
    reference: str


@dataclass(frozen=True)
class Duties:
    """All that follows from one event, at one place and moment.

    `rows` are the rows of the table that oblige, from the general to the particular. `flags` are of the gate's
    vocabulary, dated ones with their date. `queue` is empty where nobody has to look at it.
    """

    event: str
    rows: tuple[str, ...] = ()
    version: str = ""
    stop: Stop | None = None
    confirm: Confirmation | None = None
    wrong_party: bool = False
    third_party: bool = False
    flags: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    queue: str = ""
    priority: str = "normal"
    takes_floor: bool = False
    other_person: bool = False
    notices: Mapping[str, str] = field(default_factory=dict)
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True)
class Lifting:
    """Who may lift a flag or hold again. With `second_person` somebody else has to agree; `after` are tasks that must be
    done first."""

    by: str
    second_person: bool
    after: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
