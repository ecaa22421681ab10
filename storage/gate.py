"""Everything on file that the gate wants to know about one message, gathered in one place."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from storage import conversations
from storage.database import Work
from storage.outbound import WINDOW_SHUT
from storage.people import Account, Borrower, ConsentEvent, ContactPoint, PreferenceRule, Reach
from storage.talk import Conversation, Inbound, Outbound, Turn


@dataclass(frozen=True)
class PastMessage:
    """One message of either side. `kind` is `out`, `in`; the rest in our own words."""

    at: datetime
    direction: str
    channel: str
    purpose: str
    account_id: uuid.UUID | None
    heard: str | None


@dataclass(frozen=True)
class OnFile:
    """What is known about a message to be sent, as it stands in the database at this instant."""

    message: Outbound
    conversation: Conversation
    point: ContactPoint
    reach: Reach | None
    borrower: Borrower | None
    account: Account | None
    history: Sequence[PastMessage]
    preferences: Sequence[PreferenceRule]
    last_inbound_here: datetime | None
    disclosed_before: bool
    consent_flags: Sequence[str]
    # The platform has told so since the person last wrote.
    window_shut: bool = False
    # Since when a question of ours is open whether we should stop writing, on any channel.
    stop_asked_at: datetime | None = None
    # Something that they wrote here has not been understood yet.
    unread: bool = False


async def gather(work: Work, message: Outbound, *, days: int = 31) -> OnFile:
    """Read it all, the conversation locked, so that nothing changes between the decision and its record."""
    session = work.session
    conversation = await session.scalar(
        select(Conversation).where(Conversation.id == message.conversation_id).with_for_update()
    )
    assert conversation is not None
    point = await session.get(ContactPoint, conversation.contact_point_id)
    assert point is not None
    borrower_id = conversation.borrower_id
    reach = await session.get(Reach, (borrower_id, point.id)) if borrower_id else None
    borrower = await session.get(Borrower, borrower_id) if borrower_id else None
    account = await session.get(Account, message.account_id) if message.account_id else None
    since = work.now - timedelta(days=days)
    preferences: Sequence[PreferenceRule] = ()
    if borrower_id:
        found = await session.scalars(
            select(PreferenceRule).where(
                PreferenceRule.borrower_id == borrower_id, PreferenceRule.lifted_at.is_(None)
            )
        )
        preferences = found.all()
    disclosed = await session.scalar(
        select(func.count())
        .select_from(Outbound)
        .where(
            Outbound.conversation_id == conversation.id,
            Outbound.discloses,
            Outbound.state.in_(("sent", "unknown")),
        )
    )
    return OnFile(
        message=message,
        conversation=conversation,
        point=point,
        reach=reach,
        borrower=borrower,
        account=account,
        history=await _history(work, conversation, since),
        preferences=preferences,
        last_inbound_here=conversation.last_inbound_at,
        disclosed_before=bool(disclosed),
        window_shut=await _window_shut(work, conversation),
        consent_flags=await _consents(work, point),
        stop_asked_at=await _stop_asked(work, conversation),
        unread=await _unread(work, conversation),
    )


async def _unread(work: Work, conversation: Conversation) -> bool:
    open_turns = select(Turn.id).where(Turn.conversation_id == conversation.id, Turn.finished_at.is_(None))
    if await work.session.scalar(open_turns.limit(1)) is not None:
        return True
    return bool(await conversations.waiting(work, conversation.id))


async def _stop_asked(work: Work, conversation: Conversation) -> datetime | None:
    whose = Conversation.id == conversation.id
    if conversation.borrower_id is not None:
        whose = Conversation.borrower_id == conversation.borrower_id
    asked: datetime | None = await work.session.scalar(
        select(func.max(Conversation.last_inbound_at)).where(
            whose, Conversation.dialogue["asked"].astext == "stop"
        )
    )
    return asked


async def _window_shut(work: Work, conversation: Conversation) -> bool:
    told = select(Outbound.id).where(
        Outbound.conversation_id == conversation.id,
        Outbound.state == "failed",
        Outbound.error == WINDOW_SHUT,
        Outbound.planned_at >= (conversation.last_inbound_at or conversation.created_at),
    )
    return await work.session.scalar(told.limit(1)) is not None


async def _history(work: Work, conversation: Conversation, since: datetime) -> list[PastMessage]:
    """What passed between us and the borrower on all channels since then, in order."""
    whose = Conversation.id == conversation.id
    if conversation.borrower_id is not None:
        whose = Conversation.borrower_id == conversation.borrower_id
    ours = await work.session.execute(
        select(
            Outbound.sent_at, Outbound.planned_at, ContactPoint.channel, Outbound.purpose, Outbound.account_id
        )
        .join(Conversation, Conversation.id == Outbound.conversation_id)
        .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
        .where(whose, Outbound.state.in_(("sent", "unknown", "sending")), Outbound.planned_at >= since)
    )
    theirs = await work.session.execute(
        select(Inbound.received_at, Inbound.channel, Inbound.heard)
        .join(Conversation, Conversation.id == Inbound.conversation_id)
        .where(whose, Inbound.received_at >= since)
    )
    past = [
        PastMessage(sent or planned, "out", channel, purpose, account_id, None)
        for sent, planned, channel, purpose, account_id in ours
    ]
    past += [PastMessage(at, "in", channel, "", None, heard) for at, channel, heard in theirs]
    return sorted(past, key=lambda entry: entry.at)


async def _consents(work: Work, point: ContactPoint) -> list[str]:
    """Kinds of changes of consent that this address has seen, in order."""
    rows = await work.session.scalars(
        select(ConsentEvent.kind).where(ConsentEvent.contact_point_id == point.id).order_by(ConsentEvent.at)
    )
    return list(rows.all())
