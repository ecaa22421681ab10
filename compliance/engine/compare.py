"""What a change of rules would have changed: decisions once made, made again under other packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from compliance.engine.decide import decide
from compliance.engine.decision import Decision
from compliance.engine.rulebook import Rulebook
from compliance.facts import Facts


@dataclass(frozen=True)
class Change:
    """One message whose decision differs. `key` is whatever names it to the caller."""

    key: str
    at: datetime
    before: Decision
    after: Decision

    @property
    def stopped(self) -> bool:
        """It was allowed, and would not have been."""
        return self.before.allowed and not self.after.allowed


def changed_rules(old: Rulebook, new: Rulebook) -> dict[str, str]:
    """Packs that differ, by name: `added`, `removed` or `changed`."""
    names = sorted(set(old.versions) | set(new.versions))
    found = {}
    for name in names:
        before, after = old.versions.get(name), new.versions.get(name)
        if before != after:
            found[name] = "added" if before is None else "removed" if after is None else "changed"
    return found


def changes(
    messages: Iterable[tuple[str, Facts, datetime]], old: Rulebook, new: Rulebook
) -> Iterator[Change]:
    """Of messages (key, facts, moment), those about which the two rulebooks disagree, in the order given."""
    for key, facts, at in messages:
        before, after = decide(facts, at, old), decide(facts, at, new)
        if (before.outcome, before.next_allowed_at) != (after.outcome, after.next_allowed_at):
            yield Change(key, at, before, after)
