"""Rows of a file that contradict what is on file: numbers are shared by all lenders here, and none may reach another's debt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# What a row must have is `ledger.rows.AccountRow`; this room does not know that one.
type _Row = Any

OWN_NUMBERS = (
    "Give every lender numbers of its own, in each of its files: its name before them, as in north-1234."
)


@dataclass(frozen=True)
class Refused:
    """A row that is not loaded, why, and what to do about it."""

    row: _Row
    field: str
    reason: str
    remedy: str


@dataclass(frozen=True)
class OnFile:
    """Whose an account is, and in which currency it is owed."""

    lender: str
    borrower: str
    currency: str


def sort_out(rows: Sequence[_Row], on_file: Mapping[str, OnFile]) -> tuple[list[_Row], list[Refused]]:
    """The rows that agree with the accounts on file (by number) and with the rows before them, and the others."""
    known = dict(on_file)
    lenders: dict[str, set[str]] = {}
    for account in known.values():
        lenders.setdefault(account.borrower, set()).add(account.lender)
    good, refused = [], []
    for row in rows:
        wrong = _contradiction(row, known.get(row.account), lenders.get(row.borrower, set()))
        if wrong is not None:
            refused.append(wrong)
            continue
        good.append(row)
        known.setdefault(row.account, OnFile(row.lender, row.borrower, row.currency))
        lenders.setdefault(row.borrower, {row.lender})
    return good, refused


def _contradiction(row: _Row, account: OnFile | None, lenders: set[str]) -> Refused | None:
    if lenders and row.lender not in lenders:
        reason = f"is the number of a borrower of {', '.join(sorted(lenders))}"
        return Refused(row, "borrower", reason, OWN_NUMBERS)
    if account is None:
        return None
    if account.lender != row.lender:
        return Refused(row, "account", f"is the number of an account of {account.lender}", OWN_NUMBERS)
    if account.borrower != row.borrower:
        remedy = (
            "Correct one of the two; a debt that another person owes now needs an account number of its own."
        )
        return Refused(row, "borrower", "is not the one whose account this is", remedy)
    if account.currency != row.currency:
        remedy = (
            f"Tell it in {account.currency}; a debt in another currency needs an account number of its own."
        )
        return Refused(row, "currency", f"is not the account's {account.currency}", remedy)
    return None
