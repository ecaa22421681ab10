"""What a grammar of stances consists of."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Cues:
    """Patterns on one folded clause, tried in this order but for `splits`, which parts clauses, and `filler`,
    all that may stand in a bare answer beside amounts and days."""

    splits: re.Pattern[str]
    insists: re.Pattern[str]  # a commitment in the shape of a refusal: "can't until Friday", 15号才能还
    asks: re.Pattern[str]
    paid: re.Pattern[str]
    refuses: re.Pattern[str]
    theirs: re.Pattern[str]  # what others take, get or are sent
    unreal: re.Pattern[str]  # was going to, should have, if I could
    reached: re.Pattern[str]  # about calls and messages, not payments
    commits: re.Pattern[str]
    doubts: re.Pattern[str]  # maybe
    filler: re.Pattern[str]


def pattern(*alternatives: str) -> re.Pattern[str]:
    """One pattern of all alternatives."""
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives), re.ASCII)
