"""The bare assistant: what `rasa init` makes, behind `rasa run`'s own REST channel."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from core.errors import Unavailable
from tools.bench.load import Turn
from tools.platform.children import LOOPBACK, free_port
from tools.platform.output import Output
from tools.platform.places import BOT_PYTHON
from tools.platform.process import Process, answers

QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}
RASA = str(BOT_PYTHON.with_name("rasa"))


@asynccontextmanager
async def bare() -> AsyncIterator[Turn]:
    """Make, train and run it; what is given takes one turn for a borrower."""
    with TemporaryDirectory() as folder:
        project, environment = Path(folder) / "bare", {**os.environ, **QUIET}
        project.mkdir()
        await _run(RASA, "init", "--no-prompt", "--init-dir", str(project), env=environment)
        url = f"http://{LOOPBACK}:{free_port()}"
        with Path(os.devnull).open("w") as nowhere:  # noqa: ASYNC230 - opened once
            process = Process(
                "bare",
                [RASA, "run", "--enable-api", "-i", LOOPBACK, "-p", url.rsplit(":", 1)[1]],
                env=environment,
                cwd=project,
                output=Output(Path(folder) / "logs", stream=nowhere),
                check=answers(f"{url}/status", accept=lambda answer: bool(answer.json().get("model_file"))),
                ready_within=180,
            )
            await process.start()
            try:
                async with httpx.AsyncClient(timeout=30, trust_env=False) as client:
                    yield _turn(client, url)
            finally:
                await process.stop()


def _turn(client: httpx.AsyncClient, url: str) -> Turn:
    async def take(number: int) -> None:
        body = {"sender": f"borrower-{number}", "message": "hello there"}
        answer = await client.post(f"{url}/webhooks/rest/webhook", json=body)
        if not answer.json():
            raise Unavailable("The bare assistant did not answer.")

    return take


async def _run(*command: str, env: dict[str, str]) -> None:
    child = await asyncio.create_subprocess_exec(
        *command, env=env, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    _, complaints = await child.communicate()
    if child.returncode != 0:
        raise Unavailable(f"{Path(command[0]).name} {command[1]} failed.", remedy=complaints.decode()[-300:])
