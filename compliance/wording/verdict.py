"""What the wording guard says of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

# The closed list of what may not be said; the order has no meaning.
CATEGORIES = frozenset(
    {
        "arrest_threat",
        "asset_seizure_threat",
        "bot_denial",
        "coerced_borrowing",
        "credit_misrepresentation",
        "deceptive_purpose",
        "discourage_counsel",
        "dispute_overshadow",
        "employment_threat",
        "false_legal_action",
        "false_urgency",
        "harassment",
        "immigration_threat",
        "impersonation",
        "insult",
        "misrepresent_amount",
        "opt_out_obstruction",
        "pay_to_agent",
        "premature_disclosure",
        "publication",
        "third_party_disclosure",
        "third_party_pressure",
        "time_barred_threat",
        "unauthorized_fee",
        "violence_intimidation",
    }
)


@dataclass(frozen=True)
class Violation:
    """One place in a text that may not be sent.

    `start` and `end` (exclusive) count Unicode code points. `why` says what is wrong, `instead` a lawful way to
    say it, both in the language of the text; `reference` is the law behind it where the borrower is, `rule` the
    id of the rule that found it.
    """

    start: int
    end: int
    category: str
    why: str
    instead: str
    reference: str
    rule: str


@dataclass(frozen=True)
class Verdict:
    """`ok`, or `block` with every place that is in the way, in the order of the text."""

    spans: tuple[Violation, ...]

    @property
    def verdict(self) -> Literal["ok", "block"]:
        return "block" if self.spans else "ok"

    @property
    def violations(self) -> list[str]:
        """The categories found, each once, sorted."""
        return sorted({span.category for span in self.spans})

    def as_json(self) -> dict[str, Any]:
        """The object that `kept wording` prints, less its id."""
        return {
            "verdict": self.verdict,
            "violations": self.violations,
            "spans": [
                {"from": span.start, "to": span.end, "category": span.category, "why": span.why}
                for span in self.spans
            ],
        }
