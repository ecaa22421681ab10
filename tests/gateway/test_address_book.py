"""Agents settle new contacts, set addresses right and make links, from the desk's own pages."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import httpx
from sqlalchemy import select, text

from gateway.api.console.login import COOKIE, csrf_of
from storage import agents
from storage.people import ContactChange, ContactPoint, Reach
from storage.work import Agent, AuditEntry
from tests.support.world import Person, World


class DeskWindow:
    """An agent who is logged in."""

    def __init__(self, world: World, agent: Agent, token: str) -> None:
        self._world, self._agent, self._token = world, agent, token

    @classmethod
    async def of(cls, world: World, role: str = "agent") -> DeskWindow:
        async with world.services.database.begin() as work:
            agent = await agents.add(
                work, username=role, display_name=role.title(), password_hash="-", role=role, once=False
            )
            await work.session.flush()
            return cls(world, agent, await agents.open_session(work, agent))

    async def sees(self, path: str) -> str:
        answer = await self._world.stage.http.get(path, headers={"cookie": f"{COOKIE}={self._token}"})
        assert answer.status_code == 200
        return html.unescape(answer.text)

    async def presses(self, path: str, *, csrf: bool = True, **fields: str) -> httpx.Response:
        mark = {"csrf": csrf_of(self._world.services, self._token)} if csrf else {}
        return await self._world.stage.http.post(
            path, data={**mark, **fields}, headers={"cookie": f"{COOKIE}={self._token}"}
        )


async def the_change(world: World) -> ContactChange:
    async with world.services.database.begin() as work:
        [found] = (await work.session.scalars(select(ContactChange))).all()
        return found


async def audited(world: World, kind: str) -> list[dict[str, object]]:
    async with world.services.database.begin() as work:
        rows = await work.session.scalars(select(AuditEntry).where(AuditEntry.kind == kind))
        return [row.body for row in rows.all()]


async def page_of(world: World, person: Person) -> str:
    return f"/desk/c/{(await world.conversation(person)).id}"


async def test_a_new_address_is_approved_by_an_agent_and_the_audit_says_who(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I moved, my new address is 1420 Oak Street, Apt 5, Chicago IL 60614")
    desk, path = await DeskWindow.of(world), await page_of(world, grace)
    assert "1420 Oak Street" in await desk.sees("/desk/contacts")
    assert "1420 Oak Street" in await desk.sees(path)

    answer = await desk.presses(f"{path}/contacts/{(await the_change(world)).id}", verdict="approve")

    change = await the_change(world)
    assert (answer.status_code, change.status, change.settled_by) == (303, "confirmed", "agent agent")
    assert [body["by"] for body in await audited(world, "contact.confirmed")] == ["agent agent"]
    assert "1420 Oak Street" not in await desk.sees("/desk/contacts")


async def test_a_new_number_that_an_agent_refuses_is_never_written_to(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "my new number is 312 555 0188")
    [code] = re.findall(r"\b\d{6}\b", world.stage.sent_to(grace.channel, "+13125550188")[0])
    desk, path = await DeskWindow.of(world), await page_of(world, grace)

    await desk.presses(f"{path}/contacts/{(await the_change(world)).id}", verdict="refuse")
    await world.writes(grace, code)

    assert (await the_change(world)).status == "refused"
    async with world.services.database.begin() as work:
        status = await work.session.scalar(
            select(Reach.status)
            .join(ContactPoint, ContactPoint.id == Reach.contact_point_id)
            .where(ContactPoint.address == "+13125550188")
        )
    assert status == "set_aside"


async def test_what_is_settled_is_not_settled_again(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "my new number is 312 555 0188")
    desk, path = await DeskWindow.of(world), await page_of(world, grace)
    change = (await the_change(world)).id
    await desk.presses(f"{path}/contacts/{change}", verdict="approve")

    answer = await desk.presses(f"{path}/contacts/{change}", verdict="refuse")

    assert (answer.status_code, (await the_change(world)).status) == (409, "confirmed")


async def test_a_change_is_settled_only_with_its_own_borrower(world: World) -> None:
    grace, other = await world.borrower(verified=True), await world.borrower()
    await world.writes(grace, "my new number is 312 555 0188")
    desk = await DeskWindow.of(world)

    answer = await desk.presses(
        f"{await page_of(world, other)}/contacts/{(await the_change(world)).id}", verdict="approve"
    )

    assert (answer.status_code, (await the_change(world)).status) == (422, "pending")


async def test_only_our_own_page_settles(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "my new number is 312 555 0188")
    desk, path = await DeskWindow.of(world), await page_of(world, grace)

    answer = await desk.presses(
        f"{path}/contacts/{(await the_change(world)).id}", csrf=False, verdict="approve"
    )

    assert (answer.status_code, (await the_change(world)).status) == (403, "pending")


async def wrongly_taken_for_somebody_else(world: World) -> Person:
    grace = await world.borrower(verified=True)
    async with world.services.database.begin() as work:
        await work.session.execute(text("update reach set status = 'wrong_party'"))
        await work.session.execute(text("update conversation set identity = 'third_party'"))
    return grace


async def test_a_supervisor_sets_a_wrong_party_right_and_the_reader_is_asked_again(world: World) -> None:
    grace = await wrongly_taken_for_somebody_else(world)
    desk, path = await DeskWindow.of(world, "supervisor"), await page_of(world, grace)
    assert "It is theirs" in await desk.sees(path)

    await desk.presses(f"{path}/addresses/{(await world.point(grace)).id}")

    assert (await world.conversation(grace)).identity == "unverified"
    assert (await world.remind(grace)).state == "done"
    assert [body["source"] for body in await audited(world, "consent.reinstated")] == ["agent supervisor"]


async def test_an_agent_sees_a_wrong_party_and_cannot_lift_it(world: World) -> None:
    grace = await wrongly_taken_for_somebody_else(world)
    desk, path = await DeskWindow.of(world), await page_of(world, grace)

    shown = await desk.sees(path)
    answer = await desk.presses(f"{path}/addresses/{(await world.point(grace)).id}")

    assert "wrong party" in shown
    assert "It is theirs" not in shown
    assert (answer.status_code, (await world.conversation(grace)).identity) == (409, "third_party")


async def test_an_agent_makes_a_link_that_goes_on_here(world: World) -> None:
    grace = await world.borrower(verified=True)
    await world.writes(grace, "I will pay 200 on friday")
    desk, path = await DeskWindow.of(world), await page_of(world, grace)

    shown = (await desk.presses(f"{path}/invite", channel="webchat")).text

    [link] = re.findall(r"https://kept\.test(/go/[\w-]{63})", shown)
    assert (await world.stage.http.post(link)).status_code == 303
    world.stage.http.cookies.clear()
    assert [body["by"] for body in await audited(world, "link.made")] == ["agent agent"]
    assert [body["before"] for body in await audited(world, "conversation.moved")] == [
        str((await world.conversation(replace(grace))).id)
    ]


async def test_no_link_is_made_for_a_channel_that_has_none(world: World) -> None:
    grace = await world.borrower()
    desk, path = await DeskWindow.of(world), await page_of(world, grace)

    answer = await desk.presses(f"{path}/invite", channel="sms")

    assert answer.status_code == 422
    assert "has no link of ours" in html.unescape(answer.text)
