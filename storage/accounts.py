"""Accounts, payments and promises."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from core.balances import as_payments, explained
from core.errors import Invalid
from core.money import Money
from core.promises import LIVE, PromiseStatus
from core.promises import Payment as Paid
from core.promises import Promise as Given
from storage.database import Work
from storage.people import Account, Payment
from storage.talk import Fact, PromiseRow
from storage.told_accounts import falls_of

# The hold of who says that it has been paid.
PAID_CLAIM = "paid_claim"


async def of_borrower(work: Work, borrower_id: uuid.UUID) -> Sequence[Account]:
    """The borrower's accounts that are not closed, the one due longest first."""
    rows = await work.session.scalars(
        select(Account)
        .where(Account.borrower_id == borrower_id, Account.status != "closed")
        .order_by(Account.status, Account.due_on, Account.reference)
    )
    return rows.all()


async def hold(work: Work, account_id: uuid.UUID, reason: str, *, event: str = "", **detail: Any) -> None:
    """Ask for nothing on this account until the reason is lifted. `event` is what asks for it."""
    account = await work.session.scalar(select(Account).where(Account.id == account_id).with_for_update())
    assert account is not None
    before = account.holds.get(reason) or {}
    events = sorted({*before.get("events", ()), *([event] if event else ())})
    held = {"since": work.now.isoformat(), **detail, **({"events": events} if events else {})}
    account.holds = {**account.holds, reason: held}
    work.audit("account.held", account_id, reason=reason)


async def lift_hold(work: Work, account_id: uuid.UUID, reason: str) -> None:
    """Take a hold off again."""
    account = await work.session.scalar(select(Account).where(Account.id == account_id).with_for_update())
    assert account is not None
    account.holds = {key: value for key, value in account.holds.items() if key != reason}
    work.audit("account.released", account_id, reason=reason)


async def promises(work: Work, account_id: uuid.UUID, *, live_only: bool = False) -> Sequence[PromiseRow]:
    """The account's promises, the earliest due first."""
    query = select(PromiseRow).where(PromiseRow.account_id == account_id)
    if live_only:
        query = query.where(PromiseRow.status.in_([str(status) for status in LIVE]))
    rows = await work.session.scalars(query.order_by(PromiseRow.due_on, PromiseRow.created_at))
    return rows.all()


async def promised(work: Work, accounts: Sequence[Account]) -> list[Account]:
    """Those of the accounts with a promise that stands, or a payment that is said to have been made."""
    standing = await work.session.scalars(
        select(PromiseRow.account_id).where(
            PromiseRow.account_id.in_([account.id for account in accounts]),
            PromiseRow.status == PromiseStatus.CONFIRMED,
        )
    )
    found = set(standing.all())
    return [account for account in accounts if account.id in found or PAID_CLAIM in account.holds]


async def draft_promises(
    work: Work,
    account: Account,
    parts: Sequence[tuple[Decimal, date, str | None]],
    *,
    conversation_id: uuid.UUID,
    inbound_id: uuid.UUID | None,
    made_on: date,
    policy: str = "",
) -> Sequence[PromiseRow]:
    """Write down what was understood, as pending; an earlier draft that was never confirmed gives way."""
    await work.session.execute(
        update(PromiseRow)
        .where(PromiseRow.account_id == account.id, PromiseRow.status == PromiseStatus.PENDING)
        .values(status=PromiseStatus.SUPERSEDED, settled_at=work.now)
    )
    agreement = uuid.uuid4()
    rows = [
        PromiseRow(
            id=uuid.uuid4(),
            account_id=account.id,
            conversation_id=conversation_id,
            agreement_id=agreement,
            amount=amount,
            currency=account.currency,
            due_on=due_on,
            method=method,
            status=PromiseStatus.PENDING,
            inbound_id=inbound_id,
            made_on=made_on,
            created_at=work.now,
        )
        for amount, due_on, method in parts
    ]
    work.session.add_all(rows)
    for row in rows:
        work.audit(
            "promise.pending",
            row.id,
            account=str(account.id),
            inbound=str(inbound_id or ""),
            **({"policy": policy} if policy else {}),
        )
    return rows


async def confirm_promises(work: Work, account_id: uuid.UUID, *, method: str | None) -> Sequence[PromiseRow]:
    """Make the pending draft count: the borrower said yes. What was confirmed before is superseded."""
    pending = [row for row in await promises(work, account_id) if row.status == PromiseStatus.PENDING]
    if not pending:
        return []
    await work.session.execute(
        update(PromiseRow)
        .where(PromiseRow.account_id == account_id, PromiseRow.status == PromiseStatus.CONFIRMED)
        .values(status=PromiseStatus.SUPERSEDED, settled_at=work.now)
    )
    for row in pending:
        row.status = PromiseStatus.CONFIRMED
        row.method = row.method or method
        work.audit("promise.confirmed", row.id, account=str(account_id))
    return pending


async def set_status(work: Work, row: PromiseRow, status: PromiseStatus, *, policy: str = "") -> None:
    """Move a promise on, and say so in the audit, with the version of the policy it was judged by."""
    row.status = status
    if status not in LIVE:
        row.settled_at = work.now
    named = {"policy": policy} if policy else {}
    work.audit(f"promise.{status}", row.id, account=str(row.account_id), **named)


async def payments(work: Work, account_id: uuid.UUID) -> Sequence[Payment]:
    """What the ledger has booked on the account."""
    rows = await work.session.scalars(
        select(Payment).where(Payment.account_id == account_id).order_by(Payment.paid_on, Payment.booked_at)
    )
    return rows.all()


async def book_payment(
    work: Work, account: Account, *, reference: str, amount: Decimal, paid_on: date
) -> bool:
    """Book a payment once under the ledger's reference for the account. False when it was here already.

    The balance falls by what is not in it yet (`core.balances.explained`). Raises `Invalid` where the reference was told
    for this account with another amount or day.
    """
    fresh = await work.session.scalar(
        insert(Payment)
        .values(
            id=uuid.uuid4(),
            reference=reference,
            account_id=account.id,
            amount=amount,
            currency=account.currency,
            paid_on=paid_on,
            booked_at=work.now,
        )
        .on_conflict_do_nothing()
        .returning(Payment.id)
    )
    if fresh is None:
        await _agrees(work, account, reference, amount, paid_on)
        return False
    lower, falls = explained(falls_of(account), amount, paid_on, balance_on=account.balance_on)
    account.falls = [{"on": fall.on.isoformat(), "amount": str(fall.amount)} for fall in falls]
    account.balance = max(account.balance - lower, Decimal(0))
    account.updated_at = work.now
    if account.balance == 0:
        account.status = "paid"
    work.audit("payment.booked", fresh, account=str(account.id))
    return True


async def _agrees(work: Work, account: Account, reference: str, amount: Decimal, paid_on: date) -> None:
    told = await work.session.execute(
        select(Payment.amount, Payment.paid_on).where(
            Payment.account_id == account.id, Payment.reference == reference
        )
    )
    if tuple(told.one()) != (amount, paid_on):
        raise Invalid(
            "reference",
            "was told before with another amount or day",
            remedy="Give a further payment a reference of its own; one that was booked cannot be told anew.",
        )


def as_promise(row: PromiseRow) -> Given:
    """The row in the trade's own terms."""
    return Given(
        amount=Money(row.amount, row.currency),
        due_on=row.due_on,
        made_on=row.made_on,
        status=PromiseStatus(row.status),
        method=row.method,
    )


def as_payment(row: Payment) -> Paid:
    """The row in the trade's own terms."""
    return Paid(amount=Money(row.amount, row.currency), paid_on=row.paid_on)


async def came_in(
    work: Work, account: Account, *, since: date, booked_since: datetime | None = None
) -> list[Paid]:
    """What has come in since a day: payments, and what is gone from the balance without one.

    With `booked_since` only payments that were told to us from that moment on.
    """
    booked = [
        as_payment(payment)
        for payment in await payments(work, account.id)
        if booked_since is None or payment.booked_at >= booked_since
    ]
    return [*booked, *as_payments(falls_of(account), account.currency, since=since)]


async def tell(
    work: Work,
    borrower_id: uuid.UUID,
    kind: str,
    *,
    account_id: uuid.UUID | None,
    inbound_id: uuid.UUID | None,
    **detail: Any,
) -> None:
    """Keep what the borrower told (hardship, a payment claimed ...); one open entry a kind and account."""
    await work.session.execute(
        update(Fact)
        .where(Fact.borrower_id == borrower_id, Fact.kind == kind, Fact.closed_at.is_(None))
        .values(closed_at=work.now)
    )
    work.session.add(
        Fact(
            borrower_id=borrower_id,
            account_id=account_id,
            kind=kind,
            detail=detail,
            inbound_id=inbound_id,
            at=work.now,
        )
    )
    work.audit(f"told.{kind}", borrower_id, inbound=str(inbound_id or ""))


async def told(work: Work, borrower_id: uuid.UUID) -> dict[str, dict[str, Any]]:
    """What the borrower told and still stands, by kind."""
    rows = await work.session.scalars(
        select(Fact).where(Fact.borrower_id == borrower_id, Fact.closed_at.is_(None)).order_by(Fact.at)
    )
    return {row.kind: row.detail for row in rows}
