"""What each catalogue entry asks, offers and discloses, as declared in entries/*.yml.

The outbound gate relies on these declarations; a text without one cannot be said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from core.errors import Invalid, NotFound

FOLDER = Path(__file__).parent / "entries"

ASKS = frozenset(
    {
        "identity",
        "amount",
        "pay_date",
        "pay_method",
        "confirmation",
        "reason",
        "contact",
        "proof",
        "clarify_date",
        "clarify_amount",
        "language",
        "case_details",
        "callback_time",
        "choice",
    }
)
OFFERS = frozenset(
    {
        "plan_3",
        "plan_6",
        "extension",
        "pay_link",
        "bank_details",
        "hardship_programme",
        "human",
        "callback",
        "help_line",
        "proof_upload",
        "part_payment",
    }
)


@dataclass(frozen=True)
class Entry:
    """One thing that can be said. `discloses`: whether its text lets a reader know of a debt."""

    key: str
    asks: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    discloses: bool = False
    # A purpose of the gate other than the caller's own: opt_out_confirmation, payment_receipt ...
    purpose: str | None = None
    # Quick replies shown where the channel has buttons: keys of texts, or `{name}` for each value of that list.
    choices: tuple[str, ...] = ()
    # Where there are no buttons the choices are written under the text, numbered; else the text names them itself.
    numbered: bool = False
    # The text itself says how to stop: the envelope does not say it again.
    says_stop: bool = False


@cache
def entries() -> Mapping[str, Entry]:
    """All entries by key. Raises `Invalid` for a file that declares something unknown."""
    found: dict[str, Entry] = {}
    for path in sorted(FOLDER.glob("*.yml")):
        for key, declared in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
            if key in found or key.split(".")[0] != path.stem:
                raise Invalid(key, f"is declared twice or in the wrong file ({path.name})")
            found[key] = _entry(key, declared or {})
    return MappingProxyType(found)


def entry(key: str) -> Entry:
    """The entry `key`; raise `NotFound`."""
    try:
        return entries()[key]
    except KeyError:
        raise NotFound(f"There is no catalogue entry {key}.") from None


def _entry(key: str, declared: dict[str, Any]) -> Entry:
    unknown = set(declared) - {"asks", "offers", "discloses", "purpose", "choices", "numbered", "says_stop"}
    unknown |= set(declared.get("asks", ())) - ASKS
    unknown |= set(declared.get("offers", ())) - OFFERS
    if unknown:
        raise Invalid(key, f"declares {', '.join(sorted(unknown))}, which is not known")
    return Entry(
        key=key,
        asks=tuple(declared.get("asks", ())),
        offers=tuple(declared.get("offers", ())),
        discloses=bool(declared.get("discloses", False)),
        purpose=declared.get("purpose"),
        choices=tuple(declared.get("choices", ())),
        numbered=bool(declared.get("numbered", False)),
        says_stop=bool(declared.get("says_stop", False)),
    )
