"""Who is this? Nothing about a debt is said before the answer is sure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from actions import answers, proving, wrong_party
from actions.situation import (
    Dialogue,
    FailedIdentity,
    OpenCase,
    Say,
    Situation,
    Step,
    Verified,
)

ABOUT = "opening"
# Will not be asked for it here.
_DECLINES = re.compile(
    r"\b(?:(?:not|never|ain'?t) (?:gonna |going to )?(?:giv|shar|tell|send|hand|disclos)\w*|won'?t (?:giv|shar|tell|send)\w*"
    r"|(?:don'?t|do not|dont) (?:want to |wanna |feel \w+ )?(?:giv|shar|send)\w*|(?:why|y) (?:do|should|would|must) (?:you|i|u)\b"
    r"|none of (?:your|ur) business|refuse to (?:giv|shar|answer|say|tell)\w*|no way am i|over text|random number"
    r"|no (?:le |les |te |se lo |lo |la )?(?:voy|pienso|quiero|puedo) (?:a )?(?:d\w*|compart\w*|decir\w*)|no (?:doy|comparto)"
    r"|(?:y )?(?:por|para) qu[eé] (?:lo |la )?(?:quiere|necesita|ocupa|pide)n?)"
    r"|不(?:会|會|想|能|愿意|願意)?(?:给|給|提供|告诉|告訴|说|說|透露|讲|講)|为什么要|為什麼要|凭什么|憑什麼|点解要|唔(?:想|會|可以)?(?:俾|畀|講)",
    re.IGNORECASE,
)

# What is said in one go; and words, a Chinese sign for half of one.
_CLAUSES = re.compile(r"[.,;!?\n。，；！？、]+|\b(?:and|so|y|but|pero)\b")
_WORDS = re.compile(r"[\u3400-\u9fff]{2}|[^\W_\u3400-\u9fff]+")


def ask_who(s: Situation, *, later: dict[str, Any] | None = None, unclear: int = 0) -> Step:
    """Ask for one fact only the borrower knows. `later` is what to take up once it is right."""
    if s.borrower_name is None:
        return Step((Say("opening.unknown_number", {"lender": s.lender, "website": s.policy.website}),))
    if s.identity.status == "failed":
        return still_locked(s)
    kind = _kind_to_ask(s)
    if kind is None:
        return Step(
            (Say("opening.no_fact", {"lender": s.lender}),),
            (OpenCase("human", "normal", "identity cannot be checked: no fact on file"),),
        )
    return Step.asking(
        Say(f"opening.ask_{kind}", {"lender": s.lender}),
        asked="identity",
        about=ABOUT,
        draft={"kind": kind},
        later=later or s.dialogue.later,
        unclear=unclear,
    )


def next_step(s: Situation) -> Step:
    """Take the answer to an identity question."""
    if s.identity.answer == "right":
        return _right(s)
    if s.identity.answer == "wrong":
        return _wrong(s)
    if s.dialogue.draft.get("kind") is None and _says_no(s):
        return wrong_party.next_step(s)
    if s.dialogue.draft.get("kind") is None and (
        answers.begins_yes(s.text) or s.intent in ("affirm", "greet")
    ):
        return ask_who(s)
    if _says_no(s) or declines(s.text):
        return _offer_person(s)
    return _no_answer(s)


def declines(text: str) -> bool:
    """Whether whoever writes does not want to give the fact that was asked for."""
    return bool(_DECLINES.search(text))


def only_declines(text: str) -> bool:
    """Whether the fact is kept back and nothing else is said: "no, stop" beside it is a matter of its own."""
    others = [
        clause for clause in _CLAUSES.split(text) if len(_WORDS.findall(clause)) > 1 and not declines(clause)
    ]
    return declines(text) and not others


def _right(s: Situation) -> Step:
    """One fact is right: enough, or on to the next where the policy wants more than one."""
    right = _right_so_far(s)
    another = next((kind for kind in s.identity.facts if kind not in right), None)
    if completes(s):
        return Step((Say("opening.thanks", {}),), (Verified(),), Dialogue(later=s.dialogue.later))
    if another is None:
        return Step(
            (Say("opening.no_fact", {"lender": s.lender}),),
            (OpenCase("human", "normal", "identity cannot be checked: too few facts on file"),),
        )
    return Step.asking(
        Say(f"opening.ask_{another}", {"lender": s.lender}),
        asked="identity",
        about=ABOUT,
        draft={"kind": another, "right": right},
        later=s.dialogue.later,
    )


def completes(s: Situation) -> bool:
    """Whether the right answer just given is all that the policy wants."""
    right = _right_so_far(s)
    enough = s.identity.status != "third_party" or proving.suffices(right)
    return s.identity.answer == "right" and enough and len(right) >= s.policy.facts_needed


def _right_so_far(s: Situation) -> list[str]:
    given = s.dialogue.draft.get("right") if s.dialogue.about == ABOUT else None
    before = [kind for kind in given if isinstance(kind, str)] if isinstance(given, list) else []
    return list(dict.fromkeys((*before, *_answered(s))))


def _answered(s: Situation) -> tuple[str, ...]:
    """The kinds of fact that the message answers with: as it names them, else the one that was asked for."""
    asked = s.dialogue.draft.get("kind") if s.dialogue.asked == "identity" else None
    return s.identity.kinds or ((asked,) if isinstance(asked, str) else ())


def still_locked(s: Situation) -> Step:
    """Too many wrong answers: not even a right one helps here any more, a person does."""
    return Step(
        (Say("opening.still_locked", {"lender": s.lender, "phone": s.policy.phone}),),
        dialogue=Dialogue(later=s.dialogue.later),
    )


def _wrong(s: Situation) -> Step:
    left = s.policy.max_identity_attempts - s.identity.attempts - 1
    if left <= 0:
        return Step(
            (Say("opening.locked", {"lender": s.lender, "phone": s.policy.phone}),),
            (
                FailedIdentity(locked=True),
                OpenCase("human", "normal", "identity locked after wrong answers", take_floor=False),
            ),
        )
    kind = next(iter(_answered(s)), "dob")
    return Step.asking(
        Say(f"opening.wrong_{kind}", {}),
        asked="identity",
        about=ABOUT,
        draft={"kind": kind},
        later=s.dialogue.later,
        effects=(FailedIdentity(locked=False),),
    )


def wrong_beside(s: Situation) -> tuple[FailedIdentity, ...]:
    """What a wrong answer beside a graver matter comes to: it counts like any other, not with a death or a danger."""
    if s.identity.answer != "wrong" or s.intent in ("crisis", "deceased"):
        return ()
    return (FailedIdentity(locked=s.identity.attempts + 1 >= s.policy.max_identity_attempts),)


def _says_no(s: Situation) -> bool:
    return answers.no(s.text) or (s.intent == "deny" and not answers.yes(s.text))


def heard(s: Situation, later: dict[str, Any]) -> Step:
    """Another matter than the fact that was asked for: it is kept, said so, and the fact asked for again."""
    soon = Step((Say("opening.in_a_moment", {}),))
    return soon.then(ask_who(s, later=later, unclear=s.dialogue.unclear))


def says_who(s: Situation) -> Step:
    """The name instead of the fact: thanked for, and what is left is asked for; said twice it helps no further."""
    if s.dialogue.draft.get("named"):
        return _no_answer(s)
    asked = ask_who(s, unclear=s.dialogue.unclear)
    named = replace(asked.dialogue, draft={**s.dialogue.draft, **asked.dialogue.draft, "named": True})
    return Step((Say("opening.nearly", {}),)).then(replace(asked, dialogue=named))


def _no_answer(s: Situation) -> Step:
    unclear = s.dialogue.unclear + 1
    if unclear < 2:
        return ask_who(s, unclear=unclear)
    wanted = {"wanted": str((s.dialogue.later or {}).get("intent") or "")}
    return _offer_person(s).with_effects(
        OpenCase("human", "normal", "does not say who they are", wanted, take_floor=False)
    )


def _offer_person(s: Situation) -> Step:
    """Whoever does not want to be checked here may talk to a person; the right fact still opens."""
    return Step(
        (Say("opening.offer_person", {"lender": s.lender, "phone": s.policy.phone}),),
        dialogue=Dialogue(asked="identity", about=ABOUT, draft=s.dialogue.draft, later=s.dialogue.later),
    )


def _kind_to_ask(s: Situation) -> str | None:
    asked = s.dialogue.draft.get("kind") if s.dialogue.about == ABOUT else None
    if asked in s.identity.facts:
        return str(asked)
    return next(iter(s.identity.facts), None)
