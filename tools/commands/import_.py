"""Load accounts or payments from a lender's file; wrong rows are set aside, the rest is loaded."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from gateway.pipelines.ledger_in import Loaded, load_accounts, load_payments
from ledger.csv_files.files import read_accounts, read_payments
from tools.house import house

SHOWN = 20


@click.group()
def command() -> None:
    """Load what the lender's ledger tells. The same file twice changes nothing."""


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def accounts(file: Path) -> None:
    """Load borrowers, addresses, accounts and balances from FILE (CSV, UTF-8)."""
    _report(asyncio.run(_load(file, accounts=True)))


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def payments(file: Path) -> None:
    """Book payments from FILE (CSV: reference, account, amount, currency, paid_on)."""
    _report(asyncio.run(_load(file, accounts=False)))


async def _load(file: Path, *, accounts: bool) -> Loaded:
    with file.open("rb") as raw:
        total = max(sum(chunk.count(b"\n") for chunk in iter(lambda: raw.read(1 << 20), b"")) - 1, 0)
    columns = (TextColumn(file.name), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with (
        Progress(*columns, console=Console(stderr=True)) as bar,
        file.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as text,
    ):
        task = bar.add_task("", total=total)
        async with house() as services:
            if accounts:
                rows = read_accounts(text)
                return await load_accounts(
                    services, rows, source=file.name, progress=lambda count: bar.advance(task, count)
                )
            return await load_payments(
                services,
                read_payments(text),
                source=file.name,
                progress=lambda count: bar.advance(task, count),
            )


def _report(loaded: Loaded) -> None:
    click.echo(f"{loaded.rows} rows read, {loaded.changed} new or changed, {len(loaded.problems)} set aside")
    for problem in loaded.problems[:SHOWN]:
        click.echo(f"  line {problem.line}, {problem.field}: {problem.reason}. {problem.remedy}", err=True)
    if len(loaded.problems) > SHOWN:
        click.echo(
            f"  ... and {len(loaded.problems) - SHOWN} more; all are in the table set_aside.", err=True
        )
    sys.exit(1 if loaded.problems else 0)
