"""Putting jobs into the queue, in the transaction that makes them needed."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from storage.database import Work
from storage.jobs import enqueue, enqueue_all

INBOUND = "inbound"
OUTBOUND = "outbound"
FILES = "files"
MAINTENANCE = "maintenance"
NAMESPACE = "kept"


async def turn(work: Work, conversation_id: uuid.UUID, lane: str) -> None:
    """A turn of this conversation is to be taken, in its lane."""
    arguments = {"conversation_id": str(conversation_id)}
    await enqueue(work, task=f"{NAMESPACE}:turn", queue=INBOUND, lane=lane, arguments=arguments)


async def turns(work: Work, wanted: Sequence[tuple[uuid.UUID, str]]) -> None:
    """Turns of these conversations are to be taken, each in its lane."""
    jobs = [(lane, {"conversation_id": str(conversation_id)}) for conversation_id, lane in wanted]
    await enqueue_all(work, task=f"{NAMESPACE}:turn", queue=INBOUND, jobs=jobs)


async def delivery(work: Work, message_id: uuid.UUID, lane: str) -> None:
    """A planned message is to be decided on and sent, in its lane."""
    arguments = {"message_id": str(message_id)}
    await enqueue(work, task=f"{NAMESPACE}:deliver", queue=OUTBOUND, lane=lane, arguments=arguments)


async def contact(work: Work, contact_id: uuid.UUID, lane: str) -> None:
    """A planned contact has fallen due, in its lane."""
    arguments = {"contact_id": str(contact_id)}
    await enqueue(work, task=f"{NAMESPACE}:contact", queue=OUTBOUND, lane=lane, arguments=arguments)


async def fetch(work: Work, attachment_id: uuid.UUID) -> None:
    """A file is to be fetched from its provider, beside every lane: no answer waits for it."""
    arguments = {"attachment_id": str(attachment_id)}
    await enqueue(
        work, task=f"{NAMESPACE}:fetch", queue=FILES, lane=f"file:{attachment_id}", arguments=arguments
    )
