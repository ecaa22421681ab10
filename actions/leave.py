"""Asking leave to pay: "can I pay 100 on Friday", 周五还100行不行, said as the proposal that it is."""

from __future__ import annotations

import re

# What is meant when leave is asked: anything else that is a question stays one.
MEANT = frozenset({"promise_to_pay", "request_plan", "hardship", "cancel_promise"})
_LEAVE = re.compile(
    r"[行成中][不唔][行成中]|得唔得|好[不唔]好|可[不唔]可以|能[不唔]能够?|可以[吗嗎么麼嘛不]|(?:行|好|成|得|可以|中|能行|没问题|沒問題|ok)(?:吗|嗎|么|麼|嘛|呀|不)?"
    r"(?=\s*[?？])|(?:行|好|成|得|可以|中)(?:吗|嗎|么|麼|嘛|咩)|可否|能否|可以(?=.*[吗嗎么麼?？])|能(?=.*[吗嗎么麼?？])|[吗嗎么麼]\s*(?=[?？]|$)|[?？]",
    re.IGNORECASE,
)
# "Can I pay ...", with its mark or without.
_MAY_I = re.compile(
    r"\b(?:can|could|may|might) i (?P<beside>(?:just |maybe |possibly |please )*)(?=(?:pay|do|give|send|put|transfer) )",
    re.IGNORECASE,
)


def as_said(text: str) -> str | None:
    """The text without the words that ask leave; None where it asks for none."""
    proposed = _MAY_I.sub("i can ", _LEAVE.sub(" ", text))
    return proposed if proposed != text else None
