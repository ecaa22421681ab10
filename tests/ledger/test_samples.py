"""The sample files that the how-to shows load as they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import TextIO

import pytest

from ledger.csv_files.files import OPTIONAL, PAYMENT_FIELDS, REQUIRED, read_accounts, read_payments
from ledger.rows import AccountRow, PaymentRow, Problem

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to"
SAMPLES = HOW_TO / "samples"


def read[Row](read: Callable[[TextIO], Iterator[Row | Problem]], name: str) -> list[Row | Problem]:
    with (SAMPLES / name).open(encoding="utf-8-sig", newline="") as file:
        return list(read(file))


def accounts() -> list[AccountRow]:
    return [row for row in read(read_accounts, "accounts.csv") if isinstance(row, AccountRow)]


@pytest.mark.parametrize(
    ("reader", "name"), [(read_accounts, "accounts.csv"), (read_payments, "payments.csv")]
)
def test_no_sample_row_is_set_aside(
    reader: Callable[[TextIO], Iterator[AccountRow | PaymentRow | Problem]], name: str
) -> None:
    rows = read(reader, name)
    lines = (SAMPLES / name).read_text(encoding="utf-8").splitlines()

    assert [row for row in rows if isinstance(row, Problem)] == []
    assert len(rows) == len(lines) - 1


def test_a_borrower_with_two_accounts_is_one_person() -> None:
    lines_of = {
        row.borrower: [one.account for one in accounts() if one.borrower == row.borrower]
        for row in accounts()
    }

    assert lines_of == {"S-1": ["SA-1"], "S-2": ["SA-2"], "S-3": ["SA-3", "SA-4"]}


def test_addresses_and_facts_arrive_in_the_form_they_are_compared_in() -> None:
    second, third = accounts()[1:3]

    assert [(item.channel, item.address) for item in second.addresses] == [
        ("sms", "+15125550102"),
        ("whatsapp", "+15125550102"),
    ]
    assert third.facts == {"dob": "1994-11-02", "postcode": "430070", "id_last4": "612X"}


def test_sample_payments_are_of_sample_accounts_in_their_currency() -> None:
    currency_of = {row.account: row.currency for row in accounts()}
    paid = [row for row in read(read_payments, "payments.csv") if isinstance(row, PaymentRow)]

    assert [currency_of.get(row.account) for row in paid] == [row.currency for row in paid]
    assert [row.amount for row in paid] == [Decimal("200.00"), Decimal("4300.00")]


def test_every_column_stands_in_the_how_to() -> None:
    told = (HOW_TO / "import.md").read_text(encoding="utf-8")

    assert sorted(name for name in REQUIRED | OPTIONAL | PAYMENT_FIELDS if f"`{name}`" not in told) == []


ROW = {
    "borrower": "S-9",
    "name": "Ana Example",
    "language": "es",
    "jurisdiction": "US-TX",
    "account": "SA-9",
    "lender": "riverbank",
    "product": "personal loan",
    "balance": "100.00",
    "currency": "USD",
    "due_on": "2026-10-31",
}


def one_account(**changes: str) -> AccountRow | Problem:
    row = {**ROW, **changes}
    return next(read_accounts(StringIO(",".join(row) + "\n" + ",".join(row.values()) + "\n")))


def test_what_a_balance_is_made_up_of_is_read() -> None:
    row = one_account(principal="80", interest="15.50", fees="4.50")

    assert isinstance(row, AccountRow)
    assert row.parts == {"principal": Decimal(80), "interest": Decimal("15.50"), "fees": Decimal("4.50")}


def test_parts_that_are_not_given_are_not_made_up() -> None:
    row = one_account(principal="", interest="", fees="")

    assert isinstance(row, AccountRow)
    assert row.parts == {}


def test_parts_that_do_not_add_up_set_the_row_aside() -> None:
    row = one_account(principal="80", interest="15")

    assert isinstance(row, Problem)
    assert (row.field, row.reason) == ("balance", "is not the sum of its parts")


@pytest.mark.parametrize(("told", "expected"), [("yes", True), ("NO", False), ("", None), (" ", None)])
def test_whether_a_debt_is_too_old_is_read_and_not_known_where_nothing_is_said(
    told: str, expected: bool | None
) -> None:
    row = one_account(time_barred=told)

    assert isinstance(row, AccountRow)
    assert row.time_barred is expected


@pytest.mark.parametrize("told", ["maybe", "1", "si"])
def test_an_answer_that_is_neither_yes_nor_no_sets_the_row_aside(told: str) -> None:
    row = one_account(time_barred=told)

    assert isinstance(row, Problem)
    assert (row.field, row.reason) == ("time_barred", "is neither yes nor no")
