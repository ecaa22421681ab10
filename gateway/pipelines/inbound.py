"""In: signature, store once, words of law, queue, answer; then the turn, in the borrower's lane."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

import structlog

from actions import turn as turns
from actions.turn import Meant
from channels.base import WebhookAnswer
from channels.media import LARGEST, Fetched, Unwanted
from compliance import keywords
from core.messages import DeliveryUpdate, InboundMessage, Kind
from gateway.jobs import queue
from gateway.live import DESK
from gateway.pipelines import attachments, binding, moving, obliged, ordinary, overdue, understanding, writing
from gateway.pipelines import outbound as out
from gateway.services import Services
from storage import conversations, outbound, stops, talked_of
from storage.conversations import Received
from storage.database import Work
from storage.talk import Conversation, Inbound

log = structlog.get_logger()

# What a provider did by itself on one of its own words, as we call it.
_PROVIDERS_WORD: dict[str, Literal["opt_out", "opt_in", "help"]] = {
    "stop": "opt_out",
    "start": "opt_in",
    "help": "help",
}
_ANSWERED = "the provider has answered the word itself"


@dataclass(frozen=True)
class Became:
    """What a stored event became, for `kept replay` and the counters."""

    kind: str
    why: str = ""
    reply: bool = False


_HERE_ALREADY = Became("duplicate", "this provider id is here already")


async def take_in(services: Services, answer: WebhookAnswer) -> list[Became]:
    """Store every event of a verified request together with its job, in order; done when all are committed."""
    return [await _take_one(services, event) for event in answer.events]


async def _take_one(services: Services, event: object) -> Became:
    if isinstance(event, InboundMessage):
        return await _take_message(services, event)
    if isinstance(event, DeliveryUpdate):
        async with services.database.begin() as work:
            if await outbound.reported(work, event):
                return Became("duplicate", "the provider has told this before")
            message = await outbound.report(work, event, block=obliged.by_block(services, work))
            if message is not None and (event.expired or event.window_shut):
                await overdue.take_up_again(work, message)
            elif message is not None:
                await obliged.first_word(services, work, message)
        await services.live.publish(DESK, {"receipt": True})
        return Became("status", "" if message else "kept until its message is known")
    return Became("ignored", getattr(event, "why", ""))


async def take_file(services: Services, message: InboundMessage, body: bytes) -> Became:
    """Store a message of our own page together with the file in it (at most `channels.media.LARGEST` bytes).

    Raises `Unwanted` for a file that is not taken, told by its own first bytes.
    """
    if len(body) > LARGEST:
        raise Unwanted("The file is larger than any that is taken.")
    with_file, file = attachments.uploaded(message, body)
    return await _take_message(services, with_file, file)


async def _take_message(services: Services, message: InboundMessage, file: Fetched | None = None) -> Became:
    """Store a message after those that came before it from the same address: with others, or by itself."""
    async with services.in_order.after_earlier((message.channel, message.sender)):
        stored = await ordinary.taken(services, message)
        if stored is None:
            return await _message(services, message, file)
    return Became("queued", reply=stored.held_by != "agent") if stored.fresh else _HERE_ALREADY


async def _message(services: Services, message: InboundMessage, file: Fetched | None) -> Became:
    async with services.database.begin() as work:
        point = await conversations.contact_point(work, message.channel, message.sender)
        heard = _heard(message, opted_out=point.opted_out_at is not None)
        bound = await binding.redeem(services, work, point, message.binding) if message.binding else None
        received = await conversations.receive(
            work, message, heard=heard.kind if heard else None, about=bound.borrower if bound else None
        )
        if received is None:
            return _HERE_ALREADY
        if message.channel not in services.buttons:
            received.inbound.meant = await outbound.numbered(work, received.conversation.id, message.text)
        if message.media:
            await attachments.expect(services, work, received, message, file)
        first_words: Sequence[Mapping[str, Any]] = ()
        if bound is not None and bound.invitation is not None:
            first_words = await moving.go_on(
                services, work, bound.invitation, bound.borrower, received.conversation
            )
        corrected = None
        if message.kind is Kind.EDIT:
            corrected = await conversations.edit(work, received, message.edits)
        became = await _by_law(services, work, received, heard, message, first_words)
        if corrected is not None:
            became = await _corrected(work, received, corrected, became)
        if became is None:
            await queue.turn(work, received.conversation.id, received.lane)
            became = Became("queued", reply=received.conversation.held_by != "agent")
    await services.live.publish(DESK, {"conversation": str(received.conversation.id)})
    return became


def _heard(message: InboundMessage, *, opted_out: bool) -> keywords.Heard | None:
    """The words of law in a message: as we read them, else as its provider did, who acted on them already.

    A provider takes YES for START from anybody; of who never stopped us it is an answer to what we asked.
    """
    heard = keywords.heard(message.text, opted_out=opted_out, channel=message.channel)
    if heard is not None and heard.kind == "opt_in" and not message.proven:
        return None  # anybody may stop us at an address; a consent must be its owner's
    kind = _PROVIDERS_WORD.get(message.answered_keyword or "")
    if kind is None or (heard is not None and heard.kind == kind) or (kind == "opt_in" and not opted_out):
        return heard
    return keywords.Heard(kind, True, "channel", message.language_hint or "en", (0, len(message.text)))


async def _by_law(
    services: Services,
    work: Work,
    received: Received,
    heard: keywords.Heard | None,
    message: InboundMessage,
    first_words: Sequence[Mapping[str, Any]] = (),
) -> Became | None:
    """What the words themselves demand, before any model and whoever holds the conversation.

    None when the message still has to go through a turn: it said more than the keyword.
    """
    inbound, point, conversation = received.inbound, received.contact_point, received.conversation
    if message.kind is Kind.LEFT:
        await obliged.carry_out(
            services, work, "carrier_block", conversation, source="provider", inbound_id=inbound.id
        )
        return Became("left", "the person blocked or left us there")
    if message.kind is Kind.JOINED:
        if point.opted_out_at is not None:
            await stops.opt_in(work, point, "provider", inbound_id=inbound.id)
        return await _welcome(work, received, first_words)
    if heard is None:
        return None
    answered = message.answered_keyword is not None
    if heard.kind == "opt_out":
        return await _stop(services, work, received, heard, answered=answered)
    if heard.kind == "opt_in":
        await stops.opt_in(work, point, "keyword", inbound_id=inbound.id)
    if not answered:
        key = "stop.welcome_back" if heard.kind == "opt_in" else "stop.help"
        await _answer(work, received, key, "reply")
    await conversations.settle_without_turn(work, inbound, "keyword")
    log.info("heard", kind=heard.kind, conversation=str(conversation.id))
    return Became(heard.kind, _ANSWERED if answered else "", reply=not answered)


async def _corrected(
    work: Work, received: Received, corrected: Inbound, became: Became | None
) -> Became | None:
    """A waiting message has new words: it and its correction are answered as one, by the turn or by law."""
    if received.inbound.turn_id is not None:
        corrected.turn_id = received.inbound.turn_id
        return became
    await conversations.settle_without_turn(work, received.inbound, "edit")
    return became or Became("edited", "a waiting message was corrected")


async def _welcome(work: Work, received: Received, first_words: Sequence[Mapping[str, Any]] = ()) -> Became:
    """Whoever comes to a channel hears once where they are, and of a debt nothing.

    By a link of ours they hear `first_words`: how the conversation goes on.
    """
    conversation = received.conversation
    if first_words:
        account = await talked_of.account_of(work, conversation)
        planned = await outbound.plan(
            work,
            conversation,
            key=f"moved:{received.inbound.id}",
            purpose="reply",
            says=first_words,
            account_id=account.id if account else None,
        )
        if planned:
            await queue.delivery(work, planned, received.lane)
        return Became("joined", "by a link of ours", reply=planned is not None)
    key = "small_talk.hello" if conversation.borrower_id else "opening.unknown_number"
    fresh = await _answer(work, received, key, "reply", once=f"joined:{conversation.id}")
    return Became("joined", "" if fresh else "welcomed before", reply=fresh)


async def _stop(
    services: Services, work: Work, received: Received, heard: keywords.Heard, *, answered: bool
) -> Became | None:
    inbound, conversation = received.inbound, received.conversation
    everything = heard.scope == "all" and conversation.borrower_id is not None
    fresh = await obliged.carry_out(
        services,
        work,
        "cease" if everything else "opt_out",
        conversation,
        source="keyword",
        inbound_id=inbound.id,
        reason="demands that contact ends" if everything else "",
        this_address_only=heard.wrong_number,
    )
    if heard.wrong_number:
        await obliged.carry_out(
            services, work, "wrong_number", conversation, source="keyword", inbound_id=inbound.id
        )
    confirm = (await obliged.duties_of(services, work, "opt_out", conversation)).confirm
    confirmed = fresh and not answered and confirm is not None
    if heard.exact:
        await conversations.settle_without_turn(work, inbound, "keyword")
    else:
        # The confirmation waits behind the turn, in the same lane: what else was said may be answered in it.
        await queue.turn(work, received.conversation.id, received.lane)
    if confirmed and confirm is not None:
        key = "stop.ceased" if everything else confirm.key
        once = outbound.confirmation_of(received.inbound.id)
        await _answer(work, received, key, "opt_out_confirmation", once=once)
    return Became("opt_out", _ANSWERED if answered else "" if fresh else "opted out already", reply=confirmed)


async def _answer(work: Work, received: Received, key: str, purpose: str, *, once: str = "") -> bool:
    """Plan an answer that no turn gives; False where it was planned before, under the same `once`."""
    planned = await outbound.plan(
        work,
        received.conversation,
        key=once or f"inbound:{received.inbound.id}:{key}",
        purpose=purpose,
        says=[{"key": key, "parameters": {}}],
    )
    if planned:
        await queue.delivery(work, planned, received.lane)
    return planned is not None


async def take_turn(services: Services, conversation_id: uuid.UUID) -> bool:
    """Run the next turn of a conversation to its end; False when nothing waits.

    A turn that dies is run again from where the dialogue stood: what it decided is kept under its id, what it
    planned under its keys, and the assistant's memory of it is put back.
    """
    await _let_them_finish(services, conversation_id)
    async with services.database.begin() as work:
        opened = await conversations.open_turn(work, conversation_id)
        if opened is None:
            return False
        turn, messages = opened
        conversation = await conversations.load(work, conversation_id, lock=True)
        silent = conversation.held_by == "agent"
        text = "\n".join(message.said for message in messages if message.text)
        again, decided = turn.attempts > 1, turn.outcome is not None
        if silent and (decided or not text.strip()):
            turn.outcome, turn.finished_at = {"by": "agent"}, work.now
            return True
    if silent:
        await _overhear(services, conversation_id, turn.id, text)
        return True
    if not decided:
        await writing.show(services, conversation.contact_point_id, by="assistant")
        if again:
            await services.rasa.put_back(str(conversation_id), str(turn.id))
        await services.rasa.converse(str(conversation_id), text or "…", {"turn_id": str(turn.id)})
    await _say_all(services, turn.id)
    async with services.database.begin() as work:
        await conversations.finish_turn(work, turn.id)
    return True


async def _overhear(services: Services, conversation_id: uuid.UUID, turn_id: uuid.UUID, text: str) -> None:
    """An agent answers; what the words oblige us to holds from now on, for the agent too, who sees it at the desk."""
    said = (await services.rasa.understand([understanding.readable(text)]))[0]
    others = [one for one in said.ranking if one[0] != said.intent]
    second, weight = others[0] if others else (None, 0.0)
    async with services.database.begin() as work:
        meant = Meant(said.intent, said.confidence, second, weight)
        await turns.overhear(work, turn_id, meant, services.desk)
    await services.live.publish(DESK, {"conversation": str(conversation_id)})


async def _say_all(services: Services, turn_id: uuid.UUID) -> None:
    async with services.database.begin() as work:
        planned = [
            message.id for message in await outbound.of_turn(work, turn_id) if message.state == "planned"
        ]
    for message_id in planned:
        await out.deliver(services, message_id)


async def _let_them_finish(services: Services, conversation_id: uuid.UUID) -> None:
    """Wait until nothing more has come for a moment: three texts in five seconds are one turn."""
    patience = services.settings.burst_seconds
    for _ in range(3):
        if patience <= 0:
            return
        async with services.database.begin() as work:
            waiting = await conversations.waiting(work, conversation_id)
        if not waiting:
            return
        quiet = waiting[-1].received_at + timedelta(seconds=patience) - services.clock.now()
        if quiet <= timedelta(0):
            return
        await services.clock.sleep(min(quiet.total_seconds(), patience))


async def load_conversation(services: Services, conversation_id: uuid.UUID) -> Conversation:
    """The conversation as it stands."""
    async with services.database.begin() as work:
        return await conversations.load(work, conversation_id)
