"""Twilio's own stop, start and help words: honoured here too, and answered by one of us only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from channels.testing import Fault
from channels.twilio.adapter import TwilioMessages
from channels.twilio.genuine import TwilioGenuine
from core.messages import Channel
from storage.people import ConsentEvent
from storage.talk import Outbound
from tests.support.world import Person, World


@pytest.fixture
def answered_by_twilio(world: World) -> Iterator[None]:
    """A number of Twilio's that answers its own words, and does not say so (KEPT_TWILIO_KEYWORDS=twilio)."""
    adapter = world.services.receivers["twilio_sms"]
    assert isinstance(adapter, TwilioMessages)
    before = adapter._settings
    adapter._settings = replace(before, answers_words=True)
    yield
    adapter._settings = before


async def told(world: World, person: Person, body: str, opt_out_type: str) -> None:
    """Twilio hands over a message on a word of which *Advanced Opt-Out* has acted."""
    genuine = world.stage.providers.genuine[Channel.SMS]
    assert isinstance(genuine, TwilioGenuine)
    fields = genuine.fields(person.phone, world.stage.number()) | {"Body": body, "OptOutType": opt_out_type}
    answer = await world.stage.post(genuine.message(fields, at=world.stage.clock.now()))
    assert answer.status_code == 200
    await world.stage.settle()


async def stops(world: World) -> list[str]:
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(select(ConsentEvent.kind).order_by(ConsentEvent.at))
        return [kind for kind in rows.all() if kind.startswith("opted")]


@pytest.mark.parametrize("word", ["STOP", " stop ", "Unsubscribe", "cancel", "QUIT"])
async def test_a_stop_word_that_twilio_answers_is_honoured_and_not_answered_here(
    world: World, answered_by_twilio: None, word: str
) -> None:
    grace = await world.borrower()

    await world.writes(grace, word)

    assert (await world.point(grace)).opted_out_at is not None
    assert await world.count(Outbound) == 0


@pytest.mark.parametrize("word", ["HELP", "info"])
async def test_help_that_twilio_answers_is_not_answered_twice(
    world: World, answered_by_twilio: None, word: str
) -> None:
    grace = await world.borrower()

    await world.writes(grace, word)

    assert await world.count(Outbound) == 0


@pytest.mark.parametrize("word", ["START", "UNSTOP", "yes"])
async def test_a_start_word_that_twilio_answers_opens_the_address_again(
    world: World, answered_by_twilio: None, word: str
) -> None:
    grace = await world.borrower()
    await world.writes(grace, "STOP")

    await world.writes(grace, word)

    assert (await world.point(grace)).opted_out_at is None
    assert await world.count(Outbound) == 0


async def test_a_word_that_twilio_does_not_know_is_confirmed_here(
    world: World, answered_by_twilio: None
) -> None:
    grace = await world.borrower(language="es")

    await world.writes(grace, "BAJA")

    assert (await world.point(grace)).opted_out_at is not None
    assert len(world.said_to(grace)) == 1


async def test_more_than_the_word_alone_is_no_word_of_twilios(world: World, answered_by_twilio: None) -> None:
    grace = await world.borrower()

    await world.writes(grace, "stop texting me please")

    assert (await world.point(grace)).opted_out_at is not None
    assert len(world.said_to(grace)) == 1


@pytest.mark.parametrize("twilios", ["", "START"])
async def test_a_yes_to_our_question_is_an_answer_though_twilio_takes_it_for_start(
    world: World, answered_by_twilio: None, twilios: str
) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I can pay 200 on friday by card")

    await told(world, grace, "YES", twilios)

    assert [promise.status for promise in await world.promises(grace)] == ["confirmed"]


async def test_where_we_answer_a_stop_is_confirmed_once(world: World) -> None:
    grace = await world.borrower()

    await world.writes(grace, "STOP")
    await world.writes(grace, "STOP")

    assert len(world.said_to(grace)) == 1


async def test_a_confirmation_that_twilio_refuses_because_it_gave_its_own_is_not_tried_again(
    world: World,
) -> None:
    grace = await world.borrower()
    world.stage.providers.stand_ins[Channel.SMS].will(Fault.REFUSED, code="21610", times=3)

    await world.writes(grace, "STOP")

    [message] = await world.messages(grace)
    assert (message.state, message.error) == ("failed", "21610")
    assert world.stage.providers.stand_ins[Channel.SMS].calls.count("Messages.create") == 1
    assert await stops(world) == ["opted_out"]
