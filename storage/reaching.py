"""Where a borrower can be reached."""

from __future__ import annotations

from sqlalchemy import select

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
