"""What becomes of a promise when its day is over: asked about once, whatever comes between, and not when it was kept."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from core.clock import local_day
from core.messages import Channel
from core.promises import PromiseStatus
from storage import accounts, planned
from storage.people import Account
from storage.work import PlannedContact
from tests.support.lender import ACCOUNT, accounts_file, payments_file
from tests.support.world import Person, World

CHICAGO = ZoneInfo("America/Chicago")


async def promised(world: World, person: Person, *parts: tuple[str, int]) -> list[uuid.UUID]:
    """The person has promised so much in so many days."""
    today = local_day(world.stage.clock.now(), "America/Chicago")
    talk = await world.conversation(person)
    async with world.services.database.begin() as work:
        account = await work.session.get(Account, person.account_id)
        assert account is not None
        await accounts.draft_promises(
            work,
            account,
            [(Decimal(amount), today + timedelta(days=days), "card") for amount, days in parts],
            conversation_id=talk.id,
            inbound_id=None,
            made_on=today,
        )
        return [row.id for row in await accounts.confirm_promises(work, account.id, method=None)]


async def check(world: World, person: Person, promise: uuid.UUID, at: datetime) -> str:
    """The promise is looked at when its day is over."""
    world.stage.clock.set(at)
    key = f"promise:{promise}:check"
    async with world.services.database.begin() as work:
        await planned.plan(
            work,
            borrower_id=person.borrower_id,
            account_id=person.account_id,
            kind="promise_check",
            due_at=work.now,
            dedupe=key,
            details={"promise": str(promise)},
        )
    await world.stage.settle()
    return key


async def became(world: World, key: str) -> PlannedContact:
    async with world.services.database.begin() as work:
        found = await planned.by_key(work, key)
        assert found is not None
        return found


def days_on(world: World, days: int, hour: int) -> datetime:
    day = local_day(world.stage.clock.now(), "America/Chicago") + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, tzinfo=CHICAGO)


async def statuses(world: World, person: Person) -> list[str]:
    return [row.status for row in await world.promises(person)]


async def put_off_in_the_night(world: World, person: Person) -> str:
    (promise,) = await promised(world, person, ("300", 1))
    key = await check(world, person, promise, days_on(world, 8, 23))
    contact = await became(world, key)
    assert (contact.state, world.said_to(person)) == ("waiting", [])
    return key


async def test_a_question_that_the_gate_puts_off_is_asked_when_it_may(world: World) -> None:
    grace = await world.borrower(verified=True)
    key = await put_off_in_the_night(world, grace)

    world.stage.clock.set((await became(world, key)).due_at)
    await world.stage.settle()

    assert (await became(world, key)).state == "done"
    assert len(world.said_to(grace)) == 1
    assert await statuses(world, grace) == ["broken"]


async def test_a_check_that_broke_off_before_it_was_sent_goes_on(world: World) -> None:
    grace = await world.borrower(verified=True)
    (promise,) = await promised(world, grace, ("300", 1))
    world.stage.clock.set(days_on(world, 8, 10))
    async with world.services.database.begin() as work:
        row = (await accounts.promises(work, grace.account_id))[0]
        await accounts.set_status(work, row, PromiseStatus.BROKEN)

    key = await check(world, grace, promise, days_on(world, 0, 10))

    assert (await became(world, key)).state == "done"
    assert len(world.said_to(grace)) == 1


async def test_money_that_comes_while_the_question_waits_takes_it_back(world: World) -> None:
    grace = await world.borrower(verified=True)
    due_on = local_day(world.stage.clock.now(), "America/Chicago") + timedelta(days=1)
    key = await put_off_in_the_night(world, grace)
    await payments_file(
        world, {"account": grace.account, "amount": "300", "paid_on": due_on.isoformat(), "reference": "late"}
    )

    world.stage.clock.set((await became(world, key)).due_at)
    await world.stage.settle()

    contact = await became(world, key)
    assert (contact.state, contact.why) == ("dropped", "the promise is kept")
    assert await statuses(world, grace) == ["kept"]


async def test_a_new_promise_while_the_question_waits_takes_it_back(world: World) -> None:
    grace = await world.borrower(verified=True)
    key = await put_off_in_the_night(world, grace)
    await promised(world, grace, ("300", 5))

    world.stage.clock.set((await became(world, key)).due_at)
    await world.stage.settle()

    assert (await became(world, key)).why == "another promise stands"
    assert world.said_to(grace) == []


async def test_the_first_of_two_payments_that_is_missed_is_asked_about(world: World) -> None:
    grace = await world.borrower(verified=True)
    first, _ = await promised(world, grace, ("200", 1), ("315.20", 20))

    key = await check(world, grace, first, days_on(world, 8, 10))

    assert (await became(world, key)).state == "done"
    assert len(world.said_to(grace)) == 1
    assert await statuses(world, grace) == ["broken", "confirmed"]


async def of_a_file(world: World, **told: str) -> Person:
    """Grace, as the lender's file tells of her."""
    await accounts_file(world, told)
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(select(Account))
        account = rows.one()
    grace = Person(ACCOUNT["sms"], Channel.SMS, "A1", account.borrower_id, account.id)
    await world.knows(grace)
    return grace


@pytest.mark.parametrize(("balance", "status"), [("215.20", "kept"), ("415.20", "confirmed"), ("0", "kept")])
async def test_a_promise_is_kept_by_what_is_gone_from_the_balance(
    world: World, balance: str, status: str
) -> None:
    grace = await of_a_file(world)
    await promised(world, grace, ("300", 1))
    world.stage.clock.set(days_on(world, 1, 6))

    await accounts_file(world, {"balance": balance})

    assert await statuses(world, grace) == [status]


@pytest.mark.parametrize(
    ("days", "balance_on", "status"),
    [(2, "", "kept"), (8, "", "broken"), (5, "2026-05-14", "kept"), (5, "2026-05-18", "broken")],
)
async def test_the_day_that_the_balance_fell_decides_whether_it_was_in_time(
    world: World, days: int, balance_on: str, status: str
) -> None:
    grace = await of_a_file(world)
    (promise,) = await promised(world, grace, ("300", 1))
    at = days_on(world, 8, 10)
    world.stage.clock.set(days_on(world, days, 6))

    await accounts_file(world, {"balance": "215.20", "balance_on": balance_on})
    await check(world, grace, promise, at)

    assert await statuses(world, grace) == [status]
    assert len(world.said_to(grace)) == (status == "broken")


async def test_a_fall_that_a_payment_explains_counts_once(world: World) -> None:
    grace = await of_a_file(world)
    await promised(world, grace, ("300", 2))
    world.stage.clock.set(days_on(world, 1, 6))
    today = local_day(world.stage.clock.now(), "America/Chicago") - timedelta(days=1)

    await accounts_file(world, {"balance": "365.20"})
    await payments_file(world, {"amount": "150", "paid_on": today.isoformat()})

    assert await statuses(world, grace) == ["confirmed"]


@pytest.mark.parametrize(
    ("amount", "paid_on", "held"),
    [
        ("1.00", "2026-01-12", True),
        ("200.00", "2026-01-12", True),
        ("1.00", "2026-05-12", True),
        ("200.00", "2026-05-12", False),
        ("200.00", "2026-05-01", False),
        ("515.20", "2026-01-12", False),
    ],
)
async def test_only_a_payment_that_fits_what_was_said_to_be_paid_ends_the_looking(
    world: World, amount: str, paid_on: str, held: bool
) -> None:
    grace = await of_a_file(world)
    async with world.services.database.begin() as work:
        await accounts.hold(work, grace.account_id, "paid_claim")

    await payments_file(world, {"amount": amount, "paid_on": paid_on})

    async with world.services.database.begin() as work:
        account = await work.session.get(Account, grace.account_id)
        assert account is not None
        assert ("paid_claim" in account.holds) is held


async def test_payments_add_up_to_what_was_said_to_be_paid(world: World) -> None:
    grace = await of_a_file(world)
    async with world.services.database.begin() as work:
        await accounts.hold(work, grace.account_id, "paid_claim")

    day = date(2026, 5, 12).isoformat()
    await payments_file(world, *({"reference": f"R{n}", "amount": "30", "paid_on": day} for n in range(2)))

    async with world.services.database.begin() as work:
        account = await work.session.get(Account, grace.account_id)
        assert account is not None
        assert account.holds == {}


async def test_what_is_gone_from_the_balance_ends_the_looking_too(world: World) -> None:
    grace = await of_a_file(world)
    async with world.services.database.begin() as work:
        await accounts.hold(work, grace.account_id, "paid_claim")

    await accounts_file(world, {"balance": "215.20"})

    async with world.services.database.begin() as work:
        account = await work.session.get(Account, grace.account_id)
        assert account is not None
        assert account.holds == {}
