"""What is said while we do not know who writes, and what is taken up once we do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions import (
    answering,
    contact,
    opening,
    own_name,
    silences,
    small_talk,
    switch,
    told_before,
)
from actions.flows import ACCOUNT, BESIDE, SOMEBODY_ELSE
from actions.safety import UNDERSTOOD
from actions.situation import Dialogue, Say, Situation, Step, Verified


def unverified(s: Situation) -> Step:
    hours = s.intent in ("opt_out", "cease_contact") and bool(s.reading.windows)
    if (
        s.identity.status != "third_party"
        and (s.intent == "contact_preference" or hours)
        and (silences.kept(s) or s.reading.channel_unwanted or contact.spares_work(s))
    ):
        return contact.preference(s)  # a wish may be noted for anyone; it reveals nothing
    if own_name.is_them(s) and s.identity.status != "failed":
        asked = s.dialogue.asked == "identity" and s.dialogue.draft.get("kind")
        if asked or s.intent not in ACCOUNT:
            return opening.says_who(s) if asked else opening.ask_who(s)
    if s.intent == "ask_identity" and s.dialogue.asked is None and s.identity.status != "failed":
        return small_talk.next_step(s).then(opening.ask_who(s))
    if s.intent in BESIDE - {"out_of_scope"} and s.confidence >= UNDERSTOOD:
        return small_talk.next_step(s)
    if s.identity.status == "failed":
        return opening.still_locked(s)
    if s.dialogue.asked == "identity" and opening.declines(s.text):
        return opening.next_step(s)
    if s.dialogue.asked == "identity":
        wanted = later(s)
        if s.intent == "out_of_scope" and s.confidence >= SOMEBODY_ELSE and s.dialogue.question:
            return small_talk.next_step(s)
        if wanted is not None and wanted != s.dialogue.later:
            return opening.heard(s, wanted)
        return opening.next_step(replace(s, dialogue=replace(s.dialogue, later=wanted)))
    if s.intent in ACCOUNT or answering.promises_outright(s):
        return opening.ask_who(s, later=later(s))
    if s.intent == "out_of_scope" and s.confidence >= SOMEBODY_ELSE:
        return small_talk.next_step(s)
    if s.intent == "deny":
        return small_talk.next_step(replace(s, intent="out_of_scope"))
    return opening.ask_who(s)


def later(s: Situation) -> dict[str, Any] | None:
    """What to take up once we know who writes; of who holds another's phone nothing, until they say that they are back."""
    if s.identity.status == "third_party" and not own_name.is_them(s):
        return s.dialogue.later
    if answering.promises_outright(replace(s, dialogue=replace(s.dialogue, asked=None))):
        return told_before.kept(s.dialogue.later, s.text, "promise_to_pay")
    if s.intent not in ACCOUNT or s.confidence < UNDERSTOOD:
        return s.dialogue.later
    return told_before.kept(s.dialogue.later, s.text, s.intent)


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
    told = told_before.all_of(later)
    if later["intent"] == switch.CONTINUE and not told:
        return step.then(switch.go_on(verified, later))
    return step.then(told_before.taken(verified, told or [{"text": "", "intent": "ask_balance"}]))


def _said_beside(s: Situation) -> dict[str, Any] | None:
    """What waits, with the matter that stands in the same message as the fact; None where none does."""
    if not s.identity.rest:
        return None
    beside = replace(s, text=s.identity.rest, dialogue=replace(s.dialogue, asked=None))
    if answering.promises_outright(beside) or beside.reading.instalments:
        return told_before.kept(s.dialogue.later, beside.text, "promise_to_pay")
    if s.intent not in ACCOUNT or s.confidence < UNDERSTOOD:
        return None
    return told_before.kept(s.dialogue.later, beside.text, s.intent)
