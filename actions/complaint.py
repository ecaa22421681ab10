"""A complaint is about us, not about the debt: acknowledged, recorded, to somebody else than its subject."""

from __future__ import annotations

from actions import broken_promise, refusal, waiting
from actions.situation import Dialogue, Obliges, Say, Situation, Step


def next_step(s: Situation) -> Step:
    """Say sorry once, record it, say who will look at it; the matter itself may go on beside it."""
    again = "complaint" in s.flags
    if again and waiting.asks_when(s):
        return waiting.when(s)
    say = Say(
        "complaint.added" if again else "complaint.recorded", {"lender": s.lender, "phone": s.policy.phone}
    )
    path = s.duties("complaint").notices.get("complaint_path")
    says = (say, Say("complaint.path", {"line": path})) if path and not again else (say,)
    # Asked what is in the way, they said it: that is not asked again.
    answered = s.dialogue.asked == "reason" and s.dialogue.about in (refusal.ABOUT, broken_promise.ABOUT)
    step = Step(
        says,
        (Obliges("complaint", "complains", {"message": str(s.inbound_id or "")}),),
        Dialogue() if answered else s.dialogue,
        disposition="complaint",
    )
    return step.resuming(s) if s.dialogue.asked == "identity" else step
