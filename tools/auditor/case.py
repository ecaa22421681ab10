"""One message of ours at the instant it left, with all that had happened until then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from tools.auditor.story import ELECTRONIC, SPOKEN, Deed, Sent


@dataclass(frozen=True, slots=True)
class Rule:
    """One sentence of law. `id` is the pack's name for it, so that a finding leads to both readings."""

    id: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a message broke, and what shows it."""

    rule: Rule
    why: str


type Breaches = Iterator[Breach]


@dataclass(frozen=True)
class Case:
    """A message, what went before it (the oldest first), and what was known by then.

    `answered` is the person's message that it answers, where it does. `flags` are those of the decision and
    those that were put on record before, whether the decision saw them or not.
    """

    sent: Sent
    past: Sequence[Deed]
    answered: Deed | None
    flags: frozenset[str]
    zones: tuple[ZoneInfo, ...]
    places: frozenset[str]
    opted_out: Deed | None
    consent_at: datetime | None
    names: frozenset[str] = field(default_factory=frozenset)

    @property
    def at(self) -> datetime:
        return self.sent.at

    @property
    def ours_to_start(self) -> bool:
        """Whether it is we who begin, rather than answer."""
        return self.answered is None

    @property
    def electronic(self) -> bool:
        return self.sent.channel in ELECTRONIC

    @property
    def spoken(self) -> bool:
        return self.sent.channel in SPOKEN

    @property
    def agency(self) -> bool:
        return self.sent.collector == "third_party"

    @property
    def bare_answer(self) -> bool:
        """An answer to the person's own words that neither names a debt nor asks for money."""
        facts = self.sent.facts
        return (
            self.answered is not None
            and bool(facts.get("acknowledges_only"))
            and facts.get("discloses") is False
            and "mentions_debt" not in self.flags
        )

    def within(self, *places: str) -> bool:
        """Whether the law of any of these places holds."""
        return not self.places.isdisjoint(places)

    def says(self, *flags: str) -> bool:
        """Whether any of these flags was known."""
        return not self.flags.isdisjoint(flags)

    def sold_as(self, *words: str) -> bool:
        """Whether the product's name holds one of these words."""
        products = self.sent.flags.get("product", ())
        return any(word in name for name in products for word in words)
