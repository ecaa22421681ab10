"""It has been paid, or paying failed: neither believed nor doubted, looked for in the ledger."""

from __future__ import annotations

import re

from actions.situation import Obliges, OpenCase, Say, Situation, Step, Told
from catalogue.values import day, money
from core.messages import Kind

ABOUT = "already_paid"
# What can show something: a screenshot, a receipt, a letter from a hospital.
PAPERS = frozenset({Kind.IMAGE, Kind.FILE, Kind.VIDEO})
# The link or the card itself fails.
_LINK_OR_CARD = re.compile(
    r"\b(?:link|page|site|website|card|liga|enlace|p[aá]gina|tarjeta)\b|链接|連結|鏈接|网页|網頁|页面|頁面|打不开|打不開|转圈|轉圈|没反应|沒反應|卡",
    re.IGNORECASE,
)
# Paid, but not to where it belongs, or not so much.
_ASTRAY = re.compile(
    r"\b(?:wrong|old) (?:account|number|amount|reference|bank|loan)\b"
    r"|\b(?:equivocad[oa]|vieja) (?:cuenta|referencia)|(?:cuenta|monto|cantidad|importe|referencia)"
    r" (?:equivocad|incorrect|erróne|errone|viej)\w*|me equivoqu"
    r"|[打转轉汇匯存过過入][咗了]?[错錯]|[错錯][咗了]?(?:数|數|戶口|户口)"
    r"|[舊旧](?:嗰)?[個个]?(?:的|嘅)?(?:[账帐帳賬][户戶号號]|[户戶]口|卡)(?!.{0,4}(?:冻|凍|锁|鎖))|金[额額](?:不对|不對|错|錯|打错|打錯)",
    re.IGNORECASE,
)
# Whether what was paid has come in.
_IS_IN = re.compile(
    r"\b(?:did|has|have) (?:it|that|you|they|my (?:payment|money|transfer)|the (?:payment|money|transfer))(?: guys)? (?:\w+ )?"
    r"(?:arrive\w*|g[eo]t|gone?|come?|clear\w*|post\w*|receiv\w*|f[io]u?nd|show\w*|see|seen)\b|\b(?:do|did|have)? ?(?:you|u|ya|y'?all|they) (?:guys )?(?:see|seen|saw|g[eo]t|find|found|have) (?:it|that|my (?:payment|money|transfer|receipt)|the (?:payment|receipt))\b.{0,12}[?？]"
    r"|\b(?:ya )?(?:lleg[oó]|entr[oó]|cay[oó]|se (?:reflej[oó]|refleja|ve|vio|registr[oó])|les lleg[oó]|apareci[oó]|aparece|(?:lo|la) (?:vieron|vio|ven|recibieron|recibi[oó]|encontraron|encontr[oó]|checaron|revisaron|tienen))\b.*[?？]"
    r"|\bha(?:n|s)? (?:llegado|entrado|ca[ií]do|recibido)\b.*[?？]|\b(?:ya )?no (?:les |os |le )?debo (?:ya )?nada\b.*[?？]|\bestamos a mano\b.*[?？]"
    r"|\bso (?:i'?m|am i|are we|we'?re|i am) (?:\w+ )?(?:good|all set|done|paid up|square|even|clear)\b.*[?？]|\b(?:i )?(?:don'?t|do not|dont) owe (?:\w+ )?(?:anything|nothing)\b.*(?:[?？]|\bright\b)|\bdo i still owe\b"
    r"|(?:到|收到|查到|找到|入)[了咗]?(?:账|帳|賬|数|數|款)?[了咗]?(?:吗|嗎|没有?|沒有?|未|冇|么|麼|咩)(?:啊|呀)?\s*[?？]?\s*$",
    re.IGNORECASE,
)


def next_step(s: Situation, *, reason: str = "paid") -> Step:
    """Note the claim, ask for a proof, and let a person trace it; nothing is asked for meanwhile."""
    if s.account is not None and s.account.paid:
        return Step((Say("balance.nothing_owed", {"lender": s.lender}),), dialogue=s.dialogue)
    if s.account is not None and "paid_claim" in s.account.holds and s.dialogue.asked != "reason":
        return proof(s)  # it is being traced already: whatever comes now is added, and nothing asked again
    detail = {"method": s.method, "message": str(s.inbound_id or ""), "why": reason}
    effects = (
        Told("paid_claim", {"status": "pending", **detail}),
        Obliges("paid_claim", "says it has been paid", detail),
    )
    if s.dialogue.about == ABOUT and s.dialogue.asked == "proof":
        return Step((Say("already_paid.noted", {}),), effects)
    if s.kind in PAPERS:
        return Step((Say("already_paid.receipt_in", {}),), effects)
    key = "already_paid.thanks_receipt" if _says_how(s) else "already_paid.thanks_proof"
    return Step.asking(Say(key, {}), asked="proof", about=ABOUT, effects=effects)


# When it was paid: a day, or a word that looks back.
_WHEN = re.compile(
    r"\b(?:yesterday|this morning|last (?:night|week|month|mon|tue|wed|thu|fri|sat|sun)\w*|(?:days?|weeks?|hours?) ago|on (?:the \d|mon|tue|wed|thu|fri|sat|sun)"
    r"|ayer|antier|anteayer|anoche|esta ma[nñ]ana|la semana pasada|el mes pasado|hace (?:\w+ )?(?:d[ií]as?|semanas?|horas?)|el (?:\d|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo))"
    r"|昨[天日晚]|前[天日]|今[早天]|尋日|琴日|上(?:个|個)?(?:周|週|星期|礼拜|禮拜|月)|\d+[号號日]",
    re.IGNORECASE,
)


def _says_how(s: Situation) -> bool:
    """Whether it is told already when or by what way it was paid."""
    return s.method is not None or bool(_WHEN.search(s.text))


# Has something to show, and has not sent it yet.
_HAS_PROOF = re.compile(
    r"\b(?:screen ?shots?|receipts?|confirmation|reference|photos?|pictures?|pics?|proof|comprobantes?|recibos?|captura\w*|foto\w*|folio|vouchers?|justificante\w*)\b"
    r"|截图|截圖|截屏|有明[细細]|凭证|憑證|收据|收據|回单|回單|流水|照片|相片",
    re.IGNORECASE,
)


# Of money that has gone out, in so many words: "los otros 800 los deposité", not "he pagado siempre".
_GONE_OUT = re.compile(
    r"\b(?:i|we) (?:already |just )?(?:paid|sent|transferred|deposited|wired)\b(?! (?:off|back|for (?!it|that|this)))"
    r"|\b(?:ya )?l[oa]s? (?:ya )?(?:pagué|deposité|transferí|mandé|aboné|ingresé|envié)(?!\w)|(?<!que )\bya (?:l[oa]s? |l[ei]s? )?(?:pagu[eé]|deposit[eé]|transfer[ií]|abon[eé]|ingres[eé])(?!\w)",
    re.IGNORECASE,
)


def tells_of_one(s: Situation) -> bool:
    """Whether what is taken for a promise tells in so many words of a payment that was made, and promises none."""
    told = s.intent in ("promise_to_pay", "pay_now") and bool(_GONE_OUT.search(s.text))
    of_money = re.search(r"\d", s.text) and not re.search(r"[?？]", s.text)
    return bool(told and of_money) and not s.reading.promise


def has_proof(text: str) -> bool:
    """Whether the text speaks of a receipt, a picture, a statement that shows the payment."""
    return bool(_HAS_PROOF.search(text))


def proof(s: Situation) -> Step:
    """Take whatever comes in answer to "do you have a proof": it is kept with the conversation for the tracer."""
    detail = {"proof": str(s.kind), "proof_message": str(s.inbound_id or ""), "method": s.method}
    case = OpenCase("payment_trace", "normal", "says it has been paid", detail, take_floor=False)
    if s.kind is Kind.TEXT and has_proof(s.text) and not any(sign.isdigit() for sign in s.text[-6:]):
        return Step.asking(Say("already_paid.noted_send", {}), asked="proof", about=ABOUT, effects=(case,))
    return Step((Say("already_paid.noted", {}),), (case,))


def asks_whether_it_is_in(s: Situation) -> bool:
    """Whether the text asks if a payment that was told of, or has come in, is there."""
    told = "paid_claim" in s.told or (s.account is not None and s.account.paid)
    return told and bool(_IS_IN.search(s.text))


def whether_it_is_in(s: Situation) -> Step:
    """What the ledger says: all is paid, or it is still looked for, or so much is open."""
    assert s.account is not None
    if s.account.paid:
        return Step((Say("balance.nothing_owed", {"lender": s.lender}),), dialogue=s.dialogue)
    if "paid_claim" in s.account.holds:
        return Step((Say("already_paid.still_looking", {}),), dialogue=s.dialogue)
    owed = {"lender": s.lender, "amount": money(s.account.amount), "day": day(s.account.due_on)}
    return Step((Say("balance.told", owed),), dialogue=s.dialogue)


def went_astray(text: str) -> bool:
    """Whether the text tells of a payment to a wrong or old account, or of a wrong sum."""
    return bool(_ASTRAY.search(text))


def _not_that_way(s: Situation) -> bool:
    """Whether the link, or the card behind it, is what does not work: it helps nobody to be sent there again."""
    return s.dialogue.about == "pay_now" or "payment_problem" in s.told or bool(_LINK_OR_CARD.search(s.text))


def problem(s: Situation) -> Step:
    """The payment did not go through: another way, or a person who traces it; nothing where all is paid meanwhile."""
    if s.account is not None and s.account.paid:
        return Step((Say("balance.nothing_owed", {"lender": s.lender}),), dialogue=s.dialogue)
    if went_astray(s.text):
        return next_step(s, reason="paid_elsewhere")
    detail = {"method": s.method, "message": str(s.inbound_id or "")}
    effects = (
        Told("payment_problem", detail),
        OpenCase("payment_trace", "normal", "tried to pay and could not", detail, take_floor=False),
    )
    if s.policy.pay_link and not (s.policy.bank_details and _not_that_way(s)):
        say = Say("already_paid.problem_link", {"link": s.policy.pay_link, "phone": s.policy.phone})
    else:
        say = Say("already_paid.problem_bank", {**dict(s.policy.bank_details), "phone": s.policy.phone})
    return Step((say,), effects)
