"""New ways to reach the borrower, and when and how they want (not) to be reached."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.situation import Effect, GaveContact, Prefers, Say, Situation, Step

ABOUT = "contact"
KINDS = ("phone", "email", "address", "employer", "person_name")


def next_step(s: Situation) -> Step:
    """Take a new contact; ask for what is incomplete. Used only once it is proven."""
    given = [(kind, value) for kind in KINDS if (value := getattr(s.reading, kind))]
    if given and not (s.reading.incomplete and s.dialogue.about != ABOUT):
        effects: tuple[Effect, ...] = tuple(GaveContact(kind, str(value)) for kind, value in given)
        noted = Step((Say("contact.noted", {}),), effects)
        return noted if s.dialogue.about == ABOUT else noted.resuming(s)
    if s.dialogue.about == ABOUT and s.dialogue.unclear >= 1:
        return Step((Say("contact.by_person", {"phone": s.policy.phone}),))
    unclear = s.dialogue.unclear + 1 if s.dialogue.about == ABOUT else 0
    return Step.asking(Say("contact.ask_whole", {}), asked="contact", about=ABOUT, unclear=unclear)


def preference(s: Situation) -> Step:
    """When and where to write becomes a rule of the gate, from now on."""
    windows: list[dict[str, Any]] = [window.as_json() for window in s.reading.windows]
    wanted, unwanted = s.reading.channel, s.reading.channel_unwanted
    if not windows and not wanted and not unwanted:
        if s.dialogue.about == "preference":
            return Step((Say("refusal.later", {"lender": s.lender}),))
        return Step.asking(Say("contact.ask_when", {}), asked="callback_time", about="preference")
    noted = Step((Say("contact.preference_noted", {}),), (Prefers(tuple(windows), wanted, unwanted),))
    # A wish about when to write is no answer to what was asked; it stays open without being pressed for.
    return noted if s.dialogue.about == "preference" else replace(noted, dialogue=s.dialogue)
