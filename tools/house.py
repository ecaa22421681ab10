"""The wired house for a command: on what runs here, on what the environment names, or started for it alone."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from core.clock import Clock
from gateway.services import Services, build
from gateway.settings import Settings
from storage.migrate import upgrade
from tools.platform import running
from tools.platform.environment import PORT, Addresses, environment, port_of, secrets
from tools.platform.places import home
from tools.platform.postgres import Postgres

# Commands that do not talk need no assistant; the address is never called.
NO_ASSISTANT = "http://127.0.0.1:9"


@asynccontextmanager
async def house(clock: Clock | None = None) -> AsyncIterator[Services]:
    """Services on this checkout's data: of a running `kept up`, of KEPT_DATABASE_URL, or the embedded store,
    started for as long as the block lasts."""
    folder = home()
    given = {**(running.told(folder) or {}), **{name: value for name, value in os.environ.items() if value}}
    if given.get("KEPT_DATABASE_URL"):
        async with _wired(given, clock) as services:
            yield services
        return
    with running.only_one(folder):
        async with Postgres(folder / "postgres") as server:
            upgrade(server.url(driver=""))
            addresses = Addresses(
                port_of(given, "KEPT_PORT", PORT), 9, server.url(driver=""), "", server.rasa_url()
            )
            async with _wired(environment(addresses, secrets(folder, given), given), clock) as services:
                yield services


@asynccontextmanager
async def _wired(ready: Mapping[str, str], clock: Clock | None) -> AsyncIterator[Services]:
    told = {"KEPT_RASA_URL": NO_ASSISTANT, **ready}
    services = build(Settings.read({**secrets(home(), told), **told}), clock)
    try:
        yield services
    finally:
        await services.aclose()
