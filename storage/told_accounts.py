"""Accounts as a lender's file tells them: new ones, and a new word on those that are here."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from core.balances import Fall
from core.clock import local_day
from core.places import usual_zone
from storage.contradictions import OnFile
from storage.database import Work
from storage.people import Account, Borrower, Payment

type _Row = Any


class Known:
    """The accounts that a batch speaks of, and those of its borrowers, locked."""

    def __init__(self, rows: Sequence[tuple[Account, str]]) -> None:
        self.accounts = {account.reference: account for account, _ in rows}
        self.on_file = {
            account.reference: OnFile(account.lender, borrower, account.currency)
            for account, borrower in rows
        }


async def known(work: Work, rows: Sequence[_Row]) -> Known:
    """What is on file of the rows. One import of accounts at a time: what is read here holds until it commits."""
    await work.session.execute(
        select(func.pg_advisory_xact_lock(func.hashtextextended("import.accounts", 0)))
    )
    numbers = {row.borrower for row in rows}
    people = await work.session.scalars(select(Borrower.id).where(Borrower.reference.in_(numbers)))
    found = await work.session.execute(
        select(Account, Borrower.reference)
        .join(Borrower, Borrower.id == Account.borrower_id)
        .where(Account.reference.in_({row.account for row in rows}) | Account.borrower_id.in_(people.all()))
        .order_by(Account.id)
        .with_for_update(of=Account)
    )
    return Known([(account, reference) for account, reference in found.all()])


async def tell(
    work: Work, rows: Sequence[_Row], before: Known, borrowers: Mapping[str, uuid.UUID]
) -> tuple[int, list[Account]]:
    """Write down what the rows say; answers how many accounts are new or changed, and those whose balance fell."""
    new = [_new(work, row, borrowers) for row in rows if row.account not in before.accounts]
    if new:
        await work.session.execute(insert(Account), new)
    old = [(before.accounts[row.account], row) for row in rows if row.account in before.accounts]
    paid = await _payments(work, [account for account, row in old if row.balance_on is not None])
    changed, fell = len(new), []
    for account, row in old:
        falls = list(account.falls)
        changed += _retell(work, account, row, paid.get(account.id, []))
        if account.falls != falls:
            fell.append(account)
    await work.session.flush()
    return changed, fell


def _new(work: Work, row: _Row, borrowers: Mapping[str, uuid.UUID]) -> dict[str, Any]:
    return {
        "id": uuid.uuid4(),
        "reference": row.account,
        "borrower_id": borrowers[row.borrower],
        "lender": row.lender,
        "currency": row.currency,
        "holds": {},
        "falls": [],
        "balance": max(row.balance, Decimal(0)),
        **_word(work, row),
    }


def _word(work: Work, row: _Row) -> dict[str, Any]:
    """What the file says, as it stands in the table. Who has paid too much owes nothing."""
    return {
        "told_balance": row.balance,
        "balance_on": row.balance_on,
        "parts": {name: str(amount) for name, amount in row.parts.items()},
        "due_on": row.due_on,
        "product": row.product,
        "collector_type": row.collector_type,
        "status": "open" if row.balance > 0 else "paid",
        "updated_at": work.now,
    }


async def _payments(work: Work, accounts: Sequence[Account]) -> dict[uuid.UUID, list[tuple[date, Decimal]]]:
    if not accounts:
        return {}
    found = await work.session.execute(
        select(Payment.account_id, Payment.paid_on, Payment.amount).where(
            Payment.account_id.in_([account.id for account in accounts])
        )
    )
    paid: dict[uuid.UUID, list[tuple[date, Decimal]]] = {}
    for account_id, paid_on, amount in found.all():
        paid.setdefault(account_id, []).append((paid_on, amount))
    return paid


def _retell(work: Work, account: Account, row: _Row, paid: Sequence[tuple[date, Decimal]]) -> bool:
    """Take over what is new in the row; False where it says nothing new, or tells of an older day.

    The same figures again must not undo payments booked since: only a new word of the ledger on the debt counts.
    """
    if row.balance_on is not None and account.balance_on is not None and row.balance_on < account.balance_on:
        return False
    word = _word(work, row)
    if row.balance_on is None:
        del word["balance_on"]  # the last one that was given holds
    of_debt = ("told_balance", "balance_on", "due_on", "parts")
    if all(getattr(account, name) == word[name] for name in of_debt if name in word):
        changed = (account.product, account.collector_type) != (row.product, row.collector_type)
        account.product, account.collector_type = row.product, row.collector_type
        return changed
    later = sum((amount for day, amount in paid if day > row.balance_on), Decimal(0)) if row.balance_on else 0
    balance = max(row.balance - later, Decimal(0))
    if balance < account.balance:
        on = row.balance_on or local_day(work.now, row.zone or usual_zone(row.jurisdiction))
        account.falls = [*account.falls, {"on": on.isoformat(), "amount": str(account.balance - balance)}]
    for name, value in word.items():
        setattr(account, name, value)
    account.balance, account.status = balance, "open" if balance > 0 else "paid"
    return True


def falls_of(account: Account) -> tuple[Fall, ...]:
    """By how much the balance fell with no payment told that explains it."""
    return tuple(Fall(date.fromisoformat(one["on"]), Decimal(one["amount"])) for one in account.falls)
