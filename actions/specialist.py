"""Death, bankruptcy, a lawyer: acknowledged, everything stops, specialists take over; no demand to anyone."""

from __future__ import annotations

from actions.situation import Dialogue, Obliges, OpenCase, Say, Situation, Step

ABOUT = "specialist"
_EVENTS = {"deceased": "deceased", "bankruptcy": "bankruptcy", "attorney_represented": "attorney"}


def next_step(s: Situation) -> Step:
    """Stop, acknowledge, and hand the case to the queue that knows what to do."""
    event = _EVENTS[s.intent]
    queue = s.duties(event).queue
    if s.dialogue.about == ABOUT and s.dialogue.draft.get("queue") == queue:
        return details(s)  # said before, and asked about: this is what was asked for
    if s.intent == "attorney_represented" and _names_them(s):
        # The name that we asked for, or that is given at once, is not asked for again.
        lawyer = Obliges(event, f"says: {s.intent}", _message(s))
        return details(s).with_effects(lawyer)
    return Step(
        (Say(f"specialist.{s.intent}", {"lender": s.lender}),),
        (Obliges(event, f"says: {s.intent}", _message(s)),),
        Dialogue(asked="case_details", about=ABOUT, draft={"queue": queue}),
        disposition=queue,
    )


def details(s: Situation) -> Step:
    """A name, a case number, documents: kept for the specialist."""
    queue = str(s.dialogue.draft.get("queue") or ("deceased" if "deceased" in s.flags else "human"))
    return Step(
        (Say("specialist.passed_on", {"lender": s.lender}),),
        (OpenCase(queue, "high", "sent details", _message(s), take_floor=False),),
        Dialogue(about=ABOUT, draft={"queue": queue}),
    )


def _names_them(s: Situation) -> bool:
    """Whether the message tells who the lawyer is: with a way to reach them, or as the answer to what we asked."""
    if s.reading.phone or s.reading.email:
        return True
    return s.dialogue.about == ABOUT and s.dialogue.asked == "case_details"


def _message(s: Situation) -> dict[str, str]:
    return {"message": str(s.inbound_id or "")}
