"""The audit: an append-only, hash-linked chain of what was decided, sent, heard and changed.

Every entry's hash covers the entry and the hash before it (SHA-256 over canonical JSON), so that a change,
a gap or a swap anywhere breaks all links after it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.work import AuditEntry

GENESIS = bytes(32)
_CHAIN_LOCK = 0x6B657074  # "kept": the advisory lock that orders writers at the chain's end


@dataclass(frozen=True)
class Entry:
    """What happened, to what, when; not yet linked."""

    at: datetime
    kind: str
    subject: str
    body: dict[str, Any] = field(default_factory=dict)


def link(previous: bytes, entry: Entry) -> bytes:
    """The hash of `entry` behind `previous`."""
    canonical = json.dumps(
        {
            "at": entry.at.astimezone(UTC).isoformat(),
            "kind": entry.kind,
            "subject": entry.subject,
            "body": entry.body,
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(previous + canonical.encode()).digest()


async def append(session: AsyncSession, entries: Sequence[Entry]) -> None:
    """Link `entries` to the chain's end, holding it until the transaction ends."""
    await session.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _CHAIN_LOCK})
    last = await session.scalar(select(AuditEntry.hash).order_by(AuditEntry.number.desc()).limit(1))
    previous = last or GENESIS
    rows: list[dict[str, Any]] = []
    for entry in entries:
        digest = link(previous, entry)
        rows.append(
            {
                "at": entry.at,
                "kind": entry.kind,
                "subject": entry.subject,
                "body": entry.body,
                "previous": previous,
                "hash": digest,
            }
        )
        previous = digest
    await session.execute(insert(AuditEntry), rows)


@dataclass(frozen=True)
class Verdict:
    """What a walk along the chain found: how many links, and the first broken one, if any."""

    entries: int
    broken_at: int | None = None
    why: str = ""


async def verify(session: AsyncSession) -> Verdict:
    """Walk the whole chain from its beginning and recompute every link."""
    previous, count = GENESIS, 0
    async for row in _all(session):
        entry = Entry(at=row.at, kind=row.kind, subject=row.subject, body=row.body)
        if row.previous != previous:
            return Verdict(count, row.number, "does not follow the entry before it")
        if row.hash != link(previous, entry):
            return Verdict(count, row.number, "was changed after it was written")
        previous, count = row.hash, count + 1
    return Verdict(count)


async def _all(session: AsyncSession) -> AsyncIterator[AuditEntry]:
    result = await session.stream_scalars(
        select(AuditEntry).order_by(AuditEntry.number).execution_options(yield_per=2000)
    )
    async for row in result:
        yield row
