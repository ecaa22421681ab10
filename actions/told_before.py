"""What is told before we know who writes: all of it is kept, and taken one after another once we do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions import balance, hardship, switch
from actions.flows import ACCOUNT, settled, when_settled
from actions.situation import Dialogue, DraftPromises, Say, Situation, Step

# So many matters are kept; whoever tells more is asked again.
MOST = 6
# Questions: answered first, in a line, where something is to be done besides.
_QUESTIONS = ("ask_consequence", "ask_balance")
# How and when it will be paid: of several ways the one told last is meant.
_WAYS = frozenset(
    {"promise_to_pay", "pay_now", "request_plan", "refuse_to_pay", "stall", "cancel_promise", "hardship"}
)
# Beside one of these a hardship is the reason, and is written down as one.
_WITH_REASON = frozenset({"promise_to_pay", "pay_now", "request_plan", "cancel_promise"})
# What says nothing new where another matter waits already.
_WEAK = frozenset({"stall", "contact_preference"})


def kept(later: Mapping[str, Any] | None, text: str, intent: str) -> dict[str, Any] | None:
    """What waits, with this matter added; as it was where the matter says nothing new."""
    told = all_of(later)
    known = any(one["text"] == text or (one["intent"] == intent and intent in _QUESTIONS) for one in told)
    if known or len(told) >= MOST or (told and intent in _WEAK):
        return dict(later) if later is not None else None
    told = [*told, {"text": text, "intent": intent}]
    strongest = next((one for one in told if one["intent"] not in _QUESTIONS), told[-1])
    return {**strongest, "told": told}


def all_of(later: Mapping[str, Any] | None) -> list[dict[str, str]]:
    """Every matter that waits, in the order told; nothing for a conversation that is only carried on elsewhere."""
    if later is None:
        return []
    stored = later.get("told")
    found = stored if isinstance(stored, list) else [later]
    return [
        {"text": one["text"], "intent": one["intent"]}
        for one in found[:MOST]
        if isinstance(one, Mapping) and isinstance(one.get("text"), str) and one.get("intent") in ACCOUNT
    ]


def taken(s: Situation, told: Sequence[Mapping[str, str]]) -> Step:
    """The step that takes all that was told: questions in a line, then each matter by its order of urgency."""
    questions = [one for one in told if one["intent"] in _QUESTIONS]
    matters = _in_order([one for one in told if one["intent"] not in _QUESTIONS])
    if not matters:
        return _one(s, questions[-1])
    step = Step()
    for one in sorted(questions, key=lambda one: _QUESTIONS.index(one["intent"])):
        step = step.then(_briefly(s, one))
    for group in matters:
        step = step.then(_together(s, group))
    once = dict.fromkeys((say.key, str(say.parameters)) for say in step.says)
    says = [say for say in step.says if once.pop((say.key, str(say.parameters)), True) is None]
    return _with_reason(s, replace(step, says=tuple(says)), told, matters)


def _in_order(told: Sequence[Mapping[str, str]]) -> list[list[Mapping[str, str]]]:
    """The matters by the order of the ontology, each with what belongs to it."""
    order = list(ACCOUNT)
    groups = [[one] for one in told if one["intent"] not in _WAYS]
    ways = [one for one in told if one["intent"] in _WAYS]
    chosen = [one for one in ways if one["intent"] in _WITH_REASON] or [
        one for one in ways if one["intent"] == "hardship"
    ]
    if meant := chosen or ways[-1:]:
        last = meant[-1]["intent"]
        groups.append([one for one in meant if one["intent"] == last])
    return sorted(groups, key=lambda group: order.index(group[0]["intent"]))


def _together(s: Situation, group: Sequence[Mapping[str, str]]) -> Step:
    """Several messages of one matter, as if they had been written now: what the last one leads to is said."""
    step, dialogue = Step(), s.dialogue
    for one in group:
        before = [effect for effect in step.effects if not isinstance(effect, DraftPromises)]
        step = _one(replace(s, dialogue=dialogue), one).with_effects(*before)
        dialogue = step.dialogue
    return step


def _one(s: Situation, one: Mapping[str, str]) -> Step:
    """One matter, as it would be taken if it were written now."""
    wanted = s.saying(one["text"], one["intent"])
    if door := switch.wanted(wanted):
        return switch.next_step(wanted, door)
    if settled(wanted):
        return when_settled(wanted)
    return ACCOUNT.get(wanted.intent, balance.next_step)(wanted)


def _briefly(s: Situation, one: Mapping[str, str]) -> Step:
    """The answer to a question, without asking when it will be paid: what follows speaks of that."""
    assert s.account is not None
    if s.account.paid or s.account.holds:
        return _one(s, one)
    if one["intent"] == "ask_consequence":
        return Step((Say("balance.consequence", {"lender": s.lender}),), dialogue=Dialogue())
    return Step((balance.told(s),), dialogue=Dialogue())


def _with_reason(
    s: Situation,
    step: Step,
    told: Sequence[Mapping[str, str]],
    matters: Sequence[Sequence[Mapping[str, str]]],
) -> Step:
    """The step with why somebody cannot pay written down, where what they can do was told too."""
    if not any(group[0]["intent"] in _WITH_REASON for group in matters):
        return step
    why = " ".join(one["text"] for one in told if one["intent"] == "hardship")
    reason = hardship.reason_in(why)
    return step.with_effects(hardship.told(s.saying(why, "hardship"), reason)) if reason else step
