"""Letting go of personal data: one borrower's on request, and everybody's whose time is over.

Ids, states, decisions and the audit stay, and the chain holds: its entries never held more than ids, keys and hashes.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import cast, delete, func, select, update
from sqlalchemy.dialects.postgresql import JSONPATH

from core.errors import Conflict, NotFound
from storage import stops_kept
from storage.attachments import Attachment
from storage.database import Work
from storage.letters import Letter
from storage.liftings import Lifting
from storage.overrides import WordingOverride
from storage.people import (
    TIME_BARRED,
    Account,
    Borrower,
    ConsentEvent,
    ContactChange,
    ContactPoint,
    IdentityFact,
    Payment,
    PreferenceRule,
    Reach,
    SetAside,
)
from storage.talk import Case, Conversation, Decision, DeliveryReport, Fact, Inbound, Outbound, Turn
from storage.tokens import Invitation
from storage.work import Note, PlannedContact

ERASED = "erased:"


@dataclass(frozen=True)
class Rest:
    """A borrower with whom nothing is open, the law's place, and the last thing that happened."""

    id: uuid.UUID
    reference: str
    jurisdiction: str
    last_at: datetime


async def at_rest(work: Work) -> Sequence[Rest]:
    """Borrowers with no open account and no open case, the longest at rest first."""
    talked = (
        select(
            Conversation.borrower_id,
            func.max(func.greatest(Conversation.last_inbound_at, Conversation.last_outbound_at)).label("at"),
        )
        .group_by(Conversation.borrower_id)
        .subquery()
    )
    owed = (
        select(
            Account.borrower_id,
            func.max(Account.updated_at).label("at"),
            func.count().filter(Account.status == "open").label("open"),
        )
        .group_by(Account.borrower_id)
        .subquery()
    )
    waits = (
        select(Case.id)
        .join(Conversation, Conversation.id == Case.conversation_id)
        .where(Case.closed_at.is_(None), Conversation.borrower_id == Borrower.id)
        .exists()
    )
    last = func.greatest(Borrower.created_at, talked.c.at, owed.c.at).label("last")
    rows = await work.session.execute(
        select(Borrower.id, Borrower.reference, Borrower.jurisdiction, last)
        .outerjoin(talked, talked.c.borrower_id == Borrower.id)
        .outerjoin(owed, owed.c.borrower_id == Borrower.id)
        .where(func.coalesce(owed.c.open, 0) == 0, ~waits, Borrower.reference.not_like(f"{ERASED}%"))
        .order_by(last)
    )
    return [Rest(*row) for row in rows.all()]


async def by_reference(work: Work, reference: str) -> uuid.UUID:
    """The borrower with the lender's number; raise `NotFound`."""
    found = await work.session.scalar(select(Borrower.id).where(Borrower.reference == reference))
    if found is None:
        raise NotFound(
            "There is no such borrower.", remedy="Give the lender's own number, as it was imported."
        )
    return found


async def conversations_of(work: Work, borrower_id: uuid.UUID) -> Sequence[uuid.UUID]:
    """The borrower's conversations: by their ids the assistant remembers them."""
    rows = await work.session.scalars(
        select(Conversation.id).where(Conversation.borrower_id == borrower_id).order_by(Conversation.id)
    )
    return rows.all()


async def conversations_of_erased(work: Work) -> Sequence[uuid.UUID]:
    """The conversations of every borrower who was erased, now or earlier."""
    rows = await work.session.scalars(
        select(Conversation.id)
        .join(Borrower, Borrower.id == Conversation.borrower_id)
        .where(Borrower.reference.like(f"{ERASED}%"))
        .order_by(Conversation.id)
    )
    return rows.all()


async def erase(work: Work, borrower_id: uuid.UUID, *, key: bytes, why: str) -> None:
    """Take out everything that tells who this was and what was said; `key` hashes the stops that stay.

    Raises `Conflict` while a message to them is on its way: its receipt is still to come.
    """
    borrower = await work.session.scalar(select(Borrower).where(Borrower.id == borrower_id).with_for_update())
    if borrower is None:
        raise NotFound("There is no such borrower.")
    talks = select(Conversation.id).where(Conversation.borrower_id == borrower_id)
    on_its_way = await work.session.scalar(
        select(func.count())
        .select_from(Outbound)
        .where(Outbound.conversation_id.in_(talks), Outbound.state == "sending")
    )
    if on_its_way:
        raise Conflict("A message to this borrower is on its way.", remedy="Try again in some minutes.")
    points = await _own_points(work, borrower_id)
    await _keep_stops(work, borrower, points, key)
    await _words(work, borrower_id)
    await _rows(work, borrower)
    for point in points:
        point.address, point.unreachable_why = f"{ERASED}{point.id}", None
        # Nobody is reached there any more, whatever is planned.
        point.opted_out_at = point.opted_out_at or work.now
    borrower.reference, borrower.name = f"{ERASED}{borrower.id}", ""
    borrower.zip_code, borrower.zone, borrower.flags = None, None, {"cease_all": {"source": "erased"}}
    work.audit("borrower.erased", borrower_id, why=why)


async def _own_points(work: Work, borrower_id: uuid.UUID) -> Sequence[ContactPoint]:
    """Addresses that lead to nobody else: those shared with another borrower are still theirs."""
    here = select(Conversation.contact_point_id).where(Conversation.borrower_id == borrower_id)
    reached = select(Reach.contact_point_id).where(Reach.borrower_id == borrower_id)
    others = select(Reach.contact_point_id).where(Reach.borrower_id != borrower_id)
    changed = select(ContactChange.contact_point_id).where(ContactChange.borrower_id == borrower_id)
    rows = await work.session.scalars(
        select(ContactPoint)
        .where(
            ContactPoint.id.in_(here) | ContactPoint.id.in_(reached) | ContactPoint.id.in_(changed),
            ContactPoint.id.not_in(others),
        )
        .with_for_update()
    )
    return rows.all()


async def _keep_stops(work: Work, borrower: Borrower, points: Sequence[ContactPoint], key: bytes) -> None:
    for point in points:
        if point.opted_out_at is not None:
            hashed = stops_kept.of_address(key, point.channel, point.address)
            await stops_kept.keep(work, hashed, point.opted_out_at)
    flags = {name: {"source": "kept"} for name in borrower.flags if name != TIME_BARRED}
    if flags:
        await stops_kept.keep(work, stops_kept.of_borrower(key, borrower.reference), work.now, flags)


async def _words(work: Work, borrower_id: uuid.UUID) -> None:
    """What was said by either side, and what was drawn from it."""
    run = work.session.execute
    talks = select(Conversation.id).where(Conversation.borrower_id == borrower_id)
    ours = Outbound.conversation_id.in_(talks)
    for message in (await work.session.scalars(select(Outbound).where(ours))).all():
        message.says = [{"key": say["key"]} for say in message.says]
        message.text, message.asks, message.offers, message.choices = None, [], [], []
        # Some providers' ids hold the address.
        if message.provider_id:
            await run(delete(DeliveryReport).where(DeliveryReport.provider_id == message.provider_id))
        message.provider_id, message.seal = None, None
    await run(
        update(Decision)
        .where(Decision.id.in_(select(Outbound.decision_id).where(ours)))
        .values(facts=Decision.facts.op("||")({"location_signals": {}, "flags": [], "recipient_tz": None}))
    )
    await run(
        update(Inbound)
        .where(Inbound.conversation_id.in_(talks))
        .values(
            text="", seal=None, meant=None, media=[], handle=None, provider_id=func.concat(ERASED, Inbound.id)
        )
    )
    await run(update(Turn).where(Turn.conversation_id.in_(talks)).values(outcome=None))
    await run(update(Note).where(Note.conversation_id.in_(talks)).values(text=""))
    await run(update(Case).where(Case.conversation_id.in_(talks)).values(details={}))
    await run(update(Letter).where(Letter.conversation_id.in_(talks)).values(facts={}, body=None))
    await run(update(Lifting).where(Lifting.conversation_id.in_(talks)).values(reason=""))
    await run(
        update(WordingOverride).where(WordingOverride.conversation_id.in_(talks)).values(text="", seal=None)
    )
    await run(
        update(Conversation)
        .where(Conversation.borrower_id == borrower_id)
        .values(dialogue={}, identity="unverified", verified_until=None)
    )


async def _rows(work: Work, borrower: Borrower) -> None:
    """What is only about the person goes; accounts stay as closed rows without a number or an amount."""
    run = work.session.execute
    for table in (
        IdentityFact,
        PreferenceRule,
        ContactChange,
        PlannedContact,
        Fact,
        Invitation,
        Attachment,
        Reach,
    ):
        await run(delete(table).where(table.borrower_id == borrower.id))
    accounts = select(Account.id).where(Account.borrower_id == borrower.id)
    await run(delete(Payment).where(Payment.account_id.in_(accounts)))
    await run(
        update(Account)
        .where(Account.borrower_id == borrower.id)
        .values(
            reference=func.concat(ERASED, Account.id),
            balance=0,
            told_balance=0,
            falls=[],
            parts={},
            holds={},
            status="closed",
        )
    )
    await run(
        delete(SetAside).where(
            func.jsonb_path_exists(
                SetAside.row,
                cast("$.* ? (@ == $ref)", JSONPATH),
                func.jsonb_build_object("ref", borrower.reference),
            )
        )
    )
    await run(
        update(ConsentEvent)
        .where(ConsentEvent.borrower_id == borrower.id, ConsentEvent.kind == "preference")
        .values(detail={})
    )
