"""How many messages a sender hands out a second, counted over all processes: in Redis, else in the database."""

from __future__ import annotations

import asyncio

from redis.asyncio import Redis
from redis.exceptions import RedisError

from core.clock import Clock, SystemClock
from storage import counters
from storage.database import Database

PER_SECOND = 50
_AGAIN_SECONDS = 0.05


class Rates:
    """One bucket a sender and second. A provider's second is a real one, so the machine's clock counts."""

    def __init__(
        self,
        redis_url: str | None,
        database: Database,
        *,
        per_second: int = PER_SECOND,
        clock: Clock | None = None,
    ) -> None:
        self._redis: Redis | None = Redis.from_url(redis_url) if redis_url else None
        self._database = database
        self._clock = clock or SystemClock()
        self._per_second = per_second

    async def wait(self, sender: str) -> None:
        """Come back when `sender` may hand out one more message."""
        while not await self.take(sender):  # noqa: ASYNC110 - a bucket empties by itself, nobody tells
            await asyncio.sleep(_AGAIN_SECONDS)

    async def take(self, sender: str) -> bool:
        """Take one place in this second's bucket; False when it is full."""
        second = self._clock.now().replace(microsecond=0)
        if self._redis is not None:
            key = f"kept:rate:{sender}:{int(second.timestamp())}"
            try:
                taken = int(await self._redis.incr(key))
                await self._redis.expire(key, 5)
            except RedisError:
                pass  # away for now: the database counts instead
            else:
                return taken <= self._per_second
        async with self._database.begin() as work:
            return await counters.take(work, sender, second, self._per_second)

    async def aclose(self) -> None:
        """Let go of connections."""
        if self._redis is not None:
            await self._redis.aclose()
