"""Stops that outlive the data of the person who asked for them: keyed hashes, of no use without the key."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, EmptyObject
from storage.database import Work
from storage.identity import digest
from storage.people import Borrower, ContactPoint


class KeptStop(Base):
    """That nothing is sent to an address, or the flags of a borrower; whose it is cannot be read from it."""

    __tablename__ = "kept_stop"

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    flags: Mapped[EmptyObject]
    stopped_at: Mapped[datetime]


def of_address(key: bytes, channel: str, address: str) -> bytes:
    """The keyed hash of an address."""
    return digest(key, b"", f"address {channel}", address)


def of_borrower(key: bytes, reference: str) -> bytes:
    """The keyed hash of the lender's number for a borrower."""
    return digest(key, b"", "borrower", reference)


async def keep(
    work: Work, hashed: bytes, stopped_at: datetime, flags: Mapping[str, Any] | None = None
) -> None:
    """Remember a stop; kept already, the earlier one stays."""
    await work.session.execute(
        insert(KeptStop)
        .values(digest=hashed, flags=dict(flags or {}), stopped_at=stopped_at)
        .on_conflict_do_nothing()
    )


async def apply(
    work: Work,
    key: bytes,
    borrowers: Mapping[str, uuid.UUID],
    points: Mapping[tuple[str, str], uuid.UUID],
) -> None:
    """Put kept stops on borrowers (by reference) and addresses that are told again after an erasure."""
    people = {of_borrower(key, reference): row for reference, row in borrowers.items()}
    addresses = {of_address(key, *where): row for where, row in points.items()}
    found = await work.session.scalars(select(KeptStop).where(KeptStop.digest.in_([*people, *addresses])))
    for stop in found.all():
        if stop.digest in addresses:
            await work.session.execute(
                update(ContactPoint)
                .where(ContactPoint.id == addresses[stop.digest], ContactPoint.opted_out_at.is_(None))
                .values(opted_out_at=stop.stopped_at)
            )
        else:
            await work.session.execute(
                update(Borrower)
                .where(Borrower.id == people[stop.digest])
                .values(flags=Borrower.flags.op("||")(stop.flags))
            )
