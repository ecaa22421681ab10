"""Play scenario files through the whole service, on a virtual clock."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import click
from rich.console import Console

from tools.play.player import Player
from tools.play.scenario import read_scenarios
from tools.play.show import show
from tools.stage import stage


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a scenario instead of a conversation to read."
)
@click.option("--only", multiple=True, help="Play only scenarios whose id contains this.")
def command(file: Path, as_json: bool, only: tuple[str, ...]) -> None:
    """Play FILE.yml: webhook body in, provider call out, real database, real assistant."""
    sys.exit(asyncio.run(_play(file, as_json=as_json, only=only)))


async def _play(file: Path, *, as_json: bool, only: tuple[str, ...]) -> int:
    scenarios = [one for one in read_scenarios(file) if not only or any(part in one.id for part in only)]
    console, status, passed = Console(), 0, 0
    async with stage() as theatre:
        for scenario in scenarios:
            try:
                seen = await Player(theatre, scenario).play()
            except Exception as error:  # one scenario that cannot be played must not end the others
                click.echo(json.dumps({"id": scenario.id, "error": f"{type(error).__name__}: {error}"}))
                status = 1
                continue
            if as_json:
                click.echo(json.dumps({"id": scenario.id, "steps": seen}, ensure_ascii=False))
            else:
                passed += show(scenario, seen, console)
    if not as_json:
        console.print(f"\n{passed} of {len(scenarios)} scenarios passed")
        status = status or int(passed < len(scenarios))
    return status
