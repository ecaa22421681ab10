"""New contacts that borrowers give: pending until proven there or approved by a person, then in use."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from core.errors import NotFound
from core.messages import Channel
from core.proving import Awaited
from storage import stops
from storage.conversations import contact_point
from storage.database import Work
from storage.people import Borrower, ContactChange, ContactPoint, Reach
from storage.talk import Conversation

# Channels whose addresses are phone numbers.
_OF_PHONES = (Channel.SMS, Channel.WHATSAPP)
# Where consent to write to an address comes from that the borrower gave.
GIVEN = "given by the borrower"


async def load(work: Work, change_id: uuid.UUID) -> ContactChange:
    """The change, locked; raise `NotFound`."""
    found = await work.session.scalar(
        select(ContactChange).where(ContactChange.id == change_id).with_for_update()
    )
    if found is None:
        raise NotFound("There is no such change of a contact.")
    return found


async def give(
    work: Work,
    conversation: Conversation,
    *,
    kind: str,
    value: str,
    replaces: bool,
    channel: str | None,
    inbound_id: uuid.UUID | None,
) -> ContactChange:
    """A borrower gives a contact; with `channel` it becomes an address there that may not be used yet.

    The same one given again is the same change; an older pending one of its kind is superseded.
    """
    assert conversation.borrower_id is not None
    for older in await pending(work, borrower_id=conversation.borrower_id):
        if older.kind != kind:
            continue
        if older.value == value:
            older.replaces = older.replaces or replaces
            return older
        await settle(work, older, "superseded", "a later one")
    point = await contact_point(work, channel, value) if channel else None
    change = ContactChange(
        id=uuid.uuid4(),
        borrower_id=conversation.borrower_id,
        kind=kind,
        value=value,
        status="pending",
        inbound_id=inbound_id,
        at=work.now,
        conversation_id=conversation.id,
        contact_point_id=point.id if point else None,
        replaces=replaces,
        codes_sent=0,
        wrong_codes=0,
    )
    work.session.add(change)
    await work.session.flush()
    if point is not None:
        await _reach(work, change, point)
    work.audit("contact.given", conversation.borrower_id, kind=kind, change=str(change.id))
    return change


async def _reach(work: Work, change: ContactChange, point: ContactPoint) -> None:
    """The borrower has given the address to be written to there; until it is proven nothing else is."""
    rank = await work.session.scalar(
        select(func.max(Reach.rank)).where(Reach.borrower_id == change.borrower_id)
    )
    await work.session.execute(
        insert(Reach)
        .values(
            borrower_id=change.borrower_id,
            contact_point_id=point.id,
            status="pending",
            consent_source=GIVEN,
            consent_at=work.now,
            rank=(rank or 0) + 1,
        )
        .on_conflict_do_update(
            index_elements=["borrower_id", "contact_point_id"],
            set_={"status": "pending", "consent_source": GIVEN, "consent_at": work.now},
            where=Reach.status == "set_aside",
        )
    )


async def pending(
    work: Work, *, borrower_id: uuid.UUID | None = None, limit: int = 200
) -> Sequence[ContactChange]:
    """Changes that nobody has settled, the oldest first; of one borrower or of all."""
    query = select(ContactChange).where(ContactChange.status == "pending")
    if borrower_id is not None:
        query = query.where(ContactChange.borrower_id == borrower_id)
    rows = await work.session.scalars(query.order_by(ContactChange.at, ContactChange.id).limit(limit))
    return rows.all()


@dataclass(frozen=True)
class Waiting:
    """One line of the list of new contacts: whose, what, and how far its proof is."""

    change: ContactChange
    name: str
    proof: str


async def confirmed(work: Work, borrower_id: uuid.UUID, kind: str) -> str | None:
    """The latest contact of this kind that was given and confirmed."""
    found: str | None = await work.session.scalar(
        select(ContactChange.value)
        .where(
            ContactChange.borrower_id == borrower_id,
            ContactChange.kind == kind,
            ContactChange.status == "confirmed",
        )
        .order_by(ContactChange.settled_at.desc().nulls_last(), ContactChange.at.desc())
        .limit(1)
    )
    return found


async def waiting(work: Work) -> list[Waiting]:
    """Every change that nobody has settled, as agents see it."""
    found = []
    for change in await pending(work):
        borrower = await work.session.get(Borrower, change.borrower_id)
        found.append(Waiting(change, borrower.name if borrower else "", _proof(work, change)))
    return found


def _proof(work: Work, change: ContactChange) -> str:
    if change.contact_point_id is None:
        return "by an agent"
    if change.code_runs_out_at is not None:
        return "code is out" if change.code_runs_out_at > work.now else "code ran out"
    return "failed" if change.codes_sent else "code not sent yet"


def sealed(work: Work, change: ContactChange, digest: bytes, runs_out_at: datetime) -> None:
    """A code is on its way: from now on it is the one that counts."""
    change.code_digest, change.code_runs_out_at = digest, runs_out_at
    change.codes_sent += 1
    work.audit("contact.code", change.id, number=change.codes_sent)


async def awaited(work: Work, conversation: Conversation) -> tuple[Awaited, bool] | None:
    """The code that is out for this borrower, and whether this conversation is at the new address; newest first."""
    if conversation.borrower_id is None:
        return None
    row = await work.session.scalar(
        select(ContactChange)
        .where(
            ContactChange.borrower_id == conversation.borrower_id,
            ContactChange.status == "pending",
            ContactChange.code_digest.is_not(None),
        )
        .order_by(
            (ContactChange.contact_point_id == conversation.contact_point_id).desc(), ContactChange.at.desc()
        )
        .limit(1)
    )
    if row is None or row.code_digest is None or row.code_runs_out_at is None:
        return None
    out = Awaited(
        row.id, row.kind, row.value, row.code_digest, row.code_runs_out_at, row.wrong_codes, row.codes_sent
    )
    return out, row.contact_point_id == conversation.contact_point_id


def count_wrong(work: Work, change: ContactChange, *, last: bool) -> None:
    """A wrong code came; after the last one none counts, and a person looks at the change."""
    change.wrong_codes += 1
    if last:
        change.code_digest = change.code_runs_out_at = None
    work.audit("contact.wrong_code", change.id, number=change.wrong_codes, last=last)


def give_up_code(work: Work, change: ContactChange, why: str) -> None:
    """The code could not be sent: only a person can settle the change now."""
    change.code_digest = change.code_runs_out_at = None
    work.audit("contact.no_code", change.id, why=why)


async def settle(work: Work, change: ContactChange, status: str, by: str) -> None:
    """End a change with its outcome, and by whom."""
    change.status, change.settled_at, change.settled_by = status, work.now, by
    change.code_digest = change.code_runs_out_at = None
    work.audit(f"contact.{status}", change.id, by=by, kind=change.kind, borrower=str(change.borrower_id))
    if status == "superseded" and change.contact_point_id is not None:
        await _stand(work, change.borrower_id, [change.contact_point_id], "set_aside", only="pending")


async def confirm(work: Work, change: ContactChange, by: str) -> None:
    """The contact is the borrower's: in use from now on, and the one it replaces set aside."""
    if change.status != "pending":
        return
    await settle(work, change, "confirmed", by)
    if change.contact_point_id is None:
        return
    await _stand(work, change.borrower_id, [change.contact_point_id], "active")
    stops.note(work, "consent", by, contact_point_id=change.contact_point_id, borrower_id=change.borrower_id)
    if change.replaces:
        await _set_old_aside(work, change)


async def refuse(work: Work, change: ContactChange, by: str) -> None:
    """The contact is not the borrower's, or may not be used."""
    if change.status != "pending":
        return
    await settle(work, change, "refused", by)
    if change.contact_point_id is not None:
        await _stand(work, change.borrower_id, [change.contact_point_id], "set_aside", only="pending")


async def _set_old_aside(work: Work, change: ContactChange) -> None:
    """The one that the borrower wrote from where it is of the same kind; else the only other one of its kind."""
    channels = _OF_PHONES if change.kind == "phone" else (Channel.EMAIL,)
    rows = await work.session.execute(
        select(ContactPoint.id, ContactPoint.address)
        .join(Reach, Reach.contact_point_id == ContactPoint.id)
        .where(
            Reach.borrower_id == change.borrower_id,
            Reach.status == "active",
            ContactPoint.channel.in_([str(channel) for channel in channels]),
            ContactPoint.address != change.value,
        )
    )
    others = {point_id: address for point_id, address in rows.all()}
    given_at = await work.session.scalar(
        select(ContactPoint.address)
        .join(Conversation, Conversation.contact_point_id == ContactPoint.id)
        .where(Conversation.id == change.conversation_id)
    )
    old = given_at if given_at in others.values() else next(iter(others.values()), None)
    if old is None or (old != given_at and len(set(others.values())) > 1):
        return
    await _stand(
        work, change.borrower_id, [key for key, address in others.items() if address == old], "set_aside"
    )


async def retire_others(work: Work, conversation: Conversation, change: ContactChange, channel: str) -> None:
    """Nothing goes to the borrower's other addresses on this channel any more, whatever becomes of the new one; the one
    that they write from still gets its answers."""
    rows = await work.session.scalars(
        select(ContactPoint.id)
        .join(Reach, Reach.contact_point_id == ContactPoint.id)
        .where(
            Reach.borrower_id == change.borrower_id,
            Reach.status == "active",
            ContactPoint.channel == channel,
            ContactPoint.address != change.value,
            ContactPoint.id != conversation.contact_point_id,
        )
    )
    await _stand(work, change.borrower_id, rows.all(), "set_aside")


async def _stand(
    work: Work, borrower_id: uuid.UUID, points: Sequence[uuid.UUID], status: str, *, only: str | None = None
) -> None:
    query = update(Reach).where(Reach.borrower_id == borrower_id, Reach.contact_point_id.in_(points))
    if only is not None:
        query = query.where(Reach.status == only)
    await work.session.execute(query.values(status=status))
    for point_id in points:
        work.audit(f"address.{status}", point_id, borrower=str(borrower_id))
