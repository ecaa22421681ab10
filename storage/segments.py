"""Accounts that a campaign may be about."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from storage.database import Work
from storage.people import Account, Borrower


@dataclass(frozen=True)
class Candidate:
    """An open account and what is needed to see which step it is at."""

    account_id: uuid.UUID
    borrower_id: uuid.UUID
    account: str
    due_on: date
    zone: str | None
    jurisdiction: str


async def due_between(
    work: Work, first: date, last: date, *, after: uuid.UUID | None = None, limit: int = 1000
) -> Sequence[Candidate]:
    """Open accounts that fell or fall due in these days, by id, a page at a time."""
    query = (
        select(
            Account.id,
            Account.borrower_id,
            Account.reference,
            Account.due_on,
            Borrower.zone,
            Borrower.jurisdiction,
        )
        .join(Borrower, Borrower.id == Account.borrower_id)
        .where(Account.status == "open", Account.due_on.between(first, last))
        .order_by(Account.id)
        .limit(limit)
    )
    if after is not None:
        query = query.where(Account.id > after)
    rows = await work.session.execute(query)
    return [Candidate(*row) for row in rows.all()]
