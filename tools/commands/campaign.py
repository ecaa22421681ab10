"""Run a campaign, or show beforehand what it would send, put off and block."""

from __future__ import annotations

import asyncio
from collections import Counter

import click
from rich.console import Console
from rich.table import Table

from campaigns.strategy import names, strategy
from gateway.pipelines import campaign
from tools.house import house

SHOWN = 50


@click.group()
def command() -> None:
    """Whom to contact next and about what."""


@command.command()
@click.argument("name", metavar="STRATEGY", type=click.Choice(names()))
@click.option(
    "--dry-run", is_flag=True, help="Show what would go, wait and be blocked, and why; send nothing."
)
def run(name: str, dry_run: bool) -> None:
    """Plan the due step of every account of STRATEGY; workers send it, deciding each again at that moment."""
    tick = asyncio.run(_run(name, dry=dry_run))
    if not dry_run:
        click.echo(f"{tick.planned} planned, {tick.before} were planned before.")
        return
    table = Table("account", "outcome", "until", "why")
    for item in tick.foreseen[:SHOWN]:
        until = item.until.isoformat(timespec="minutes") if item.until else ""
        table.add_row(item.account, item.outcome, until, ", ".join(item.why))
    Console().print(table)
    click.echo(
        "; ".join(f"{count} {outcome}" for outcome, count in Counter(tick.counts).most_common()) or "Nobody."
    )


async def _run(name: str, *, dry: bool) -> campaign.Tick:
    async with house() as services:
        act = campaign.dry_run if dry else campaign.run
        return await act(services, strategy(name))
