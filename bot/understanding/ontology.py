"""The intents, in their order of precedence: where two fit, the earlier wins."""

from __future__ import annotations

INTENTS = (
    "crisis",
    "deceased",
    "bankruptcy",
    "attorney_represented",
    "cease_contact",
    "opt_out",
    "opt_in",
    "wrong_party",
    "dispute_debt",
    "complaint",
    "abusive",
    "request_human",
    "contact_preference",
    "update_contact",
    "already_paid",
    "payment_problem",
    "promise_to_pay",
    "pay_now",
    "request_plan",
    "hardship",
    "refuse_to_pay",
    "stall",
    "ask_balance",
    "ask_consequence",
    "ask_identity",
    "bot_challenge",
    "cancel_promise",
    "change_language",
    "help",
    "affirm",
    "deny",
    "greet",
    "goodbye",
    "thank",
    "out_of_scope",
)

# Safety and legal rights: a miss is worse than a false alarm.
SAFETY = INTENTS[:9]
