"""What is owed, since when, and what happens if it stays unpaid: facts of this account, never a threat."""

from __future__ import annotations

from dataclasses import replace

from actions.situation import Dialogue, Say, Situation, Step
from catalogue.values import day, money

# A promise that is being made: its question is put again instead of a new one.
_OPEN_PROMISE = frozenset({"confirmation", "clarify_date", "clarify_amount", "pay_date"})


def next_step(s: Situation) -> Step:
    """Tell the balance and ask, where nothing is promised yet, when it can be paid."""
    assert s.account is not None
    if s.account.paid:
        return Step((Say("balance.nothing_owed", {"lender": s.lender}),))
    if s.standing:
        return Step(
            (
                told(s),
                Say(
                    "balance.your_promise",
                    {"amount": money(s.standing[0].amount), "day": day(s.standing[0].due_on)},
                ),
            ),
            dialogue=s.dialogue,
        )
    if s.account.holds:
        return Step((told(s), Say("balance.on_hold", {})))
    if s.dialogue.asked in _OPEN_PROMISE and s.dialogue.about == "promise" and s.dialogue.draft:
        return Step((told(s),)).resuming(s)
    return Step.asking(Say("balance.told_when", told(s).parameters), asked="amount", about="promise")


def consequence(s: Situation) -> Step:
    """What happens if it is not paid, as far as this account's contract goes; and what helps."""
    assert s.account is not None
    step = Step((Say("balance.consequence", {"lender": s.lender}),))
    if s.dialogue.asked:
        return step.resuming(s)
    return replace(step, dialogue=Dialogue(asked="amount", about="promise"))


def told(s: Situation) -> Say:
    """The balance, due date and lateness, worded for the stage."""
    assert s.account is not None
    return Say(
        "balance.told",
        {
            "lender": s.lender,
            "amount": money(s.account.amount),
            "day": day(s.account.due_on),
            "days": s.account.days_past_due,
            "product": s.account.product,
        },
    )
