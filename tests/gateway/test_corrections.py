"""What a borrower corrects, what the carrier has answered already, and what is far too long."""

from __future__ import annotations

from sqlalchemy import select

from channels.twilio.genuine import TwilioGenuine
from core.messages import Channel, Kind
from storage import conversations
from storage.talk import Inbound, Outbound
from tests.gateway.wiring import receives, telegram
from tests.support.world import Person, World


def twilio(world: World) -> TwilioGenuine:
    genuine = world.stage.providers.genuine[Channel.SMS]
    assert isinstance(genuine, TwilioGenuine)
    return genuine


async def heard(world: World, kind: Kind | None = None) -> list[Inbound]:
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(select(Inbound).order_by(Inbound.number))
        return [row for row in rows.all() if kind is None or row.kind == kind]


async def edits(world: World, person: Person, words: str, *, of: int) -> None:
    now, number = world.stage.clock.now(), world.stage.number()
    request = telegram(world).edit(words, sender=person.phone, at=now, number=number, edits=of)
    await receives(world, request, settle=False)


async def test_a_message_corrected_before_its_answer_is_answered_once_as_corrected(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    number = world.stage.number()
    await world.writes(grace, "I can pay 150 on friday by card", settle=False, number=number)

    await edits(world, grace, "I can pay 200 on friday by card", of=number)
    await world.stage.settle()

    [promise] = await world.promises(grace)
    assert promise.amount == 200
    assert len(world.said_to(grace)) == 1


async def test_a_correction_of_an_answered_message_is_a_message_of_its_own(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    number = world.stage.number()
    await world.writes(grace, "how much do i owe?", number=number)

    await edits(world, grace, "I can pay 200 on friday by card", of=number)
    await world.stage.settle()

    assert [message.text for message in await heard(world)] == [
        "how much do i owe?",
        "I can pay 200 on friday by card",
    ]
    assert [promise.amount for promise in await world.promises(grace)] == [200]
    assert len(world.said_to(grace)) == 2


async def test_a_correction_told_twice_counts_once(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    number = world.stage.number()
    await world.writes(grace, "how much do i ow", settle=False, number=number)
    now = world.stage.clock.now()
    request = telegram(world).edit(
        "how much do i owe?", sender=grace.phone, at=now, number=world.stage.number(), edits=number
    )

    await receives(world, request)
    await receives(world, request)

    assert len(world.said_to(grace)) == 1


async def test_nobody_corrects_another_persons_message(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    other = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    number = world.stage.number()
    await world.writes(grace, "how much do i owe?", settle=False, number=number)

    await edits(world, other, "hello", of=number)

    assert [message.text for message in await heard(world)] == ["how much do i owe?", "hello"]


async def test_a_message_corrected_to_stop_stops_at_once(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    number = world.stage.number()
    await world.writes(grace, "hi", settle=False, number=number)

    await edits(world, grace, "stop", of=number)

    assert (await world.point(grace)).opted_out_at is not None
    async with world.services.database.begin() as work:
        conversation = await conversations.at_point(
            work, await conversations.contact_point(work, Channel.TELEGRAM, grace.phone)
        )
        assert await conversations.waiting(work, conversation.id) == []


async def test_a_word_that_the_carrier_answered_is_honoured_and_not_answered_again(world: World) -> None:
    grace = await world.borrower()
    fields = twilio(world).fields(grace.phone, world.stage.number()) | {"Body": "STOP", "OptOutType": "STOP"}

    await receives(world, twilio(world).message(fields, at=world.stage.clock.now()))

    assert (await world.point(grace)).opted_out_at is not None
    assert await world.count(Outbound) == 0


async def test_a_word_that_only_the_carrier_understands_is_honoured(world: World) -> None:
    grace = await world.borrower()
    fields = twilio(world).fields(grace.phone, world.stage.number()) | {"Body": "HALT", "OptOutType": "STOP"}

    await receives(world, twilio(world).message(fields, at=world.stage.clock.now()))

    assert (await world.point(grace)).opted_out_at is not None


async def test_a_text_of_a_hundred_thousand_characters_is_answered_and_so_is_what_comes_next(
    world: World,
) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP, verified=True)

    await world.writes(grace, "x\n" * 50_000)
    await world.writes(grace, "how much do i owe?")

    assert "$515.20" in world.said_to(grace)[-1]
