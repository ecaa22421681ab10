"""It has been paid, or paying failed: neither believed nor doubted, looked for in the ledger."""

from __future__ import annotations

from actions.situation import Obliges, OpenCase, Say, Situation, Step, Told

ABOUT = "already_paid"


def next_step(s: Situation, *, reason: str = "paid") -> Step:
    """Note the claim, ask for a proof, and let a person trace it; nothing is asked for meanwhile."""
    if s.account is not None and "paid_claim" in s.account.holds and s.dialogue.asked != "reason":
        return proof(s)  # it is being traced already: whatever comes now is added, and nothing asked again
    detail = {"method": s.method, "message": str(s.inbound_id or ""), "why": reason}
    effects = (
        Told("paid_claim", {"status": "pending", **detail}),
        Obliges("paid_claim", "says it has been paid", detail),
    )
    if s.dialogue.about == ABOUT and s.dialogue.asked == "proof":
        return Step((Say("already_paid.noted", {}),), effects)
    return Step.asking(
        Say("already_paid.thanks_proof", {"lender": s.lender}), asked="proof", about=ABOUT, effects=effects
    )


def proof(s: Situation) -> Step:
    """Take whatever comes in answer to "do you have a proof": it is kept with the conversation for the tracer."""
    detail = {"proof": str(s.kind), "proof_message": str(s.inbound_id or ""), "method": s.method}
    return Step(
        (Say("already_paid.noted", {}),),
        (OpenCase("payment_trace", "normal", "says it has been paid", detail, take_floor=False),),
    )


def problem(s: Situation) -> Step:
    """The payment did not go through: another way, or a person who traces it."""
    detail = {"method": s.method, "message": str(s.inbound_id or "")}
    effects = (
        Told("payment_problem", detail),
        OpenCase("payment_trace", "normal", "tried to pay and could not", detail, take_floor=False),
    )
    if s.policy.pay_link:
        say = Say("already_paid.problem_link", {"link": s.policy.pay_link, "phone": s.policy.phone})
    else:
        say = Say("already_paid.problem_bank", {**dict(s.policy.bank_details), "phone": s.policy.phone})
    return Step((say,), effects)
