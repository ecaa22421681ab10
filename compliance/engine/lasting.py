"""How long a permission lasts: a message that waits at its provider longer than that may not be delivered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from compliance.engine.checks_hours import ANSWER_WITHIN
from compliance.engine.checks_stops import CONFIRM_WITHIN
from compliance.engine.decide import ask, law_for, rules_for, zones_for
from compliance.engine.decision import Outcome
from compliance.engine.moment import Moment, day_starts
from compliance.engine.rulebook import Rulebook
from compliance.engine.schema import Rule
from compliance.facts import Facts
from core.errors import Invalid

# No provider keeps a message for longer.
LONGEST = timedelta(days=1)
_ONE_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)


def allowed_until(facts: Facts, at: datetime, rulebook: Rulebook | None = None) -> datetime | None:
    """The first instant (UTC) after `at` from which these facts are no longer allowed, which they are at `at`.

    None: they are for a whole day. Mirrors `next_allowed_at` of `decide`; pure.
    """
    if at.tzinfo is None:
        raise Invalid("at", "has no time zone")
    at = at.astimezone(UTC)
    law = law_for(facts, rulebook)
    if facts.direction == "inbound" or not law.known:
        return None
    zones = zones_for(facts, law)
    rules = rules_for(facts, law)
    fixed = [*_turns(facts, at), *_rules_begin(rules, at)]
    fixed += [day_starts(at.astimezone(zone).date() + _ONE_DAY, zone) for zone in zones]
    looked_at = at
    while True:
        ends: list[datetime] = []
        spoken, _ = ask(rules, Moment(facts, looked_at, zones, at, ends))
        if any(each.outcome is not Outcome.MUST_INCLUDE for each in spoken):
            return looked_at
        following = _next(looked_at, [*fixed, *ends])
        if following is None or following > at + LONGEST:
            return None
        looked_at = following


def _next(after: datetime, instants: Iterable[datetime]) -> datetime | None:
    return min((each for each in instants if each > after), default=None)


def _rules_begin(rules: tuple[Rule, ...], at: datetime) -> Iterator[datetime]:
    """New law comes into force."""
    return (rule.from_at for rule in rules if at < rule.from_at <= at + LONGEST)


def _turns(facts: Facts, at: datetime) -> Iterator[datetime]:
    """The instants within a day at which what happened before may weigh differently.

    Whole days after it, where all spans of days end, an hour and the five minutes in which a message may be answered;
    each time also the instant after, for spans that include their end.
    """
    for past in facts.history:
        if past.at > at:
            yield past.at
            continue
        days = (at - past.at) // _ONE_DAY
        spans = (days * _ONE_DAY, (days + 1) * _ONE_DAY, ANSWER_WITHIN, CONFIRM_WITHIN)
        for span in spans:
            yield past.at + span
            yield past.at + span + _INSTANT
