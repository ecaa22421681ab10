"""Another sum than the one read back, said to have been told before: "you said 250 last time". Asked, not taken for a no."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import said_again
from actions.drafts import ABOUT, Draft
from actions.read_back import read_back
from actions.situation import Say, Situation, Step
from catalogue.values import listed, money
from core.money import Money
from reading import read_amount

_SAID = re.compile(
    r"(?:\b(?:you|u|ya|y['’]?all|they|we)(?: guys| people)?(?: all)? (?:said|told (?:me|us)|quoted(?: me)?|agreed(?: on| to)?|promised|settled on|put down|wrote|had (?:it |me )?(?:at|down))\b|\b(?:it|that) was\b(?=[^.!?\n]{0,16}\b(?:last time|before|the other day|yesterday)\b)"
    r"|\b(?:me |nos )?(?:dijeron|dijiste|dijo|hab[ií]an dicho|quedamos|hab[ií]amos quedado|acordamos|pusieron)\b"
    r"|(?:上次|之前|上回|前面|昨天|刚才|剛才|尋日|頭先|上個月|上个月)[^，。,\d]{0,6}(?:说|說|讲|講|约|約|答应|應承|定)|(?:你|你们|你們|你哋)(?:说|說|讲|講))"
    r"[^\d.!?;，。\n]{0,16}(?P<sum>\d[\d.,]*)(?![\d%]|\s?(?:am|pm|a\.m|p\.m|days?|weeks?|months?|payments?|parts|d[ií]as|semanas|pagos|meses|st|nd|rd|th)\b|\s?[天号號日期点點个個%])",
    re.IGNORECASE,
)
# A sum that is promised now is no sum of before: "no, I said 250, not 300".
_CORRECTS = re.compile(
    r"^\W*(?:no+|nope|nah|wait|sorry)\b|\bnot \$?\d|\bi (?:said|told)\b|\b(?:yo )?(?:le |les )?dije\b|\bno,? \$?\d|^\W*(?:不|唔)|我(?:是|係)?(?:说|說|讲|講)",
    re.IGNORECASE,
)


def takes(s: Situation) -> bool:
    """Whether all that is said to a read-back is that another sum was told before."""
    if s.dialogue.asked != "confirmation" or s.dialogue.about != ABOUT or s.days:
        return False
    draft, told = Draft.from_json(s.dialogue.draft), _told(s)
    sums = {amount for amount, _ in draft.parts} | {draft.amount}
    return told is not None and told.amount not in sums and not _CORRECTS.search(s.text)


def next_step(s: Situation) -> Step:
    """What was agreed, where something was, and the read-back once more; else which of the two sums it is to be."""
    draft, told = Draft.from_json(s.dialogue.draft), _told(s)
    if s.standing:
        return Step((said_again.what_stands(s.standing),)).resuming(s)
    if draft.parts or draft.amount is None or told is None:
        return read_back(s, draft)
    both = (Money(draft.amount, told.currency), told)
    options = tuple(str(one.amount) for one in both)
    question = Say("promise.which_amount", {"amounts": listed([money(one) for one in both], either=True)})
    return Step.asking(
        question, asked="clarify_amount", about=ABOUT, draft=replace(draft, options=options).as_json()
    )


def _told(s: Situation) -> Money | None:
    found = _SAID.search(s.text)
    if found is None or s.account is None:
        return None
    return read_amount(found["sum"], owed=s.account.amount, country=s.country, lang=s.language).money
