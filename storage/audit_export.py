"""Everything about one borrower between two days, for a regulator, with the entries of the audit that prove it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute

from core.errors import Invalid, NotFound
from core.places import usual_zone
from storage.audit_chain import Link, as_link, holds, sealed, written
from storage.database import Work
from storage.overrides import WordingOverride
from storage.people import Account, Borrower, ConsentEvent, ContactPoint, Reach
from storage.talk import Case, Conversation, Decision, DeliveryReport, Inbound, Outbound, PromiseRow
from storage.work import Agent, AuditEntry

FORMAT = "kept-audit-export/1"


@dataclass(frozen=True)
class _Span:
    """From the first moment of one day until the last of another, where the borrower is."""

    start: datetime
    end: datetime

    def holds(self, column: InstrumentedAttribute[datetime]) -> ColumnElement[bool]:
        return (column >= self.start) & (column < self.end)


async def of_borrower(work: Work, reference: str, first: date, last: date) -> dict[str, Any]:
    """All that passed from `first` to `last`, both included; plain JSON values. Raises `NotFound`, `Invalid`."""
    if last < first:
        raise Invalid("--to", "it lies before --from.", remedy="Give the earlier day first.")
    borrower = await work.session.scalar(select(Borrower).where(Borrower.reference == reference))
    if borrower is None:
        raise NotFound(
            "There is no such borrower.", remedy="Give the lender's own number, as in the accounts file."
        )
    zone = ZoneInfo(borrower.zone or usual_zone(borrower.jurisdiction))
    span = _Span(datetime.combine(first, time(), zone), datetime.combine(last + timedelta(1), time(), zone))
    agents = {row.id: row.username for row in await work.session.scalars(select(Agent))}
    talks = await _talks(work, borrower)
    accounts = (await work.session.scalars(select(Account).where(Account.borrower_id == borrower.id))).all()
    messages = [row async for row in _ours(work, talks, span, zone, agents)]
    messages += [row async for row in _theirs(work, talks, span)]
    promises = (
        await work.session.scalars(
            select(PromiseRow).where(
                PromiseRow.account_id.in_([row.id for row in accounts]), span.holds(PromiseRow.created_at)
            )
        )
    ).all()
    cases = (
        await work.session.scalars(
            select(Case).where(Case.conversation_id.in_(talks), span.holds(Case.opened_at))
        )
    ).all()
    points = [point.id for _, point in talks.values()]
    subjects = {borrower.id, *talks, *points}
    subjects |= {row.id for row in accounts} | {row.id for row in promises} | {row.id for row in cases}
    entries = await _entries(work, {str(key) for key in subjects} | {row["id"] for row in messages}, span)
    end = await work.session.scalar(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1))
    return {
        "format": FORMAT,
        "made_at": work.now.isoformat(),
        "from": first.isoformat(),
        "to": last.isoformat(),
        "zone": str(zone),
        "borrower": {
            "reference": borrower.reference,
            "name": borrower.name,
            "language": borrower.language,
            "jurisdiction": borrower.jurisdiction,
            "flags": dict(borrower.flags),
        },
        "addresses": await _addresses(work, borrower),
        "accounts": [_account(row) for row in accounts],
        "messages": sorted(messages, key=lambda row: (row["at"], row["number"])),
        "consents": await _consents(work, borrower, points, span),
        "overrides": await _overrides(work, talks, span, agents),
        "promises": [_promise(row) for row in promises],
        "chain": {
            "last_number": end.number if end else 0,
            "last_hash": end.hash.hex() if end else "",
            "entries": [written(entry) for entry in entries],
        },
    }


type _Talks = Mapping[Any, tuple[Conversation, ContactPoint]]


async def _talks(work: Work, borrower: Borrower) -> _Talks:
    rows = await work.session.execute(
        select(Conversation, ContactPoint)
        .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
        .where(Conversation.borrower_id == borrower.id)
    )
    return {talk.id: (talk, point) for talk, point in rows.all()}


async def _ours(
    work: Work, talks: _Talks, span: _Span, zone: ZoneInfo, agents: Mapping[Any, str]
) -> AsyncIterator[dict[str, Any]]:
    rows = await work.session.execute(
        select(Outbound, Decision)
        .outerjoin(Decision, Decision.id == Outbound.decision_id)
        .where(Outbound.conversation_id.in_(talks), span.holds(Outbound.planned_at))
    )
    found = rows.all()
    told = await _receipts(work, [message.provider_id for message, _ in found if message.provider_id])
    for message, decision in found:
        point = talks[message.conversation_id][1]
        yield {
            "direction": "out",
            "id": str(message.id),
            "number": message.number,
            "at": (message.sent_at or message.planned_at).isoformat(),
            "channel": point.channel,
            "address": point.address,
            "by": f"agent {agents[message.agent_id]}" if message.agent_id else "assistant",
            "purpose": message.purpose,
            "keys": [say["key"] for say in message.says],
            "text": message.text,
            "state": message.state,
            "delivery": message.delivery,
            "error": message.error,
            "provider_id": message.provider_id,
            "seal": message.seal.hex() if message.seal else None,
            "receipts": told.get((point.channel, message.provider_id), []),
            "decision": _decision(decision, zone) if decision else None,
        }


def _decision(decision: Decision, zone: ZoneInfo) -> dict[str, Any]:
    later = decision.next_allowed_at
    return {
        "id": str(decision.id),
        "at": decision.at.isoformat(),
        "local": decision.at.astimezone(zone).isoformat(),
        "outcome": decision.outcome,
        "next_allowed_at": later.isoformat() if later else None,
        "rules": list(decision.rules),
        "facts": dict(decision.facts),
        "versions": dict(decision.versions),
    }


async def _receipts(work: Work, ids: Sequence[str]) -> dict[tuple[str, str | None], list[dict[str, Any]]]:
    rows = await work.session.scalars(
        select(DeliveryReport).where(DeliveryReport.provider_id.in_(ids)).order_by(DeliveryReport.received_at)
    )
    found: dict[tuple[str, str | None], list[dict[str, Any]]] = {}
    for row in rows:
        report = {"at": row.received_at.isoformat(), "state": row.state, "error": row.error}
        found.setdefault((row.channel, row.provider_id), []).append(report)
    return found


async def _theirs(work: Work, talks: _Talks, span: _Span) -> AsyncIterator[dict[str, Any]]:
    rows = await work.session.scalars(
        select(Inbound).where(Inbound.conversation_id.in_(talks), span.holds(Inbound.received_at))
    )
    for row in rows:
        yield {
            "direction": "in",
            "id": str(row.id),
            "number": row.number,
            "at": row.received_at.isoformat(),
            "channel": row.channel,
            "address": talks[row.conversation_id][1].address,
            "kind": row.kind,
            "text": row.text,
            "seal": row.seal.hex() if row.seal else None,
            "heard": row.heard,
            "understood": row.intent,
        }


async def _addresses(work: Work, borrower: Borrower) -> list[dict[str, Any]]:
    rows = await work.session.execute(
        select(Reach, ContactPoint)
        .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
        .where(Reach.borrower_id == borrower.id)
        .order_by(Reach.rank)
    )
    return [
        {
            "channel": point.channel,
            "address": point.address,
            "status": reach.status,
            "consent_source": reach.consent_source,
            "consent_at": reach.consent_at.isoformat() if reach.consent_at else None,
            "opted_out_at": point.opted_out_at.isoformat() if point.opted_out_at else None,
        }
        for reach, point in rows.all()
    ]


def _account(row: Account) -> dict[str, Any]:
    return {
        "reference": row.reference,
        "lender": row.lender,
        "product": row.product,
        "collector_type": row.collector_type,
        "status": row.status,
        "balance": str(row.balance),
        "currency": row.currency,
        "due_on": row.due_on.isoformat(),
        "holds": dict(row.holds),
    }


def _promise(row: PromiseRow) -> dict[str, Any]:
    return {
        "id": str(row.id),
        "at": row.created_at.isoformat(),
        "amount": str(row.amount),
        "currency": row.currency,
        "due_on": row.due_on.isoformat(),
        "status": row.status,
    }


async def _consents(
    work: Work, borrower: Borrower, points: Sequence[Any], span: _Span
) -> list[dict[str, Any]]:
    rows = await work.session.scalars(
        select(ConsentEvent)
        .where(
            (ConsentEvent.borrower_id == borrower.id)
            | (ConsentEvent.contact_point_id.in_(points) & ConsentEvent.borrower_id.is_(None)),
            span.holds(ConsentEvent.at),
        )
        .order_by(ConsentEvent.at)
    )
    return [
        {
            "at": row.at.isoformat(),
            "kind": row.kind,
            "source": row.source,
            "message": str(row.inbound_id) if row.inbound_id else None,
            "detail": dict(row.detail),
        }
        for row in rows
    ]


async def _overrides(
    work: Work, talks: _Talks, span: _Span, agents: Mapping[Any, str]
) -> list[dict[str, Any]]:
    rows = await work.session.scalars(
        select(WordingOverride)
        .where(WordingOverride.conversation_id.in_(talks), span.holds(WordingOverride.asked_at))
        .order_by(WordingOverride.asked_at)
    )
    return [
        {
            "id": str(row.id),
            "at": row.asked_at.isoformat(),
            "written_by": agents[row.agent_id],
            "text": row.text,
            "seal": row.seal.hex() if row.seal else None,
            "found": list(row.categories),
            "state": row.state,
            "decided_by": agents[row.settled_by] if row.settled_by else None,
            "decided_at": row.settled_at.isoformat() if row.settled_at else None,
        }
        for row in rows
    ]


async def _entries(work: Work, subjects: set[str], span: _Span) -> Sequence[Link]:
    rows = await work.session.scalars(
        select(AuditEntry)
        .where(AuditEntry.subject.in_(subjects), span.holds(AuditEntry.at))
        .order_by(AuditEntry.number)
    )
    return [
        Link(row.number, _utc(row.at), row.kind, row.subject, row.body, row.previous, row.hash)
        for row in rows
    ]


def _utc(at: datetime) -> str:
    return at.astimezone(ZoneInfo("UTC")).isoformat()


def faults(export: Mapping[str, Any], chain: Iterator[Sequence[Link]] | None = None) -> list[str]:
    """What is wrong with an export: entries changed, out of order, or (given the chain's file) not in the chain."""
    if export.get("format") != FORMAT:
        raise Invalid("format", "this is no export of an audit.", remedy=f"It must say {FORMAT}.")
    try:
        entries = [as_link(told) for told in export["chain"]["entries"]]
    except (KeyError, TypeError, ValueError) as error:
        raise Invalid("chain", "its entries cannot be read.", remedy="Export it again.") from error
    found = [f"entry {entry.number} was changed" for entry in entries if not holds(entry)]
    for before, after in pairwise(entries):
        if after.number <= before.number:
            found.append(f"entry {after.number} is out of order")
        elif after.number == before.number + 1 and after.previous != before.hash:
            found.append(f"entry {after.number} does not follow the entry before it")
    found += _unsealed(export, entries)
    if chain is not None:
        there = {entry.hash for page in chain for entry in page}
        found += [f"entry {entry.number} is not in the chain" for entry in entries if entry.hash not in there]
    return found


# The entries that hold a text sealed; where a text was corrected, the last one counts.
_SEALING = frozenset({"outbound.sent", "inbound.received", "inbound.corrected", "wording.asked"})


def _unsealed(export: Mapping[str, Any], entries: Sequence[Link]) -> list[str]:
    """Texts of either side, or kept for a second person, that are not what the audit holds sealed."""
    rows = [*export["messages"], *export.get("overrides", ())]
    told = {row["id"]: row for row in rows if row.get("seal") and row.get("id")}
    last = {
        entry.body.get("override", entry.subject): entry.body["content"]
        for entry in entries
        if entry.kind in _SEALING and "content" in entry.body
    }
    return [
        f"the text of message {id_} was changed"
        for id_, content in last.items()
        if (row := told.get(id_)) is not None
        and sealed(bytes.fromhex(row["seal"]), row["text"] or "") != content
    ]
