"""What is told to an agent obliges us as if the assistant had been told: it is written down, and nothing is said."""

from __future__ import annotations

from dataclasses import replace

from actions import route
from actions.situation import Dialogue, Obliges, Prefers, Situation, Step, Told

# Promises, new contacts, cases for a person, who somebody is: those are the agent's, who reads the same words.
_KEPT = (Obliges, Prefers, Told)


def next_step(s: Situation) -> Step:
    """A death, a lawyer, a stop, somebody else at the phone: what the words mean whatever the assistant had asked before."""
    nothing_asked = replace(s.identity, answer=None, kinds=(), rest="")
    step = route.next_step(replace(s, identity=nothing_asked, dialogue=Dialogue()))
    return Step((), tuple(effect for effect in step.effects if isinstance(effect, _KEPT)), s.dialogue)
