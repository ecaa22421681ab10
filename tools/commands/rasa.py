"""Run one assistant: what was meant, what to do next."""

from __future__ import annotations

import click

from tools.platform import processes
from tools.platform.environment import for_assistant
from tools.platform.single import become, ready_environment


@click.command()
def command() -> None:
    """Run one assistant with the servers that the environment names or that run here (`kept db`)."""
    ready = ready_environment()
    become(processes.assistant_command(ready), for_assistant(ready))
