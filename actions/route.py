"""Which flow takes the turn: safety first, then the open question, then what was meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from actions import (
    already_paid,
    balance,
    complaint,
    contact,
    crisis,
    dispute,
    hardship,
    opening,
    pay_now,
    person,
    plan,
    promise,
    refusal,
    small_talk,
    specialist,
    stop,
    wrong_party,
)
from actions.situation import Dialogue, OpenCase, Say, Situation, Step
from core.messages import Kind

type Flow = Callable[[Situation], Step]

# Rows 1-10 and 12 of the ontology: heard whatever was asked, whoever writes, in this order of urgency.
SAFETY: dict[str, Flow] = {
    "crisis": crisis.next_step,
    "deceased": specialist.next_step,
    "bankruptcy": specialist.next_step,
    "attorney_represented": specialist.next_step,
    "cease_contact": stop.next_step,
    "opt_out": stop.next_step,
    "opt_in": stop.next_step,
    "wrong_party": wrong_party.next_step,
    "dispute_debt": dispute.next_step,
    "complaint": complaint.next_step,
    "request_human": person.next_step,
}
# Flows that speak of the account: only with a borrower whose identity is verified.
ACCOUNT: dict[str, Flow] = {
    "contact_preference": contact.preference,
    "update_contact": contact.next_step,
    "already_paid": already_paid.next_step,
    "payment_problem": already_paid.problem,
    "promise_to_pay": promise.next_step,
    "pay_now": pay_now.next_step,
    "request_plan": plan.next_step,
    "hardship": hardship.next_step,
    "refuse_to_pay": refusal.next_step,
    "stall": refusal.stall,
    "ask_balance": balance.next_step,
    "ask_consequence": balance.consequence,
    "cancel_promise": promise.cancel,
}
# Below this a safety intent is not acted on; a stop asks back up to its own bar.
HEARD = 0.40
# Below this anything else is asked back instead of answered.
UNDERSTOOD = 0.30


def next_step(s: Situation) -> Step:
    """The whole turn: one or more flows, ending where the borrower's own matter stands."""
    if s.identity.status == "third_party" and s.intent not in ("opt_in", "crisis"):
        return Step()
    if s.dialogue.asked == "identity" and s.identity.answer is not None:
        return _after_identity(s, opening.next_step(s))
    if s.dialogue.asked == "stop":
        return stop.answer(s)
    if s.intent in SAFETY and s.confidence >= HEARD and not _answers_plainly(s):
        return SAFETY[s.intent](s)
    if s.held_by == "queue":
        return person.still_waiting(s)
    if s.kind is not Kind.TEXT and s.kind is not Kind.BUTTON and not s.text:
        return _media(s)
    return _matter(s)


def _matter(s: Situation) -> Step:
    if s.borrower_name is None or (not s.identity.verified and (_wants_account(s) or _promises_outright(s))):
        return opening.ask_who(s, later=_later(s))
    if s.dialogue.asked == "identity":
        if s.intent in _BESIDE and s.confidence >= UNDERSTOOD:
            return small_talk.next_step(s)
        return opening.next_step(s)
    if not s.identity.verified:
        return _before_identity(s)
    if s.account is None:
        return Step((Say("balance.no_account", {"lender": s.lender}),))
    if answered := _answered(s):
        return answered
    if _promises_outright(s):
        return promise.next_step(s)
    if s.confidence < UNDERSTOOD:
        return _unclear(s)
    if s.intent in ACCOUNT:
        return ACCOUNT[s.intent](s)
    if s.intent in ("affirm", "deny"):
        return _yes_or_no_to_nothing(s)
    return small_talk.next_step(s)


_BESIDE = frozenset(
    {"bot_challenge", "ask_identity", "help", "change_language", "thank", "goodbye", "abusive"}
)


def _before_identity(s: Situation) -> Step:
    if s.intent in ("greet", "affirm") or answers_to_hello(s):
        return opening.ask_who(s)
    if s.intent == "deny":
        return (
            wrong_party.next_step(s)
            if s.dialogue.about == opening.ABOUT
            else small_talk.next_step(replace(s, intent="out_of_scope"))
        )
    return small_talk.next_step(s)


def answers_to_hello(s: Situation) -> bool:
    """Whether this is the first word after "is this ...?"."""
    return s.dialogue.about == opening.ABOUT and s.dialogue.asked == "identity" and not s.dialogue.draft


def _wants_account(s: Situation) -> bool:
    return s.intent in ACCOUNT and s.dialogue.asked != "identity"


def _later(s: Situation) -> dict[str, str] | None:
    if _promises_outright(s):
        return {"text": s.text, "intent": "promise_to_pay"}
    if s.intent not in ACCOUNT:
        return s.dialogue.later
    return {"text": s.text, "intent": s.intent}


def _after_identity(s: Situation, step: Step) -> Step:
    """Once the answer is right: take up what the borrower wanted, else say what we wrote for."""
    if s.identity.answer != "right" or s.identity.status == "failed":
        return opening.still_locked(s) if s.identity.status == "failed" else step
    if s.account is None:
        return step.then(Step((Say("balance.no_account", {"lender": s.lender}),)))
    verified = replace(s, identity=replace(s.identity, status="verified", answer=None), dialogue=Dialogue())
    later = s.dialogue.later
    wanted = verified.saying(later["text"], later["intent"]) if later else verified.saying("", "ask_balance")
    flow = ACCOUNT.get(wanted.intent, balance.next_step)
    if later and wanted.intent not in ("ask_balance",):
        return step.then(flow(wanted))
    return step.then(balance.next_step(wanted))


def _answered(s: Situation) -> Step | None:
    """The flow of the open question, when the text answers it."""
    asked, about = s.dialogue.asked, s.dialogue.about
    if asked == "confirmation" and about == promise.ABOUT:
        if s.intent in ("affirm", "deny") or _answers_plainly(s) or s.method or s.reading.promise:
            return promise.next_step(s)
        return None
    if asked in promise.MAY_ANSWER and about in (promise.ABOUT, "stall") and _says_something(s):
        return promise.next_step(s)
    if asked in ("reason", "offer") and about == hardship.ABOUT and s.intent not in _TURNS_AWAY:
        return hardship.next_step(s)
    if asked == "choice" and about == plan.ABOUT and s.intent not in _TURNS_AWAY:
        return plan.next_step(s)
    if asked == "proof":
        return already_paid.proof(s) if s.intent not in _TURNS_AWAY else None
    if asked == "case_details" and about == dispute.ABOUT:
        return dispute.details(s)
    if asked == "case_details" and about == "specialist":
        return specialist.details(s)
    if asked == "contact":
        return contact.next_step(s)
    if asked == "callback_time" and s.reading.windows:
        return contact.preference(s)
    return None


# Another matter than the open question.
_TURNS_AWAY = frozenset(
    {"promise_to_pay", "pay_now", "ask_balance", "ask_consequence", "ask_identity", "bot_challenge", "help"}
)


def _says_something(s: Situation) -> bool:
    reading = s.reading
    return bool(
        reading.promise
        or reading.amount
        or reading.share
        or reading.dates
        or reading.open_event
        or reading.amount_candidates
        or reading.instalments
    ) and s.intent not in ("already_paid", "payment_problem", "ask_balance", "cancel_promise", "request_plan")


# What these mean is not changed by an amount and a day beside it, however sure the model is.
_KEEP_THEIR_MEANING = frozenset(
    {"already_paid", "payment_problem", "cancel_promise", "request_plan", "ask_balance"}
)
# Surer than this, another meaning is taken at its word.
_SURE = 0.8


def _promises_outright(s: Situation) -> bool:
    """The words themselves commit to an amount on a day: a promise, unless something else is meant for sure."""
    reading = s.reading
    said = bool(reading.instalments) or bool(
        (reading.amount or reading.share) and (reading.dates or reading.open_event)
    )
    if not (reading.promise and said) or s.dialogue.asked == "identity":
        return False
    if s.intent in _KEEP_THEIR_MEANING or s.intent in SAFETY:
        return s.confidence < HEARD
    return s.intent == "promise_to_pay" or s.confidence < _SURE


def _answers_plainly(s: Situation) -> bool:
    from actions import answers

    return answers.yes(s.text) or answers.no(s.text)


def _yes_or_no_to_nothing(s: Situation) -> Step:
    if s.dialogue.question:
        return Step((Say.again(s.dialogue.question),), dialogue=s.dialogue)
    if s.intent == "affirm":
        return balance.next_step(s)
    return Step((Say("small_talk.anything_else", {}),), dialogue=s.dialogue)


def _unclear(s: Situation) -> Step:
    unclear = s.dialogue.unclear + 1
    dialogue = replace(s.dialogue, unclear=unclear)
    if unclear >= 2:
        return Step(
            (Say("small_talk.offer_person", {"phone": s.policy.phone}),),
            (OpenCase("human", "normal", "not understood twice", take_floor=False),),
            dialogue,
        )
    return Step((Say("small_talk.did_you_mean", {}),), dialogue=dialogue)


def _media(s: Situation) -> Step:
    if s.dialogue.asked == "proof":
        return already_paid.proof(s)
    return Step((Say("small_talk.in_words", {}),), dialogue=s.dialogue)
