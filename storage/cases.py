"""Work for people: cases in queues."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import case as when
from sqlalchemy import select

from core.errors import NotFound
from storage.database import Work
from storage.talk import Case, Conversation

_URGENCY = when({"immediate": 0, "high": 1}, value=Case.priority, else_=2)


async def open_case(
    work: Work,
    conversation: Conversation,
    *,
    queue: str,
    priority: str,
    reason: str,
    details: dict[str, Any] | None = None,
    not_for: uuid.UUID | None = None,
    take_floor: bool = True,
) -> Case:
    """Put a conversation before people; once per queue while that case is open. The assistant falls silent
    unless `take_floor` is False."""
    found = await work.session.scalar(
        select(Case).where(
            Case.conversation_id == conversation.id, Case.queue == queue, Case.closed_at.is_(None)
        )
    )
    if found is None:
        found = Case(
            id=uuid.uuid4(),
            conversation_id=conversation.id,
            queue=queue,
            priority=priority,
            reason=reason,
            details=details or {},
            opened_at=work.now,
            not_for=not_for,
        )
        work.session.add(found)
        work.audit("case.opened", found.id, queue=queue, priority=priority, conversation=str(conversation.id))
    else:
        found.details = {**found.details, **(details or {})}
        if _rank(priority) < _rank(found.priority):
            found.priority = priority
    if take_floor and conversation.held_by == "assistant":
        conversation.held_by = "queue"
        conversation.lease_number += 1
        work.audit("floor.queue", conversation.id)
    return found


def _rank(priority: str) -> int:
    return {"immediate": 0, "high": 1}.get(priority, 2)


async def open_cases(work: Work, *, conversation_id: uuid.UUID | None = None) -> Sequence[Case]:
    """Cases that nobody has closed, the most urgent, the first due and the longest waiting first."""
    query = select(Case).where(Case.closed_at.is_(None))
    if conversation_id is not None:
        query = query.where(Case.conversation_id == conversation_id)
    rows = await work.session.scalars(query.order_by(_URGENCY, Case.due_at.nulls_last(), Case.opened_at))
    return rows.all()


async def close(work: Work, case_id: uuid.UUID, *, disposition: str) -> Case:
    """Close a case with its outcome; raise `NotFound`."""
    found = await work.session.scalar(select(Case).where(Case.id == case_id).with_for_update())
    if found is None:
        raise NotFound("There is no such case.")
    if found.closed_at is None:
        found.closed_at = work.now
        found.disposition = disposition
        work.audit("case.closed", found.id, disposition=disposition)
    return found
