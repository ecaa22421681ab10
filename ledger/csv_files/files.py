"""The accounts file, one line an account with its borrower and addresses, and the payments file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TextIO

from core.errors import Invalid
from ledger.csv_files import fields
from ledger.csv_files.lines import Line, read_lines
from ledger.rows import PARTS, AccountRow, Address, PaymentRow, Problem

REQUIRED = frozenset(
    {
        "borrower",
        "name",
        "language",
        "jurisdiction",
        "account",
        "lender",
        "product",
        "balance",
        "currency",
        "due_on",
    }
)
OPTIONAL = frozenset(
    {"timezone", "zip", "collector_type", "sms", "whatsapp", "telegram", "wechat", "email", "consent_source"}
    | {"consent_on", "dob", "postcode", "id_last4", "time_barred", "balance_on", *PARTS}
)
PAYMENT_FIELDS = frozenset({"reference", "account", "amount", "currency", "paid_on"})


def read_accounts(file: TextIO) -> Iterator[AccountRow | Problem]:
    """Read line by line; a line that is wrong comes out as a `Problem`, the others go on.

    Raises `Invalid` when the header lacks a column that must be there or has one that is not known.
    """
    for line in read_lines(file, REQUIRED, OPTIONAL):
        yield _account(line)


def read_payments(file: TextIO) -> Iterator[PaymentRow | Problem]:
    """Read the payments file line by line, like `read_accounts`."""
    for line in read_lines(file, PAYMENT_FIELDS, frozenset()):
        yield _payment(line)


def _problem(error: Invalid, line: Line) -> Problem:
    return Problem(
        line.number, error.field, error.what.removeprefix(f"{error.field}: "), error.remedy, line.row
    )


def _account(line: Line) -> AccountRow | Problem:
    try:
        return _read_account(line.whole(), line.number)
    except Invalid as error:
        return _problem(error, line)


def _read_account(row: Mapping[str, str], line: int) -> AccountRow:
    place = fields.jurisdiction(row, "jurisdiction")
    collector = fields.maybe(row, "collector_type") or "first_party"
    if collector not in ("first_party", "third_party"):
        raise Invalid("collector_type", "is unknown", remedy="Use first_party or third_party.")
    balance = fields.balance(row, "balance")
    return AccountRow(
        borrower=fields.text(row, "borrower"),
        name=fields.text(row, "name"),
        language=fields.language(row, "language"),
        jurisdiction=place,
        zone=fields.zone(row, "timezone"),
        zip_code=fields.maybe(row, "zip"),
        account=fields.text(row, "account"),
        lender=fields.text(row, "lender").lower(),
        product=fields.text(row, "product"),
        balance=balance,
        currency=fields.currency(row, "currency"),
        due_on=fields.on(row, "due_on"),
        collector_type=collector,
        addresses=_addresses(row, place),
        consent_source=fields.maybe(row, "consent_source"),
        consent_on=fields.maybe_on(row, "consent_on"),
        facts=_facts(row),
        parts=_parts(row, balance) if balance > 0 else {},
        time_barred=fields.maybe_yes(row, "time_barred"),
        balance_on=fields.maybe_on(row, "balance_on"),
        line=line,
    )


def _parts(row: Mapping[str, str], balance: Decimal) -> dict[str, Decimal]:
    """What the balance is made up of, where the file says so; parts that do not add up to it are refused."""
    parts = {name: fields.amount(row, name, positive=False) for name in PARTS if fields.maybe(row, name)}
    if parts and sum(parts.values()) != balance:
        given = ", ".join(parts)
        raise Invalid(
            "balance", "is not the sum of its parts", remedy=f"Let {given} add up to it, or leave them out."
        )
    return parts


def _addresses(row: Mapping[str, str], place: str) -> tuple[Address, ...]:
    found = (
        ("sms", fields.phone(row, "sms", place)),
        ("whatsapp", fields.phone(row, "whatsapp", place)),
        ("wechat", fields.maybe(row, "wechat")),
        ("telegram", fields.maybe(row, "telegram")),
        ("email", fields.email(row, "email")),
    )
    return tuple(
        Address(channel, address, rank)
        for rank, (channel, address) in enumerate(found)
        if address is not None
    )


def _facts(row: Mapping[str, str]) -> dict[str, str]:
    facts: dict[str, str] = {}
    if born := fields.maybe_on(row, "dob"):
        facts["dob"] = born.isoformat()
    if postcode := fields.maybe(row, "postcode"):
        facts["postcode"] = "".join(postcode.upper().split())
    if last4 := fields.maybe(row, "id_last4"):
        if len(last4) != 4 or not last4.isalnum():
            raise Invalid("id_last4", "is not four characters", remedy="Give the last four only.")
        facts["id_last4"] = last4.upper()
    return facts


def _payment(line: Line) -> PaymentRow | Problem:
    try:
        row = line.whole()
        return PaymentRow(
            reference=fields.text(row, "reference"),
            account=fields.text(row, "account"),
            amount=fields.amount(row, "amount", positive=True),
            currency=fields.currency(row, "currency"),
            paid_on=fields.on(row, "paid_on"),
            line=line.number,
        )
    except Invalid as error:
        return _problem(error, line)
