"""How long it takes, while a person looks at what was complained about, contested or told of."""

from __future__ import annotations

import re

from actions import hardship
from actions.situation import Say, Situation, Step

_HOW_LONG = re.compile(
    r"\b(?:how (?:long|soon|many days)|(?:and |so )?when (?:will|do|does|can|am|is|should)|by when|any (?:news|updates?))\b"
    r"|\b(?:cu[aá]nto (?:tiempo|tarda\w*|m[aá]s|falta)|cu[aá]ndo|para cu[aá]ndo|en cu[aá]ntos d[ií]as|qu[eé] plazo)\b"
    r"|多久|多长时间|多長時間|[几幾](?:天|日)(?:能|才|会|會|内|內|先|可以|有)|[几幾]时|[几幾]時|(?:什么|什麼|甚麼|啥)时候|(?:什么|什麼|甚麼)時候|何时|何時|要等到?(?:多|[几幾])",
    re.IGNORECASE,
)
# That is about paying, or about what is owed, and asks for something else.
_OF_PAYING = re.compile(
    r"\b(?:pay|paid|due|owe\w*|pag\w+|deb[oe]|venc\w+|vence)\b|[还還付缴繳欠俾畀]|到期|扣款|借",
    re.IGNORECASE,
)
_WITH_PEOPLE = frozenset({"disputed", "paid_claim"})


def asks_when(s: Situation) -> bool:
    """Whether the text asks when there will be an answer to what a person looks at."""
    held = s.account is not None and bool(s.account.holds & _WITH_PEOPLE)
    if not (held or "complaint" in s.flags) or s.held_by == "queue" or s.dialogue.asked == hardship.MORE:
        return False
    if "deceased" in s.flags or "crisis" in s.flags or s.reading.promise:
        return False
    return s.is_brief and bool(_HOW_LONG.search(s.text)) and not _OF_PAYING.search(s.text)


def when(s: Situation) -> Step:
    """As soon as there is one; no day is promised that nobody has promised us."""
    return Step(
        (Say("person.answer_when", {"lender": s.lender, "phone": s.policy.phone}),), dialogue=s.dialogue
    )
