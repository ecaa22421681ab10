"""What is owed, since when, and what happens if it stays unpaid: facts of this account, never a threat."""

from __future__ import annotations

from actions.situation import Dialogue, Say, Situation, Step
from catalogue.values import day, money
from core.promises import PromiseStatus


def next_step(s: Situation) -> Step:
    """Tell the balance and ask, where nothing is promised yet, when it can be paid."""
    assert s.account is not None
    if s.account.paid:
        return Step((Say("balance.nothing_owed", {"lender": s.lender}),))
    standing = [item for item in s.promises if item.status is PromiseStatus.CONFIRMED]
    if standing:
        return Step(
            (
                told(s),
                Say(
                    "balance.your_promise",
                    {"amount": money(standing[0].amount), "day": day(standing[0].due_on)},
                ),
            ),
            dialogue=s.dialogue,
        )
    if s.account.holds:
        return Step((told(s), Say("balance.on_hold", {})))
    return Step.asking(Say("balance.told_when", told(s).parameters), asked="amount", about="promise")


def consequence(s: Situation) -> Step:
    """What happens if it is not paid, as far as this account's contract goes; and what helps."""
    assert s.account is not None
    says = [Say("balance.consequence", {"lender": s.lender})]
    if s.dialogue.question:
        return Step((*says, Say.again(s.dialogue.question)), dialogue=s.dialogue)
    return Step(tuple(says), dialogue=Dialogue(asked="amount", about="promise"))


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
