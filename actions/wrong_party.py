"""Somebody else answers: told nothing, and this number is not used for this borrower again."""

from __future__ import annotations

from actions.situation import Say, Situation, Step, WrongParty


def next_step(s: Situation) -> Step:
    """Apologise, stop, say nothing of why we wrote."""
    return Step(
        (Say("opening.wrong_party", {"lender": s.lender}),), (WrongParty(),), disposition="wrong_party"
    )
