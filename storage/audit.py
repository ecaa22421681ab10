"""The audit: an append-only, hash-linked chain of what was decided, sent, heard and changed.

Every entry's hash covers the entry and the hash before it (SHA-256 over canonical JSON), so that a change,
a gap or a swap anywhere breaks all links after it. How links are recomputed is in `storage.audit_chain`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson
from psycopg import AsyncConnection
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage.audit_chain import GENESIS, Link, Verdict, Walk, canonical
from storage.work import AuditEntry

_CHAIN_LOCK = 0x6B657074  # "kept": the advisory lock that orders writers at the chain's end
# One statement for all of them: who comes next waits for it.
_APPEND = """
    insert into audit (at, kind, subject, body, previous, hash)
    select at, kind, subject, body::jsonb, previous, hash
    from unnest(%s::timestamptz[], %s::text[], %s::text[], %s::text[], %s::bytea[], %s::bytea[])
    with ordinality as entry (at, kind, subject, body, previous, hash, place)
    order by place
"""
_PAGE = 5_000
_PAGES = """
    select number, at, kind, subject, body::text, previous, hash
    from audit where number > %s order by number limit %s
"""


@dataclass(frozen=True)
class Entry:
    """What happened, to what, when; not yet linked."""

    at: datetime
    kind: str
    subject: str
    body: dict[str, Any] = field(default_factory=dict)


def link(previous: bytes, entry: Entry) -> bytes:
    """The hash of `entry` behind `previous`."""
    at = entry.at.astimezone(UTC).isoformat()
    content = canonical({"at": at, "body": entry.body, "kind": entry.kind, "subject": entry.subject})
    return hashlib.sha256(previous + content).digest()


async def append(session: AsyncSession, entries: Sequence[Entry]) -> None:
    """Link `entries` to the chain's end, holding it until the transaction ends."""
    await session.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _CHAIN_LOCK})
    last = await session.scalar(select(AuditEntry.hash).order_by(AuditEntry.number.desc()).limit(1))
    previous = last or GENESIS
    hashes = [previous]
    for entry in entries:
        hashes.append(link(hashes[-1], entry))
    columns = (
        [entry.at for entry in entries],
        [entry.kind for entry in entries],
        [entry.subject for entry in entries],
        [json.dumps(entry.body) for entry in entries],
        hashes[:-1],
        hashes[1:],
    )
    raw = await (await session.connection()).get_raw_connection()
    connection: AsyncConnection[Any] = raw.driver_connection  # type: ignore[assignment] # SQLAlchemy names no type
    async with connection.cursor() as cursor:
        await cursor.execute(_APPEND, columns)


async def verify(session: AsyncSession, *, seen: bytes | None = None) -> Verdict:
    """Walk the whole chain from its beginning and recompute every link.

    `seen` is a hash noted down earlier: a chain that was made anew, or cut, does not hold it.
    """
    walk = Walk(seen=seen)
    async for page in pages(session):
        if not walk.take(page):
            break
    return walk.verdict()


async def pages(session: AsyncSession) -> AsyncIterator[list[Link]]:
    """The chain from its beginning, some thousand links at a time; read past the mapper, ten times as fast."""
    raw = await (await session.connection()).get_raw_connection()
    connection: AsyncConnection[Any] = raw.driver_connection  # type: ignore[assignment] # SQLAlchemy names no type
    after = 0
    async with connection.cursor(binary=True) as cursor:
        while True:
            await cursor.execute(_PAGES, (after, _PAGE))
            rows = await cursor.fetchall()
            if not rows:
                return
            bodies = orjson.loads(f"[{','.join(row[4] for row in rows)}]")
            yield [
                Link(number, at.astimezone(UTC).isoformat(), kind, subject, body, previous, digest)
                for (number, at, kind, subject, _, previous, digest), body in zip(rows, bodies, strict=True)
            ]
            after = rows[-1][0]
