"""Looking at what happened since: for players and testers of conversations."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from storage.database import Work
from storage.people import ContactChange, ContactPoint, PreferenceRule, Reach
from storage.talk import Conversation, Decision, Inbound, Outbound


async def last_outbound(work: Work) -> int:
    """The highest number of a message of ours."""
    return int(await work.session.scalar(select(func.max(Outbound.number))) or 0)


async def sent_since(work: Work, number: int, borrower_id: uuid.UUID) -> tuple[list[dict[str, Any]], int]:
    """What left for the borrower after message `number`, and the number reached."""
    rows = await work.session.execute(
        select(Outbound, ContactPoint.channel)
        .join(Conversation, Conversation.id == Outbound.conversation_id)
        .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
        .where(
            Outbound.number > number,
            Conversation.borrower_id == borrower_id,
            Outbound.state.in_(("sent", "unknown")),
        )
        .order_by(Outbound.number)
    )
    found = [
        {
            "text": row.text,
            "lang": row.language,
            "channel": channel,
            "says": [say["key"] for say in row.says],
            "asks": row.asks,
            "offers": row.offers,
            "discloses": row.discloses,
        }
        for row, channel in rows.all()
    ]
    return found, await last_outbound(work)


async def held_back_since(work: Work, number: int, borrower_id: uuid.UUID) -> list[dict[str, Any]]:
    """What was meant for the borrower after message `number` and did not leave: its keys, its state, and what spoke."""
    rows = await work.session.execute(
        select(Outbound, Decision.rules)
        .join(Conversation, Conversation.id == Outbound.conversation_id)
        .outerjoin(Decision, Decision.id == Outbound.decision_id)
        .where(
            Outbound.number > number,
            Conversation.borrower_id == borrower_id,
            Outbound.state.in_(("blocked", "deferred", "failed")),
        )
        .order_by(Outbound.number)
    )
    return [
        {
            "says": [say["key"] for say in row.says],
            "state": row.state,
            "rules": [rule["id"] for rule in rules or () if rule["outcome"] in ("block", "defer")],
            "error": row.error,
        }
        for row, rules in rows.all()
    ]


async def last_texts(work: Work, borrower_id: uuid.UUID, *, limit: int = 20) -> list[str]:
    """What was sent to the borrower at any address, the newest first."""
    rows = await work.session.scalars(
        select(Outbound.text)
        .join(Conversation, Conversation.id == Outbound.conversation_id)
        .where(Conversation.borrower_id == borrower_id, Outbound.state == "sent", Outbound.text.is_not(None))
        .order_by(Outbound.number.desc())
        .limit(limit)
    )
    return [text for text in rows if text]


async def intent_since(work: Work, number: int, borrower_id: uuid.UUID) -> tuple[str | None, int]:
    """What the last message after `number` was taken to mean, and the number reached."""
    row = (
        await work.session.execute(
            select(Inbound.intent, Inbound.heard, Inbound.number)
            .join(Conversation, Conversation.id == Inbound.conversation_id)
            .where(Inbound.number > number, Conversation.borrower_id == borrower_id)
            .order_by(Inbound.number.desc())
            .limit(1)
        )
    ).first()
    return (None, number) if row is None else (row.intent or row.heard, row.number)


async def addresses(work: Work, borrower_id: uuid.UUID) -> list[Mapping[str, Any]]:
    """The borrower's addresses and how they stand."""
    rows = await work.session.execute(
        select(ContactPoint.channel, ContactPoint.opted_out_at, Reach.status)
        .join(Reach, Reach.contact_point_id == ContactPoint.id)
        .where(Reach.borrower_id == borrower_id)
        .order_by(Reach.rank)
    )
    return [
        {"channel": channel, "opted_out": opted_out is not None, "status": status}
        for channel, opted_out, status in rows.all()
    ]


async def last_contact(work: Work, borrower_id: uuid.UUID) -> dict[str, Any] | None:
    """The newest contact that the borrower gave."""
    row = await work.session.scalar(
        select(ContactChange)
        .where(ContactChange.borrower_id == borrower_id)
        .order_by(ContactChange.at.desc(), ContactChange.status == "superseded")
        .limit(1)
    )
    return {"kind": row.kind, row.kind: row.value, "status": row.status} if row else None


async def last_preference(work: Work, borrower_id: uuid.UUID) -> dict[str, Any] | None:
    """The newest wish about when and where to write."""
    row = await work.session.scalar(
        select(PreferenceRule)
        .where(PreferenceRule.borrower_id == borrower_id, PreferenceRule.lifted_at.is_(None))
        .order_by(PreferenceRule.at.desc())
        .limit(1)
    )
    if row is None:
        return None
    return {
        "zone": row.zone,
        "windows": row.windows,
        "channel": row.channel_wanted,
        "channel_unwanted": row.channel_unwanted,
    }
