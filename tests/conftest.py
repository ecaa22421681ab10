"""One stage for the whole run: database, providers' stand-ins and the real assistant, cleared for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.support.world import World
from tools.stage import Stage, stage


@pytest.fixture(scope="session")
async def theatre() -> AsyncIterator[Stage]:
    """The running service with the real assistant."""
    async with stage() as running:
        yield running


@pytest.fixture
async def world(theatre: Stage) -> World:
    """The system, empty, on a Wednesday at 10 in the morning in Chicago."""
    await theatre.clear()
    return World(theatre)
