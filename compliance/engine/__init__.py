"""The gate and the law it reads: `load_packs`, `decide`, `explain`."""

from compliance.engine.decide import decide
from compliance.engine.decision import Decision, Outcome, RuleOutcome
from compliance.engine.explain import describe, explain
from compliance.engine.lasting import allowed_until
from compliance.engine.rulebook import Law, Rulebook, load_packs, standard
from compliance.engine.schema import Pack, Rule

__all__ = [
    "Decision",
    "Law",
    "Outcome",
    "Pack",
    "Rule",
    "RuleOutcome",
    "Rulebook",
    "allowed_until",
    "decide",
    "describe",
    "explain",
    "load_packs",
    "standard",
]
