"""Future messages: their purpose and moment, in our own table and never in the job engine."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from storage.database import Work
from storage.work import PlannedContact


async def plan(
    work: Work,
    *,
    borrower_id: uuid.UUID,
    account_id: uuid.UUID | None,
    kind: str,
    due_at: datetime,
    dedupe: str,
    details: dict[str, Any] | None = None,
) -> bool:
    """Plan a contact once under `dedupe`; False when it was planned before."""
    fresh = await work.session.scalar(
        insert(PlannedContact)
        .values(
            id=uuid.uuid4(),
            borrower_id=borrower_id,
            account_id=account_id,
            due_at=due_at,
            kind=kind,
            details=details or {},
            dedupe=dedupe,
            state="waiting",
            changed_at=work.now,
        )
        .on_conflict_do_nothing()
        .returning(PlannedContact.id)
    )
    return fresh is not None


async def take_due(work: Work, *, limit: int = 500) -> Sequence[PlannedContact]:
    """Take contacts that have fallen due; other promoters skip them."""
    rows = await work.session.scalars(
        select(PlannedContact)
        .where(PlannedContact.state == "waiting", PlannedContact.due_at <= work.now)
        .order_by(PlannedContact.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    due = rows.all()
    for contact in due:
        contact.state = "queued"
        contact.changed_at = work.now
    return due


async def load(work: Work, contact_id: uuid.UUID) -> PlannedContact:
    """The planned contact, locked."""
    found = await work.session.scalar(
        select(PlannedContact).where(PlannedContact.id == contact_id).with_for_update()
    )
    assert found is not None
    return found


async def by_key(work: Work, dedupe: str) -> PlannedContact | None:
    """The contact planned under `dedupe`."""
    found: PlannedContact | None = await work.session.scalar(
        select(PlannedContact).where(PlannedContact.dedupe == dedupe)
    )
    return found


async def next_due(work: Work) -> datetime | None:
    """When the next one falls due, if any waits."""
    found: datetime | None = await work.session.scalar(
        select(PlannedContact.due_at)
        .where(PlannedContact.state == "waiting")
        .order_by(PlannedContact.due_at)
        .limit(1)
    )
    return found


def close(work: Work, contact: PlannedContact, state: str, why: str | None = None) -> None:
    """Done, or dropped with a reason."""
    contact.state = state
    contact.why = why
    contact.changed_at = work.now
    if state == "dropped":
        work.audit("planned.dropped", contact.id, why=why, kind=contact.kind)


def put_off(work: Work, contact: PlannedContact, until: datetime, why: str) -> None:
    """Wait until then, keeping the purpose."""
    contact.state = "waiting"
    contact.due_at = until
    contact.why = why
    contact.changed_at = work.now
    work.audit("planned.deferred", contact.id, until=until.isoformat(), why=why, kind=contact.kind)


async def drop_all(work: Work, borrower_id: uuid.UUID, why: str) -> None:
    """Nothing is planned for this borrower any more."""
    await work.session.execute(
        update(PlannedContact)
        .where(PlannedContact.borrower_id == borrower_id, PlannedContact.state == "waiting")
        .values(state="dropped", why=why, changed_at=work.now)
    )
