"""The gate: may this message leave now?"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from compliance.engine.decision import Decision, Outcome, RuleOutcome
from compliance.engine.moment import Moment, Objection
from compliance.engine.places import possible_zones
from compliance.engine.rulebook import Law, Rulebook, standard
from compliance.engine.schema import Rule
from compliance.facts import Facts
from core.errors import Invalid

# A moment further off than this is no answer to "when".
LONGEST_WAIT = timedelta(days=400)
_NO_PACK = RuleOutcome(
    "house.known-place",
    "product rule: no pack, no message",
    Outcome.BLOCK,
    "there is no pack of rules for this place",
)


def decide(facts: Facts, at: datetime, rulebook: Rulebook | None = None) -> Decision:
    """Decide about one message leaving at `at` (aware), by the packs of its place; the strictest wins.

    Pure: the same facts and moment give the same answer. `next_allowed_at` is the first instant from
    `at` on at which the same facts would be allowed, given whenever waiting helps.
    """
    if at.tzinfo is None:
        raise Invalid("at", "has no time zone")
    at = at.astimezone(UTC)
    if facts.direction == "inbound":
        return Decision(Outcome.ALLOW)
    law = (rulebook or standard()).for_jurisdiction(facts.jurisdiction)
    if not law.known:
        return Decision(Outcome.BLOCK, rules=(_NO_PACK,))
    zones = zones_for(facts, law)
    rules = rules_for(facts, law)
    spoken, must_include = ask(rules, Moment(facts, at, zones))
    if all(each.outcome is Outcome.MUST_INCLUDE for each in spoken):
        return Decision(Outcome.ALLOW, None, tuple(spoken), tuple(must_include))
    until = None
    if not any(each.outcome is Outcome.BLOCK for each in spoken):
        until = _first_allowed(rules, facts, at, zones, spoken)
    outcome = Outcome.DEFER if until else Outcome.BLOCK
    return Decision(outcome, until, tuple(spoken), tuple(must_include))


def zones_for(facts: Facts, law: Law) -> tuple[ZoneInfo, ...]:
    """Every zone the person may be in, by the facts, else by the place."""
    known = (*facts.zones, facts.recipient_tz) if facts.recipient_tz else facts.zones
    signals = tuple(sorted(facts.location_signals.items())) if facts.location_signals else ()
    return possible_zones(law.country, known, signals, law.zones)


def rules_for(facts: Facts, law: Law) -> tuple[Rule, ...]:
    """The rules of this law that may have a say about a message of these facts."""
    return law.rules_about(
        facts.collector_type,
        facts.channel,
        facts.recipient_role,
        facts.purpose,
        frozenset(facts.flags.values),
        bool(facts.history),
    )


def ask(rules: tuple[Rule, ...], moment: Moment) -> tuple[list[RuleOutcome], list[str]]:
    """What every rule says at that moment: objections, and the parts that are demanded."""
    spoken: list[RuleOutcome] = []
    parts: list[str] = []
    at = moment.at
    for rule in rules:
        if not rule.from_at <= at < rule.until_at:
            continue
        holds = rule.scope.holds
        if holds is not None and not holds(moment):
            continue
        objection = rule.check(moment)
        if rule.part is not None:
            if rule.part not in parts:
                parts.append(rule.part)
            if objection is None:
                spoken.append(_demanded(rule))
                continue
        if objection is None:
            continue
        spoken.append(_objected(rule, objection))
    return spoken, parts


@lru_cache(maxsize=1024)
def _demand(rule_id: str, reference: str, title: str) -> RuleOutcome:
    return RuleOutcome(rule_id, reference, Outcome.MUST_INCLUDE, title)


def _demanded(rule: Rule) -> RuleOutcome:
    return _demand(rule.id, rule.reference, rule.title)


def _objected(rule: Rule, objection: Objection) -> RuleOutcome:
    if rule.if_not is not Outcome.DEFER or objection.until is None:
        return RuleOutcome(rule.id, rule.reference, Outcome.BLOCK, objection.why)
    # A rule that goes out of force objects no longer.
    until = min(objection.until, rule.until_at)
    return RuleOutcome(rule.id, rule.reference, Outcome.DEFER, objection.why, until)


def _first_allowed(
    rules: tuple[Rule, ...],
    facts: Facts,
    asked_at: datetime,
    zones: tuple[ZoneInfo, ...],
    spoken: list[RuleOutcome],
) -> datetime | None:
    """Go from objection to objection until nobody objects; each names the first instant it could agree to."""
    # What the draft carries it will carry then.
    carried = facts.parts or frozenset()
    rules = tuple([rule for rule in rules if rule.part is None or rule.part not in carried])
    while True:
        at = max(each.until for each in spoken if each.until is not None)
        if at - asked_at > LONGEST_WAIT:
            return None
        spoken, _ = ask(rules, Moment(facts, at, zones, asked_at))
        spoken = [each for each in spoken if each.outcome is not Outcome.MUST_INCLUDE]
        if not spoken:
            return at
        if any(each.outcome is Outcome.BLOCK for each in spoken):
            return None


def law_for(facts: Facts, rulebook: Rulebook | None = None) -> Law:
    """The law that decides about a message of these facts."""
    return (rulebook or standard()).for_jurisdiction(facts.jurisdiction)
