"""A person is asked for, or needed."""

from __future__ import annotations

from dataclasses import replace

from actions.situation import OpenCase, Say, Situation, Step


def next_step(s: Situation) -> Step:
    """Put the conversation into the queue with what is known so far."""
    return Step(
        (Say("person.coming", {"lender": s.lender, "phone": s.policy.phone}),),
        (OpenCase("human", "normal", "asks for a person", {"message": str(s.inbound_id or "")}),),
        replace(s.dialogue, draft={**s.dialogue.draft, "told_waiting": False}),
    )


def still_waiting(s: Situation) -> Step:
    """In the queue already: said once, then silence until the person is there."""
    if s.dialogue.draft.get("told_waiting"):
        return Step(dialogue=s.dialogue)
    return Step(
        (Say("person.still_coming", {"lender": s.lender}),),
        dialogue=replace(s.dialogue, draft={**s.dialogue.draft, "told_waiting": True}),
    )
