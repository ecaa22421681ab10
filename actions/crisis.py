"""Somebody may be in danger: everything else stops. On a hint alone a person is alarmed too and nothing is asked, but who
goes on about something else is answered: "I sleep in the hospital chair", said by somebody tired, must not end the talk.
Where it is the model's guess and no word speaks of danger ("can the rest be July 10? won't be home till then"), what
else was heard is answered, and a person looks at it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from actions import dark_words
from actions.dialogue import Dialogue
from actions.situation import Obliges, OpenCase, Say, Situation, Step

# Danger is taken seriously on a hint.
HINTED = 0.30
# So sure of the danger, all of it is said again.
CERTAIN = 0.8
# Less sure, and nothing of the kind said before: of those who are in danger one in six, of those who are not nearly all.
SURE = 0.9
# What may be meant instead, where only that much is sure: nothing that ends or pauses anything.
_INSTEAD = "hardship"
_NO_LINE = {
    "crisis.help_line": "crisis.no_line",
    "crisis.still_here": "crisis.still_here_no_line",
    "crisis.hinted": "crisis.hinted_no_line",
}


def help_line(s: Situation) -> str | None:
    """The number that people in danger can ring where the borrower is, by the tables of duties."""
    return s.duties("crisis").notices.get("help_line")


def next_step(s: Situation) -> Step:
    """Calm words and the country's help line; a person is alarmed at once; nothing is collected any more."""
    line = help_line(s)
    hinted = s.confidence < SURE and "crisis" not in s.flags
    key = "crisis.hinted" if hinted else _of_alarm(s)
    say = Say(key, {"line": line}) if line else Say(_NO_LINE[key], {})
    effects = (Obliges("crisis", "may be in danger", {"message": str(s.inbound_id or "")}),)
    return Step((say,), effects, Dialogue(hinted=hinted), disposition="crisis")


def is_faint(s: Situation) -> bool:
    """Whether danger is a guess of the model's alone, beside which no word speaks of it, and none was told of before."""
    guess = s.intent == "crisis" and HINTED <= s.confidence < CERTAIN
    return guess and ("crisis" not in s.flags or s.dialogue.hinted) and not dark_words.any_in(s.text)


def as_heard_beside(s: Situation, grave: Container[str]) -> Situation:
    """The situation of what else a faint guess may have been: never one of the `grave` ones."""
    instead = s.runner_up if s.runner_up and s.runner_up not in grave else _INSTEAD
    return set_aside(s.saying(s.text, instead))


def looked_at(s: Situation) -> OpenCase:
    """A person reads it soon; the assistant goes on meanwhile."""
    told = {"message": str(s.inbound_id or "")}
    return OpenCase("vulnerable", "high", "may be in danger; no word says so", told, take_floor=False)


def _of_alarm(s: Situation) -> str:
    """Said once in full; to what comes after it we answer that we are still here, and name the line again."""
    repeated = "crisis" in s.flags and s.confidence < CERTAIN and not s.dialogue.hinted
    return "crisis.still_here" if repeated else "crisis.help_line"


def set_aside(s: Situation) -> Situation:
    """The situation of who goes on after an alarm on a hint: the team keeps it and nothing is asked of the borrower by
    ourselves, but what they say or ask now is answered. A second hint is an alarm like any other."""
    if not s.dialogue.hinted or (s.intent == "crisis" and s.confidence >= HINTED):
        return s
    account = s.account and replace(s.account, holds=s.account.holds - {"crisis"})
    held_by = "assistant" if s.held_by == "queue" else s.held_by
    intent = "hardship" if s.intent in ("stall", "refuse_to_pay") else s.intent  # nobody is pressed now
    return replace(s, intent=intent, flags=s.flags - {"crisis"}, account=account, held_by=held_by)
