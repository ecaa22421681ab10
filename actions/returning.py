"""The borrower is back at a phone that somebody else held: they prove anew who they are, and all goes on from there."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import opening, own_name, strangers
from actions.before_identity import after_identity, later, unverified
from actions.kin import KIN, KIN_ES, KIN_ZH
from actions.situation import Situation, Step

_BACK = re.compile(
    rf"\b(?:that|it|this) (?:was|were) (?:just |only )?(?:my|the) (?:\w+ )?{KIN}\b|\bmy (?:\w+ )?{KIN} (?:just |only )?(?:had|has had|took|grabbed|picked up|answered|wrote|replied|was (?:on|using|holding)|got hold of) (?:you|that|it|my phone|the phone|this)?"
    r"|\bi(?:['’]?m| am) (?:back|here now|the (?:right )?person|(?:him|her)self|the one)\b|\b(?:it(?:['’]?s| is)|that(?:['’]?s| is)) (?:really |actually )?me\b|\bi have my phone (?:back|again|now)|\b(?:got|have) my phone back\b|\bme again\b"
    rf"|\b(?:era|fue) (?:s[oó]lo |nom[aá]s )?mi {KIN_ES}\b|\b(?:ya|ahora s[ií]|s[ií]) soy yo\b|\bsoy yo\b|\bya (?:estoy|regres[eé]|volv[ií]|llegu[eé])\b|\bmi {KIN_ES} (?:me )?(?:agarr[oó]|ten[ií]a|contest[oó]|tom[oó]|cogi[oó]|escribi[oó]|respondi[oó])\b|\bya tengo mi (?:cel\w*|tel[eé]fono|m[oó]vil)\b"
    rf"|(?:刚才|剛才|刚刚|剛剛|头先|頭先|啱啱|那|那个|嗰個)(?:那个|那個|嗰個)?(?:人)?(?:是|係|系)我(?:的|嘅|個|个)?{KIN_ZH}|我(?:的|嘅|個|个)?{KIN_ZH}(?:刚才|剛才|刚|剛|头先|頭先|啱啱)?(?:拿|攞|用|回|覆|复)(?:了|咗|过|過|錯|错)?(?:我(?:的|嘅)?)?(?:手机|手機|电话|電話|你|你们|你們|你哋)"
    r"|我(?:回来|回來|返嚟|返来|返黎)(?:了|喇|啦)|(?:换|換|轉返|转回)(?:我|本人)(?:了|喇|啦|来|來|講|讲)?|我(?:就)?(?:是|係|系)(?:我|本人)|(?<![不唔])(?:是|係|系)我(?:本人)?(?=$|[，。,.!！~\s啊呀喇了])|现在(?:是|换)我|現在(?:是|換)我|而家(?:係|到)我",
    re.IGNORECASE,
)


def takes(s: Situation) -> bool:
    """Whether the borrower says that they are back, or answers what was asked of them since."""
    if s.identity.status != "third_party" or not s.identity.may_return or s.heard is not None:
        return False
    if strangers.heard(s.text, s.borrower_name):
        return False
    return s.identity.answer is not None or says_so(s) or s.dialogue.asked == "identity"


def says_so(s: Situation) -> bool:
    """Whether the words say that it is the borrower who writes now."""
    return own_name.is_them(s) or bool(_BACK.search(s.text))


def next_step(s: Situation) -> Step:
    """Ask for a fact that who held the phone does not know, and take up what is wanted once it is right."""
    if s.identity.answer is not None:
        return after_identity(s, opening.next_step(s))
    if s.dialogue.asked == "identity":
        return unverified(s)
    back = replace(s, identity=replace(s.identity, status="unverified"))  # their own words, by what they say
    return opening.ask_who(s, later=later(back if says_so(s) else s))
