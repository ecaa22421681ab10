"""Where a borrower can be reached."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from storage import stops
from storage.conversations import between
from storage.database import Work
from storage.people import Borrower, ContactPoint, Reach
from storage.talk import Conversation


async def conversation_for(
    work: Work, borrower: Borrower, *, channel: str | None = None
) -> Conversation | None:
    """The conversation at the first address that is the borrower's own, reachable and not stopped.

    Ranked as the lender ranks them; with `channel` only there. None when no address may be used.
    """
    query = (
        select(ContactPoint)
        .join(Reach, Reach.contact_point_id == ContactPoint.id)
        .where(
            Reach.borrower_id == borrower.id,
            Reach.status == "active",
            ContactPoint.unreachable_at.is_(None),
        )
        .order_by(ContactPoint.opted_out_at.is_not(None), Reach.rank, ContactPoint.created_at)
        .limit(1)
    )
    if channel:
        query = query.where(ContactPoint.channel == channel)
    point = await work.session.scalar(query)
    if point is None:
        return None
    return await between(work, point, borrower)


async def points(work: Work, borrower_id: uuid.UUID) -> Sequence[tuple[str, str, str]]:
    """Every address of a borrower: its channel, the address, and how it stands."""
    rows = await work.session.execute(
        select(ContactPoint.channel, ContactPoint.address, Reach.status)
        .join(Reach, Reach.contact_point_id == ContactPoint.id)
        .where(Reach.borrower_id == borrower_id)
        .order_by(Reach.rank)
    )
    return [(channel, address, status) for channel, address, status in rows.all()]


async def address(work: Work, point_id: uuid.UUID) -> tuple[str, str]:
    """The channel and the address of a contact point."""
    row = await work.session.execute(
        select(ContactPoint.channel, ContactPoint.address).where(ContactPoint.id == point_id)
    )
    channel, found = row.one()
    return channel, found


async def by_reference(work: Work, reference: str) -> Borrower | None:
    """The borrower with the lender's own number."""
    found: Borrower | None = await work.session.scalar(
        select(Borrower).where(Borrower.reference == reference)
    )
    return found


async def bind(work: Work, borrower_id: uuid.UUID, point: ContactPoint, *, source: str) -> bool:
    """From now on the borrower is reached at `point`, by their own doing; False where it is somebody else's.

    Who is there is still to be verified: a stranger's address stays a stranger's.
    """
    row = insert(Reach).values(
        borrower_id=borrower_id,
        contact_point_id=point.id,
        status="active",
        consent_source=source,
        consent_at=work.now,
        rank=0,
    )
    bound = await work.session.scalar(
        row.on_conflict_do_update(
            index_elements=["borrower_id", "contact_point_id"],
            set_={"status": "active", "consent_source": source, "consent_at": work.now},
            where=Reach.status != "wrong_party",
        ).returning(Reach.borrower_id)
    )
    if bound is None:
        return False
    stops.note(work, "consent", "link", contact_point_id=point.id, borrower_id=borrower_id)
    return True


async def standing(work: Work, borrower_id: uuid.UUID, point_id: uuid.UUID) -> str | None:
    """How an address stands with a borrower; None where it is none of theirs."""
    found: str | None = await work.session.scalar(
        select(Reach.status)
        .where(Reach.borrower_id == borrower_id, Reach.contact_point_id == point_id)
        .with_for_update()
    )
    return found


async def reinstate(work: Work, borrower_id: uuid.UUID, point_id: uuid.UUID, *, by: str) -> None:
    """An address is in use again; whoever reads there is unknown until they have said who they are."""
    await work.session.execute(
        update(Reach)
        .where(Reach.borrower_id == borrower_id, Reach.contact_point_id == point_id)
        .values(status="active")
    )
    await work.session.execute(
        update(Conversation)
        .where(
            Conversation.borrower_id == borrower_id,
            Conversation.contact_point_id == point_id,
            Conversation.identity == "third_party",
        )
        .values(identity="unverified", verified_until=None)
    )
    stops.note(work, "reinstated", by, contact_point_id=point_id, borrower_id=borrower_id)
