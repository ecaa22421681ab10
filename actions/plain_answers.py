"""A bare yes or no to a question that asks for more than that, or to none at all."""

from __future__ import annotations

from actions import balance, longer, parts, promise, refusal
from actions.situation import Say, Situation, Step


def next_step(s: Situation) -> Step:
    """Take the yes or no by the question it answers; to none it is answered politely."""
    how_much = s.dialogue.asked == "amount" and s.dialogue.question is not None
    if how_much and s.intent == "affirm" and promise.lacks_sum(s):
        return promise.all_of_it(s)
    if s.dialogue.asked == "clarify_amount" and s.intent == "deny":
        return promise.how_much(s)
    if s.intent == "deny" and parts.rest_is_asked(s):
        return promise.next_step(s)  # no more than the first part: that is read back
    if s.intent == "affirm" and (s.dialogue.question or {}).get("key") == "promise.too_far":
        return Step().resuming(s)  # a yes names no day
    if s.dialogue.asked in promise.MAY_ANSWER:
        # "Yes" to "when could you pay?" wants to; "no" to it cannot or will not.
        return promise.next_step(s) if s.intent == "affirm" else refusal.next_step(s)
    if s.dialogue.question:
        return Step().resuming(s)
    waits = s.dialogue.about == longer.ABOUT or bool(s.account and s.account.holds)
    if s.intent == "affirm" and not s.standing and not waits:
        return balance.next_step(s)
    return Step((Say("small_talk.anything_else", {}),), dialogue=s.dialogue)
