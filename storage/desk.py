"""What agents see: who waits and why, one conversation with everything that was said, decided and promised."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from core.promises import PromiseStatus
from storage import accounts, attachments, cases, talked_of
from storage.attachments import Attachment
from storage.conversations import load
from storage.database import Work
from storage.people import Account, Borrower, ContactChange, ContactPoint, PreferenceRule, Reach
from storage.talk import Case, Conversation, Decision, Inbound, Outbound, PromiseRow
from storage.work import Agent, DeadLetter, Note, PlannedContact


@dataclass(frozen=True)
class Waiting:
    """One line of the queue."""

    conversation: Conversation
    borrower: Borrower | None
    account: Account | None
    point: ContactPoint
    case: Case | None
    agent: Agent | None


@dataclass(frozen=True)
class Line:
    """One line of a transcript; `who` is borrower, assistant, agent or note."""

    at: datetime
    who: str
    text: str
    message: Outbound | Inbound | Note
    decision: Decision | None = None
    agent: Agent | None = None
    files: Sequence[Attachment] = ()


@dataclass(frozen=True)
class Whole:
    """A conversation with all that an agent needs beside it."""

    conversation: Conversation
    borrower: Borrower | None
    point: ContactPoint
    account: Account | None
    promises: Sequence[PromiseRow]
    told: Mapping[str, Mapping[str, Any]]
    cases: Sequence[Case]
    contacts: Sequence[tuple[ContactPoint, Reach]]
    changes: Sequence[ContactChange]
    wishes: Sequence[PreferenceRule]
    agent: Agent | None
    lines: Sequence[Line]


async def queue(work: Work, *, limit: int = 200) -> list[Waiting]:
    """Open cases, the most urgent and longest waiting first; one line each."""
    found = []
    for case in (await cases.open_cases(work))[:limit]:
        conversation = await load(work, case.conversation_id)
        found.append(await _waiting(work, conversation, case))
    return found


async def recent(work: Work, *, limit: int = 100) -> list[Waiting]:
    """The conversations in which something was said last."""
    rows = await work.session.scalars(
        select(Conversation)
        .where((Conversation.last_inbound_at.is_not(None)) | (Conversation.last_outbound_at.is_not(None)))
        .order_by(func.greatest(Conversation.last_inbound_at, Conversation.last_outbound_at).desc())
        .limit(limit)
    )
    return [await _waiting(work, conversation, None) for conversation in rows]


async def _waiting(work: Work, conversation: Conversation, case: Case | None) -> Waiting:
    session = work.session
    borrower = await session.get(Borrower, conversation.borrower_id) if conversation.borrower_id else None
    account = await talked_of.account_of(work, conversation)
    point = await session.get(ContactPoint, conversation.contact_point_id)
    assert point is not None
    agent = await session.get(Agent, conversation.agent_id) if conversation.agent_id else None
    return Waiting(conversation, borrower, account, point, case, agent)


async def whole(work: Work, conversation_id: uuid.UUID) -> Whole:
    """Everything about one conversation; raises `NotFound`."""
    conversation = await load(work, conversation_id)
    head = await _waiting(work, conversation, None)
    borrower = head.borrower
    session = work.session
    contacts: Sequence[tuple[ContactPoint, Reach]] = ()
    changes: Sequence[ContactChange] = ()
    wishes: Sequence[PreferenceRule] = ()
    if borrower is not None:
        rows = await session.execute(
            select(ContactPoint, Reach)
            .join(Reach, Reach.contact_point_id == ContactPoint.id)
            .where(Reach.borrower_id == borrower.id)
            .order_by(Reach.rank)
        )
        contacts = [(point, reach) for point, reach in rows.all()]
        given = await session.scalars(select(ContactChange).where(ContactChange.borrower_id == borrower.id))
        changes = given.all()
        asked = await session.scalars(
            select(PreferenceRule).where(
                PreferenceRule.borrower_id == borrower.id, PreferenceRule.lifted_at.is_(None)
            )
        )
        wishes = asked.all()
    return Whole(
        conversation=conversation,
        borrower=borrower,
        point=head.point,
        account=head.account,
        promises=await accounts.promises(work, head.account.id) if head.account else (),
        told=await accounts.told(work, borrower.id) if borrower else {},
        cases=await cases.open_cases(work, conversation_id=conversation.id),
        contacts=contacts,
        changes=changes,
        wishes=wishes,
        agent=head.agent,
        lines=await transcript(work, conversation.id),
    )


async def transcript(work: Work, conversation_id: uuid.UUID, *, limit: int = 400) -> list[Line]:
    """What both sides said, with the decision on each message of ours, and the notes; oldest first."""
    session = work.session
    theirs = await session.scalars(
        select(Inbound)
        .where(Inbound.conversation_id == conversation_id)
        .order_by(Inbound.number.desc())
        .limit(limit)
    )
    ours = await session.execute(
        select(Outbound, Decision, Agent)
        .outerjoin(Decision, Decision.id == Outbound.decision_id)
        .outerjoin(Agent, Agent.id == Outbound.agent_id)
        .where(Outbound.conversation_id == conversation_id, Outbound.state != "planned")
        .order_by(Outbound.number.desc())
        .limit(limit)
    )
    notes = await session.execute(
        select(Note, Agent)
        .join(Agent, Agent.id == Note.agent_id)
        .where(Note.conversation_id == conversation_id)
    )
    files = await attachments.of_conversation(work, conversation_id)
    lines = [Line(row.received_at, "borrower", row.text, row, files=files.get(row.id, ())) for row in theirs]
    lines += [
        Line(
            row.sent_at or row.planned_at,
            "agent" if agent else "assistant",
            row.text or ", ".join(say["key"] for say in row.says),
            row,
            decision,
            agent,
        )
        for row, decision, agent in ours
    ]
    lines += [Line(row.at, "note", row.text, row, None, agent) for row, agent in notes]
    return sorted(lines, key=lambda line: line.at)


async def numbers(work: Work) -> dict[str, int]:
    """The dashboard's figures: of the last 24 hours, or of now."""
    since = work.now - timedelta(hours=24)
    session = work.session

    async def count(query: Any) -> int:
        return int(await session.scalar(query) or 0)

    def of_promises(*status: str) -> Any:
        return select(func.count()).select_from(PromiseRow).where(PromiseRow.status.in_(status))

    def of_outbound(*conditions: Any) -> Any:
        return select(func.count()).select_from(Outbound).where(Outbound.planned_at >= since, *conditions)

    return {
        "waiting": await count(select(func.count()).select_from(Case).where(Case.closed_at.is_(None))),
        "received": await count(
            select(func.count()).select_from(Inbound).where(Inbound.received_at >= since)
        ),
        "sent": await count(of_outbound(Outbound.state.in_(("sent", "unknown")))),
        "blocked": await count(of_outbound(Outbound.state == "blocked")),
        "deferred": await count(
            select(func.count())
            .select_from(PlannedContact)
            .where(PlannedContact.state == "waiting", PlannedContact.why.is_not(None))
        ),
        "promises_open": await count(of_promises(PromiseStatus.CONFIRMED)),
        "promises_kept": await count(of_promises(PromiseStatus.KEPT)),
        "promises_ended": await count(
            of_promises(PromiseStatus.KEPT, PromiseStatus.PARTLY_KEPT, PromiseStatus.BROKEN)
        ),
        "opted_out": await count(
            select(func.count()).select_from(ContactPoint).where(ContactPoint.opted_out_at.is_not(None))
        ),
        "dead_letters": await count(
            select(func.count()).select_from(DeadLetter).where(DeadLetter.resolved_at.is_(None))
        ),
    }


async def add_note(work: Work, conversation_id: uuid.UUID, agent_id: uuid.UUID, text: str) -> None:
    """A note for other agents; never sent."""
    work.session.add(Note(conversation_id=conversation_id, agent_id=agent_id, text=text, at=work.now))
    work.audit("note.added", conversation_id, agent=str(agent_id))
