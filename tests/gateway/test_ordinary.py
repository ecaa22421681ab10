"""Messages that come at the same time: each stored once with its job, in its sender's order, and none harms another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import select, text

from channels.base import WebhookAnswer
from core.messages import Channel, InboundMessage, Kind, Media
from gateway.pipelines import ordinary
from gateway.pipelines.inbound import Became, take_in
from storage import audit, conversations
from storage.maintenance import jobs_left
from storage.talk import Inbound
from tests.support.world import Person, World
from tools.stage import Stage, stage


@pytest.fixture(scope="module")
async def running() -> AsyncIterator[Stage]:
    async with stage(with_assistant=False) as made:
        yield made


@pytest.fixture
async def world(running: Stage) -> World:
    await running.clear()
    return World(running)


def message(world: World, sender: str, words: str, number: int) -> InboundMessage:
    now = world.services.clock.now()
    return InboundMessage(Channel.SMS, f"SM{number}", sender, "+13125550000", words, now)


async def come(world: World, messages: Sequence[InboundMessage]) -> list[Became]:
    """All of them at the same time, each a request of its own."""
    took = await asyncio.gather(*(take_in(world.services, WebhookAnswer([one])) for one in messages))
    return [became for request in took for became in request]


async def people(world: World, count: int) -> list[Person]:
    """Borrowers who have a conversation already."""
    made = [await world.borrower() for _ in range(count)]
    async with world.services.database.begin() as work:
        for person in made:
            point = await conversations.contact_point(work, person.channel, person.phone)
            await conversations.at_point(work, point)
    return made


async def stored(world: World) -> list[Inbound]:
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(select(Inbound).order_by(Inbound.number))
        return list(rows)


async def jobs(world: World) -> list[tuple[str, str, str, str]]:
    async with world.services.database.begin() as work:
        rows = await work.session.execute(
            text("select queue_name, task_name, lock, args::text from procrastinate_jobs order by id")
        )
        return [(queue, task, lane, arguments) for queue, task, lane, arguments in rows]


async def test_many_at_once_are_each_stored_once_with_a_job_in_the_borrowers_lane(world: World) -> None:
    everybody = await people(world, 12)
    said = [message(world, one.phone, f"how much do i owe {n}", n) for n, one in enumerate(everybody)]

    became = await come(world, said)

    assert became == [Became("queued", reply=True)] * 12
    assert sorted(row.text for row in await stored(world)) == sorted(one.text for one in said)
    assert {lane for _, _, lane, _ in await jobs(world)} == {
        f"borrower:{one.borrower_id}" for one in everybody
    }
    async with world.services.database.begin() as work:
        verdict = await audit.verify(work.session)
    assert verdict.broken_at is None


async def test_what_a_provider_tells_twice_at_once_is_stored_once(world: World) -> None:
    [grace] = await people(world, 1)
    told = message(world, grace.phone, "how much do i owe", 1)

    became = await come(world, [told, told, told])

    assert [one.kind for one in became] == ["queued", "duplicate", "duplicate"]
    assert await jobs_left(world.services.database) == 1


async def test_one_message_leaves_the_same_rows_by_itself_and_among_others(world: World) -> None:
    first, second = (message(world, "+13125559999", "how much do i owe", n) for n in (1, 2))

    await come(world, [first])  # nobody knows this address yet: it has a transaction of its own
    await come(world, [second])

    one, other = await stored(world)
    unlike = {"id", "number", "provider_id", "seal"}
    columns = [column.name for column in Inbound.__table__.columns if column.name not in unlike]
    assert [getattr(one, name) for name in columns] == [getattr(other, name) for name in columns]
    own, shared = await jobs(world)
    assert own == shared
    async with world.services.database.begin() as work:
        noted = await work.session.execute(
            text("select kind, body - 'content' from audit where kind = 'inbound.received' order by number")
        )
        assert len({str(row) for row in noted.all()}) == 1
        assert all(len(row.seal or b"") == 16 for row in (one, other))


async def test_both_come_to_the_same_place_in_the_conversation(world: World) -> None:
    [grace] = await people(world, 1)
    later = replace(message(world, grace.phone, "hello", 1), received_at=world.services.clock.now())

    await come(world, [later])

    conversation = await world.conversation(grace)
    assert conversation.last_inbound_at == later.received_at


async def test_messages_of_one_sender_are_stored_in_the_order_they_came(world: World) -> None:
    grace, omar = await people(world, 2)
    said = [message(world, grace.phone, f"part {n} of what i say", n) for n in range(8)]
    said.insert(3, message(world, omar.phone, "me too", 50))

    await come(world, said)

    texts = [row.text for row in await stored(world) if row.text != "me too"]
    assert texts == [f"part {n} of what i say" for n in range(8)]


async def test_a_stop_among_them_is_heard_at_once_and_in_its_place(world: World) -> None:
    grace, omar = await people(world, 2)
    said = [
        message(world, grace.phone, "i can pay on friday", 1),
        message(world, grace.phone, "STOP", 2),
        message(world, omar.phone, "how much do i owe", 3),
    ]

    became = await come(world, said)

    assert [one.kind for one in became] == ["queued", "opt_out", "queued"]
    assert (await world.point(grace)).opted_out_at is not None
    assert (await world.point(omar)).opted_out_at is None
    assert [row.text for row in await stored(world) if row.text != "how much do i owe"] == [
        "i can pay on friday",
        "STOP",
    ]


async def test_who_stopped_us_is_read_as_one_who_did(world: World) -> None:
    [grace] = await people(world, 1)
    await come(world, [message(world, grace.phone, "STOP", 1)])

    became = await come(world, [message(world, grace.phone, "you can text me again", 2)])

    assert [one.kind for one in became] == ["opt_in"]


async def test_one_that_cannot_be_stored_takes_no_other_with_it(world: World) -> None:
    everybody = await people(world, 4)
    said = [message(world, one.phone, "how much do i owe", n) for n, one in enumerate(everybody)]
    said[2] = replace(said[2], text="a letter that no database \x00 takes")

    took = await asyncio.gather(
        *(take_in(world.services, WebhookAnswer([one])) for one in said), return_exceptions=True
    )

    assert [isinstance(outcome, Exception) for outcome in took] == [False, False, True, False]
    assert len(await stored(world)) == 3
    assert await jobs_left(world.services.database) == 3


async def test_a_conversation_that_is_being_written_to_holds_up_nobody_else(world: World) -> None:
    grace, omar = await people(world, 2)
    conversation = await world.conversation(grace)
    async with world.services.database.begin() as work:
        await conversations.load(work, conversation.id, lock=True)
        hers = asyncio.create_task(come(world, [message(world, grace.phone, "how much do i owe", 1)]))
        his = await asyncio.wait_for(come(world, [message(world, omar.phone, "how much do i owe", 2)]), 20)
        waits = not hers.done()

    assert [one.kind for one in his] == ["queued"]
    assert waits
    assert [one.kind for one in await hers] == ["queued"]


async def test_to_a_person_who_has_the_floor_no_reply_is_announced(world: World) -> None:
    [grace] = await people(world, 1)
    async with world.services.database.begin() as work:
        await work.session.execute(text("update conversation set held_by = 'agent'"))

    became = await come(world, [message(world, grace.phone, "how much do i owe", 1)])

    assert became == [Became("queued", reply=False)]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": Kind.EDIT, "edits": "SM1"},
        {"kind": Kind.LEFT, "text": ""},
        {"media": (Media("https://example.com/1.jpg"),)},
        {"binding": "a-token-of-ours"},
        {"answered_keyword": "start"},
        {"text": "stop"},
        {"text": "退订"},
        {"text": "2)"},
        {"text": ""},
    ],
)
async def test_what_asks_for_more_than_a_turn_is_not_ordinary(
    world: World, change: dict[str, object]
) -> None:
    said = message(world, "+13125550001", "how much do i owe", 1)

    assert ordinary.is_ordinary(said)
    assert not ordinary.is_ordinary(replace(said, **change))  # type: ignore[arg-type]  # a table of changes
