"""The assistant is killed, the database cuts everybody off: the message is answered all the same, once."""

from __future__ import annotations

import asyncio
import signal
import subprocess

from sqlalchemy import text

from channels.testing import served
from tests.support.world import World
from tools.stage.assistant import assistant


async def test_a_killed_assistant_costs_no_message_and_no_second_answer(world: World) -> None:
    grace = await world.borrower(verified=True)
    there = world.services.rasa.url
    async with served(world.stage.app) as gateway, assistant(f"{gateway}/internal/actions") as doomed:
        world.services.rasa.move(doomed)
        await world.writes(grace, "how much do i owe?", settle=False)
        port = doomed.rsplit(":", 1)[1]
        killed = await asyncio.to_thread(
            subprocess.run,
            ["pkill", f"-{int(signal.SIGKILL)}", "-f", f"bot.serve --port {port}"],
            check=False,
        )
        settling = asyncio.create_task(world.stage.settle())
        await asyncio.sleep(2)
        said_meanwhile = list(world.said_to(grace))
        world.services.rasa.move(there)
        await settling

    assert killed.returncode == 0
    assert said_meanwhile == []
    assert len(world.said_to(grace)) == 1


async def test_a_database_that_cuts_all_connections_costs_no_message(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "how much do i owe?", settle=False)

    async with world.services.database.begin() as work:
        await work.session.execute(
            text(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                "where usename = current_user and pid <> pg_backend_pid()"
            )
        )
    await world.stage.settle()

    assert len(world.said_to(grace)) == 1
