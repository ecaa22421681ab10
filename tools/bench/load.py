"""A closed loop of borrowers: each writes, waits for the answer, writes again."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

type Turn = Callable[[int], Awaitable[None]]


@dataclass(frozen=True)
class Measured:
    """Turns of one loop. Times in milliseconds."""

    name: str
    borrowers: int
    turns: int
    seconds: float
    p50: float
    p95: float

    @property
    def per_second(self) -> float:
        return self.turns / self.seconds


async def measure(name: str, turn: Turn, *, borrowers: int, seconds: float) -> Measured:
    """Let `borrowers` take turns for `seconds`, after a warm-up of one turn each."""
    await asyncio.gather(*(turn(number) for number in range(borrowers)))
    taken: list[float] = []
    started = time.perf_counter()

    async def one(number: int) -> None:
        while time.perf_counter() - started < seconds:
            before = time.perf_counter()
            await turn(number)
            taken.append((time.perf_counter() - before) * 1000)

    await asyncio.gather(*(one(number) for number in range(borrowers)))
    took = time.perf_counter() - started
    hundredths = statistics.quantiles(taken, n=100) if len(taken) > 1 else taken * 99
    return Measured(name, borrowers, len(taken), took, statistics.median(taken), hundredths[94])
