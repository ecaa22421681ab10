"""Somebody near the borrower held the phone: nothing is said or sent there until the borrower has proven anew who they are."""

from __future__ import annotations

from core.messages import Channel
from tests.gateway.test_address_book import DeskWindow, page_of
from tests.gateway.test_same_phone import with_sms_too
from tests.support.world import World

FACTS = {"dob": "1990-01-30", "id_last4": "2207"}


async def test_the_borrower_comes_back_and_proves_it(world: World) -> None:
    grace = await world.borrower(verified=True, facts=FACTS)

    await world.writes(grace, "she's in the shower, this is her mum")
    away = (await world.conversation(grace)).identity, (await world.remind(grace)).state
    await world.writes(grace, "sorry that was my mum, it's me")
    await world.writes(grace, "2207")

    assert away == ("third_party", "dropped")
    assert (await world.conversation(grace)).identity == "verified"
    assert "515.20" in world.said_to(grace)[-1]


async def test_the_birth_date_that_a_family_knows_does_not_open(world: World) -> None:
    grace = await world.borrower(verified=True, facts=FACTS)

    for text in ("this is her husband, what is it about", "ok it's me now", "1990-01-30", "1990-01-30"):
        await world.writes(grace, text)
    await world.writes(grace, "2207")

    assert (await world.conversation(grace)).identity == "third_party"
    assert not any("515.20" in text for text in world.said_to(grace))


async def test_by_each_channel_of_the_phone_those_to_come_included(world: World) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP, verified=True, facts=FACTS)
    await world.writes(grace, "this is her husband, she left her phone")
    by_sms = await with_sms_too(world, grace)

    await world.writes(by_sms, "how much is it")

    assert (await world.conversation(by_sms)).identity == "third_party"
    assert not any("515.20" in text for text in world.said_to(grace))


async def test_proven_on_one_channel_the_other_asks_anew(world: World) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP, verified=True, facts=FACTS)
    by_sms = await with_sms_too(world, grace)
    await world.knows(by_sms)

    for text in ("this is her husband, she left her phone", "it's me, Grace", "2207"):
        await world.writes(grace, text)

    assert (await world.conversation(grace)).identity == "verified"
    assert (await world.conversation(by_sms)).identity == "unverified"


async def test_a_child_is_answered_nothing_and_a_person_looks(world: World) -> None:
    grace = await world.borrower(verified=True, facts=FACTS)
    before = len(world.said_to(grace))

    for text in ("I'm 12, mom is at work", "what do you want", "it's me, Grace", "2207"):
        await world.writes(grace, text)

    assert len(world.said_to(grace)) == before
    assert (await world.conversation(grace)).identity == "third_party"
    assert (await world.remind(grace)).state == "dropped"


async def test_an_agent_sets_a_lent_phone_right(world: World) -> None:
    grace = await world.borrower(verified=True, facts=FACTS)
    await world.writes(grace, "this is her husband, she left her phone")
    desk, path = await DeskWindow.of(world), await page_of(world, grace)
    assert "It is theirs" in await desk.sees(path)

    await desk.presses(f"{path}/addresses/{(await world.point(grace)).id}")

    assert (await world.conversation(grace)).identity == "unverified"


async def test_another_number_of_the_borrower_stays_as_it_is(world: World) -> None:
    grace = await world.borrower(verified=True, facts=FACTS)
    other = await world.borrower(verified=True, facts=FACTS)

    await world.writes(grace, "this is her husband, she left her phone")

    assert (await world.conversation(other)).identity == "verified"


async def test_where_only_a_birth_date_is_on_file_a_person_gets_back(world: World) -> None:
    grace = await world.borrower(verified=True)

    for text in ("this is her husband, she left her phone", "it's me, Grace", "1990-01-30"):
        await world.writes(grace, text)

    assert (await world.conversation(grace)).held_by == "queue"
    assert not any("515.20" in text for text in world.said_to(grace))
