"""The migrations lead to just the tables that the code declares."""

from __future__ import annotations

import asyncio

from alembic import command

from storage.migrate import configuration
from tests.support.world import World


async def test_nothing_is_left_to_migrate(world: World) -> None:
    await asyncio.to_thread(command.check, configuration(world.stage.database_url))
