"""What one lender allows to be offered, asked and waited for: read from data, never improvised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from core.stages import Stage


@dataclass(frozen=True)
class Offers:
    """What may be offered at one stage."""

    extension_days: int = 0
    plans: tuple[int, ...] = ()
    part_payment: bool = True
    hardship_programme: bool = False


@dataclass(frozen=True)
class Policy:
    """One lender's policy table. `version` is the hash of its file: every decision that used it names it."""

    lender: str
    version: str
    # The lender as borrowers know it, by language; and where they find people, a link, an account to pay to.
    names: Mapping[str, str]
    phone: str
    website: str
    pay_link: str | None
    bank_details: Mapping[str, str]
    identity_facts: tuple[str, ...] = ("dob", "postcode", "id_last4")
    facts_needed: int = 1
    max_identity_attempts: int = 2
    identity_valid_for: timedelta = timedelta(days=30)
    max_promise_days: int = 45
    min_partial_share: Decimal = Decimal("0.2")
    grace_days: int = 2
    offers: Mapping[Stage, Offers] = field(default_factory=dict)
    # A stage from which a conversation about hardship or a plan goes to a person at once.
    people_from: Stage | None = None
    # The lender's own quiet hours by country, as "21:00-08:00"; law comes on top of them.
    quiet_hours: Mapping[str, str] = field(default_factory=dict)
    # Channels whose platform or carrier permits this sender to write about debts; another is not written on
    # where that permission is needed.
    platforms: frozenset[str] = frozenset()

    def name(self, language: str) -> str:
        """The lender's name in `language`, else in English."""
        return self.names.get(language) or self.names["en"]

    def offered(self, stage: Stage) -> Offers:
        """What may be offered at this stage; nothing where the table is silent."""
        return self.offers.get(stage, Offers(part_payment=False))
