"""The answer of the gate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """`defer`: waiting helps. `block`: waiting does not."""

    ALLOW = "allow"
    DEFER = "defer"
    BLOCK = "block"
    MUST_INCLUDE = "must_include"


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """One rule that spoke. `until` is when it alone would be content, if waiting helps."""

    id: str
    reference: str
    outcome: Outcome
    why: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """`next_allowed_at` is UTC, given exactly when the outcome is `defer`."""

    outcome: Outcome
    next_allowed_at: datetime | None = None
    rules: tuple[RuleOutcome, ...] = ()
    must_include: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        return self.outcome is Outcome.ALLOW

    def as_json(self) -> dict[str, Any]:
        """As `kept decide` prints it, without the line's id."""
        until = self.next_allowed_at
        return {
            "decision": self.outcome.value,
            "next_allowed_at": until.isoformat().replace("+00:00", "Z") if until else None,
            "rules": [
                {"id": rule.id, "reference": rule.reference, "outcome": rule.outcome.value}
                for rule in self.rules
            ],
            "must_include": list(self.must_include),
        }
