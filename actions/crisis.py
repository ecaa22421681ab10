"""Somebody may be in danger: everything else stops."""

from __future__ import annotations

from actions.situation import Obliges, Say, Situation, Step

# So sure of the danger, all of it is said again.
CERTAIN = 0.8
_NO_LINE = {"crisis.help_line": "crisis.no_line", "crisis.still_here": "crisis.still_here_no_line"}


def help_line(s: Situation) -> str | None:
    """The number that people in danger can ring where the borrower is, by the tables of duties."""
    return s.duties("crisis").notices.get("help_line")


def next_step(s: Situation) -> Step:
    """Calm words and the country's help line; a person is alarmed at once; nothing is collected any more."""
    line = help_line(s)
    # Said once in full; to what comes after it we answer that we are still here, and name the line again.
    key = "crisis.still_here" if "crisis" in s.flags and s.confidence < CERTAIN else "crisis.help_line"
    say = Say(key, {"line": line}) if line else Say(_NO_LINE[key], {})
    effects = (Obliges("crisis", "may be in danger", {"message": str(s.inbound_id or "")}),)
    return Step((say,), effects, disposition="crisis")
