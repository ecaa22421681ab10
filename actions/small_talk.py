"""Everything beside the matter: answered briefly and truthfully, then back to where we were."""

from __future__ import annotations

from actions.languages import wanted_language
from actions.situation import OpenCase, Say, Situation, Speaks, Step

_ANSWERS = {
    "greet": "small_talk.hello",
    "goodbye": "small_talk.goodbye",
    "thank": "small_talk.welcome",
    "help": "small_talk.help",
    "bot_challenge": "small_talk.bot",
    "ask_identity": "small_talk.who",
    "abusive": "small_talk.calm",
    "out_of_scope": "small_talk.beside",
}
# After these nothing is asked again: the borrower is leaving, or was polite.
_NO_RETURN = frozenset({"goodbye", "thank"})


def next_step(s: Situation) -> Step:
    """Answer, and put the open question again."""
    if s.intent == "change_language":
        return _language(s)
    if s.intent == "abusive" and s.dialogue.draft.get("was_abusive"):
        return Step(
            (Say("person.coming", {"lender": s.lender, "phone": s.policy.phone}),),
            (OpenCase("human", "normal", "abusive", {}),),
        )
    say = Say(_ANSWERS[s.intent], {"lender": s.lender, "phone": s.policy.phone, "website": s.policy.website})
    dialogue = s.dialogue
    if s.intent == "abusive":
        from dataclasses import replace

        dialogue = replace(dialogue, draft={**dialogue.draft, "was_abusive": True})
    if s.intent in _NO_RETURN or not dialogue.question:
        return Step((say,), dialogue=dialogue)
    return Step((say, Say.again(dialogue.question)), dialogue=dialogue)


def _language(s: Situation) -> Step:
    wanted = wanted_language(s.text)
    if wanted is None:
        return Step.asking(Say("small_talk.which_language", {}), asked="language", about="small_talk")
    say = Say("small_talk.language_changed", {})
    says = (say, Say.again(s.dialogue.question)) if s.dialogue.question else (say,)
    return Step(says, (Speaks(wanted),), s.dialogue)
