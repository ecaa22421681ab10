"""Play scenario files through the whole service, on a virtual clock."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from tools.play.player import Player
from tools.play.scenario import Scenario, read_scenarios
from tools.play.show import show
from tools.stage import Stage, stages

# So many scenarios are played beside each other: what one waits for, the other uses.
AT_ONCE = 2


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a scenario instead of a conversation to read."
)
@click.option("--only", multiple=True, help="Play only scenarios whose id contains this.")
@click.option(
    "--at-once",
    type=click.IntRange(1, 8),
    default=AT_ONCE,
    show_default=True,
    help="How many are played beside each other, each on a database of its own.",
)
def command(file: Path, as_json: bool, only: tuple[str, ...], at_once: int) -> None:
    """Play FILE.yml: webhook body in, provider call out, real database, real assistant."""
    sys.exit(asyncio.run(_play(file, as_json=as_json, only=only, at_once=at_once)))


async def _play(file: Path, *, as_json: bool, only: tuple[str, ...], at_once: int) -> int:
    scenarios = [one for one in read_scenarios(file) if not only or any(part in one.id for part in only)]
    console, status, passed = Console(), 0, 0
    async with stages(max(1, min(at_once, len(scenarios)))) as theatres:
        async for scenario, seen in played(theatres, scenarios):
            if isinstance(seen, Exception):  # one scenario that cannot be played must not end the others
                click.echo(json.dumps({"id": scenario.id, "error": f"{type(seen).__name__}: {seen}"}))
                status = 1
            elif as_json:
                click.echo(json.dumps({"id": scenario.id, "steps": seen}, ensure_ascii=False))
            else:
                passed += show(scenario, seen, console)
    if not as_json:
        console.print(f"\n{passed} of {len(scenarios)} scenarios passed")
        status = status or int(passed < len(scenarios))
    return status


async def played(
    theatres: Sequence[Stage], scenarios: Sequence[Scenario]
) -> AsyncIterator[tuple[Scenario, list[dict[str, Any]] | Exception]]:
    """Play all scenarios on these stages, beside each other; what was seen of each (or what went wrong), in order."""
    waiting = iter(range(len(scenarios)))
    loop = asyncio.get_running_loop()
    ends: list[asyncio.Future[list[dict[str, Any]] | Exception]] = [loop.create_future() for _ in scenarios]

    async def play_on(theatre: Stage) -> None:
        for place in waiting:
            try:
                ends[place].set_result(await Player(theatre, scenarios[place]).play())
            except Exception as error:
                ends[place].set_result(error)

    players = [asyncio.create_task(play_on(theatre)) for theatre in theatres]
    try:
        for scenario, end in zip(scenarios, ends, strict=True):
            yield scenario, await end
    finally:
        for player in players:
            player.cancel()
        await asyncio.gather(*players, return_exceptions=True)
