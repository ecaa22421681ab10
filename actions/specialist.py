"""Death, bankruptcy, a lawyer: acknowledged, everything stops, specialists take over; no demand to anyone."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.situation import Dialogue, Obliges, OpenCase, Say, Situation, Step

ABOUT = "specialist"
# Asks which papers, what is needed.
_WHAT_IS_NEEDED = re.compile(
    r"(?:^|[.,;!?\n] *|\b(?:and|so|ok|okay|but|know|idk|sure|tell me) )(?:what|which|wat) (?:\w+ ){0,4}?(?:need\w*|send|documents?|docs|papers?|paperwork|proof|provide|forms?|require\w*)\b|\bwhat should i do\b|\bdo (?:you|u) need\b"
    r"|\b(?:who|where) (?:do|should|can|must|am|would) (?:i |we )(?:\w+ )?(?:send|mail|bring|give|forward|upload|email)\b|\bhow (?:do|should|can) i (?:send|get) (?:you|u|it|the|that)\b|\b(?:a ?d[oó]nde|d[oó]nde|a qui[eé]n|c[oó]mo) (?:se )?(?:le |lo |la |les |os )?(?:mand|env[ií]|entreg|llev|sub)\w+"
    r"|\b(?:qu[eé]|q|k|cu[aá]les?) (?:\w+ ){0,3}?(?:necesit\w+|ocup\w+|papel\w*|documento\w*|mando|env[ií]o|requier\w+|hace falta|tr[aá]mites?|piden)\b"
    r"|(?:需要|要|该|該|准备|準備|提供|交|发|發|傳)(?:我)?(?:提供|准备|準備|交|办|辦|发|發|傳)?(?:什么|什麼|啥|哪些|乜|咩|邊啲)|(?:使唔使|用不用|需不需要|要不要|要唔要|洗唔洗).{0,4}(?:交|发|發|傳|传|send|寄|提供|俾|畀|准备|準備)|(?:什么|什麼|哪些|咩)(?:材料|资料|資料|文件|手续|手續|证明|證明)",
    re.IGNORECASE,
)
# Whoever writes after a death asks what it was about, or what becomes of it.
_ASKS = re.compile(
    r"[?？]|^(?:and |so |but )?(?:what|why|who|how|when|do i|does|did|is|are)\b|^(?:y |pero )?(?:qu[eé]|por qu[eé]|qui[eé]n|cu[aá]nto|cu[aá]ndo|c[oó]mo)\b"
    r"|[吗嗎么麼呢咩]\s*[。.!！]*$|(?:什么|什麼|甚麼|啥|咩|乜)(?:事|钱|錢|意思)|多少|几多|幾多|怎么|怎麼|点解|點解|为什么|為什麼|是不是|要不要|使唔使|用不用|谁|誰|邊個",
    re.IGNORECASE,
)
_NEEDED = frozenset({"deceased", "bankruptcy", "attorney"})
_EVENTS = {"deceased": "deceased", "bankruptcy": "bankruptcy", "attorney_represented": "attorney"}


def next_step(s: Situation) -> Step:
    """Stop, acknowledge, and hand the case to the queue that knows what to do."""
    event = _EVENTS[s.intent]
    queue = s.duties(event).queue
    if s.dialogue.about == ABOUT and s.dialogue.draft.get("queue") == queue:
        return details(s)  # said before, and asked about: this is what was asked for
    if s.intent == "attorney_represented" and _names_them(s):
        # The name that we asked for, or that is given at once, is not asked for again.
        lawyer = Obliges(event, f"says: {s.intent}", _message(s))
        asked = s.dialogue.about == ABOUT and s.dialogue.asked == "case_details"
        known = details(s) if asked else Step((Say("specialist.attorney_known", {"lender": s.lender}),))
        about = replace(known, dialogue=Dialogue(about=ABOUT, draft={"queue": queue}), disposition=queue)
        return about.with_effects(lawyer)
    return Step(
        (Say(f"specialist.{s.intent}", {"lender": s.lender}),),
        (Obliges(event, f"says: {s.intent}", _message(s)),),
        Dialogue(asked="case_details", about=ABOUT, draft={"queue": queue}),
        disposition=queue,
    )


def details(s: Situation) -> Step:
    """A name, a case number, documents: kept for the specialist."""
    queue = str(s.dialogue.draft.get("queue") or ("deceased" if "deceased" in s.flags else "human"))
    if "deceased" in s.flags and _ASKS.search(s.text) and not asks_what_is_needed(s.text):
        explained = Say("specialist.to_the_family", {"lender": s.lender, "phone": s.policy.phone})
        return Step((explained,), dialogue=s.dialogue)
    if queue in _NEEDED and asks_what_is_needed(s.text):
        return Step(
            (Say(f"specialist.needed_{queue}", {"lender": s.lender}),),
            dialogue=Dialogue(asked="case_details", about=ABOUT, draft={"queue": queue}),
        )
    return Step(
        (Say("specialist.passed_on", {"lender": s.lender}),),
        (OpenCase(queue, "high", "sent details", _message(s), take_floor=False),),
        Dialogue(about=ABOUT, draft={"queue": queue}),
    )


def asks_what_is_needed(text: str) -> bool:
    """Whether the text asks which papers we need."""
    return bool(_WHAT_IS_NEEDED.search(text))


def _names_them(s: Situation) -> bool:
    """Whether the message tells who the lawyer is: with a way to reach them, or as the answer to what we asked."""
    if s.reading.phone or s.reading.email:
        return True
    return s.dialogue.about == ABOUT and s.dialogue.asked == "case_details"


def _message(s: Situation) -> dict[str, str]:
    return {"message": str(s.inbound_id or "")}
