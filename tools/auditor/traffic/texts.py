"""What the invented messages say, in the four languages, and what the law wants around it."""

from __future__ import annotations

from functools import lru_cache

from catalogue import render
from compliance.parts import TIME_BARRED_NOTICE
from tools.auditor.traffic.people import NAME

PHONE = "+1 555 0100"
_BODY = {
    "hello": {
        "en": "Could you let us know that we have reached the right person?",
        "es": "¿Nos puede decir si hablamos con la persona que buscamos?",
        "zh-Hans": "您好，请确认您是本人，谢谢。",
        "zh-Hant": "您好，請確認您是本人，謝謝。",
    },
    "owed": {
        "en": "Your payment of $245.10 is overdue. When can you pay?",
        "es": "Su pago de $245.10 está vencido. ¿Cuándo puede pagar?",
        "zh-Hans": "您有一笔245.10元的款项已逾期，请问您什么时候可以还？",
        "zh-Hant": "您有一筆245.10元的款項已逾期，請問您何時可以還？",
    },
    "noted": {
        "en": "Thank you, we have noted it.",
        "es": "Gracias, lo hemos anotado.",
        "zh-Hans": "谢谢，已记下。",
        "zh-Hant": "謝謝，已記下。",
    },
    "consent": {
        "en": "May we write to you here about your account? Please tell us if you agree.",
        "es": "¿Nos permite que le escribamos aquí? Díganos si está de acuerdo.",
        "zh-Hans": "我们可以在这里联系您吗？",
        "zh-Hant": "我們可以在這裡聯絡您嗎？",
    },
    "stopped": {
        "en": "You are opted out; no more texts to this number.",
        "es": "Listo: ya no le escribiremos a este número.",
        "zh-Hans": "已为您退订，不会再发送。",
        "zh-Hant": "已為您退訂，不會再傳送。",
    },
    "where": {
        "en": "We would like to reach this person; do you have a way to do so?",
        "es": "Quisiéramos ubicar a esta persona; ¿tiene cómo hacerlo?",
        "zh-Hans": "我们想联系这位朋友，您知道怎么联系吗？",
        "zh-Hant": "我們想聯絡這位朋友，您知道怎麼聯絡嗎？",
    },
}
_ACTS_FOR = {
    "en": "We write on behalf of Lakeside Bank.",
    "es": "Escribimos en nombre de Banco Lago.",
    "zh-Hans": "我们受湖滨银行委托与您联系。",
    "zh-Hant": "我們受湖濱銀行委託與您聯絡。",
}
_CREDITOR = "Banco Lago, Rua Azul 1, CNPJ 12.345.678/0001-95."
# As counsel would have given them: California's by Civ. Code 1788.14(d)(2), New York's by 23 NYCRR 1.3(b).
OLD_DEBT = {
    "US-CA": {
        "en": "The law limits how long you can be sued on a debt. Because of the age of your debt, we will not sue you for it.",
        "es": "La ley limita el tiempo en que se le puede demandar por una deuda. Por la antigüedad de la suya, no le demandaremos.",
        "zh-Hans": "法律限制了可就债务起诉的期限。由于您的债务年代已久，我们不会就此起诉您。",
        "zh-Hant": "法律限制了可就債務起訴的期限。由於您的債務年代已久，我們不會就此起訴您。",
    },
    "US-NY": {
        "en": "Your creditor believes that the legal time limit (statute of limitations) for suing you may have expired. It is a "
        "violation of federal law to sue to collect on a debt for which it has expired. If you make a payment, the time in "
        "which the debt is enforceable in court may start again.",
        "es": "Su acreedor cree que el plazo legal para demandarle puede haber vencido: se considera vencido. Es una violación "
        "de la ley federal demandar por una deuda cuyo plazo venció. Si hace un pago, el plazo puede empezar de nuevo.",
        "zh-Hans": "债权人认为就此债务起诉的时效可能已过。时效已过仍起诉违反联邦法律。如果您付款，时效可能重新计算。",
        "zh-Hant": "債權人認為就此債務起訴的時效可能已過。時效已過仍起訴違反聯邦法律。如果您付款，時效可能重新計算。",
    },
}
_BEFORE = ("who_writes", "automated_assistant")
_BEHIND = (
    "acts_for",
    "initial_disclosure",
    "debt_collector_statement",
    "complaint_contact",
    "creditor_details",
)


@lru_cache(maxsize=4096)
def text(purpose: str, discloses: bool, language: str, must_include: tuple[str, ...], place: str) -> str:
    """A message of that purpose with the parts that the gate demanded for the place."""
    body = _BODY[_about(purpose, discloses)][language]
    demanded = set(must_include)
    behind = [_part(part, language) for part in _BEHIND if part in demanded]
    if demanded & {"opt_out_line", "one_word_opt_out"}:
        behind.append(_part("opt_out_line", language))
    if TIME_BARRED_NOTICE in demanded:
        behind.append(OLD_DEBT["US-CA" if place == "US-CA" else "US-NY"][language])
    before = [_part(part, language) for part in _BEFORE if part in demanded]
    return " ".join([*before, body, *behind])


def _part(part: str, language: str) -> str:
    if part == "acts_for":
        return _ACTS_FOR[language]
    if part == "creditor_details":
        return _CREDITOR
    key = {"complaint_contact": "complaint_line"}.get(part, part)
    return render(f"envelope.{key}", {"lender": NAME, "writer": NAME, "phone": PHONE}, language)


def _about(purpose: str, discloses: bool) -> str:
    by_purpose = {
        "opt_out_confirmation": "stopped",
        "consent_request": "consent",
        "location_inquiry": "where",
    }
    if purpose in by_purpose:
        return by_purpose[purpose]
    if purpose == "reply" and not discloses:
        return "noted"
    return "owed" if discloses else "hello"
