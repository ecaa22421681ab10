"""Finding a borrower by name, phone or reference.

Each way is looked up by itself, so that each has its index (`ix_search_...`, migration 0015): trigrams for what stands
inside a name or a number, single signs for Chinese names, which are too short for trigrams.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, Text, and_, cast, func, null, select, union
from sqlalchemy.dialects.postgresql import ARRAY, distinct_on

from storage.database import Work
from storage.people import Account, Borrower, ContactPoint, Reach
from storage.talk import Conversation

# Fewer figures than these are no phone number, fewer letters no name.
FEWEST_FIGURES = 4
SHORTEST = 2
# From here on one sign is a word or a name (radicals, kana, Chinese).
_FIRST_OF_SIGNS = "\u2e80"
_TRIGRAM = 3
# In which order they are shown.
_FIRST = (func.lower(Borrower.name), Borrower.reference)


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
    borrowers = (await work.session.scalars(_matching(text, limit))).all()
    ids = [borrower.id for borrower in borrowers]
    owed, said = await _due_longest(work, ids), await _said_last(work, ids)
    return [Found(borrower, owed.get(borrower.id), said.get(borrower.id)) for borrower in borrowers]


def _matching(text: str, limit: int) -> Select[Borrower]:
    found = union(*_ways(text, limit)).subquery()
    rows = select(Borrower).where(Borrower.id.in_(select(found.c[0])))
    return rows.order_by(*_FIRST).limit(limit)


def _ways(text: str, limit: int) -> list[Select[uuid.UUID]]:
    """Ids of borrowers, by each way that `text` may lead to one; of a name that many have, the first."""
    lower = text.lower()
    ways = [
        select(Borrower.id).where(*(_in_name(word) for word in lower.split())).order_by(*_FIRST).limit(limit),
        select(Borrower.id).where(func.lower(Borrower.reference) == lower),
        select(Account.borrower_id).where(func.lower(Account.reference) == lower),
    ]
    figures = "".join(letter for letter in text if letter.isdecimal())
    if len(figures) >= FEWEST_FIGURES and not any(letter.isalpha() for letter in text):
        ways.append(
            select(Reach.borrower_id)
            .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
            .where(ContactPoint.address.contains(figures.lstrip("0") or figures, autoescape=True))
        )
    return ways


def _in_name(word: str) -> ColumnElement[bool]:
    """Whether the name holds the word; one of signs is first looked for sign by sign.

    Only a word of three letters or more is asked for as a pattern: with fewer, the trigrams would be read from end to end.
    """
    name = func.lower(Borrower.name)
    signs = sorted({sign for sign in word if sign >= _FIRST_OF_SIGNS})
    if signs:
        each = func.string_to_array(name, null(), type_=ARRAY(Text))
        return and_(each.contains(cast(signs, ARRAY(Text))), func.strpos(name, word) > 0)
    if len(word) < _TRIGRAM:
        return func.strpos(name, word) > 0
    return name.contains(word, autoescape=True)


async def _due_longest(work: Work, borrowers: Sequence[uuid.UUID]) -> dict[uuid.UUID, Account]:
    rows = await work.session.scalars(
        select(Account)
        .where(Account.borrower_id.in_(borrowers), Account.status != "closed")
        .ext(distinct_on(Account.borrower_id))
        .order_by(Account.borrower_id, Account.status, Account.due_on, Account.reference)
    )
    return {row.borrower_id: row for row in rows}


async def _said_last(work: Work, borrowers: Sequence[uuid.UUID]) -> dict[uuid.UUID, Conversation]:
    rows = await work.session.scalars(
        select(Conversation)
        .where(Conversation.borrower_id.in_(borrowers))
        .ext(distinct_on(Conversation.borrower_id))
        .order_by(
            Conversation.borrower_id,
            func.greatest(Conversation.last_inbound_at, Conversation.last_outbound_at).desc().nulls_last(),
        )
    )
    return {row.borrower_id: row for row in rows if row.borrower_id is not None}
