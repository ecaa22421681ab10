"""Will not pay, or not now: heard, one helpful question, then a person or rest."""

from __future__ import annotations

import re

from actions import corrections, hardship, parts, promise
from actions.situation import Obliges, OpenCase, Say, Situation, Step

ABOUT = "refusal"
# Will not name a day that may not be kept: asking for one only presses.
_NO_PROMISE = re.compile(
    r"\b(?:can'?t|cannot|can not|couldn'?t|won'?t|not (?:able|ready|going) to|don'?t (?:want to|wanna)|rather not) (?:really |even |honestly )?(?:make (?:you )?(?:a |any )?promises?|promise|commit|guarantee)"
    r"|\bno promises\b|\bcan'?t (?:say|tell|give you) (?:when|a (?:date|day)|for sure)\b"
    r"|\bno (?:me |le |les |te |se )?(?:puedo|quiero|voy a|podr[ií]a) (?:prometer|comprometer|asegurar|garantizar|dar(?:le|les|te)? (?:una )?fecha)\w*|\bno (?:le |les |te )?(?:prometo|aseguro|garantizo)\b|\bsin (?:prometer|compromiso)"
    r"|(?:没法|沒法|没办法|沒辦法|無法|无法|不能|不敢|唔敢|唔能夠|冇辦法)(?:现在|現在|给你|給你|跟你)?(?:就)?(?:保证|保證|答应|答應|承诺|承諾|应承|應承|给.{0,3}(?:准信|日子|日期)|給.{0,3}(?:準信|日子|日期))",
    re.IGNORECASE,
)


def next_step(s: Situation) -> Step:
    """Ask once what would help; a second no goes to a person, without pressure."""
    if s.dialogue.about == ABOUT and s.dialogue.asked == "reason":
        return Step(
            (Say("refusal.person_or_rest", {"lender": s.lender}),),
            (
                OpenCase("human", "normal", "refuses to pay", take_floor=False),
                Obliges("refusal", "refuses to pay", {"message": str(s.inbound_id or "")}),
            ),
            disposition="rpc_refused",
        )
    ask = Step.asking(Say("refusal.what_would_help", {"lender": s.lender}), asked="reason", about=ABOUT)
    if "refusal" not in s.offers.people_for:
        return ask
    return ask.with_effects(OpenCase("human", "normal", "refuses to pay", take_floor=False))


def stall(s: Situation) -> Step:
    """Later, busy, will see: when would be a good day, asked once; then left in peace for now."""
    plain = corrections.without_hedge(s)
    offered = plain.reading
    if parts.rest_is_asked(s) and not hardship.reason_in(s.text):
        return promise.next_step(s)  # when the rest comes is not known: the first part is read back
    if plain is not s and offered.promise and offered.dates:
        return promise.next_step(
            s
        )  # "maybe Friday": how much that would be is asked, then whether it is certain
    if offered.promise and (offered.amount or offered.share) and (offered.dates or offered.open_event):
        return promise.next_step(s)
    if hardship.reason_in(s.text) and not (s.account is not None and s.account.holds):
        return hardship.next_step(
            s
        )  # a few days, because the wages are late: that is a reason, not an excuse
    if s.account is not None and s.account.holds:
        return Step(
            (Say("balance.on_hold", {}),), dialogue=s.dialogue
        )  # it is looked into: nothing is asked for
    if s.dialogue.asked == "confirmation" and s.dialogue.about == promise.ABOUT and s.dialogue.draft:
        return Step(
            (Say("refusal.later", {"lender": s.lender}),), dialogue=s.dialogue
        )  # looks, then says yes
    if s.standing and not s.dialogue.asked:
        return Step((Say("small_talk.anything_else", {}),), dialogue=s.dialogue)  # a day is agreed already
    if _NO_PROMISE.search(s.text) or (s.dialogue.about == "stall" and s.dialogue.asked == "pay_date"):
        return Step((Say("refusal.later", {"lender": s.lender}),), disposition="rpc_stalled")
    return Step.asking(Say("refusal.which_day", {}), asked="pay_date", about="stall")
