"""Start everything: servers, assistant, gateway, workers; Ctrl-C stops it."""

from __future__ import annotations

import asyncio
import os

import click

from tools.platform.up import Wish, up


@click.command()
@click.option("--demo", is_flag=True, help="Load sample borrowers and print how to log in.")
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Workers beside each other."
)
def command(demo: bool, workers: int) -> None:
    """Start everything that the environment does not name, and keep it running until Ctrl-C."""
    asyncio.run(up(Wish(demo=demo, workers=workers), os.environ))
