"""Lifting a mark or a pause: who may, with what reason, and when it takes a second person."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import select

from core.errors import Conflict, Invalid
from gateway.pipelines import handoff, lifting
from storage import agents, duties, liftings, searching
from storage.people import Account, Borrower
from storage.work import Agent, AuditEntry
from tests.support.world import Person, World

WHY = "Verification went out by letter."


async def supervisor(world: World, name: str) -> Agent:
    async with world.services.database.begin() as work:
        return await agents.add(
            work, username=name.lower(), display_name=name, password_hash="-", role="supervisor", once=False
        )


async def disputed(world: World, agent: Agent, *, agency: bool = False) -> tuple[Person, uuid.UUID]:
    """A borrower who contests the debt, in the hands of `agent`."""
    grace = await world.borrower(verified=True)
    if agency:
        async with world.services.database.begin() as work:
            account = await work.session.get(Account, grace.account_id)
            assert account is not None
            account.collector_type = "third_party"
    conversation = (await world.conversation(grace)).id
    await handoff.claim(world.services, conversation, agent)
    await lifting.record(world.services, conversation, agent, "dispute", "Said so on the phone.")
    return grace, conversation


async def holds(world: World, person: Person) -> set[str]:
    async with world.services.database.begin() as work:
        account = await work.session.get(Account, person.account_id)
        assert account is not None
        return set(account.holds)


async def flags(world: World, person: Person) -> set[str]:
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, person.borrower_id)
        assert borrower is not None
        return set(borrower.flags)


async def audited(world: World, *kinds: str) -> list[AuditEntry]:
    async with world.services.database.begin() as work:
        return list(
            await work.session.scalars(
                select(AuditEntry).where(AuditEntry.kind.in_(kinds)).order_by(AuditEntry.number)
            )
        )


async def settle_all(world: World, agent: Agent) -> None:
    async with world.services.database.begin() as work:
        for row in await duties.due(work):
            await duties.settle(work, row.duty.id, agent)


async def test_a_creditors_agent_lifts_a_dispute_with_a_reason_that_stays_out_of_the_audit(
    world: World,
) -> None:
    ana = await world.agent()
    grace, conversation = await disputed(world, ana)

    with pytest.raises(Invalid, match="reason"):
        await lifting.lift(world.services, conversation, ana, "disputed", "  ")
    state = await lifting.lift(world.services, conversation, ana, "disputed", WHY)

    assert (state, await holds(world, grace)) == ("lifted", set())
    (asked, lifted) = await audited(world, "lifting.asked", "lifting.done")
    assert lifted.body["rows"] == ["house.on-dispute"]
    assert WHY not in str(asked.body) + str(lifted.body)


async def test_an_agencys_dispute_takes_verification_a_supervisor_and_a_second_one(world: World) -> None:
    ana, wei, eva = await world.agent(), await supervisor(world, "Wei"), await supervisor(world, "Eva")
    grace, conversation = await disputed(world, ana, agency=True)

    with pytest.raises(Conflict, match="supervisor lifts this"):
        await lifting.lift(world.services, conversation, ana, "disputed", WHY)
    with pytest.raises(Conflict, match="send verification"):
        await lifting.lift(world.services, conversation, wei, "disputed", WHY)
    await settle_all(world, ana)
    state = await lifting.lift(world.services, conversation, wei, "disputed", WHY)

    assert (state, await holds(world, grace)) == ("waiting", {"disputed"})
    async with world.services.database.begin() as work:
        (row,) = await liftings.waiting(work, grace.borrower_id)
    for nobody in (ana, wei):
        with pytest.raises(Conflict, match="does not agree"):
            await lifting.settle(world.services, row.lifting.id, nobody, agreed=True)
    await lifting.settle(world.services, row.lifting.id, eva, agreed=True)

    assert await holds(world, grace) == set()
    (done,) = await audited(world, "lifting.done")
    assert (done.body["asked_by"], done.body["by"]) == (str(wei.id), str(eva.id))


async def test_what_is_refused_stays(world: World) -> None:
    wei, eva = await supervisor(world, "Wei"), await supervisor(world, "Eva")
    grace = await world.borrower(verified=True)
    conversation = (await world.conversation(grace)).id
    await lifting.record(world.services, conversation, wei, "bankruptcy", "")
    await settle_all(world, wei)
    await lifting.lift(world.services, conversation, wei, "bankruptcy", "The case was dismissed.")
    with pytest.raises(Conflict, match="second person already"):
        await lifting.lift(world.services, conversation, eva, "bankruptcy", "The case was dismissed.")
    async with world.services.database.begin() as work:
        (row,) = await liftings.waiting(work)

    await lifting.settle(world.services, row.lifting.id, eva, agreed=False)

    assert await flags(world, grace) == {"bankruptcy"}
    assert await holds(world, grace) == {"bankruptcy"}
    with pytest.raises(Conflict, match="has decided"):
        await lifting.settle(world.services, row.lifting.id, eva, agreed=True)


async def test_who_neither_holds_the_conversation_nor_supervises_lifts_and_records_nothing(
    world: World,
) -> None:
    ana, ben = await world.agent("Ana"), await world.agent("Ben")
    _, conversation = await disputed(world, ana)

    with pytest.raises(Conflict, match="do not hold"):
        await lifting.lift(world.services, conversation, ben, "disputed", WHY)
    with pytest.raises(Conflict, match="do not hold"):
        await lifting.record(world.services, conversation, ben, "complaint", "")
    with pytest.raises(Invalid, match="neither a mark"):
        await lifting.lift(world.services, conversation, ana, "moonstruck", WHY)
    with pytest.raises(Invalid, match="not one of the list"):
        await lifting.record(world.services, conversation, ana, "carrier_block", "")


async def test_a_recorded_breathing_space_stops_reminders_until_its_day(world: World) -> None:
    wei = await supervisor(world, "Wei")
    grace = await world.borrower(verified=True)
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, grace.borrower_id)
        assert borrower is not None
        borrower.jurisdiction, borrower.zone = "GB", "Europe/London"
    conversation = (await world.conversation(grace)).id

    await lifting.record(world.services, conversation, wei, "breathing_space", "Letter of the adviser.")
    reminded = await world.remind(grace)

    (flag,) = await flags(world, grace)
    assert flag.startswith("breathing_space_until:")
    assert reminded.state != "done"
    assert world.said_to(grace) == []
    async with world.services.database.begin() as work:
        assert [row.duty.what for row in await duties.due(work)] == [
            "check_moratorium",
            "stop_interest_and_fees",
        ]


@pytest.mark.parametrize(
    "looked_for", ["grace", "OKAFOR gra", "B1", "a1", "312 555 0001", "+1 (312) 555-0001"]
)
async def test_a_borrower_is_found_by_name_phone_or_reference(world: World, looked_for: str) -> None:
    grace = await world.borrower()
    await world.borrower(language="zh-Hans", place="CN")
    await world.conversation(grace)

    async with world.services.database.begin() as work:
        found = await searching.find(work, looked_for)

    assert [row.borrower.id for row in found] == [grace.borrower_id]
    assert found[0].conversation is not None


@pytest.mark.parametrize("looked_for", ["", "g", "%%", "nobody", "999", "0000000"])
async def test_nothing_is_found_by_what_fits_nobody(world: World, looked_for: str) -> None:
    await world.borrower()
    async with world.services.database.begin() as work:
        assert await searching.find(work, looked_for) == []


async def test_a_chinese_name_of_one_sign_is_enough(world: World) -> None:
    hang = await world.borrower(language="zh-Hans", place="CN")
    async with world.services.database.begin() as work:
        assert [row.borrower.id for row in await searching.find(work, "周")] == [hang.borrower_id]
