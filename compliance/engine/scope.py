"""To what a rule applies: what is fixed about a message, and what flags say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from fnmatch import fnmatchcase
from typing import Any

from compliance.engine.moment import FROM_US, Moment
from compliance.engine.settings import Settings
from compliance.facts import COLLECTORS, PURPOSES, ROLES
from compliance.flags import CHANNELS, NAMES, SPOKEN
from core.stages import Stage, stage

_GROUPS = {
    "electronic": frozenset(CHANNELS) - SPOKEN - {"social_public"},
    "spoken": SPOKEN,
    "chat": frozenset({"sms", "whatsapp", "telegram", "wechat", "webchat"}),
}
_ROLE_GROUPS = {
    "obligors": frozenset({"debtor", "joint_debtor", "guarantor"}),
    "minors_guardians": frozenset({"parent_of_minor", "legal_guardian"}),
}


@dataclass(frozen=True)
class Scope:
    """`fits` looks at what is fixed about a message, `holds` (unless None) at flags and history."""

    collectors: frozenset[str]
    channels: frozenset[str]
    roles: frozenset[str]
    purposes: frozenset[str]
    not_places: frozenset[str]
    # Without any of these flags the rule need not be looked at; None where flags do not matter.
    needs: frozenset[str] | None
    holds: Callable[[Moment], bool] | None

    def fits(self, collector: str, channel: str, role: str, purpose: str) -> bool:
        return (
            collector in self.collectors
            and channel in self.channels
            and role in self.roles
            and purpose in self.purposes
        )


def read_scope(where: str, given: Mapping[str, Any]) -> Scope:
    """Read `applies_to`. What is not named is not narrowed.

    `collector_type`, `channel`, `role`, `purpose`, each also as `not_…`; `when_any`, `when_all`, `unless`:
    flags, also `flag:value`; `unless_within_days`: `…_days_ago` flags and how fresh they must be;
    `stage` (of `core.stages`), `days_past_due_over`, `unless_days_past_due_over`: an unknown number of days
    keeps the rule binding;
    `unless_written_within_days`: not what continues a thread on the same channel;
    `product`, `unless_product`; `not_place`; `creditors_only_when`: a flag without which creditors are free;
    `started_by: us`: not what answers the person's own message;
    `unless_reader_unknown`: not what tells nothing of a debt to a reader who is not verified.
    """
    settings = Settings(where, given)
    fixed = (
        _narrowed(settings, "collector_type", COLLECTORS, {}),
        _narrowed(settings, "channel", CHANNELS, _GROUPS),
        _narrowed(settings, "role", ROLES, _ROLE_GROUPS),
        _narrowed(settings, "purpose", PURPOSES, {}),
    )
    needs = _needed(given)
    conditions = [*_flag_conditions(settings), *_account_conditions(settings)]
    started = settings.names("started_by", ("us",), None)
    if started:
        conditions.append(lambda moment: moment.answered is None)
    recent = settings.number("unless_written_within_days", None)
    if recent is not None:
        conditions.append(lambda moment: not _written_within(moment, recent))
    if settings.take("unless_same_day_answer", bool, False):
        conditions.append(lambda moment: not _answers_today(moment))
    if settings.take("unless_acknowledging", bool, False):
        conditions.append(lambda moment: not (moment.facts.acknowledges_only and moment.answered))
    if settings.take("unless_reader_unknown", bool, False):
        conditions.append(lambda moment: not _to_whoever_reads(moment))
    binds_creditors_when = settings.text("creditors_only_when", None)
    if binds_creditors_when:
        test = _flag_test(settings, "creditors_only_when", binds_creditors_when)
        conditions.append(lambda moment: moment.facts.collector_type != "first_party" or test(moment))
    not_places = _words(settings, "not_place")
    settings.done()
    return Scope(*fixed, not_places=not_places, needs=needs, holds=_all(conditions))


def _written_within(moment: Moment, days: int) -> bool:
    """Whether we wrote on this channel so recently that the thread still runs."""
    facts, since = moment.facts, moment.at - timedelta(days=days)
    return any(
        past.kind in FROM_US and past.channel == facts.channel and since < past.at <= moment.at
        for past in facts.history
    )


def _answers_today(moment: Moment) -> bool:
    message = moment.answered
    if message is None:
        return False
    return all(
        message.at.astimezone(zone).date() == local.date()
        for zone, local in zip(moment.zones, moment.locals, strict=True)
    )


def _to_whoever_reads(moment: Moment) -> bool:
    """Whether it is not certain who reads this, and it tells nothing of a debt."""
    return moment.facts.verified is not True and moment.facts.discloses is False


def _all(conditions: list[Callable[[Moment], bool]]) -> Callable[[Moment], bool] | None:
    if not conditions:
        return None
    if len(conditions) == 1:
        return conditions[0]
    return lambda moment: all([condition(moment) for condition in conditions])


def _narrowed(
    settings: Settings, name: str, known: tuple[str, ...], groups: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    allowed = frozenset(known) | frozenset(groups)
    named = _expanded(settings.names(name, allowed, frozenset(known)), groups)
    return named - _expanded(settings.names(f"not_{name}", allowed, frozenset()), groups)


def _expanded(names: frozenset[str], groups: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(each for name in names for each in groups.get(name, {name}))


def _flag_test(settings: Settings, name: str, text: object) -> Callable[[Moment], bool]:
    if not isinstance(text, str) or text.partition(":")[0] not in NAMES:
        raise settings.wrong(name, f"{text!r} is not a known flag")
    flag, colon, value = text.partition(":")
    if colon:
        return lambda moment: moment.facts.flags.says(flag, value)
    return lambda moment: flag in moment.facts.flags.values


def _needed(given: Mapping[str, Any]) -> frozenset[str] | None:
    """Flags of which at least one must be there: those of `when_any`, or the first of `when_all`."""
    named = given.get("when_any") or (given.get("when_all") or [])[:1]
    return frozenset(str(text).partition(":")[0] for text in named) or None


def _flag_conditions(settings: Settings) -> list[Callable[[Moment], bool]]:
    conditions: list[Callable[[Moment], bool]] = []
    tests = {
        name: [_flag_test(settings, name, text) for text in settings.take(name, list, [])]
        for name in ("when_any", "when_all", "unless")
    }
    if tests["when_any"]:
        conditions.append(lambda moment: any([test(moment) for test in tests["when_any"]]))
    if tests["when_all"]:
        conditions.append(lambda moment: all([test(moment) for test in tests["when_all"]]))
    if tests["unless"]:
        conditions.append(lambda moment: not any([test(moment) for test in tests["unless"]]))
    fresh: dict[str, int] = settings.take("unless_within_days", dict, {})
    for flag, days in fresh.items():
        if flag not in NAMES or not isinstance(days, int):
            raise settings.wrong("unless_within_days", f"{flag!r} is not a flag with a number of days")
        conditions.append(_stale(flag, days))
    return conditions


def _stale(flag: str, days: int) -> Callable[[Moment], bool]:
    return lambda moment: not _fresh(moment, flag, days)


def _fresh(moment: Moment, flag: str, days: int) -> bool:
    ago = moment.facts.flags.number(flag)
    return ago is not None and ago + (moment.at - moment.asked_at).days <= days


def _account_conditions(settings: Settings) -> list[Callable[[Moment], bool]]:
    conditions: list[Callable[[Moment], bool]] = []
    over = settings.number("days_past_due_over", None)
    if over is not None:
        conditions.append(lambda moment: _days_past_due(moment, over + 1) > over)
    below = settings.number("unless_days_past_due_over", None)
    if below is not None:
        conditions.append(lambda moment: _days_past_due(moment, below) <= below)
    stages = settings.names("stage", tuple(Stage), None)
    if stages:
        conditions.append(lambda moment: _stage(moment) in (None, *stages))
    products = _words(settings, "product")
    if products:
        conditions.append(lambda moment: _sold_as(moment, products))
    spared = _words(settings, "unless_product")
    if spared:
        conditions.append(lambda moment: not _sold_as(moment, spared))
    return conditions


def _sold_as(moment: Moment, patterns: frozenset[str]) -> bool:
    """Whether the product's name, written with underscores, matches one of the patterns (`*mortgage*`)."""
    names = [re.sub(r"[\s-]+", "_", name) for name in moment.facts.flags.of("product")]
    return any(fnmatchcase(name, pattern) for name in names for pattern in patterns)


def _stage(moment: Moment) -> Stage | None:
    days = moment.facts.flags.number("days_past_due")
    return None if days is None else stage(days)


def _days_past_due(moment: Moment, unknown: int) -> int:
    days = moment.facts.flags.number("days_past_due")
    return unknown if days is None else days


def _words(settings: Settings, name: str) -> frozenset[str]:
    words = settings.take(name, list, [])
    if not all(isinstance(word, str) for word in words):
        raise settings.wrong(name, "holds something that is not text")
    return frozenset(words)
