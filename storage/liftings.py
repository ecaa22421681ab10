"""Marks and pauses that a person lifts: who asked and why, and who agreed where it takes two."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column

from core.duties import Lifting as May
from core.errors import Conflict, NotFound
from storage import accounts, stops
from storage.base import Base, EmptyList, Key
from storage.database import Work
from storage.work import Agent


class Lifting(Base):
    """That a mark of the borrower or a pause of an account is to go: the reason stays here, the audit names the row."""

    __tablename__ = "lifting"

    id: Mapped[Key]
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"), index=True)
    borrower_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("borrower.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    reason: Mapped[str]
    # The rows of the tables of duties that say who may lift it.
    rows: Mapped[EmptyList]
    asked_by: Mapped[uuid.UUID] = mapped_column(ForeignKey("agent.id"))
    asked_at: Mapped[datetime]
    # waiting | lifted | refused
    state: Mapped[str] = mapped_column(default="waiting")
    settled_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agent.id"))
    settled_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("state in ('waiting','lifted','refused')", name="state"),
        Index("uq_lifting_waiting", "borrower_id", "name", unique=True, postgresql_where="state = 'waiting'"),
    )


@dataclass(frozen=True)
class Waiting:
    """One that waits for a second person, and who asked."""

    lifting: Lifting
    agent: Agent


async def ask(
    work: Work,
    *,
    conversation_id: uuid.UUID,
    borrower_id: uuid.UUID,
    name: str,
    reason: str,
    may: May,
    agent: Agent,
) -> Lifting:
    """Write down who wants it lifted and why, and lift it where one person may. Raises `Conflict` where one waits."""
    if await _waiting_for(work, borrower_id, name) is not None:
        raise Conflict("That is waiting for a second person already.")
    row = Lifting(
        id=uuid.uuid4(),
        conversation_id=conversation_id,
        borrower_id=borrower_id,
        name=name,
        reason=reason,
        rows=list(may.rows),
        asked_by=agent.id,
        asked_at=work.now,
        state="waiting",
    )
    work.session.add(row)
    await work.session.flush()
    _audit(work, "lifting.asked", row, agent)
    if not may.second_person:
        await _lift(work, row, agent)
    return row


async def settle(work: Work, lifting_id: uuid.UUID, agent: Agent, *, agreed: bool) -> Lifting:
    """A second person agrees or refuses, once. Raises `NotFound`, and `Conflict` for whoever asked or may not."""
    row = await work.session.scalar(select(Lifting).where(Lifting.id == lifting_id).with_for_update())
    if row is None:
        raise NotFound("There is no such request.")
    if row.state != "waiting":
        raise Conflict("Somebody has decided on this.", remedy="Reload the page.")
    if row.asked_by == agent.id or agent.role != "supervisor":
        raise Conflict(
            "Whoever asked for it does not agree to it.",
            remedy="A supervisor who did not ask has to decide.",
        )
    if agreed:
        await _lift(work, row, agent)
        return row
    row.state, row.settled_by, row.settled_at = "refused", agent.id, work.now
    _audit(work, "lifting.refused", row, agent)
    return row


async def _lift(work: Work, row: Lifting, agent: Agent) -> None:
    for account in await accounts.of_borrower(work, row.borrower_id):
        if row.name in account.holds:
            await accounts.lift_hold(work, account.id, row.name)
    await stops.lift(work, row.borrower_id, row.name, f"agent {agent.username}")
    row.state, row.settled_by, row.settled_at = "lifted", agent.id, work.now
    _audit(work, "lifting.done", row, agent)


def _audit(work: Work, kind: str, row: Lifting, agent: Agent) -> None:
    body: dict[str, Any] = {"lifting": str(row.id), "name": row.name, "rows": row.rows, "by": str(agent.id)}
    if row.asked_by != agent.id:
        body["asked_by"] = str(row.asked_by)
    work.audit(kind, row.borrower_id, **body)


async def _waiting_for(work: Work, borrower_id: uuid.UUID, name: str) -> Lifting | None:
    found: Lifting | None = await work.session.scalar(
        select(Lifting).where(
            Lifting.borrower_id == borrower_id, Lifting.name == name, Lifting.state == "waiting"
        )
    )
    return found


async def waiting(work: Work, borrower_id: uuid.UUID | None = None, *, limit: int = 50) -> Sequence[Waiting]:
    """What waits for a second person, the oldest first; of one borrower or of all."""
    query = select(Lifting, Agent).join(Agent, Agent.id == Lifting.asked_by).where(Lifting.state == "waiting")
    if borrower_id is not None:
        query = query.where(Lifting.borrower_id == borrower_id)
    rows = await work.session.execute(query.order_by(Lifting.asked_at).limit(limit))
    return [Waiting(row, agent) for row, agent in rows.all()]
