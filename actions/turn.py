"""One turn of the assistant: what is known is loaded, the step decided, all of it written down at once."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from actions import effects, media, overhearing, proving, route, stop
from actions.safety import HEARD
from actions.situation import Dialogue, Identity, OnFile, Owed, Situation, Step
from actions.ways import Point, Ways
from catalogue import entry
from catalogue.rendering import spoken
from core.clock import local_day
from core.duties import Duties
from core.messages import Kind
from core.money import Money
from core.places import country_of, usual_zone
from core.policy import Policy
from core.promises import LIVE, PromiseStatus
from core.proving import looked_at
from core.stages import days_past_due
from reading import language as languages
from storage import accounts, changes, conversations, identity, outbound, reaching, talked_of
from storage.database import Work
from storage.people import Account, Borrower
from storage.talk import Conversation, Inbound, PromiseRow, Turn

STOPS = frozenset({"opt_out", "cease_contact"})
GRAVE = frozenset({"crisis", "deceased", "bankruptcy", "attorney_represented"})
# Beside a stop that was heard, so much is enough to look at it: nobody is written to any more, and a person looks.
GRAVE_FROM = 0.1
ENDINGS = frozenset({"opt_out_confirmation", "cease_response_notice"})


@dataclass(frozen=True)
class Meant:
    """What the assistant takes the message to mean."""

    intent: str
    confidence: float
    runner_up: str | None = None
    # How much speaks for the runner-up.
    second: float = 0.0

    def behind_the_stop(self) -> Meant:
        """What else is meant where words of law have stopped us already: something grave that comes second, and no start."""
        if self.intent == "opt_in":
            other = self.runner_up or "opt_out"
            return replace(self, intent=other, confidence=max(self.second, HEARD))
        if self.intent in STOPS and self.runner_up in GRAVE and self.second >= GRAVE_FROM:
            return replace(self, intent=self.runner_up, confidence=max(self.second, HEARD))
        return self

    def to_stop(self, text: str) -> Meant:
        """A stop that was heard, of every way of contact at once: all contact ends, unless something grave is meant."""
        if self.intent in GRAVE or not stop.everywhere(text):
            return self
        return replace(self, intent="cease_contact", confidence=max(self.confidence, HEARD))


class DutiesOf(Protocol):
    """The tables of duties, asked for one event."""

    def __call__(
        self,
        event: str,
        jurisdiction: str,
        collector_type: str,
        product: str | None,
        *,
        at: datetime,
        zone: str | None = None,
    ) -> Duties: ...


@dataclass(frozen=True)
class Desk:
    """What a turn needs besides the database: the policy tables, the keys of the hashes, what channels there are."""

    policy_for: Callable[[str], Policy]
    # What an event obliges us to at a place, by collector and product.
    duties: DutiesOf
    identity_key: bytes
    proof_key: bytes = b""
    # Channels that have a provider, and those that a link of ours leads to.
    senders: frozenset[str] = frozenset()
    doors: frozenset[str] = frozenset()


async def take(work: Work, turn_id: uuid.UUID, meant: Meant, desk: Desk) -> Mapping[str, Any]:
    """Decide the turn and write everything down; a turn decided before answers as it did then."""
    turn = await conversations.lock_turn(work, turn_id)
    if turn.outcome is not None:
        return turn.outcome
    conversation = await conversations.load(work, turn.conversation_id, lock=True)
    messages = await conversations.said_in(work, turn.id)
    _follow_language(conversation, messages)
    meant = _beside_words_of_law(meant, messages)
    situation = await _situation(work, conversation, messages, meant, desk)
    step = route.next_step(situation)
    await effects.apply(work, conversation, situation, step)
    stopped = next((message.id for message in messages if message.heard == "opt_out"), None)
    says = await _plan(work, conversation, situation, step, turn, stopped)
    conversation.dialogue = step.dialogue.as_json()
    _note_meaning(turn, messages, meant)
    policy = situation.policy.version
    turn.outcome = {"says": says, "disposition": step.disposition, "policy": policy}
    work.audit(
        "turn.decided",
        turn.id,
        conversation=str(conversation.id),
        intent=meant.intent,
        says=[say["key"] for say in says],
        effects=[type(effect).__name__ for effect in step.effects],
        policy=policy,
    )
    return turn.outcome


async def overhear(work: Work, turn_id: uuid.UUID, meant: Meant, desk: Desk) -> None:
    """Write down what is told to an agent and obliges us all the same; the assistant says nothing and goes on nowhere."""
    turn = await conversations.lock_turn(work, turn_id)
    if turn.finished_at is not None:
        return
    conversation = await conversations.load(work, turn.conversation_id, lock=True)
    messages = await conversations.said_in(work, turn.id)
    meant = _beside_words_of_law(meant, messages)
    situation = await _situation(work, conversation, messages, meant, desk)
    step = overhearing.next_step(situation)
    await effects.apply(work, conversation, situation, step)
    if step.dialogue != situation.dialogue:
        conversation.dialogue = step.dialogue.as_json()
    _note_meaning(turn, messages, meant)
    turn.outcome, turn.finished_at = {"by": "agent"}, work.now
    work.audit(
        "turn.overheard",
        turn.id,
        conversation=str(conversation.id),
        intent=meant.intent,
        effects=[type(effect).__name__ for effect in step.effects],
    )


def _beside_words_of_law(meant: Meant, messages: Sequence[Inbound]) -> Meant:
    if not any(message.heard == "opt_out" for message in messages):
        return meant
    return meant.behind_the_stop().to_stop("\n".join(message.said for message in messages))


def _note_meaning(turn: Turn, messages: Sequence[Inbound], meant: Meant) -> None:
    turn.intent, turn.confidence = meant.intent, meant.confidence
    for message in messages:
        message.intent, message.confidence = meant.intent, meant.confidence


@dataclass(frozen=True)
class Known:
    """Rows about the borrower."""

    borrower: Borrower | None
    account: Account | None
    promises: Sequence[PromiseRow]
    told: Mapping[str, Mapping[str, Any]]


async def _known(work: Work, conversation: Conversation) -> Known:
    if conversation.borrower_id is None:
        return Known(None, None, (), {})
    borrower = await work.session.get(Borrower, conversation.borrower_id)
    account = await talked_of.account_of(work, conversation)
    promises = await accounts.promises(work, account.id) if account else ()
    return Known(borrower, account, promises, await accounts.told(work, conversation.borrower_id))


def _follow_language(conversation: Conversation, messages: Sequence[Inbound]) -> None:
    """Answer in the language of the message, unless the borrower chose one.

    Of a conversation's first message two words are enough: "quién es", "hola" to an account kept in English.
    """
    if conversation.language_chosen or not messages:
        return
    text = " ".join(message.said for message in messages)
    so_far = conversation.language if conversation.dialogue else None
    found = languages.detect(text, hint=conversation.language, previous=so_far)
    conversation.language = spoken(found)


async def _situation(
    work: Work,
    conversation: Conversation,
    messages: Sequence[Inbound],
    meant: Meant,
    desk: Desk,
) -> Situation:
    known = await _known(work, conversation)
    borrower, account = known.borrower, known.account
    jurisdiction = borrower.jurisdiction if borrower else "US"
    zone = (borrower.zone if borrower else None) or usual_zone(jurisdiction)
    today = local_day(work.now, zone)
    dialogue = Dialogue.from_json(conversation.dialogue)
    text = "\n".join(message.said for message in messages if message.text).strip()
    policy = desk.policy_for(account.lender if account else "")
    broken = sorted(
        (row for row in known.promises if row.status == PromiseStatus.BROKEN), key=lambda row: row.due_on
    )
    who = await _identity(work, conversation, borrower, policy)
    situation = Situation(
        now=work.now,
        zone=zone,
        country=country_of(jurisdiction),
        language=conversation.language,
        channel=messages[-1].channel if messages else "webchat",
        text=text,
        kind=_kind(messages),
        intent=meant.intent,
        confidence=meant.confidence,
        runner_up=meant.runner_up,
        second=meant.second,
        inbound_id=messages[-1].id if messages else None,
        heard=next((message.heard for message in messages if message.heard), None),
        borrower_name=borrower.name if borrower else None,
        identity=who,
        account=_owed(account, today) if account else None,
        promises=tuple(_on_file(row) for row in known.promises if row.status in LIVE),
        told=known.told,
        flags=frozenset(borrower.flags if borrower else ()),
        policy=policy,
        dialogue=dialogue,
        duties=lambda event: desk.duties(
            event,
            jurisdiction,
            account.collector_type if account else "first_party",
            account.product if account else None,
            at=work.now,
            zone=zone,
        ),
        held_by=conversation.held_by,
        broken_promises=len(broken),
        broken=_on_file(broken[-1]) if broken else None,
        ways=await _ways(work, conversation, dialogue, text, desk),
        overtaken=await _overtaken(work, conversation, dialogue),
    )
    if borrower is None or not who.may_be_proven:
        return situation
    said = proving.said(situation)
    facts = await identity.facts_of(work, borrower.id) if said else ()
    right = frozenset(
        one.kind
        for one in said
        for fact in facts
        if fact.kind == one.kind and one.value and identity.matches(desk.identity_key, fact, one.value)
    )
    return replace(situation, identity=proving.judged(who, said, right))


async def _overtaken(work: Work, conversation: Conversation, dialogue: Dialogue) -> bool:
    """Whether we have said something else since we asked whether to stop, or asked it long ago."""
    if dialogue.asked != "stop":
        return False
    last = await outbound.last_said(work, conversation.id)
    if last is None or work.now - (last.sent_at or last.planned_at) > stop.FRESH_FOR:
        return True
    return all(say["key"] != stop.QUESTION for say in last.says)


def _kind(messages: Sequence[Inbound]) -> Kind:
    """What came: the paper, where one stands beside its caption in messages of their own."""
    kinds = [Kind(message.kind) for message in messages]
    return next((kind for kind in kinds if kind in media.PAPERS), kinds[-1] if kinds else Kind.TEXT)


async def _ways(work: Work, conversation: Conversation, dialogue: Dialogue, text: str, desk: Desk) -> Ways:
    if conversation.borrower_id is None:
        return Ways()
    points = await reaching.points(work, conversation.borrower_id)
    found = await changes.awaited(work, conversation)
    proof = None
    if found is not None:
        code, here = found
        proof = looked_at(text, code, key=desk.proof_key, now=work.now, asked=dialogue.asked, here=here)
    return Ways(
        points=tuple(Point(*point) for point in points),
        senders=desk.senders,
        doors=desk.doors,
        proof=proof,
    )


async def _identity(
    work: Work, conversation: Conversation, borrower: Borrower | None, policy: Policy
) -> Identity:
    status = conversation.identity = conversation.identity_at(work.now)
    if borrower is None:
        return Identity(status, conversation.identity_attempts)
    attempts, locked = conversation.identity_attempts, False
    if status in ("unverified", "third_party"):
        attempts, locked = await conversations.tries_at_this_phone(work, conversation)
    if status == "unverified" and locked:
        status = conversation.identity = "failed"
    on_file = {fact.kind for fact in await identity.facts_of(work, borrower.id)}
    usable = tuple(kind for kind in policy.identity_facts if kind in on_file)
    if status != "third_party":
        return Identity(status, attempts, usable)
    lent = await reaching.standing(work, borrower.id, conversation.contact_point_id) == "active"
    may = lent and not locked and attempts < policy.max_identity_attempts
    return Identity(
        status,
        attempts,
        proving.after_another(usable),
        may_return=may and not proving.NOBODY_RETURNS & set(borrower.flags),
    )


def _owed(account: Account, today: Any) -> Owed:
    return Owed(
        id=account.id,
        reference=account.reference,
        amount=Money(account.balance, account.currency).rounded(),
        parts=account.parts,
        due_on=account.due_on,
        days_past_due=days_past_due(account.due_on, today),
        product=account.product,
        paid=account.status == "paid",
        holds=frozenset(account.holds),
    )


def _on_file(row: PromiseRow) -> OnFile:
    return OnFile(
        id=row.id,
        amount=Money(row.amount, row.currency),
        due_on=row.due_on,
        method=row.method,
        status=PromiseStatus(row.status),
    )


async def _plan(
    work: Work,
    conversation: Conversation,
    s: Situation,
    step: Step,
    turn: Turn,
    stopped: uuid.UUID | None,
) -> list[dict[str, Any]]:
    """One message for all that is said; what must stand alone by law goes alone.

    `stopped` is the message that opted out: its confirmation waits behind this turn, and takes on what ends it.
    """
    says: list[dict[str, Any]] = [{"key": say.key, "parameters": say.parameters} for say in step.says]
    if stopped is not None:
        if says:
            await outbound.reword(work, outbound.confirmation_of(stopped), says)
        return says
    alone = [say for say in says if entry(say["key"]).purpose in ENDINGS]
    together = [say for say in says if say not in alone]
    account_id = s.account.id if s.account else None
    for index, group in enumerate(group for group in (together, *([say] for say in alone)) if group):
        purpose = entry(group[0]["key"]).purpose or "reply"
        await outbound.plan(
            work,
            conversation,
            key=f"turn:{turn.id}:{index}",
            purpose=purpose,
            says=group,
            account_id=account_id,
            turn_id=turn.id,
        )
    return says
