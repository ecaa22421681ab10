"""What one lender allows to be offered, asked and waited for: read from data, never improvised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum

from core.money import Money
from core.stages import Stage

# How long after today the first part of a plan is due; the others follow month by month.
FIRST_INSTALMENT_DAYS = 14
# What brings a person in at once, where the table names it for a stage: a promise broken, or broken again;
# a refusal; hardship; a plan that is asked for.
PEOPLE_FOR = ("broken_promise", "broken_again", "refusal", "hardship", "plan")


@dataclass(frozen=True)
class Offers:
    """What may be offered at one stage, which text reminds of it, and what brings a person in at once."""

    extension_days: int = 0
    plans: tuple[int, ...] = ()
    part_payment: bool = True
    hardship_programme: bool = False
    people_for: frozenset[str] = frozenset()
    # The catalogue's text of the reminder; none: the one made for the stage.
    reminder: str | None = None


@dataclass(frozen=True)
class LadderRules:
    """Which address of a borrower is tried first, and when the next one is.

    `by`: the criteria in their order (`campaigns.ladder`); `order`: channels, the preferred first; `cost` of one message
    by channel, in one currency of the lender's; `unanswered`: messages without an answer after which an address steps
    back; `wait`: how long a better address is waited for.
    """

    by: tuple[str, ...] = ("wish", "consent", "quiet", "worked", "order", "cost", "rank")
    order: tuple[str, ...] = ()
    cost: Mapping[str, Decimal] = field(default_factory=dict)
    unanswered: int = 2
    wait: timedelta = timedelta(hours=12)

    def with_order(self, order: tuple[str, ...]) -> LadderRules:
        """The same with another order of channels; unchanged where there is none."""
        return replace(self, order=order) if order else self


class TemplateKind(StrEnum):
    """How a platform's template is sent: approved for everybody, or to those who subscribed to this very notice."""

    APPROVED = "approved"
    SUBSCRIBED = "subscribed"


@dataclass(frozen=True)
class Template:
    """A text that a platform has approved for use outside its session window.

    `text` as it was approved, its blanks as `{{1}}` or `{{thing1.DATA}}`; `fill` says by blank which parameter of
    the catalogue's text goes there; `carries` which parts (`compliance.parts`) its fixed words hold.
    """

    id: str
    text: str
    fill: Mapping[str, str] = field(default_factory=dict)
    carries: frozenset[str] = frozenset()
    kind: TemplateKind = TemplateKind.APPROVED


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
    # The smallest instalment by currency; a plan with smaller ones is not shown.
    min_instalment: Mapping[str, Decimal] = field(default_factory=dict)
    # The lender's own quiet hours by country, as "21:00-08:00"; law comes on top of them.
    quiet_hours: Mapping[str, str] = field(default_factory=dict)
    # Messages that we begin with one borrower, over all channels together, on a day and in seven days; law comes on top.
    most_a_day: int = 2
    most_a_week: int = 7
    # Channels whose platform or carrier permits this sender to write about debts; another is not written on
    # where that permission is needed.
    platforms: frozenset[str] = frozenset()
    # By channel, key of the catalogue and language.
    templates: Mapping[tuple[str, str, str], Template] = field(default_factory=dict)
    ladder: LadderRules = LadderRules()
    # The agency that writes for the lender, as borrowers know it, by language; empty where the table names none.
    agency: Mapping[str, str] = field(default_factory=dict)
    # Where the lender is at home and its tax number, for places whose law wants them in every notice.
    creditor_address: str = ""
    creditor_tax_number: str = ""
    # By place and language, the words that its law prescribes about a debt too old to be sued for; counsel's.
    time_barred_notice: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def name(self, language: str) -> str:
        """The lender's name in `language`, else in English."""
        return self.names.get(language) or self.names["en"]

    def writer(self, language: str, collector_type: str) -> str:
        """Who writes, in `language`: the agency where it collects, as far as the table names it; else the lender."""
        if collector_type == "third_party" and self.agency:
            return self.agency.get(language) or self.agency["en"]
        return self.name(language)

    def old_debt_notice(self, place: str, language: str) -> str | None:
        """The prescribed words about an old debt in `place` (US-NYC: those of US-NY unless it has its own), in that very
        language: a notice in another than the message's counts for none.
        """
        named = max((one for one in self.time_barred_notice if place.startswith(one)), key=len, default="")
        return self.time_barred_notice.get(named, {}).get(language) or None

    def plans_for(self, stage: Stage, owed: Money) -> tuple[int, ...]:
        """The plans of this stage whose instalments on `owed` are not too small."""
        least = self.min_instalment.get(owed.currency, Decimal(0))
        return tuple(count for count in self.offered(stage).plans if owed.amount / count >= least)

    def least_share(self, stage: Stage) -> Decimal:
        """The share of what is owed from which on a promise stands alone; all of it where no parts are taken."""
        return self.min_partial_share if self.offered(stage).part_payment else Decimal(1)

    def offered(self, stage: Stage) -> Offers:
        """What may be offered at this stage; nothing where the table is silent."""
        return self.offers.get(stage, Offers(part_payment=False))
