"""Webhooks in, a message of ours on its way, and what its provider reports of it."""

from __future__ import annotations

import uuid

from channels.base import WebhookRequest
from channels.telegram.genuine import TelegramGenuine
from core.messages import Channel, DeliveryState, DeliveryUpdate
from storage import conversations, outbound
from storage.talk import Outbound
from tests.support.world import Person, World


async def one_message(world: World, person: Person, state: str = "sending") -> Outbound:
    """A message of ours as it stands while its provider's answer is awaited."""
    async with world.services.database.begin() as work:
        point = await conversations.contact_point(work, person.channel, person.phone)
        conversation = await conversations.at_point(work, point)
        planned = await outbound.plan(
            work,
            conversation,
            key=str(uuid.uuid4()),
            purpose="reply",
            says=[{"key": "stop.help", "parameters": {}}],
        )
        assert planned is not None
        message = await outbound.load(work, planned)
        await outbound.record(
            work, message, outcome="allow", rules=[], facts={}, versions={}, next_allowed_at=None
        )
        message.state, message.text, message.language = state, "How to reach us.", "en"
        return message


def told(world: World, message: Outbound, state: DeliveryState, **more: bool) -> DeliveryUpdate:
    return DeliveryUpdate(
        Channel.SMS,
        "SM" + "1" * 32,
        state,
        world.stage.clock.now(),
        error="30003" if state is not DeliveryState.DELIVERED else None,
        our_key=message.key,
        **more,
    )


async def report(world: World, update: DeliveryUpdate) -> None:
    async with world.services.database.begin() as work:
        await outbound.report(work, update)


def telegram(world: World) -> TelegramGenuine:
    genuine = world.stage.providers.genuine[Channel.TELEGRAM]
    assert isinstance(genuine, TelegramGenuine)
    return genuine


async def receives(world: World, request: WebhookRequest, *, settle: bool = True) -> None:
    answer = await world.stage.post(request)
    assert answer.status_code == 200
    if settle:
        await world.stage.settle()
