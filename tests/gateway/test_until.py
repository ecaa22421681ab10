"""A message leaves before its lawful window shuts, at the provider too, or is decided again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from channels.twilio.genuine import TwilioGenuine
from core.messages import Channel
from gateway.rates import Rates
from storage import planned, stops
from storage.people import ContactPoint
from storage.talk import DeliveryReport, Outbound
from storage.work import AuditEntry, PlannedContact
from tests.support.world import Person, World


def chicago(hour: int, minute: int = 0, *, day: int = 13) -> datetime:
    return datetime(2026, 5, day, 5, 0, tzinfo=UTC) + timedelta(hours=hour, minutes=minute)


async def contact(world: World, found: PlannedContact) -> PlannedContact:
    async with world.services.database.begin() as work:
        return await planned.load(work, found.id)


async def told_expired(world: World, person: Person, message: Outbound) -> None:
    """Twilio tells that the message lay in its queue for too long."""
    genuine = world.stage.providers.genuine[Channel.SMS]
    assert isinstance(genuine, TwilioGenuine)
    request = genuine.delivery(
        message.provider_id or "",
        "failed",
        key=message.key,
        to=person.phone,
        at=world.stage.clock.now(),
        error="30036",
    )
    answer = await world.stage.post(request)
    assert answer.status_code == 200
    await world.stage.settle()


@pytest.mark.parametrize(("hour", "seconds"), [(12, 9 * 3600), (20, 3600), (9, 36_000)])
async def test_twilio_may_keep_a_reminder_until_the_hours_of_the_law_end(
    world: World, hour: int, seconds: int
) -> None:
    grace = await world.borrower(verified=True)
    world.stage.clock.set(chicago(hour))

    await world.remind(grace)

    [taken] = world.stage.providers.stand_ins[Channel.SMS].taken
    assert taken.request["ValidityPeriod"] == str(seconds)


async def test_an_answer_at_night_may_wait_at_the_provider_for_an_hour(world: World) -> None:
    grace = await world.borrower(verified=True)
    world.stage.clock.set(chicago(23))

    await world.writes(grace, "how much do i owe?")

    [taken] = world.stage.providers.stand_ins[Channel.SMS].taken
    assert 3500 < int(taken.request["ValidityPeriod"]) <= 3600


async def test_a_reminder_that_twilio_kept_too_long_goes_again_the_next_morning(world: World) -> None:
    grace = await world.borrower(verified=True)
    world.stage.clock.set(chicago(20, 58))
    found = await world.remind(grace)
    [message] = await world.messages(grace)
    world.stage.clock.set(chicago(21, 1))

    await told_expired(world, grace, message)

    waiting = await contact(world, found)
    [first, second] = await world.messages(grace)
    assert (first.state, first.delivery, first.error) == ("failed", "failed", "30036")
    assert second.state == "deferred"
    assert (waiting.state, waiting.due_at) == ("waiting", chicago(8, day=14))
    async with world.services.database.begin() as work:
        reports = (await work.session.scalars(select(DeliveryReport.error))).all()
        kinds = (await work.session.scalars(select(AuditEntry.kind))).all()
    assert reports == ["30036"]
    assert "planned.deferred" in kinds
    world.stage.clock.set(chicago(8, day=14))
    await world.stage.settle()
    assert (await contact(world, found)).state == "done"
    assert len(world.said_to(grace)) == 2


async def test_a_report_told_twice_takes_the_reminder_up_once(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.remind(grace)
    [message] = await world.messages(grace)

    await told_expired(world, grace, message)
    await told_expired(world, grace, message)

    assert [one.state for one in await world.messages(grace)] == ["failed", "sent"]


async def test_an_answer_that_twilio_kept_too_long_has_failed_and_is_not_repeated(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "how much do i owe?")
    [message] = await world.messages(grace)

    await told_expired(world, grace, message)

    assert [one.state for one in await world.messages(grace)] == ["failed"]


@pytest.fixture
def queue_of_an_hour(world: World, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Our own queue at a provider takes an hour, once."""
    waited: list[str] = []

    async def take(rates: Rates, sender: str) -> bool:
        return bool(waited)

    async def wait(rates: Rates, sender: str) -> None:
        if not waited:
            world.stage.clock.set(world.stage.clock.now() + timedelta(hours=1))
        waited.append(sender)

    monkeypatch.setattr(Rates, "take", take)
    monkeypatch.setattr(Rates, "wait", wait)
    return waited


async def test_a_message_that_waited_here_past_the_hours_is_decided_again(
    world: World, queue_of_an_hour: list[str]
) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    world.stage.clock.set(chicago(20, 30))

    found = await world.remind(grace)

    assert queue_of_an_hour == ["telegram"]
    assert world.said_to(grace) == []
    [message] = await world.messages(grace)
    assert (message.state, found.state, found.due_at) == ("deferred", "waiting", chicago(8, day=14))


async def test_a_message_that_waited_here_within_the_hours_leaves(
    world: World, queue_of_an_hour: list[str]
) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)

    await world.remind(grace)

    assert len(world.said_to(grace)) == 1


async def test_a_stop_that_comes_while_a_message_waits_its_turn_holds_it_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM, verified=True)
    address = (await world.point(grace)).id

    async def take(rates: Rates, sender: str) -> bool:
        return False

    async def wait(rates: Rates, sender: str) -> None:
        async with world.services.database.begin() as work:
            point = await work.session.get(ContactPoint, address)
            assert point is not None
            await stops.opt_out(work, point, "keyword")

    monkeypatch.setattr(Rates, "take", take)
    monkeypatch.setattr(Rates, "wait", wait)
    await world.remind(grace)

    assert world.said_to(grace) == []
    [message] = await world.messages(grace)
    assert message.state == "blocked"
