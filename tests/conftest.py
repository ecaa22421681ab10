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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow tests to their own targets (`make journeys`, `make faults`), unless a marker expression decides."""
    if config.option.markexpr:
        return
    left = [item for item in items if item.get_closest_marker("slow")]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]
