"""The stage behind a real address, and a real Chromium in front of it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import time
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from playwright.async_api import Browser, async_playwright

from channels.testing import served
from core.clock import Clock
from gateway.api.console import login
from gateway.app import create_app
from gateway.jobs.engine import engine
from gateway.services import Services
from gateway.worker import run
from tests.support.world import World
from tools.platform.valkey import Valkey

CHROMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class MovingClock:
    """A clock that starts at an instant and moves on by itself: a browser test runs at any hour of the night."""

    def __init__(self, start: datetime) -> None:
        self._start, self._began = start, time.monotonic()

    def now(self) -> datetime:
        """The instant, in UTC."""
        return self._start + timedelta(seconds=time.monotonic() - self._began)

    async def sleep(self, seconds: float) -> None:
        """Wait that long."""
        await asyncio.sleep(seconds)


def chromium() -> str:
    """Where a Chromium is: KEPT_CHROMIUM, else one on the path."""
    found = os.environ.get("KEPT_CHROMIUM") or next(
        (path for name in CHROMES if (path := shutil.which(name))), None
    )
    return found or pytest.skip("no Chromium on this machine: `make test` as root installs Debian's")


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    """Chromium without a screen."""
    path = chromium()
    async with async_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
        running = await playwright.chromium.launch(executable_path=path, args=arguments)
        yield running
        await running.close()


@pytest.fixture
async def site(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[str, Services]]:
    """The service at an address, on a clock that moves on from the stage's hour, with a worker and live updates.

    Log-ins of one test do not count in the next: all of them come from one address, within minutes.
    """
    monkeypatch.setattr(login, "_guesses", MovingWindowRateLimiter(MemoryStorage()))
    async with Valkey(tmp_path / "valkey") as cache:
        services = world.services
        stopped_clock = services.clock
        moving: Clock = MovingClock(stopped_clock.now())
        services.clock = services.database.clock = moving
        services.live.replace(cache.url())
        stop = asyncio.Event()
        async with served(create_app(services)) as url:
            worker = asyncio.create_task(
                run(services, engine(world.stage.database_url, with_upkeep=False), stop=stop)
            )
            yield url, services
            stop.set()
            with contextlib.suppress(asyncio.CancelledError):
                await worker
        await services.live.aclose()
        services.live.replace(None)
        services.clock = services.database.clock = stopped_clock
