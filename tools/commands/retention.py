"""Let go of personal data whose time is over, or of one borrower's on request."""

from __future__ import annotations

import asyncio
from collections import Counter

import click

from compliance.retention import Period, period_for, periods
from core.errors import Conflict
from storage import retention
from tools.house import house


@click.group()
def command() -> None:
    """Keep records as long as the law says, and no longer.

    Ids, decisions and the audit stay and its chain holds. Stops stay too, as keyed hashes: whoever is imported
    again after an erasure is still not written to.
    """


@command.command()
@click.option("--dry-run", is_flag=True, help="Only tell whose time is over.")
@click.option(
    "--at-least", type=click.IntRange(1, 50), default=None, help="Years that the lender keeps records."
)
def run(dry_run: bool, at_least: int | None) -> None:
    """Erase borrowers with nothing open whose records have been kept long enough."""
    counted, waiting = asyncio.run(_run(dry_run, at_least or 0))
    for period, count in sorted(counted.items(), key=lambda item: item[0].reference):
        click.echo(f"{count} after {period.years} years ({period.reference})")
    done = "would be erased" if dry_run else "erased"
    click.echo(
        f"{counted.total()} borrowers {done}." + (f" {waiting} wait for a receipt." if waiting else "")
    )


async def _run(dry_run: bool, at_least: int) -> tuple[Counter[Period], int]:
    places = periods()
    counted: Counter[Period] = Counter()
    waiting = 0
    async with house() as services:
        async with services.database.begin() as work:
            now, found = work.now, await retention.at_rest(work)
        for rest in found:
            period = period_for(places, rest.jurisdiction, at_least=at_least)
            if not period.is_over(rest.last_at, now):
                continue
            try:
                if not dry_run:
                    async with services.database.begin() as work:
                        await retention.erase(
                            work, rest.id, key=services.key_for("identity"), why=f"{period.years} years"
                        )
                counted[period] += 1
            except Conflict:
                waiting += 1
    return counted, waiting


@command.command()
@click.option("--borrower", required=True, help="The lender's own number for the borrower.")
@click.confirmation_option(prompt="This cannot be undone. Erase?")
def erase(borrower: str) -> None:
    """Erase one borrower's personal data on request."""

    async def one() -> None:
        async with house() as services, services.database.begin() as work:
            found = await retention.by_reference(work, borrower)
            await retention.erase(work, found, key=services.key_for("identity"), why="request")

    asyncio.run(one())
    click.echo("Erased. Stops stay as keyed hashes.")
