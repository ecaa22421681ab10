"""The sample borrowers as the demonstration's page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from core.errors import NotFound
from core.messages import Channel
from storage.database import Work
from storage.people import Account, Borrower, ContactPoint, Reach
from storage.talk import Conversation


@dataclass(frozen=True)
class Sample:
    """One sample borrower with account and chat."""

    borrower: Borrower
    account: Account
    point: ContactPoint
    held_by: str


async def rows(work: Work) -> Sequence[Sample]:
    """All of them, by reference."""
    found = await work.session.execute(
        select(Borrower, Account, ContactPoint, Conversation.held_by)
        .join(Account, Account.borrower_id == Borrower.id)
        .join(Reach, Reach.borrower_id == Borrower.id)
        .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
        .outerjoin(
            Conversation,
            (Conversation.contact_point_id == ContactPoint.id) & (Conversation.borrower_id == Borrower.id),
        )
        .where(ContactPoint.channel == Channel.WEBCHAT, ContactPoint.address.startswith("demo-"))
        .order_by(Borrower.reference)
    )
    return [
        Sample(borrower, account, point, held or "assistant")
        for borrower, account, point, held in found.all()
    ]


async def row(work: Work, reference: str) -> Sample:
    """One of them; raises `NotFound`."""
    for sample in await rows(work):
        if sample.borrower.reference == reference:
            return sample
    raise NotFound("There is no such sample borrower.")
