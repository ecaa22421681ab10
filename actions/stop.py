"""Stop, start, and "never again": heard by meaning, after the words of law were read in the webhook."""

from __future__ import annotations

from actions import answers
from actions.situation import Dialogue, Flag, OpenCase, OptIn, OptOut, Say, Situation, Step

SURE = 0.6


def next_step(s: Situation) -> Step:
    """Act on a clear demand; ask one question when it could mean something else."""
    if s.intent == "opt_in":
        return Step((Say("stop.welcome_back", {"lender": s.lender}),), (OptIn(),))
    if s.heard == "opt_out":
        return Step()  # done in the webhook's own transaction, and confirmed from there
    if s.confidence < SURE and not s.dialogue.asked == "stop":
        return Step.asking(
            Say("stop.did_you_mean", {}), asked="stop", about="stop", draft={"intent": s.intent}
        )
    if s.intent == "cease_contact":
        return Step(
            (Say("stop.ceased", {"lender": s.lender}),),
            (
                Flag("cease_all"),
                OptOut(everywhere=True),
                OpenCase("human", "normal", "demands that contact ends", take_floor=False),
            ),
            disposition="cease",
        )
    return Step((Say("stop.confirmed", {"lender": s.lender}),), (OptOut(),), disposition="opt_out")


def answer(s: Situation) -> Step:
    """Yes or no to "do you want us to stop writing?"; anything unclear counts as yes."""
    if s.intent == "deny" or answers.no(s.text):
        return Step((Say("stop.going_on", {}),), dialogue=Dialogue())
    kind = str(s.dialogue.draft.get("intent", "opt_out"))
    return next_step(s.saying(s.text, kind))
