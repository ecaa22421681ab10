"""Whatever a file holds, each line is read for itself: the broken ones come out as problems, the others go on."""

from __future__ import annotations

from io import StringIO

import pytest

from core.errors import Invalid
from ledger.csv_files.files import read_accounts, read_payments
from ledger.rows import AccountRow, PaymentRow, Problem
from tests.support.lender import ACCOUNT, file

HEADER = "reference,account,amount,currency,paid_on"
GOOD = "R{},A1,10.00,USD,2026-05-12"


def payments(*lines: str, ends: str = "\n") -> list[PaymentRow | Problem]:
    return list(read_payments(StringIO(ends.join((HEADER, *lines)) + ends, newline="")))


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ('R0,"A1,10.00,USD,2026-05-12', "has a quote that is not closed, or stands within a text"),
        ('R0,"A1"x,10.00,USD,2026-05-12', "has a quote that is not closed, or stands within a text"),
        ("R0,A1,10.00,USD,2026-05-12,more", "has more fields than the header"),
        ("R0," + "A" * 200_000 + ",10.00,USD,2026-05-12", "is longer than any that can be right"),
        ("R0,A\udce91,10.00,USD,2026-05-12", "is not UTF-8"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_broken_line_takes_no_other_with_it(broken: str, reason: str, ends: str) -> None:
    rows = payments(GOOD.format(1), broken, *(GOOD.format(number) for number in range(2, 50)), ends=ends)

    problems = [row for row in rows if isinstance(row, Problem)]
    assert [(one.line, one.field, one.reason) for one in problems] == [(3, "line", reason)]
    assert problems[0].row["reference"] == "R0"
    assert [row.reference for row in rows if isinstance(row, PaymentRow)] == [
        f"R{one}" for one in range(1, 50)
    ]


def test_quoted_texts_commas_and_doubled_quotes_are_read() -> None:
    (row,) = read_accounts(StringIO(file(ACCOUNT, {"name": 'Okafor, "Grace"'}), newline=""))

    assert isinstance(row, AccountRow)
    assert (row.name, row.line) == ('Okafor, "Grace"', 2)


def test_empty_lines_and_lines_that_end_early_are_counted() -> None:
    rows = payments("", "R1,A1", "   ", GOOD.format(2))

    assert [(row.line, getattr(row, "field", None)) for row in rows] == [(3, "amount"), (5, None)]


@pytest.mark.parametrize(
    ("header", "what"),
    [
        (HEADER + ",account", "header: has account twice"),
        ('"' + HEADER, "header: has a quote that is not closed, or stands within a text"),
        ("", "header: lacks account, amount, currency, paid_on, reference"),
        (HEADER + ",\x00", "header: has unknown \\x00"),
    ],
)
def test_a_header_that_cannot_be_trusted_is_refused(header: str, what: str) -> None:
    with pytest.raises(Invalid) as refused:
        list(read_payments(StringIO(header + "\n", newline="")))

    assert refused.value.what == what
    assert refused.value.remedy


@pytest.mark.parametrize(("balance", "field"), [("-12.50", None), ("--5", "balance"), ("-", "balance")])
def test_a_balance_below_zero_is_read(balance: str, field: str | None) -> None:
    (row,) = read_accounts(StringIO(file(ACCOUNT, {"balance": balance}), newline=""))

    assert getattr(row, "field", None) == field
