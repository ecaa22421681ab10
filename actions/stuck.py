"""A topic that does not move: after two questions without a usable answer a person is offered, with what is known."""

from __future__ import annotations

from dataclasses import replace

from actions.situation import Dialogue, FailedIdentity, OpenCase, Say, Situation, Step

# So many questions in a row may get no usable answer.
MOST = 2
# Asked or said beside the open question, which stays as it is.
_BESIDE = frozenset(
    """ask_identity bot_challenge help change_language thank goodbye greet abusive ask_balance ask_consequence
    contact_preference update_contact""".split()
)


def watched(s: Situation, step: Step) -> Step:
    """`step`, or the offer of a person where it would put the same question a third time and nothing moved."""
    before, after = s.dialogue, step.dialogue
    if before.asked is None and [say.key for say in step.says] == ["small_talk.beside"]:
        return _beside(s, step)
    if not _same(before, after) or after.unclear != before.unclear or _moves(step) or s.intent in _BESIDE:
        return step
    if before.unclear + 1 >= MOST:
        return offer(s, "no way forward").with_effects(*step.effects)
    return replace(step, dialogue=again(after))


def _beside(s: Situation, step: Step) -> Step:
    """Nothing was asked and nothing of it is our matter: said once, then where people are."""
    if s.dialogue.unclear + 1 < MOST:
        return replace(step, dialogue=again(step.dialogue))
    return Step((Say("small_talk.offer_person", {"phone": s.policy.phone}),), dialogue=again(s.dialogue))


def offer(s: Situation, reason: str) -> Step:
    """Offer a person, and leave behind for them what is known so far; an answer may still come."""
    known = {name: value for name, value in s.dialogue.draft.items() if value not in (None, "", [], False)}
    wanted = {"wanted": str(s.dialogue.later["intent"])} if s.dialogue.later else {}
    details = {"asked": s.dialogue.asked or "", "about": s.dialogue.about or "", **wanted, **known}
    return Step(
        (Say("small_talk.offer_person", {"phone": s.policy.phone}),),
        (OpenCase("human", "normal", reason, details, take_floor=False),),
        again(s.dialogue),
    )


def again(dialogue: Dialogue) -> Dialogue:
    """The dialogue with one more question that got no usable answer."""
    return replace(dialogue, unclear=dialogue.unclear + 1)


def _same(before: Dialogue, after: Dialogue) -> bool:
    """Whether the same thing is asked again, and nothing more is known of it than before."""
    return before.asked is not None and (before.asked, before.about, before.draft) == (
        after.asked,
        after.about,
        after.draft,
    )


def _moves(step: Step) -> bool:
    """Whether something was written down: then the answer was of use, whatever is asked now."""
    return any(not isinstance(effect, FailedIdentity) for effect in step.effects)
