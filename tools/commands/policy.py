"""Check lenders' policy tables, and show what they allow stage by stage."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table as Shown

from campaigns.policies import FOLDER, parse
from campaigns.tables import Table
from core.policy import FIRST_INSTALMENT_DAYS, Offers, Policy
from core.stages import Stage

_PEOPLE = {
    "broken_promise": "a promise is broken",
    "broken_again": "a promise is broken again",
    "refusal": "they will not pay",
    "hardship": "they cannot pay",
    "plan": "they ask for a plan",
}


@click.group()
def command() -> None:
    """Check lenders' policy tables: what the assistant may offer, by stage.

    \b
    Examples:
      kept policy check
      kept policy check campaigns/policy/riverbank.yaml --json
    """


@command.command()
@click.argument("files", metavar="[FILE…]", nargs=-1, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file, a line each.")
def check(files: tuple[Path, ...], as_json: bool) -> None:
    """Check the tables in FILEs (without any: those the assistant uses); exit status 1 if one cannot be used."""
    broken = False
    for path in files or sorted(FOLDER.glob("*.yaml")):
        try:
            policy, table = parse(path.stem, path.read_bytes())
        except OSError as error:
            raise click.ClickException(f"{path} cannot be opened: {error.strerror}.") from None
        broken = broken or policy is None
        if as_json:
            click.echo(json.dumps(report(path, policy, table), ensure_ascii=False))
        else:
            _show(path, policy, table)
    if broken:
        sys.exit(1)


def report(path: Path, policy: Policy | None, table: Table) -> dict[str, Any]:
    """What was found in one file, and what it allows where it can be used."""
    problems = [
        {
            "line": one.line,
            "field": one.field,
            "what": one.what,
            "remedy": one.remedy,
            "severity": "warning" if one.warning else "error",
        }
        for one in table.problems
    ]
    stages = {name.value: _allowed(policy, policy.offered(name)) for name in Stage} if policy else {}
    return {
        "file": str(path),
        "ok": policy is not None,
        "version": policy.version if policy else None,
        "problems": problems,
        "stages": stages,
    }


def _allowed(policy: Policy, offers: Offers) -> dict[str, Any]:
    return {
        "promise_days": policy.max_promise_days,
        "extension_days": offers.extension_days,
        "plans": list(offers.plans),
        "part_payment": offers.part_payment,
        "hardship_programme": offers.hardship_programme,
        "people_for": sorted(offers.people_for),
        "reminder": offers.reminder,
    }


def _show(path: Path, policy: Policy | None, table: Table) -> None:
    for one in table.problems:
        kind = "warning: " if one.warning else ""
        click.echo(f"{path}:{one.line}: {kind}{one.field} {one.what} {one.remedy}")
    if policy is None:
        click.echo(f"{path}: cannot be used; the assistant goes on with the last good version.")
        return
    shown = Shown(
        "days past due", "promise", "more time", "plans", "parts", "programme", "a person at once when"
    )
    for name in Stage:
        offers = policy.offered(name)
        shown.add_row(
            name.value.replace("pre_due", "before due"),
            f"{policy.max_promise_days} days ahead",
            f"{offers.extension_days} days" if offers.extension_days else "no",
            ", ".join(_plan(count) for count in offers.plans) or "no",
            f"from {policy.min_partial_share:.0%}" if offers.part_payment else "no",
            "yes" if offers.hardship_programme else "no",
            "; ".join(_PEOPLE[topic] for topic in _PEOPLE if topic in offers.people_for)
            or "they ask for one",
        )
    click.echo(f"{path}: good, version {policy.version}")
    Console(width=140, highlight=False).print(shown)


def _plan(count: int) -> str:
    """A plan and how far it reaches: its first part is due in two weeks, the others month by month."""
    return f"{count} parts (day {FIRST_INSTALMENT_DAYS} to month {count - 1})"
