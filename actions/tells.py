"""More of what was complained about: when it was, what was said, who heard it."""

from __future__ import annotations

import re

from actions import complaint
from actions.situation import Situation, Step

_TELLS = re.compile(
    r"\b(?:he|she|they|(?:your|the|that) (?:agent|guy|lady|man|woman|rep|collector|colleague)) (?:\w+ )?(?:call\w*|said|told|yell\w*|threaten\w*|shout\w*|swore|laugh\w*|hung)\b"
    r"|\b(?:record(?:ed|ing)|witness\w*|heard (?:it|him|her|them|everything))\b|\bme (?:llam[oó]|dijo|grit[oó]|amenaz[oó]|insult[oó]|colg[oó])\b|\bgrab(?:ado|ación|acion|é)\b|\btestigos?\b|\blo escuch\w+"
    r"|[打骂罵吼吓嚇]的|(?:他|她|佢|对方|對方).{0,6}[打骂罵说說话話讲講吼吓嚇].{0,3}[了咗过過]|录音|錄音|听[见到]|聽[見到]|录下|錄下|截了?[图圖]",
    re.IGNORECASE,
)
# What such a telling is easily taken for.
_TAKEN_FOR = frozenset({"contact_preference", "out_of_scope", "abusive", "stall", "greet"})


def of_a_complaint(s: Situation) -> Step | None:
    """The step that adds to the complaint what the text tells of it; None where it tells of something else."""
    if "complaint" not in s.flags or s.intent not in _TAKEN_FOR or not _TELLS.search(s.text):
        return None
    return complaint.next_step(s)
