"""Each lender's policy table, read from <folder>/<lender>.yaml again whenever the file has changed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import structlog

from campaigns import policy_ladder, policy_parties, policy_templates
from campaigns.policy_checks import meaning
from campaigns.policy_schema import schema
from campaigns.tables import Problem, Table, read_table
from core.errors import Invalid, Unavailable
from core.policy import Offers, Policy
from core.stages import Stage

log = structlog.get_logger()

FOLDER = Path(__file__).parent / "policy"
DEFAULT = "riverbank"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")


def read_policy(path: Path) -> Policy:
    """Read one table; raise `Invalid` with the line, the field and the remedy of what is wrong first."""
    policy, table = parse(path.stem, path.read_bytes())
    if policy is None:
        first = table.errors[0]
        raise Invalid(first.field, f"{first.what} ({path.name}, line {first.line})", remedy=first.remedy)
    return policy


def parse(lender: str, raw: bytes) -> tuple[Policy | None, Table]:
    """The policy that `raw` says, None where it has errors; and the table with all that was found wrong."""
    table = read_table(raw)
    if not table.errors:
        schema(table)
    if not table.errors:
        meaning(table)
        policy_parties.meaning(table)
        policy_templates.meaning(table)
    return (None if table.errors else _policy(lender, raw, table.values)), table


@dataclass(frozen=True)
class _Kept:
    """What is known of a file: how it looked when it was read, the last good version, what is wrong now."""

    looked: tuple[int, int, int] | None
    policy: Policy | None
    problem: str = ""


class Policies:
    """The tables of a folder. A changed file counts from the next turn on; a broken one changes nothing, is
    logged once, and is told by `problems` until it is mended."""

    def __init__(self, folder: Path = FOLDER, *, default: str = DEFAULT) -> None:
        self._folder = folder
        self._default = default
        self._kept: dict[Path, _Kept] = {}

    def __call__(self, lender: str) -> Policy:
        """The table of `lender`, or the default one where it has none.

        Raises `Unavailable` where its file never was right: another lender's table is no substitute for it.
        """
        path = self._file(lender)
        kept = self._look(path)
        if kept.policy is None:
            raise Unavailable(
                f"The policy table {path.name} cannot be used.", remedy="See `kept policy check`."
            )
        return kept.policy

    def problems(self) -> Mapping[str, str]:
        """What is wrong with which file now, by its name; every file of the folder is looked at."""
        for path in sorted(self._folder.glob("*.yaml")):
            self._look(path)
        return {path.name: kept.problem for path, kept in sorted(self._kept.items()) if kept.problem}

    def versions(self) -> Mapping[str, str]:
        """The version of each table in use, by lender."""
        return {path.stem: kept.policy.version for path, kept in sorted(self._kept.items()) if kept.policy}

    def _file(self, lender: str) -> Path:
        if _NAME.fullmatch(lender):
            path = self._folder / f"{lender}.yaml"
            if path in self._kept or path.is_file():
                return path
        return self._folder / f"{self._default}.yaml"

    def _look(self, path: Path) -> _Kept:
        before = self._kept.get(path, _Kept(None, None))
        try:
            found = path.stat()
            looked = (found.st_mtime_ns, found.st_size, found.st_ino)
            if looked == before.looked:
                return before
            policy, table = parse(path.stem, path.read_bytes())
        except OSError:
            kept = _Kept(None, before.policy, "is gone or cannot be opened; the last good version is used.")
        else:
            problem = "" if policy else _told(table.errors[0], last_good=before.policy is not None)
            kept = _Kept(looked, policy or before.policy, problem)
        self._kept[path] = kept
        _tell(path, before, kept)
        return kept


def _told(problem: Problem, *, last_good: bool) -> str:
    return f"{problem}{' The last good version is used.' if last_good else ''}"


def _tell(path: Path, before: _Kept, kept: _Kept) -> None:
    if kept.problem and kept.problem != before.problem:
        version = kept.policy.version if kept.policy else None
        log.error("policy_table_broken", file=path.name, problem=kept.problem, used=version)
    elif kept.policy and not kept.problem and (before.policy != kept.policy or before.problem):
        log.info("policy_table_read", file=path.name, version=kept.policy.version)


def _policy(lender: str, raw: bytes, table: Mapping[str, Any]) -> Policy:
    return Policy(
        lender=lender,
        version=hashlib.sha256(raw).hexdigest()[:12],
        names=table["names"],
        phone=table["phone"],
        website=table["website"],
        pay_link=table.get("pay_link"),
        bank_details=table.get("bank_details") or {},
        identity_facts=tuple(table.get("identity_facts") or ("dob", "postcode", "id_last4")),
        facts_needed=table.get("facts_needed") or 1,
        max_identity_attempts=table["max_identity_attempts"],
        identity_valid_for=timedelta(days=table["identity_valid_days"]),
        max_promise_days=table["max_promise_days"],
        min_partial_share=Decimal(str(table["min_partial_share"])),
        grace_days=table["grace_days"],
        offers={Stage(name): _offers(declared or {}) for name, declared in table["offers"].items()},
        min_instalment={
            code: Decimal(str(least)) for code, least in (table.get("min_instalment") or {}).items()
        },
        quiet_hours=table.get("quiet_hours") or {},
        most_a_day=table.get("most_a_day") or Policy.most_a_day,
        most_a_week=table.get("most_a_week") or Policy.most_a_week,
        platforms=frozenset(table.get("platforms") or ()),
        templates=policy_templates.read(table.get("templates")),
        ladder=policy_ladder.read(table.get("ladder")),
        agency=table.get("agency") or {},
        creditor_address=(table.get("creditor") or {}).get("address", ""),
        creditor_tax_number=(table.get("creditor") or {}).get("tax_number", ""),
        time_barred_notice=table.get("time_barred_notice") or {},
    )


def _offers(declared: Mapping[str, Any]) -> Offers:
    return Offers(
        extension_days=declared.get("extension_days") or 0,
        plans=tuple(declared.get("plans") or ()),
        part_payment=declared.get("part_payment", True),
        hardship_programme=declared.get("hardship_programme", False),
        people_for=frozenset(declared.get("people_for") or ()),
        reminder=declared.get("reminder"),
    )
