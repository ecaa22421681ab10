"""Everything beside the matter: answered briefly and truthfully, then back to where we were."""

from __future__ import annotations

from dataclasses import replace

from actions.languages import language_of_names, wanted_language
from actions.situation import Dialogue, OpenCase, Say, Situation, Speaks, Step, Told
from catalogue import entries

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
    if s.intent == "abusive" and "abuse" in s.told:
        return Step(
            (Say("person.coming", {"lender": s.lender, "phone": s.policy.phone}),),
            (OpenCase("human", "normal", "abusive", {}),),
        )
    key = _ANSWERS.get(s.intent, "small_talk.beside")
    step = Step((Say(key, {"lender": s.lender, "phone": s.policy.phone, "website": s.policy.website}),))
    if s.intent == "abusive":
        step = step.with_effects(Told("abuse", {}))
    if s.intent == "ask_identity" and _discloses(s.dialogue):
        return replace(
            step, dialogue=s.dialogue
        )  # it may be another who asks: the open question stays unsaid
    return replace(step, dialogue=s.dialogue) if s.intent in _NO_RETURN else step.resuming(s)


def _discloses(dialogue: Dialogue) -> bool:
    return dialogue.question is not None and entries()[dialogue.question["key"]].discloses


def _language(s: Situation) -> Step:
    wanted = wanted_language(s.text, s.country) or language_of_names(s.text, s.language)
    if wanted is None:
        return Step((Say("small_talk.which_language", {}),), dialogue=s.dialogue)
    changed = Step((Say("small_talk.language_changed", {}),), (Speaks(wanted),))
    return changed.resuming(replace(s, dialogue=_in_other_words(s, wanted)))


def _in_other_words(s: Situation, language: str) -> Dialogue:
    """The dialogue with our name in the open question as that language writes it."""
    question = s.dialogue.question
    if question is None or "lender" not in question["parameters"]:
        return s.dialogue
    parameters = {**question["parameters"], "lender": s.policy.name(language)}
    return replace(s.dialogue, question={**question, "parameters": parameters})
