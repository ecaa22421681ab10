"""Let go of personal data whose time is over, or of one borrower's on request."""

from __future__ import annotations

import asyncio
import sys
import uuid
from collections import Counter
from collections.abc import Sequence

import click

from compliance.retention import Period, period_for, periods
from core.errors import Conflict, Unavailable
from gateway.forgetting import forget
from gateway.services import Services
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
    """Erase borrowers with nothing open whose records have been kept long enough.

    The assistant's own memory of their conversations goes too, and what an earlier erasure left there. Exit status 1
    when that memory was not reached.
    """
    counted, waiting, forgotten = asyncio.run(_run(dry_run, at_least or 0))
    for period, count in sorted(counted.items(), key=lambda item: item[0].reference):
        click.echo(f"{count} after {period.years} years ({period.reference})")
    done = "would be erased" if dry_run else "erased"
    click.echo(
        f"{counted.total()} borrowers {done}." + (f" {waiting} wait for a receipt." if waiting else "")
    )
    if not dry_run:
        _tell(forgotten)


async def _run(dry_run: bool, at_least: int) -> tuple[Counter[Period], int, int | Unavailable]:
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
        if dry_run:
            return counted, waiting, 0
        async with services.database.begin() as work:
            gone = await retention.conversations_of_erased(work)
        return counted, waiting, await _forgotten(services, gone)


async def _forgotten(services: Services, conversations: Sequence[uuid.UUID]) -> int | Unavailable:
    """How many conversations the assistant forgot, or why it was not reached."""
    try:
        return await forget(services, conversations)
    except Unavailable as error:
        return error


def _tell(forgotten: int | Unavailable) -> None:
    """Say what became of the assistant's memory; end with status 1 when it was not reached."""
    if isinstance(forgotten, int):
        click.echo(f"The assistant has forgotten {forgotten} conversations.")
        return
    click.echo(
        f"The assistant's memory of these conversations is NOT erased. {forgotten}\n"
        "Then run `kept retention run`: it takes out what is left there.",
        err=True,
    )
    sys.exit(1)


@command.command()
@click.option("--borrower", required=True, help="The lender's own number for the borrower.")
@click.confirmation_option(prompt="This cannot be undone. Erase?")
def erase(borrower: str) -> None:
    """Erase one borrower's personal data on request, in the assistant's memory too; exit status 1 where that is not reached."""

    async def one() -> int | Unavailable:
        async with house() as services:
            async with services.database.begin() as work:
                found = await retention.by_reference(work, borrower)
                gone = await retention.conversations_of(work, found)
                await retention.erase(work, found, key=services.key_for("identity"), why="request")
            return await _forgotten(services, gone)

    forgotten = asyncio.run(one())
    click.echo("Erased. Stops stay as keyed hashes.")
    _tell(forgotten)
