"""Every provider's faults, through the whole service: nothing is lost, and nothing is said twice."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from channels.testing import Fault
from core.messages import Channel
from tools.stage import Stage, stage

PEOPLE = {
    Channel.SMS: "+13125550142",
    Channel.WHATSAPP: "+5215512345678",
    Channel.TELEGRAM: "900000142",
    Channel.WECHAT: "oAbc000000000000000000000142",
}


@pytest.fixture(scope="module")
async def running() -> AsyncIterator[Stage]:
    async with stage(with_assistant=False) as made:
        yield made


@pytest.fixture
async def service(running: Stage) -> Stage:
    await running.clear()
    return running


async def stops_everywhere(service: Stage, *faults: Fault) -> dict[Channel, int]:
    """A person on each channel writes STOP while the provider fails; how often each was then answered."""
    for channel, person in PEOPLE.items():
        for fault in faults:
            service.providers.stand_ins[channel].will(fault, after=1)
        answer = await service.writes(channel, person, "STOP")
        assert answer.status_code == 200
    await service.settle()
    return {channel: len(service.sent_to(channel, person)) for channel, person in PEOPLE.items()}


async def test_a_stop_is_confirmed_once_on_every_channel(service: Stage) -> None:
    assert await stops_everywhere(service) == dict.fromkeys(PEOPLE, 1)


@pytest.mark.parametrize("fault", [Fault.BUSY, Fault.BROKEN])
async def test_a_provider_that_fails_before_it_takes_the_answer_gets_it_again_and_says_it_once(
    service: Stage, fault: Fault
) -> None:
    assert await stops_everywhere(service, fault) == dict.fromkeys(PEOPLE, 1)


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.GATEWAY])
async def test_an_answer_that_arrived_but_was_never_confirmed_is_not_said_again(
    service: Stage, fault: Fault
) -> None:
    assert await stops_everywhere(service, fault) == dict.fromkeys(PEOPLE, 1)


async def test_a_message_delivered_three_times_is_answered_once(service: Stage) -> None:
    for channel, person in PEOPLE.items():
        number = service.number()
        for _ in range(3):
            answer = await service.writes(channel, person, "STOP", number=number)
            assert answer.status_code == 200
        await service.settle()

    assert {
        channel: len(service.sent_to(channel, person)) for channel, person in PEOPLE.items()
    } == dict.fromkeys(PEOPLE, 1)
