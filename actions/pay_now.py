"""How and where to pay, at once."""

from __future__ import annotations

from actions.situation import Dialogue, Say, Situation, Step
from catalogue.values import money


def next_step(s: Situation) -> Step:
    """Give the link, else the account to pay to; what comes in is told by the ledger, not asked."""
    assert s.account is not None
    if s.account.paid:
        return Step((Say("balance.nothing_owed", {"lender": s.lender}),))
    parameters = {"amount": money(s.account.amount), "reference": s.account.reference, "lender": s.lender}
    if s.policy.pay_link:
        return Step(
            (Say("pay_now.link", {**parameters, "link": s.policy.pay_link}),),
            dialogue=Dialogue(about="pay_now"),
            disposition="rpc_pays_now",
        )
    return Step(
        (Say("pay_now.bank", {**parameters, **dict(s.policy.bank_details)}),),
        dialogue=Dialogue(about="pay_now"),
        disposition="rpc_pays_now",
    )
