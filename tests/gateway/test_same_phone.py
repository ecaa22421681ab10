"""SMS and WhatsApp of one number ring in one pocket: who is known there on one is known on the other."""

from __future__ import annotations

from dataclasses import replace

from core.messages import Channel
from storage import conversations
from storage.people import Reach
from tests.support.world import Person, World


async def with_sms_too(world: World, grace: Person) -> Person:
    """The borrower is reached at the same number by SMS as well."""
    async with world.services.database.begin() as work:
        point = await conversations.contact_point(work, Channel.SMS, grace.phone)
        work.session.add(
            Reach(
                borrower_id=grace.borrower_id,
                contact_point_id=point.id,
                status="active",
                consent_source="contract",
                consent_at=work.now,
                rank=1,
            )
        )
    return replace(grace, channel=Channel.SMS)


async def test_a_wrong_number_on_whatsapp_is_one_by_sms_too(world: World) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP)
    by_sms = await with_sms_too(world, grace)
    await world.knows(by_sms)

    await world.writes(grace, "wrong number mate, no Grace here")
    said = list(world.said_to(grace))
    plan = await world.remind(grace)
    await world.writes(by_sms, "how much is it")

    assert plan.state == "dropped"
    assert (await world.conversation(by_sms)).identity == "third_party"
    assert not any("515.20" in text for text in world.said_to(grace)[len(said) :])


async def test_wrong_answers_on_whatsapp_lock_the_same_number_by_sms(world: World) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP)
    by_sms = await with_sms_too(world, grace)

    for text in ("how much do I owe", "1991-01-01", "1992-02-02"):
        await world.writes(grace, text)
    await world.writes(by_sms, "how much do I owe")
    await world.writes(by_sms, "1990-01-30")

    assert (await world.conversation(by_sms)).identity == "failed"
    assert not any("515.20" in text for text in world.said_to(grace))


async def test_another_address_keeps_its_own_tries(world: World) -> None:
    grace = await world.borrower(channel=Channel.WHATSAPP)
    other = await world.borrower(channel=Channel.WHATSAPP)

    for text in ("how much do I owe", "1991-01-01", "1992-02-02"):
        await world.writes(grace, text)
    await world.writes(other, "how much do I owe")
    await world.writes(other, "1990-01-30")

    assert (await world.conversation(other)).identity == "verified"
