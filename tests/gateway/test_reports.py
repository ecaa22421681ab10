"""What providers report of our messages: failures, dead numbers, blocks, late and lost answers."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from channels.base import TryLater
from channels.testing import Fault
from core.messages import Channel, DeliveryState, OutboundMessage, Receipt
from gateway.jobs.tasks import InOrder
from gateway.pipelines import outbound as out
from storage import outbound
from storage.talk import Outbound
from tests.gateway.wiring import one_message, report, told
from tests.support.world import Person, World


@pytest.mark.parametrize("before", ["sending", "unknown"])
@pytest.mark.parametrize("state", [DeliveryState.FAILED, DeliveryState.UNDELIVERED])
async def test_a_report_of_failure_settles_an_open_message_as_failed(
    world: World, before: str, state: DeliveryState
) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace, before)

    await report(world, told(world, message, state))

    [message] = await world.messages(grace)
    assert (message.state, message.delivery, message.error) == ("failed", str(state), "30003")


async def test_a_sent_message_stays_sent_when_it_does_not_arrive(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace)
    async with world.services.database.begin() as work:
        await outbound.sent(work, message.id, Receipt("SM" + "1" * 32))

    await report(world, told(world, message, DeliveryState.UNDELIVERED))

    [message] = await world.messages(grace)
    assert (message.state, message.delivery) == ("sent", "undelivered")


async def test_a_report_of_a_dead_number_marks_the_address(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace)

    await report(world, told(world, message, DeliveryState.UNDELIVERED, unreachable=True))

    point = await world.point(grace)
    assert (point.unreachable_at, point.unreachable_why) == (world.stage.clock.now(), "30003")
    assert point.opted_out_at is None


async def test_a_report_of_a_block_is_an_opt_out_even_when_it_comes_before_the_answer(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace)
    early = told(world, message, DeliveryState.FAILED, unreachable=True, opted_out=True)
    await report(world, replace(early, our_key=None))
    assert (await world.point(grace)).opted_out_at is None

    async with world.services.database.begin() as work:
        await outbound.sent(work, message.id, Receipt(early.provider_id))

    assert (await world.point(grace)).opted_out_at == world.stage.clock.now()


def test_a_wait_is_as_long_as_the_provider_asks_but_at_most_a_minute() -> None:
    asked = [out.AskedToWait(after).after for after in (None, 0.4, 7, 3600)]

    assert asked == [0.0, 0.4, 7, 60]


async def test_a_job_waits_as_long_as_the_provider_asked(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "how much do i owe?", settle=False)
    world.stage.providers.stand_ins[Channel.SMS].will(Fault.BUSY, after=3)
    started = asyncio.get_running_loop().time()

    await world.stage.settle()

    assert asyncio.get_running_loop().time() - started >= 3
    assert len(world.said_to(grace)) == 1


def test_retries_are_not_before_the_provider_wants_them() -> None:
    class Tried:
        attempts = 2

    decisions = [
        InOrder().get_retry_decision(exception=error, job=Tried())  # type: ignore[arg-type]  # only counts matter
        for error in (out.AskedToWait(20), TryLater("busy"))
    ]

    pauses = [decision.retry_at for decision in decisions if decision is not None and decision.retry_at]
    assert 14 <= (pauses[0] - pauses[1]).total_seconds() <= 18


async def test_a_report_that_comes_during_the_call_is_not_undone_by_its_failure(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace, "planned")
    sender = world.services.senders[Channel.SMS]

    class Interrupted:
        channel, name = sender.channel, sender.name
        receive, aclose = sender.receive, sender.aclose

        async def send(self, ready: OutboundMessage) -> Receipt:
            await report(world, told(world, message, DeliveryState.DELIVERED))
            raise TryLater("The provider was busy in the end.")

    adapters = dict(world.services.senders)
    world.services.senders = {**adapters, Channel.SMS: Interrupted()}
    try:
        delivered = await out.deliver(world.services, message.id)
    finally:
        world.services.senders = adapters

    [message] = await world.messages(grace)
    assert (delivered.state, message.state, message.delivery) == ("sent", "sent", "delivered")


async def test_a_window_that_is_told_shut_during_the_call_leaves_the_message_failed(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace, "planned")
    sender = world.services.senders[Channel.SMS]

    class Overtaken:
        channel, name = sender.channel, sender.name
        receive, aclose = sender.receive, sender.aclose

        async def send(self, ready: OutboundMessage) -> Receipt:
            await report(world, told(world, message, DeliveryState.UNDELIVERED, window_shut=True))
            return Receipt("SM" + "1" * 32)

    adapters = dict(world.services.senders)
    world.services.senders = {**adapters, Channel.SMS: Overtaken()}
    try:
        delivered = await out.deliver(world.services, message.id)
    finally:
        world.services.senders = adapters

    [message] = await world.messages(grace)
    assert (delivered.state, message.state, message.delivery) == ("failed", "failed", "undelivered")
    assert (message.error, message.provider_id) == ("window-shut", "SM" + "1" * 32)


async def test_a_closed_window_is_a_failure_with_its_code(world: World) -> None:
    grace = await world.borrower()
    message = await one_message(world, grace, "planned")
    world.stage.providers.stand_ins[Channel.SMS].will(Fault.REFUSED, code="63016")

    delivered = await out.deliver(world.services, message.id)

    [message] = await world.messages(grace)
    assert (delivered.state, message.state, message.error) == ("failed", "failed", "63016")


async def in_doubt(world: World) -> tuple[Person, Outbound]:
    """A message that was sent, and whose answer was lost with the process."""
    grace = await world.borrower()
    message = await one_message(world, grace, "planned")
    await out.deliver(world.services, message.id)
    async with world.services.database.begin() as work:
        await work.session.execute(text("update outbound set state = 'unknown', provider_id = null"))
    return grace, message


async def test_a_message_in_doubt_that_the_provider_has_is_sent(world: World) -> None:
    grace, _ = await in_doubt(world)
    world.stage.clock.set(world.stage.clock.now() + timedelta(seconds=61))

    settled = await out.settle_doubtful(world.services)

    [message] = await world.messages(grace)
    [taken] = world.stage.providers.stand_ins[Channel.SMS].taken
    assert (settled, message.state, message.provider_id) == (1, "sent", taken.provider_id)


async def test_a_message_in_doubt_that_the_provider_never_had_has_failed(world: World) -> None:
    grace, _ = await in_doubt(world)
    stand_in = world.stage.providers.stand_ins[Channel.SMS]
    stand_in.taken.clear()
    world.stage.clock.set(world.stage.clock.now() + timedelta(seconds=61))

    settled = await out.settle_doubtful(world.services)
    await world.stage.settle()

    [message] = await world.messages(grace)
    assert (settled, message.state, message.error) == (1, "failed", "not-taken")
    assert stand_in.taken == []


async def test_nothing_is_asked_within_the_first_minute(world: World) -> None:
    grace, _ = await in_doubt(world)
    world.stage.clock.set(world.stage.clock.now() + timedelta(seconds=59))

    settled = await out.settle_doubtful(world.services)

    assert (settled, [message.state for message in await world.messages(grace)]) == (0, ["unknown"])


async def test_another_message_with_the_same_words_does_not_settle_the_doubt(world: World) -> None:
    grace, lost = await in_doubt(world)
    stand_in = world.stage.providers.stand_ins[Channel.SMS]
    stand_in.taken.clear()
    again = await one_message(world, grace, "planned")
    await out.deliver(world.services, again.id)
    world.stage.clock.set(world.stage.clock.now() + timedelta(seconds=61))

    settled = await out.settle_doubtful(world.services)

    states = {message.id: message.state for message in await world.messages(grace)}
    assert (settled, states[lost.id], states[again.id]) == (0, "unknown", "sent")
