"""Start the embedded database and cache alone, for the other processes in other terminals."""

from __future__ import annotations

import asyncio
import os

import click

from tools.platform.up import Wish, up


@click.command()
def command() -> None:
    """Start PostgreSQL and Valkey, bring the database to the present schema, and keep them running."""
    asyncio.run(up(Wish(servers_only=True), os.environ))
