"""Messages that the wording guard stopped and that wait for a second person."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from core.errors import Conflict, NotFound
from storage.audit_chain import sealed
from storage.base import Base, EmptyList, Key
from storage.database import Work
from storage.work import Agent


class WordingOverride(Base):
    """An agent's words, what the guard found in them, and who decided. `key` sends once."""

    __tablename__ = "wording_override"

    id: Mapped[Key]
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id", ondelete="CASCADE"))
    agent_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("agent.id"))
    key: Mapped[str]
    text: Mapped[str]
    seal: Mapped[bytes | None]
    categories: Mapped[EmptyList]
    # waiting | sent | refused
    state: Mapped[str] = mapped_column(default="waiting")
    asked_at: Mapped[datetime]
    settled_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agent.id"))
    settled_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("agent_id", "key"),
        CheckConstraint("state in ('waiting','sent','refused')", name="state"),
        Index("ix_wording_override_conversation_id", "conversation_id"),
    )


@dataclass(frozen=True)
class Waiting:
    """A message that waits, and who wrote it."""

    override: WordingOverride
    agent: Agent


async def ask(
    work: Work, *, conversation_id: uuid.UUID, agent_id: uuid.UUID, key: str, text: str, categories: list[Any]
) -> WordingOverride:
    """Keep a stopped message for a second person; asked again with the same key it is the same one."""
    found = await work.session.scalar(
        select(WordingOverride).where(WordingOverride.agent_id == agent_id, WordingOverride.key == key)
    )
    if found is not None:
        return found
    seal = secrets.token_bytes(16)
    row = WordingOverride(
        id=uuid.uuid4(),
        conversation_id=conversation_id,
        agent_id=agent_id,
        key=key,
        text=text,
        seal=seal,
        categories=categories,
        state="waiting",
        asked_at=work.now,
    )
    work.session.add(row)
    await work.session.flush()
    work.audit(
        "wording.asked",
        conversation_id,
        agent=str(agent_id),
        override=str(row.id),
        why=categories,
        content=sealed(seal, text),
    )
    return row


async def waiting(
    work: Work, conversation_id: uuid.UUID | None = None, *, limit: int = 50
) -> Sequence[Waiting]:
    """Messages that wait for a second person, the oldest first; of one conversation or of all."""
    query = (
        select(WordingOverride, Agent)
        .join(Agent, Agent.id == WordingOverride.agent_id)
        .where(WordingOverride.state == "waiting")
    )
    if conversation_id is not None:
        query = query.where(WordingOverride.conversation_id == conversation_id)
    rows = await work.session.execute(query.order_by(WordingOverride.asked_at).limit(limit))
    return [Waiting(row, agent) for row, agent in rows.all()]


async def settle(work: Work, override_id: uuid.UUID, agent: Agent, state: str) -> WordingOverride:
    """A second person decides: `sent` or `refused`, once; who wrote it may not. Raises `NotFound`, `Conflict`."""
    row = await work.session.scalar(
        select(WordingOverride).where(WordingOverride.id == override_id).with_for_update()
    )
    if row is None:
        raise NotFound("There is no such message.")
    if row.state != "waiting":
        raise Conflict("Somebody has decided on this message.")
    if row.agent_id == agent.id or agent.role != "supervisor":
        raise Conflict(
            "Whoever wrote a message does not let it out.",
            remedy="A supervisor who did not write it has to decide.",
        )
    row.state, row.settled_by, row.settled_at = state, agent.id, work.now
    work.audit(
        f"wording.{'overridden' if state == 'sent' else 'refused'}",
        row.conversation_id,
        agent=str(row.agent_id),
        by=str(agent.id),
        override=str(row.id),
        why=row.categories,
    )
    return row
