"""By what means somebody can pay."""

from __future__ import annotations

import pytest

from reading import read_method


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("el viernes deposito 500 en el oxxo", "cash"),
        ("depósito en efectivo", "cash"),
        ("le deposito en el banco", "bank_transfer"),
    ],
)
def test_a_deposit_over_a_counter_is_made_in_cash(text: str, method: str) -> None:
    assert read_method(text, "es") == method


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("20k on 30th by neft", "en"),
        ("by UPI i will do", "en"),
        ("imps", "en"),
        ("paynow can?", "en"),
        ("por CoDi", "es"),
        ("用街口", "zh-Hant"),
        ("PayMe得唔得", "zh-Hant"),
    ],
)
def test_what_moves_money_from_bank_to_bank_is_a_transfer(text: str, lang: str) -> None:
    assert read_method(text, lang) == "bank_transfer"


def test_the_corner_of_a_street_is_no_way_to_pay() -> None:
    assert read_method("街口停咗水 幾點先嚟返", "zh-Hant") is None
