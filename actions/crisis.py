"""Somebody may be in danger: everything else stops. On a hint alone a person is alarmed too and nothing is asked, but who
goes on about something else is answered: "I sleep in the hospital chair", said by somebody tired, must not end the talk.
Where it is the model's guess and no word speaks of danger, see `actions/faint.py`."""

from __future__ import annotations

from dataclasses import replace

from actions.dialogue import Dialogue
from actions.situation import Obliges, Say, Situation, Step, Told

# Danger is taken seriously on a hint.
HINTED = 0.30
# So sure of the danger, all of it is said again.
CERTAIN = 0.8
# Less sure, and nothing of the kind said before: of those who are in danger one in six, of those who are not nearly all.
SURE = 0.9
# Kept with what was told, once it was more than a hint.
_DANGER = "danger"
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
    alarm = Obliges("crisis", "may be in danger", {"message": str(s.inbound_id or "")})
    surely = () if hinted else (Told(_DANGER),)
    return Step((say,), (alarm, *surely), Dialogue(hinted=hinted), disposition="crisis")


def _of_alarm(s: Situation) -> str:
    """Said once in full; to what comes after it we answer that we are still here, and name the line again."""
    repeated = "crisis" in s.flags and s.confidence < CERTAIN and not s.dialogue.hinted
    return "crisis.still_here" if repeated else "crisis.help_line"


def set_aside(s: Situation) -> Situation:
    """The situation of who goes on after an alarm on a hint: the team keeps it and nothing is asked of the borrower by
    ourselves, but what they say or ask now is answered. A second hint is an alarm like any other, and so is all that follows
    where danger was told of surely, here or elsewhere. Once a person has lifted the alarm nothing is set aside."""
    hinted = s.dialogue.hinted and "crisis" in s.flags and _DANGER not in s.told
    if not hinted or (s.intent == "crisis" and s.confidence >= HINTED):
        return s
    account = s.account and replace(s.account, holds=s.account.holds - {"crisis"})
    held_by = "assistant" if s.held_by == "queue" else s.held_by
    intent = "hardship" if s.intent in ("stall", "refuse_to_pay") else s.intent  # nobody is pressed now
    return replace(s, intent=intent, flags=s.flags - {"crisis"}, account=account, held_by=held_by)
