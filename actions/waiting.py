"""What is asked while a person looks at what was complained about, contested or told of: how long it takes, whether
interest goes on, whether to pay meanwhile."""

from __future__ import annotations

import re

from actions import balance, hardship, longer
from actions.situation import Say, Situation, Step
from reading import asked_after

_HOW_LONG = re.compile(
    r"\b(?:how (?:long|soon|many days)|(?:let me know|tell me|text me|write me) (?:when|once|as soon)|(?:and |so )?when (?:will|do|does|can|am|is|should)|by when|any (?:news|updates?))\b"
    r"|\b(?:cu[aá]nto (?:tiempo|tarda\w*|m[aá]s|falta)|cu[aá]ndo|para cu[aá]ndo|en cu[aá]ntos d[ií]as|qu[eé] plazo)\b"
    r"|多久|多长时间|多長時間|[几幾](?:天|日)(?:能|才|会|會|内|內|先|可以|有)|[几幾]时|[几幾]時|(?:什么|什麼|甚麼|啥)时候|(?:什么|什麼|甚麼)時候|何时|何時|要等到?(?:多|[几幾])|(?:查|找|搵|揾)[到清](?:楚)?[了咗]?(?:之?[后後])?(?:再|就|請|请|麻[煩烦])?(?:告[诉訴]|通知|[话話講讲]|跟我|同我)",
    re.IGNORECASE,
)
# That is about paying, or about what is owed, and asks for something else.
_OF_PAYING = re.compile(
    r"\b(?:pay|paid|due|owe\w*|pag\w+|deb[oe]|venc\w+|vence)\b|[还還付缴繳欠俾畀]|到期|扣款|借",
    re.IGNORECASE,
)
_WITH_PEOPLE = frozenset({"disputed", "paid_claim", "hardship"})
# Whether what was offered, and passed on, is all right.
_IS_FINE = re.compile(
    r"\b(?:is|would|will) (?:that|this|it) (?:be )?(?:ok|okay|alright|all right|fine|good|possible|enough)\b|\b(?:does|do|will) (?:that|this|it|they|you) (?:work|accept|agree|take)\b|\b(?:est[aá] bien|se puede|se podr[aá]|les parece|lo aceptan?|aceptar[aá]n)\b"
    r"|(?:可以|行|得|成|好|ok|接受|答应|答應|批)(?:吗|嗎|吧|嘛|唔得|不行|未|么|麼)?\s*[?？]",
    re.IGNORECASE,
)
# Told of something else, whatever is asked of interest beside it.
_OF_OTHERS = frozenset({"hardship", "promise_to_pay", "update_contact", "request_plan", "pay_now"})


def asks_when(s: Situation) -> bool:
    """Whether the text asks when there will be an answer to what a person looks at."""
    held = s.account is not None and bool(s.account.holds & _WITH_PEOPLE)
    passed_on = s.dialogue.about == longer.ABOUT and s.identity.verified
    if not (held or passed_on or "complaint" in s.flags) or s.held_by == "queue":
        return False
    if s.dialogue.asked == hardship.MORE:
        return False  # that flow has an answer of its own
    if "deceased" in s.flags or "crisis" in s.flags or s.reading.promise:
        return False
    if passed_on and _IS_FINE.search(s.text):
        return s.is_brief
    return s.is_brief and bool(_HOW_LONG.search(s.text)) and not _OF_PAYING.search(s.text)


def when(s: Situation) -> Step:
    """As soon as there is one; no day is promised that nobody has promised us."""
    return Step(
        (Say("person.answer_when", {"lender": s.lender, "phone": s.policy.phone}),), dialogue=s.dialogue
    )


# Whether anything is to be paid until then: "so I don't have to pay till somebody looks?", 所以查清楚之前我不用先繳吧.
_TO_PAY = re.compile(
    r"\b(?:do|should|must|have|need|am|are) (?:i|we)\b[^.;!?\n]{0,24}?\bpay(?:ing|ments?)?\b|\b(?:can|may|could) (?:i|we) (?:just )?(?:not|stop|skip|hold off|pause|wait)\b[^.;!?\n]{0,16}?\bpay(?:ing|ments?)?\b"
    r"|\b(?:i|we) (?:still |then |really )?(?:do not|don'?t|dont|needn'?t|neednt|have to|need to|must|should)\b[^.;!?\n]{0,20}?\bpay(?:ing|ments?)?\b|\bno (?:more )?payments?\b"
    r"|\b(?:tengo|tenemos|tendr[ií]a|hay|debo|debemos|hace falta|es necesario|necesito)\b[^.;!?\n]{0,16}?\b(?:pagar\w*|pagando|abonar\w*|abonando|depositar\w*|depositando)\b|\bno (?:les |le |os )?(?:pago|pagamos|abono|deposito)\b"
    r"|(?:不用|不需要|不必|毋须|毋須|无需|無需|唔使|唔駛|唔洗|唔需要|可以不|可以唔|能不能不|要不要|要唔要|需不需要|需唔需要|使唔使|用不用|[还還仲]要|需要|得)(?:我|先|再|住|[继繼][续續]|照[样樣]?|仲|还|還|即刻|马上|馬上|现在|現在|每月|按[时時])*(?:[还還](?!有)|[付缴繳交俾畀供])",
    re.IGNORECASE,
)
# How, where, when or how much asks for something else.
_HOW = re.compile(
    r"\b(?:how|where|when|which|what (?:day|date)|cu[aá]nto|cu[aá]ndo|d[oó]nde|c[oó]mo|qu[eé] (?:d[ií]a|fecha))\b|怎[么麼样樣]|[点點][样樣]?[还還付缴繳俾畀]|哪|邊度|边度|几时|幾時|多少|几多|幾多|(?:什么|什麼|甚麼)(?:时候|時候)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"[?？]|\b(?:right|correct|verdad|cierto|o no)\W*$|[吧吗嗎嘛么麼呢咩㗎]\W*$|[是系係]不[是系]|係咪|系咪|使唔使|要[不唔]要|需[不唔]需要|用不用|[能可][不唔][能可]"
)
_MEANWHILE = re.compile(
    r"\b(?:until|till?|while|meanwhile|in the mean\s?time|for now|right now|now|then|during|before|still|so|again|mientras|hasta|por ahora|ahora|entonces|todav[ií]a|o sea|entretanto|ahorita)\b|之前|以前|期间|期間|这段|這段|现在|現在|而家|目前|暂时|暫時|先|那我|咁我|所以|即[是系係]|[还還仲](?:是|要|使|用|需)|嗰[阵陣]|[查睇][紧緊]",
    re.IGNORECASE,
)
# Whether interest or fees go on: "does the interest still run", ¿me siguen corriendo intereses?, 會唔會照計利息.
_RUNS = re.compile(
    r"\b(?:interest|fees?|charges?)\b[^.;!?\n]{0,24}\b(?:run\w*|go(?:es|ing)?|count\w*|add\w*|accru\w*|grow\w*|build\w*|pil\w+|keep\w*|stop\w*|pause\w*|fr[eo]ez\w*|frozen|charged?)\b|\b(?:stop|freeze|pause|suspend)\w* (?:the |my |all |any |late )*(?:interest|fees?|charges?)\b"
    r"|\b(?:sig(?:ue|uen|an)|corr(?:en?|iendo|er[aá]n?)|sub(?:en?|iendo)|gener\w+|acumul\w+|cobr\w+|aument\w+|par(?:ar|an?|ar[aá]n)|deten\w+|detien\w+|congel\w+|suspend\w+)\b[^.;!?¿\n]{0,24}\b(?:intereses|inter[eé]s|recargos?|mora|comisi[oó]n\w*)\b|\b(?:intereses|inter[eé]s|recargos?)\b[^.;!?\n]{0,24}\b(?:sig(?:ue|uen|an)|corr(?:en?|iendo)|sub\w+|par(?:an?|ar[aá]n)|detien\w+|congel\w+|acumul\w+)\b"
    r"|(?:照|继续|繼續|仲|还|還|一直|会|會|停)[^，。,\n]{0,6}(?:计|計|算|收|加|跑|滚|滾|涨|漲)[^，。,\n]{0,4}(?:利息|息|罚息|罰息|违约金|違約金|滞纳金|滯納金)|(?:利息|罚息|罰息|违约金|違約金|滞纳金|滯納金)[^，。,\n]{0,10}(?:照|继续|繼續|仲|还|還|一直|停|会|會|计|計|算|涨|漲|跑|滚|滾)",
    re.IGNORECASE,
)


def meanwhile(s: Situation) -> Step | None:
    """The true answer to what is asked of paying and of interest while a person looks into it; None where nothing is."""
    account = s.account
    if account is None or account.paid or not s.identity.verified or s.held_by != "assistant":
        return None
    if not account.holds or account.holds & balance.NO_TERMS or s.dialogue.asked == "confirmation":
        return None
    if s.reading.promise and (s.reading.amount or s.reading.dates):
        return None
    if _asks_to_pay(s.text) and not (s.method or s.sum_said or hardship.reason_in(s.text)):
        return Step((Say("balance.nothing_asked", {}),), dialogue=s.dialogue)
    asks = (s.intent not in _OF_OTHERS or "disputed" in account.holds) and _asks_of_interest(s)
    return Step((balance.of_late(s),), dialogue=s.dialogue) if asks else None


def _asks_to_pay(text: str) -> bool:
    return any(
        _TO_PAY.search(part) and _ASKS.search(part) and _MEANWHILE.search(part) and not _HOW.search(part)
        for part in re.split(r"(?<=[?？。.!！\n])", text)
    )


def _asks_of_interest(s: Situation) -> bool:
    if asked_after.asks_of_fees(s.text) or asked_after.asks_if_late(s.text):
        return not balance.wonders(s)
    return any(_RUNS.search(part) and _ASKS.search(part) for part in re.split(r"(?<=[?？。.!！\n])", s.text))
