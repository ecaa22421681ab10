"""The rain of webhooks: it falls by the clock, and a slow answer is counted in full."""

from __future__ import annotations

import asyncio

from tools.bench.webhook_load import told
from tools.bench.webhooks import Rain, rain, summed_up


async def test_every_request_leaves_and_each_refusal_is_counted() -> None:
    seen: list[int] = []

    async def post(number: int) -> bool:
        seen.append(number)
        return number % 4 != 0

    fell = await rain(post, per_second=400, seconds=0.1)

    assert sorted(seen) == list(range(40))
    assert (fell.asked, fell.refused) == (40, 10)


async def test_one_that_is_answered_late_does_not_hold_back_the_next() -> None:
    late = asyncio.Event()
    behind: list[int] = []

    async def post(number: int) -> bool:
        if number == 0:
            await late.wait()
        else:
            behind.append(number)
            if len(behind) == 9:
                late.set()
        return True

    fell = await rain(post, per_second=1000, seconds=0.01)

    assert len(behind) == 9
    assert fell.longest >= fell.p50


def test_figures_are_the_hundredths_of_all_times() -> None:
    fell = summed_up([float(ms) for ms in range(1, 101)], refused=1, seconds=2.0)
    assert fell == Rain(100, 1, 2.0, fell.p50, fell.p95, fell.p99, 100.0)
    assert (round(fell.p50), round(fell.p95), round(fell.p99)) == (50, 96, 100)
    assert fell.per_second == 50
    assert "100 webhooks, 50 a second, 1 refused" in told(fell)
