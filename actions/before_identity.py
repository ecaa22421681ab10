"""What is said while we do not know who writes, and what is taken up once we do."""

from __future__ import annotations

from dataclasses import replace

from actions import (
    answering,
    balance,
    contact,
    opening,
    small_talk,
    switch,
)
from actions.flows import ACCOUNT, BESIDE, SOMEBODY_ELSE, UNDERSTOOD, settled
from actions.situation import Dialogue, Say, Situation, Step, Verified


def unverified(s: Situation) -> Step:
    hours = s.intent in ("opt_out", "cease_contact") and bool(s.reading.windows)
    if (s.intent == "contact_preference" or hours) and (s.reading.windows or s.reading.channel_unwanted):
        return contact.preference(s)  # a wish may be noted for anyone; it reveals nothing
    if s.intent == "ask_identity" and s.dialogue.asked is None and s.identity.status != "failed":
        return small_talk.next_step(s).then(opening.ask_who(s))
    if s.intent in BESIDE - {"out_of_scope"} and s.confidence >= UNDERSTOOD:
        return small_talk.next_step(s)
    if s.identity.status == "failed":
        return opening.still_locked(s)
    if s.dialogue.asked == "identity" and opening.declines(s.text):
        return opening.next_step(s)
    if s.dialogue.draft.get("kind") and s.dialogue.asked == "identity" and answering.is_them(s):
        return opening.says_who(s)
    if s.dialogue.asked == "identity":
        wanted = s.dialogue.later if _is_weaker(s) else _later(s)
        if s.intent == "out_of_scope" and s.confidence >= SOMEBODY_ELSE and s.dialogue.question:
            return small_talk.next_step(s)
        if wanted is not None and wanted != s.dialogue.later:
            return opening.heard(s, wanted)
        return opening.next_step(replace(s, dialogue=replace(s.dialogue, later=wanted)))
    if s.intent in ACCOUNT or answering.promises_outright(s):
        return opening.ask_who(s, later=_later(s))
    if s.intent == "out_of_scope" and s.confidence >= SOMEBODY_ELSE:
        return small_talk.next_step(s)
    if s.intent == "deny":
        return small_talk.next_step(replace(s, intent="out_of_scope"))
    return opening.ask_who(s)


def _later(s: Situation) -> dict[str, str] | None:
    """What to take up once we know who writes."""
    if answering.promises_outright(s):
        return {"text": s.text, "intent": "promise_to_pay"}
    if s.intent not in ACCOUNT or s.confidence < UNDERSTOOD:
        return s.dialogue.later
    return {"text": s.text, "intent": s.intent}


def _is_weaker(s: Situation) -> bool:
    """Whether what waits already says more than this message does."""
    waiting = (s.dialogue.later or {}).get("intent")
    return waiting is not None and s.intent in ("ask_balance", "stall", "contact_preference")


def after_identity(s: Situation, step: Step) -> Step:
    """Once the answer is right: take up what the borrower wanted, else say what we wrote for."""
    said = _said_beside(s)
    if said is not None:
        s = replace(s, dialogue=replace(s.dialogue, later=said))
        step = replace(step, dialogue=replace(step.dialogue, later=said))
    if s.identity.status == "failed":
        return opening.still_locked(s)
    if not any(isinstance(effect, Verified) for effect in step.effects):
        return step
    if s.account is None:
        return step.then(Step((Say("balance.no_account", {"lender": s.lender}),)))
    known = replace(s.identity, status="verified", answer=None, kinds=(), rest="")
    verified = replace(s, identity=known, dialogue=Dialogue())
    later = s.dialogue.later or {"text": "", "intent": "ask_balance"}
    if later["intent"] == switch.CONTINUE:
        return step.then(switch.go_on(verified, later))
    wanted = verified.saying(later["text"], later["intent"])
    if door := switch.wanted(wanted):
        return step.then(switch.next_step(wanted, door))
    if settled(wanted):
        return step.then(balance.next_step(wanted))
    return step.then(ACCOUNT.get(wanted.intent, balance.next_step)(wanted))


def _said_beside(s: Situation) -> dict[str, str] | None:
    """The matter that stands in the same message as the fact, if it says more than what waits already."""
    if not s.identity.rest:
        return None
    beside = replace(s, text=s.identity.rest, dialogue=replace(s.dialogue, asked=None))
    if answering.promises_outright(beside) or beside.reading.instalments:
        return {"text": beside.text, "intent": "promise_to_pay"}
    if s.intent not in ACCOUNT or s.confidence < UNDERSTOOD or _is_weaker(s):
        return None
    return {"text": beside.text, "intent": s.intent}
