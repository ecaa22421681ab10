"""The real assistant for a stage: its own process on a free port, calling back to the stage's action route."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from core.errors import Unavailable
from tools.platform import children, processes
from tools.platform.output import Output
from tools.platform.places import BOT_PYTHON

TOKEN = "a-token-for-the-stage-only-0123456789"  # noqa: S105 - on loopback, for a throw-away database


@asynccontextmanager
async def assistant(actions_url: str, database_url: str | None = None) -> AsyncIterator[str]:
    """Start it, wait until its model is loaded, and give its address."""
    url = f"http://{children.LOOPBACK}:{children.free_port()}"
    ready = {
        **os.environ,
        "KEPT_RASA_URL": url,
        "KEPT_RASA_TOKEN": TOKEN,
        "KEPT_ACTIONS_URL": actions_url,
        "KEPT_RASA_DATABASE_URL": database_url or "",
        "KEPT_REDIS_URL": "",
    }
    with TemporaryDirectory() as folder, Path(os.devnull).open("w") as nowhere:  # noqa: ASYNC230
        output = Output(Path(folder), secrets=[TOKEN], stream=nowhere)
        process = processes.assistant(ready, output)
        try:
            await process.start()
        except Unavailable as failed:
            raise Unavailable(failed.what, remedy=_last_lines(output.file(process.name))) from None
        try:
            yield url
        finally:
            await process.stop()
            output.close()


def _last_lines(log: Path, lines: int = 5) -> str:
    """What a process said last; its folder is gone when somebody could look there."""
    written = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    return "Its last lines: " + " / ".join(written.splitlines()[-lines:])


def installed() -> bool:
    """Whether the assistant's environment is there (`make setup` makes it)."""
    return BOT_PYTHON.exists() and sys.platform != "win32"
