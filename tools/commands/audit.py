"""Check the audit's chain, or show why a message was sent."""

from __future__ import annotations

import asyncio
import sys
import uuid

import click

from storage import audit, proof
from tools.house import house


@click.group()
def command() -> None:
    """Prove what was done."""


@command.command()
def verify() -> None:
    """Recompute every link of the chain; exit status 1 when one is broken."""

    async def walk() -> audit.Verdict:
        async with house() as services, services.database.begin() as work:
            return await audit.verify(work.session)

    verdict = asyncio.run(walk())
    if verdict.broken_at is not None:
        click.echo(
            f"Entry {verdict.broken_at} {verdict.why}; {verdict.entries} before it are whole.", err=True
        )
        sys.exit(1)
    click.echo(f"{verdict.entries} entries, every link holds.")


@command.command()
@click.argument("message", type=click.UUID)
def show(message: uuid.UUID) -> None:
    """Print why MESSAGE (its id) was sent, put off or stopped."""

    async def look() -> str:
        async with house() as services, services.database.begin() as work:
            return proof.told(await proof.of_message(work, message))

    click.echo(asyncio.run(look()))
