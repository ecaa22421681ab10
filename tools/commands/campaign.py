"""Run a campaign, or show beforehand what it would send, put off and block."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import asdict
from typing import Any

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
    "--dry-run",
    "--preview",
    "dry_run",
    is_flag=True,
    help="Show what would go, where, what waits and is blocked, and why; send nothing.",
)
@click.option("--json", "as_json", is_flag=True, help="With --preview: one JSON object an account.")
def run(name: str, dry_run: bool, as_json: bool) -> None:
    """Plan the due step of every account of STRATEGY; workers send it, deciding each again at that moment."""
    tick = asyncio.run(_run(name, dry=dry_run))
    if not dry_run:
        click.echo(f"{tick.planned} planned, {tick.before} were planned before.")
    elif as_json:
        for item in tick.foreseen:
            click.echo(json.dumps(_as_json(item), ensure_ascii=False))
    else:
        _show(tick)


def _as_json(item: campaign.Foreseen) -> dict[str, Any]:
    until = item.until.isoformat() if item.until else None
    return {**asdict(item), "until": until}


def _show(tick: campaign.Tick) -> None:
    table = Table("account", "outcome", "channel", "until", "why", "why there", "tried before")
    for item in tick.foreseen[:SHOWN]:
        until = item.until.isoformat(timespec="minutes") if item.until else ""
        table.add_row(
            item.account,
            item.outcome,
            item.channel,
            until,
            ", ".join(item.why),
            ", ".join(item.because),
            ", ".join(item.tried),
        )
    Console().print(table)
    click.echo(
        "; ".join(f"{count} {outcome}" for outcome, count in Counter(tick.counts).most_common()) or "Nobody."
    )
    by_channel = Counter(item.channel for item in tick.foreseen if item.outcome == "would go")
    if by_channel:
        click.echo("Would go by " + ", ".join(f"{name} ({n})" for name, n in by_channel.most_common()) + ".")


async def _run(name: str, *, dry: bool) -> campaign.Tick:
    async with house() as services:
        act = campaign.dry_run if dry else campaign.run
        return await act(services, strategy(name))
