"""What is known of the account when a text is judged: unknown counts as no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from core.errors import Invalid

_REFUSED = re.compile(
    r"\b(?:no|not|never|without|don'?t|none|decline[ds]?|refuse[ds]?|sin)\b|不(?!排除)|未(?!来)|无|沒有|没有|無",
    re.I,
)
# What only sets a condition or a day: "suit authorised if no arrangement is made" is no refusal.
_CONDITION = re.compile(
    r"\b(?:if|unless|should|provided|in case|absent|failing|si|salvo|cuando)\b[^;.]*|(?:若|如果|如|倘若?|除非)[^,，;；。]*[,，]?",
    re.I,
)
_SUIT = re.compile(
    r"sue|suit|payment order|legal|litig|court|attorney|counsel|summons|诉|訴|告|入禀|入稟|立案|法院|法庭|法律|仲裁|demand|judicial|juicio|juzgado|abogad",
    re.I,
)
_JUDGMENT = re.compile(
    r"judg[e]?ment|判决|判決|支付命令|sentencia|garnish|execution|levy|强制执行|強制執行|embargo", re.I
)
_SEIZURE = re.compile(
    r"garnish|execution|levy|lien|seiz|repossess|foreclos|强制执行|強制執行|扣押|查封|embargo|ejecuci", re.I
)


@dataclass(frozen=True)
class Account:
    """The facts of `kept wording`, read. `holds` has the names that rules refer to."""

    balance: Decimal | None
    offer_end: date | None
    validation_period_end: date | None
    holds: frozenset[str]


def read_account(facts: Mapping[str, Any], *, verified_party: bool) -> Account:
    """Read the facts of the account; raises `Invalid` for a fact whose value cannot be understood.

    Keys that no rule knows are left out: they cannot make a text more lawful.
    """
    instruction = facts.get("creditor_instruction")
    told = (
        " ".join(map(str, instruction)) if isinstance(instruction, list | tuple) else str(instruction or "")
    )
    allowed = bool(told) and not _REFUSED.search(_CONDITION.sub(" ", told))
    balance = _balance(facts.get("balance"))
    offer_end = _day(facts, "offer_end")
    validation_period_end = _day(facts, "validation_period_end")
    judgment = (allowed and bool(_JUDGMENT.search(told))) or _yes(facts, "judgment")
    holds = {
        "verified": verified_party,
        "unverified": not verified_party,
        "fees_in_contract": _yes(facts, "fees_in_contract"),
        "settlement_authorised": _yes(facts, "settlement_authorised"),
        "offer_end": offer_end is not None,
        "time_barred": _yes(facts, "time_barred"),
        "servicemember": _yes(facts, "servicemember"),
        "validation_period": validation_period_end is not None,
        "suit_authorised": judgment
        or (allowed and bool(_SUIT.search(told)))
        or _yes(facts, "suit_authorised"),
        "judgment": judgment,
        "seizure_authorised": (allowed and bool(_SEIZURE.search(told))) or _yes(facts, "seizure_authorised"),
        "person_writes": _yes(facts, "person_writes"),
    }
    return Account(
        balance, offer_end, validation_period_end, frozenset(name for name, held in holds.items() if held)
    )


def _yes(facts: Mapping[str, Any], name: str) -> bool:
    """Only true, or a word for it, is a yes."""
    return str(facts.get(name, "")).strip().casefold() in {"true", "yes", "1"}


def _balance(value: Any) -> Decimal | None:
    if isinstance(value, Mapping):
        value = value.get("amount")
    if value is None or value == "":
        return None
    figure = re.search(r"\d[\d,]*(?:\.\d+)?", str(value))
    if figure is None:
        raise Invalid("facts.balance", "is not an amount", remedy="Write it as 842.50.")
    try:
        return Decimal(figure.group().replace(",", ""))
    except InvalidOperation as error:
        raise Invalid("facts.balance", "is not an amount", remedy="Write it as 842.50.") from error


def _day(facts: Mapping[str, Any], name: str) -> date | None:
    value = facts.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise Invalid(f"facts.{name}", "is not a day", remedy="Write it as 2026-11-30.") from error
