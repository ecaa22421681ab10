"""What the wording guard stops: warned or blocked by role, and let out by a second person only."""

from __future__ import annotations

import uuid

import pytest
from sqlalchemy import select

from compliance.wording import CATEGORIES, roles
from core.errors import Conflict, Invalid
from gateway.pipelines import handoff
from storage import agents, overrides
from storage.work import Agent, AuditEntry
from tests.support.world import Person, World

SUIT = "Unless this is paid we will sue you in court."
ARREST = "Pay today or a warrant will be issued for your arrest."
FEE = "A late fee of $15 applies to your account."


async def supervisor(world: World, name: str) -> Agent:
    async with world.services.database.begin() as work:
        return await agents.add(
            work, username=name.lower(), display_name=name, password_hash="-", role="supervisor", once=False
        )


async def claimed(world: World, agent: Agent) -> tuple[Person, uuid.UUID]:
    grace = await world.borrower(verified=True)
    conversation = (await world.conversation(grace)).id
    await handoff.claim(world.services, conversation, agent)
    return grace, conversation


async def audited(world: World, kind: str) -> list[AuditEntry]:
    async with world.services.database.begin() as work:
        return list(await work.session.scalars(select(AuditEntry).where(AuditEntry.kind == kind)))


async def stopped(world: World) -> list[overrides.Waiting]:
    async with world.services.database.begin() as work:
        return list(await overrides.waiting(work))


async def test_a_second_person_lets_a_stopped_message_out_and_it_stands_in_the_audit(world: World) -> None:
    ana, wei = await world.agent("Ana"), await supervisor(world, "Wei")
    grace, conversation = await claimed(world, ana)

    blocked = await handoff.answer(world.services, conversation, ana, SUIT, "k1")
    asked = await handoff.answer(world.services, conversation, ana, SUIT, "k2", ask_second=True)
    (waiting,) = await stopped(world)
    before = world.said_to(grace)
    let_out = await handoff.settle_override(world.services, waiting.override.id, wei, let_out=True)

    assert (blocked.state, blocked.overridable) == ("blocked", True)
    assert (asked.state, before) == ("waiting", [])
    assert let_out.state == "sent"
    assert any(SUIT in said for said in world.said_to(grace))
    (entry,) = await audited(world, "wording.overridden")
    assert (entry.body["agent"], entry.body["by"]) == (str(ana.id), str(wei.id))
    assert entry.body["why"] == ["false_legal_action"]
    assert SUIT not in str(entry.body)


async def test_who_wrote_it_does_not_let_it_out_nor_does_another_agent(world: World) -> None:
    ana, wei = await world.agent("Ana"), await world.agent("Wei")
    grace, conversation = await claimed(world, ana)
    await handoff.answer(world.services, conversation, ana, SUIT, "k1", ask_second=True)
    (waiting,) = await stopped(world)

    for agent in (ana, wei):
        with pytest.raises(Conflict, match="does not let it out"):
            await handoff.settle_override(world.services, waiting.override.id, agent, let_out=True)

    assert world.said_to(grace) == []


async def test_a_refused_message_is_never_sent(world: World) -> None:
    ana, wei = await world.agent("Ana"), await supervisor(world, "Wei")
    grace, conversation = await claimed(world, ana)
    await handoff.answer(world.services, conversation, ana, SUIT, "k1", ask_second=True)
    (waiting,) = await stopped(world)

    await handoff.settle_override(world.services, waiting.override.id, wei, let_out=False)

    with pytest.raises(Conflict, match="has decided"):
        await handoff.settle_override(world.services, waiting.override.id, wei, let_out=True)
    assert (await stopped(world), world.said_to(grace)) == ([], [])


async def test_nobody_lets_out_what_no_fact_makes_lawful(world: World) -> None:
    ana = await world.agent("Ana")
    _, conversation = await claimed(world, ana)

    answered = await handoff.answer(world.services, conversation, ana, ARREST, "k1", ask_second=True)

    assert (answered.state, answered.overridable) == ("blocked", False)
    assert await stopped(world) == []


async def test_a_supervisor_is_warned_where_policy_allows_and_blocked_elsewhere(world: World) -> None:
    wei = await supervisor(world, "Wei")
    grace, conversation = await claimed(world, wei)

    warned = await handoff.answer(world.services, conversation, wei, FEE, "k1")
    silent = list(world.said_to(grace))
    sent = await handoff.answer(world.services, conversation, wei, FEE, "k1", warned=True)
    blocked = await handoff.answer(world.services, conversation, wei, ARREST, "k2", warned=True)

    assert (warned.state, silent) == ("warned", [])
    assert warned.rules[0]["reference"]
    assert (sent.state, len(world.said_to(grace))) == ("sent", 1)
    assert blocked.state == "blocked"
    assert [entry.body["why"] for entry in await audited(world, "agent.warned")] == [["unauthorized_fee"]]


def test_agents_are_blocked_whatever_was_found() -> None:
    assert {roles.outcome("agent", [category]) for category in CATEGORIES} == {"block"}
    assert roles.outcome("supervisor", ["unauthorized_fee", "violence_intimidation"]) == "block"
    assert not roles.may_be_let_out(["false_legal_action", "insult"])


def test_a_table_that_names_no_category_is_refused() -> None:
    with pytest.raises(Invalid, match="rudeness"):
        roles.read_table({"agent": {"warn": ["rudeness"]}})
