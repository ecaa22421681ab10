"""A script that people on every channel play through, calm or amid faults: what is said must be the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from channels.base import WebhookRequest
from channels.testing import Fault
from core.messages import Channel
from tools.stage import Stage

# Seconds. A job that is unlucky six times in a row pauses for a minute by then, 1, 2, 4 ... after each.
CLEARED_WITHIN = 300.0
CHANNELS = (Channel.SMS, Channel.WHATSAPP, Channel.TELEGRAM, Channel.WECHAT)
# Words that are answered without the assistant, so that a run takes seconds. The last ends each script.
ROUNDS: tuple[tuple[str, ...], ...] = (("HELP",), ("STOP",), ("START", "HELP"), ("STOP",))
# Daytime from New York to Honolulu: of strangers nobody knows where they are.
AT = datetime(2026, 5, 13, 20, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Writer:
    """Somebody on a channel."""

    channel: Channel
    address: str


def writers(each: int) -> list[Writer]:
    """`each` people on every channel."""
    form = {
        Channel.SMS: "+1312555{:04d}",
        Channel.WHATSAPP: "+1415555{:04d}",
        Channel.TELEGRAM: "90000{:04d}",
        Channel.WECHAT: "oStorm0000000000000000{:04d}",
    }
    return [
        Writer(channel, form[channel].format(number)) for channel in CHANNELS for number in range(1, each + 1)
    ]


@dataclass
class Weather:
    """What goes wrong: which faults providers meet, how often, and how often a webhook is told again."""

    seed: int = 0
    faults: Sequence[Fault] = ()
    likelihood: float = 0.3
    retold: float = 0.0
    _random: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def meets(self) -> Fault | None:
        """The fault of the next call, if any."""
        chance = self._random.random()
        return self._random.choice(self.faults) if self.faults and chance < self.likelihood else None

    def told(self, requests: Sequence[WebhookRequest]) -> list[WebhookRequest]:
        """The requests in order, some of them again: at once, or after the ones that follow."""
        order = list(requests)
        for request in requests:
            if self._random.random() < self.retold:
                order.insert(self._random.randint(order.index(request) + 1, len(order)), request)
        return order


async def played(stage: Stage, people: Sequence[Writer], weather: Weather) -> dict[Writer, list[str]]:
    """Play the script; what each person's provider was asked to deliver, in order."""
    for words in ROUNDS:
        requests = [written(stage, person, word) for word in words for person in people]
        for channel in CHANNELS:
            for _ in people:
                fault = weather.meets()
                if fault is not None:
                    stage.providers.stand_ins[channel].will(fault)
        for request in weather.told(requests):
            answer = await stage.post(request)
            assert answer.status_code == 200
        await stage.settle(within=CLEARED_WITHIN)
        stage.clock.set(stage.clock.now() + timedelta(minutes=1))
        for stand_in in stage.providers.stand_ins.values():
            stand_in.faults.clear()
    return {person: stage.sent_to(person.channel, person.address) for person in people}


def written(stage: Stage, person: Writer, word: str) -> WebhookRequest:
    """The request by which the person's provider tells their word."""
    return stage.providers.genuine[person.channel].text(
        word, sender=person.address, at=stage.clock.now(), number=stage.number()
    )
