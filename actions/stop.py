"""Stop, start, and "never again": heard by meaning, after the words of law were read in the webhook."""

from __future__ import annotations

from dataclasses import replace

from actions import answers, crisis
from actions.situation import Dialogue, Effect, Obliges, OptIn, Say, Situation, Step

# Who is stopped by mistake hears nothing more: below this one question is asked first (docs/decisions/nlu-pipeline.md).
SURE = 0.7
# To that question, what is surer than this is another matter and not the answer.
ANOTHER_MATTER = 0.6

_BESIDE = {
    "deceased": "stop.and_deceased",
    "bankruptcy": "stop.and_bankruptcy",
    "attorney_represented": "stop.and_attorney",
    "dispute_debt": "stop.and_noted",
    "complaint": "stop.and_noted",
}


def next_step(s: Situation) -> Step:
    """Act on a clear demand; ask one question when it could mean something else."""
    if s.intent == "opt_in":
        return Step((Say("stop.welcome_back", {"lender": s.lender}),), (OptIn(),), s.dialogue)
    if s.heard == "opt_out":
        # Done in the webhook's own transaction, and confirmed from there.
        return Step((), _ceasing() if s.intent == "cease_contact" else ())
    if s.confidence < SURE and s.dialogue.asked != "stop":
        draft = {"intent": s.intent, "before": s.dialogue.as_json()}
        return Step.asking(Say("stop.did_you_mean", {}), asked="stop", about="stop", draft=draft)
    return _stopped(s, s.intent)


def beside(s: Situation) -> tuple[Say, ...]:
    """What the confirmation of a stop says besides, where something grave was told in the same breath: both in one message."""
    if s.intent == "crisis":
        line = crisis.help_line(s)
        return (Say("crisis.and_stopped", {"line": line}) if line else Say("crisis.and_stopped_no_line", {}),)
    key = _BESIDE.get(s.intent)
    return (Say(key, {"lender": s.lender}),) if key else ()


def _stopped(s: Situation, intent: str) -> Step:
    if intent == "cease_contact":
        return Step((Say("stop.ceased", {"lender": s.lender}),), _ceasing(), disposition="cease")
    return Step((Say("stop.confirmed", {"lender": s.lender}),), (Obliges("opt_out"),), disposition="opt_out")


def _ceasing() -> tuple[Effect, ...]:
    return (Obliges("cease", "demands that contact ends"),)


def answers_it(s: Situation) -> bool:
    """Whether the text answers "do you want us to stop writing?"; only another clear matter does not."""
    if (
        answers.yes(s.text)
        or answers.no(s.text)
        or s.intent in ("affirm", "deny", "opt_out", "cease_contact")
    ):
        return True
    return s.confidence < ANOTHER_MATTER or s.intent in ("out_of_scope", "abusive")


def answer(s: Situation) -> Step:
    """Yes or no to "do you want us to stop writing?"; anything unclear counts as yes."""
    if not answers.yes(s.text) and (s.intent == "deny" or answers.no(s.text)):
        before = s.dialogue.draft.get("before")
        going_on = Step((Say("stop.going_on", {}),))
        return replace(going_on, dialogue=Dialogue.from_json(before if isinstance(before, dict) else {}))
    kind = s.intent if s.intent == "cease_contact" else str(s.dialogue.draft.get("intent", "opt_out"))
    return _stopped(s, kind)
