"""A new address is proven there before anything of our own goes to it; the old one is set aside, not deleted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from core.messages import Channel
from storage import conversations
from storage.people import ContactChange, ContactPoint, Reach
from storage.talk import Outbound
from tests.support.world import Person, World

NEW = "+13125550188"


async def change(world: World) -> ContactChange:
    async with world.services.database.begin() as work:
        found = await work.session.scalars(select(ContactChange).where(ContactChange.status != "superseded"))
        return found.all()[0]


async def standing(world: World, address: str) -> str | None:
    async with world.services.database.begin() as work:
        found: str | None = await work.session.scalar(
            select(Reach.status)
            .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
            .where(ContactPoint.address == address)
        )
        return found


def texts(world: World, address: str = NEW) -> list[str]:
    return world.stage.sent_to(Channel.SMS, address)


def code_in(text: str) -> str:
    [code] = re.findall(r"\b\d{6}\b", text)
    return str(code)


def another(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


async def gives(world: World, text: str = "my new number is 312 555 0188, use that one") -> Person:
    grace = await world.borrower(verified=True)
    await world.writes(grace, text)
    return grace


async def test_a_code_goes_to_the_new_number_and_tells_nothing_of_a_debt(world: World) -> None:
    grace = await gives(world)

    [code] = texts(world)
    assert re.search(r"\b\d{6}\b", code)
    assert not re.search(r"515|owe|debt|balance|Grace", code)
    assert NEW in world.said_to(grace)[-1]
    assert ((await change(world)).status, await standing(world, NEW)) == ("pending", "pending")


async def test_nothing_of_our_own_goes_to_it_before_it_is_proven(world: World) -> None:
    grace = await gives(world)
    before = len(texts(world))

    await world.remind(grace)

    assert len(texts(world)) == before
    assert len(world.said_to(grace)) == 2


async def test_the_code_in_the_old_conversation_proves_it_and_sets_the_old_one_aside(world: World) -> None:
    grace = await gives(world)

    await world.writes(grace, code_in(texts(world)[0]))

    done = await change(world)
    assert (done.status, done.settled_by) == ("confirmed", "code")
    assert (await standing(world, NEW), await standing(world, grace.phone)) == ("active", "set_aside")
    await world.remind(grace)
    assert len(texts(world)) == 2
    assert "515" not in texts(world)[-1]


async def test_an_additional_number_leaves_the_old_one_in_use(world: World) -> None:
    grace = await gives(world, "you can also use my other number 312 555 0188")

    await world.writes(grace, f"the code is {code_in(texts(world)[0])}")

    assert (await standing(world, NEW), await standing(world, grace.phone)) == ("active", "active")


async def test_a_yes_from_the_new_number_proves_it_but_not_who_writes(world: World) -> None:
    grace = await gives(world)
    there = replace(grace, phone=NEW)

    await world.writes(there, "yes")

    assert ((await change(world)).status, (await change(world)).settled_by) == ("confirmed", "there")
    assert (await world.conversation(there)).identity == "unverified"
    await world.writes(there, "how much do i owe?")
    assert "515" not in "".join(texts(world))


async def test_a_no_from_the_new_number_ends_it_for_good(world: World) -> None:
    grace = await gives(world)

    await world.writes(replace(grace, phone=NEW), "NO")

    assert ((await change(world)).status, await standing(world, NEW)) == ("refused", "wrong_party")
    assert await standing(world, grace.phone) == "active"


async def test_three_wrong_codes_put_it_before_an_agent_and_the_right_one_helps_no_more(world: World) -> None:
    grace = await gives(world)
    code = code_in(texts(world)[0])

    for _ in range(3):
        await world.writes(grace, another(code))
    await world.writes(grace, code)

    assert ((await change(world)).status, await standing(world, NEW)) == ("pending", "pending")
    assert [case.reason for case in await world.cases()] == ["a new contact could not be proven"]
    assert (await world.conversation(grace)).held_by == "assistant"


async def test_a_code_that_has_run_out_is_followed_by_a_new_one(world: World) -> None:
    grace = await gives(world)
    old = code_in(texts(world)[0])
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=24))

    await world.writes(grace, old)

    assert (await change(world)).status == "pending"
    [_, fresh] = texts(world)
    await world.writes(grace, code_in(fresh))
    assert (await change(world)).status == "confirmed"


async def test_at_most_three_codes_are_sent(world: World) -> None:
    grace = await gives(world)

    for _ in range(3):
        await world.writes(grace, "I didn't get the code")

    assert len(texts(world)) == 3
    assert [case.queue for case in await world.cases()] == ["human"]


async def test_at_night_the_code_waits_for_the_morning_with_its_purpose(world: World) -> None:
    grace = await world.borrower(verified=True)
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=13))  # 23:00 in Chicago

    await world.writes(grace, "my new number is 312 555 0188")

    assert (texts(world), len(world.said_to(grace))) == ([], 1)
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=10))
    await world.stage.settle()
    await world.writes(grace, code_in(texts(world)[0]))
    assert (await change(world)).status == "confirmed"


async def test_a_number_where_stop_was_said_gets_no_code_and_an_agent_sees_it(world: World) -> None:
    other = await world.borrower()
    await world.writes(replace(other, phone=NEW), "STOP")
    grace = await world.borrower(verified=True)

    await world.writes(grace, "my new number is 312 555 0188")

    assert [text for text in texts(world) if re.search(r"\b\d{6}\b", text)] == []
    assert [case.reason for case in await world.cases()] == ["a new contact could not be proven"]


async def test_the_number_on_file_is_no_news(world: World) -> None:
    grace = await world.borrower(verified=True)

    await world.writes(grace, f"my phone number is {grace.phone}")

    assert ((await change(world)).status, await standing(world, grace.phone)) == ("confirmed", "active")
    assert len(world.said_to(grace)) == 1


async def test_a_later_number_takes_the_place_of_one_that_waits(world: World) -> None:
    grace = await gives(world)

    await world.writes(grace, "sorry, my new number is 312 555 0177")
    await world.writes(grace, code_in(texts(world)[0]))

    assert await standing(world, NEW) == "set_aside"
    assert (await change(world)).status == "pending"
    await world.writes(grace, code_in(texts(world, "+13125550177")[0]))
    assert (await change(world)).status == "confirmed"


async def test_the_codes_message_went_through_the_gate(world: World) -> None:
    await gives(world)

    async with world.services.database.begin() as work:
        found = await work.session.scalars(select(Outbound).where(Outbound.purpose == "consent_request"))
        [message] = found.all()
    assert (message.state, message.discloses) == ("sent", False)
    assert message.decision_id is not None


async def test_an_open_question_is_put_again_and_the_code_still_counts(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I will pay on friday")
    assert "?" in world.said_to(grace)[-1]

    await world.writes(grace, "by the way my new number is 312 555 0188")
    await world.writes(grace, code_in(texts(world)[0]))
    await world.writes(grace, "200 by card")

    assert (await change(world)).status == "confirmed"
    assert [str(row.amount.normalize()) for row in await world.promises(grace)] == ["2E+2"]


async def test_nothing_goes_to_an_old_mailbox_that_somebody_else_reads_though_the_new_one_is_unproven(
    world: World,
) -> None:
    grace = await world.borrower(verified=True)
    async with world.services.database.begin() as work:
        old = await conversations.contact_point(work, Channel.EMAIL, "old@example.com")
        work.session.add(
            Reach(
                borrower_id=grace.borrower_id,
                contact_point_id=old.id,
                status="active",
                consent_source="contract",
                consent_at=work.now,
                rank=9,
            )
        )

    await world.writes(grace, "my new email is new@example.com, do not use the old email, my ex reads it")

    assert (await change(world)).status == "pending"
    assert (await standing(world, "old@example.com"), await standing(world, grace.phone)) == (
        "set_aside",
        "active",
    )
