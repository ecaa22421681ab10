"""Finding a borrower by name, phone or reference."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select

from storage import accounts
from storage.database import Work
from storage.people import Account, Borrower, ContactPoint, Reach
from storage.talk import Conversation

# Fewer figures than these are no phone number, fewer letters no name.
FEWEST_FIGURES = 4
SHORTEST = 2


@dataclass(frozen=True)
class Found:
    """A borrower, their account that is due longest, and the conversation in which something was said last."""

    borrower: Borrower
    account: Account | None
    conversation: Conversation | None


async def find(work: Work, text: str, *, limit: int = 30) -> list[Found]:
    """Borrowers whose name holds all words of `text`, whose number ends or begins so, or who have that reference.

    Upper and lower case, spaces and punctuation in numbers do not matter. Nothing shorter than two letters is looked for.
    """
    text = " ".join(text.split())
    if len(text.encode()) < SHORTEST:
        return []
    rows = await work.session.scalars(
        select(Borrower)
        .where(or_(*_conditions(text)))
        .order_by(func.lower(Borrower.name), Borrower.reference)
        .limit(limit)
    )
    return [await _with_latest(work, borrower) for borrower in rows.all()]


def _conditions(text: str) -> list[ColumnElement[bool]]:
    lower = text.lower()
    of_account = select(Account.borrower_id).where(func.lower(Account.reference) == lower)
    conditions: list[ColumnElement[bool]] = [
        and_(*(func.lower(Borrower.name).contains(word, autoescape=True) for word in lower.split())),
        func.lower(Borrower.reference) == lower,
        Borrower.id.in_(of_account),
    ]
    figures = "".join(letter for letter in text if letter.isdecimal())
    if len(figures) >= FEWEST_FIGURES and not any(letter.isalpha() for letter in text):
        of_number = (
            select(Reach.borrower_id)
            .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
            .where(ContactPoint.address.contains(figures.lstrip("0") or figures, autoescape=True))
        )
        conditions.append(Borrower.id.in_(of_number))
    return conditions


async def _with_latest(work: Work, borrower: Borrower) -> Found:
    owed: Sequence[Account] = await accounts.of_borrower(work, borrower.id)
    return Found(borrower, owed[0] if owed else None, await _latest(work, borrower.id))


async def _latest(work: Work, borrower_id: uuid.UUID) -> Conversation | None:
    found: Conversation | None = await work.session.scalar(
        select(Conversation)
        .where(Conversation.borrower_id == borrower_id)
        .order_by(
            func.greatest(Conversation.last_inbound_at, Conversation.last_outbound_at).desc().nulls_last()
        )
        .limit(1)
    )
    return found
