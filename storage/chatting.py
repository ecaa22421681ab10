"""The web chat's sessions: bound to a borrower by a signed link, and what was said in them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from core.messages import Channel
from storage.database import Work
from storage.people import ContactPoint, Reach
from storage.talk import Conversation, Inbound, Outbound


async def is_bound(work: Work, session: str) -> bool:
    """Whether a link of ours has led a borrower to this session."""
    found = await work.session.scalar(
        select(Reach.borrower_id)
        .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
        .where(ContactPoint.channel == Channel.WEBCHAT, ContactPoint.address == session)
        .limit(1)
    )
    return found is not None


async def said(work: Work, session: str, *, limit: int = 200) -> list[dict[str, Any]]:
    """What both sides said in this session, oldest first, as the page shows it."""
    here = (
        select(Conversation.id)
        .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
        .where(ContactPoint.channel == Channel.WEBCHAT, ContactPoint.address == session)
    )
    theirs = await work.session.scalars(
        select(Inbound)
        .where(Inbound.conversation_id.in_(here), Inbound.kind.not_in(("joined", "left")))
        .order_by(Inbound.number.desc())
        .limit(limit)
    )
    ours = await work.session.scalars(
        select(Outbound)
        .where(Outbound.conversation_id.in_(here), Outbound.state.in_(("sent", "unknown")))
        .order_by(Outbound.number.desc())
        .limit(limit)
    )
    lines: list[dict[str, Any]] = [
        {"id": row.provider_id, "who": "you", "text": row.text, "at": row.received_at.isoformat()}
        for row in theirs
    ]
    lines += [
        {
            "id": row.key,
            "who": "agent" if row.agent_id else "assistant",
            "text": row.text,
            "at": (row.sent_at or row.planned_at).isoformat(),
            "language": row.language,
        }
        for row in ours
    ]
    return sorted(lines, key=lambda line: line["at"])
