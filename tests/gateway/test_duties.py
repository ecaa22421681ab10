"""What events oblige us to in the running service: stops, marks, pauses, and work with its deadline, by the place's table."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from compliance import duties as tables
from core.errors import Conflict
from gateway.pipelines import handoff
from gateway.pipelines import outbound as out
from storage import duties, outbound, stops
from storage.people import Account, Borrower
from storage.work import AuditEntry
from tests.support.world import Person, World


async def arose(world: World) -> list[dict[str, object]]:
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(
            select(AuditEntry).where(AuditEntry.kind == "duty.arose").order_by(AuditEntry.number)
        )
        return [row.body for row in rows]


async def open_work(world: World) -> list[duties.Due]:
    async with world.services.database.begin() as work:
        return await duties.due(work)


async def flags_and_holds(world: World, person: Person) -> tuple[set[str], set[str]]:
    async with world.services.database.begin() as work:
        borrower = await work.session.get(Borrower, person.borrower_id)
        account = await work.session.get(Account, person.account_id)
        assert borrower is not None
        assert account is not None
        return set(borrower.flags), set(account.holds)


async def as_agency(world: World, person: Person, *, place: str = "US-IL") -> None:
    async with world.services.database.begin() as work:
        account = await work.session.get(Account, person.account_id)
        borrower = await work.session.get(Borrower, person.borrower_id)
        assert account is not None
        assert borrower is not None
        account.collector_type, borrower.jurisdiction = "third_party", place


async def test_a_stop_names_its_rows_and_is_confirmed_once(world: World) -> None:
    grace = await world.borrower()

    await world.writes(grace, "STOP")
    await world.writes(grace, "STOP")

    first, second = await arose(world)
    assert first["rows"] == second["rows"] == ["house.on-opt-out", "us-federal.on-opt-out"]
    assert first["version"] == tables.standard().tables["opt_out"].version
    assert len(world.said_to(grace)) == 1


async def test_a_stop_of_everything_is_not_confirmed_as_one_of_this_channel(world: World) -> None:
    grace = await world.borrower()

    await world.writes(grace, "STOPALL")
    await world.writes(grace, "STOPALL")

    [confirmation] = world.said_to(grace)
    assert "won't contact you about this any more" in confirmation


async def test_a_dispute_is_work_for_a_person_by_the_law_of_the_agency(world: World) -> None:
    grace = await world.borrower(verified=True)
    await as_agency(world, grace)

    await world.writes(grace, "I don't owe this, I never took out this loan")

    due = {row.duty.what: row.duty for row in await open_work(world)}
    assert due["send_verification"].row == "us-federal.on-dispute"
    assert due["send_verification"].due_at - world.stage.clock.now() > timedelta(days=29)
    (case,) = await world.cases()
    assert case.due_at == min(row.due_at for row in due.values())
    assert (await flags_and_holds(world, grace))[1] == {"disputed"}
    assert [body["event"] for body in await arose(world)] == ["dispute", "first_contact"]


async def test_the_same_said_twice_keeps_the_first_deadline(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "this debt is not mine, I dispute it")
    before = {row.duty.what: row.duty.due_at for row in await open_work(world)}

    world.stage.clock.set(world.stage.clock.now() + timedelta(days=2))
    async with world.services.database.begin() as work:
        conversation = (await duties.due(work))[0].conversation
        again = tables.of("dispute", "US-IL", at=work.now)
        await duties.carry_out(work, conversation, again, duties.Cause("agent ana"))

    assert {row.duty.what: row.duty.due_at for row in await open_work(world)} == before


async def test_work_outlives_the_case_and_is_done_once(world: World) -> None:
    ana = await world.agent()
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I want to complain, your people were rude to me")
    conversation = (await world.conversation(grace)).id
    await handoff.claim(world.services, conversation, ana)
    await handoff.hand_back(world.services, conversation, ana, "complaint")

    first, last = await open_work(world)
    assert [first.duty.what, last.duty.what] == ["acknowledge_complaint", "answer_complaint"]
    async with world.services.database.begin() as work:
        await duties.settle(work, first.duty.id, ana)
    with pytest.raises(Conflict, match="already"):
        async with world.services.database.begin() as work:
            await duties.settle(work, first.duty.id, ana)

    assert [row.duty.what for row in await open_work(world)] == ["answer_complaint"]


async def test_what_is_past_its_deadline_is_counted(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I want to make a complaint about your company")
    due = (await open_work(world))[0].duty.due_at

    for moment, late in ((due, 0), (due + timedelta(seconds=1), 1)):
        world.stage.clock.set(moment)
        async with world.services.database.begin() as work:
            assert await duties.overdue(work) == late


async def test_a_confirmation_that_comes_too_late_is_not_sent(world: World) -> None:
    grace = await world.borrower()
    async with world.services.database.begin() as work:
        conversation = await world.conversation(grace)
        planned = await outbound.plan(
            work,
            conversation,
            key="late",
            purpose="opt_out_confirmation",
            says=[{"key": "stop.confirmed", "parameters": {}}],
        )
    assert planned is not None

    world.stage.clock.set(world.stage.clock.now() + timedelta(minutes=5, seconds=1))
    delivered = await out.deliver(world.services, planned)

    assert (delivered.state, delivered.rules) == ("blocked", ("us-federal.on-opt-out",))
    assert delivered.spoke[0]["reference"].startswith("12 CFR 1006.6(e)")
    assert world.said_to(grace) == []


async def test_a_carriers_block_is_a_stop_and_names_its_row(world: World) -> None:
    grace = await world.borrower()
    conversation = await world.conversation(grace)
    async with world.services.database.begin() as work:
        block = tables.of("carrier_block", "US", at=work.now)
        for _ in range(2):
            await stops.cut_off(work, conversation.id, opted_out=True, code="21610", block=block)

    assert (await world.point(grace)).opted_out_at is not None
    assert [(body["rows"], body["source"]) for body in await arose(world)] == [
        (["house.on-carrier-block"], "provider")
    ]
    assert world.said_to(grace) == []


async def test_a_later_end_of_a_breathing_space_takes_the_place_of_an_earlier_one(world: World) -> None:
    grace = await world.borrower()
    for day in ("2027-01-17", "2027-05-18", "2027-02-01"):
        async with world.services.database.begin() as work:
            await stops.flag(
                work, grace.borrower_id, f"breathing_space_until:{day}", "agent", event="breathing_space"
            )

    assert (await flags_and_holds(world, grace))[0] == {"breathing_space_until:2027-05-18"}


async def test_days_ago_are_counted_on_from_the_day_they_were_set() -> None:
    from gateway.pipelines.facts import marks

    now = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
    since = (now - timedelta(days=12)).isoformat()

    assert marks({"debt_adviser_plan_days_ago:0": {"since": since}, "attorney": {}, "crisis": {}}, now) == [
        "debt_adviser_plan_days_ago:12",
        "attorney",
    ]


async def test_in_the_city_a_stop_reaches_every_number_of_the_borrower(world: World) -> None:
    grace = await world.borrower()
    await as_agency(world, grace, place="US-NYC")
    other = await world.borrower()
    async with world.services.database.begin() as work:
        from storage.people import Reach

        second = await world.point(other)
        work.session.add(Reach(borrower_id=grace.borrower_id, contact_point_id=second.id, rank=1))
        conversation = await world.conversation(grace)
        cause = duties.Cause("keyword", inbound_id=uuid.uuid4())
        found = tables.of("opt_out", "US-NYC", at=datetime(2026, 11, 18, tzinfo=UTC))
        assert await duties.carry_out(work, conversation, found, cause)

    assert (await world.point(other)).opted_out_at is not None
