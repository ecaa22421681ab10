"""The debt is contested: collection on this account stops at once, the case is written up for a person."""

from __future__ import annotations

from actions.situation import Obliges, OpenCase, Say, Situation, Step, Told

ABOUT = "dispute"


def next_step(s: Situation) -> Step:
    """Pause first, then ask what is wrong; before we know who writes, without a word about a debt."""
    if s.identity.verified and s.account is not None and "disputed" in s.account.holds:
        return details(s)  # it is being checked already: what comes now is added to it
    message = {"message": str(s.inbound_id or "")}
    effects = (Told("dispute", message), Obliges("dispute", "contests the debt", message))
    if not s.identity.verified:
        return Step((Say("dispute.noted_unverified", {"lender": s.lender}),), effects, disposition="dispute")
    return Step.asking(
        Say("dispute.noted", {"lender": s.lender}),
        asked="case_details",
        about=ABOUT,
        effects=effects,
    )


def details(s: Situation) -> Step:
    """What the borrower says is wrong goes into the case."""
    return Step(
        (Say("dispute.passed_on", {"lender": s.lender}),),
        (
            OpenCase(
                "dispute", "high", "contests the debt", {"details": str(s.inbound_id or "")}, take_floor=False
            ),
        ),
        disposition="dispute",
    )
