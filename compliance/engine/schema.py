"""Reading packs: law as data, refused with a clear error when anything in it is not understood."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from compliance.engine.checks import (
    CHECKS,
    LOOKS_AT_EITHER,
    LOOKS_AT_FLAGS,
    LOOKS_AT_HISTORY,
)
from compliance.engine.checks_hours import Check
from compliance.engine.decision import Outcome
from compliance.engine.scope import Scope, read_scope
from compliance.engine.settings import Settings
from compliance.parts import TELLING
from core.errors import Invalid

ALWAYS = datetime.min.replace(tzinfo=UTC)
FOR_EVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Rule:
    """One rule of law, compiled. `from_at` and `until_at` bound, half-open, when it is in force (UTC)."""

    id: str
    title: str
    reference: str
    in_force_from: date | None
    in_force_to: date | None
    from_at: datetime
    until_at: datetime
    scope: Scope
    check: Check
    check_name: str
    if_not: Outcome
    part: str | None
    confidence: str
    verify: str | None

    def may_speak(self, flags: frozenset[str], with_history: bool) -> bool:
        """Whether the rule can say anything of a message of which these flags, and a history or none, are known."""
        check, needs = self.check_name, self.scope.needs
        if needs is not None and needs.isdisjoint(flags):
            return False
        if check in LOOKS_AT_FLAGS and LOOKS_AT_FLAGS[check].isdisjoint(flags):
            return False
        if check in LOOKS_AT_HISTORY and not with_history:
            return False
        return with_history or check not in LOOKS_AT_EITHER or not LOOKS_AT_EITHER[check].isdisjoint(flags)


@dataclass(frozen=True)
class Pack:
    """The rules of one place or platform. `zones`: where people there may be when nothing is known."""

    name: str
    title: str
    places: frozenset[str]
    zone: str
    zones: tuple[str, ...]
    reviewed: date
    version: str
    # Rules of a platform or carrier, which stack with law but are none.
    platform: bool
    rules: tuple[Rule, ...]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the faster one, if built
    """Safe, and strict: a key given twice is an error."""


def _mapping(loader: _Loader, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise yaml.constructor.ConstructorError(
            None, None, f"{sorted(map(str, twice))[0]} is given twice", node.start_mark
        )
    mapping: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    return mapping


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(name: str, raw: bytes) -> Mapping[str, Any]:
    """A file that is a mapping, read strictly; `Invalid` names it."""
    try:
        given = yaml.load(raw, _Loader)  # noqa: S506  # a SafeLoader
    except yaml.YAMLError as error:
        raise Invalid(name, f"is not readable YAML: {error}") from error
    if not isinstance(given, Mapping):
        raise Invalid(name, "is not a mapping")
    return given


def read_pack(path: Path) -> Pack:
    """Read and compile one pack; `Invalid` names the file, the rule and the setting that is wrong."""
    raw = path.read_bytes()
    settings = Settings(path.name, read_yaml(path.name, raw))
    zone = _zone(settings, settings.text("zone", "UTC"))
    rules = settings.take("rules", list)
    pack = Pack(
        name=path.stem,
        title=settings.text("title"),
        places=frozenset(settings.take("places", list)),
        zone=zone,
        zones=tuple(_zone(settings, each) for each in settings.take("zones", list, [])),
        reviewed=settings.day("reviewed"),
        platform=settings.take("platform", bool, False),
        version=hashlib.sha256(raw).hexdigest()[:16],
        rules=tuple(read_rule(path.name, index, rule, zone) for index, rule in enumerate(rules)),
    )
    settings.done()
    return pack


def _zone(settings: Settings, name: object) -> str:
    try:
        return ZoneInfo(str(name)).key
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise settings.wrong("zone", f"{name!r} is not an IANA zone") from error


def read_rule(file: str, index: int, given: object, zone: str) -> Rule:
    """Compile one rule."""
    if not isinstance(given, Mapping):
        raise Invalid(f"{file}.rules[{index}]", "is not a mapping")
    rule_id = given.get("id")
    if not isinstance(rule_id, str) or not re.fullmatch(r"[a-z0-9-]+\.[a-z0-9-]+", rule_id):
        raise Invalid(f"{file}.rules[{index}].id", "is not an id such as us-federal.waking-hours")
    settings = Settings(f"{file}.{rule_id}", given)
    settings.text("id")
    check_name = settings.text("check")
    if check_name not in CHECKS:
        raise settings.wrong("check", f"is not one of {', '.join(sorted(CHECKS))}")
    parameters = Settings(f"{file}.{rule_id}.with", settings.take("with", dict, {}))
    check = CHECKS[check_name](parameters)
    parameters.done()
    start, end = settings.day("in_force_from", None), settings.day("in_force_to", None)
    if start and end and end < start:
        raise settings.wrong("in_force_to", "lies before in_force_from")
    rule = Rule(
        id=rule_id,
        title=settings.text("title"),
        reference=settings.text("reference"),
        in_force_from=start,
        in_force_to=end,
        from_at=_midnight(start, zone) if start else ALWAYS,
        until_at=_midnight(date.fromordinal(end.toordinal() + 1), zone) if end else FOR_EVER,
        scope=read_scope(f"{file}.{rule_id}.applies_to", settings.take("applies_to", dict, {})),
        check=check,
        check_name=check_name,
        if_not=_outcome(settings, check_name),
        part=given.get("with", {}).get("part") if check_name == "carries" else None,
        confidence=next(iter(settings.names("confidence", ("high", "medium", "low"), {"high"}))),
        verify=settings.text("verify", None),
    )
    settings.done()
    if rule.part in TELLING and not given.get("applies_to", {}).get("unless_reader_unknown"):
        raise settings.wrong("applies_to", f"{rule.part} tells of a debt: it needs unless_reader_unknown")
    return rule


def _outcome(settings: Settings, check_name: str) -> Outcome:
    outcome = Outcome(next(iter(settings.names("if_not", ("defer", "block", "must_include")))))
    if (outcome is Outcome.MUST_INCLUDE) != (check_name == "carries"):
        raise settings.wrong("if_not", "must_include goes with the check carries, and only with it")
    return outcome


def _midnight(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
