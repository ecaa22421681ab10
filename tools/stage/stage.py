"""One stage: start it once, clear it between scenes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx
from fastapi import FastAPI
from procrastinate import App

from channels.base import WebhookRequest
from channels.testing import served
from core.clock import SetClock
from core.messages import Channel
from gateway.app import create_app
from gateway.jobs.engine import engine
from gateway.jobs.queue import FILES, INBOUND, OUTBOUND
from gateway.pipelines import contacts
from gateway.services import Services, build
from gateway.settings import Settings
from storage.maintenance import clear, jobs_left
from storage.migrate import upgrade
from tools.platform.postgres import Postgres
from tools.stage.assistant import TOKEN, assistant
from tools.stage.fork import Fork
from tools.stage.providers import PUBLIC_URL, Providers, providers

START = datetime(2026, 5, 13, 15, 0, tzinfo=UTC)
SECRET = "a-secret-for-the-stage-only-0123456789abcdef"  # noqa: S105 - for a throw-away database
SETTLED_WITHIN = 60.0
ACTIONS = "/internal/actions"


@dataclass
class Stage:
    """The running service and the ends that tests and players hold in their hands."""

    clock: SetClock
    services: Services
    app: FastAPI
    http: httpx.AsyncClient
    providers: Providers
    jobs: App
    database_url: str
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self) -> int:
        """A fresh provider number; rises over the whole life of the stage."""
        self.numbers["last"] = self.numbers.get("last", 1000) + 1
        return self.numbers["last"]

    async def post(self, request: WebhookRequest) -> httpx.Response:
        """Send a provider's request to the real route, byte for byte."""
        parts = urlsplit(request.url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        return await self.http.request(
            request.method, path, headers=dict(request.headers), content=request.body
        )

    async def writes(
        self, channel: Channel, sender: str, text: str, *, number: int | None = None
    ) -> httpx.Response:
        """Somebody at `sender` writes `text`, as the provider would tell it."""
        genuine = self.providers.genuine[channel]
        request = genuine.text(text, sender=sender, at=self.clock.now(), number=number or self.number())
        return await self.post(request)

    async def settle(self, *, within: float = SETTLED_WITHIN) -> None:
        """Run every job that waits, and what they bring about, until nothing is left; TimeoutError after `within` seconds.

        Between two calls nothing runs, so that several things can happen at once.
        """
        rounds = 0
        async with asyncio.timeout(within):
            while await contacts.promote(self.services) or await jobs_left(self.services.database):
                # What is left after a round waits for its next try, or for a file that was asked for again.
                await asyncio.sleep(min(rounds * 0.02, 0.1))
                await self._work()
                rounds += 1

    async def _work(self) -> None:
        """Take every job that may be taken now; what waits in its lane is for the next round."""
        await self.jobs.run_worker_async(
            queues=[INBOUND, OUTBOUND, FILES],
            concurrency=8,
            wait=False,
            listen_notify=False,
            delete_jobs="successful",
            install_signal_handlers=False,
            additional_context={"services": self.services},
        )

    def sent_to(self, channel: Channel, address: str) -> list[str]:
        """What the provider of `channel` was asked to deliver to `address`, in order."""
        return self.providers.stand_ins[channel].texts_to(address)

    async def clear(self, at: datetime = START) -> None:
        """Empty everything and set the clock."""
        await clear(self.services.database)
        for stand_in in self.providers.stand_ins.values():
            stand_in.taken.clear()
            stand_in.faults.clear()
            stand_in.calls.clear()
        self.clock.set(at)


@asynccontextmanager
async def stage(
    *, with_assistant: bool = True, accounts: Mapping[str, str] | None = None
) -> AsyncIterator[Stage]:
    """Start it all on free loopback ports; gone without a trace when the block ends.

    `accounts`: KEPT_* variables of the operator's own accounts with the providers and the public address,
    to be used instead of the stand-ins' accounts. Whatever they say, only stand-ins are ever called.
    """
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(Postgres(throwaway=True))
        url = server.url(driver="")
        await asyncio.to_thread(upgrade, url)
        made = await _set_up(stack, url, accounts)
        if with_assistant:
            gateway = await stack.enter_async_context(served(made.app))
            rasa = await stack.enter_async_context(assistant(f"{gateway}{ACTIONS}", server.rasa_url()))
            made.services.rasa.move(rasa)
        yield made


@asynccontextmanager
async def stages(count: int) -> AsyncIterator[list[Stage]]:
    """So many stages beside each other: each its own database, clock and providers; one server and one assistant."""
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(Postgres(throwaway=True))
        first = server.url(driver="")
        await asyncio.to_thread(upgrade, first)
        urls = [first]
        for number in range(2, count + 1):
            name = f"kept_{number}"
            await server.create_database(name, template=urlsplit(first).path.removeprefix("/"))
            urls.append(urlsplit(first)._replace(path=f"/{name}").geturl())
        made = [await _set_up(stack, url) for url in urls]
        fork = Fork({})
        gateway = await stack.enter_async_context(served(fork))
        rasa = await stack.enter_async_context(assistant(f"{gateway}{ACTIONS}", server.rasa_url()))
        for one in made:
            one.services.rasa = fork.rasa(one.app, rasa, TOKEN)
        yield made


async def _set_up(stack: AsyncExitStack, url: str, accounts: Mapping[str, str] | None = None) -> Stage:
    """The service on the database at `url`, with stand-ins of its own; without its assistant yet."""
    outside = await stack.enter_async_context(providers())
    clock = SetClock(START)
    settings = Settings.read(
        {
            "KEPT_DATABASE_URL": url,
            "KEPT_RASA_URL": "http://127.0.0.1:9",
            "KEPT_RASA_TOKEN": TOKEN,
            "KEPT_SECRET_KEY": SECRET,
            "KEPT_PUBLIC_URL": PUBLIC_URL,
            "KEPT_BURST_SECONDS": "3",
            **(outside.environment if accounts is None else outside.with_accounts(accounts)),
        }
    )
    services = build(settings, clock)
    stack.push_async_callback(services.aclose)
    app = create_app(services)
    jobs = engine(url, with_upkeep=False)
    await stack.enter_async_context(jobs.open_async())
    transport = httpx.ASGITransport(app=app)
    http = await stack.enter_async_context(httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL))
    return Stage(clock, services, app, http, outside, jobs, url)
