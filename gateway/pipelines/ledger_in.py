"""Ledger in: accounts and payments, row by row, wrong rows set aside and the rest loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import batched

from core.clock import local_day
from core.errors import KeptError
from core.places import usual_zone
from core.promises import PromiseStatus, settle
from gateway.services import Services
from ledger.rows import AccountRow, PaymentRow, Problem
from storage import accounts, imports, planned
from storage.database import Work
from storage.people import Account, Borrower

BATCH = 1000


@dataclass
class Loaded:
    """What an import did."""

    rows: int = 0
    changed: int = 0
    problems: list[Problem] = field(default_factory=list)


async def load_accounts(
    services: Services,
    rows: Iterable[AccountRow | Problem],
    *,
    source: str,
    progress: Callable[[int], None] = lambda _: None,
) -> Loaded:
    """Load accounts in batches, each its own transaction: what is loaded stays when a later batch fails."""
    done = Loaded()
    key = services.key_for("identity")
    for batch in batched(rows, BATCH):
        good = [row for row in batch if isinstance(row, AccountRow)]
        bad = [row for row in batch if isinstance(row, Problem)]
        async with services.database.begin() as work:
            if good:
                done.changed += await imports.load_accounts(work, good, identity_key=key)
            for problem in bad:
                await _set_aside(work, source, problem)
            work.audit("import.accounts", source, rows=len(good), set_aside=len(bad))
        done.rows += len(good)
        done.problems += bad
        progress(len(batch))
    return done


async def load_payments(
    services: Services,
    rows: Iterable[PaymentRow | Problem],
    *,
    source: str,
    progress: Callable[[int], None] = lambda _: None,
) -> Loaded:
    """Book payments one by one; what a payment does to a promise is done with it."""
    done = Loaded()
    for row in rows:
        if isinstance(row, PaymentRow):
            booked = await _book(services, row)
            if isinstance(booked, bool):
                done.rows += 1
                done.changed += booked
                progress(1)
                continue
            row = booked
        async with services.database.begin() as work:
            await _set_aside(work, source, row)
        done.problems.append(row)
        progress(1)
    return done


async def _book(services: Services, row: PaymentRow) -> Problem | bool:
    """True when it was booked, False when it was here already, else what is wrong with it."""
    told = {"reference": row.reference, "account": row.account}
    try:
        async with services.database.begin() as work:
            account = await imports.account_by_reference(work, row.account)
            if account.currency != row.currency:
                reason = f"is not the account's {account.currency}"
                return Problem(row.line, "currency", reason, "Book it in that currency.", told)
            fresh = await accounts.book_payment(
                work, account, reference=row.reference, amount=row.amount, paid_on=row.paid_on
            )
            if fresh:
                await _settle(services, work, account, row)
            return fresh
    except KeptError as error:
        return Problem(row.line, "account", error.what, error.remedy, told)


async def _settle(services: Services, work: Work, account: Account, row: PaymentRow) -> None:
    """See which promises are kept by now, and plan the receipt."""
    borrower = await work.session.get(Borrower, account.borrower_id)
    assert borrower is not None
    today = local_day(work.now, borrower.zone or usual_zone(borrower.jurisdiction))
    policy = services.policy_for(account.lender)
    booked = [accounts.as_payment(payment) for payment in await accounts.payments(work, account.id)]
    kept = False
    for promise in await accounts.promises(work, account.id, live_only=True):
        status = settle(accounts.as_promise(promise), booked, today=today, grace_days=policy.grace_days)
        if status is PromiseStatus.KEPT:
            await accounts.set_status(work, promise, status, policy=policy.version)
            kept = True
    if "paid_claim" in account.holds:
        await accounts.lift_hold(work, account.id, "paid_claim")
    await planned.plan(
        work,
        borrower_id=account.borrower_id,
        account_id=account.id,
        kind="receipt",
        due_at=work.now,
        dedupe=f"receipt:{row.reference}",
        details={"amount": str(row.amount), "kept": kept},
    )


async def _set_aside(work: Work, source: str, problem: Problem) -> None:
    await imports.set_aside(
        work, source, problem.line, problem.field, problem.reason, problem.remedy, problem.row
    )
