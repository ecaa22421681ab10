"""A picture, a voice message, a sticker, a place: a proof is taken as one; of anything else we ask what it is about.

The file itself is kept by the gateway, whatever is said here.
"""

from __future__ import annotations

from actions import already_paid, answering, dispute, person, specialist, stuck
from actions.already_paid import PAPERS as PAPERS
from actions.situation import OpenCase, Say, Situation, Step
from core.messages import Kind


def next_step(s: Situation) -> Step:
    """Take what came without a word: as the proof that was asked for or that fits what was told, else ask."""
    if s.held_by == "queue":
        return person.still_waiting(s)
    if s.dialogue.asked == "proof" and s.identity.verified:
        return already_paid.proof(s)
    if s.kind in PAPERS:
        if s.dialogue.asked == "case_details" and answering.gives_details(s):
            return dispute.details(s) if s.dialogue.about == dispute.ABOUT else specialist.details(s)
        if (taken := proof(s)) is not None:
            return taken
    if s.kind is Kind.STICKER:
        return _greeted(s)
    if s.dialogue.unclear >= 1:
        return stuck.offer(s, "sends what is not in words")
    return Step((Say("small_talk.in_words", {}),), dialogue=stuck.again(s.dialogue))


def _greeted(s: Situation) -> Step:
    """A sticker is a nod: it needs no person. What was open is put again, else we say once that words help."""
    if s.dialogue.question:
        return Step().resuming(s)
    if s.dialogue.unclear >= 1:
        return Step(dialogue=s.dialogue)
    return Step((Say("small_talk.in_words", {}),), dialogue=stuck.again(s.dialogue))


def proof(s: Situation) -> Step | None:
    """The proof of what this borrower has told before and a person still looks into."""
    if not s.identity.verified or s.account is None:
        return None
    if "paid_claim" in s.account.holds or "payment_problem" in s.told:
        return already_paid.proof(s)
    if "disputed" in s.account.holds:
        return _kept(s, "dispute", "high", "contests the debt")
    if "hardship" in s.told:
        return _kept(s, "hardship", "normal", f"hardship: {s.told['hardship'].get('reason') or 'not said'}")
    return None


def _kept(s: Situation, queue: str, priority: str, reason: str) -> Step:
    detail = {"proof": str(s.kind), "proof_message": str(s.inbound_id or "")}
    case = OpenCase(queue, priority, reason, detail, take_floor=False)
    return Step((Say("small_talk.proof_kept", {"lender": s.lender}),), (case,)).resuming(s)
