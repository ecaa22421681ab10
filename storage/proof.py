"""Why a message was sent: the local time, the rules with their sources, the versions, consent, who."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import select

from core.errors import NotFound
from core.places import usual_zone
from storage.database import Work
from storage.people import Borrower, ContactPoint, Reach
from storage.talk import Conversation, Decision, Outbound
from storage.work import Agent, AuditEntry


@dataclass(frozen=True)
class Proof:
    """All rows that bear on one message."""

    message: Outbound
    decision: Decision | None
    point: ContactPoint
    borrower: Borrower | None
    reach: Reach | None
    agent: Agent | None
    entries: Sequence[AuditEntry]


async def of_message(work: Work, message_id: uuid.UUID) -> Proof:
    """Gather it; raise `NotFound`."""
    session = work.session
    message = await session.get(Outbound, message_id)
    if message is None:
        raise NotFound("There is no such message.", remedy="Give the id of a message of ours.")
    conversation = await session.get(Conversation, message.conversation_id)
    assert conversation is not None
    point = await session.get(ContactPoint, conversation.contact_point_id)
    assert point is not None
    borrower = await session.get(Borrower, conversation.borrower_id) if conversation.borrower_id else None
    reach = await session.get(Reach, (borrower.id, point.id)) if borrower else None
    entries = await session.scalars(
        select(AuditEntry).where(AuditEntry.subject == str(message_id)).order_by(AuditEntry.number)
    )
    return Proof(
        message=message,
        decision=await session.get(Decision, message.decision_id) if message.decision_id else None,
        point=point,
        borrower=borrower,
        reach=reach,
        agent=await session.get(Agent, message.agent_id) if message.agent_id else None,
        entries=entries.all(),
    )


def told(proof: Proof) -> str:
    """The proof in words, line by line."""
    message, decision = proof.message, proof.decision
    said = ", ".join(say["key"] for say in message.says) or "an agent's own words"
    lines = [
        f"message    {message.id} ({message.purpose}: {said})",
        f"state      {message.state}" + (f", {message.delivery}" if message.delivery else ""),
        f"by         {_speaker(proof)}",
        f"channel    {proof.point.channel}, consent {_consent(proof)}",
    ]
    if decision is not None:
        lines += [
            f"decided    {decision.outcome} at {decision.at.isoformat()}, {_local(proof, decision)} there",
            f"versions   {', '.join(f'{name} {version}' for name, version in sorted(decision.versions.items()))}",
            f"facts      {', '.join(f'{name}={value}' for name, value in sorted(decision.facts.items()))}",
            "rules",
        ]
        lines += [f"  {rule['outcome']:<12} {rule['id']}: {rule['reference']}" for rule in decision.rules]
    lines.append("audit")
    lines += [
        f"  {entry.number:>6} {entry.at.isoformat()} {entry.kind} {entry.hash.hex()[:16]}"
        for entry in proof.entries
    ]
    return "\n".join(lines)


def _speaker(proof: Proof) -> str:
    return f"agent {proof.agent.username}" if proof.agent else "the assistant"


def _consent(proof: Proof) -> str:
    if proof.reach is None or proof.reach.consent_at is None:
        return "by the borrower writing there" if proof.point.channel == "webchat" else "not on file"
    return f"{proof.reach.consent_source or 'on file'} since {proof.reach.consent_at.date().isoformat()}"


def _local(proof: Proof, decision: Decision) -> str:
    zone = (proof.borrower.zone or usual_zone(proof.borrower.jurisdiction)) if proof.borrower else "UTC"
    return f"{decision.at.astimezone(ZoneInfo(zone)).strftime('%a %H:%M')} ({zone})"
