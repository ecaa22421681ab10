"""Messages of ours: planned under a key, decided, sent at most once, followed by their receipts."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from core.duties import Duties
from core.messages import Channel, DeliveryState, DeliveryUpdate, Receipt
from storage import stops
from storage.audit_chain import sealed
from storage.database import Work
from storage.people import ContactPoint
from storage.talk import Conversation, Decision, DeliveryReport, Outbound

# A delivery state only ever gives way to a later one; the two kinds of failure are ends.
_FORWARD = {"queued": 1, "sent": 2, "delivered": 3, "read": 4, "undelivered": 5, "failed": 5}
_LOST = frozenset({DeliveryState.UNDELIVERED, DeliveryState.FAILED})
_FULL_WIDTH = str.maketrans("１２３４５６７８９", "123456789")
# What is noted of a message whose platform said that its session window is shut.
WINDOW_SHUT = "window-shut"
# A report settles these; what failed may turn out to have arrived all the same.
_OPEN = frozenset({"sending", "unknown", "failed"})


async def plan(
    work: Work,
    conversation: Conversation,
    *,
    key: str,
    purpose: str,
    says: Sequence[Mapping[str, Any]] = (),
    text: str | None = None,
    account_id: uuid.UUID | None = None,
    turn_id: uuid.UUID | None = None,
    agent_id: uuid.UUID | None = None,
) -> uuid.UUID | None:
    """Write down a message to be sent; None when the same key was planned before."""
    planned: uuid.UUID | None = await work.session.scalar(
        insert(Outbound)
        .values(
            id=uuid.uuid4(),
            key=key,
            conversation_id=conversation.id,
            account_id=account_id,
            turn_id=turn_id,
            agent_id=agent_id,
            purpose=purpose,
            says=[dict(say) for say in says],
            text=text,
            asks=[],
            offers=[],
            discloses=False,
            choices=[],
            segments=0,
            state="planned",
            planned_at=work.now,
        )
        .on_conflict_do_nothing()
        .returning(Outbound.id)
    )
    return planned


def confirmation_of(inbound_id: uuid.UUID) -> str:
    """The key of the confirmation of the stop that this message asked for."""
    return f"inbound:{inbound_id}:stop.confirmed"


async def reword(work: Work, key: str, says: Sequence[Mapping[str, Any]]) -> bool:
    """Let the message planned under `key` say this instead; False when it is no longer waiting."""
    changed = await work.session.execute(
        update(Outbound)
        .where(Outbound.key == key, Outbound.state == "planned")
        .values(says=[dict(say) for say in says])
        .returning(Outbound.id)
    )
    return changed.scalar() is not None


async def load(work: Work, outbound_id: uuid.UUID) -> Outbound:
    """The message, locked: one process at a time handles it."""
    found = await work.session.scalar(select(Outbound).where(Outbound.id == outbound_id).with_for_update())
    assert found is not None
    return found


async def put_off_until(work: Work, message: Outbound) -> datetime | None:
    """The moment to which the decision on a message put it off, if it did."""
    decision = await work.session.get(Decision, message.decision_id) if message.decision_id else None
    return decision.next_allowed_at if decision is not None and message.state == "deferred" else None


async def id_of(work: Work, key: str) -> uuid.UUID:
    """The message planned under `key`."""
    found = await work.session.scalar(select(Outbound.id).where(Outbound.key == key))
    assert found is not None
    return found


async def last_said(work: Work, conversation_id: uuid.UUID) -> Outbound | None:
    """What was said last in a conversation, by whom ever; what was not let go, or failed, was not said."""
    said_at = func.coalesce(Outbound.sent_at, Outbound.planned_at)
    said: Outbound | None = await work.session.scalar(
        select(Outbound)
        .where(
            Outbound.conversation_id == conversation_id,
            Outbound.state.in_(("planned", "sending", "unknown", "sent")),
        )
        .order_by(said_at.desc(), Outbound.number.desc())
        .limit(1)
    )
    return said


async def of_turn(work: Work, turn_id: uuid.UUID) -> Sequence[Outbound]:
    """What a turn says, in order."""
    rows = await work.session.scalars(
        select(Outbound).where(Outbound.turn_id == turn_id).order_by(Outbound.number)
    )
    return rows.all()


async def history(work: Work, borrower_id: uuid.UUID, *, days: int = 31) -> Sequence[Outbound]:
    """What was sent to the borrower lately, on every channel, the oldest first."""
    rows = await work.session.scalars(
        select(Outbound)
        .join(Conversation, Conversation.id == Outbound.conversation_id)
        .where(
            Conversation.borrower_id == borrower_id,
            Outbound.state.in_(("sent", "unknown", "sending")),
            Outbound.planned_at > work.now - timedelta(days=days),
        )
        .order_by(Outbound.sent_at)
    )
    return rows.all()


async def record(
    work: Work,
    message: Outbound,
    *,
    outcome: str,
    rules: Sequence[Mapping[str, Any]],
    facts: Mapping[str, Any],
    versions: Mapping[str, str],
    next_allowed_at: datetime | None,
) -> Decision:
    """Keep the decision on a message, and the facts it was made on."""
    decision = Decision(
        id=uuid.uuid4(),
        at=work.now,
        outcome=outcome,
        next_allowed_at=next_allowed_at,
        rules=[dict(rule) for rule in rules],
        facts=dict(facts),
        versions=dict(versions),
    )
    work.session.add(decision)
    await work.session.flush()
    message.decision_id = decision.id
    work.audit(
        f"decision.{outcome}",
        message.id,
        decision=str(decision.id),
        rules=[rule["id"] for rule in rules],
        versions=dict(versions),
    )
    return decision


async def sent(work: Work, message_id: uuid.UUID, receipt: Receipt, *, block: Duties | None = None) -> None:
    """The provider has it. A report that came before this answer is applied now."""
    message = await load(work, message_id)
    # The report that it was not handed on may have been faster than the answer.
    shut = message.state == "failed" and message.error == WINDOW_SHUT
    message.state = "failed" if shut else "sent"
    message.provider_id = receipt.provider_id
    message.segments = receipt.segments
    message.sent_at = message.sent_at or work.now
    message.delivery = _later(message.delivery, receipt.state)
    message.seal = message.seal or secrets.token_bytes(16)
    work.audit(
        "outbound.sent",
        message.id,
        content=sealed(message.seal, message.text or ""),
        receipt=sealed(message.seal, receipt.provider_id),
    )
    reports = await work.session.scalars(
        select(DeliveryReport).where(DeliveryReport.provider_id == receipt.provider_id)
    )
    for told in reports.all():
        await _apply(work, message, told, block)
    if shut:
        message.error = WINDOW_SHUT
    await touched(work, message)


async def touched(work: Work, message: Outbound) -> None:
    """Remember when we last wrote in the conversation."""
    await work.session.execute(
        update(Conversation)
        .where(Conversation.id == message.conversation_id)
        .values(last_outbound_at=work.now)
    )


async def reported(work: Work, told: DeliveryUpdate) -> bool:
    """Whether the provider has told exactly this before."""
    found = await work.session.scalar(
        select(DeliveryReport.id).where(
            DeliveryReport.channel == told.channel,
            DeliveryReport.provider_id == told.provider_id,
            DeliveryReport.state == told.state,
        )
    )
    return found is not None


async def report(work: Work, told: DeliveryUpdate, *, block: Duties | None = None) -> Outbound | None:
    """Take a provider's report; kept even when its message is not known yet. States never go back.

    `block` is what a carrier's block obliges to, should it tell of one.
    """
    await work.session.execute(
        insert(DeliveryReport)
        .values(
            id=uuid.uuid4(),
            channel=told.channel,
            provider_id=told.provider_id,
            our_key=told.our_key,
            state=told.state,
            error=told.error,
            unreachable=told.unreachable,
            opted_out=told.opted_out,
            received_at=told.received_at,
        )
        .on_conflict_do_nothing()
    )
    query = select(Outbound).where(Outbound.provider_id == told.provider_id)
    if told.our_key:
        query = select(Outbound).where(
            (Outbound.provider_id == told.provider_id) | (Outbound.key == told.our_key)
        )
    message = await work.session.scalar(query.with_for_update())
    if message is None:
        return None
    if message.state in _OPEN:
        _settle(message, told)
    elif told.expired or told.window_shut:
        message.state = "failed"
    await _apply(work, message, told, block)
    if told.window_shut:
        message.error = WINDOW_SHUT
    work.audit("outbound.receipt", message.id, state=message.delivery)
    return message


def _settle(message: Outbound, told: DeliveryUpdate) -> None:
    """The report is the first word on a message whose answer was lost, or that was taken for lost."""
    message.provider_id = told.provider_id
    if told.state in _LOST:
        message.state = "failed"
        return
    message.state, message.error = "sent", None
    message.sent_at = message.sent_at or told.received_at


async def _apply(
    work: Work, message: Outbound, told: DeliveryUpdate | DeliveryReport, block: Duties | None
) -> None:
    """What a report says of the message and of its address. A message that was sent stays so, lost or not, unless
    it never left the provider's queue."""
    message.delivery = _later(message.delivery, DeliveryState(told.state))
    if told.error:
        message.error = told.error
    if told.unreachable or told.opted_out:
        await stops.cut_off(
            work, message.conversation_id, opted_out=told.opted_out, code=told.error, block=block
        )


def _later(known: str | None, told: DeliveryState) -> str:
    if known is None or _FORWARD[told] > _FORWARD[known]:
        return str(told)
    return known


async def numbered(work: Work, conversation_id: uuid.UUID, text: str) -> str | None:
    """The choice of our last message there that `text` names by its number; None where it is no such number."""
    said = text.strip().rstrip(".)").translate(_FULL_WIDTH)
    if len(said) != 1 or said not in "123456789":
        return None
    choices = await work.session.scalar(
        select(Outbound.choices)
        .where(
            Outbound.conversation_id == conversation_id, Outbound.state.in_(("sent", "unknown", "sending"))
        )
        .order_by(Outbound.number.desc())
        .limit(1)
    )
    return choices[int(said) - 1]["says"] if choices and int(said) <= len(choices) else None


async def abandoned(work: Work, *, older_than: timedelta) -> Sequence[Outbound]:
    """Messages that were handed out and of which nothing was heard: their process died, or the line did."""
    rows = await work.session.scalars(
        select(Outbound)
        .join(Decision, Decision.id == Outbound.decision_id)
        .where(Outbound.state == "sending", Decision.at < work.now - older_than)
        .with_for_update(of=Outbound, skip_locked=True)
    )
    return rows.all()


@dataclass(frozen=True)
class Doubtful:
    """A message that the provider may or may not have, and what one needs to look for it there."""

    message: Outbound
    channel: Channel
    address: str
    handed_out_at: datetime


async def doubtful(
    work: Work, channels: Collection[Channel], *, older_than: timedelta, limit: int = 100
) -> Sequence[Doubtful]:
    """Messages in doubt since before `older_than`, on these channels, the oldest first."""
    rows = await work.session.execute(
        select(Outbound, ContactPoint.channel, ContactPoint.address, Decision.at)
        .join(Decision, Decision.id == Outbound.decision_id)
        .join(Conversation, Conversation.id == Outbound.conversation_id)
        .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
        .where(
            Outbound.state == "unknown",
            ContactPoint.channel.in_([str(channel) for channel in channels]),
            Decision.at < work.now - older_than,
        )
        .order_by(Decision.at)
        .limit(limit)
    )
    return [Doubtful(message, Channel(name), address, at) for message, name, address, at in rows.all()]


async def is_of_another(work: Work, message_id: uuid.UUID, provider_id: str) -> bool:
    """Whether the provider's id is that of another message of ours."""
    other = await work.session.scalar(
        select(Outbound.id).where(Outbound.provider_id == provider_id, Outbound.id != message_id).limit(1)
    )
    return other is not None
