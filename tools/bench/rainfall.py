"""The gateway as a process of its own, borrowers on file, and a stand-in in Twilio's place; the assistant comes later."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from channels.base import WebhookRequest
from channels.settings import TwilioSettings
from channels.testing import served
from channels.twilio.genuine import TwilioGenuine
from channels.twilio.standin import TwilioStandIn
from core.clock import SystemClock
from core.messages import Channel
from gateway.services import build
from gateway.settings import Settings
from storage.maintenance import jobs_left, messages_in
from tools.bench.webhooks import Post
from tools.bench.whole import people, prepared
from tools.bench.wire import Wire, written
from tools.platform import processes
from tools.platform.children import LOOPBACK
from tools.platform.output import Output
from tools.platform.process import Process
from tools.platform.supervisor import Supervisor
from tools.stage.providers import ACCOUNT, SMS_FROM, TWILIO_TOKEN

TEXT = "how much do i owe?"


@dataclass(frozen=True)
class Answered:
    """What came of the messages: how many are stored, how many people were answered, how many messages of ours
    their provider was asked for twice, and after how many seconds nothing was left to do."""

    stored: int
    people: int
    twice: int
    seconds: float


@dataclass
class Ground:
    """Where the rain falls: `post(n)` is one webhook, `answered()` starts the rest and sees what came of all."""

    post: Post
    gateway: Process
    _stand_in: TwilioStandIn
    _ready: dict[str, str]
    _supervisor: Supervisor
    _output: Output

    async def answered(self, *, within: float) -> Answered:
        """Start assistant and worker, and wait until no job is left."""
        await self._supervisor.start(
            processes.assistant(self._ready, self._output), processes.worker(self._ready, self._output)
        )
        services = build(Settings.read(self._ready))
        started = time.perf_counter()
        try:
            with suppress(TimeoutError):  # who is still unanswered then is counted as such
                async with asyncio.timeout(within):
                    while await jobs_left(services.database):  # noqa: ASYNC110 - other processes raise no event
                        await asyncio.sleep(0.2)
            took = time.perf_counter() - started
            stored = await messages_in(services.database)
        finally:
            await services.aclose()
        taken = self._stand_in.taken
        keys = {one.request["StatusCallback"] for one in taken}
        return Answered(stored, len({one.recipient for one in taken}), len(taken) - len(keys), took)


@asynccontextmanager
async def ground(borrowers: int, messages: int) -> AsyncIterator[Ground]:
    """Start database, gateway and stand-in; every request is written and signed beforehand."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        nowhere = stack.enter_context(Path(os.devnull).open("w"))  # noqa: ASYNC230 - opened once
        output = Output(folder / "logs", stream=nowhere)
        stand_in = TwilioStandIn(TwilioSettings(ACCOUNT, TWILIO_TOKEN))
        twilio = await stack.enter_async_context(served(stand_in.app))
        supervisor = Supervisor(lambda text: None)
        stack.push_async_callback(supervisor.stop)
        ready = await prepared(supervisor, folder, output, twilio)
        services = build(Settings.read(ready))
        try:
            phones = await people(services, borrowers)
        finally:
            await services.aclose()
        gateway = processes.gateway(ready, output)
        await supervisor.start(gateway)
        at = urlsplit(ready["KEPT_PUBLIC_URL"])
        wire = Wire(at.hostname or LOOPBACK, at.port or 80)
        stack.push_async_callback(wire.aclose)
        requests = [written(one) for one in _requests(ready["KEPT_PUBLIC_URL"], phones, messages)]
        yield Ground(_post(wire, requests), gateway, stand_in, ready, supervisor, output)


def _requests(url: str, phones: list[str], messages: int) -> list[WebhookRequest]:
    settings = TwilioSettings(ACCOUNT, TWILIO_TOKEN, SMS_FROM, None)
    genuine = TwilioGenuine(settings, channel=Channel.SMS, public_url=url)
    now = SystemClock().now()
    return [
        genuine.text(TEXT, sender=phones[number % len(phones)], at=now, number=number + 1)
        for number in range(messages)
    ]


def _post(wire: Wire, requests: list[bytes]) -> Post:
    async def post(number: int) -> bool:
        return 200 <= await wire.ask(requests[number]) < 300

    return post


def processor_seconds(process: Process) -> float | None:
    """What a running process has had of the processor so far; None where the system does not tell."""
    if sys.platform != "linux" or process.pid is None:
        return None
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    user, system = int(fields[11]), int(fields[12])
    return (user + system) / os.sysconf("SC_CLK_TCK")
