"""A lender's files, as they come: text in, what was loaded and what was set aside out."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO

from sqlalchemy import select

from gateway.pipelines.ledger_in import Loaded, load_accounts, load_payments
from ledger.csv_files.files import read_accounts, read_payments
from storage.people import Account, Borrower
from tests.support.world import World

ACCOUNT = {
    "borrower": "B1",
    "name": "Grace Okafor",
    "language": "en",
    "jurisdiction": "US-IL",
    "account": "A1",
    "lender": "riverbank",
    "product": "credit card",
    "balance": "515.20",
    "currency": "USD",
    "due_on": "2026-05-02",
    "sms": "+13125559001",
    "consent_source": "contract",
    "consent_on": "2026-01-01",
}
PAYMENT = {"reference": "R1", "account": "A1", "amount": "200.00", "currency": "USD", "paid_on": "2026-05-12"}


def file(like: Mapping[str, str], *rows: Mapping[str, str]) -> str:
    """A file of rows that differ from `like` in what is given."""
    full = [{**like, **row} for row in rows]
    text = StringIO(newline="")
    writer = csv.DictWriter(text, list(dict.fromkeys(name for row in full for name in row)))
    writer.writeheader()
    writer.writerows(full)
    return text.getvalue()


async def accounts_file(world: World, *rows: Mapping[str, str]) -> Loaded:
    """The lender's accounts file, loaded."""
    return await accounts_text(world, file(ACCOUNT, *rows))


async def accounts_text(world: World, text: str) -> Loaded:
    """An accounts file as it stands, loaded."""
    return await load_accounts(
        world.services, read_accounts(StringIO(text, newline="")), source="accounts.csv"
    )


async def payments_file(world: World, *rows: Mapping[str, str]) -> Loaded:
    """The lender's payments file, loaded."""
    text = StringIO(file(PAYMENT, *rows), newline="")
    return await load_payments(world.services, read_payments(text), source="payments.csv")


def wrong(loaded: Loaded) -> list[tuple[int, str, str]]:
    """The rows that were set aside: line, field, reason."""
    return [(one.line, one.field, one.reason) for one in loaded.problems]


async def owed(world: World, account: str = "A1") -> tuple[str, str, str]:
    """What an account owes, in which currency, and how it stands."""
    async with world.services.database.begin() as work:
        row = await work.session.scalar(select(Account).where(Account.reference == account))
        assert row is not None
        return f"{row.balance:.2f}", row.currency, row.status


async def people(world: World) -> dict[str, list[str]]:
    """Whose account is whose: names, and the accounts under them."""
    async with world.services.database.begin() as work:
        found = await work.session.execute(
            select(Borrower.name, Account.reference).join(Account).order_by(Account.reference)
        )
        whose: dict[str, list[str]] = {}
        for name, account in found.all():
            whose.setdefault(name, []).append(account)
        return whose
