"""Which flows there are, how sure a meaning must be for each, and when money is no subject."""

from __future__ import annotations

from collections.abc import Callable

from actions import (
    already_paid,
    answering,
    balance,
    complaint,
    contact,
    crisis,
    dispute,
    hardship,
    pay_now,
    person,
    plan,
    promise,
    refusal,
    specialist,
    stop,
    wrong_party,
)
from actions.situation import Situation, Step

type Flow = Callable[[Situation], Step]
# What takes each intent of `actions/safety.py`.
SAFETY: dict[str, Flow] = {
    "crisis": crisis.next_step,
    "deceased": specialist.next_step,
    "bankruptcy": specialist.next_step,
    "attorney_represented": specialist.next_step,
    "cease_contact": stop.next_step,
    "opt_out": stop.next_step,
    "opt_in": stop.next_step,
    "wrong_party": wrong_party.next_step,
    "dispute_debt": dispute.next_step,
    "complaint": complaint.next_step,
    "request_human": person.next_step,
}
# Flows that speak of the account: only with a borrower whose identity is verified.
ACCOUNT: dict[str, Flow] = {
    "contact_preference": contact.preference,
    "update_contact": contact.next_step,
    "already_paid": already_paid.next_step,
    "payment_problem": already_paid.problem,
    "promise_to_pay": promise.next_step,
    "pay_now": pay_now.next_step,
    "request_plan": plan.next_step,
    "hardship": hardship.next_step,
    "refuse_to_pay": refusal.next_step,
    "stall": refusal.stall,
    "ask_balance": balance.next_step,
    "ask_consequence": balance.consequence,
    "cancel_promise": promise.cancel,
}
# A borrower who proved who they are is not taken for somebody else on a guess.
SOMEBODY_ELSE = 0.60
# A stop that is this sure is one, whatever is kept back beside it.
CERTAIN = 0.9
# Answered briefly beside an open identity question, which is then put again.
BESIDE = frozenset(
    {
        "bot_challenge",
        "ask_identity",
        "help",
        "change_language",
        "thank",
        "goodbye",
        "abusive",
        "out_of_scope",
    }
)
_OF_MONEY = frozenset(
    {"promise_to_pay", "pay_now", "request_plan", "refuse_to_pay", "stall", "ask_balance", "cancel_promise"}
)


def settled(s: Situation) -> bool:
    """Whether money is no subject now: nothing is owed, or a person must lift a hold first."""
    assert s.account is not None
    money = s.intent in _OF_MONEY or answering.promises_outright(s)
    return money and (s.account.paid or bool(s.account.holds & dispute.STILL))


def when_settled(s: Situation) -> Step:
    """What is said then: the balance to who asks for it; of what is offered meanwhile, that it is noted."""
    assert s.account is not None
    if s.account.paid or s.intent in ("ask_balance", "dispute_debt"):
        return balance.next_step(s)
    return dispute.offered(s) or balance.on_hold(s)


def all_paid(s: Situation) -> bool:
    """Whether the ledger has it all, and nobody else is said to have made the debt: "so I owe nothing now, right?"."""
    paid = s.identity.verified and s.account is not None and s.account.paid
    return paid and not dispute.by_another(s.text) and not dispute.asks_for_proof(s.text)
