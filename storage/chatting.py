"""The web chat's sessions: bound to a borrower by a signed link, and what was said in them."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from core.messages import Channel
from storage.conversations import contact_point
from storage.database import Work
from storage.people import Borrower, ContactPoint, Reach
from storage.talk import Conversation, Inbound, Outbound


async def bind(work: Work, session: str, borrower_id: uuid.UUID) -> bool:
    """This session was opened by the borrower's own link; who sits there is still to be verified."""
    if await work.session.get(Borrower, borrower_id) is None:
        return False
    point = await contact_point(work, Channel.WEBCHAT, session)
    await work.session.execute(
        insert(Reach)
        .values(
            borrower_id=borrower_id,
            contact_point_id=point.id,
            status="active",
            consent_source="opened the chat by their own link",
            consent_at=work.now,
            rank=-1,
        )
        .on_conflict_do_nothing()
    )
    return True


async def said(work: Work, session: str, *, limit: int = 200) -> list[dict[str, Any]]:
    """What both sides said in this session, oldest first, as the page shows it."""
    here = (
        select(Conversation.id)
        .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
        .where(ContactPoint.channel == Channel.WEBCHAT, ContactPoint.address == session)
    )
    theirs = await work.session.scalars(
        select(Inbound).where(Inbound.conversation_id.in_(here)).order_by(Inbound.number.desc()).limit(limit)
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
