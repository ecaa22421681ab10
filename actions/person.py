"""A person is asked for, or needed."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import crisis
from actions.situation import OpenCase, Say, Situation, Step

ABOUT = "person"
# Wants to be rung up, not only answered here.
_CALL = re.compile(
    r"\b(?:call|ring|phone) (?:me|us)\b|\bgive me a (?:call|ring|bell)\b|\ba call\b|\bcall ?back\b"
    r"|\b(?:ll[aá]m[ae]n?me|me (?:llam\w+|marc\w+|puede[n]? (?:llamar|marcar)|hable[n]? por tel)|m[aá]rc[aeu]n?me|una llamada)\b"
    r"|(?:打|来|來|回)(?:个|個|通)?(?:电话|電話)|电话联系|電話聯絡|致电|致電|回电|回電|打(?:给|給|畀|俾|比)我|\bcall (?:返|番)?我",
    re.IGNORECASE,
)


def next_step(s: Situation) -> Step:
    """Put the conversation into the queue with what is known so far."""
    if _CALL.search(s.text) and not s.reading.windows:
        return Step.asking(
            Say("person.call_when", {"lender": s.lender}),
            asked="callback_time",
            about=ABOUT,
            effects=(OpenCase("human", "normal", "asks for a call", {"message": str(s.inbound_id or "")}),),
        )
    return Step(
        (Say("person.coming", {"lender": s.lender, "phone": s.policy.phone}),),
        (OpenCase("human", "normal", "asks for a person", {"message": str(s.inbound_id or "")}),),
        replace(s.dialogue, draft={**s.dialogue.draft, "told_waiting": False}),
    )


def still_waiting(s: Situation) -> Step:
    """In the queue already: said once, then silence until the person is there."""
    if "crisis" in s.flags:
        return _still_here(s)
    if s.dialogue.about == ABOUT and s.dialogue.asked == "callback_time":
        detail = {"call": s.text[:200], "message": str(s.inbound_id or "")}
        return Step(
            (Say("person.call_noted", {"lender": s.lender}),),
            (OpenCase("human", "normal", "asks for a call", detail),),
            replace(s.dialogue, asked=None, question=None, draft={"told_waiting": True}),
        )
    if s.dialogue.draft.get("told_waiting"):
        return Step(dialogue=s.dialogue)
    return Step(
        (Say("person.still_coming", {"lender": s.lender}),),
        dialogue=replace(s.dialogue, draft={**s.dialogue.draft, "told_waiting": True}),
    )


def _still_here(s: Situation) -> Step:
    """After an alarm nobody is told of a queue: a person comes, and the help line is there at any hour."""
    asks = s.intent.startswith("ask_") or re.search(r"[?？]", s.text)
    if s.dialogue.draft.get("told_waiting") and not asks:
        return Step(dialogue=s.dialogue)
    line = crisis.help_line(s)
    say = Say("crisis.still_here", {"line": line}) if line else Say("crisis.still_here_no_line", {})
    return Step((say,), dialogue=replace(s.dialogue, draft={**s.dialogue.draft, "told_waiting": True}))
