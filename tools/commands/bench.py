"""Measure turns per second and the time from webhook to provider, beside the bare assistant."""

from __future__ import annotations

import asyncio

import click
from rich.console import Console
from rich.table import Table

from tools.bench.bare import bare
from tools.bench.load import Measured, measure
from tools.bench.whole import whole


@click.command()
@click.option("--seconds", default=20.0, show_default=True, help="How long each loop runs.")
def command(seconds: float) -> None:
    """Run one and eight borrowers at once through the whole service and through the bare assistant of `rasa init`.

    Both are closed loops on the same cores in the same run; bursts are not waited for (KEPT_BURST_SECONDS=0).
    """
    rows = asyncio.run(_all(seconds))
    table = Table("", "borrowers", "turns/s", "p50 ms", "p95 ms", "turns")
    for row in rows:
        table.add_row(
            row.name,
            str(row.borrowers),
            f"{row.per_second:.1f}",
            f"{row.p50:.0f}",
            f"{row.p95:.0f}",
            str(row.turns),
        )
    Console().print(table)
    for count in (1, 8):
        kept, alone = (
            next(row for row in rows if row.name == name and row.borrowers == count) for name in _NAMES
        )
        click.echo(
            f"{count} at once: {kept.per_second / alone.per_second:.2f} times the bare assistant's turns"
        )


_NAMES = ("kept", "bare assistant")


async def _all(seconds: float) -> list[Measured]:
    rows = []
    click.echo("Starting the whole service ...", err=True)
    async with whole(8) as turn:
        rows += [await measure(_NAMES[0], turn, borrowers=count, seconds=seconds) for count in (1, 8)]
    click.echo("Making and training the bare assistant (rasa init) ...", err=True)
    async with bare() as turn:
        rows += [await measure(_NAMES[1], turn, borrowers=count, seconds=seconds) for count in (1, 8)]
    return rows
