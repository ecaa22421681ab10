"""A borrower with two debts answers to the one that was written about last."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from storage import subject
from storage.people import Account
from tests.support.world import Person, World


async def owes_twice(world: World) -> tuple[Person, Person]:
    """The debt that is due longer, of $88, and a newer one of $515.20, of the same borrower."""
    newer = await world.borrower(verified=True)
    async with world.services.database.begin() as work:
        account = await work.session.get(Account, newer.account_id)
        assert account is not None
        older = Account(
            id=uuid.uuid4(),
            borrower_id=account.borrower_id,
            reference="A-old",
            lender=account.lender,
            product="store card",
            collector_type=account.collector_type,
            balance=Decimal("88.00"),
            currency="USD",
            due_on=account.due_on - timedelta(days=30),
            status="open",
            holds={},
            updated_at=work.now,
        )
        work.session.add(older)
        await work.session.flush()
        found = replace(newer, account=older.reference, account_id=older.id)
    return found, newer


async def holds(world: World, person: Person) -> set[str]:
    async with world.services.database.begin() as work:
        account = await work.session.get(Account, person.account_id)
        assert account is not None
        return set(account.holds)


async def test_a_promise_after_a_reminder_is_for_the_debt_that_it_named(world: World) -> None:
    older, newer = await owes_twice(world)
    await world.remind(newer)

    await world.writes(newer, "i'll pay 300 friday by card")
    await world.writes(newer, "yes")

    assert "$515.20" in world.said_to(newer)[0]
    assert [(row.amount, row.status) for row in await world.promises(newer)] == [(Decimal(300), "confirmed")]
    assert await world.promises(older) == []


async def test_who_contests_the_debt_that_a_reminder_named_contests_that_one(world: World) -> None:
    older, newer = await owes_twice(world)
    await world.remind(newer)

    await world.writes(newer, "i dont owe that, i never took this loan")

    assert await holds(world, newer) == {"disputed"}
    assert await holds(world, older) == set()


async def test_without_a_word_of_ours_and_once_that_debt_is_paid_the_one_due_longest_is_meant(
    world: World,
) -> None:
    older, newer = await owes_twice(world)
    talk = await world.conversation(newer)
    async with world.services.database.begin() as work:
        at_first = await subject.account_of(work, talk)
    await world.remind(newer)
    async with world.services.database.begin() as work:
        reminded = await subject.account_of(work, talk)
        paid = await work.session.get(Account, newer.account_id)
        assert paid is not None
        paid.status = "paid"
    async with world.services.database.begin() as work:
        at_last = await subject.account_of(work, talk)

    assert at_first is not None
    assert at_first.id == older.account_id
    assert reminded is not None
    assert reminded.id == newer.account_id
    assert at_last is not None
    assert at_last.id == older.account_id
