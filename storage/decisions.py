"""Decisions of the gate, read again: to prove them, or to try other rules on the facts they were made on."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.database import Work
from storage.talk import Decision

_AT_ONCE = 500


@dataclass(frozen=True)
class Made:
    """One decision: its id, its instant (UTC), and the facts it was made on."""

    id: uuid.UUID
    at: datetime
    facts: Mapping[str, Any]


async def made_since(work: Work, since: datetime) -> AsyncIterator[Sequence[Made]]:
    """Every decision made at or after `since`, the oldest first, by some hundreds at a time."""
    rows = await work.session.stream(
        select(Decision.id, Decision.at, Decision.facts)
        .where(Decision.at >= since)
        .order_by(Decision.at, Decision.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    async for several in rows.partitions():
        yield [Made(*row) for row in several]
