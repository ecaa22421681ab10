"""A link binds one chat to one borrower for a day, and proves nobody."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from core.messages import Channel
from gateway.pipelines import binding
from storage.people import ContactPoint, Reach
from tests.gateway.wiring import receives, telegram
from tests.support.world import World

CHAT = "700000099"


async def joins(world: World, token: str = "", chat: str = CHAT) -> None:
    now, number = world.stage.clock.now(), world.stage.number()
    await receives(world, telegram(world).joined(sender=chat, at=now, number=number, binding=token))


async def reached_at(world: World, chat: str) -> list[Reach]:
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(
            select(Reach)
            .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
            .where(ContactPoint.address == chat)
        )
        return list(rows.all())


async def test_our_link_binds_the_chat_and_proves_no_identity(world: World) -> None:
    grace = await world.borrower()

    await joins(world, binding.invite(world.services, grace.borrower_id))

    [reach] = await reached_at(world, CHAT)
    assert (reach.borrower_id, reach.status) == (grace.borrower_id, "active")
    assert (reach.consent_source, reach.consent_at) == ("opened our link", world.stage.clock.now())
    conversation = await world.conversation(replace(grace, phone=CHAT, channel=Channel.TELEGRAM))
    assert (conversation.borrower_id, conversation.identity) == (grace.borrower_id, "unverified")
    [hello] = world.stage.sent_to(Channel.TELEGRAM, CHAT)
    assert "515" not in hello
    assert "Grace" not in hello


async def test_a_link_binds_one_chat_only(world: World) -> None:
    grace = await world.borrower()
    token = binding.invite(world.services, grace.borrower_id)
    await joins(world, token)

    await joins(world, token, chat="700000098")

    assert await reached_at(world, "700000098") == []


@pytest.mark.parametrize("days", [1, 30])
async def test_a_link_is_dead_after_a_day(world: World, days: int) -> None:
    grace = await world.borrower()
    token = binding.invite(world.services, grace.borrower_id)
    world.stage.clock.set(world.stage.clock.now() + timedelta(days=days, seconds=1))

    await joins(world, token)

    assert await reached_at(world, CHAT) == []


async def test_a_changed_token_binds_nobody(world: World) -> None:
    grace = await world.borrower()
    other = await world.borrower()
    genuine = binding.invite(world.services, grace.borrower_id)
    forged = binding.invite(world.services, other.borrower_id)[:36] + genuine[36:]

    for token in (forged, genuine[:-1], genuine[:36], "x" * 63):
        await joins(world, token)

    assert await reached_at(world, CHAT) == []


async def test_a_token_fits_what_channels_carry(world: World) -> None:
    token = binding.invite(world.services, uuid.uuid4())

    assert len(token) <= 64
    assert set(token) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


async def test_who_answered_as_somebody_else_is_not_bound_by_a_link(world: World) -> None:
    grace = await world.borrower(channel=Channel.TELEGRAM)
    async with world.services.database.begin() as work:
        await work.session.execute(text("update reach set status = 'wrong_party'"))

    await joins(world, binding.invite(world.services, grace.borrower_id), chat=grace.phone)

    assert [reach.status for reach in await reached_at(world, grace.phone)] == ["wrong_party"]


async def test_a_stranger_who_joins_is_welcomed_once(world: World) -> None:
    await joins(world)
    await joins(world)

    [welcome] = world.stage.sent_to(Channel.TELEGRAM, CHAT)
    assert "don't know this contact" in welcome
