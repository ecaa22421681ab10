"""Which flow takes the turn: safety first, then the open question, then what was meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from actions import (
    already_paid,
    answering,
    answers,
    balance,
    complaint,
    contact,
    contact_proof,
    crisis,
    dispute,
    hardship,
    languages,
    media,
    opening,
    pay_now,
    person,
    plain_answers,
    plan,
    promise,
    refusal,
    resuming,
    schemes,
    small_talk,
    specialist,
    stop,
    stuck,
    switch,
    tells,
    wrong_party,
)
from actions.situation import Dialogue, Say, Situation, Step, Verified
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
# Danger is taken seriously on a hint.
HINTED = 0.30
# A borrower who proved who they are is not taken for somebody else on a guess.
SOMEBODY_ELSE = 0.60
# A stop that is this sure is one, whatever is kept back beside it.
CERTAIN = 0.9
# Below this anything else is asked back instead of answered.
UNDERSTOOD = 0.30
# Answered briefly beside an open identity question, which is then put again.
BESIDE = frozenset(
    {
        "bot_challenge",
        "ask_identity",
        "help",
        "change_language",
        "thank",
        "goodbye",
        "abusive",
        "out_of_scope",
    }
)
# What is written under a picture that shows what was told before: the picture is the matter.
_CAPTIONS = frozenset(
    {"already_paid", "payment_problem", "out_of_scope", "greet", "thank", "affirm", "help", "update_contact"}
)
_OF_MONEY = frozenset(
    {"promise_to_pay", "pay_now", "request_plan", "refuse_to_pay", "stall", "ask_balance", "cancel_promise"}
)


def next_step(s: Situation) -> Step:
    """The whole turn: one or more flows, ending where the borrower's own matter stands. Total: any words in any
    state of the dialogue lead to a step."""
    return resuming.keeping(s.dialogue, _next_step(s), s.today)


def _next_step(s: Situation) -> Step:
    s = wrong_party.beside_stop(s)
    if _is_safety(s):
        return _safety(s)
    if s.heard == "opt_out":
        # Stopped in the webhook; nothing more is said here. Where to write instead is kept.
        return contact.wish_kept(s)
    if protected := schemes.takes(s):
        return protected
    if proof := contact_proof.takes(s):
        return proof
    if s.identity.status == "third_party":
        bereaved = answering.gives_details(s) or "deceased" in s.flags
        return specialist.details(s) if bereaved else wrong_party.asks_on(s)
    if s.identity.answer is not None:
        return _after_identity(s, opening.next_step(s))
    if s.dialogue.asked == "stop" and s.text and stop.answers_it(s):
        return stop.answer(s)
    if s.kind is not Kind.TEXT and s.kind is not Kind.BUTTON and not s.text:
        return media.next_step(s)
    if answering.gives_details(s):
        return _details(s)
    if s.held_by == "queue":
        return person.still_waiting(s)
    if languages.names_only(s.text) or s.intent == "change_language":
        return small_talk.next_step(replace(s, intent="change_language"))
    return stuck.watched(s, _matter(s))


def _is_safety(s: Situation) -> bool:
    if s.intent not in SAFETY or _answers_plainly(s):
        return False
    if (
        "crisis" in s.flags
        and s.held_by == "queue"
        and s.intent in ("complaint", "dispute_debt", "wrong_party")
    ):
        return False  # after an alarm nobody is answered with a form
    if s.intent == "crisis":
        return s.confidence >= (HEARD if answering.tells_how_long(s) else HINTED)
    if s.intent in ("opt_out", "cease_contact") and s.heard is None and s.reading.windows:
        return False  # "not in the mornings" is a wish about hours, not the end of all messages
    if s.intent in ("opt_out", "cease_contact") and s.heard is None and _keeps_talking(s):
        return False
    if s.intent == "wrong_party" and answering.is_them(s):
        return False
    if s.intent == "complaint" and s.dialogue.about == dispute.ABOUT and dispute.reported(s.text):
        return False  # told to the police: that belongs to what was asked about the dispute
    if s.intent == "dispute_debt" and (balance.wonders(s) or s.identity.status == "third_party"):
        return False
    if s.intent == "dispute_debt" and _all_paid(s):
        return False
    if s.confidence < HEARD or (s.intent == "request_human" and s.held_by == "queue"):
        return False
    if (
        s.identity.verified
        and s.intent in ("wrong_party", "opt_in", "dispute_debt")
        and answering.explains(s)
    ):
        return s.intent == "dispute_debt" and s.confidence >= answering.SURE
    if s.intent == "wrong_party" and s.identity.verified:
        return s.confidence >= SOMEBODY_ELSE
    return not _is_identity_answer(s)


def _keeps_talking(s: Situation) -> bool:
    """Whether what sounds like a stop only keeps the fact that was asked for back, or asks which papers to send."""
    if s.dialogue.about == specialist.ABOUT and specialist.asks_what_is_needed(s.text):
        return True
    return not s.identity.verified and s.confidence < CERTAIN and opening.declines(s.text)


def _safety(s: Situation) -> Step:
    if s.identity.status == "third_party" and s.intent == "wrong_party":
        return Step(dialogue=s.dialogue)
    # A moratorium that is taken for a bankruptcy is what it says it is.
    protected = schemes.takes(s) if s.intent == "bankruptcy" else None
    step = protected or schemes.beside(s, SAFETY[s.intent](s))
    contested = dispute.beside_stop(s)
    step = step.with_effects(*contested)
    if s.heard == "opt_out":
        told = "dispute_debt" if contested else s.intent
        step = replace(
            step, says=stop.beside(s.saying(s.text, told))
        )  # they asked for silence in the same breath
    if s.identity.status == "unverified" and opening.completes(s):
        return step.with_effects(Verified())
    return step


def _is_identity_answer(s: Situation) -> bool:
    """Whether the text is the fact we asked for and hardly anything else, whatever the model makes of it."""
    if s.identity.answer is None:
        return False
    letters = sum(3 if letter >= "\u3400" else 1 for letter in s.text if letter.isalpha())
    return letters <= 24


def _details(s: Situation) -> Step:
    if s.dialogue.about == dispute.ABOUT:
        return dispute.details(s)
    return specialist.details(s)


def _matter(s: Situation) -> Step:
    if s.borrower_name is None:
        return _beside_or(s, opening.ask_who(s))
    if not s.identity.verified:
        return _unverified(s)
    if s.account is None:
        return _beside_or(s, Step((Say("balance.no_account", {"lender": s.lender}),)))
    if door := switch.wanted(s):
        return switch.next_step(s, door)
    if more := tells.of_a_complaint(s):
        return more
    if already_paid.asks_whether_it_is_in(s):
        return already_paid.whether_it_is_in(s)
    if _settled(s) or (s.intent == "dispute_debt" and _all_paid(s)):
        return balance.next_step(s)
    if s.kind in media.PAPERS and s.intent in _CAPTIONS and (kept := media.proof(s)):
        return kept
    if plan.asks_less(s) and s.dialogue.asked != "confirmation":
        return plan.next_step(s)
    if plan.offers_more(s):
        return plan.added(s)
    if plan.asks_for_one(s) and s.dialogue.asked != "confirmation":
        return plan.next_step(s)
    if balance.wonders(s):
        return balance.explain(s)
    if balance.asks_what_now(s):
        return balance.on_hold(s)
    if pay_now.wants(s) and s.intent in ("promise_to_pay", "pay_now") and s.dialogue.asked != "reason":
        return pay_now.next_step(s)
    if answered := answering.answered(s):
        return answered
    if answering.promises_outright(s):
        step = promise.changed(s) if _moves_standing(s) else promise.next_step(s)
        told = hardship.reason_beside(s)
        return step.with_effects(told) if told else step
    if s.intent in ("request_plan", "cancel_promise") and promise.moves_one(s):
        return promise.changed(s)
    if _only_hardship(s):
        return hardship.next_step(s)
    if s.intent == "out_of_scope" and not s.dialogue.asked and s.reading.promise and s.reading.dates:
        return promise.next_step(s)  # the words promise, whatever else they speak of
    if s.confidence < UNDERSTOOD:
        return _unclear(s)
    if s.intent in ("opt_out", "cease_contact") and s.reading.windows:
        return contact.preference(s)
    if s.intent in ACCOUNT:
        return ACCOUNT[s.intent](s)
    if s.intent in ("affirm", "deny"):
        return plain_answers.next_step(s)
    if s.intent in SAFETY or (s.intent == "out_of_scope" and s.dialogue.question):
        return _unclear(s)
    return small_talk.next_step(s)


def _settled(s: Situation) -> bool:
    """Whether money is no subject now: nothing is owed, or a person must lift a hold first."""
    assert s.account is not None
    money = s.intent in _OF_MONEY or answering.promises_outright(s)
    return money and (s.account.paid or bool(s.account.holds & balance.STILL))


def _all_paid(s: Situation) -> bool:
    """Whether the ledger has it all, and nobody else is said to have made the debt: "so I owe nothing now, right?"."""
    paid = s.identity.verified and s.account is not None and s.account.paid
    return paid and not dispute.by_another(s.text) and not dispute.asks_for_proof(s.text)


def _moves_standing(s: Situation) -> bool:
    """Whether new elements of a promise change the one that stands, rather than start one."""
    return len(s.standing) == 1 and s.intent == "cancel_promise"


def _only_hardship(s: Situation) -> bool:
    """Whether all that is sure is why somebody cannot pay: the words say it, the model only guesses at something else."""
    guess = s.confidence < (HEARD if s.intent in SAFETY else UNDERSTOOD)
    return guess and not s.dialogue.question and hardship.reason_in(s.text) is not None


def _beside_or(s: Situation, step: Step) -> Step:
    return small_talk.next_step(s) if s.intent in BESIDE and s.confidence >= UNDERSTOOD else step


def _unverified(s: Situation) -> Step:
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


def _after_identity(s: Situation, step: Step) -> Step:
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
    if _settled(wanted):
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


def _answers_plainly(s: Situation) -> bool:
    return answers.yes(s.text) or answers.no(s.text)


def _unclear(s: Situation) -> Step:
    """Not understood: with a question open it is put again, else choices are given; the second time a person."""
    dialogue = replace(s.dialogue, unclear=s.dialogue.unclear + 1)
    if dialogue.unclear >= stuck.MOST:
        return stuck.offer(s, "not understood twice")
    if s.intent == "out_of_scope" and s.dialogue.question:
        return replace(small_talk.next_step(s), dialogue=dialogue)
    if s.dialogue.asked == "confirmation" and s.dialogue.question:
        # A yes to what else might have been meant must not confirm what was read back before it.
        sorry = Step((Say("small_talk.not_caught", {}),)).resuming(s)
        return replace(sorry, dialogue=dialogue)
    return Step((Say("small_talk.did_you_mean", {}),), dialogue=dialogue)
