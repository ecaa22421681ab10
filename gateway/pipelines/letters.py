"""Dead letters: jobs that were given up. A person sees each; a borrower who waits for an answer gets a person."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from gateway.services import Services
from storage import cases, conversations, work


async def bury(services: Services, task: str, arguments: Mapping[str, str], error: BaseException) -> None:
    """Keep what could not be done and, where a borrower waits for an answer, put a person in."""
    async with services.database.begin() as unit:
        unit.session.add(
            work.DeadLetter(task=task, arguments=dict(arguments), error=type(error).__name__, at=unit.now)
        )
        unit.audit("job.given_up", task, error=type(error).__name__)
        if task != "turn":
            return
        conversation = await conversations.load(unit, uuid.UUID(arguments["conversation_id"]), lock=True)
        await cases.open_case(
            unit,
            conversation,
            queue="human",
            priority="high",
            reason="the assistant could not answer",
        )
