"""The assistant for a command's own time: started on a free port, stopped at the end of the block."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from core.errors import Unavailable
from tools.platform import children, processes
from tools.platform.output import Output
from tools.platform.places import BOT_PYTHON, home


@dataclass(frozen=True)
class Assistant:
    """Where the assistant answers, and the token it wants."""

    url: str
    token: str = field(repr=False)


@asynccontextmanager
async def assistant(
    actions_url: str,
    *,
    database_url: str | None = None,
    redis_url: str | None = None,
    token: str | None = None,
) -> AsyncIterator[Assistant]:
    """Run the assistant with its actions at `actions_url`; without a database its dialogues are kept in memory.

    `token` is the one that its interface and the action route share, made up unless given. Its lines go to
    standard error and to the log; `Unavailable` when it is not installed or trained.
    """
    if not BOT_PYTHON.exists():
        raise Unavailable("The assistant's environment is missing.", remedy="Run make setup.")
    own = Assistant(f"http://{children.LOOPBACK}:{children.free_port()}", token or secrets.token_urlsafe(32))
    told = {
        "KEPT_RASA_URL": own.url,
        "KEPT_RASA_TOKEN": own.token,
        "KEPT_ACTIONS_URL": actions_url,
        "KEPT_RASA_DATABASE_URL": database_url or "",
        "KEPT_RASA_REDIS_URL": redis_url or "",
        "KEPT_REDIS_URL": "",
    }
    output = Output(home() / "logs", secrets=[own.token], stream=sys.stderr)
    process = processes.assistant({**os.environ, **told}, output)
    try:
        await process.start()
        yield own
    finally:
        await process.stop()
        output.close()
