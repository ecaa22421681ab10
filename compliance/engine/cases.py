"""Cases beside packs: sentences of law with a moment, what is given, and what must come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from compliance.engine.decide import decide
from compliance.engine.decision import Decision
from compliance.engine.rulebook import Rulebook
from compliance.facts import Facts, from_line, read_instant
from core.errors import Invalid

_KEYS = frozenset({"name", "at", "given", "expect", "until", "because", "carries"})
_OUTCOMES = ("allow", "defer", "block")


@dataclass(frozen=True)
class Case:
    """One sentence: `because` names a rule that must speak (or, with `allow`, must not), `carries` parts demanded."""

    file: str
    name: str
    at: datetime
    facts: Facts
    expect: str
    until: datetime | None
    because: str | None
    carries: frozenset[str]


@dataclass(frozen=True)
class Result:
    """A case and what came of it; `wrong` says in words what differs, None if nothing does."""

    case: Case
    decision: Decision
    wrong: str | None


def read_cases(path: Path) -> list[Case]:
    """The cases of one file: `defaults` for `given`, then `cases`. `Invalid` names file and case."""
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise Invalid(path.name, f"is not readable YAML: {error}") from error
    if isinstance(document, list):
        document = {"cases": document}
    if not isinstance(document, Mapping) or not isinstance(document.get("cases"), list):
        raise Invalid(path.name, "holds no cases")
    defaults = document.get("defaults") or {}
    return [_read_case(path.stem, index, case, defaults) for index, case in enumerate(document["cases"])]


def _read_case(file: str, index: int, given: Any, defaults: Mapping[str, Any]) -> Case:
    where = f"{file}[{index}]"
    if not isinstance(given, Mapping) or not isinstance(given.get("name"), str):
        raise Invalid(where, "is not a case with a name")
    unknown = set(given) - _KEYS
    if unknown or given.get("expect") not in _OUTCOMES:
        raise Invalid(
            where, f"has an unknown key {sorted(unknown)}" if unknown else "expects no known outcome"
        )
    at = _instant(f"{where}.at", given.get("at"))
    line = {**defaults, **(given.get("given") or {})}
    several: dict[str, Any] = {key: tuple(line.pop(key, ())) for key in ("zones", "quiet_spans")}
    more = {
        key: line.pop(key)
        for key in (
            "consent",
            "verified",
            "discloses",
            "approved_template",
            "acknowledges_only",
            "platform_permits",
        )
        if key in line
    }
    facts, _ = from_line({"channel": "sms", **_with_instants(line), "now_utc": at.isoformat()})
    until = given.get("until")
    return Case(
        file=file,
        name=given["name"],
        at=at,
        facts=replace(facts, **several, **more),
        expect=given["expect"],
        until=None if until is None else _instant(f"{where}.until", until),
        because=given.get("because"),
        carries=frozenset(given.get("carries", ())),
    )


def _with_instants(line: Mapping[str, Any]) -> dict[str, Any]:
    """History in cases may name instants as YAML does, with any offset."""
    history = [
        {**entry, "at": _instant("history.at", entry.get("at")).isoformat()}
        for entry in line.get("history", ())
    ]
    return {**line, "history": history}


def _instant(where: str, value: object) -> datetime:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise Invalid(where, "has no offset")
        return value.astimezone(UTC)
    return read_instant(where, value)


def run(case: Case, rulebook: Rulebook) -> Result:
    """Decide the case and compare."""
    decision = decide(case.facts, case.at, rulebook)
    return Result(case, decision, _difference(case, decision))


def _difference(case: Case, decision: Decision) -> str | None:
    if decision.outcome != case.expect:
        spoke = ", ".join(rule.id for rule in decision.rules if rule.outcome != "must_include")
        return f"expected {case.expect}, came out {decision.outcome.value} ({spoke or 'no rule objected'})"
    if case.until is not None and decision.next_allowed_at != case.until:
        return f"expected until {case.until.isoformat()}, came out {decision.next_allowed_at}"
    if case.because and (case.because in {rule.id for rule in decision.rules}) == (case.expect == "allow"):
        return f"expected {case.because} {'not ' if case.expect == 'allow' else ''}to speak"
    missing = case.carries - set(decision.must_include)
    return f"expected it to demand {', '.join(sorted(missing))}" if missing else None


def run_folder(folder: Path, rulebook: Rulebook) -> list[Result]:
    """Every case of every `*.yaml` in the folder."""
    return [run(case, rulebook) for path in sorted(folder.glob("*.yaml")) for case in read_cases(path)]
