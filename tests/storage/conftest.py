"""The records are tried without the assistant: nothing here speaks."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tools.stage import Stage, stage


@pytest.fixture(scope="session")
async def theatre() -> AsyncIterator[Stage]:
    """The running service without an assistant."""
    async with stage(with_assistant=False) as running:
        yield running
