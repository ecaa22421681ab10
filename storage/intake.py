"""Ordinary messages from people we know, many in one transaction: three statements, however many they are.

What is not ordinary (a first message, a stop, a file, an edit) is left to `storage.conversations.receive`. What
both keep is the same: the message once under its provider's id, when the person wrote last, and the audit.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.messages import InboundMessage
from storage.audit_chain import sealed
from storage.database import Work

# A conversation that somebody else is writing to is left out and not waited for: one that is long in coming free
# would hold up everybody's message, and two that wait for each other's conversations would wait for ever.
_STANDING = """
    with asked as (
        select * from unnest(%s::text[], %s::text[]) with ordinality as asked (channel, address, place)
    )
    select asked.place, point.opted_out_at, here.id, here.contact_point_id, here.borrower_id, here.held_by
    from asked
    join contact_point as point on point.channel = asked.channel and point.address = asked.address
    join lateral (
        select id from conversation where contact_point_id = point.id
        order by last_outbound_at desc nulls last, last_inbound_at desc nulls last limit 1
    ) as latest on true
    join conversation as here on here.id = latest.id
    where here.borrower_id is not null or not exists (
        select from reach where reach.contact_point_id = point.id and reach.status = 'active'
    )
    for no key update of here skip locked
"""
_STORE = """
    with given as (
        select * from unnest(
            %s::uuid[], %s::text[], %s::text[], %s::uuid[], %s::text[], %s::text[], %s::text[], %s::bytea[],
            %s::timestamptz[]
        ) with ordinality
        as given (id, channel, provider_id, conversation_id, handle, kind, text, seal, received_at, place)
    ),
    fresh as (
        insert into inbound (id, channel, provider_id, conversation_id, handle, kind, text, seal, received_at)
        select id, channel, provider_id, conversation_id, handle, kind, text, seal, received_at
        from given order by place
        on conflict do nothing
        returning id, conversation_id, received_at
    )
    update conversation set last_inbound_at = fresh.received_at
    from fresh where conversation.id = fresh.conversation_id
    returning fresh.id
"""


@dataclass(frozen=True)
class Standing:
    """The conversation that a message from an address belongs to, and how things stand there."""

    conversation_id: uuid.UUID
    contact_point_id: uuid.UUID
    borrower_id: uuid.UUID | None
    held_by: str
    opted_out_at: datetime | None


async def standing(work: Work, messages: Sequence[InboundMessage]) -> list[Standing | None]:
    """Where each message belongs, its conversation locked; None where that is not settled yet or somebody has it.

    No two messages are from one address.
    """
    channels = [str(message.channel) for message in messages]
    connection = await work.raw()
    async with connection.cursor() as cursor:
        await cursor.execute(_STANDING, (channels, [message.sender for message in messages]))
        rows = await cursor.fetchall()
    found: list[Standing | None] = [None] * len(messages)
    for place, opted_out_at, conversation_id, point_id, borrower_id, held_by in rows:
        found[place - 1] = Standing(conversation_id, point_id, borrower_id, held_by, opted_out_at)
    return found


async def store(work: Work, messages: Sequence[tuple[InboundMessage, Standing]]) -> list[bool]:
    """Store each message once, in this order, where it belongs; False for one that is here already."""
    if not messages:
        return []
    told = [(uuid.uuid4(), secrets.token_bytes(16), message, at) for message, at in messages]
    columns = (
        [key for key, _, _, _ in told],
        [str(message.channel) for _, _, message, _ in told],
        [message.provider_id for _, _, message, _ in told],
        [at.conversation_id for _, _, _, at in told],
        [message.handle for _, _, message, _ in told],
        [str(message.kind) for _, _, message, _ in told],
        [message.text for _, _, message, _ in told],
        [seal for _, seal, _, _ in told],
        [message.received_at for _, _, message, _ in told],
    )
    connection = await work.raw()
    async with connection.cursor() as cursor:
        await cursor.execute(_STORE, columns)
        fresh = {key for (key,) in await cursor.fetchall()}
    for key, seal, message, at in told:
        if key in fresh:
            _note(work, key, seal, message, at)
    return [key in fresh for key, _, _, _ in told]


def _note(work: Work, key: uuid.UUID, seal: bytes, message: InboundMessage, at: Standing) -> None:
    work.audit(
        "inbound.received",
        key,
        conversation=str(at.conversation_id),
        channel=message.channel,
        kind=message.kind,
        heard=None,
        content=sealed(seal, message.text),
    )
