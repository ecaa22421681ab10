"""The web chat's sessions: bound to a borrower by a signed link or a login, and what was said in them."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from core.messages import Channel
from storage.attachments import Attachment
from storage.database import Work
from storage.people import Account, Borrower, ContactPoint, Reach
from storage.talk import Conversation, Inbound, Outbound

# What a person has seen or may see of ours.
_SHOWN = ("sent", "unknown")


@dataclass(frozen=True)
class State:
    """How a session stands: whose words come next (assistant, queue or agent), in which language, for which lender."""

    held_by: str = "assistant"
    language: str | None = None
    lender: str = ""


async def is_bound(work: Work, session: str) -> bool:
    """Whether a link of ours or a login has led a borrower to this session."""
    found = await work.session.scalar(
        select(Reach.borrower_id)
        .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
        .where(ContactPoint.channel == Channel.WEBCHAT, ContactPoint.address == session)
        .limit(1)
    )
    return found is not None


async def state(work: Work, session: str) -> State:
    """How the session stands; of one in which nothing was said yet, nothing is known."""
    row = await work.session.execute(
        select(Conversation.held_by, Conversation.language, Account.lender)
        .outerjoin(Borrower, Borrower.id == Conversation.borrower_id)
        .outerjoin(Account, Account.borrower_id == Borrower.id)
        .where(Conversation.id.in_(_here(session)))
        .order_by(
            func.greatest(Conversation.last_inbound_at, Conversation.last_outbound_at).desc().nulls_last()
        )
        .limit(1)
    )
    found = row.first()
    return State(found[0], found[1], found[2] or "") if found else State()


async def said(work: Work, session: str, *, limit: int = 200) -> list[dict[str, Any]]:
    """What both sides said in this session, oldest first, as the page shows it."""
    here = _here(session)
    theirs = await work.session.scalars(
        select(Inbound)
        .where(Inbound.conversation_id.in_(here), Inbound.kind.not_in(("joined", "left")))
        .order_by(Inbound.number.desc())
        .limit(limit)
    )
    ours = await work.session.scalars(
        select(Outbound)
        .where(Outbound.conversation_id.in_(here), Outbound.state.in_(_SHOWN))
        .order_by(Outbound.number.desc())
        .limit(limit)
    )
    files = await _files(work, here)
    lines = [_their_line(row, files.get(row.id, ())) for row in reversed(theirs.all())]
    lines += [_our_line(row) for row in reversed(ours.all())]
    return sorted(lines, key=lambda line: line["at"])[-limit:]


async def shown_here(work: Work, session: str, keys: Collection[str]) -> list[str]:
    """Of these keys of messages of ours, those that were sent to this session and are not known to be read."""
    rows = await work.session.scalars(
        select(Outbound.key)
        .where(
            Outbound.conversation_id.in_(_here(session)),
            Outbound.key.in_(keys),
            Outbound.state.in_(_SHOWN),
            Outbound.delivery.is_distinct_from("read"),
        )
        .order_by(Outbound.number)
    )
    return list(rows.all())


async def written_since(work: Work, session: str, since: datetime) -> int:
    """How many messages have come in this session since then."""
    found = await work.session.scalar(
        select(func.count()).where(Inbound.conversation_id.in_(_here(session)), Inbound.received_at >= since)
    )
    return found or 0


async def files_since(work: Work, session: str, since: datetime) -> int:
    """How many files have come in this session since then."""
    found = await work.session.scalar(
        select(func.count()).where(
            Attachment.conversation_id.in_(_here(session)), Attachment.asked_at >= since
        )
    )
    return found or 0


def _here(session: str) -> Select[uuid.UUID]:
    return (
        select(Conversation.id)
        .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
        .where(ContactPoint.channel == Channel.WEBCHAT, ContactPoint.address == session)
    )


async def _files(work: Work, here: Select[uuid.UUID]) -> dict[uuid.UUID, list[str]]:
    rows = await work.session.execute(
        select(Attachment.inbound_id, Attachment.content_type)
        .where(Attachment.conversation_id.in_(here))
        .order_by(Attachment.asked_at, Attachment.position)
    )
    found: dict[uuid.UUID, list[str]] = {}
    for inbound_id, content_type in rows.all():
        found.setdefault(inbound_id, []).append(_named(content_type or ""))
    return found


def _named(content_type: str) -> str:
    if content_type.startswith("image/"):
        return "photo"
    return "pdf" if content_type == "application/pdf" else "file"


def _their_line(row: Inbound, files: Sequence[str]) -> dict[str, Any]:
    return {
        "id": row.provider_id,
        "who": "you",
        "text": row.text,
        "at": row.received_at.isoformat(),
        "files": list(files),
        # Taken up by a turn of the assistant's, or kept for the person who has the floor.
        "read": row.turn_id is not None,
    }


def _our_line(row: Outbound) -> dict[str, Any]:
    return {
        "id": row.key,
        "who": "agent" if row.agent_id else "assistant",
        "text": row.text or "",
        "at": (row.sent_at or row.planned_at).isoformat(),
        "language": row.language,
        "choices": row.choices,
        "seen": row.delivery == "read",
    }
