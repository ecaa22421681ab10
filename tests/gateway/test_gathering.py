"""Done together: nothing is held back, nobody's failure is another's, and each sender's order stays."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from gateway.gathering import Gatherer, InOrder


class Store:
    """Takes batches; each waits until it is let go on."""

    def __init__(self, *, fails: bool = False) -> None:
        self.batches: list[list[int]] = []
        self.go_on = asyncio.Event()
        self._fails = fails

    async def take(self, items: Sequence[int]) -> list[str]:
        self.batches.append(list(items))
        await self.go_on.wait()
        if self._fails:
            raise ValueError("no room")
        return [f"stored {item}" for item in items]


async def begun(
    gatherer: Gatherer[int, str], store: Store, numbers: Sequence[int]
) -> list[asyncio.Task[str]]:
    tasks = [asyncio.create_task(gatherer.together(number, store.take)) for number in numbers]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return tasks


async def test_the_first_starts_at_once_and_who_comes_meanwhile_goes_together() -> None:
    gatherer, store = Gatherer[int, str](), Store()
    first = await begun(gatherer, store, [1])
    others = await begun(gatherer, store, [2, 3, 4])
    store.go_on.set()

    outcomes = await asyncio.gather(*first, *others)

    assert store.batches == [[1], [2, 3, 4]]
    assert outcomes == ["stored 1", "stored 2", "stored 3", "stored 4"]


async def test_a_batch_is_no_larger_than_agreed() -> None:
    gatherer, store = Gatherer[int, str](most=2), Store()
    waiting = [*await begun(gatherer, store, [1]), *await begun(gatherer, store, [2, 3, 4])]
    store.go_on.set()

    await asyncio.gather(*waiting)

    assert store.batches == [[1], [2, 3], [4]]


async def test_a_batch_that_fails_tells_all_in_it_and_the_next_goes_on() -> None:
    gatherer, full, store = Gatherer[int, str](), Store(fails=True), Store()
    waiting = await begun(gatherer, full, [1, 2])
    full.go_on.set()
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    store.go_on.set()

    again = await gatherer.together(3, store.take)

    assert [str(outcome) for outcome in outcomes] == ["no room", "no room"]
    assert again == "stored 3"


async def test_one_who_goes_away_leaves_the_others_their_outcome() -> None:
    gatherer, store = Gatherer[int, str](), Store()
    first, second = await begun(gatherer, store, [1, 2])
    first.cancel()
    store.go_on.set()

    assert await second == "stored 2"
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_one_sender_is_served_in_order_and_another_at_once() -> None:
    in_order, done, go_on = InOrder(), list[str](), asyncio.Event()

    async def one(sender: str, said: str, *, waits: bool = False) -> None:
        async with in_order.after_earlier(sender):
            if waits:
                await go_on.wait()
            done.append(said)

    tasks = [
        asyncio.create_task(one("grace", "first", waits=True)),
        asyncio.create_task(one("grace", "second")),
        asyncio.create_task(one("omar", "other")),
    ]
    await asyncio.sleep(0.01)
    before = list(done)
    go_on.set()
    await asyncio.gather(*tasks)

    assert before == ["other"]
    assert done == ["other", "first", "second"]


async def test_a_sender_that_gives_up_does_not_hold_up_the_next_message() -> None:
    in_order, held = InOrder(), asyncio.Event()

    async def one() -> None:
        async with in_order.after_earlier("grace"):
            await held.wait()

    first, second, third = (asyncio.create_task(one()) for _ in range(3))
    await asyncio.sleep(0.01)
    second.cancel()
    held.set()

    await asyncio.wait_for(asyncio.gather(first, third), 1)
    assert second.cancelled()
