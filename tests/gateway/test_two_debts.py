"""A borrower with two debts speaks of the one that we last wrote about."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from core.messages import Channel
from storage import subject
from storage.people import Account
from storage.talk import Conversation, PromiseRow
from tests.support.lender import accounts_file, payments_file
from tests.support.world import Person, World

PHONE = "+13125559001"


async def with_two_debts(world: World) -> tuple[Person, Person]:
    """Grace, reminded of the younger of two debts: that one, and the older."""
    loaded = await accounts_file(
        world, {}, {"account": "A2", "balance": "88.00", "due_on": "2026-04-01", "product": "store card"}
    )
    assert loaded.problems == []
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(select(Account).order_by(Account.reference))
        younger, older = (Person(PHONE, Channel.SMS, row.reference, row.borrower_id, row.id) for row in rows)
    await world.knows(younger)
    assert (await world.remind(younger)).state == "done"
    assert "$515.20" in world.said_to(younger)[-1]
    return younger, older


async def about(world: World, person: Person) -> str:
    conversation: Conversation = await world.conversation(person)
    async with world.services.database.begin() as work:
        account = await subject.account_of(work, conversation)
        assert account is not None
        return account.reference


async def held(world: World) -> dict[str, list[str]]:
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(select(Account))
        return {row.reference: sorted(row.holds) for row in rows if row.holds}


async def test_a_dispute_of_the_debt_that_was_named_holds_that_debt(world: World) -> None:
    younger, _ = await with_two_debts(world)

    await world.writes(younger, "i dont owe that, i never took this loan")

    assert await held(world) == {"A1": ["disputed"]}
    world.stage.clock.set(world.stage.clock.now() + timedelta(days=1))
    assert (await world.remind(younger)).state == "dropped"


async def test_a_promise_after_a_reminder_is_of_what_it_named(world: World) -> None:
    younger, _ = await with_two_debts(world)

    await world.writes(younger, "i'll pay 300 friday by card")

    assert "$300" in world.said_to(younger)[-1]
    async with world.services.database.begin() as work:
        found = await work.session.execute(
            select(Account.reference, PromiseRow.amount).join(PromiseRow, PromiseRow.account_id == Account.id)
        )
        assert [(reference, str(amount)) for reference, amount in found.all()] == [("A1", "300.0000")]


async def test_a_reminder_of_one_debt_waits_while_a_promise_of_the_other_waits_for_its_yes(
    world: World,
) -> None:
    younger, older = await with_two_debts(world)
    await world.writes(younger, "i'll pay 300 friday by card")

    contact = await world.remind(older)

    assert (contact.state, contact.why) == ("waiting", "a promise was read back and waits for its yes")


@pytest.mark.parametrize(("paid", "then"), [("100", "A1"), ("515.20", "A2")])
async def test_a_receipt_changes_nothing_and_a_paid_debt_gives_way(
    world: World, paid: str, then: str
) -> None:
    younger, older = await with_two_debts(world)
    await payments_file(world, {"account": "A2", "amount": "8.00", "reference": "R0"})
    await world.stage.settle()
    assert await about(world, younger) == "A1"

    await payments_file(world, {"amount": paid})
    await world.stage.settle()

    assert await about(world, younger) == then
    assert await about(world, older) == then
