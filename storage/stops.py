"""Stops and wishes: what may not be sent any more, where, since when, and by whose word."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import select, update

from core.duties import Duties
from core.errors import Invalid
from storage.database import Work
from storage.people import (
    Borrower,
    ConsentEvent,
    ContactChange,
    ContactPoint,
    PreferenceRule,
    Reach,
    same_phone_as,
)
from storage.talk import Conversation, Inbound

# What stands before the id of a wish where it is named among the marks.
WISH = "wish:"


def note(
    work: Work,
    kind: str,
    source: str,
    *,
    contact_point_id: uuid.UUID | None = None,
    borrower_id: uuid.UUID | None = None,
    inbound_id: uuid.UUID | None = None,
    **detail: object,
) -> None:
    """Add one line to the history of consent, and to the audit."""
    work.session.add(
        ConsentEvent(
            at=work.now,
            contact_point_id=contact_point_id,
            borrower_id=borrower_id,
            kind=kind,
            source=source,
            inbound_id=inbound_id,
            detail=dict(detail),
        )
    )
    work.audit(
        f"consent.{kind}",
        contact_point_id or borrower_id or "",
        source=source,
        inbound=str(inbound_id) if inbound_id else None,
        **detail,
    )


async def opt_out(
    work: Work, point: ContactPoint, source: str, *, inbound_id: uuid.UUID | None = None
) -> bool:
    """No more messages to this address; True when that is new, False when it was so already."""
    fresh = point.opted_out_at is None
    if fresh:
        point.opted_out_at = work.now
    note(work, "opted_out", source, contact_point_id=point.id, inbound_id=inbound_id)
    return fresh


async def opt_in(
    work: Work, point: ContactPoint, source: str, *, inbound_id: uuid.UUID | None = None
) -> bool:
    """Messages to this address again; True when they had been stopped."""
    stopped = point.opted_out_at is not None
    point.opted_out_at = None
    note(work, "opted_in", source, contact_point_id=point.id, inbound_id=inbound_id)
    return stopped


async def cut_off(
    work: Work,
    conversation_id: uuid.UUID,
    *,
    opted_out: bool,
    code: str | None,
    block: Duties | None = None,
) -> None:
    """The provider tells that nothing arrives at this address any more, or that the person there wants nothing.

    `block` is what such a stop obliges to; its rows stand in the audit.
    """
    point = await work.session.scalar(
        select(ContactPoint)
        .join(Conversation, Conversation.contact_point_id == ContactPoint.id)
        .where(Conversation.id == conversation_id)
    )
    assert point is not None
    if opted_out:
        if point.opted_out_at is None:
            await opt_out(work, point, "provider")
            if block is not None:
                arose(work, conversation_id, block, "provider", code=code)
    elif point.unreachable_at is None:
        point.unreachable_at, point.unreachable_why = work.now, code
        note(work, "provider_block", "provider", contact_point_id=point.id, code=code)


def arose(work: Work, conversation_id: uuid.UUID, duties: Duties, source: str, **detail: object) -> None:
    """Which rows of which table of duties took hold, and by when what is due: for the audit."""
    work.audit(
        "duty.arose",
        conversation_id,
        event=duties.event,
        rows=list(duties.rows),
        version=duties.version,
        source=source,
        due={task.what: task.due_at.isoformat() for task in duties.tasks},
        **detail,
    )


async def wrong_party(
    work: Work, conversation: Conversation, source: str, *, inbound_id: uuid.UUID | None = None
) -> None:
    """Somebody else answers here: never again about this borrower at this address, by whichever channel of it."""
    conversation.identity = "third_party"
    conversation.verified_until = None
    if conversation.borrower_id is None:
        return
    here = await work.session.get(ContactPoint, conversation.contact_point_id)
    assert here is not None
    same_phone = select(ContactPoint.id).where(same_phone_as(here))
    await work.session.execute(
        update(Reach)
        .where(Reach.borrower_id == conversation.borrower_id, Reach.contact_point_id.in_(same_phone))
        .values(status="wrong_party")
    )
    await work.session.execute(
        update(Conversation)
        .where(
            Conversation.borrower_id == conversation.borrower_id,
            Conversation.contact_point_id.in_(same_phone),
        )
        .values(identity="third_party", verified_until=None)
    )
    # Whoever gave this address as theirs was mistaken, or is not who we took them for.
    await work.session.execute(
        update(ContactChange)
        .where(
            ContactChange.borrower_id == conversation.borrower_id,
            ContactChange.contact_point_id.in_(same_phone),
            ContactChange.status == "pending",
        )
        .values(status="refused", settled_at=work.now, settled_by="whoever is there", code_digest=None)
    )
    note(
        work,
        "wrong_party",
        source,
        contact_point_id=conversation.contact_point_id,
        borrower_id=conversation.borrower_id,
        inbound_id=inbound_id,
    )


async def third_party(work: Work, conversation: Conversation) -> None:
    """Somebody else holds the borrower's phone: what was proven or half said on it, by whichever channel, is void."""
    for other in await _on_this_phone(work, conversation):
        other.identity, other.verified_until, other.dialogue = "third_party", None, {}
    work.audit("identity.third_party", conversation.id)


async def back(work: Work, conversation: Conversation) -> None:
    """The borrower has the phone again and has proven it here; its other conversations ask anew."""
    for other in await _on_this_phone(work, conversation):
        if other.identity == "third_party":
            other.identity = "unverified"


async def _on_this_phone(work: Work, conversation: Conversation) -> Sequence[Conversation]:
    """The conversation, and those with the same borrower by the other channels of its number."""
    if conversation.borrower_id is None:
        return (conversation,)
    here = await work.session.get(ContactPoint, conversation.contact_point_id)
    assert here is not None
    rows = await work.session.scalars(
        select(Conversation)
        .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
        .where(Conversation.borrower_id == conversation.borrower_id, same_phone_as(here))
    )
    return rows.all()


async def flag(
    work: Work,
    borrower_id: uuid.UUID,
    name: str,
    source: str,
    *,
    inbound_id: uuid.UUID | None = None,
    event: str = "",
) -> None:
    """Set a flag of the gate's vocabulary on the borrower (cease_all, attorney, bankruptcy ...).

    `event` is what set it. One that carries a day (breathing_space_until:2027-01-17) takes the place of an earlier day's.
    """
    borrower = await work.session.scalar(select(Borrower).where(Borrower.id == borrower_id).with_for_update())
    assert borrower is not None
    kind, dated, _ = name.partition("_until:")
    same = [other for other in borrower.flags if dated and other.startswith(f"{kind}_until:")]
    kept = max([name, *same])
    before = borrower.flags.get(kept) or {
        "since": work.now.isoformat(),
        "source": source,
        "inbound": str(inbound_id or ""),
    }
    events = sorted({*before.get("events", ()), *([event] if event else ())})
    others = {other: detail for other, detail in borrower.flags.items() if other not in same}
    borrower.flags = {**others, kept: {**before, **({"events": events} if events else {})}}
    note(work, "flag", source, borrower_id=borrower_id, inbound_id=inbound_id, flag=name)


async def wish(work: Work, borrower_id: uuid.UUID, name: str) -> PreferenceRule:
    """The wish that `name` (`wish:` and its id) stands for, where it binds still; else `Invalid`."""
    try:
        rule = await work.session.get(PreferenceRule, uuid.UUID(name.removeprefix(WISH)))
    except ValueError:
        rule = None
    if rule is None or rule.borrower_id != borrower_id or rule.lifted_at is not None:
        raise Invalid("name", "is no wish of this borrower that binds", remedy="Reload the page.")
    return rule


async def lift(work: Work, borrower_id: uuid.UUID, name: str, source: str) -> None:
    """Take a flag or a wish off the borrower again; only a person does this."""
    if name.startswith(WISH):
        (await wish(work, borrower_id, name)).lifted_at = work.now
        note(work, "wish_lifted", source, borrower_id=borrower_id, flag=name)
        return
    borrower = await work.session.scalar(select(Borrower).where(Borrower.id == borrower_id).with_for_update())
    assert borrower is not None
    borrower.flags = {key: value for key, value in borrower.flags.items() if key != name}
    note(work, "flag_lifted", source, borrower_id=borrower_id, flag=name)


async def stop_message(work: Work, conversation_id: uuid.UUID) -> Inbound | None:
    """The last message in which the person asked us to stop."""
    found: Inbound | None = await work.session.scalar(
        select(Inbound)
        .where(Inbound.conversation_id == conversation_id, Inbound.heard == "opt_out")
        .order_by(Inbound.number.desc())
        .limit(1)
    )
    return found
