"""The gateway as a process of its own, borrowers on file, and a stand-in in Twilio's place; the assistant comes later."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from channels.base import WebhookRequest
from channels.settings import TwilioSettings
from channels.testing import served
from channels.twilio.genuine import TwilioGenuine
from channels.twilio.standin import TwilioStandIn
from core.clock import SystemClock
from core.messages import Channel
from gateway.services import build
from gateway.settings import Settings
from storage.maintenance import jobs_left
from tools.bench.webhooks import Post
from tools.bench.whole import people, prepared
from tools.platform import processes
from tools.platform.output import Output
from tools.platform.supervisor import Supervisor
from tools.stage.providers import ACCOUNT, SMS_FROM, TWILIO_TOKEN

TEXT = "how much do i owe?"


@dataclass
class Ground:
    """Where the rain falls: `post(n)` is one webhook, `answered()` starts the rest and counts who was answered."""

    post: Post
    borrowers: int
    _stand_in: TwilioStandIn
    _ready: dict[str, str]
    _supervisor: Supervisor
    _output: Output

    async def answered(self, *, within: float) -> tuple[int, float]:
        """Start assistant and worker; how many borrowers had an answer when no job was left, and after what seconds."""
        await self._supervisor.start(
            processes.assistant(self._ready, self._output), processes.worker(self._ready, self._output)
        )
        services = build(Settings.read(self._ready))
        started = time.perf_counter()
        try:
            async with asyncio.timeout(within):
                while await jobs_left(services.database):  # noqa: ASYNC110 - other processes raise no event
                    await asyncio.sleep(0.2)
        except TimeoutError:
            pass  # who is still unanswered then is counted as such
        finally:
            await services.aclose()
        people_answered = {taken.recipient for taken in self._stand_in.taken}
        return len(people_answered), time.perf_counter() - started


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
        await supervisor.start(processes.gateway(ready, output))
        limits = httpx.Limits(max_connections=100, max_keepalive_connections=100)
        client = await stack.enter_async_context(
            httpx.AsyncClient(timeout=30, trust_env=False, limits=limits)
        )
        requests = _requests(ready["KEPT_PUBLIC_URL"], phones, messages)
        yield Ground(_post(client, requests), borrowers, stand_in, ready, supervisor, output)


def _requests(url: str, phones: list[str], messages: int) -> list[WebhookRequest]:
    settings = TwilioSettings(ACCOUNT, TWILIO_TOKEN, SMS_FROM, None)
    genuine = TwilioGenuine(settings, channel=Channel.SMS, public_url=url)
    now = SystemClock().now()
    return [
        genuine.text(TEXT, sender=phones[number % len(phones)], at=now, number=number + 1)
        for number in range(messages)
    ]


def _post(client: httpx.AsyncClient, requests: list[WebhookRequest]) -> Post:
    async def post(number: int) -> bool:
        request = requests[number]
        answer = await client.post(request.url, headers=dict(request.headers), content=request.body)
        return answer.is_success

    return post
