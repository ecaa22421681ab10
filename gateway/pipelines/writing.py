"""Whoever waits for an answer sees that one is being written, where their channel can show it."""

from __future__ import annotations

import uuid
from typing import Literal

from channels.registry import showing_writing
from core.messages import Channel
from gateway.services import Services
from storage import conversations, reaching
from storage.work import Agent


async def show(services: Services, point_id: uuid.UUID, *, by: Literal["assistant", "person"]) -> None:
    """Show it at this address; nothing happens where the channel cannot."""
    async with services.database.begin() as work:
        channel, address = await reaching.address(work, point_id)
    if shower := showing_writing(services.receivers).get(Channel(channel)):
        await shower.show_writing(address, by=by)


async def agent_writes(services: Services, conversation_id: uuid.UUID, agent: Agent) -> bool:
    """Show that a person is writing; False and nothing shown unless `agent` holds the conversation. Raises `NotFound`."""
    async with services.database.begin() as work:
        conversation = await conversations.load(work, conversation_id)
    if conversation.held_by != "agent" or conversation.agent_id != agent.id:
        return False
    await show(services, conversation.contact_point_id, by="person")
    return True
