"""How and where to pay, at once."""

from __future__ import annotations

import re

from actions import promise
from actions.situation import Dialogue, Say, Situation, Step
from catalogue.values import money

_WANTS = re.compile(
    r"\b(?:send|give|text|shoot|resend|share)\b.{0,14}\blink\b|\bhow (?:do|can|should) i pay\b|\bwhere (?:do|can|should) i (?:pay|send|transfer|wire)\b|\b(?:where|how) to pay\b|\b(?:doing|paying|sending) (?:it|this|that) (?:right )?now\b|\bpay(?:ing)? (?:it )?(?:right )?now\b"
    r"|\b(?:m[aá]nd\w*|p[aá]s\w*|env[ií]\w*|dame|deme)\b.{0,14}\b(?:link|enlace|liga)\b|\b(?:c[oó]mo|d[oó]nde) (?:se )?(?:le |lo |la |les |os )?(?:pago|deposito|transfiero|mando|env[ií]o|abono|hago(?: (?:el|la) (?:pago|transferencia|dep[oó]sito))?)\b|\bpag(?:o|ar|ar[eé])(?:lo|la|los|las)? (?:ya|ahora|ahorita|hoy) mismo\b"
    r"|(?:发|發|给|給|传|傳|俾|畀).{0,6}(?:链接|連結|鏈接|二维码|二維碼)|(?:链接|連結|鏈接|二维码|二維碼|\blink).{0,3}(?:给|給|俾|畀|发|發|传|傳|呢|来|來)|(?:怎么|怎麼|点|點|在哪|去哪|哪里|哪裡)(?:样|樣)?(?:还款|還款|付款|缴款|繳款|还钱|還錢)",
    re.IGNORECASE,
)


_A_PART = re.compile(
    r"\b(?:some|part|a bit|a little|portion) of (?:it|that|this|what|the)\b|\bsomething (?:now|today|towards?)\b"
    r"|\b(?:una parte|algo de|un poco|parte de)\b|一部分|一点|一點|一些|部分",
    re.IGNORECASE,
)


# Wants to know where a transfer goes to.
_ACCOUNT = re.compile(
    r"\b(?:account (?:number|details|info)|bank (?:details|info)|acct (?:number|#|no)|sort code|routing|iban|clabe"
    r"|(?:n[uú]mero|n[º°]|num|datos) (?:de )?(?:la )?(?:cuenta|bancarios)|a (?:qu[eé]|cu[aá]l) cuenta|(?:p[aá]s|m[aá]nd|env[ií]|d[eéa])\w* (?:la|el|su|tu) (?:cuenta|clabe))\b|[账帐帳賬]号|[账帐帳賬]號|卡号|卡號|戶口號碼",
    re.IGNORECASE,
)
# So much each time.
_EACH = re.compile(
    r"\d\s*(?:(?:dollars|bucks|quid|pounds|euros?|pesos) )?(?:a|per|each|every|al|por|cada) (?:\w+ )?(?:month|week|fortnight|payday|mes|semana|quincena)",
    re.IGNORECASE,
)


def _own_sum(s: Situation) -> bool:
    """Whether a sum of their own is named, less than all or so much each time: that is promised, not paid at a click."""
    owed = s.account.amount if s.account else None
    said = s.sum_said
    less = (
        said is not None and owed is not None and said.currency == owed.currency and said.amount < owed.amount
    )
    return less or bool(_EACH.search(s.text))


def wants(s: Situation) -> bool:
    """Whether the words ask for the way to pay at once, and name no later day."""
    if s.dialogue.asked == "confirmation" or any(on != s.today for on in s.reading.dates):
        return False
    return bool(_WANTS.search(s.text)) or _a_part_at_once(s)


# It is to happen at once, or is being tried: then the way to do it is what is wanted.
_NOW = re.compile(
    r"\b(?:now|today|tonight|right away|asap|immediately|straight away|trying|tried|ready|ahora|ahorita|ya|hoy|mismo|enseguida)\b|现在|現在|马上|馬上|立刻|今天|今日|今晚|而家|即刻|依家|这就|這就|就去|准备|準備",
    re.IGNORECASE,
)


def _a_part_at_once(s: Situation) -> bool:
    """Whether a sum of their own is to be paid this moment, and where to is asked: 先繳1500 我現在就轉 帳號給我."""
    asks = _WANTS.search(s.text) or _ACCOUNT.search(s.text)
    named = s.sum_said is not None and _own_sum(s) and not _EACH.search(s.text) and not s.reading.instalments
    return bool(named and asks and _NOW.search(s.text)) and not any(on != s.today for on in s.reading.dates)


def _says_how(s: Situation) -> bool:
    """Whether only the way of paying is told, neither asked for nor meant for now: how much and when is still open."""
    told = s.method not in (None, "link") and s.sum_said is None and s.share_said is None
    return told and not (
        wants(s) or re.search(r"[?？]", s.text) or _NOW.search(s.text) or _ACCOUNT.search(s.text)
    )


def a_part(text: str) -> bool:
    """Whether only a part is meant, of no size yet: "some of it"."""
    return bool(_A_PART.search(text)) and not _WANTS.search(text)


def next_step(s: Situation) -> Step:
    """Give the link, else the account to pay to; what comes in is told by the ledger, not asked."""
    assert s.account is not None
    if s.account.paid:
        return Step((Say("balance.nothing_owed", {"lender": s.lender}),))
    at_once = _a_part_at_once(s)
    if not at_once and (a_part(s.text) or _own_sum(s) or _says_how(s)):
        return promise.next_step(s)  # a part: how much and when is the question, not the link
    amount = s.sum_said if at_once and s.sum_said else s.account.amount
    parameters = {"amount": money(amount), "reference": s.account.reference, "lender": s.lender}
    by_bank = s.method == "bank_transfer" or bool(_ACCOUNT.search(s.text))
    if s.policy.pay_link and not (by_bank and s.policy.bank_details):
        return Step(
            (Say("pay_now.link", {**parameters, "link": s.policy.pay_link}),),
            dialogue=Dialogue(about="pay_now"),
            disposition="rpc_pays_now",
        )
    return Step(
        (Say("pay_now.bank", {**parameters, **dict(s.policy.bank_details)}),),
        dialogue=Dialogue(about="pay_now"),
        disposition="rpc_pays_now",
    )
