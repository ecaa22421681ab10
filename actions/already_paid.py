"""It has been paid, or paying failed: neither believed nor doubted, looked for in the ledger."""

from __future__ import annotations

import re

from actions.situation import Obliges, OpenCase, Say, Situation, Step, Told
from catalogue.values import day, money
from core.messages import Kind
from reading import read_hardship_reason

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
    r"|\b(?:why|how come)\b[^.!?\n]{0,16}\bstill\b[^.!?\n]{0,24}\b(?:owe|owing|due|unpaid|open|show\w*)\b|\b(?:por ?qu[eé]|pq|xq) (?:me |les )?(?:sig(?:ue|o)|aparece|sale|todav[ií]a|a[uú]n)\b.*[?？]|(?:为什么|為什麼|怎么|怎麼|点解|點解)[^，。\n]{0,4}(?:还|還|仲)[^，。\n]{0,4}(?:显示|顯示|写|寫|话|話|欠|未|爭|争)"
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


# Has nothing to show: "I don't have the receipt", no tengo el recibo, 冇收據.
_PROOF_EN = (
    r"(?:receipts?|proof|screen ?shots?|confirmation|reference(?: number)?|slip|statement|it|one|anything)"
)
_PAPEL = r"(?:recibos?|comprobantes?|captura|foto|folio|vouchers?|justificante|ticket|tiquete|boleta|papel(?:ito)?|referencia|factura)"
_NO_PROOF = re.compile(
    rf"\b(?:don'?t|do not|dont|didn'?t|didnt|did not|haven'?t|havent|can'?t|cant|cannot|never|lost|threw|deleted|no longer|forgot|misplaced|left)\b[^.,;!?\n]{{0,24}}?\b(?:receipts?|proof|screen ?shots?|confirmation|reference|slip|statement)\b"
    rf"|\b(?:no|without(?: a| any)?) (?:receipt|proof|screen ?shot|slip|confirmation)\b|^\W*(?:i |sorry |no )*(?:don'?t|dont|do not|haven'?t|havent) (?:got|have|keep|kept)(?: got)? {_PROOF_EN}\b"
    rf"|\b(?:no|ya no|nunca|ni)\b (?:me |lo |la |le |les )?(?:tengo|traigo|guard\w+|encuentro|hallo|qued[eé]|di[oó]|dieron|dan|conservo|ped[ií]|cuento con|puedo|hay)[^.,;!?\n]{{0,16}}?\b{_PAPEL}\b|\b(?:perd[ií]|tir[eé]|borr[eé]|se me perdi[oó]|dej[eé])\b[^.,;!?\n]{{0,12}}?\b{_PAPEL}\b|\bsin (?:recibo|comprobante|justificante)\b|\b{_PAPEL} (?:ya )?(?:(?:lo|la) (?:tir[eé]|perd[ií]|borr[eé]|bot[eé]|dej[eé]|romp[ií])|se me (?:perdi[oó]|borr[oó]|cay[oó]|olvid[oó]|moj[oó]))"
    r"|(?:[没沒冇無无][有]?|不见了?|不見了?|唔見咗?|找不到|揾唔到|搵唔到|丢了?|丟了?|扔了?|掉咗|删了?|刪了?)(?:留|拿|存|带|帶|保留|截|影|要|攞|了|咗|什么|什麼|任何|那张|那張|到)*(?:收据|收據|凭证|憑證|回单|回單|截图|截圖|流水|單據|单据|小票|收條|收条|发票|發票|入數紙|入数纸|照片|相|證明|证明)"
    r"|(?:收据|收據|凭证|憑證|回单|回單|截图|截圖|單據|单据|小票|收條|收条|入數紙|入数纸)[^，。,\n]{0,6}(?:[没沒冇][有留拿存]?|不见|不見|唔見|找不到|丢|丟|扔|掉|删|刪|不在|唔喺)",
    re.IGNORECASE,
)
# What is still to come is no detail of what was paid.
_AHEAD = re.compile(
    r"\b(?:i'?ll|will|can|could|gonna|going to|want to|wanna|next|tomorrow|rest|other|remain\w*|another|promise|puedo|podr[ií]a|voy a|vamos a|quiero|pr[oó]xim[oa]|que viene|(?<!la )ma[nñ]ana|resto|lo dem[aá]s|otr[oa]s?|pago|pagar[eé]|deposito|mando|abono|dar[eé]|doy)\b"
    r"|(?<![不唔])[会會](?!计|計)|打算|下(?:个|個|周|週|星期|礼拜|禮拜|月)|明[天日]|明兒|聽日|听日|后天|後天|剩|余下|餘下|其余|其餘|尾[数數]|[再才]|我[还還付繳缴轉转]",
    re.IGNORECASE,
)
_BACK_THEN = re.compile(
    r"\b(?:(?:was|were)(?! (?:paid|laid|off|let|sick|fired|told)\b)|it (?:went|left)|(?:i|we|she|he) (?:paid|sent|transferred|deposited)|says|shows?|fue(?:ron)?|eran?|pagu[eé]|deposit[eé]|transfer[ií]|mand[eé]|hice|sali[oó]|dice|aparece|ayer|antier|yesterday)\b"
    r"|昨[天日晚]|前[天日]|上(?:个|個)?(?:周|週|星期|礼拜|禮拜)|尋日|琴日|那天|嗰日|[付缴繳还還转轉汇匯打存過过交俾畀][^，。,\n]{0,8}[了咗的嘅]",
    re.IGNORECASE,
)
_OF_THE_PAYMENT = frozenset(
    "promise_to_pay pay_now already_paid ask_balance hardship request_plan stall out_of_scope payment_problem".split()
)


def of_traced(s: Situation) -> Step | None:
    """What is told of the payment that is traced: that nothing shows it, or when, how much and how it was; kept for who
    traces it. None where the text speaks of anything else."""
    traced = s.account is not None and not s.account.paid and "paid_claim" in s.account.holds
    asked = s.dialogue.asked == "proof"
    if not (traced or asked) or s.dialogue.asked not in (None, "proof") or s.kind in PAPERS:
        return None
    if lacks_proof(s):
        return proof(s)
    bare = len(s.text.split()) <= 3 and s.is_brief and not (s.dialogue.question or s.reading.dates)
    told = asked or bare or _BACK_THEN.search(s.text)
    # Asked when and how, a day alone is an answer.
    answers = asked and s.is_brief and s.intent in ("promise_to_pay", "pay_now")
    detail = answers or re.search(r"\d|[一二两兩三四五六七八九十百千]", s.text)
    if not (told and detail and s.intent in _OF_THE_PAYMENT) or re.search(r"[?？]", s.text):
        return None
    return None if _AHEAD.search(s.text) or read_hardship_reason(s.text) else proof(s)


def lacks_proof(s: Situation) -> bool:
    """Whether, asked for something that shows a payment that is traced, the borrower has nothing."""
    traced = s.dialogue.asked == "proof" or (s.account is not None and "paid_claim" in s.account.holds)
    return traced and bool(_NO_PROOF.search(s.text))


def has_proof(text: str) -> bool:
    """Whether the text speaks of a receipt, a picture, a statement that shows the payment."""
    return bool(_HAS_PROOF.search(text))


def proof(s: Situation) -> Step:
    """Take whatever comes in answer to "do you have a proof": it is kept with the conversation for the tracer."""
    kept = "proof_message" if s.kind in PAPERS else "details"
    detail = {"proof": str(s.kind), kept: str(s.inbound_id or ""), "method": s.method, **_sum_of(s)}
    case = OpenCase("payment_trace", "normal", "says it has been paid", detail, take_floor=False)
    if lacks_proof(s):
        return Step.asking(Say("already_paid.no_proof", {}), asked="proof", about=ABOUT, effects=(case,))
    if s.kind is Kind.TEXT and has_proof(s.text) and not any(sign.isdigit() for sign in s.text[-6:]):
        return Step.asking(Say("already_paid.noted_send", {}), asked="proof", about=ABOUT, effects=(case,))
    return Step((Say("already_paid.noted", {}),), (case,))


def _sum_of(s: Situation) -> dict[str, str]:
    """The sum that was paid, as it is told."""
    paid = s.reading.amount
    return {"paid": f"{paid.amount} {paid.currency}"} if paid else {}


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
