"""Erased is erased in every table; the chain holds, and a stop outlives it."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from compliance.retention import Period, period_for, periods
from core.errors import NotFound
from core.messages import Channel
from gateway.pipelines.ledger_in import load_accounts
from ledger.rows import AccountRow, Address
from storage import audit, retention, stops
from storage.people import Borrower
from tests.support.world import Person, World
from tools.commands.retention import command


async def dumped(world: World) -> str:
    """Every row of every table as text, the job queue's and our own."""
    async with world.services.database.begin() as work:
        names = (
            await work.session.scalars(text("select tablename from pg_tables where schemaname = 'public'"))
        ).all()
        return "\n".join(
            [
                str(row)
                for name in names
                for row in (await work.session.scalars(text(f'select t::text from "{name}" t'))).all()
            ]
        )


async def erase(world: World, person: Person) -> None:
    async with world.services.database.begin() as work:
        key = world.services.key_for("identity")
        await retention.erase(work, person.borrower_id, key=key, why="request")


async def again(world: World, phone: str) -> None:
    """The lender's file tells of the same person once more."""
    row = AccountRow(
        borrower="B1",
        name="Grace Okafor",
        language="en",
        jurisdiction="US-IL",
        zone="America/Chicago",
        zip_code=None,
        account="A1",
        lender="riverbank",
        product="credit card",
        balance=Decimal("515.20"),
        currency="USD",
        due_on=date(2026, 5, 2),
        collector_type="first_party",
        addresses=(Address(Channel.SMS, phone, 0),),
        consent_source="contract",
        consent_on=date(2026, 1, 1),
        facts={},
    )
    await load_accounts(world.services, [row], source="test")


@pytest.mark.parametrize("channel", [Channel.SMS, Channel.TELEGRAM])
async def test_nothing_tells_who_it_was_and_the_chain_holds(world: World, channel: Channel) -> None:
    grace = await world.borrower(channel=channel)
    await world.remind(grace)
    await world.writes(grace, "This is Grace, write to 12 Elm Road", settle=False)
    before = await dumped(world)

    await erase(world, grace)

    left = await dumped(world)
    for told in ("Grace", grace.phone, "Elm Road", "515.20"):
        assert told in before
        assert told not in left
    async with world.services.database.begin() as work:
        assert (await audit.verify(work.session)).broken_at is None
        with pytest.raises(NotFound):
            await retention.by_reference(work, "B1")


async def test_who_asked_to_stop_is_not_written_to_when_told_again_after_an_erasure(world: World) -> None:
    grace = await world.borrower()
    async with world.services.database.begin() as work:
        point = await work.session.merge(await world.point(grace))
        await stops.opt_out(work, point, "keyword")
        await stops.flag(work, grace.borrower_id, "cease_all", "assistant")
    await erase(world, grace)

    await again(world, grace.phone)

    assert (await world.point(grace)).opted_out_at is not None
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, await retention.by_reference(work, "B1"))
        assert borrower is not None
        assert "cease_all" in borrower.flags


async def test_who_never_asked_to_stop_starts_anew(world: World) -> None:
    grace = await world.borrower()
    await erase(world, grace)

    await again(world, grace.phone)

    assert (await world.point(grace)).opted_out_at is None


async def test_an_address_that_another_borrower_shares_stays_theirs(world: World) -> None:
    grace, other = await world.borrower(), await world.borrower()
    async with world.services.database.begin() as work:
        await work.session.execute(
            text(
                "insert into reach (borrower_id, contact_point_id, status, rank) values (:who, :where, 'active', 0)"
            ),
            {"who": other.borrower_id, "where": (await world.point(grace)).id},
        )
    await erase(world, grace)

    assert grace.phone in await dumped(world)


async def test_only_who_has_nothing_open_is_at_rest(world: World) -> None:
    await world.borrower()
    paid = await world.borrower(owed="0")
    async with world.services.database.begin() as work:
        assert [row.id for row in await retention.at_rest(work)] == [paid.borrower_id]
    await erase(world, paid)
    async with world.services.database.begin() as work:
        assert await retention.at_rest(work) == []


@pytest.mark.parametrize(
    ("place", "at_least", "years"),
    [("US-NY", 0, 3), ("CN", 0, 5), ("CL", 0, 2), ("DE", 0, 3), ("CL", 7, 7), ("CN", 4, 5)],
)
def test_the_law_or_the_lender_whichever_is_longer(place: str, at_least: int, years: int) -> None:
    assert period_for(periods(), place, at_least=at_least).years == years


def test_a_period_ends_with_its_day_and_not_before() -> None:
    three, leap = Period(3, "law"), datetime(2024, 2, 29, tzinfo=UTC)

    assert not three.is_over(leap, datetime(2027, 2, 28, 23, 59, tzinfo=UTC))
    assert three.is_over(leap, datetime(2027, 3, 1, tzinfo=UTC))


async def test_erasing_by_hand_asks_first() -> None:
    done = await asyncio.to_thread(CliRunner().invoke, command, ["erase", "--borrower", "B1"], input="n\n")

    assert done.exit_code == 1
