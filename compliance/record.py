"""Facts as a record that can be stored with a decision and read again, to prove it or to try other rules on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from compliance.engine.checks_stops import is_opt_out
from compliance.facts import Facts, Past, from_line
from compliance.flags import Flags

# What the running service knows beyond a line of `kept decide`.
_SUPPLIED = (
    "consent",
    "verified",
    "discloses",
    "approved_template",
    "platform_permits",
    "acknowledges_only",
)
_LISTED = ("quiet_spans", "zones")
# Of what passed, beside when and what; never the text.
_TOLD = ("channel", "debt", "number", "by", "place")


def as_record(facts: Facts) -> dict[str, Any]:
    """All of the facts as plain JSON values. Texts of the history are left out, but for whether they opt out."""
    record: dict[str, Any] = {
        field.name: getattr(facts, field.name)
        for field in fields(facts)
        if field.name not in ("history", "flags", "parts", *_LISTED)
    }
    record["location_signals"] = dict(facts.location_signals)
    record["flags"] = written(facts.flags)
    record["parts"] = None if facts.parts is None else sorted(facts.parts)
    record["history"] = [_kept(past) for past in facts.history]
    return record | {name: list(getattr(facts, name)) for name in _LISTED}


def _kept(past: Past) -> dict[str, Any]:
    kind = "inbound_optout" if is_opt_out(past) else past.kind
    kept = {"at": past.at.isoformat(), "kind": kind}
    return kept | {name: value for name in _TOLD if (value := getattr(past, name))}


def written(flags: Flags) -> list[str]:
    """Flags as they are read by `read_flags`."""
    return [_written(name, value) for name, values in flags.values.items() for value in values]


def _written(name: str, value: str) -> str:
    if name in ("opted_out", "opted_in_again"):
        return f"{name}_{value}"
    return f"{name}:{value}" if value else name


def from_record(record: Mapping[str, Any]) -> Facts:
    """The facts of a record; `Invalid` if it is not one."""
    facts, _ = from_line({**record, "now_utc": "2000-01-01T00:00:00Z"})
    supplied = {name: record[name] for name in _SUPPLIED if name in record}
    parts = record.get("parts")
    return replace(
        facts,
        parts=None if parts is None else frozenset(parts),
        quiet_spans=tuple(record.get("quiet_spans", ())),
        zones=tuple(record.get("zones", ())),
        **supplied,
    )
