"""Loading what a lender's system tells, many rows at a time; the same rows again change nothing."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from core.errors import NotFound
from storage import stops, stops_kept
from storage.database import Work
from storage.identity import sealed
from storage.people import TIME_BARRED, Account, Borrower, ContactPoint, IdentityFact, Reach, SetAside

# What a row must have is `ledger.rows.AccountRow`; this room does not know that one.
type _Row = Any


async def load_accounts(work: Work, rows: Sequence[_Row], *, identity_key: bytes) -> int:
    """Load a batch: borrowers, accounts, addresses, identity facts. Answers how many accounts are new or changed.

    The last row about the same borrower or account in a batch counts. A balance that the file repeats is left
    as payments booked since have made it only when the file is the same as last time: the ledger's word wins.
    """
    borrowers = {row.borrower: row for row in rows}
    ids = await _borrowers(work, list(borrowers.values()))
    changed = await _accounts(work, list({row.account: row for row in rows}.values()), ids)
    await _old_debts(work, rows, ids)
    points = await _addresses(work, list(borrowers.values()), ids)
    await stops_kept.apply(work, identity_key, ids, points)
    await _facts(work, list(borrowers.values()), ids, identity_key)
    return changed


async def _borrowers(work: Work, rows: Sequence[_Row]) -> dict[str, uuid.UUID]:
    values = [
        {
            "id": uuid.uuid4(),
            "reference": row.borrower,
            "name": row.name,
            "language": row.language,
            "jurisdiction": row.jurisdiction,
            "zone": row.zone,
            "zip_code": row.zip_code,
            "flags": {},
            "created_at": work.now,
        }
        for row in rows
    ]
    query = insert(Borrower)
    query = query.on_conflict_do_update(
        index_elements=["reference"],
        set_={
            name: query.excluded[name] for name in ("name", "language", "jurisdiction", "zone", "zip_code")
        },
    )
    await work.session.execute(query, values)
    found = await work.session.execute(
        select(Borrower.reference, Borrower.id).where(Borrower.reference.in_([row.borrower for row in rows]))
    )
    return {reference: key for reference, key in found.all()}


async def _accounts(work: Work, rows: Sequence[_Row], borrowers: Mapping[str, uuid.UUID]) -> int:
    values = [
        {
            "id": uuid.uuid4(),
            "reference": row.account,
            "borrower_id": borrowers[row.borrower],
            "lender": row.lender,
            "product": row.product,
            "balance": row.balance,
            "parts": {name: str(amount) for name, amount in row.parts.items()},
            "currency": row.currency,
            "due_on": row.due_on,
            "collector_type": row.collector_type,
            "status": "open" if row.balance > 0 else "paid",
            "holds": {},
            "updated_at": work.now,
            "told_balance": row.balance,
        }
        for row in rows
    ]
    query = insert(Account)
    new = query.excluded
    query = query.on_conflict_do_update(
        index_elements=["reference"],
        set_={
            "balance": new.balance,
            "told_balance": new.told_balance,
            "due_on": new.due_on,
            "parts": new.parts,
            "status": new.status,
            "product": new.product,
            "collector_type": new.collector_type,
            "updated_at": new.updated_at,
        },
        # The same file again must not undo payments booked since: only a new word of the ledger counts.
        where=(Account.told_balance != new.told_balance)
        | (Account.due_on != new.due_on)
        | (Account.parts != new.parts)
        | (Account.product != new.product)
        | (Account.collector_type != new.collector_type),
    )
    changed = await work.session.execute(query.returning(Account.id), values)
    return len(changed.all())


async def _old_debts(work: Work, rows: Sequence[_Row], borrowers: Mapping[str, uuid.UUID]) -> None:
    """Mark who owes a debt too old to be sued for, and take the mark off again where the file says so of all their debts.

    The mark is the borrower's: where one of several debts is too old, the stricter rules hold for what is said of any.
    What a person found stays: the file takes off only what a file put on. Each change is in the history of consent and in
    the audit.
    """
    told = [(borrowers[row.borrower], row.time_barred) for row in rows if row.time_barred is not None]
    old = {key for key, is_old in told if is_old}
    mark = {TIME_BARRED: {"since": work.now.isoformat(), "source": "ledger"}}
    marked = Borrower.flags.has_key(TIME_BARRED)
    by_file = Borrower.flags[TIME_BARRED]["source"].astext == "ledger"
    for kind, keys, change, where in (
        ("flag", old, Borrower.flags.op("||")(mark), ~marked),
        ("flag_lifted", {key for key, _ in told} - old, Borrower.flags.op("-")(TIME_BARRED), by_file),
    ):
        if not keys:
            continue
        query = update(Borrower).where(Borrower.id.in_(keys), where).values(flags=change)
        for key in await work.session.scalars(query.returning(Borrower.id)):
            stops.note(work, kind, "ledger", borrower_id=key, flag=TIME_BARRED)


async def _addresses(
    work: Work, rows: Sequence[_Row], borrowers: Mapping[str, uuid.UUID]
) -> dict[tuple[str, str], uuid.UUID]:
    points = {(item.channel, item.address) for row in rows for item in row.addresses}
    if not points:
        return {}
    await work.session.execute(
        insert(ContactPoint).on_conflict_do_nothing(),
        [
            {"id": uuid.uuid4(), "channel": channel, "address": address, "created_at": work.now}
            for channel, address in sorted(points)
        ],
    )
    found = await work.session.execute(
        select(ContactPoint.channel, ContactPoint.address, ContactPoint.id).where(
            ContactPoint.address.in_([address for _, address in points])
        )
    )
    ids = {(channel, address): key for channel, address, key in found.all()}
    await work.session.execute(
        insert(Reach).on_conflict_do_nothing(),
        [
            {
                "borrower_id": borrowers[row.borrower],
                "contact_point_id": ids[(item.channel, item.address)],
                "status": "active",
                "consent_source": row.consent_source,
                "consent_at": datetime.combine(row.consent_on, time(12), UTC) if row.consent_on else None,
                "rank": item.rank,
            }
            for row in rows
            for item in row.addresses
        ],
    )
    return {where: ids[where] for where in points}


async def _facts(work: Work, rows: Sequence[_Row], borrowers: Mapping[str, uuid.UUID], key: bytes) -> None:
    values = []
    for row in rows:
        for kind, value in row.facts.items():
            salt, digest = sealed(key, kind, value)
            values.append(
                {"borrower_id": borrowers[row.borrower], "kind": kind, "salt": salt, "digest": digest}
            )
    if values:
        query = insert(IdentityFact)
        new = query.excluded
        await work.session.execute(
            query.on_conflict_do_update(
                index_elements=["borrower_id", "kind"], set_={"salt": new.salt, "digest": new.digest}
            ),
            values,
        )


async def set_aside(
    work: Work, source: str, line: int, field: str, reason: str, remedy: str, row: Mapping[str, str]
) -> None:
    """Keep a row that could not be read; told twice, kept once."""
    await work.session.execute(
        insert(SetAside)
        .values(
            id=uuid.uuid4(),
            source=source,
            line=line,
            field=field,
            reason=reason,
            remedy=remedy,
            row=dict(row),
            at=work.now,
        )
        .on_conflict_do_nothing()
    )


async def account_by_reference(work: Work, reference: str) -> Account:
    """The account with the lender's number, locked; raise `NotFound`."""
    found = await work.session.scalar(select(Account).where(Account.reference == reference).with_for_update())
    if found is None:
        raise NotFound("There is no such account.", remedy="Import the accounts first.")
    return found
