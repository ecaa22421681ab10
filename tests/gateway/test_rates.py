"""Two processes of one sender share its limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from gateway.rates import Rates
from tests.support.world import World
from tools.platform.valkey import Valkey


@pytest.mark.parametrize("with_redis", [True, False])
async def test_processes_share_the_limit_of_a_sender(world: World, tmp_path: Path, with_redis: bool) -> None:
    async with Valkey(tmp_path / "valkey") as cache:
        url = cache.url() if with_redis else None
        clock, database = world.stage.clock, world.services.database
        first, second = (Rates(url, database, per_second=3, clock=clock) for _ in range(2))

        taken = [await rates.take("sms") for rates in (first, second, first, second)]
        other = await first.take("telegram")

        await first.aclose()
        await second.aclose()
    assert taken == [True, True, True, False]
    assert other


async def test_with_redis_away_the_database_counts(world: World) -> None:
    rates = Rates("redis://127.0.0.1:9", world.services.database, per_second=1, clock=world.stage.clock)

    taken = [await rates.take("sms"), await rates.take("sms")]

    await rates.aclose()
    assert taken == [True, False]
