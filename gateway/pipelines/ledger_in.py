"""Ledger in: accounts and payments, row by row, wrong rows set aside and the rest loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched

from core.claims import answered
from core.clock import local_day
from core.errors import Invalid, KeptError
from core.places import usual_zone
from core.promises import PromiseStatus, settle
from gateway.services import Services
from ledger.rows import AccountRow, PaymentRow, Problem
from storage import accounts, imports, planned
from storage.accounts import PAID_CLAIM
from storage.contradictions import Refused
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
        async with services.database.begin() as work:
            took = await imports.load_accounts(work, good, identity_key=key)
            for account in await accounts.promised(work, took.fell) if took.fell else ():
                await _took_in(services, work, account)
            bad = [row for row in batch if isinstance(row, Problem)] + [_problem(one) for one in took.refused]
            for problem in bad:
                await _set_aside(work, source, problem)
            loaded = len(good) - len(took.refused)
            work.audit("import.accounts", source, rows=loaded, set_aside=len(bad))
        done.rows += loaded
        done.changed += took.changed
        done.problems += sorted(bad, key=lambda problem: problem.line)
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
    except Invalid as error:
        what = error.what.removeprefix(f"{error.field}: ")
        return Problem(row.line, error.field, what, error.remedy, told)
    except KeptError as error:
        return Problem(row.line, "account", error.what, error.remedy, told)


def _problem(one: Refused) -> Problem:
    """A row that contradicts what is on file, kept by its numbers."""
    row = one.row
    told = {"borrower": row.borrower, "account": row.account, "lender": row.lender, "currency": row.currency}
    return Problem(row.line, one.field, one.reason, one.remedy, told)


async def _took_in(services: Services, work: Work, account: Account) -> bool:
    """See which promises are kept by what has come in by now, and whether it is what was said to be paid; are any kept?"""
    borrower = await work.session.get(Borrower, account.borrower_id)
    assert borrower is not None
    zone = borrower.zone or usual_zone(borrower.jurisdiction)
    today = local_day(work.now, zone)
    policy = services.policy_for(account.lender)
    kept = False
    for promise in await accounts.promises(work, account.id, live_only=True):
        paid = await accounts.came_in(work, account, since=promise.made_on)
        status = settle(accounts.as_promise(promise), paid, today=today, grace_days=policy.grace_days)
        if status is PromiseStatus.KEPT:
            await accounts.set_status(work, promise, status, policy=policy.version)
            kept = True
    if PAID_CLAIM in account.holds:
        since = datetime.fromisoformat(account.holds[PAID_CLAIM]["since"])
        claimed_on = local_day(since, zone)
        booked = await accounts.came_in(work, account, since=claimed_on, booked_since=since)
        if answered(claimed_on, booked, account.balance):
            await accounts.lift_hold(work, account.id, PAID_CLAIM)
    return kept


async def _settle(services: Services, work: Work, account: Account, row: PaymentRow) -> None:
    """See which promises are kept by now, and plan the receipt."""
    kept = await _took_in(services, work, account)
    await planned.plan(
        work,
        borrower_id=account.borrower_id,
        account_id=account.id,
        kind="receipt",
        due_at=work.now,
        dedupe=f"receipt:{account.id}:{row.reference}",
        details={"amount": str(row.amount), "kept": kept},
    )


async def _set_aside(work: Work, source: str, problem: Problem) -> None:
    await imports.set_aside(
        work, source, problem.line, problem.field, problem.reason, problem.remedy, problem.row
    )
