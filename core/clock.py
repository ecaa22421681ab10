"""The one place that asks what time it is, so that tests and `kept play` can move it."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the time in UTC, and waits."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait that long by this clock."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class SetClock:
    """A clock that stands still until it is set; waiting on it moves it on at once."""

    def __init__(self, at: datetime) -> None:
        self.set(at)

    def now(self) -> datetime:
        return self._at

    def set(self, at: datetime) -> None:
        """Move to `at`, which must be aware."""
        if at.tzinfo is None:
            raise ValueError("a clock is set to an aware time")
        self._at = at.astimezone(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


def local_day(at: datetime, zone: str) -> date:
    """The calendar day that `at` is in `zone` (an IANA name)."""
    return at.astimezone(ZoneInfo(zone)).date()
