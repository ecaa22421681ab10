"""The code that proves a new address: made when it leaves, sealed, and given up where it cannot be sent."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions import contact_proof
from actions.contact_records import PROOF
from core.proving import LASTS, digest, fresh_code
from gateway.services import Services
from storage import cases, changes, conversations
from storage.database import Work
from storage.people import Borrower, ContactPoint
from storage.talk import Conversation
from storage.work import PlannedContact

__all__ = ["PROOF", "Code", "give_up", "prepare"]
PURPOSE = "consent_request"


@dataclass(frozen=True)
class Code:
    """What goes to the new address, and in which conversation."""

    says: tuple[Mapping[str, Any], ...]
    conversation: Conversation
    dialogue: Mapping[str, Any]


async def prepare(services: Services, work: Work, contact: PlannedContact) -> Code | str:
    """A fresh code for the address of a pending change, or why none is sent any more."""
    change = await changes.load(work, uuid.UUID(contact.details["change"]))
    if change.status != "pending":
        return f"the contact is {change.status}"
    borrower = await work.session.get(Borrower, change.borrower_id)
    point = await work.session.get(ContactPoint, change.contact_point_id) if change.contact_point_id else None
    if borrower is None or point is None:
        return "the address is gone"
    conversation = await conversations.between(work, point, borrower)
    if change.conversation_id is not None:
        given_in = await conversations.load(work, change.conversation_id)
        conversation.language = given_in.language
    code = fresh_code()
    sealed = digest(services.key_for("contact-proof"), change.id, code)
    changes.sealed(work, change, sealed, work.now + LASTS)
    return Code(
        ({"key": "contact_proof.code", "parameters": {"code": code}},),
        conversation,
        {"asked": contact_proof.YES, "about": contact_proof.ABOUT, "draft": {}},
    )


async def give_up(work: Work, contact: PlannedContact, why: str) -> None:
    """The code may not or cannot be sent there: an agent settles the change."""
    change = await changes.load(work, uuid.UUID(contact.details["change"]))
    if change.status != "pending":
        return
    changes.give_up_code(work, change, why)
    if change.conversation_id is not None:
        conversation = await conversations.load(work, change.conversation_id, lock=True)
        await cases.open_case(
            work,
            conversation,
            queue="human",
            priority="normal",
            reason="a new contact could not be proven",
            details={"why": why},
            take_floor=False,
        )
