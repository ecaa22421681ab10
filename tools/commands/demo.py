"""Load sample borrowers and agents for a first look."""

from __future__ import annotations

import asyncio

import click

from tools.demo.load import AGENTS, load
from tools.house import house


@click.group()
def command() -> None:
    """A first look with invented borrowers."""


@command.command("load")
def load_command() -> None:
    """Load a dozen sample borrowers, once, and make two agents with a one-time-shown password."""

    async def run() -> tuple[str, str | None]:
        async with house() as services:
            return services.settings.public_url, await load(services)

    url, password = asyncio.run(run())
    names = " or ".join(username for username, _ in AGENTS)
    click.echo(f"  Borrowers' phones  {url}/demo")
    click.echo(f"  Agents' desk       {url}/desk")
    if password:
        click.echo(f"  Log in as          {names}, password {password}  (shown this once)")
    else:
        click.echo(
            f"  Log in as          {names}, with the password shown at the first start (or: kept agents password)"
        )
