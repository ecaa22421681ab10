"""Over to people and back."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest

from core.errors import Conflict
from core.messages import Channel
from gateway.pipelines import handoff, lifting, writing
from storage import conversations
from storage.work import Agent
from tests.support.world import Person, World


async def test_asking_for_a_person_puts_the_conversation_into_the_queue(world: World) -> None:
    grace = await world.borrower(verified=True)

    await world.writes(grace, "I want to talk to a person")

    assert [case.queue for case in await world.cases()] == ["human"]
    assert (await world.conversation(grace)).held_by == "queue"


async def test_the_second_agent_is_told_who_was_quicker(world: World) -> None:
    grace = await world.borrower(verified=True)
    ana, wei = await world.agent("Ana"), await world.agent("Wei")
    conversation = await world.conversation(grace)
    await handoff.claim(world.services, conversation.id, ana)

    with pytest.raises(Conflict, match="Ana was quicker"):
        await handoff.claim(world.services, conversation.id, wei)


async def test_the_assistant_is_silent_while_an_agent_has_the_conversation(world: World) -> None:
    grace = await world.borrower(verified=True)
    ana = await world.agent()
    await handoff.claim(world.services, (await world.conversation(grace)).id, ana)

    await world.writes(grace, "hello? how much do i owe")

    assert world.said_to(grace) == []


async def test_stop_works_while_an_agent_holds_the_conversation(world: World) -> None:
    grace = await world.borrower(verified=True)
    ana = await world.agent()
    await handoff.claim(world.services, (await world.conversation(grace)).id, ana)

    await world.writes(grace, "STOP")
    answered = await handoff.answer(
        world.services, (await world.conversation(grace)).id, ana, "Are you still there?", "k1"
    )

    assert (await world.point(grace)).opted_out_at is not None
    assert answered.state == "blocked"
    assert len(world.said_to(grace)) == 1


async def test_an_agents_lawful_words_are_sent_once(world: World) -> None:
    grace = await world.borrower(verified=True)
    ana = await world.agent()
    conversation = await world.conversation(grace)
    await handoff.claim(world.services, conversation.id, ana)

    for _ in range(2):
        await handoff.answer(
            world.services, conversation.id, ana, "We can look at this together tomorrow.", "k1"
        )

    assert len(world.said_to(grace)) == 1


async def test_a_threat_is_blocked_and_shows_rule_and_source(world: World) -> None:
    grace = await world.borrower(verified=True)
    ana = await world.agent()
    conversation = await world.conversation(grace)
    await handoff.claim(world.services, conversation.id, ana)

    answered = await handoff.answer(
        world.services, conversation.id, ana, "Pay today or a warrant will be issued for your arrest.", "k1"
    )

    assert answered.state == "blocked"
    assert any(rule["id"] == "wording.arrest_threat" and rule["reference"] for rule in answered.rules)
    assert world.said_to(grace) == []


async def test_after_hand_back_the_assistant_speaks_again(world: World) -> None:
    grace = await world.borrower(verified=True)
    ana = await world.agent()
    conversation = await world.conversation(grace)
    await handoff.claim(world.services, conversation.id, ana)
    await handoff.hand_back(world.services, conversation.id, ana, "answered")

    await world.writes(grace, "how much do i owe?")

    assert "$515.20" in world.said_to(grace)[-1]


async def test_a_hold_stays_until_a_person_lifts_it(world: World) -> None:
    grace = await world.borrower(verified=True)
    ana = await world.agent()
    await world.writes(grace, "this is not my debt, I never signed anything")
    held = await world.remind(grace)
    conversation = await world.conversation(grace)

    await handoff.claim(world.services, conversation.id, ana)
    await lifting.lift(world.services, conversation.id, ana, "disputed", "We sent what was asked for.")
    await handoff.hand_back(world.services, conversation.id, ana, "dispute")
    await world.remind(grace)

    assert held.state == "dropped"
    assert "on hold" in (held.why or "")
    assert "$515.20" in world.said_to(grace)[-1]


async def test_whoever_waits_in_the_chat_sees_that_the_agent_who_has_them_is_writing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    grace = await world.borrower(channel=Channel.WEBCHAT, verified=True)
    ana, wei = await world.agent("Ana"), await world.agent("Wei")
    conversation = await world.conversation(grace)
    await handoff.claim(world.services, conversation.id, ana)
    pushed: list[tuple[str, dict[str, Any]]] = []

    async def publish(topic: str, message: dict[str, Any]) -> None:
        pushed.append((topic, message))

    monkeypatch.setattr(world.services.live, "publish", publish)

    assert not await writing.agent_writes(world.services, conversation.id, wei)
    assert pushed == []
    assert await writing.agent_writes(world.services, conversation.id, ana)
    assert pushed == [(f"chat:{grace.phone}", {"writing": "person"})]


async def test_nobody_is_told_of_writing_once_the_conversation_is_handed_back(world: World) -> None:
    grace = await world.borrower(channel=Channel.WEBCHAT, verified=True)
    ana = await world.agent("Ana")
    conversation = await world.conversation(grace)
    await handoff.claim(world.services, conversation.id, ana)
    await handoff.hand_back(world.services, conversation.id, ana, "rpc_stalled")

    assert not await writing.agent_writes(world.services, conversation.id, ana)


async def told_to_an_agent(world: World, grace: Person, text: str) -> tuple[Agent, uuid.UUID]:
    """An agent has the conversation, and the person writes `text`."""
    ana = await world.agent()
    conversation = await world.conversation(grace)
    await handoff.claim(world.services, conversation.id, ana)
    await world.writes(grace, text)
    return ana, conversation.id


async def test_a_death_told_to_an_agent_stops_agent_and_reminders(world: World) -> None:
    grace = await world.borrower(verified=True)

    ana, conversation_id = await told_to_an_agent(world, grace, "her son here, she passed away last week")
    answered = await handoff.answer(
        world.services, conversation_id, ana, "The account has 515.20 open.", "k1"
    )
    await handoff.hand_back(world.services, conversation_id, ana, "answered")
    held = await world.remind(grace)

    assert answered.state == "blocked"
    assert held.state == "dropped"
    assert (await world.conversation(grace)).identity == "third_party"
    assert world.said_to(grace) == []


async def test_an_agent_who_is_told_of_a_lawyer_keeps_the_floor_and_sees_the_case(world: World) -> None:
    grace = await world.borrower(verified=True)

    ana, conversation_id = await told_to_an_agent(world, grace, "talk to my lawyer John Smith, not to me")
    answered = await handoff.answer(world.services, conversation_id, ana, "Please pay by Friday.", "k1")

    assert [case.queue for case in await world.cases()] == ["attorney"]
    assert (await world.conversation(grace)).held_by == "agent"
    assert "house.attorney" in {rule["id"] for rule in answered.rules}


async def test_an_agent_is_not_let_through_on_a_proof_that_has_run_out(world: World) -> None:
    grace = await world.borrower(verified=True)
    ana = await world.agent()
    conversation = await world.conversation(grace)
    await handoff.claim(world.services, conversation.id, ana)
    async with world.services.database.begin() as work:
        held = await conversations.load(work, conversation.id)
        held.verified_until = work.now - timedelta(minutes=1)

    answered = await handoff.answer(world.services, conversation.id, ana, "515.20 is still open.", "k1")

    assert "kept.identity" in {rule["id"] for rule in answered.rules}
    assert world.said_to(grace) == []


async def test_what_was_put_off_is_not_called_sent_when_it_is_pressed_again(world: World) -> None:
    ana, grace = await world.agent(), await world.borrower(verified=True)
    conversation = await world.conversation(grace)
    await handoff.claim(world.services, conversation.id, ana)
    world.stage.clock.set(world.stage.clock.now() + timedelta(hours=12))
    words = "We can look at this together tomorrow."

    first = await handoff.answer(world.services, conversation.id, ana, words, "k1")
    again = await handoff.answer(world.services, conversation.id, ana, words, "k1")

    assert (first.state, again.state, world.said_to(grace)) == ("deferred", "deferred", [])
