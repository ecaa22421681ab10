"""What an event obliges us to, written down: stops, marks, pauses, the case, and work with its deadline."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, func, select
from sqlalchemy.orm import Mapped, mapped_column

from core.duties import Duties, Stop
from core.errors import Conflict, NotFound
from storage import accounts, cases, stops
from storage.base import Base, Key
from storage.database import Work
from storage.people import Borrower, ContactPoint, Reach
from storage.talk import Case, Conversation
from storage.work import Agent


class Duty(Base):
    """One piece of work with its deadline: what is to be done, which row of which table asks for it, and who did it."""

    __tablename__ = "duty"

    id: Mapped[Key]
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"), index=True)
    case_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("desk_case.id"), index=True)
    event: Mapped[str]
    # The row of the table of duties, the work's text on the desk, and the law.
    row: Mapped[str]
    what: Mapped[str]
    reference: Mapped[str]
    inbound_id: Mapped[uuid.UUID | None]
    arose_at: Mapped[datetime]
    due_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    done_by: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("agent.id"))

    __table_args__ = (
        Index(
            "uq_duty_open",
            "conversation_id",
            "what",
            unique=True,
            postgresql_where="done_at is null",
        ),
        Index("ix_duty_due", "due_at", postgresql_where="done_at is null"),
    )


@dataclass(frozen=True)
class Cause:
    """Where the duties come from: who or what says so, in which message, about which account, and for the case why."""

    source: str
    inbound_id: uuid.UUID | None = None
    account_id: uuid.UUID | None = None
    reason: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)
    # The words were a stop of this very address, whoever holds it: it reaches no further.
    this_address_only: bool = False


@dataclass(frozen=True)
class Due:
    """An open piece of work, whose it is and where."""

    duty: Duty
    conversation: Conversation
    borrower: Borrower | None


async def carry_out(work: Work, conversation: Conversation, duties: Duties, cause: Cause) -> bool:
    """Write down all that `duties` demand, and which rows demanded it; True when a stop was new."""
    fresh = await _stop(work, conversation, duties, cause)
    if duties.wrong_party:
        await stops.wrong_party(work, conversation, cause.source, inbound_id=cause.inbound_id)
    elif duties.third_party:
        await stops.third_party(work, conversation)
    if conversation.borrower_id is not None:
        for name in duties.flags:
            await stops.flag(
                work,
                conversation.borrower_id,
                name,
                cause.source,
                inbound_id=cause.inbound_id,
                event=duties.event,
            )
    if cause.account_id is not None:
        for reason in duties.holds:
            await accounts.hold(work, cause.account_id, reason, event=duties.event)
    case = await _case(work, conversation, duties, cause) if duties.queue else None
    await _arise(work, conversation, duties, cause, case)
    return fresh


async def _stop(work: Work, conversation: Conversation, duties: Duties, cause: Cause) -> bool:
    if duties.stop is None:
        return False
    here = await work.session.get(ContactPoint, conversation.contact_point_id)
    assert here is not None
    fresh = await stops.opt_out(work, here, cause.source, inbound_id=cause.inbound_id)
    everywhere_else = duties.stop is Stop.CHANNEL and not (duties.wrong_party or cause.this_address_only)
    if everywhere_else and conversation.borrower_id and conversation.identity != "third_party":
        rows = await work.session.scalars(
            select(ContactPoint)
            .join(Reach, Reach.contact_point_id == ContactPoint.id)
            .where(
                Reach.borrower_id == conversation.borrower_id,
                ContactPoint.channel == here.channel,
                ContactPoint.id != here.id,
                ContactPoint.opted_out_at.is_(None),
            )
        )
        for point in rows.all():
            await stops.opt_out(work, point, cause.source, inbound_id=cause.inbound_id)
    return fresh


async def _case(work: Work, conversation: Conversation, duties: Duties, cause: Cause) -> Case:
    return await cases.open_case(
        work,
        conversation,
        queue=duties.queue,
        priority=duties.priority,
        reason=cause.reason or duties.event,
        details=dict(cause.details),
        not_for=conversation.assigned_to if duties.other_person else None,
        take_floor=duties.takes_floor,
    )


async def _arise(
    work: Work, conversation: Conversation, duties: Duties, cause: Cause, case: Case | None
) -> None:
    """The work with its deadlines; what is open already keeps the deadline that it has."""
    if not duties.rows:
        return
    waiting = {duty.what: duty for duty in await open_duties(work, conversation.id)}
    for task in duties.tasks:
        if task.what in waiting:
            continue
        work.session.add(
            Duty(
                id=uuid.uuid4(),
                conversation_id=conversation.id,
                case_id=case.id if case else None,
                event=duties.event,
                row=task.duty,
                what=task.what,
                reference=task.reference,
                inbound_id=cause.inbound_id,
                arose_at=work.now,
                due_at=task.due_at,
            )
        )
    await work.session.flush()
    if case is not None:
        await _mind(work, case)
    inbound = str(cause.inbound_id) if cause.inbound_id else None
    stops.arose(work, conversation.id, duties, cause.source, inbound=inbound)


async def _mind(work: Work, case: Case) -> None:
    """A case is due when the first of its open work is."""
    case.due_at = await work.session.scalar(
        select(func.min(Duty.due_at)).where(Duty.case_id == case.id, Duty.done_at.is_(None))
    )


async def open_duties(work: Work, conversation_id: uuid.UUID) -> Sequence[Duty]:
    """The open work of one conversation, the first due first."""
    rows = await work.session.scalars(
        select(Duty)
        .where(Duty.conversation_id == conversation_id, Duty.done_at.is_(None))
        .order_by(Duty.due_at, Duty.what)
    )
    return rows.all()


async def of_borrower(work: Work, borrower_id: uuid.UUID) -> Sequence[Duty]:
    """The open work of all conversations with one borrower, the first due first."""
    rows = await work.session.scalars(
        select(Duty)
        .join(Conversation, Conversation.id == Duty.conversation_id)
        .where(Conversation.borrower_id == borrower_id, Duty.done_at.is_(None))
        .order_by(Duty.due_at, Duty.what)
    )
    return rows.all()


async def due(work: Work, *, limit: int = 300) -> list[Due]:
    """All open work, the first due first; closing a case ends none of it."""
    rows = await work.session.execute(
        select(Duty, Conversation, Borrower)
        .join(Conversation, Conversation.id == Duty.conversation_id)
        .outerjoin(Borrower, Borrower.id == Conversation.borrower_id)
        .where(Duty.done_at.is_(None))
        .order_by(Duty.due_at, Duty.what)
        .limit(limit)
    )
    return [Due(duty, conversation, borrower) for duty, conversation, borrower in rows.all()]


async def has_arisen(work: Work, conversation: Conversation, event: str) -> bool:
    """Whether `event` has ever asked for work in a conversation with this borrower, done or not."""
    whose = Conversation.id == conversation.id
    if conversation.borrower_id is not None:
        whose = Conversation.borrower_id == conversation.borrower_id
    found = await work.session.scalar(
        select(Duty.id)
        .join(Conversation, Conversation.id == Duty.conversation_id)
        .where(whose, Duty.event == event)
        .limit(1)
    )
    return found is not None


async def overdue(work: Work) -> int:
    """How many pieces of work are past their deadline."""
    counted = select(func.count()).select_from(Duty).where(Duty.done_at.is_(None), Duty.due_at < work.now)
    return int(await work.session.scalar(counted) or 0)


async def settle(work: Work, duty_id: uuid.UUID, agent: Agent) -> Duty:
    """A person has done it. Raises `NotFound`, and `Conflict` where somebody else has."""
    duty = await work.session.scalar(select(Duty).where(Duty.id == duty_id).with_for_update())
    if duty is None:
        raise NotFound("There is no such work.")
    if duty.done_at is not None:
        raise Conflict("Somebody has done this already.", remedy="Reload the page.")
    duty.done_at, duty.done_by = work.now, agent.id
    await work.session.flush()
    case = await work.session.get(Case, duty.case_id) if duty.case_id else None
    if case is not None:
        await _mind(work, case)
    work.audit(
        "duty.done",
        duty.conversation_id,
        duty=str(duty.id),
        row=duty.row,
        what=duty.what,
        by=str(agent.id),
        late=work.now > duty.due_at,
    )
    return duty
