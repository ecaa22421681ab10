"""What comes in at the same time, done together: one transaction and one commit for many, and nobody waits for more.

The first to come starts at once; who comes while it is under way makes up the next batch. So with little to do
nothing is held back, and with much to do batches grow until they keep up.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Hashable, Sequence
from contextlib import asynccontextmanager

MOST = 100


class Gatherer[Item, Outcome]:
    """Hands items on in batches, in the order they came; each waits for the batch it is in."""

    def __init__(self, *, most: int = MOST) -> None:
        self._most = most
        self._waiting: list[tuple[Item, asyncio.Future[Outcome]]] = []
        self._under_way: asyncio.Task[None] | None = None

    async def together(
        self, item: Item, do: Callable[[Sequence[Item]], Awaitable[Sequence[Outcome]]]
    ) -> Outcome:
        """What `do` makes of `item`, in a batch with others; where `do` raises, all of the batch raise that."""
        done: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, done))
        if self._under_way is None:
            self._under_way = asyncio.create_task(self._all(do))
        return await done

    async def _all(self, do: Callable[[Sequence[Item]], Awaitable[Sequence[Outcome]]]) -> None:
        batch: list[tuple[Item, asyncio.Future[Outcome]]] = []
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                await _one(batch, do)
        except BaseException:
            # The process ends: who waits must not wait for ever.
            for _, done in batch + self._waiting:
                done.cancel()
            self._waiting = []
            raise
        finally:
            self._under_way = None


async def _one[Item, Outcome](
    batch: Sequence[tuple[Item, asyncio.Future[Outcome]]],
    do: Callable[[Sequence[Item]], Awaitable[Sequence[Outcome]]],
) -> None:
    try:
        outcomes = await do([item for item, _ in batch])
    except Exception as error:
        for _, done in batch:
            if not done.done():
                done.set_exception(error)
        return
    for (_, done), outcome in zip(batch, outcomes, strict=True):
        if not done.done():
            done.set_result(outcome)


class InOrder:
    """One at a time for each key, in the order they came."""

    def __init__(self) -> None:
        self._locks: dict[Hashable, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def after_earlier(self, key: Hashable) -> AsyncGenerator[None]:
        """Go on when whoever came before with the same key is done."""
        lock, users = self._locks.get(key) or (asyncio.Lock(), 0)
        self._locks[key] = (lock, users + 1)
        try:
            async with lock:
                yield
        finally:
            lock, users = self._locks[key]
            if users == 1:
                del self._locks[key]
            else:
                self._locks[key] = (lock, users - 1)
