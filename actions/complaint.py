"""A complaint is about us, not about the debt: acknowledged, recorded, to somebody else than its subject."""

from __future__ import annotations

from actions.situation import Flag, OpenCase, Say, Situation, Step


def next_step(s: Situation) -> Step:
    """Say sorry once, record it, say who will look at it."""
    return Step(
        (Say("complaint.recorded", {"lender": s.lender, "phone": s.policy.phone}),),
        (Flag("complaint"), OpenCase("complaint", "high", "complains", {"message": str(s.inbound_id or "")})),
        disposition="complaint",
    )
