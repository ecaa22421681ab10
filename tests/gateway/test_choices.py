"""Quick replies: buttons where the channel has them, numbers where the text does not name them, and nothing twice."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import select

from core.messages import Channel
from gateway.pipelines.outbound import deliver
from storage import conversations, outbound
from storage.talk import Inbound, Outbound
from tests.support.world import Person, World

MENU = ["I want to pay", "I have difficulty paying", "I want to dispute something", "Talk to a person"]


async def says(world: World, person: Person, key: str) -> Outbound:
    """The assistant says `key` to the person, through the gate."""
    async with world.services.database.begin() as work:
        point = await conversations.contact_point(work, person.channel, person.phone)
        conversation = await conversations.at_point(work, point)
        conversation.last_inbound_at = work.now
        planned = await outbound.plan(
            work,
            conversation,
            key=f"test:{uuid.uuid4()}",
            purpose="reply",
            says=[{"key": key, "parameters": {}}],
            account_id=person.account_id,
        )
        assert planned is not None
    assert (await deliver(world.services, planned)).state == "sent"
    async with world.services.database.begin() as work:
        return await outbound.load(work, planned)


async def last_heard(world: World, person: Person) -> Inbound:
    conversation = await world.conversation(person)
    async with world.services.database.begin() as work:
        found = await work.session.scalar(
            select(Inbound)
            .where(Inbound.conversation_id == conversation.id)
            .order_by(Inbound.number.desc())
            .limit(1)
        )
    assert found is not None
    return found


async def test_where_there_are_buttons_choices_are_handed_over_and_not_written(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)

    said = await says(world, grace, "small_talk.did_you_mean")

    assert [choice["label"] for choice in said.choices] == MENU
    assert "1 " not in (said.text or "")
    [taken] = world.stage.providers.stand_ins[Channel.TELEGRAM].taken
    assert all(label in str(taken.request) for label in MENU)


async def test_by_text_message_a_menu_is_numbered_and_its_number_is_an_answer(world: World) -> None:
    grace = await world.borrower(verified=True)

    await says(world, grace, "small_talk.did_you_mean")
    await world.writes(grace, " 4. ", settle=False)

    [text] = world.said_to(grace)
    assert text.endswith("\n".join(f"{number} {label}" for number, label in enumerate(MENU, 1)))
    heard = await last_heard(world, grace)
    assert (heard.text, heard.meant, heard.said) == (" 4. ", MENU[3], MENU[3])


@pytest.mark.parametrize("written", ["5", "0", "44", "four", "4 o'clock"])
async def test_a_number_that_is_not_in_the_menu_is_only_what_it_is(world: World, written: str) -> None:
    grace = await world.borrower(verified=True)

    await says(world, grace, "small_talk.did_you_mean")
    await world.writes(grace, written, settle=False)

    assert (await last_heard(world, grace)).meant is None


async def test_by_text_message_a_text_that_names_its_choices_is_sent_as_it_is(world: World) -> None:
    grace = await world.borrower(verified=True)

    said = await says(world, grace, "promise.ask_method")
    await world.writes(grace, "2", settle=False)

    assert said.choices == []
    assert "\n" not in (said.text or "")
    assert (await last_heard(world, grace)).meant is None


async def test_a_menu_counts_only_until_something_else_was_said(world: World) -> None:
    grace = await world.borrower(verified=True)

    await says(world, grace, "small_talk.did_you_mean")
    await says(world, grace, "small_talk.anything_else")
    await world.writes(grace, "2", settle=False)

    assert (await last_heard(world, grace)).meant is None
