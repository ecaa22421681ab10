"""A person lifts a mark or a pause, as the tables of duties allow; or writes down what has happened."""

from __future__ import annotations

import uuid

from compliance.duties import EVENTS
from core.duties import Lifting as May
from core.errors import Conflict, Invalid
from gateway.live import DESK
from gateway.pipelines import obliged
from gateway.services import Services
from storage import conversations, desk, duties, liftings, stops, talked_of
from storage.database import Work
from storage.old_debts import CHECK
from storage.people import Borrower
from storage.talk import Conversation
from storage.work import Agent

SHORTEST_REASON = 4
LONGEST_REASON = 500
# A wish of when or where to be written to was misread or taken back by word of mouth: whoever hears it asks, a
# supervisor agrees.
_OF_A_WISH = May("agent", second_person=True)
# What an agent may write down: everything that is told by people, not what providers tell or we do ourselves.
TOLD = tuple(event for event in EVENTS if event not in ("carrier_block", "first_contact"))


async def lift(services: Services, conversation_id: uuid.UUID, agent: Agent, name: str, reason: str) -> str:
    """Lift a flag or a wish of the borrower or a hold of an account: `lifted`, or `waiting` for a second person.

    Raises `Invalid` for what is not there or has no reason, `Conflict` where this person may not, or work has to be
    done first.
    """
    reason = said(reason, "Say in a sentence why it is lifted.")
    async with services.database.begin() as work:
        row = await ask(services, work, conversation_id, agent, name, reason)
    await services.live.publish(DESK, {"conversation": str(conversation_id)})
    return row.state


def said(reason: str, remedy: str) -> str:
    """A reason in a sentence, without the spaces around it; `Invalid` where there is none."""
    reason = " ".join(reason.split())
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise Invalid("reason", "is missing or too long", remedy=remedy)
    return reason


async def ask(
    services: Services, work: Work, conversation_id: uuid.UUID, agent: Agent, name: str, reason: str
) -> liftings.Lifting:
    """Ask for the lifting, which is done where one person may. Raises as `lift` does."""
    conversation = await _in_charge(work, conversation_id, agent)
    borrower = await work.session.get(Borrower, conversation.borrower_id)
    assert borrower is not None
    may = await _who_may(services, work, conversation, borrower, name)
    if may.by == "supervisor" and agent.role != "supervisor":
        raise Conflict("A supervisor lifts this.", remedy="Ask one to open this conversation.")
    await _nothing_before_it(work, borrower.id, may.after)
    return await liftings.ask(
        work,
        conversation_id=conversation.id,
        borrower_id=borrower.id,
        name=name,
        reason=reason,
        may=may,
        agent=agent,
    )


async def _who_may(
    services: Services, work: Work, conversation: Conversation, borrower: Borrower, name: str
) -> May:
    """Who may lift `name`. `Invalid` where there is no such mark, pause or wish."""
    if name.startswith(stops.WISH):
        await stops.wish(work, borrower.id, name)
        return _OF_A_WISH
    account = await talked_of.account_of(work, conversation)
    detail = borrower.flags.get(name) or (account.holds.get(name) if account else None)
    if detail is None:
        raise Invalid("name", "is neither a mark or wish of this borrower nor a pause of the account")
    return services.duties.lifting(
        name,
        borrower.jurisdiction,
        account.collector_type if account else "first_party",
        account.product if account else None,
        at=work.now,
        events=detail.get("events", ()),
    )


async def _nothing_before_it(work: Work, borrower_id: uuid.UUID, after: tuple[str, ...]) -> None:
    waiting = [duty.what for duty in await duties.of_borrower(work, borrower_id) if duty.what in after]
    if waiting:
        raise Conflict(
            f"First this has to be done: {', '.join(sorted(waiting)).replace('_', ' ')}.",
            remedy="Mark it as done under Deadlines, then lift.",
        )


async def _in_charge(work: Work, conversation_id: uuid.UUID, agent: Agent) -> Conversation:
    """The conversation, where this person holds it or is a supervisor."""
    conversation = await conversations.load(work, conversation_id, lock=True)
    if conversation.borrower_id is None:
        raise Invalid("name", "nobody is known at this address")
    holds = conversation.held_by == "agent" and conversation.agent_id == agent.id
    if not holds and agent.role != "supervisor":
        raise Conflict("You do not hold this conversation.", remedy="Claim it first.")
    return conversation


async def settle(services: Services, lifting_id: uuid.UUID, agent: Agent, *, agreed: bool) -> None:
    """A second person agrees to a lifting, or refuses it."""
    async with services.database.begin() as work:
        row = await liftings.settle(work, lifting_id, agent, agreed=agreed)
    await services.live.publish(DESK, {"conversation": str(row.conversation_id)})


async def record(services: Services, conversation_id: uuid.UUID, agent: Agent, event: str, note: str) -> None:
    """Write down what was told on the phone, by letter or by a court: it obliges like a message that says so."""
    if event not in TOLD:
        raise Invalid("event", "is not one of the list")
    async with services.database.begin() as work:
        conversation = await _in_charge(work, conversation_id, agent)
        await obliged.carry_out(
            services,
            work,
            event,
            conversation,
            source=f"agent {agent.username}",
            reason=f"recorded: {event}",
            this_address_only=True,
        )
        if note.strip():
            await desk.add_note(work, conversation.id, agent.id, note.strip())
    await services.live.publish(DESK, {"conversation": str(conversation_id)})


async def done(services: Services, duty_id: uuid.UUID, agent: Agent) -> uuid.UUID:
    """A piece of work with a deadline is done; gives its conversation. `Invalid` where its outcome has to be said."""
    async with services.database.begin() as work:
        duty = await duties.settle(work, duty_id, agent)
        if duty.what == CHECK:
            raise Invalid("duty", "is closed by its outcome", remedy="Say whether the debt is too old.")
    await services.live.publish(DESK, {"conversation": str(duty.conversation_id)})
    return duty.conversation_id
