"""Protections that begin outside of us: a breathing space, a moratorium, a formal request to adjust debts.

They are told in words of their own, whatever else the message is about. Only what has begun counts: who wishes for one,
asks about one or has "breathing space" in their budget is answered like anybody else.
"""

from __future__ import annotations

import re

from actions import specialist
from actions.situation import Dialogue, Obliges, Say, Situation, Step

_SPACE = r"(?:breathing[- ]?space|debt respite|(?:statutory|debt|legal) moratorium)"
_BEGUN = re.compile(
    rf"\b(?:in|into|on|onto|under|entered|started|granted|approved|accepted|registered|begun|began|applied for|set up)"
    rf" (?:to |a |an |the |my |our |this |standard |official |60[- ]day |government )*{_SPACE}\b"
    rf"|\b{_SPACE}(?: scheme| moratorium| period| protection)?"
    r" (?:has|is (?:in|active)|was|started|starts|began|begins|until|till|runs|ends|expires|in place|order|notice|letter|ref(?:erence)?)\b"
    rf"|\b(?:got|have|given|gotten) (?:a |the |some |my )*{_SPACE} (?:through|thru|via|from|with|under|until|till|order)\b"
    r"|\bmental[- ]health(?: crisis)? (?:breathing[- ]?space|moratorium)\b"
    r"|\b(?:en|dentro de|bajo|empec[eé]|inici[eé]|empez[oó]|me (?:dieron|concedieron|aprobaron|aceptaron)|tengo) (?:un |una |el |la |mi )*"
    r"(?:breathing space|per[ií]odo de respiro|espacio de respiro|moratoria (?:legal|de deudas|concursal|por salud mental))\b"
    r"|(?:已经?|已經|正在|进入|進入|申请了|申請了|获批|獲批|批准|开始|開始|处于|處於|拿到).{0,6}(?:喘息(?:空间|空間|期)|breathing space)"
    r"|(?:喘息(?:空间|空間|期)|breathing space).{0,6}(?:到|至|已|开始|開始|生效|编号|編號|通知)",
    re.IGNORECASE,
)
_MIND = re.compile(r"mental[- ]health|salud mental|心理|精神", re.IGNORECASE)
_ADJUSTMENT = re.compile(
    r"\b(?:applied|filed|submitted|put in|made) (?:\w+ ){0,4}(?:debt (?:adjustment|restructuring|negotiation|workout))\b"
    r"|\bdebt (?:adjustment|restructuring) (?:request|application) (?:is|was|has been) (?:in|filed|submitted|pending|open)\b"
    r"|\b(?:solicit[eé]|present[eé]|ped[ií]) (?:\w+ ){0,3}(?:ajuste|reestructuraci[oó]n) de (?:la |mi |mis )?deudas?\b"
    r"|(?:申请了|申請了|提出了|已申请|已申請|已提出|送件了|已送件).{0,8}(?:债务调整|債務調整|前置协商|前置協商|前置调解|前置調解|债务协商|債務協商)"
    r"|(?:债务调整|債務調整|前置协商|前置協商|前置调解|前置調解|债务协商|債務協商).{0,6}(?:送件了|申请了|申請了|进行中|進行中|办理中|辦理中)",
    re.IGNORECASE,
)
# Where a formal request for adjustment has effects of its own (개인채무자보호법 35조; 消費者債務清理條例).
_ADJUSTING = frozenset({"KR", "TW"})
_ADVISER = re.compile(
    r"\b(?:debt|money) advis[eo]r\b|\bstep ?change\b|\bcitizens advice\b|\bnational debtline\b|\bpay ?plan\b|\bdebt charity\b"
    r"|\basesor[ae]? de deudas\b|(?:债务|債務)(?:顾问|顧問|咨询|諮詢)",
    re.IGNORECASE,
)
# Just before the words: a wish, a question, a denial.
_NOT_YET = re.compile(
    r"(?:\b(?:need|want|wish|give|like|can|could|may|might|should|how|what|whats|if|not|no|never|without|about|looking|thinking|going to|gonna"
    r"|apply|quiero|necesito|puedo|podr[ií]a|c[oó]mo|qu[eé] es|si|no|sin)\b|n't\b|想|要|能|可以|怎么|怎麼|如何|没|沒|不|什么|什麼)[^.!;。！]{0,24}$",
    re.IGNORECASE,
)


def named(text: str, country: str) -> str | None:
    """The event of the tables of duties that the text tells of; None where it tells of none."""
    if _tells(_BEGUN, text):
        return "mental_health_moratorium" if _MIND.search(text) else "breathing_space"
    if country in _ADJUSTING and _tells(_ADJUSTMENT, text):
        return "debt_adjustment"
    return None


def _tells(pattern: re.Pattern[str], text: str) -> bool:
    return any(not _NOT_YET.search(text[: found.start()]) for found in pattern.finditer(text))


def takes(s: Situation) -> Step | None:
    """Pause, acknowledge and ask for the reference; None where the text tells of no protection."""
    event = named(s.text, s.country)
    if event is None:
        return None
    queue = s.duties(event).queue
    if s.dialogue.about == specialist.ABOUT and s.dialogue.draft.get("queue") == queue:
        return specialist.details(s)
    return Step(
        (Say("specialist.moratorium", {"lender": s.lender}),),
        (_obliges(s, event),),
        Dialogue(asked="case_details", about=specialist.ABOUT, draft={"queue": queue}),
        disposition="hardship" if event == "debt_adjustment" else "bankruptcy",
    )


def beside(s: Situation, step: Step) -> Step:
    """`step`, and what a protection that is told in the same message obliges us to."""
    event = named(s.text, s.country)
    if event is None and s.intent == "attorney_represented" and _ADVISER.search(s.text):
        event = "debt_adviser"
    return step.with_effects(_obliges(s, event)) if event else step


def _obliges(s: Situation, event: str) -> Obliges:
    return Obliges(event, f"says: {event}", {"message": str(s.inbound_id or "")})
