"""The only way out: facts, decision, words, sending, receipt. Nothing else calls `send`."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from channels.base import (
    OutcomeUnknown,
    Reconciling,
    Rejected,
    SendFailed,
    TryLater,
    Unreachable,
    WindowClosed,
)
from compliance.engine import Decision, Outcome, Rulebook, allowed_until, decide
from compliance.facts import Facts
from core.clock import local_day
from core.errors import Unavailable
from core.messages import Channel, OutboundMessage
from core.places import country_of, usual_zone
from core.stages import Stage, days_past_due, stage
from gateway.live import DESK
from gateway.pipelines import binding, obliged, templates, words
from gateway.pipelines.facts import as_kept, facts_of
from gateway.pipelines.house_rules import objections, session_over, too_many
from gateway.pipelines.templates import Approved
from gateway.services import Services
from storage import letters, outbound, stops
from storage.database import Work
from storage.gate import OnFile, gather
from storage.outbound import WINDOW_SHUT, Doubtful

log = structlog.get_logger()

# A message that waits for its provider holds up its borrower's lane, so it asks again after this many seconds.
LONGEST_PATIENCE = 60.0
# Providers write whole seconds, by clocks of their own.
CLOCKS_DIFFER = timedelta(seconds=5)


@dataclass(frozen=True)
class Delivered:
    """What became of one message: its state, and when it may be tried again, if waiting helps."""

    state: str
    until: datetime | None = None
    # The rules that spoke against it, each with its reference and reason.
    spoke: tuple[dict[str, str], ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        return tuple(rule["id"] for rule in self.spoke)


class AskedToWait(Unavailable):
    """The provider took nothing and asks for patience: `after` seconds by its own word, at most a minute."""

    def __init__(self, after: float | None) -> None:
        super().__init__("The provider asks to wait.")
        self.after = min(max(after or 0.0, 0.0), LONGEST_PATIENCE)


async def deliver(services: Services, message_id: uuid.UUID, *, has_place: bool = False) -> Delivered:
    """Decide on a planned message at this instant and, if it may go, send it; running it twice sends once.

    With `has_place` its place in the sender's second is taken already: only who waited for one has it.
    Raises `AskedToWait` when the provider asks for patience: the message is planned again and safe to repeat.
    """
    async with services.database.begin() as work:
        message = await outbound.load(work, message_id)
        if message.state != "planned":
            return Delivered(message.state, await outbound.put_off_until(work, message))
        on_file = await gather(work, message)
        ready, outcome = await _decide(services, work, on_file)
        kind = "webchat" if on_file.point.channel == Channel.WEBCHAT else "provider"
    if ready is None:
        await services.live.publish(DESK, {"conversation": str(on_file.conversation.id)})
        return outcome
    if not has_place and not await services.rates.take(str(ready.channel)):
        return await _after_waiting(services, message_id, str(ready.channel))
    outcome = await _send(services, message_id, ready)
    await services.live.publish(DESK, {"conversation": str(on_file.conversation.id), "kind": kind})
    return outcome


async def _after_waiting(services: Services, message_id: uuid.UUID, sender: str) -> Delivered:
    """Deliver once the sender may hand out one more, by a decision of that moment: a stop may come meanwhile."""
    state = await _back_to_planned(services, message_id, "rate")
    if state != "planned":
        return Delivered(state)
    await services.rates.wait(sender)
    return await deliver(services, message_id, has_place=True)


async def foresee(services: Services, work: Work, message_id: uuid.UUID) -> Delivered:
    """What `deliver` would decide now; for a dry run, whose transaction is given up afterwards."""
    message = await outbound.load(work, message_id)
    ready, delivered = await _decide(services, work, await gather(work, message))
    return Delivered("would go") if ready is not None else delivered


async def _decide(
    services: Services, work: Work, on_file: OnFile
) -> tuple[OutboundMessage | None, Delivered]:
    message = on_file.message
    declared = words.declared(message.says, agent_writes=message.agent_id is not None)
    message.asks, message.offers = list(declared.asks), list(declared.offers)
    message.discloses = declared.discloses
    message.language = on_file.conversation.language
    policy = services.policy_for(on_file.account.lender if on_file.account else "")
    place = country_of(on_file.borrower.jurisdiction) if on_file.borrower else ""
    facts = facts_of(
        on_file,
        purpose=message.purpose,
        discloses=declared.discloses,
        now=work.now,
        quiet_hours=policy.quiet_hours.get(place),
        platforms=policy.platforms,
        carries=words.carried(policy, on_file),
    )
    against = objections(on_file, purpose=message.purpose, discloses=declared.discloses, now=work.now)
    against += too_many(on_file, policy, purpose=message.purpose, now=work.now)
    against += obliged.late_confirmation(services.duties, on_file, message.purpose, work.now)
    approved = templates.approved_for(on_file, policy)
    shut = message.error == WINDOW_SHUT or on_file.window_shut
    facts, decision, template = _judged(facts, work.now, services.rules, approved, shut=shut)
    against += session_over(on_file, by_template=template is not None)
    stopped = bool(against) or decision.outcome is Outcome.BLOCK
    result = "block" if stopped else str(decision.outcome)
    rules = [item.as_kept() for item in against] + [
        {"id": rule.id, "reference": rule.reference, "outcome": str(rule.outcome), "why": rule.why}
        for rule in decision.rules
    ]
    await outbound.record(
        work,
        message,
        outcome=result,
        rules=rules,
        facts=as_kept(facts),
        versions={**services.rules.versions, "policy": policy.version},
        next_allowed_at=None if stopped else decision.next_allowed_at,
    )
    if result != "allow":
        message.state = "blocked" if result == "block" else "deferred"
        until = None if stopped else decision.next_allowed_at
        spoke = tuple(rule for rule in rules if rule["outcome"] in ("block", "defer"))
        return None, Delivered(message.state, until, spoke)
    # Whoever holds it until then must not deliver it any more: it is decided again.
    until = allowed_until(facts, work.now, rulebook=services.rules)
    if template is not None:
        return await _by_template(work, on_file, template, until), Delivered("sending")
    text = words.body(on_file, _stage(on_file, work.now), policy, _links(services, work, on_file))
    text = words.enveloped(text, decision.must_include, on_file, policy)
    choices = words.choices(on_file)
    buttons = on_file.point.channel in services.buttons
    if not buttons:
        choices = choices if words.numbered(on_file) else ()
        text = words.with_numbers(text, choices)
    message.choices = [{"label": choice.label, "says": choice.says} for choice in choices]
    message.text, message.state = text, "sending"
    await outbound.touched(work, message)
    return OutboundMessage(
        key=message.key,
        channel=Channel(on_file.point.channel),
        sender="",
        recipient=on_file.point.address,
        text=text,
        language=on_file.conversation.language,
        choices=choices if buttons else (),
        valid_until=until,
        enclosures=await letters.enclosed(work, message),
    ), Delivered("sending")


def _judged(
    facts: Facts, now: datetime, rulebook: Rulebook, approved: Approved | None, *, shut: bool
) -> tuple[Facts, Decision, Approved | None]:
    """The decision on our own words or, where they may not go (the session window is shut), on the approved ones.

    `shut`: the platform has said that it is, whatever our books say.
    """
    decision = decide(facts, now, rulebook=rulebook)
    if approved is None or (decision.allowed and not shut):
        return facts, decision, None
    with_template = replace(facts, approved_template=True, parts=approved.carries)
    other = decide(with_template, now, rulebook=rulebook)
    if other.outcome is Outcome.BLOCK and decision.outcome is not Outcome.BLOCK and not shut:
        return facts, decision, None
    return with_template, other, approved


async def _by_template(
    work: Work, on_file: OnFile, template: Approved, until: datetime | None
) -> OutboundMessage:
    message = on_file.message
    message.text, message.state, message.error = template.text, "sending", None
    await outbound.touched(work, message)
    return OutboundMessage(
        key=message.key,
        channel=Channel(on_file.point.channel),
        sender="",
        recipient=on_file.point.address,
        text=template.text,
        language=on_file.conversation.language,
        valid_until=until,
        template=template.id,
        blanks=template.blanks,
        by_subscription=template.by_subscription,
    )


def _links(services: Services, work: Work, on_file: OnFile) -> dict[str, str]:
    """The link that the message gives, made only now that it leaves: it leads to where this conversation goes on."""
    conversation = on_file.conversation
    channels = [
        say["parameters"]["channel"] for say in on_file.message.says if say["key"].startswith("switch.link_")
    ]
    if not channels or conversation.borrower_id is None:
        return {}
    made = binding.link(
        services,
        work,
        conversation.borrower_id,
        channel=channels[0],
        made_by="assistant",
        continues=conversation.id,
    )
    return {"chat_link": made.url}


def _stage(on_file: OnFile, now: datetime) -> Stage | None:
    if on_file.account is None or on_file.borrower is None:
        return None
    zone = on_file.borrower.zone or usual_zone(on_file.borrower.jurisdiction)
    return stage(days_past_due(on_file.account.due_on, local_day(now, zone)))


async def _send(services: Services, message_id: uuid.UUID, ready: OutboundMessage) -> Delivered:
    adapter = services.senders.get(ready.channel)
    try:
        if adapter is None:
            raise Rejected(f"No provider is set up for {ready.channel}.", code="no-provider")
        receipt = await adapter.send(ready)
    except TryLater as error:
        state = await _back_to_planned(services, message_id, error.code or "try-later")
        if state != "planned":
            return Delivered(state)
        raise AskedToWait(error.after) from error
    except WindowClosed as error:
        if ready.template is None and await _by_template_instead(services, message_id):
            return await deliver(services, message_id)
        return await _failed(services, message_id, error)
    except SendFailed as error:
        return await _failed(services, message_id, error)
    async with services.database.begin() as work:
        await outbound.sent(work, message_id, receipt, block=obliged.by_block(services, work))
        message = await outbound.load(work, message_id)
        await obliged.first_word(services, work, message)
    return Delivered(message.state)


async def _by_template_instead(services: Services, message_id: uuid.UUID) -> bool:
    """Plan it again in approved words, for the platform counts its window otherwise; False where there are none."""
    async with services.database.begin() as work:
        message = await outbound.load(work, message_id)
        on_file = await gather(work, message)
        policy = services.policy_for(on_file.account.lender if on_file.account else "")
        if message.state != "sending" or templates.approved_for(on_file, policy) is None:
            return False
        message.state, message.error = "planned", WINDOW_SHUT
        return True


async def _back_to_planned(services: Services, message_id: uuid.UUID, why: str) -> str:
    """Plan it again, unless a report has told meanwhile that the provider has it after all."""
    async with services.database.begin() as work:
        message = await outbound.load(work, message_id)
        if message.state == "sending":
            message.state, message.error = "planned", why
        return message.state


async def _failed(services: Services, message_id: uuid.UUID, error: SendFailed) -> Delivered:
    """Keep why it failed. A blocked or dead address changes its contact point; a doubtful end stays unknown."""
    state = "unknown" if isinstance(error, OutcomeUnknown) else "failed"
    async with services.database.begin() as work:
        message = await outbound.load(work, message_id)
        if message.state != "sending":
            return Delivered(message.state)
        message.state, message.error = state, error.code or type(error).__name__
        work.audit(f"outbound.{state}", message.id, code=error.code)
        if isinstance(error, Unreachable):
            await stops.cut_off(
                work,
                message.conversation_id,
                opted_out=error.opted_out,
                code=error.code,
                block=obliged.by_block(services, work),
            )
    log.warning("send_failed", message=str(message_id), kind=type(error).__name__, code=error.code)
    return Delivered(state)


async def give_up_lost(services: Services, *, older_than: timedelta = timedelta(minutes=2)) -> int:
    """Mark messages whose sender died between the provider's answer and our commit as unknown: a receipt
    settles them; they are never sent again blindly."""
    async with services.database.begin() as work:
        lost = await outbound.abandoned(work, older_than=older_than)
        for message in lost:
            message.state = "unknown"
            work.audit("outbound.unknown", message.id, code="process-died")
        return len(lost)


async def settle_doubtful(services: Services, *, older_than: timedelta = timedelta(minutes=1)) -> int:
    """Ask providers for messages whose answer was lost; sent or failed by their books. Never sends.

    Gives how many were settled. Where the provider cannot be asked, or its books leave the doubt, a message
    stays unknown.
    """
    reconcilers = services.reconcilers
    async with services.database.begin() as work:
        waiting = await outbound.doubtful(work, tuple(reconcilers), older_than=older_than)
    settled = 0
    for doubt in waiting:
        settled += await _look_up(services, doubt, reconcilers[doubt.channel])
    return settled


async def _look_up(services: Services, doubt: Doubtful, provider: Reconciling) -> bool:
    message = doubt.message
    looked_for = OutboundMessage(
        key=message.key,
        channel=doubt.channel,
        sender="",
        recipient=doubt.address,
        text=message.text or "",
        language=message.language or "",
    )
    try:
        receipt = await provider.find(looked_for, since=doubt.handed_out_at - CLOCKS_DIFFER)
    except SendFailed as error:
        log.warning("not_found_out", message=str(message.id), kind=type(error).__name__, code=error.code)
        return False
    async with services.database.begin() as work:
        message = await outbound.load(work, message.id)
        if message.state != "unknown":
            return False
        if receipt is None:
            message.state, message.error = "failed", "not-taken"
            work.audit("outbound.failed", message.id, code="not-taken")
        elif await outbound.is_of_another(work, message.id, receipt.provider_id):
            return False
        else:
            message.error = None
            await outbound.sent(work, message.id, receipt, block=obliged.by_block(services, work))
            await obliged.first_word(services, work, message)
    return True
