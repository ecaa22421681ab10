"""How and where to pay, at once."""

from __future__ import annotations

import re
from dataclasses import replace

from actions import another_pays, answers, counted, promise, said_again
from actions.drafts import READ_BACK, Draft
from actions.situation import Dialogue, Say, Situation, Step
from catalogue.values import money
from core.money import Money
from reading import read_amount

_WANTS = re.compile(
    r"\b(?:send|give|text|shoot|resend|share)\b.{0,14}\blink\b|\bhow (?:do|can|should) i pay\b|\bwhere (?:do|can|should) i (?:pay|send|transfer|wire)\b|\b(?:where|how) to pay\b|\b(?:doing|paying|sending) (?:it|this|that) (?:right )?now\b|\bpay(?:ing)? (?:it )?(?:right )?now\b"
    r"|\b(?:what|where)(?:'?s| is) (?:the|your|that|ur) (?:payment |pay )?link\b|\bcu[aá]l es (?:el|la|su|tu) (?:link|enlace|liga)\b"
    r"|\b(?:m[aá]nd\w*|p[aá]s\w*|env[ií]\w*|dame|deme)\b.{0,14}\b(?:link|enlace|liga)\b|\b(?:c[oó]mo|d[oó]nde) (?:se )?(?:le |lo |la |les |os )?(?:pago|deposito|transfiero|mando|env[ií]o|abono|hago(?: (?:el|la) (?:pago|transferencia|dep[oó]sito))?)\b|\bpag(?:o|ar|ar[eé])(?:lo|la|los|las)? (?:ya|ahora|ahorita|hoy) mismo\b"
    r"|(?:发|發|给|給|传|傳|俾|畀).{0,6}(?:链接|連結|鏈接|二维码|二維碼)|(?:链接|連結|鏈接|二维码|二維碼|\blink).{0,3}(?:给|給|俾|畀|发|發|传|傳|呢|来|來)|(?:怎么|怎麼|点|點|在哪|去哪|哪里|哪裡)(?:样|樣)?(?:还款|還款|付款|缴款|繳款|还钱|還錢)"
    r"|(?:转|轉|打|汇|匯|存|过|過)(?:去|到|落|入)?(?:哪里|哪裡|哪儿|哪兒|哪个|哪個|边度|邊度|边个|邊個)",
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
    r"|(?:n[uú]mero|n[º°]|num|datos) (?:de )?(?:la )?(?:cuenta|bancarios)|a (?:qu[eé]|cu[aá]l) cuenta|cu[aá]l es (?:la|su|tu) (?:cuenta|clabe)|(?:p[aá]s|m[aá]nd|env[ií]|d[eéa])\w* (?:la|el|su|tu) (?:cuenta|clabe))\b|[账帐帳賬]号|[账帐帳賬]號|卡号|卡號|戶口號碼",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|everything|whole|full|total|todo|completo|entero|liquidar\w*)\b|全部|全[额額数數]|一次|[清]",
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


# Whether it may be paid this moment: then the way to do it is the answer.
_MAY = re.compile(
    r"\b(?:can|could) i (?:just |maybe )?(?:send|pay|do|give|put|transfer|make)\b[^.?!]{0,20}\bnow\b|\b(?:puedo|podr[ií]a) (?:mandar|pagar|dar|hacer|depositar|abonar|transferir|enviar)\w*\b[^.?!]{0,20}\b(?:ahora|ahorita|ya)\b",
    re.IGNORECASE,
)


def _a_part_at_once(s: Situation) -> bool:
    """Whether a sum of their own is to be paid this moment, and where to is asked: 先繳1500 我現在就轉 帳號給我."""
    asks = _WANTS.search(s.text) or _ACCOUNT.search(s.text) or _MAY.search(s.text)
    named = _figure(s) is not None and not _EACH.search(s.text) and not s.reading.instalments
    return bool(named and asks and _NOW.search(s.text)) and not any(on != s.today for on in s.reading.dates)


def _figure(s: Situation) -> Money | None:
    """The sum, less than all, that is to be paid at once, said however shortly: "ok 300 now, whats the account number"."""
    owed = s.account.amount if s.account else None
    bare = read_amount(counted.without(s.text), owed=owed, country=s.country, lang=s.language).money
    said = s.sum_said or bare
    less = said is not None and owed is not None and said.currency == owed.currency
    return said if less and said is not None and owed is not None and said.amount < owed.amount else None


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
    # "How do I pay the 200 on Friday" asks the way for what is agreed.
    at_once = _a_part_at_once(s) or bool(_WANTS.search(s.text) and said_again.agreed_once_more(s))
    if not at_once and (a_part(s.text) or _own_sum(s) or _says_how(s)):
        return promise.next_step(s)  # a part: how much and when is the question, not the link
    amount = (_figure(s) if at_once else _on_table(s) or _agreed(s)) or s.account.amount
    return Step((_where(s, amount),), dialogue=Dialogue(about="pay_now"), disposition="rpc_pays_now")


def _on_table(s: Situation) -> Money | None:
    """The part that was named before, while the day of the rest is asked: where to pay is asked for that part."""
    draft = Draft.from_json(s.dialogue.draft)
    if (
        s.account is None
        or s.dialogue.about != promise.ABOUT
        or draft.amount is None
        or s.share_said == "all"
    ):
        return None
    return Money(draft.amount, s.account.amount.currency)


def _agreed(s: Situation) -> Money | None:
    """The payment that comes first of those agreed, unless all is to be paid: the link was asked for that one."""
    if s.share_said == "all" or _ALL.search(s.text) or not s.standing:
        return None
    return min(s.standing, key=lambda one: one.due_on).amount


def _where(s: Situation, amount: Money) -> Say:
    """The link, or the account where that is asked for."""
    assert s.account is not None
    parameters = {"amount": money(amount), "reference": s.account.reference, "lender": s.lender}
    by_bank = s.method == "bank_transfer" or bool(_ACCOUNT.search(s.text))
    if s.policy.pay_link and not (by_bank and s.policy.bank_details):
        return Say("pay_now.link", {**parameters, "link": s.policy.pay_link})
    return Say("pay_now.bank", {**parameters, **dict(s.policy.bank_details)})


def at_read_back(s: Situation) -> Step | None:
    """Where to pay, asked in answer to what was read back, and the yes before it: "ok whats the account number"."""
    assert s.account is not None
    asks, key = _ACCOUNT.search(s.text), (s.dialogue.question or {}).get("key")
    draft = Draft.from_json(s.dialogue.draft)
    amount = draft.parts[0][0] if draft.parts else draft.amount
    if not asks or amount is None or key not in READ_BACK.values() or s.days or s.sum_said:
        return None
    if re.search(r"\d{3}", s.text) or another_pays.asks(s):
        return None  # a number of their own, or another's account
    where = Step((_where(s, Money(amount, s.account.amount.currency)),))
    if not answers.begins_yes(s.text[: asks.start()]):
        return None if answers.begins_no(s.text) else where.resuming(s)
    kept = replace(draft, method=draft.method or "bank_transfer").as_json()
    agreed = replace(s.saying("ok", "affirm"), dialogue=replace(s.dialogue, draft=kept))
    return promise.next_step(agreed).then(where)
