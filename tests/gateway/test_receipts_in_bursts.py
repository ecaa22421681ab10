"""A provider's receipts all at once: doubled, out of order, of many messages, over several connections."""

from __future__ import annotations

import asyncio
import random

from sqlalchemy import func, select

from channels.twilio.genuine import TwilioGenuine
from core.messages import Channel, Receipt
from storage import outbound
from storage.people import ConsentEvent
from storage.talk import DeliveryReport, Outbound
from storage.work import AuditEntry
from tests.gateway.wiring import one_message
from tests.support.world import Person, World

SID = "SM" + "b" * 32


async def sent(world: World, **who: object) -> tuple[Person, Outbound]:
    """A message that Twilio took."""
    grace = await world.borrower(**who)  # type: ignore[arg-type]  # as `World.borrower` takes them
    message = await one_message(world, grace)
    async with world.services.database.begin() as work:
        await outbound.sent(work, message.id, Receipt(SID))
    return grace, message


async def all_at_once(
    world: World, person: Person, key: str, told: list[tuple[str, str]], provider_id: str = SID
) -> list[int]:
    """Twilio posts these states with their error codes together; what it heard to each."""
    genuine = world.stage.providers.genuine[Channel.SMS]
    assert isinstance(genuine, TwilioGenuine)
    at = world.stage.clock.now()
    answers = await asyncio.gather(
        *(
            world.stage.post(
                genuine.delivery(provider_id, state, key=key, to=person.phone, at=at, error=error)
            )
            for state, error in told
        )
    )
    return [answer.status_code for answer in answers]


async def count(world: World, *what: object) -> int:
    async with world.services.database.begin() as work:
        return int(await work.session.scalar(select(func.count()).where(*what)) or 0)  # type: ignore[arg-type]


async def test_whatever_the_order_a_message_ends_where_the_last_state_is(world: World) -> None:
    grace, message = await sent(world)
    told = [(state, "") for state in ("queued", "sent", "delivered", "read")] * 3
    random.Random(7).shuffle(told)

    heard = await all_at_once(world, grace, message.key, told)

    [message] = await world.messages(grace)
    assert set(heard) == {200}
    assert (message.state, message.delivery, message.error) == ("sent", "read", None)
    assert await count(world, DeliveryReport.provider_id == SID) == 4


async def test_a_stop_told_many_times_is_one_stop(world: World) -> None:
    grace, message = await sent(world)

    heard = await all_at_once(
        world, grace, message.key, [("undelivered", "21610"), ("failed", "21610"), ("sent", "")] * 3
    )

    assert set(heard) == {200}
    assert (await world.point(grace)).opted_out_at is not None
    assert await count(world, ConsentEvent.kind == "opted_out") == 1
    assert await count(world, AuditEntry.kind == "duty.arose") == 1


async def test_a_dead_number_told_many_times_is_noted_once(world: World) -> None:
    grace, message = await sent(world)

    await all_at_once(world, grace, message.key, [("undelivered", "30005"), ("failed", "30005")] * 3)

    point = await world.point(grace)
    assert (point.unreachable_why, point.opted_out_at) == ("30005", None)
    assert await count(world, ConsentEvent.kind == "provider_block") == 1


async def test_receipts_of_messages_that_are_not_known_yet_are_all_kept(world: World) -> None:
    grace = await world.borrower()
    ids = [f"SM{number:032x}" for number in range(1000, 1030)]

    heard = await asyncio.gather(
        *(all_at_once(world, grace, "", [("delivered", ""), ("sent", "")], provider_id=one) for one in ids)
    )

    assert {code for codes in heard for code in codes} == {200}
    assert await count(world, DeliveryReport.provider_id.in_(ids)) == 60
