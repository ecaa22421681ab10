"""Let webhooks rain on the gateway while the assistant is stopped, then see everybody answered."""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass

import click

from tools.bench.rainfall import Answered, ground, processor_seconds
from tools.bench.webhooks import Rain, rain

ACKNOWLEDGED_WITHIN = 50.0
# Asked one by one before it rains, and not measured: a process that has just started has everything still to load.
WARM_UP = 100


@dataclass(frozen=True)
class Outcome:
    """What was measured: the rain, what came of it, of how many, the gateway's share, and how busy the machine was."""

    fell: Rain
    came: Answered
    borrowers: int
    # Milliseconds of the gateway's processor for each webhook, where the system tells.
    processor: float | None
    busy: float
    # Acknowledged before it rained.
    warmed_up: int = 0

    @property
    def lost(self) -> int:
        """Acknowledged, and not in the database."""
        return max(0, self.warmed_up + self.fell.asked - self.fell.refused - self.came.stored)

    @property
    def good(self) -> bool:
        """All acknowledged, 99 in a hundred soon enough; all stored, all answered, and once."""
        soon = self.fell.refused == 0 and self.fell.p99 < ACKNOWLEDGED_WITHIN
        return soon and self.lost == 0 and self.came.twice == 0 and self.came.people >= self.borrowers


@click.command()
@click.option("--per-second", default=200, show_default=True, help="Webhooks a second.")
@click.option("--seconds", default=20.0, show_default=True, help="How long it rains.")
@click.option("--borrowers", default=400, show_default=True, help="How many people write, in turn.")
@click.option("--within", default=900.0, show_default=True, help="Seconds until all must be answered.")
def command(per_second: int, seconds: float, borrowers: int, within: float) -> None:
    """Measure how soon webhooks are acknowledged with the assistant stopped, and whether all are answered after.

    Everything runs on loopback, on a database that is thrown away. The exit status is 1 if a webhook was
    refused or lost, if one in a hundred waited 50 ms or longer, or if somebody was left without an answer or
    was sent one twice.
    """
    outcome = asyncio.run(_measured(per_second, seconds, borrowers, within))
    click.echo(told(outcome))
    sys.exit(0 if outcome.good else 1)


async def _measured(per_second: int, seconds: float, borrowers: int, within: float) -> Outcome:
    click.echo("Starting database, gateway and stand-in ...", err=True)
    async with ground(borrowers, WARM_UP + int(per_second * seconds)) as below:
        warmed_up = sum([await below.post(number) for number in range(WARM_UP)])
        before = processor_seconds(below.gateway)
        fell = await rain(lambda n: below.post(WARM_UP + n), per_second=per_second, seconds=seconds)
        after = processor_seconds(below.gateway)
        busy = os.getloadavg()[0]
        click.echo("Starting assistant and worker ...", err=True)
        came = await below.answered(within=within)
    processor = None if before is None or after is None else (after - before) * 1000 / fell.asked
    return Outcome(fell, came, borrowers, processor, busy, warmed_up)


def told(outcome: Outcome) -> str:
    """The figures as a table for people."""
    fell, came = outcome.fell, outcome.came
    processor = "not told" if outcome.processor is None else f"{outcome.processor:.1f} ms a webhook"
    rows = [
        ("webhooks", f"{fell.asked}, {fell.per_second:.0f} a second, assistant stopped"),
        ("acknowledged after", f"{fell.p50:.0f} ms (p50), {fell.p95:.0f} ms (p95), {fell.p99:.0f} ms (p99)"),
        ("  the last of all", f"{fell.longest:.0f} ms"),
        ("refused", str(fell.refused)),
        ("gateway's processor", processor),
        ("stored", f"{came.stored}, lost {outcome.lost}"),
        (
            "answered",
            f"{came.people} of {outcome.borrowers} people, {came.seconds:.0f} s after the assistant was back",
        ),
        ("sent twice", str(came.twice)),
        ("machine", f"{os.cpu_count()} cores, load average {outcome.busy:.1f} while it rained"),
    ]
    return "\n".join(f"{what:<20} {figure}" for what, figure in rows)


if __name__ == "__main__":
    command()
