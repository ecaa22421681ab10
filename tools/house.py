"""The wired house for a command, on whatever servers there are or started for it alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from core.clock import Clock
from gateway.services import Services, build
from gateway.settings import Settings
from tools.platform.services import services as servers


@asynccontextmanager
async def house(clock: Clock | None = None) -> AsyncIterator[Services]:
    """Services on this checkout's records (or those of KEPT_DATABASE_URL) for as long as the block lasts."""
    async with servers() as environment:
        wired = build(Settings.read(environment), clock)
        try:
            yield wired
        finally:
            await wired.aclose()
