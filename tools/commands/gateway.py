"""Run one gateway: webhooks, pages, the assistant's actions."""

from __future__ import annotations

import click

from tools.platform import processes
from tools.platform.single import become, ready_environment


@click.command()
def command() -> None:
    """Run one gateway with the servers that the environment names or that run here (`kept db`)."""
    ready = ready_environment()
    become(processes.gateway_command(ready), ready)
