"""Cannot pay: the reason heard, what the policy allows offered, otherwise a person; never pressure."""

from __future__ import annotations

from datetime import timedelta

from actions import answers
from actions.situation import DraftPromises, Hold, OpenCase, Say, Situation, Step, Told
from actions.situation import Flag as SetFlag
from catalogue.values import day, money
from core.stages import Stage
from reading import read_hardship_reason

ABOUT = "hardship"
# Reasons that pass by themselves; the others are treated as lasting.
SHORT = frozenset({"wage_delay", "cash_flow"})
VULNERABLE = frozenset({"illness", "accident", "family_event", "disaster"})


def next_step(s: Situation) -> Step:
    """Store the reason; offer an extension for what passes, a person for what lasts; ask when none was said."""
    reason = read_hardship_reason(s.text)
    if s.dialogue.about == ABOUT and s.dialogue.asked == "offer":
        return _answer(s)
    if reason is None and s.dialogue.about == ABOUT and s.dialogue.asked == "reason":
        reason = "other"
    if reason is None:
        return Step.asking(
            Say("hardship.ask_reason", {}),
            asked="reason",
            about=ABOUT,
            effects=(Told("hardship", {"reason": None, "term": None}),),
        )
    return _offer(s, reason)


def _offer(s: Situation, reason: str) -> Step:
    assert s.account is not None
    term = "short" if reason in SHORT else "long"
    told = Told("hardship", {"reason": reason, "term": term})
    offers = s.offers
    late = s.policy.people_from is not None and _order(s.account.stage) >= _order(s.policy.people_from)
    if term == "short" and offers.extension_days and not late:
        until = s.today + timedelta(days=offers.extension_days)
        return Step.asking(
            Say("hardship.offer_extension", {"day": day(until), "amount": money(s.account.amount)}),
            asked="offer",
            about=ABOUT,
            draft={"until": until.isoformat(), "reason": reason},
            effects=(told,),
        )
    vulnerable = (SetFlag("vulnerable"),) if reason in VULNERABLE else ()
    key = "hardship.programme_and_person" if offers.hardship_programme else "hardship.person"
    return Step(
        (Say(key, {"lender": s.lender}),),
        (
            told,
            *vulnerable,
            Hold("hardship"),
            OpenCase(
                "vulnerable" if vulnerable else "hardship",
                "high" if vulnerable else "normal",
                f"hardship: {reason}",
                {"reason": reason, "term": term},
                take_floor=False,
            ),
        ),
        disposition="hardship",
    )


def _answer(s: Situation) -> Step:
    """Yes or no to the extension; a yes is a promise for its last day, read back like any other."""
    from datetime import date

    assert s.account is not None
    until = date.fromisoformat(s.dialogue.draft["until"])
    if s.intent == "affirm" or answers.yes(s.text):
        from actions.promise import Draft, read_back

        return read_back(s, Draft(amount=s.account.amount.amount, on=until))
    return Step(
        (Say("hardship.person", {"lender": s.lender}),),
        (
            OpenCase(
                "hardship", "normal", "an extension does not help", dict(s.dialogue.draft), take_floor=False
            ),
        ),
        disposition="hardship",
    )


def _order(stage: Stage) -> int:
    return list(Stage).index(stage)


__all__ = ["DraftPromises", "next_step"]
