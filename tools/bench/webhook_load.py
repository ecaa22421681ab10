"""Let webhooks rain on the gateway while the assistant is stopped, then see everybody answered."""

from __future__ import annotations

import asyncio
import sys

import click

from tools.bench.rainfall import ground
from tools.bench.webhooks import Rain, rain

ACKNOWLEDGED_WITHIN = 50.0


@click.command()
@click.option("--per-second", default=200, show_default=True, help="Webhooks a second.")
@click.option("--seconds", default=20.0, show_default=True, help="How long it rains.")
@click.option("--borrowers", default=400, show_default=True, help="How many people write, in turn.")
@click.option("--within", default=900.0, show_default=True, help="Seconds until all must be answered.")
def command(per_second: int, seconds: float, borrowers: int, within: float) -> None:
    """Measure how soon webhooks are acknowledged with the assistant stopped, and whether all are answered after.

    Everything runs on loopback, on a database that is thrown away. The exit status is 1 if a webhook was
    refused, if one in a hundred waited 50 ms or longer, or if somebody was left without an answer.
    """
    sys.exit(asyncio.run(_measured(per_second, seconds, borrowers, within)))


async def _measured(per_second: int, seconds: float, borrowers: int, within: float) -> int:
    click.echo("Starting database, gateway and stand-in ...", err=True)
    async with ground(borrowers, int(per_second * seconds)) as below:
        fell = await rain(below.post, per_second=per_second, seconds=seconds)
        click.echo(told(fell))
        click.echo("Starting assistant and worker ...", err=True)
        answered, took = await below.answered(within=within)
    click.echo(f"{answered} of {borrowers} borrowers answered, {took:.0f} s after the assistant was back")
    return int(fell.refused > 0 or fell.p99 >= ACKNOWLEDGED_WITHIN or answered < borrowers)


def told(fell: Rain) -> str:
    """The figures in one line for people."""
    return (
        f"{fell.asked} webhooks, {fell.per_second:.0f} a second, {fell.refused} refused; acknowledged after "
        f"{fell.p50:.0f} ms (p50), {fell.p95:.0f} ms (p95), {fell.p99:.0f} ms (p99), {fell.longest:.0f} ms at most"
    )


if __name__ == "__main__":
    command()
