"""What is told to an agent obliges us as if the assistant had been told: it is written down, and nothing is said."""

from __future__ import annotations

from dataclasses import replace

from actions import route, stop
from actions.situation import Dialogue, Obliges, Prefers, Situation, Step, Told

# Promises, new contacts, cases for a person, who somebody is: those are the agent's, who reads the same words.
_KEPT = (Obliges, Prefers, Told)
_STOPS = frozenset({"opt_out", "cease"})


def next_step(s: Situation) -> Step:
    """A death, a lawyer, a stop, somebody else at the phone: what the words mean whatever the assistant had asked before."""
    nothing_asked = replace(s.identity, answer=None, kinds=(), rest="")
    asked = s.dialogue if _answers_stop(s) else Dialogue()
    step = route.next_step(replace(s, identity=nothing_asked, dialogue=asked))
    kept = tuple(effect for effect in step.effects if isinstance(effect, _KEPT))
    events = {effect.event for effect in kept if isinstance(effect, Obliges)}
    return Step((), kept, _where_it_stands(s, stopped=bool(_STOPS & events)))


def _answers_stop(s: Situation) -> bool:
    """Whether the text answers "do you want us to stop?", and no agent has said anything since."""
    return s.dialogue.asked == "stop" and not s.overtaken and stop.plainly(s)


def _where_it_stands(s: Situation, *, stopped: bool) -> Dialogue:
    """The dialogue as it was; that question is open no more once it is answered, or another matter is spoken of."""
    if s.dialogue.asked != "stop":
        return s.dialogue
    talks_on = stop.is_another(s) and s.intent != "affirm"
    return stop.before(s.dialogue) if stopped or talks_on or _answers_stop(s) else s.dialogue
