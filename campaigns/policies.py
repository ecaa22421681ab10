"""Each lender's policy table, read from campaigns/policy/<lender>.yaml."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from core.errors import Invalid
from core.messages import Channel
from core.policy import Offers, Policy
from core.stages import Stage

FOLDER = Path(__file__).parent / "policy"
DEFAULT = "riverbank"
_KNOWN = {
    "names",
    "phone",
    "website",
    "pay_link",
    "bank_details",
    "identity_facts",
    "facts_needed",
    "max_identity_attempts",
    "identity_valid_days",
    "max_promise_days",
    "min_partial_share",
    "grace_days",
    "people_from",
    "offers",
    "quiet_hours",
    "platforms",
}


@cache
def policy(lender: str) -> Policy:
    """The table of `lender`, or the default one; raise `Invalid` naming the field that cannot be read."""
    path = FOLDER / f"{lender}.yaml"
    if not path.is_file():
        path = FOLDER / f"{DEFAULT}.yaml"
    return read_policy(path)


def read_policy(path: Path) -> Policy:
    """Read one table."""
    raw = path.read_bytes()
    table: dict[str, Any] = yaml.safe_load(raw)
    unknown = set(table) - _KNOWN
    if unknown:
        raise Invalid(sorted(unknown)[0], f"is not a field of a policy table ({path.name})")
    return Policy(
        lender=path.stem,
        version=hashlib.sha256(raw).hexdigest()[:12],
        names=table["names"],
        phone=table["phone"],
        website=table["website"],
        pay_link=table.get("pay_link"),
        bank_details=table.get("bank_details") or {},
        identity_facts=tuple(table.get("identity_facts", ("dob", "postcode", "id_last4"))),
        facts_needed=int(table.get("facts_needed", 1)),
        max_identity_attempts=int(table["max_identity_attempts"]),
        identity_valid_for=timedelta(days=int(table["identity_valid_days"])),
        max_promise_days=int(table["max_promise_days"]),
        min_partial_share=Decimal(str(table["min_partial_share"])),
        grace_days=int(table["grace_days"]),
        offers={_stage(name, path): _offers(declared) for name, declared in table["offers"].items()},
        quiet_hours=table.get("quiet_hours") or {},
        platforms=frozenset(_platform(name, path) for name in table.get("platforms") or ()),
        people_from=_stage(table["people_from"], path) if table.get("people_from") else None,
    )


def _platform(name: str, path: Path) -> str:
    try:
        return Channel(name).value
    except ValueError:
        known = ", ".join(Channel)
        raise Invalid(
            "platforms", f"{name} is not a channel ({path.name})", remedy=f"Use some of {known}."
        ) from None


def _stage(name: str, path: Path) -> Stage:
    try:
        return Stage(name)
    except ValueError:
        known = ", ".join(Stage)
        raise Invalid(
            "offers", f"{name} is not a stage ({path.name})", remedy=f"Use one of {known}."
        ) from None


def _offers(declared: dict[str, Any]) -> Offers:
    return Offers(
        extension_days=int(declared.get("extension_days", 0)),
        plans=tuple(int(count) for count in declared.get("plans", ())),
        part_payment=bool(declared.get("part_payment", True)),
        hardship_programme=bool(declared.get("hardship_programme", False)),
    )
