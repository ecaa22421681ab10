"""Somebody may be in danger: everything else stops."""

from __future__ import annotations

from actions.situation import Obliges, Say, Situation, Step


def help_line(s: Situation) -> str | None:
    """The number that people in danger can ring where the borrower is, by the tables of duties."""
    return s.duties("crisis").notices.get("help_line")


def next_step(s: Situation) -> Step:
    """Calm words and the country's help line; a person is alarmed at once; nothing is collected any more."""
    line = help_line(s)
    say = Say("crisis.help_line", {"line": line}) if line else Say("crisis.no_line", {})
    effects = (Obliges("crisis", "may be in danger", {"message": str(s.inbound_id or "")}),)
    return Step((say,), effects, disposition="crisis")
