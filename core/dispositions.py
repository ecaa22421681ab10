"""How a contact ended: the closed list that agents choose from and reports count by."""

from __future__ import annotations

from enum import StrEnum


class Disposition(StrEnum):
    """One code a contact; `rpc` is a contact with the right party."""

    ANSWERED = "answered"
    RPC_PROMISE = "rpc_promise"
    RPC_REFUSED = "rpc_refused"
    RPC_STALLED = "rpc_stalled"
    WRONG_PARTY = "wrong_party"
    NO_ANSWER = "no_answer"
    PAID_CLAIM = "paid_claim"
    PAYMENT_PROBLEM = "payment_problem"
    DISPUTE = "dispute"
    HARDSHIP = "hardship"
    OPT_OUT = "opt_out"
    CEASE = "cease"
    COMPLAINT = "complaint"
    BANKRUPTCY = "bankruptcy"
    DECEASED = "deceased"
    ATTORNEY = "attorney"
    CRISIS = "crisis"


_BY_QUEUE = {
    "dispute": Disposition.DISPUTE,
    "hardship": Disposition.HARDSHIP,
    "vulnerable": Disposition.HARDSHIP,
    "complaint": Disposition.COMPLAINT,
    "bankruptcy": Disposition.BANKRUPTCY,
    "deceased": Disposition.DECEASED,
    "attorney": Disposition.ATTORNEY,
    "crisis": Disposition.CRISIS,
    "payment_trace": Disposition.PAID_CLAIM,
}
_BY_INTENT = {
    "refuse_to_pay": Disposition.RPC_REFUSED,
    "stall": Disposition.RPC_STALLED,
    "cease_contact": Disposition.CEASE,
    "opt_out": Disposition.OPT_OUT,
    "wrong_party": Disposition.WRONG_PARTY,
}


def suggested(queue: str, intent: str | None, *, promised: bool = False) -> Disposition:
    """The code that what is known so far speaks for; the agent decides."""
    if queue == "payment_trace" and intent == "payment_problem":
        return Disposition.PAYMENT_PROBLEM
    if queue in _BY_QUEUE:
        return _BY_QUEUE[queue]
    if intent in _BY_INTENT:
        return _BY_INTENT[intent]
    return Disposition.RPC_PROMISE if promised else Disposition.ANSWERED
