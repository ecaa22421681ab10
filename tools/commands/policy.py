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
from campaigns.policy_templates import blanks, filled_in
from campaigns.tables import Table
from catalogue import entries
from compliance.wording import judge
from core.policy import FIRST_INSTALMENT_DAYS, LadderRules, Offers, Policy
from core.stages import Stage

# By whose law an approved text is judged, by its language.
_PLACES = {"en": "US", "es": "MX", "zh-Hans": "CN", "zh-Hant": "TW"}
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
        if policy is not None and policy.templates:
            _judge(policy, table)
        broken = broken or bool(table.errors)
        if as_json:
            click.echo(json.dumps(report(path, policy, table), ensure_ascii=False))
        else:
            _show(path, policy, table)
    if broken:
        sys.exit(1)


def _judge(policy: Policy, table: Table) -> None:
    """Note what the wording guard finds in approved texts, which no guard sees again when they are sent."""
    for (channel, key, language), template in policy.templates.items():
        shown = filled_in(template.text, dict.fromkeys(blanks(template.text), "…"))
        found = judge(
            shown,
            lang=language,
            jurisdiction=_PLACES[language],
            verified_party=entries()[key].discloses,
            facts={},
        ).violations
        if found:
            path = ("templates", channel, key, language, "text")
            remedy = "Have another text approved; see `kept wording`."
            table.wrong(path, f"says what may not be said: {', '.join(found)}.", remedy)


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
    templates = [
        {"channel": channel, "key": key, "language": language, "id": one.id, "carries": sorted(one.carries)}
        for (channel, key, language), one in (policy.templates.items() if policy else ())
    ]
    stages = {name.value: _allowed(policy, policy.offered(name)) for name in Stage} if policy else {}
    return {
        "file": str(path),
        "ok": not table.errors,
        "version": policy.version if policy else None,
        "problems": problems,
        "stages": stages,
        "templates": templates,
        "ladder": _ladder(policy.ladder) if policy else None,
    }


def _ladder(rules: LadderRules) -> dict[str, Any]:
    return {
        "by": list(rules.by),
        "order": list(rules.order),
        "cost": {channel: str(cost) for channel, cost in rules.cost.items()},
        "unanswered": rules.unanswered,
        "wait_hours": rules.wait.total_seconds() / 3600,
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
    said = "is used as it stands, and should be mended" if table.errors else "good"
    click.echo(f"{path}: {said}, version {policy.version}")
    Console(width=140, highlight=False).print(shown)
    for (channel, key, language), template in policy.templates.items():
        click.echo(f"  outside the window of {channel}, {key} in {language} goes by {template.id}")
    order = " > ".join(policy.ladder.order) or "as the lender's file ranks them"
    hours = policy.ladder.wait.total_seconds() / 3600
    click.echo(f"  addresses: {order}; a better one is waited for up to {hours:g} hours")


def _plan(count: int) -> str:
    """A plan and how far it reaches: its first part is due in two weeks, the others month by month."""
    return f"{count} parts (day {FIRST_INSTALMENT_DAYS} to month {count - 1})"
