"""What agents settle of a borrower's contacts: approve, refuse, set right, and make a link for."""

from __future__ import annotations

import uuid

from core.errors import Conflict, Invalid
from gateway.live import DESK
from gateway.pipelines import binding
from gateway.services import Services
from storage import changes, conversations, reaching
from storage.work import Agent


async def settle(
    services: Services, conversation_id: uuid.UUID, change_id: uuid.UUID, agent: Agent, *, approve: bool
) -> None:
    """Approve or refuse a pending contact; `Conflict` where it is settled already."""
    async with services.database.begin() as work:
        conversation = await conversations.load(work, conversation_id)
        change = await changes.load(work, change_id)
        if change.borrower_id != conversation.borrower_id:
            raise Invalid("change", "is of another borrower")
        if change.status != "pending":
            raise Conflict(f"This contact is {change.status} already.", remedy="Reload the page.")
        by = f"agent {agent.username}"
        await (changes.confirm(work, change, by) if approve else changes.refuse(work, change, by))
    await services.live.publish(DESK, {"conversation": str(conversation_id)})


async def set_right(
    services: Services, conversation_id: uuid.UUID, point_id: uuid.UUID, agent: Agent
) -> None:
    """An address that was taken for somebody else's, set aside or in another's hand, is the borrower's after all.

    What was marked as somebody else's only a supervisor sets right, who answers for it; who reads there is asked
    who they are again.
    """
    async with services.database.begin() as work:
        conversation = await conversations.load(work, conversation_id)
        if conversation.borrower_id is None:
            raise Invalid("address", "is of nobody we know")
        status = await reaching.standing(work, conversation.borrower_id, point_id)
        here = conversation.contact_point_id == point_id
        lent = status == "active" and here and conversation.identity == "third_party"
        if status not in ("wrong_party", "set_aside") and not lent:
            raise Conflict("This address is in use already.", remedy="Reload the page.")
        if status == "wrong_party" and agent.role != "supervisor":
            raise Conflict(
                "Only a supervisor sets right an address that is marked as somebody else's.",
                remedy="Ask a supervisor to look at the conversation.",
            )
        await reaching.reinstate(work, conversation.borrower_id, point_id, by=f"agent {agent.username}")
    await services.live.publish(DESK, {"conversation": str(conversation_id)})


async def invite(services: Services, conversation_id: uuid.UUID, channel: str, agent: Agent) -> binding.Link:
    """A link that leads the borrower from this conversation to `channel`; the agent gives it on."""
    async with services.database.begin() as work:
        conversation = await conversations.load(work, conversation_id)
        if conversation.borrower_id is None or conversation.identity == "third_party":
            raise Invalid("channel", "no link is made for somebody we do not know")
        return binding.link(
            services,
            work,
            conversation.borrower_id,
            channel=channel,
            made_by=f"agent {agent.username}",
            continues=conversation.id,
        )
