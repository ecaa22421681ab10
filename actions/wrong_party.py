"""Somebody else answers: told nothing, and this number is not used for this borrower again."""

from __future__ import annotations

from actions.situation import Dialogue, Obliges, Say, Situation, Step

ABOUT = "wrong_party"


def next_step(s: Situation) -> Step:
    """Apologise, stop, say nothing of why we wrote."""
    return Step(
        (Say("opening.wrong_party", {"lender": s.lender}),),
        (Obliges("wrong_number"),),
        disposition="wrong_party",
    )


def asks_on(s: Situation) -> Step:
    """What else a third party writes: who we are they may know, why we wrote they may not; else silence."""
    if s.intent in ("ask_identity", "bot_challenge"):
        key = "small_talk.bot" if s.intent == "bot_challenge" else "small_talk.who"
        return Step((Say(key, {"lender": s.lender, "phone": s.policy.phone, "website": s.policy.website}),))
    if s.dialogue.draft.get("told_only_them") or s.intent in ("thank", "goodbye", "affirm", "abusive"):
        return Step(dialogue=s.dialogue)
    return Step(
        (Say("opening.only_them", {"lender": s.lender, "phone": s.policy.phone}),),
        dialogue=Dialogue(about=ABOUT, draft={"told_only_them": True}),
    )
