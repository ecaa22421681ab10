"""Test rules, explain decisions, and see what a change of rules would change."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from rich.console import Console
from rich.table import Table

from compliance.duties import load_duties
from compliance.duties.cases import DutyResult
from compliance.duties.cases import run_folder as run_duty_cases
from compliance.engine import Rulebook, decide, explain, load_packs
from compliance.engine.cases import Result, run_folder
from compliance.engine.compare import Change, changed_rules, changes
from compliance.facts import from_line
from compliance.record import from_record
from core.errors import Invalid, KeptError
from storage.decisions import Made, made_since
from tools.house import house
from tools.lines import read_line, split_lines
from tools.platform.places import ROOT

CASES = ROOT / "tests" / "compliance" / "packs"
DUTY_CASES = ROOT / "tests" / "compliance" / "duties" / "cases"
PACKS = "compliance/packs"


@click.group()
def command() -> None:
    """Test rules, explain decisions, and see what a change of rules would change.

    \b
    Examples:
      kept rules test
      kept rules explain --lang es < decide.jsonl
      kept rules diff HEAD compliance/packs --replay 30d
    """


@command.command("test")
@click.option(
    "--packs", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Other packs than ours."
)
@click.option(
    "--cases",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Only these cases, not ours.",
)
@click.option(
    "--duties",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Other tables of duties than ours.",
)
@click.option(
    "--duty-cases",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Only these cases of duties, not ours.",
)
def test_rules(packs: Path | None, cases: Path | None, duties: Path | None, duty_cases: Path | None) -> None:
    """Run the cases beside the packs and the tables of duties; exit status 1 if any comes out otherwise.

    \b
    Example:
      kept rules test --packs my/packs --cases my/cases
      kept rules test --duties my/duties --duty-cases my/duty-cases
    """
    if cases is None and duty_cases is None:
        cases, duty_cases = CASES, DUTY_CASES
    results: list[Result | DutyResult] = [*run_folder(cases, load_packs(packs))] if cases else []
    results += run_duty_cases(duty_cases, load_duties(duties)) if duty_cases else []
    wrong = [result for result in results if result.wrong]
    console = Console()
    console.print(_table(results))
    for result in wrong:
        console.print(f"{result.case.file}: {result.case.name}\n  {result.wrong}", markup=False)
    console.print(f"{len(results) - len(wrong)} of {len(results)} cases came out as expected")
    sys.exit(int(bool(wrong) or not results))


def _table(results: list[Result | DutyResult]) -> Table:
    table = Table("pack or event", "cases", "as expected", "otherwise")
    cases = Counter(_name(result) for result in results)
    wrong = Counter(_name(result) for result in results if result.wrong)
    for file, count in sorted(cases.items()):
        table.add_row(file, str(count), str(count - wrong[file]), str(wrong[file] or ""))
    return table


def _name(result: Result | DutyResult) -> str:
    return f"on {result.case.file}" if isinstance(result, DutyResult) else result.case.file


@command.command("explain")
@click.option("--lang", default="en", help="The language of the verdict: en, zh-Hans, zh-Hant or es.")
def explain_decisions(lang: str) -> None:
    """Put decisions into words: lines of `kept decide` in, a paragraph for each out.

    \b
    Example:
      echo '{"id": "1", "jurisdiction": "US-TX", "channel": "sms", "now_utc": "2026-11-18T06:00:00Z"}' |
        kept rules explain
    """
    failed = False
    for raw in split_lines(sys.stdin.buffer):
        line = read_line(raw)
        try:
            if line.asked is None:
                raise KeptError(line.error)
            words = explain(decide(*from_line(line.asked)), lang)
        except KeptError as error:
            failed, words = True, f"error: {error}"
        click.echo((f"{line.id}: " if line.id is not None else "") + words + "\n")
    sys.exit(int(failed))


class Days(click.ParamType[timedelta]):
    """A number of days, written `30d`."""

    name = "days"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> timedelta:
        """Read it; a mistake is told as click tells it."""
        found = re.fullmatch(r"([1-9][0-9]{0,3})d?", str(value).strip())
        if found is None:
            self.fail("is not a number of days; write 30d", param, ctx)
        return timedelta(days=int(found[1]))


@command.command("diff")
@click.argument("old")
@click.argument("new")
@click.option(
    "--replay", "days", type=Days(), metavar="30d", help="Decide again what was decided in these days."
)
def diff_rules(old: str, new: str, days: timedelta | None) -> None:
    """Compare two sets of packs, each a folder or a commit of this checkout.

    With --replay the decisions on record are made again under both, and those that differ are shown.
    Nothing is changed and nothing sent.

    \b
    Example:
      kept rules diff HEAD~1 compliance/packs --replay 30d
    """
    before, after = rulebook(old), rulebook(new)
    differ = changed_rules(before, after)
    for name, how in differ.items():
        click.echo(f"{name}: {how}")
    if not differ:
        click.echo("The packs are the same.")
    if days is not None:
        asyncio.run(_replay(before, after, days))


def rulebook(where: str) -> Rulebook:
    """The packs of a folder, or of a commit; `Invalid` when there are none under that name."""
    if Path(where).is_dir():
        return load_packs(Path(where))
    git = ["git", "-C", str(ROOT), "archive", "--format=tar", "--end-of-options", where, PACKS]
    try:
        done = subprocess.run(git, capture_output=True, check=True)  # noqa: S603 - a name, taken for nothing else
    except (OSError, subprocess.CalledProcessError) as error:
        raise Invalid(
            "packs", f"{where[:80]!r} is neither a folder nor a commit with packs.", remedy="Try HEAD."
        ) from error
    with TemporaryDirectory() as folder, tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")
        return load_packs(Path(folder) / PACKS)


async def _replay(before: Rulebook, after: Rulebook, days: timedelta) -> None:
    """Make the decisions of these days again under both, and show what differs."""
    async with house() as services, services.database.begin() as work:
        again = await decided_again(made_since(work, work.now - days), before, after)
    console = Console()
    if again.rows:
        console.print(_differences(again.rows))
    console.print(f"{len(again.rows)} of {again.seen} decisions would differ")
    for how, count in again.by_outcome.most_common():
        console.print(f"  {how}: {count}")
    if again.unreadable:
        console.print(
            f"{again.unreadable} decisions were kept without all their facts and cannot be made again"
        )


@dataclass
class Again:
    """Decisions made again: how many, how many could not be, and a row for each that differs."""

    seen: int = 0
    unreadable: int = 0
    rows: list[tuple[str, str, str, str, str]] = field(default_factory=list)

    @property
    def by_outcome(self) -> Counter[str]:
        """How many went from what to what."""
        return Counter(f"{before} to {after}" for _, _, before, after, _ in self.rows)


async def decided_again(decisions: AsyncIterator[Sequence[Made]], before: Rulebook, after: Rulebook) -> Again:
    """Make each decision under both rulebooks. Facts of an older form, which lack something, are only counted."""
    again = Again()
    async for batch in decisions:
        messages = []
        for made in batch:
            try:
                messages.append((str(made.id), from_record(made.facts), made.at))
            except KeptError:
                again.unreadable += 1
        again.seen += len(messages)
        again.rows += [shown(change) for change in changes(messages, before, after)]
    return again


def _differences(rows: list[tuple[str, str, str, str, str]]) -> Table:
    table = Table("decision", "at (UTC)", "before", "after", "by")
    for row in rows:
        table.add_row(*row)
    return table


def shown(change: Change) -> tuple[str, str, str, str, str]:
    """A change as a row: which decision, when, what it was and would be, and the rules that make the difference."""
    before = {rule.id for rule in change.before.rules}
    after = {rule.id for rule in change.after.rules}
    rules = [f"+{name}" for name in sorted(after - before)] + [f"-{name}" for name in sorted(before - after)]
    return (
        change.key,
        change.at.strftime("%Y-%m-%d %H:%M"),
        change.before.outcome.value,
        change.after.outcome.value,
        " ".join(rules) or "another moment",
    )
