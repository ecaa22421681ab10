"""Death, bankruptcy, a lawyer: acknowledged, everything stops, specialists take over; no demand to anyone."""

from __future__ import annotations

from actions.situation import Dialogue, Effect, Flag, Hold, OpenCase, Say, Situation, Step, ThirdParty

ABOUT = "specialist"
_KINDS = {
    "deceased": ("deceased", "deceased", "high"),
    "bankruptcy": ("bankruptcy", "bankruptcy", "high"),
    "attorney_represented": ("attorney", "attorney", "high"),
}


def next_step(s: Situation) -> Step:
    """Stop, acknowledge, and hand the case to the queue that knows what to do."""
    flag, queue, priority = _KINDS[s.intent]
    if s.dialogue.about == ABOUT and s.dialogue.draft.get("queue") == queue:
        return details(s)  # said before, and asked about: this is what was asked for
    effects: list[Effect] = [
        Flag(flag),
        OpenCase(queue, priority, f"says: {s.intent}", _message(s), take_floor=False),
    ]
    if s.account is not None:
        effects.insert(1, Hold(flag))
    if s.intent == "deceased":
        effects.append(ThirdParty())  # whoever tells us of a death is not the one who died
    return Step(
        (Say(f"specialist.{s.intent}", {"lender": s.lender}),),
        tuple(effects),
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


def _message(s: Situation) -> dict[str, str]:
    return {"message": str(s.inbound_id or "")}
