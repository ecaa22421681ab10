"""What a command needs to reach the records: the operator's servers, those running here, or its own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

from core.errors import Unavailable
from tools.platform import running
from tools.platform.embedded import Embedded
from tools.platform.environment import Addresses, chosen_ports, environment, secrets
from tools.platform.places import APP_PYTHON, ROOT, home

MIGRATE = (str(APP_PYTHON), "-m", "storage.migrate")


@asynccontextmanager
async def services(given: Mapping[str, str] | None = None) -> AsyncIterator[dict[str, str]]:
    """Every KEPT_ variable of a database and a cache that answer, for the time of the block.

    A `kept up` running here is used as it is. Otherwise what the environment does not name is started
    from this checkout's own data, brought to the present schema, and stopped again at the end.
    """
    given = dict(os.environ) if given is None else dict(given)
    folder = home()
    there = running.told(folder)
    if there is not None and not given.get("KEPT_DATABASE_URL"):
        yield {**there, **{name: value for name, value in given.items() if value}}
        return
    async with AsyncExitStack() as stack:
        servers = Embedded(folder, given)
        if servers.services():
            stack.enter_context(running.only_one(folder))
        for server in servers.services():
            await stack.enter_async_context(server)
        ports = chosen_ports(given)
        addresses = Addresses(
            *ports, servers.database_url(), servers.redis_url(), servers.assistant_database_url()
        )
        ready = environment(addresses, secrets(folder, given), given)
        if servers.postgres is not None:
            await migrate(ready)
            running.tell(folder, ready)
        yield ready


async def migrate(ready: Mapping[str, str]) -> None:
    """Bring the database to the present schema; `Unavailable` when that fails."""
    done = await asyncio.create_subprocess_exec(
        *MIGRATE, env=dict(ready), cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    _, errors = await done.communicate()
    if done.returncode != 0:
        said = errors.decode(errors="replace").strip().splitlines()
        raise Unavailable(
            f"The database could not be brought to the present schema: {said[-1] if said else ''}"
        )
