"""What the borrower's contacts become: given, awaiting a proof, proven or refused."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from actions.situation import Effect, Situation
from core.proving import CHANNEL_OF
from storage import changes, planned
from storage.database import Work
from storage.people import ContactChange
from storage.talk import Conversation

PROOF = "contact_proof"


class ContactEffect(Effect):
    """Something about a contact is written down."""


@dataclass(frozen=True)
class GaveContact(ContactEffect):
    """A new phone, e-mail, address, employer or name; pending until proven.

    `replaces`: the borrower said that it takes the place of the old one. `retires`: nothing is to go to the old one
    from now on. `prove`: a code goes there. `known`: it is on file and in use already.
    """

    kind: str
    value: str
    replaces: bool = False
    retires: bool = False
    prove: bool = False
    known: bool = False


@dataclass(frozen=True)
class ProveContact(ContactEffect):
    """The code came back, or whoever is there said yes."""

    change_id: uuid.UUID
    by: str


@dataclass(frozen=True)
class WrongCode(ContactEffect):
    """A code came that is not the one we sent; with `last` the code counts no more."""

    change_id: uuid.UUID
    last: bool = False


@dataclass(frozen=True)
class SendCode(ContactEffect):
    """Another code goes to the new address."""

    change_id: uuid.UUID


@dataclass(frozen=True)
class RefuseContact(ContactEffect):
    """Whoever is at the new address says that it is not theirs."""

    change_id: uuid.UUID


async def write(work: Work, conversation: Conversation, s: Situation, effect: ContactEffect) -> None:
    """Write one of these down, in the turn's transaction."""
    if isinstance(effect, GaveContact):
        await _given(work, conversation, s, effect)
        return
    assert isinstance(effect, ProveContact | WrongCode | SendCode | RefuseContact)
    change = await changes.load(work, effect.change_id)
    match effect:
        case ProveContact(by=by):
            await changes.confirm(work, change, by)
        case WrongCode(last=last):
            changes.count_wrong(work, change, last=last)
        case SendCode():
            await _send_code(work, s, change)
        case RefuseContact():
            await changes.refuse(work, change, "whoever is there")


async def _given(work: Work, conversation: Conversation, s: Situation, effect: GaveContact) -> None:
    if conversation.borrower_id is None:
        return
    channel = CHANNEL_OF.get(effect.kind)
    change = await changes.give(
        work,
        conversation,
        kind=effect.kind,
        value=effect.value,
        replaces=effect.replaces,
        channel=str(channel) if effect.prove and channel else None,
        inbound_id=s.inbound_id,
    )
    if effect.retires:
        await changes.retire_others(work, conversation, change, str(channel))
    if effect.known:
        await changes.settle(work, change, "confirmed", "on file before")
    elif effect.prove:
        await _send_code(work, s, change)


async def _send_code(work: Work, s: Situation, change: ContactChange) -> None:
    await planned.plan(
        work,
        borrower_id=change.borrower_id,
        account_id=s.account.id if s.account else None,
        kind=PROOF,
        due_at=work.now,
        dedupe=f"{PROOF}:{change.id}:{change.codes_sent}",
        details={"change": str(change.id)},
    )
