"""Conversations and the messages in them: received once, gathered into turns, held by one speaker."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from core.errors import Conflict, NotFound
from core.messages import Channel, InboundMessage, Kind
from storage.audit_chain import sealed
from storage.database import Work
from storage.people import Borrower, ContactPoint, Reach, same_phone_as
from storage.talk import Case, Conversation, Inbound, Turn

# Kinds of inbound events that the assistant does not answer: the provider tells of the address, not of a wish
# to talk. An edit replaces the text of a message that is not yet answered, or becomes a message of its own.
SILENT = frozenset({Kind.JOINED, Kind.LEFT})


@dataclass(frozen=True)
class Received:
    """What became of one inbound message when it was stored."""

    inbound: Inbound
    conversation: Conversation
    contact_point: ContactPoint

    @property
    def lane(self) -> str:
        """The key under which everything about this person is done in order."""
        return lane_of(self.conversation)


def lane_of(conversation: Conversation) -> str:
    """One lane per borrower; an unknown sender has the lane of the address."""
    return lane(conversation.borrower_id, conversation.contact_point_id)


def lane(borrower_id: uuid.UUID | None, contact_point_id: uuid.UUID) -> str:
    """The lane of this borrower, or of an address that is nobody's."""
    return f"borrower:{borrower_id}" if borrower_id else f"point:{contact_point_id}"


async def contact_point(work: Work, channel: str, address: str) -> ContactPoint:
    """The contact point at this address, made when it is new."""
    await work.session.execute(
        insert(ContactPoint)
        .values(id=uuid.uuid4(), channel=channel, address=address, created_at=work.now)
        .on_conflict_do_nothing()
    )
    found = await work.session.scalar(
        select(ContactPoint).where(ContactPoint.channel == channel, ContactPoint.address == address)
    )
    assert found is not None
    return found


async def at_point(work: Work, point: ContactPoint, *, language: str | None = None) -> Conversation:
    """The conversation that a message from `point` belongs to.

    The one we wrote in last; else one about the first borrower who is reached there; else one about nobody.
    Two borrowers may share a phone: which of them writes is settled by the identity check, never assumed.
    """
    latest = await work.session.scalar(
        select(Conversation)
        .where(Conversation.contact_point_id == point.id)
        .order_by(
            Conversation.last_outbound_at.desc().nulls_last(),
            Conversation.last_inbound_at.desc().nulls_last(),
        )
        .limit(1)
    )
    if latest is not None and latest.borrower_id is not None:
        return latest
    borrower = await work.session.scalar(
        select(Borrower)
        .join(Reach, Reach.borrower_id == Borrower.id)
        .where(Reach.contact_point_id == point.id, Reach.status == "active")
        .order_by(Reach.rank, Borrower.created_at)
        .limit(1)
    )
    if borrower is None and latest is not None:
        return latest
    return await between(work, point, borrower, language=language)


async def between(
    work: Work, point: ContactPoint, borrower: Borrower | None, *, language: str | None = None
) -> Conversation:
    """The conversation with `borrower` at `point`, made when there is none.

    Where somebody else holds the phone, that is so on every channel of it, those to come included.
    """
    borrower_id = borrower.id if borrower else None
    spoken = borrower.language if borrower else language
    made = await work.session.scalar(
        insert(Conversation)
        .values(
            id=uuid.uuid4(),
            contact_point_id=point.id,
            borrower_id=borrower_id,
            language=spoken or "en",
            language_chosen=False,
            identity="unverified",
            identity_attempts=0,
            held_by="assistant",
            lease_number=0,
            created_at=work.now,
        )
        .on_conflict_do_nothing()
        .returning(Conversation.id)
    )
    found = await work.session.scalar(
        select(Conversation).where(
            Conversation.contact_point_id == point.id,
            Conversation.borrower_id.is_not_distinct_from(borrower_id),
        )
    )
    assert found is not None
    if made and borrower_id and await _another_holds(work, point, borrower_id):
        found.identity = "third_party"
    return found


async def _another_holds(work: Work, point: ContactPoint, borrower_id: uuid.UUID) -> bool:
    """Whether somebody else than this borrower was last known to have the phone that `point` rings at."""
    found = await work.session.scalar(
        select(Conversation.id)
        .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
        .where(
            Conversation.borrower_id == borrower_id,
            Conversation.identity == "third_party",
            same_phone_as(point),
        )
        .limit(1)
    )
    return found is not None


async def receive(
    work: Work, message: InboundMessage, *, heard: str | None, about: Borrower | None = None
) -> Received | None:
    """Store a message once under its provider's id; None when it is already here.

    It goes to the conversation that its address is in, or to the one about the borrower whom it was bound to; where
    nobody vouches for the address, to the one there about nobody.
    """
    point = await contact_point(work, message.channel, message.sender)
    if about is not None or not message.proven:
        conversation = await between(work, point, about, language=message.language_hint)
    else:
        conversation = await at_point(work, point, language=message.language_hint)
    seal = secrets.token_bytes(16)
    media = [{"url": item.url, "content_type": item.content_type} for item in message.media]
    number = await work.session.scalar(
        insert(Inbound)
        .values(
            id=uuid.uuid4(),
            channel=message.channel,
            provider_id=message.provider_id,
            conversation_id=conversation.id,
            handle=message.handle,
            kind=message.kind,
            text=message.text,
            seal=seal,
            media=media,
            received_at=message.received_at,
            heard=heard,
        )
        .on_conflict_do_nothing()
        .returning(Inbound.number)
    )
    if number is None:
        return None
    inbound = await work.session.scalar(select(Inbound).where(Inbound.number == number))
    assert inbound is not None
    conversation.last_inbound_at = message.received_at
    work.audit(
        "inbound.received",
        inbound.id,
        conversation=str(conversation.id),
        channel=message.channel,
        kind=message.kind,
        heard=heard,
        content=sealed(seal, message.text),
    )
    return Received(inbound, conversation, point)


async def load(work: Work, conversation_id: uuid.UUID, *, lock: bool = False) -> Conversation:
    """The conversation, locked against other writers when asked; raise `NotFound`."""
    query = select(Conversation).where(Conversation.id == conversation_id)
    found = await work.session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound("There is no such conversation.")
    return found


async def waiting(work: Work, conversation_id: uuid.UUID) -> Sequence[Inbound]:
    """Messages that no turn has taken up yet, in the order they came."""
    rows = await work.session.scalars(
        select(Inbound)
        .where(
            Inbound.conversation_id == conversation_id,
            Inbound.turn_id.is_(None),
            Inbound.kind.not_in([str(kind) for kind in SILENT]),
        )
        .order_by(Inbound.number)
    )
    return rows.all()


async def open_turn(work: Work, conversation_id: uuid.UUID) -> tuple[Turn, Sequence[Inbound]] | None:
    """The turn to take now: one that was begun and not ended, else a new one over all waiting messages."""
    turn = await work.session.scalar(
        select(Turn)
        .where(Turn.conversation_id == conversation_id, Turn.finished_at.is_(None))
        .order_by(Turn.started_at)
        .limit(1)
    )
    if turn is None:
        messages = await waiting(work, conversation_id)
        if not messages:
            return None
        turn = Turn(id=uuid.uuid4(), conversation_id=conversation_id, started_at=work.now, attempts=0)
        work.session.add(turn)
        await work.session.flush()
        for message in messages:
            message.turn_id = turn.id
    else:
        messages = await said_in(work, turn.id)
    turn.attempts += 1
    return turn, messages


async def said_in(work: Work, turn_id: uuid.UUID) -> Sequence[Inbound]:
    """The messages that a turn answers."""
    rows = await work.session.scalars(
        select(Inbound).where(Inbound.turn_id == turn_id).order_by(Inbound.number)
    )
    return rows.all()


async def lock_turn(work: Work, turn_id: uuid.UUID) -> Turn:
    """The turn, locked: one process at a time decides it."""
    turn = await work.session.scalar(select(Turn).where(Turn.id == turn_id).with_for_update())
    assert turn is not None
    return turn


async def finish_turn(work: Work, turn_id: uuid.UUID) -> None:
    """Mark a turn as done: it will not be run again."""
    await work.session.execute(update(Turn).where(Turn.id == turn_id).values(finished_at=work.now))


async def settle_without_turn(work: Work, inbound: Inbound, by: str) -> None:
    """Close a message that needs no turn of the assistant (a stop word, a status of the address)."""
    turn = Turn(
        id=uuid.uuid4(),
        conversation_id=inbound.conversation_id,
        started_at=work.now,
        finished_at=work.now,
        attempts=0,
        intent=inbound.heard,
        outcome={"by": by},
    )
    work.session.add(turn)
    await work.session.flush()
    inbound.turn_id = turn.id


async def edit(work: Work, received: Received, handle: str | None) -> Inbound | None:
    """Correct the waiting message that its writer's channel calls `handle`; None when it has its answer.

    Handles count only within one chat, so nobody can correct another person's words.
    """
    chat = select(Conversation.id).where(Conversation.contact_point_id == received.contact_point.id)
    changed: Inbound | None = await work.session.scalar(
        update(Inbound)
        .where(
            Inbound.conversation_id.in_(chat),
            Inbound.handle == handle,
            Inbound.number < received.inbound.number,
            Inbound.turn_id.is_(None),
        )
        .values(text=received.inbound.text)
        .returning(Inbound)
    )
    if changed is not None and changed.seal:
        by = str(received.inbound.id)
        work.audit("inbound.corrected", changed.id, by=by, content=sealed(changed.seal, changed.text))
    return changed


async def claim(
    work: Work, conversation_id: uuid.UUID, agent_id: uuid.UUID, *, hours: float = 8
) -> Conversation:
    """Give the floor to one agent by compare-and-set; raise `Conflict` when another one has it."""
    until = work.now + timedelta(hours=hours)
    found: Conversation | None = await work.session.scalar(
        update(Conversation)
        .where(
            Conversation.id == conversation_id,
            (Conversation.held_by != "agent")
            | (Conversation.agent_id == agent_id)
            | (Conversation.lease_until < work.now),
        )
        .values(
            held_by="agent",
            agent_id=agent_id,
            lease_until=until,
            lease_number=Conversation.lease_number + 1,
        )
        .returning(Conversation)
    )
    if found is None:
        raise Conflict(
            "Another agent was quicker and has this conversation.", remedy="Pick another one from the queue."
        )
    work.audit("floor.agent", conversation_id, agent=str(agent_id))
    return found


async def release(work: Work, conversation: Conversation, to: str) -> None:
    """Give the floor to the assistant or to the queue."""
    conversation.held_by = to
    conversation.agent_id = None
    conversation.lease_until = None
    conversation.lease_number += 1
    work.audit(f"floor.{to}", conversation.id)


async def move(work: Work, before: Conversation, here: Conversation) -> None:
    """The person goes on in `here`: language, wrong answers, whoever has the floor and the open cases go along."""
    here.language, here.language_chosen = before.language, before.language_chosen
    here.identity_attempts = max(here.identity_attempts, before.identity_attempts)
    if before.identity == "failed" and here.identity == "unverified":
        here.identity = "failed"
    here.assigned_to = here.assigned_to or before.assigned_to
    if here.held_by == "assistant" and before.held_by != "assistant":
        here.held_by, here.agent_id, here.lease_until = before.held_by, before.agent_id, before.lease_until
        here.lease_number += 1
        await work.session.execute(
            update(Case)
            .where(Case.conversation_id == before.id, Case.closed_at.is_(None))
            .values(conversation_id=here.id)
        )
        await release(work, before, "assistant")
    work.audit("conversation.moved", here.id, before=str(before.id))


async def tries_at_this_phone(work: Work, conversation: Conversation) -> tuple[int, bool]:
    """Wrong answers at this address, by whichever channel of it, and whether they have locked one of them."""
    point = await work.session.get(ContactPoint, conversation.contact_point_id)
    assert point is not None
    rows = await work.session.execute(
        select(Conversation.identity_attempts, Conversation.identity)
        .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
        .where(Conversation.borrower_id == conversation.borrower_id, same_phone_as(point))
    )
    found = rows.all()
    return sum(attempts for attempts, _ in found), any(identity == "failed" for _, identity in found)


async def latest_of(work: Work, borrower_id: uuid.UUID) -> Conversation | None:
    """The conversation in which the borrower wrote last, else one that there is."""
    found: Conversation | None = await work.session.scalar(
        select(Conversation)
        .where(Conversation.borrower_id == borrower_id, Conversation.identity != "third_party")
        .order_by(Conversation.last_inbound_at.desc().nulls_last(), Conversation.created_at.desc())
        .limit(1)
    )
    return found


async def recent_channels(work: Work, borrower_id: uuid.UUID) -> dict[str, datetime]:
    """When the borrower last wrote, by channel."""
    rows = await work.session.execute(
        select(ContactPoint.channel, func.max(Conversation.last_inbound_at))
        .join(Conversation, Conversation.contact_point_id == ContactPoint.id)
        .where(Conversation.borrower_id == borrower_id, Conversation.last_inbound_at.is_not(None))
        .group_by(ContactPoint.channel)
    )
    return {Channel(channel): at for channel, at in rows.all() if at is not None}
