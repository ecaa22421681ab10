"""A conversation begun in one channel goes on in another by a link of ours, where it was."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from channels.telegram.genuine import TelegramGenuine
from core.errors import Invalid
from core.messages import Channel
from gateway.chat_sessions import COOKIE
from gateway.pipelines import binding, handoff
from storage.people import ContactPoint, Reach
from storage.talk import Conversation
from tests.support.world import Person, World

LINK = re.compile(r"https://kept\.test(/go/[A-Za-z0-9_-]{63})")


def link_in(text: str) -> str:
    found = LINK.search(text)
    assert found is not None, text
    return found[1]


async def asks_for_the_web(world: World) -> tuple[Person, str]:
    """A borrower who is promising by SMS, has an open question, and asks to go on in the web chat."""
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I will pay 200 on friday")
    await world.writes(grace, "can we continue this on the web?")
    return grace, link_in(world.said_to(grace)[-1])


async def chats(world: World) -> list[tuple[Conversation, Reach]]:
    async with world.services.database.begin() as work:
        rows = await work.session.execute(
            select(Conversation, Reach)
            .join(ContactPoint, ContactPoint.id == Conversation.contact_point_id)
            .join(Reach, Reach.contact_point_id == ContactPoint.id)
            .where(ContactPoint.channel == "webchat")
        )
        return [(conversation, reach) for conversation, reach in rows.all()]


class Window:
    """A browser of its own."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._cookie = ""

    async def opens(self, path: str) -> int:
        answer = await self._world.stage.http.post(path, headers=self._headers())
        self._cookie = answer.cookies.get(COOKIE) or self._cookie
        self._world.stage.http.cookies.clear()
        await self._world.stage.settle()
        return answer.status_code

    async def writes(self, text: str, number: int = 1) -> None:
        self._world.stage.clock.set(self._world.stage.clock.now() + timedelta(seconds=5))
        answer = await self._world.stage.http.post(
            "/chat/messages",
            json={"id": f"message-{number:04d}", "text": text},
            headers=self._headers(),
        )
        assert answer.status_code == 200
        await self._world.stage.settle()

    async def shows(self) -> list[str]:
        answer = await self._world.stage.http.get("/chat/history", headers=self._headers())
        return [str(line["text"]) for line in answer.json()["lines"]]

    def _headers(self) -> dict[str, str]:
        return {"cookie": f"{COOKIE}={self._cookie}"} if self._cookie else {}


async def test_it_goes_on_in_the_web_chat_where_it_was(world: World) -> None:
    grace, link = await asks_for_the_web(world)
    window = Window(world)

    assert await window.opens(link) == 303
    [hello] = await window.shows()
    assert "date of birth" in hello
    assert "515" not in hello
    assert "200" not in hello
    await window.writes(grace.born)
    assert "how will you pay" in (await window.shows())[-1].lower()
    await window.writes("by card", 2)
    await window.writes("yes", 3)

    live = [row for row in await world.promises(grace) if row.status != "superseded"]
    assert [(str(row.amount.normalize()), row.method, row.status) for row in live] == [
        ("2E+2", "card", "confirmed")
    ]


async def test_identity_does_not_come_along(world: World) -> None:
    grace, link = await asks_for_the_web(world)

    await Window(world).opens(link)

    [(chat, reach)] = await chats(world)
    assert (chat.borrower_id, chat.identity, reach.status) == (grace.borrower_id, "unverified", "active")
    assert (await world.conversation(grace)).identity == "verified"


async def test_looking_at_a_link_does_not_use_it_up(world: World) -> None:
    _, link = await asks_for_the_web(world)

    seen = [(await world.stage.http.get(link)).status_code for _ in range(3)]

    assert seen == [200, 200, 200]
    assert await Window(world).opens(link) == 303


async def test_a_link_opens_one_chat_and_then_a_friendly_page(world: World) -> None:
    _, link = await asks_for_the_web(world)
    await Window(world).opens(link)

    again = await Window(world).opens(link)
    page = await world.stage.http.get(link, headers={"accept-language": "es-MX,es;q=0.9"})

    assert (again, page.status_code, len(await chats(world))) == (410, 410, 1)
    assert "Este enlace ya no sirve" in page.text


async def test_a_link_is_dead_after_a_day(world: World) -> None:
    _, link = await asks_for_the_web(world)
    world.stage.clock.set(world.stage.clock.now() + timedelta(days=1, seconds=1))

    assert ((await world.stage.http.get(link)).status_code, await Window(world).opens(link)) == (410, 410)
    assert await chats(world) == []


@pytest.mark.parametrize("token", ["x" * 63, "short", "%2e%2e", "a" * 5000])
async def test_what_is_no_link_of_ours_opens_nothing(world: World, token: str) -> None:
    answer = await world.stage.http.get(f"/go/{token}")

    assert answer.status_code in (404, 410)
    assert await chats(world) == []


async def test_a_link_for_one_channel_binds_no_other(world: World) -> None:
    _, link = await asks_for_the_web(world)
    genuine = world.stage.providers.genuine[Channel.TELEGRAM]
    assert isinstance(genuine, TelegramGenuine)

    await world.stage.post(
        genuine.joined(
            sender="700000321",
            at=world.stage.clock.now(),
            number=world.stage.number(),
            binding=link.removeprefix("/go/"),
        )
    )
    await world.stage.settle()

    async with world.services.database.begin() as work:
        found = await work.session.scalars(
            select(Reach)
            .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
            .where(ContactPoint.address == "700000321")
        )
        assert found.all() == []


async def test_telegram_goes_on_by_its_own_deep_link(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I will pay 200 on friday")
    await world.writes(grace, "can we talk on telegram instead")
    link = link_in(world.said_to(grace)[-1])

    answer = await world.stage.http.get(link)
    token = link.removeprefix("/go/")
    assert answer.headers["location"].endswith(f"?start={token}")
    genuine = world.stage.providers.genuine[Channel.TELEGRAM]
    assert isinstance(genuine, TelegramGenuine)
    at, number = world.stage.clock.now(), world.stage.number()
    await world.stage.post(genuine.joined(sender="700000321", at=at, number=number, binding=token))
    await world.stage.settle()
    there = replace(grace, channel=Channel.TELEGRAM, phone="700000321")
    assert "date of birth" in world.said_to(there)[-1]
    await world.writes(there, grace.born)
    await world.writes(there, "by card")

    assert [row.method for row in await world.promises(grace) if row.status == "pending"] == ["card"]


async def test_nobody_gets_a_link_before_it_is_known_who_writes(world: World) -> None:
    grace = await world.borrower()

    await world.writes(grace, "can we continue this on the web?")

    assert not LINK.search(" ".join(world.said_to(grace)))


async def test_a_locked_identity_stays_locked_in_the_new_channel(world: World) -> None:
    grace = await world.borrower()
    conversation = await world.conversation(grace)
    async with world.services.database.begin() as work:
        found = await work.session.get(Conversation, conversation.id)
        assert found is not None
        found.identity, found.identity_attempts = "failed", 2
        made = binding.link(
            world.services,
            work,
            grace.borrower_id,
            channel="webchat",
            made_by="test",
            continues=conversation.id,
        )

    window = Window(world)
    await window.opens(link_in(made.url))
    await window.writes(grace.born)

    [(chat, _)] = await chats(world)
    assert (chat.identity, chat.identity_attempts) == ("failed", 2)
    assert "515" not in " ".join(await window.shows())


async def test_who_has_the_floor_goes_along(world: World) -> None:
    grace, link = await asks_for_the_web(world)
    await world.writes(grace, "I want to talk to a person")
    ana = await world.agent()
    await handoff.claim(world.services, (await world.conversation(grace)).id, ana)

    window = Window(world)
    await window.opens(link)
    await window.writes("hello?")

    [(chat, _)] = await chats(world)
    assert (chat.held_by, chat.agent_id) == ("agent", ana.id)
    assert {case.conversation_id for case in await world.cases()} == {chat.id}
    assert await window.shows() == ["hello?"]


async def test_there_are_links_only_where_a_link_leads(world: World) -> None:
    grace = await world.borrower()

    async with world.services.database.begin() as work:
        with pytest.raises(Invalid, match="channel"):
            binding.link(world.services, work, grace.borrower_id, channel="sms", made_by="test")
