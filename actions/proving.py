"""Facts of identity that a message states, asked for or not, and what comes of comparing them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.attempts import Stated, stated
from actions.situation import Identity, Situation

# Surer than this, the message is about the matter it is taken for.
SURE = 0.6
# Half the street knows it: alone it counts only where it was asked for.
_WEAK = frozenset({"postcode"})
# A family knows these by heart: once one of them held the phone, neither alone tells who has it now.
_OF_THE_FAMILY = frozenset({"dob", "postcode"})
# Marks on a borrower with which nobody on the phone is taken for them again, until a person has looked.
NOBODY_RETURNS = frozenset({"deceased", "debtor_is_minor"})
# Taken for one of these, a message may be nothing but an answer.
_ANSWERS = frozenset({"affirm", "deny", "greet", "out_of_scope", "update_contact"})


def after_another(kinds: Sequence[str]) -> tuple[str, ...]:
    """What is asked of a borrower who is back: first what a family does not know; nothing where that cannot be enough."""
    ordered = tuple(sorted(kinds, key=lambda kind: kind in _OF_THE_FAMILY))
    return ordered if suffices(ordered) else ()


def suffices(right: Sequence[str]) -> bool:
    """Whether these facts tell the borrower from the family that held the phone."""
    return len(set(right)) > 1 or any(kind not in _OF_THE_FAMILY for kind in right)


def said(s: Situation) -> tuple[Stated, ...]:
    """The facts that the message states, the one that was asked for first. None but these may be compared."""
    asked = s.dialogue.draft.get("kind") if s.dialogue.asked == "identity" else None
    if s.identity.status in ("failed", "third_party") and asked is None:
        return ()
    kinds = sorted(s.identity.facts, key=lambda kind: kind != asked)
    if s.identity.status == "third_party":
        kinds = [
            kind for kind in kinds if kind == asked
        ]  # the very fact that was asked for, nothing beside it
    elsewhere = s.intent not in _ANSWERS and s.confidence >= SURE
    found = (
        stated(
            s.text,
            kind,
            asked=kind == asked,
            elsewhere=elsewhere,
            country=s.country,
            today=s.today,
            reading=s.read_alone,
        )
        for kind in kinds
    )
    facts = tuple(one for one in found if one is not None)
    known = [one.kind for one in facts if one.value is not None or one.guessed]
    alone = bool(known) and all(kind in _WEAK and kind != asked for kind in known)
    return () if alone else facts


def judged(who: Identity, said: Sequence[Stated], right: frozenset[str]) -> Identity:
    """`who` with the answer that the stated facts are; any right one makes it right, but not beside another birth date.

    A postcode is known to the whole street; a birth date reads as nothing else, so a wrong one is somebody's guess.
    """
    if not said:
        return who
    guessed = next(
        (one for one in said if one.kind == "dob" and (one.value or one.guessed) and "dob" not in right), None
    )
    if guessed is not None:
        return replace(who, answer="wrong", kinds=("dob",), rest=guessed.rest)
    if right:
        kept = [one for one in said if one.kind in right]
        rest = min((one.rest for one in kept), key=len)
        return replace(who, answer="right", kinds=tuple(one.kind for one in kept), rest=rest)
    return replace(who, answer="wrong", kinds=(said[0].kind,), rest=said[0].rest)
