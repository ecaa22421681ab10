"""Over to people and back: one speaker at a time, and the agent's words through the same gate."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from compliance import wording
from compliance.wording import roles
from core.errors import Conflict, Invalid
from gateway.live import DESK
from gateway.pipelines import outbound as out
from gateway.services import Services
from storage import cases, conversations, outbound, overrides, talked_of
from storage.people import TIME_BARRED, Borrower
from storage.work import Agent

LONGEST = 1600


@dataclass(frozen=True)
class Answered:
    """What became of an agent's message: sent, deferred or blocked, and by which rules or words.

    `warned`: the writer may send it as it is by saying so again; `waiting`: a second person is asked. `overridable`: one
    may be asked.
    """

    state: str
    rules: tuple[dict[str, str], ...] = ()
    overridable: bool = False


async def claim(services: Services, conversation_id: uuid.UUID, agent: Agent) -> None:
    """Take a conversation; `Conflict` says who was quicker."""
    async with services.database.begin() as work:
        held = await conversations.load(work, conversation_id)
        try:
            await conversations.claim(work, conversation_id, agent.id)
        except Conflict:
            other = await work.session.get(Agent, held.agent_id) if held.agent_id else None
            raise Conflict(
                f"{other.display_name if other else 'Another agent'} was quicker and has this conversation.",
                remedy="Pick another one from the queue.",
            ) from None
        for case in await cases.open_cases(work, conversation_id=conversation_id):
            case.claimed_by = agent.id
    await services.live.publish(DESK, {"conversation": str(conversation_id)})


async def answer(
    services: Services,
    conversation_id: uuid.UUID,
    agent: Agent,
    text: str,
    key: str,
    *,
    warned: bool = False,
    ask_second: bool = False,
) -> Answered:
    """Send an agent's words, if wording guard and gate let them; the same `key` sends once.

    `warned`: the writer has seen the warning and sends it all the same; `ask_second`: where the guard stops it, keep it for
    a second person.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise Invalid("text", "is empty or too long", remedy=f"Write up to {LONGEST} characters.")
    async with services.database.begin() as work:
        conversation = await conversations.load(work, conversation_id, lock=True)
        if conversation.held_by != "agent" or conversation.agent_id != agent.id:
            raise Conflict("You do not hold this conversation.", remedy="Claim it first.")
        borrower = (
            await work.session.get(Borrower, conversation.borrower_id) if conversation.borrower_id else None
        )
        account = await talked_of.account_of(work, conversation)
        verdict = wording.judge(
            text,
            lang=conversation.language,
            jurisdiction=borrower.jurisdiction if borrower else "US",
            verified_party=conversation.identity_at(work.now) == "verified",
            facts={
                "person_writes": True,
                TIME_BARRED: borrower is not None and TIME_BARRED in borrower.flags,
                **({"balance": str(account.balance)} if account else {}),
            },
        )
        found = list(verdict.violations)
        spans = tuple(_span(span) for span in verdict.spans)
        if found and roles.outcome(agent.role, found) == "warn":
            if not warned:
                return Answered("warned", spans, roles.may_be_let_out(found))
            work.audit("agent.warned", conversation_id, agent=str(agent.id), why=found)
        elif found:
            work.audit("agent.blocked", conversation_id, agent=str(agent.id), why=found)
            may = roles.may_be_let_out(found)
            if not (ask_second and may):
                return Answered("blocked", spans, may)
            await overrides.ask(
                work,
                conversation_id=conversation_id,
                agent_id=agent.id,
                key=key,
                text=text,
                categories=found,
            )
            return Answered("waiting", spans)
        message_id = await outbound.plan(
            work,
            conversation,
            key=f"agent:{agent.id}:{key}",
            purpose="agent_message",
            text=text,
            account_id=account.id if account else None,
            agent_id=agent.id,
        )
    if message_id is None:
        return Answered("sent")
    delivered = await out.deliver(services, message_id)
    return Answered(delivered.state, delivered.spoke)


async def settle_override(
    services: Services, override_id: uuid.UUID, agent: Agent, *, let_out: bool
) -> Answered:
    """A second person lets a stopped message out, through the gate like any other, or refuses it."""
    async with services.database.begin() as work:
        row = await overrides.settle(work, override_id, agent, "sent" if let_out else "refused")
        if not let_out:
            return Answered("refused")
        conversation = await conversations.load(work, row.conversation_id, lock=True)
        account = await talked_of.account_of(work, conversation)
        message_id = await outbound.plan(
            work,
            conversation,
            key=f"agent:{row.agent_id}:{row.key}",
            purpose="agent_message",
            text=row.text,
            account_id=account.id if account else None,
            agent_id=row.agent_id,
        )
    if message_id is None:
        return Answered("sent")
    delivered = await out.deliver(services, message_id)
    return Answered(delivered.state, delivered.spoke)


def _span(span: object) -> dict[str, str]:
    return {
        "id": f"wording.{getattr(span, 'category', '')}",
        "reference": str(getattr(span, "reference", "")),
        "why": str(getattr(span, "why", "")),
        "instead": str(getattr(span, "instead", "") or ""),
    }


async def hand_back(services: Services, conversation_id: uuid.UUID, agent: Agent, disposition: str) -> None:
    """Close the cases with their outcome and let the assistant speak again."""
    async with services.database.begin() as work:
        conversation = await conversations.load(work, conversation_id, lock=True)
        if conversation.held_by == "agent" and conversation.agent_id != agent.id:
            raise Conflict("Another agent holds this conversation.")
        for case in await cases.open_cases(work, conversation_id=conversation_id):
            await cases.close(work, case.id, disposition=disposition)
        await conversations.release(work, conversation, "assistant")
    await services.live.publish(DESK, {"conversation": str(conversation_id)})
