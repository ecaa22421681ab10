"""A new address is used once it is proven: the code that we sent there comes back, or somebody there says yes."""

from __future__ import annotations

import re

from actions import answers
from actions.contact_records import ProveContact, RefuseContact, SendCode, WrongCode
from actions.situation import Effect, Obliges, OpenCase, Say, Situation, Step
from core.proving import Proof

ABOUT = "contact_proof"
CODE, YES = "contact_code", "contact_yes"
_NOT_ARRIVED = re.compile(
    r"\b(?:send|resend|text) (?:it |me )?(?:it |the code |another |a new )?(?:again|code|one)\b|\bresend\b|\bnew code\b"
    r"|(?:n't|\b(?:no|not|never|didnt|havent|hasnt|dont))\b.{0,30}\b(?:code|arriv\w*|receiv\w*|got|get|come|came|anything|text)\b"
    r"|\b(?:no|nunca|aun no|todavia no)\b.{0,24}\b(?:lleg\w+|recib\w+|tengo|clave|codigo)\b"
    r"|\b(?:otra vez|de nuevo|otra clave|otro codigo|reenvi\w+)\b"
    r"|(?:没|沒|未|冇|唔)(?:有)?(?:收|到|见|見)|收不到|收唔到|(?:重|再)(?:新)?(?:发|發|傳|传|寄|send)",
    re.IGNORECASE,
)


def takes(s: Situation) -> Step | None:
    """The step, where the message is about an address that waits for its proof; else None."""
    proof = s.ways.proof
    if proof is None:
        return None
    if proof.here:
        return _from_there(s, proof)
    return _from_here(s, proof) if s.identity.verified else None


def _from_there(s: Situation, proof: Proof) -> Step | None:
    """Somebody writes from the new address. A yes proves the address, never who writes."""
    asked = s.dialogue.asked == YES
    if proof.answer == "right" or (asked and (answers.begins_yes(s.text) or s.intent == "affirm")):
        return Step((Say("contact_proof.confirmed_here", {}),), (ProveContact(proof.change_id, "there"),))
    if asked and (answers.begins_no(s.text) or s.intent == "deny"):
        return Step(
            (Say("contact_proof.not_theirs", {}),), (RefuseContact(proof.change_id), Obliges("wrong_number"))
        )
    return None


def _from_here(s: Situation, proof: Proof) -> Step | None:
    """The borrower answers in the conversation in which the address was given."""
    if proof.answer == "right":
        confirmed = Step(
            (Say("contact_proof.confirmed", {"contact": proof.value}),),
            (ProveContact(proof.change_id, "code"),),
        )
        return confirmed if s.dialogue.asked == CODE else confirmed.resuming(s)
    if proof.answer == "late":
        return _again(s, proof, Say("contact_proof.late", {"contact": proof.value}))
    if proof.answer == "wrong":
        return _wrong(s, proof)
    wish = s.reading.windows or s.reading.channel_unwanted
    if s.dialogue.asked == CODE and not wish and _NOT_ARRIVED.search(_plain(s.text)):
        return _again(s, proof, Say("contact_proof.sent_again", {"contact": proof.value}))
    return None


def _wrong(s: Situation, proof: Proof) -> Step:
    if proof.tries_left <= 1:
        return _by_person(s, proof).with_effects(WrongCode(proof.change_id, last=True))
    return _asking(s, Say("contact_proof.wrong_code", {}), WrongCode(proof.change_id))


def _again(s: Situation, proof: Proof, say: Say) -> Step:
    if proof.codes_left <= 0:
        return _by_person(s, proof).with_effects(WrongCode(proof.change_id, last=True))
    return _asking(s, say, SendCode(proof.change_id))


def _asking(s: Situation, say: Say, effect: Effect) -> Step:
    """Wait for the code; a question that was open before it stays open."""
    if s.dialogue.question is not None and s.dialogue.asked != CODE:
        return Step((say,), (effect,)).resuming(s)
    return Step.asking(say, asked=CODE, about=ABOUT, effects=(effect,))


def _by_person(s: Situation, proof: Proof) -> Step:
    """It did not work: nothing changes until an agent has looked at it."""
    return Step(
        (Say("contact_proof.by_person", {"contact": proof.value, "phone": s.policy.phone}),),
        (OpenCase("human", "normal", "a new contact could not be proven", take_floor=False),),
    )


def _plain(text: str) -> str:
    return text.translate(str.maketrans("áéíóúÁÉÍÓÚ’", "aeiouAEIOU'"))
