"""Providers fail and repeat themselves at random: each person hears what they hear on a calm day, once, in order."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from itertools import permutations
from urllib.parse import urlencode

import pytest
from sqlalchemy import func, select

from channels.base import WebhookRequest
from channels.testing import Fault
from channels.twilio.signature import sign
from core.messages import Channel
from storage.talk import Inbound, Outbound
from tests.faults.storms import AT, CHANNELS, ROUNDS, Weather, Writer, played, writers
from tools.stage import Stage, stage
from tools.stage.providers import ACCOUNT, PUBLIC_URL, SMS_FROM, TWILIO_TOKEN

BEFORE = (Fault.BUSY, Fault.BROKEN)
AFTER = (Fault.CUT, Fault.GATEWAY)


@pytest.fixture(scope="module")
async def running() -> AsyncIterator[Stage]:
    async with stage(with_assistant=False) as made:
        yield made


@pytest.fixture
async def service(running: Stage) -> Stage:
    await running.clear(AT)
    return running


async def calm(service: Stage, people: list[Writer]) -> dict[Writer, list[str]]:
    said = await played(service, people, Weather())
    await service.clear(AT)
    return said


async def left_over(service: Stage) -> int:
    """Messages of ours of which nothing was decided or whose sending is still going on."""
    async with service.services.database.begin() as work:
        open_ones = select(func.count()).where(Outbound.state.in_(["planned", "sending"]))
        return int(await work.session.scalar(open_ones) or 0)


async def heard(service: Stage) -> int:
    async with service.services.database.begin() as work:
        return int(await work.session.scalar(select(func.count()).select_from(Inbound)) or 0)


async def storm(service: Stage, people: list[Writer], weather: Weather) -> None:
    expected = await calm(service, people)

    said = await played(service, people, weather)

    assert all(len(texts) == 5 for texts in expected.values())
    assert said == expected
    assert await left_over(service) == 0
    assert await heard(service) == len(people) * sum(len(words) for words in ROUNDS)


async def test_a_storm_of_every_kind_says_what_a_calm_day_says(service: Stage) -> None:
    await storm(service, writers(1), Weather(seed=7, faults=BEFORE + AFTER, retold=0.4))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
async def test_twelve_storms_say_what_a_calm_day_says(service: Stage, seed: int) -> None:
    await storm(service, writers(6), Weather(seed=seed, faults=BEFORE + AFTER, likelihood=0.5, retold=0.5))


@pytest.mark.slow
@pytest.mark.parametrize("fault", [*BEFORE, *AFTER, Fault.SILENT])
async def test_one_fault_for_everybody_says_what_a_calm_day_says(service: Stage, fault: Fault) -> None:
    likelihood = 0.2 if fault is Fault.SILENT else 1.0
    await storm(service, writers(2), Weather(seed=3, faults=(fault,), likelihood=likelihood))


def delivery(service: Stage, sid: str, state: str, to: str) -> WebhookRequest:
    """What Twilio tells of a message, signed."""
    fields = {"AccountSid": ACCOUNT, "MessageSid": sid, "MessageStatus": state, "To": to, "From": SMS_FROM}
    url = f"{PUBLIC_URL}/twilio/status"
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": sign(url, fields, auth_token=TWILIO_TOKEN),
    }
    return WebhookRequest("POST", url, headers, urlencode(fields).encode(), service.clock.now())


async def test_deliveries_end_alike_in_whatever_order_and_however_often_they_are_told(service: Stage) -> None:
    orders = list(permutations(("queued", "sent", "delivered")))
    people = [Writer(Channel.SMS, f"+1312555{number:04d}") for number in range(1, len(orders) + 1)]
    for person in people:
        await service.writes(person.channel, person.address, "HELP")
    await service.settle()
    sids = {taken.recipient: taken.provider_id for taken in service.providers.stand_ins[Channel.SMS].taken}

    told = [
        delivery(service, sids[person.address], state, person.address)
        for person, order in zip(people, orders, strict=True)
        for state in (*order, *order[:2])
    ]
    for request in told:
        assert (await service.post(request)).status_code == 200

    async with service.services.database.begin() as work:
        ends = list((await work.session.scalars(select(Outbound.delivery))).all())
    assert ends == ["delivered"] * len(people)


async def test_deliveries_told_before_our_own_answer_is_kept_are_not_lost(service: Stage) -> None:
    """The provider's books number messages from one, so what it will say of the next can be told before."""
    person = Writer(Channel.SMS, "+13125550077")
    stand_in = service.providers.stand_ins[Channel.SMS]
    sid = f"SM{stand_in.number() + 1:032x}"

    for state in random.Random(5).sample(["delivered", "sent", "queued"], 3):
        assert (await service.post(delivery(service, sid, state, person.address))).status_code == 200
    await service.writes(person.channel, person.address, "HELP")
    await service.settle()

    async with service.services.database.begin() as work:
        [message] = (await work.session.scalars(select(Outbound))).all()
    assert (message.provider_id, message.state, message.delivery) == (sid, "sent", "delivered")


def test_every_channel_takes_part() -> None:
    assert {writer.channel for writer in writers(1)} == set(CHANNELS)
