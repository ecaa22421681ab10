"""Which flow takes the turn: safety first, then the open question, then what was meant."""

from __future__ import annotations

from dataclasses import replace

from actions import (
    agreed,
    already_paid,
    answering,
    answers,
    attempts,
    balance,
    bereavement,
    beside,
    certainty,
    contact,
    contact_proof,
    corrections,
    crisis,
    dispute,
    faint,
    hardship,
    languages,
    media,
    moods,
    near_stops,
    opening,
    own_name,
    pay_now,
    person,
    plain_answers,
    plan,
    promise,
    resuming,
    returning,
    schemes,
    side_questions,
    small_talk,
    specialist,
    stop,
    strangers,
    stuck,
    switch,
    tells,
    waiting,
    wrong_party,
)
from actions.before_identity import after_identity, unverified
from actions.flows import (
    ACCOUNT,
    BESIDE,
    CERTAIN,
    SAFETY,
    SOMEBODY_ELSE,
    all_paid,
    settled,
    when_settled,
)
from actions.safety import HEARD, UNDERSTOOD
from actions.situation import Dialogue, Say, Situation, Step, Verified
from core.messages import Kind
from reading.jest import is_absurd

# What is written under a picture that shows what was told before: the picture is the matter.
_CAPTIONS = frozenset(
    {
        "already_paid",
        "payment_problem",
        "out_of_scope",
        "greet",
        "thank",
        "affirm",
        "help",
        "update_contact",
        "pay_now",
    }
)

# What a jest is taken for.
_PAYS = frozenset({"affirm", "already_paid", "promise_to_pay", "pay_now", "stall"})


def next_step(s: Situation) -> Step:
    """The whole turn: one or more flows, ending where the borrower's own matter stands. Total: any words in any
    state of the dialogue lead to a step."""
    return resuming.keeping(s.dialogue, _next_step(s), s.today)


def _next_step(s: Situation) -> Step:
    if faint.is_faint(s):
        return _next_step(faint.as_heard_beside(s, SAFETY)).with_effects(*faint.looked_at(s))
    s = bereavement.told(_unproven(wrong_party.told(crisis.set_aside(s))))
    if s.intent in ("dispute_debt", "complaint") and dispute.only_doubts_us(s):
        s = s.saying(s.text, "ask_identity")
    if dispute.beside_yes(s):
        s = replace(s.saying(s.text, "dispute_debt"), confidence=1.0)
    s = moods.understood(s)
    if near_stops.comes_near(s):
        return beside.kept(s, stop.asked_of(s))
    step = _decided(s)
    return stop.asked_behind(s, step) if near_stops.comes_beside(s) else step


def _decided(s: Situation) -> Step:
    safety = _is_safety(s)
    if returning.takes(s) and (s.intent in ("wrong_party", "opt_in") or not safety):
        return returning.next_step(s)
    if safety:
        return beside.kept(s, _safety(s))
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
        return after_identity(s, opening.next_step(s))
    if s.dialogue.asked == "stop" and s.text:
        if stop.answers_it(s):
            return stop.answer(s)
        if s.overtaken:
            s = replace(s, dialogue=Dialogue())
    if s.kind is not Kind.TEXT and s.kind is not Kind.BUTTON and not s.text:
        return media.next_step(s)
    if waiting.asks_when(s):
        return waiting.when(s)
    if asked_meanwhile := waiting.meanwhile(s):
        return asked_meanwhile
    if answering.gives_details(s):
        return _details(s)
    if dispute.adds(s):
        return dispute.details(s)
    if s.held_by == "queue":
        return person.still_waiting(s)
    if languages.names_only(s.text) or s.intent == "change_language":
        return small_talk.next_step(replace(s, intent="change_language"))
    step = side_questions.answered(s, beside.kept(s, _matter(s)))
    return stuck.watched(s, step)


def _unproven(s: Situation) -> Situation:
    """The situation without an answer to who writes, where the words beside the right fact take its worth away."""
    if s.identity.answer != "right" or not strangers.taints(s.text, s.borrower_name):
        return s
    return replace(s, identity=replace(s.identity, answer=None, kinds=(), rest=""))


def _is_safety(s: Situation) -> bool:
    if s.intent not in SAFETY or _answers_plainly(s):
        return False
    if s.intent == "wrong_party" and strangers.speaks(s.text, s.borrower_name):
        return True  # the words themselves say it: no guess, whatever was asked or proven
    if (
        "crisis" in s.flags
        and s.held_by == "queue"
        and s.intent in ("complaint", "dispute_debt", "wrong_party")
    ):
        return False  # after an alarm nobody is answered with a form
    if "crisis" in s.flags and s.intent in ("opt_out", "cease_contact") and s.heard is None:
        if s.confidence < CERTAIN:
            return False  # "sorry for bothering you": no question of messages now
    if s.intent == "crisis" and s.confidence < HEARD and dispute.adds(s):
        return False  # told to the police, of what is contested: no danger
    if s.intent == "bankruptcy" and dispute.reported(s.text) and dispute.of_police_only(s.text):
        return False  # "I filed a police report"
    if s.intent in ("dispute_debt", "complaint") and already_paid.lacks_proof(s):
        return False  # "I don't have the receipt with me"
    if s.intent == "dispute_debt" and already_paid.asks_whether_it_is_in(s):
        return False  # "so I owe nothing now?" asks after the payment that was told of
    if s.intent == "crisis":
        return s.confidence >= (HEARD if answering.tells_how_long(s) else crisis.HINTED)
    if s.intent in ("dispute_debt", "complaint", "opt_out") and s.heard is None and _of_the_promise(s):
        return False  # "don't put that down yet" is about the promise that was read back
    if s.intent in ("opt_out", "cease_contact") and s.heard is None and s.reading.windows:
        return False  # "not in the mornings" is a wish about hours, not the end of all messages
    if contact.only_spares_work(s):
        return False  # "stop calling my office" neither
    if s.intent in ("opt_out", "cease_contact") and s.heard is None and _keeps_talking(s):
        return False
    if s.intent == "wrong_party" and own_name.is_them(s):
        return False
    if s.intent == "complaint" and s.dialogue.about == dispute.ABOUT and dispute.reported(s.text):
        return False  # told to the police: that belongs to what was asked about the dispute
    if s.intent == "dispute_debt" and (balance.wonders(s) or s.identity.status == "third_party"):
        return False
    if s.intent == "dispute_debt" and all_paid(s):
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


def _of_the_promise(s: Situation) -> bool:
    """Whether the words are about what was read back: not to be written down yet, or what money is not of it."""
    asked = s.dialogue.asked == "confirmation" and s.dialogue.about == promise.ABOUT
    return certainty.is_held_back(s) or (asked and certainty.without_others(s) is not s)


def _keeps_talking(s: Situation) -> bool:
    """Whether what sounds like a stop only keeps the fact that was asked for back, or asks which papers to send."""
    if s.dialogue.about == specialist.ABOUT and specialist.asks_what_is_needed(s.text):
        return True
    if s.identity.verified or s.confidence >= CERTAIN or near_stops.say_so(s.text):
        return False
    return opening.only_declines(s.text)


def _safety(s: Situation) -> Step:
    if s.identity.status == "third_party" and s.intent == "wrong_party":
        return wrong_party.asks_on(s) if returning.says_so(s) else wrong_party.again(s)
    # A moratorium that is taken for a bankruptcy is what it says it is.
    protected = schemes.takes(s) if s.intent == "bankruptcy" else None
    step = wrong_party.from_a_child(s, protected or schemes.beside(s, SAFETY[s.intent](s)))
    if step.dialogue.hinted and s.account:
        step = hardship.with_reason(s, step)  # "he's in the ICU, I sleep in the corridor"
    contested = dispute.beside_stop(s)
    step = step.with_effects(*contested)
    if s.heard == "opt_out":
        told = "dispute_debt" if contested else s.intent
        step = replace(
            step, says=stop.beside(s.saying(s.text, told))
        )  # they asked for silence in the same breath
    if s.identity.status != "unverified" or s.intent == "wrong_party":
        return step
    if opening.completes(s):
        return step.with_effects(Verified())
    return step.with_effects(*opening.wrong_beside(s))


def _is_identity_answer(s: Situation) -> bool:
    """Whether the text is the fact we asked for and nothing else, whatever the model makes of it."""
    return s.identity.answer is not None and attempts.is_alone(s.text, s.borrower_name)


def _details(s: Situation) -> Step:
    if s.dialogue.about == dispute.ABOUT:
        return beside.kept(s, beside.told_in_dispute(s, dispute.details(s)))
    return specialist.details(s)


def _matter(s: Situation) -> Step:
    if s.borrower_name is None:
        return _beside_or(s, opening.ask_who(s))
    if not s.identity.verified:
        return unverified(s)
    if contact.only_spares_work(s):
        return contact.preference(s)
    if s.account is None:
        return _beside_or(s, Step((Say("balance.no_account", {"lender": s.lender}),)))
    if (
        s.intent == "already_paid"
        and s.kind not in media.PAPERS
        and s.reading.promise
        and s.reading.dates
        and min(s.reading.dates) > s.today
    ):
        s = s.saying(s.text, "promise_to_pay")  # 明天一起还了: still to come
    if already_paid.tells_of_one(s):
        s = s.saying(s.text, "already_paid")
    if traced := already_paid.of_traced(s):
        return traced
    s = hardship.instead_of_promise(s)
    if door := switch.wanted(s):
        return switch.next_step(s, door)
    if more := tells.of_a_complaint(s):
        return more
    if already_paid.asks_whether_it_is_in(s):
        return already_paid.whether_it_is_in(s)
    if settled(s) or (s.intent == "dispute_debt" and all_paid(s)):
        return when_settled(s)
    shows = s.intent in _CAPTIONS or already_paid.has_proof(s.text)
    if s.kind in media.PAPERS and shows and (kept := media.proof(s)):
        return kept
    if plan.asks_less(s) and s.dialogue.asked != "confirmation":
        return plan.next_step(s)
    if plan.offers_more(s):
        return plan.added(s)
    if plan.asks_for_one(s) and s.dialogue.asked != "confirmation":
        return plan.next_step(s)
    if s.intent in _PAYS and not s.reading.promise and is_absurd(s.text):
        return small_talk.next_step(
            s.saying(s.text, "out_of_scope")
        )  # "when I win the lottery": no yes, no claim
    if about_them := agreed.takes(s):
        return about_them
    if balance.wonders(s):
        return balance.explain(s)
    if s.intent == "help" and hardship.is_with_people(s):
        return hardship.what_next(s)
    if balance.asks_what_now(s):
        return balance.on_hold(s)
    if pay_now.wants(s) and s.intent in ("promise_to_pay", "pay_now") and s.dialogue.asked != "reason":
        return pay_now.next_step(s)
    if answered := answering.answered(s):
        return answered
    if s.standing and promise.puts_right(s):
        return hardship.with_reason(s, promise.put_right(s))
    if answering.promises_outright(s):
        step = promise.changed(s) if _moves_standing(s) else promise.next_step(s)
        return hardship.with_reason(s, step)
    if s.intent in ("request_plan", "cancel_promise", "promise_to_pay") and corrections.changes(s):
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


def _moves_standing(s: Situation) -> bool:
    """Whether new elements of a promise change the one that stands, rather than start one."""
    return len(s.standing) == 1 and s.intent == "cancel_promise"


def _only_hardship(s: Situation) -> bool:
    """Whether all that is sure is why somebody cannot pay: the words say it, the model only guesses at something else."""
    guess = s.confidence < (HEARD if s.intent in SAFETY else UNDERSTOOD)
    nothing_else = s.intent == "out_of_scope" or (guess and not s.dialogue.question)
    return nothing_else and hardship.reason_in(s.text) not in (None, "other")


def _beside_or(s: Situation, step: Step) -> Step:
    return small_talk.next_step(s) if s.intent in BESIDE and s.confidence >= UNDERSTOOD else step


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
