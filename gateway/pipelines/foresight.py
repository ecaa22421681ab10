"""What the gate would say of a message of our own initiative now; nothing is kept or sent."""

from __future__ import annotations

import uuid
from typing import Any

from gateway.pipelines import outbound as out
from gateway.services import Services
from storage import observing, outbound, reaching
from storage.people import Borrower


class _Undo(Exception):
    """Ends the transaction; nothing of it stays."""


async def blocked_channels(
    services: Services, borrower_id: uuid.UUID, account_id: uuid.UUID
) -> list[dict[str, Any]]:
    """Channels on which a reminder may not go now, each with the moment from which it may (None: not by waiting);
    one entry for `all` when that holds everywhere."""
    async with services.database.begin() as work:
        channels = [point["channel"] for point in await observing.addresses(work, borrower_id)]
    found = []
    for channel in dict.fromkeys(channels):
        blocked, until = await _ask(services, borrower_id, account_id, channel)
        if blocked:
            found.append({"channel": channel, "until": until})
    if channels and len(found) == len(set(channels)) and len({entry["until"] for entry in found}) == 1:
        return [{"channel": "all", "until": found[0]["until"]}, *found]
    return found


async def _ask(
    services: Services, borrower_id: uuid.UUID, account_id: uuid.UUID, channel: str
) -> tuple[bool, str | None]:
    answer: tuple[bool, str | None] = (True, None)
    try:
        async with services.database.begin() as work:
            borrower = await work.session.get(Borrower, borrower_id)
            assert borrower is not None
            conversation = await reaching.conversation_for(work, borrower, channel=channel)
            if conversation is None:
                raise _Undo
            message_id = await outbound.plan(
                work,
                conversation,
                key=f"foresight:{uuid.uuid4()}",
                purpose="reminder",
                says=[{"key": "opening.hello", "parameters": {"name": borrower.name}}],
                account_id=account_id,
            )
            assert message_id is not None
            seen = await out.foresee(services, work, message_id)
            answer = (seen.state != "would go", seen.until.isoformat() if seen.until else None)
            raise _Undo
    except _Undo:
        return answer
