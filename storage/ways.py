"""The addresses of a borrower with what is known of each: who wrote there last, and what became of our messages."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select

from storage.database import Work
from storage.people import ContactPoint, PreferenceRule, Reach
from storage.talk import Conversation, Outbound

_LOST = ("undelivered", "failed")


@dataclass(frozen=True)
class Way:
    """One address. `unanswered`: messages of our own initiative since the person's last word there; `lost`: those of
    them that did not arrive."""

    point: ContactPoint
    reach: Reach
    held_by: str | None
    answered_at: datetime | None
    unanswered: int
    lost: int


async def of_borrower(work: Work, borrower_id: uuid.UUID) -> Sequence[Way]:
    """Every address that was ever the borrower's, as the lender ranks them."""
    rows = await work.session.execute(
        select(ContactPoint, Reach, Conversation.held_by, Conversation.last_inbound_at)
        .join(Reach, Reach.contact_point_id == ContactPoint.id)
        .outerjoin(
            Conversation,
            (Conversation.contact_point_id == ContactPoint.id) & (Conversation.borrower_id == borrower_id),
        )
        .where(Reach.borrower_id == borrower_id)
        .order_by(Reach.rank, ContactPoint.created_at)
    )
    counts = await _since_their_last_word(work, borrower_id)
    return [
        Way(point, reach, held_by, answered_at, *counts.get(point.id, (0, 0)))
        for point, reach, held_by, answered_at in rows.all()
    ]


async def _since_their_last_word(work: Work, borrower_id: uuid.UUID) -> dict[uuid.UUID, tuple[int, int]]:
    rows = await work.session.execute(
        select(
            Conversation.contact_point_id,
            func.count(),
            func.count().filter(Outbound.delivery.in_(_LOST)),
        )
        .select_from(Outbound)
        .join(Conversation, Conversation.id == Outbound.conversation_id)
        .where(
            Conversation.borrower_id == borrower_id,
            Outbound.purpose == "reminder",
            Outbound.state.in_(("sent", "unknown", "sending")),
            or_(
                Conversation.last_inbound_at.is_(None),
                Outbound.planned_at > Conversation.last_inbound_at,
            ),
        )
        .group_by(Conversation.contact_point_id)
    )
    return {point: (sent, lost) for point, sent, lost in rows.all()}


async def wishes(work: Work, borrower_id: uuid.UUID) -> tuple[str | None, frozenset[str]]:
    """The channel that the borrower asked for last, and those that they do not want."""
    rows = await work.session.execute(
        select(PreferenceRule.channel_wanted, PreferenceRule.channel_unwanted)
        .where(PreferenceRule.borrower_id == borrower_id, PreferenceRule.lifted_at.is_(None))
        .order_by(PreferenceRule.at)
    )
    told = rows.all()
    wanted = [each for each, _ in told if each]
    return (wanted[-1] if wanted else None), frozenset(each for _, each in told if each)
