"""A steady rain of webhooks on the gateway while the assistant is stopped: how soon each is acknowledged.

An open loop: requests leave by the clock, whether or not those before were answered, so a slow answer is
counted in full and does not slow down the ones behind it. Then the assistant starts, and every borrower must
be answered.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

type Post = Callable[[int], Awaitable[bool]]


@dataclass(frozen=True)
class Rain:
    """What came of it. Times in milliseconds, from the instant the request was due."""

    asked: int
    refused: int
    seconds: float
    p50: float
    p95: float
    p99: float
    longest: float

    @property
    def per_second(self) -> float:
        return self.asked / self.seconds


async def rain(post: Post, *, per_second: int, seconds: float) -> Rain:
    """Let `post(n)` go out `per_second` times a second; it gives whether the request was acknowledged."""
    total = int(per_second * seconds)
    taken: list[float] = []
    refused = 0

    async def one(number: int, due: float) -> None:
        nonlocal refused
        if not await post(number):
            refused += 1
        taken.append((time.perf_counter() - due) * 1000)

    started = time.perf_counter()
    async with asyncio.TaskGroup() as falling:
        # One by one, when it is due: to make thousands at once would hold up the first of them by itself.
        for number in range(total):
            due = started + number / per_second
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            falling.create_task(one(number, due))
    took = time.perf_counter() - started
    return summed_up(taken, refused=refused, seconds=took)


def summed_up(taken: list[float], *, refused: int, seconds: float) -> Rain:
    """The figures of at least two requests."""
    hundredths = statistics.quantiles(taken, n=100)
    return Rain(
        asked=len(taken),
        refused=refused,
        seconds=seconds,
        p50=hundredths[49],
        p95=hundredths[94],
        p99=hundredths[98],
        longest=max(taken),
    )
