"""Danger or a death that is the model's guess alone: no word of the text speaks of it. "Can the rest be July 10? won't be home
till then" and "tell me how much he owes, papa will send it today" end no talk: what else was heard is answered, and a
person looks at it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from actions import bereavement, crisis, dark_words
from actions.safety import HEARD
from actions.situation import OpenCase, Situation

# From how sure on it is heard at all, below how sure it is a guess, and the words that speak of it.
_GUESSED = {
    "crisis": (crisis.HINTED, 0.65, dark_words.any_in),
    "deceased": (0.0, 0.9, bereavement.speaks_of_one),
}
# What may be meant instead: nothing that pauses or takes back anything, nor ends more than talk with somebody else.
_INSTEAD = "hardship"
_NEVER_INSTEAD = frozenset({"cancel_promise", "refuse_to_pay"})
# Grave ones that are as good as heard: a person looks at them too.
_LOOKED_AT = frozenset({"dispute_debt", "request_human"})
_WHY = {"crisis": "may be in danger; no word says so", "deceased": "may tell of a death; no word says so"}


def is_faint(s: Situation) -> bool:
    """Whether only the model hears it, and nothing of the kind was told before or heard in words of law."""
    if s.intent not in _GUESSED or s.intent in s.flags or s.heard is not None:
        return False
    heard, sure, spoken_of = _GUESSED[s.intent]
    return heard <= s.confidence < sure and not spoken_of(s.text)


def as_heard_beside(s: Situation, grave: Container[str]) -> Situation:
    """The situation of what else may be meant, as sure as that is without the guess: none of the `grave` ones, but that
    somebody else writes, or a dispute or a wish for a person that is likely enough. The guess stays what comes second, so
    that "I want it to stop" is not taken for a stop."""
    heard = crisis.set_aside(replace(s, runner_up=s.intent, second=s.confidence))
    instead = s.runner_up
    sure = min(s.second / (1 - s.confidence), 1.0)
    held = instead in grave and instead != "wrong_party" and not (instead in _LOOKED_AT and sure >= HEARD)
    if instead is None or held or instead in _NEVER_INSTEAD:
        return heard.saying(s.text, _INSTEAD)
    return replace(heard.saying(s.text, instead), confidence=sure)


def looked_at(s: Situation) -> tuple[OpenCase, ...]:
    """A person reads it soon, unless it is a figure of speech; the assistant goes on meanwhile."""
    if dark_words.without_idioms(s.text) != s.text:
        return ()
    told = {"message": str(s.inbound_id or "")}
    return (OpenCase("vulnerable", "high", _WHY[s.intent], told, take_floor=False),)
