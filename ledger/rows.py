"""What a lender's system tells, whatever its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

# What a balance is made up of.
PARTS = ("principal", "interest", "fees")


@dataclass(frozen=True)
class Address:
    """One address of a borrower in canonical form, and where consent to use it comes from."""

    channel: str
    address: str
    rank: int


@dataclass(frozen=True)
class AccountRow:
    """One account with its borrower. `facts` are identity facts in canonical form; they are hashed on arrival.

    `parts` are what the balance is made up of (`PARTS`), where the lender says so; they add up to it. `time_barred`
    says whether the debt is too old to be sued for; None where the lender does not say. A balance below zero is money
    that the lender owes; payments of days up to `balance_on` are in it. `line` is where the row stands in its file.
    """

    borrower: str
    name: str
    language: str
    jurisdiction: str
    zone: str | None
    zip_code: str | None
    account: str
    lender: str
    product: str
    balance: Decimal
    currency: str
    due_on: date
    collector_type: str
    addresses: tuple[Address, ...]
    consent_source: str | None
    consent_on: date | None
    facts: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, Decimal] = field(default_factory=dict)
    time_barred: bool | None = None
    balance_on: date | None = None
    line: int = 0


@dataclass(frozen=True)
class PaymentRow:
    """One payment as the ledger booked it; `reference` is unique. `line` is where it stands in its file."""

    reference: str
    account: str
    amount: Decimal
    currency: str
    paid_on: date
    line: int = 0


@dataclass(frozen=True)
class Problem:
    """Why a row was set aside, and how to mend it. `line` counts the file's header as line 1."""

    line: int
    field: str
    reason: str
    remedy: str
    row: Mapping[str, str]
