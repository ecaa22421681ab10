"""An agent says what came of the question whether a debt is too old to be sued for; gate and wording follow at once."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from core.errors import Invalid
from gateway.live import DESK
from gateway.pipelines import lifting
from gateway.services import Services
from storage import conversations, desk, duties, old_debts, stops
from storage.people import TIME_BARRED
from storage.work import Agent

REFUSED = "refused_to_pay_in_writing"


@dataclass(frozen=True)
class Answer:
    """Whether it is too old, which of `old_debts.GROUNDS` shows it, and why, in a sentence for colleagues."""

    is_old: bool
    ground: str
    reason: str


async def found(
    services: Services, conversation_id: uuid.UUID, duty_id: uuid.UUID, agent: Agent, answer: Answer
) -> str:
    """Close the piece of work with its answer: `marked`, `not marked`, `lifted`, or `waiting` for a second person.

    The sentence becomes a note of the conversation; the audit has who, when and which ground. Raises `Invalid` where the
    answer is none, `Conflict` where somebody was quicker or the mark is a supervisor's to lift.
    """
    reason = lifting.said(answer.reason, "Say in a sentence how you found it.")
    if answer.ground not in old_debts.GROUNDS:
        raise Invalid("ground", "is not one of the list")
    async with services.database.begin() as work:
        duty = await duties.settle(work, duty_id, agent)
        if duty.what != old_debts.CHECK or duty.conversation_id != conversation_id:
            raise Invalid("duty", "does not ask for the age of this debt")
        conversation = await conversations.load(work, conversation_id, lock=True)
        if conversation.borrower_id is None:
            raise Invalid("duty", "nobody is known at this address")
        marked = await old_debts.found(
            work,
            conversation.borrower_id,
            agent,
            is_old=answer.is_old,
            ground=answer.ground,
            duty_id=duty_id,
        )
        await desk.add_note(work, conversation_id, agent.id, reason)
        state = "marked" if marked else "not marked"
        if answer.is_old and duty.event == "refusal":
            # Who refuses is let alone only now (CONC 7.15): before, asking was lawful.
            source = f"agent {agent.username}"
            await stops.flag(
                work, conversation.borrower_id, REFUSED, source, inbound_id=duty.inbound_id, event=duty.event
            )
        elif marked and not answer.is_old:
            state = (await lifting.ask(services, work, conversation_id, agent, TIME_BARRED, reason)).state
    await services.live.publish(DESK, {"conversation": str(conversation_id)})
    return state
