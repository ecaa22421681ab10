"""A complaint is about us, not about the debt: acknowledged, recorded, to somebody else than its subject."""

from __future__ import annotations

from actions.situation import Flag, OpenCase, Say, Situation, Step


def next_step(s: Situation) -> Step:
    """Say sorry once, record it, say who will look at it; the matter itself may go on beside it."""
    case = OpenCase(
        "complaint",
        "high",
        "complains",
        {"message": str(s.inbound_id or "")},
        take_floor=False,
        not_for_assigned=True,
    )
    return Step(
        (Say("complaint.recorded", {"lender": s.lender, "phone": s.policy.phone}),),
        (Flag("complaint"), case),
        s.dialogue,
        disposition="complaint",
    )
