"""Loading what a lender's system tells, many rows at a time; the same rows again change nothing."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from core.errors import NotFound
from storage import stops, stops_kept, told_accounts
from storage.changes import GIVEN
from storage.contradictions import Refused, sort_out
from storage.database import Work
from storage.identity import sealed
from storage.people import TIME_BARRED, Account, Borrower, ContactPoint, IdentityFact, Reach, SetAside

# What a row must have is `ledger.rows.AccountRow`; this room does not know that one.
type _Row = Any
# Of these channels a person has one address in the file; the others' are bound by the person.
_REPLACED = frozenset({"sms", "whatsapp", "email"})


@dataclass(frozen=True)
class Took:
    """What became of a batch: how many accounts are new or changed, which fell, and the rows that are not loaded."""

    changed: int
    fell: Sequence[Account]
    refused: Sequence[Refused]


async def load_accounts(work: Work, rows: Sequence[_Row], *, identity_key: bytes) -> Took:
    """Load a batch: borrowers, accounts, addresses, identity facts. Rows that contradict what is on file are left out.

    The last row about the same borrower or account in a batch counts. A balance that the file repeats is left
    as payments booked since have made it only when the file is the same as last time: the ledger's word wins.
    """
    before = await told_accounts.known(work, rows)
    good, refused = sort_out(rows, before.on_file)
    if not good:
        return Took(0, (), refused)
    borrowers = {row.borrower: row for row in good}
    ids = await _borrowers(work, list(borrowers.values()))
    changed, fell = await told_accounts.tell(
        work, list({row.account: row for row in good}.values()), before, ids
    )
    await _old_debts(work, good, ids)
    points = await _addresses(work, list(borrowers.values()), ids)
    await stops_kept.apply(work, identity_key, ids, points)
    await _facts(work, list(borrowers.values()), ids, identity_key)
    return Took(changed, fell, refused)


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
    await _retold(work, rows, borrowers)
    return {where: ids[where] for where in points}


async def _retold(work: Work, rows: Sequence[_Row], borrowers: Mapping[str, uuid.UUID]) -> None:
    """A number or e-mail that the file told before gives way to the one it tells now; what a borrower gave stays."""
    told = {
        (borrowers[row.borrower], item.channel): item.address
        for row in rows
        for item in row.addresses
        if item.channel in _REPLACED
    }
    found = await work.session.execute(
        select(Reach, ContactPoint.channel, ContactPoint.address)
        .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
        .where(Reach.borrower_id.in_({key for key, _ in told}))
        .order_by(Reach.borrower_id, Reach.contact_point_id)
        .with_for_update(of=Reach)
    )
    for reach, channel, address in found.all():
        now = told.get((reach.borrower_id, channel))
        if address == now and reach.status == "set_aside" and reach.retold_at is not None:
            reach.status, reach.retold_at = "active", None
        elif now not in (None, address) and reach.status == "active" and reach.consent_source != GIVEN:
            reach.status, reach.retold_at = "set_aside", work.now
        else:
            continue
        work.audit(f"address.{reach.status}", reach.contact_point_id, borrower=str(reach.borrower_id))


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
    """Keep a row that could not be read; told twice, kept once, as it was told last."""
    kept = {_storable(name): _storable(value) for name, value in row.items()}
    values = {"reason": reason, "remedy": remedy, "row": kept, "at": work.now}
    query = insert(SetAside).values(
        id=uuid.uuid4(), source=_storable(source), line=line, field=field, **values
    )
    await work.session.execute(
        query.on_conflict_do_update(index_elements=["source", "line", "field"], set_=values)
    )


def _storable(text: str) -> str:
    """The text with what PostgreSQL keeps in no text made visible: NUL, and bytes that are no UTF-8."""
    return text.replace("\0", "\u2400").encode("utf-8", "replace").decode("utf-8")


async def account_by_reference(work: Work, reference: str) -> Account:
    """The account with the lender's number, locked; raise `NotFound`."""
    found = await work.session.scalar(select(Account).where(Account.reference == reference).with_for_update())
    if found is None:
        raise NotFound("There is no such account.", remedy="Import the accounts first.")
    return found
