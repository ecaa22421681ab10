"""Who writes and for whom: what the law of a lender's places wants said of the creditor in every notice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from campaigns.tables import Table
from compliance.engine.rulebook import standard
from compliance.parts import CREDITOR_DETAILS

# Brazil's numbers: of a company (since 2026 with letters too) and of a person, each with two check digits.
_CNPJ, _CPF = re.compile(r"[0-9A-Z]{12}\d{2}"), re.compile(r"\d{11}")


def meaning(table: Table) -> None:
    """Note where the law of a place wants what the table does not say; call it on a table whose fields are right."""
    creditor: Mapping[str, Any] = table.values.get("creditor") or {}
    said = [place for place in table.values.get("places") or () if wants_details(place)]
    if said and not creditor:
        what = f"is missing: the law of {', '.join(said)} wants the creditor's address and tax number in every notice,"
        remedy = 'so nobody there could be written to. Add creditor: {address: "…", tax_number: "…"}.'
        table.wrong(("creditor",), what, remedy)
    hinted = [place for place in _hints(table.values) if place not in said and wants_details(place)]
    if hinted and not creditor:
        what = f"is missing: without its address and tax number nobody in {', '.join(hinted)} is written to."
        remedy = 'Add creditor: {address: "…", tax_number: "…"}.'
        table.wrong(("creditor",), what, remedy, warning=True)
    if "BR" in {*said, *hinted} and creditor and not is_brazilian(creditor["tax_number"]):
        what = "is neither a CNPJ nor a CPF: its check digits are not right."
        table.wrong(("creditor", "tax_number"), what, 'Write it as "CNPJ 11.222.333/0001-81".')


def wants_details(place: str) -> bool:
    """Whether the law of `place` demands the creditor's details in what is written there."""
    return any(rule.part == CREDITOR_DETAILS for rule in standard().for_jurisdiction(place).rules)


def _hints(values: Mapping[str, Any]) -> Iterable[str]:
    """Places that the table has hours for, so that borrowers must be there."""
    return [str(place) for place in values.get("quiet_hours") or {}]


def is_brazilian(number: str) -> bool:
    """Whether `number`, its label and punctuation aside, is a CNPJ or a CPF with the right check digits."""
    plain = re.sub(r"CNPJ|CPF|[^0-9A-Z]", "", number.upper())
    if _CNPJ.fullmatch(plain):
        return _checks(plain, most=9)
    return bool(_CPF.fullmatch(plain)) and len(set(plain)) > 1 and _checks(plain, most=11)


def _checks(plain: str, *, most: int) -> bool:
    """Modulo 11 over weights that rise from 2, from the right, and begin again after `most`."""
    values = [ord(sign) - ord("0") for sign in plain]
    for size in (len(values) - 2, len(values) - 1):
        weights = (2 + place % (most - 1) for place in range(size))
        rest = (
            sum(value * weight for value, weight in zip(reversed(values[:size]), weights, strict=True)) % 11
        )
        if values[size] != (0 if rest < 2 else 11 - rest):
            return False
    return True
