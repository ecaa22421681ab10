"""It has been paid, or paying failed: neither believed nor doubted, looked for in the ledger."""

from __future__ import annotations

import re

from actions.situation import Obliges, OpenCase, Say, Situation, Step, Told

ABOUT = "already_paid"
# The link or the card itself fails.
_LINK_OR_CARD = re.compile(
    r"\b(?:link|page|site|website|card|liga|enlace|p[aá]gina|tarjeta)\b|链接|連結|鏈接|网页|網頁|页面|頁面|打不开|打不開|转圈|轉圈|没反应|沒反應|卡",
    re.IGNORECASE,
)


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


def _not_that_way(s: Situation) -> bool:
    """Whether the link, or the card behind it, is what does not work: it helps nobody to be sent there again."""
    return s.dialogue.about == "pay_now" or "payment_problem" in s.told or bool(_LINK_OR_CARD.search(s.text))


def problem(s: Situation) -> Step:
    """The payment did not go through: another way, or a person who traces it."""
    detail = {"method": s.method, "message": str(s.inbound_id or "")}
    effects = (
        Told("payment_problem", detail),
        OpenCase("payment_trace", "normal", "tried to pay and could not", detail, take_floor=False),
    )
    if s.policy.pay_link and not (s.policy.bank_details and _not_that_way(s)):
        say = Say("already_paid.problem_link", {"link": s.policy.pay_link, "phone": s.policy.phone})
    else:
        say = Say("already_paid.problem_bank", {**dict(s.policy.bank_details), "phone": s.policy.phone})
    return Step((say,), effects)
