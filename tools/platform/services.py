"""What a command needs to reach the records: the operator's servers, those running here, or its own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

from core.errors import Conflict, Unavailable
from tools.platform import running
from tools.platform.embedded import Embedded
from tools.platform.environment import chosen_ports, environment, from_files, secrets
from tools.platform.places import APP_PYTHON, ROOT, home
from tools.platform.process import captured

WAITS_SECONDS = 300
MIGRATE = (str(APP_PYTHON), "-m", "storage.migrate")


@asynccontextmanager
async def services(given: Mapping[str, str] | None = None) -> AsyncIterator[dict[str, str]]:
    """Every KEPT_ variable of a database and a cache that answer, for the time of the block.

    A `kept up` running here is used as it is. Otherwise what the environment does not name is started
    from this checkout's own data, brought to the present schema, and stopped again at the end.
    """
    given = from_files(os.environ if given is None else given)
    folder = home()
    async with AsyncExitStack() as stack:
        servers = Embedded(folder, given)
        there = await _held_or_told(stack, folder) if servers.services() else None
        if there is not None:
            yield {**there, **given}
            return
        for server in servers.services():
            await stack.enter_async_context(server)
        addresses = servers.addresses(*chosen_ports(given))
        ready = environment(addresses, secrets(folder, given), given)
        if servers.postgres is not None:
            await migrate(ready)
        yield ready


async def _held_or_told(stack: AsyncExitStack, folder: Path) -> dict[str, str] | None:
    """What a `kept up` running here has left; or None, with this checkout's lock held until the stack ends.

    Another command with servers for its own time is waited for: its servers go when it does.
    """
    try:
        async with asyncio.timeout(WAITS_SECONDS):
            while True:
                there = running.told(folder)
                if there is not None:
                    return there
                with suppress(Conflict):
                    stack.enter_context(running.only_one(folder))
                    return None
                await asyncio.sleep(0.2)
    except TimeoutError:
        raise Conflict("Another command holds the data.", remedy="Try again when it has ended.") from None


async def migrate(ready: Mapping[str, str]) -> None:
    """Bring the database to the present schema; `Unavailable` when that fails."""
    status, _, complaints = await captured(MIGRATE, env=ready, cwd=ROOT)
    if status != 0:
        said = complaints.strip().splitlines()
        raise Unavailable(
            f"The database could not be brought to the present schema: {said[-1] if said else ''}"
        )
