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
