"""A question asked beside the matter of a message: "400 on the 15th. how much is it all together now?" is answered first."""

from __future__ import annotations

import re

from actions import agreed, another_pays, answers, balance
from actions.safety import SAFETY
from actions.situation import Say, Situation, Step
from reading import asked_after

_TOTAL = re.compile(
    r"\bhow much\b[^.,;!?\n]{0,12}\b(?:my )?balance\b|\bhow much (?:do i|did i|i|is|am i|would i)? ?(?:still |even |actually |now |currently |it )*(?:owe|owing|left|outstanding|the balance|my balance|the total|remaining|all together|altogether|in total)\b|\bwhat(?:'?s| is| was) (?:my|the) (?:balance|total|whole thing)\b"
    r"|\bcu[aá]nto (?:es lo que |es que )?(?:(?:les|le|os|te) )?(?:(?:todav[ií]a|a[uú]n|ya|en total) )?(?:debo|debia|deb[ií]a|queda|falta|resta|me queda|me falta)\b(?! (?:hacer|mandar|enviar|llevar|traer))|\bcu[aá]l es (?:mi|el) saldo\b|\bcu[aá]nto es (?:en total|todo|el total|mi saldo)\b"
    r"|(?:总共|總共|一共|现在|現在|而家|目前|还|還|仲|我)(?:还|還|仲)?(?:欠|差|剩|争|爭|要还|要還)(?:你们|你們|你哋|您)?(?:多少|几多|幾多|幾錢|几钱)|(?:余额|餘額|结余|結餘)(?:是|係|系|还有|還有|仲有)?(?:多少|几多|幾多)",
    re.IGNORECASE,
)
# How much is left is only known, left open, or told of after something else: "i know how much i owe", 看我还剩多少.
_NO_QUESTION = re.compile(
    r"\b(?:know|depend\w*|sure|whatever|regardless|matter\w*|see(?:ing)?|based on|idea|unless|no s[eé]|ya s[eé]|s[eé] (?:muy )?bien|dep[eé]nd\w*|seg[uú]n|ver|veo|vemos|sin importar)\b|知|清楚|看|睇|明白|不管|唔理|取决|取決",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[?？]|\b(?:let me know|tell me|want to know|wanna know|need to know)\b", re.IGNORECASE)
# Left of something else than of what is owed: "how much is left after rent".
_OF_ELSE = re.compile(
    r"\s*(?:over|(?:after|from) (?!that|this|it|then|the payment|my payment)|para m[ií]|despu[eé]s de (?!es[eo]|pagar))",
    re.IGNORECASE,
)
# Whether something will show that it was paid.
_SHOWN = r"[^.!?]{0,24}\b(?:receipt|confirmation|proof|(?:something|anything) (?:to show|that shows|showing|saying))"
_RECEIPT = re.compile(
    rf"\b(?:do|will|would|can|could|should) (?:i (?:\w+ )?(?:get|have|receive)|(?:you|u|yous|y'?all|they) (?:\w+ ){{0,2}}?(?:send|give|email|text|provide))\b{_SHOWN}|\bis there a receipt\b"
    r"|\b(?:(?:me|nos) (?:van a |pueden |puede |puedes )?(?:dan?|dar|das|dais|mand\w+|env[ií]\w+|llega(?:r[aá])?)|hay|recibo|recibir[eé]|recibimos|dan|emiten)\b (?:alg[uú]n |un |una |mi |el )*(?:recibo|comprobante|justificante|factura|constancia)"
    r"|(?:有[没沒]有|有冇|[会會](?:有|给|給|发|發)|[给給][不唔][给給]|俾唔俾|[开開][不唔][开開])(?:张|張|个|個|俾|给|給|我|开|開)*(?:收据|收據|凭证|憑證|回单|回單|收條|收条|發票|发票)"
    r"|有(?:张|張|个|個|俾|给|給|我)*(?:收据|收據|凭证|憑證|回单|回單|收條|收条|發票|发票)[^。，,]{0,4}[吗嗎么麼㗎咩?？]",
    re.IGNORECASE,
)
# What asks for less interest, or what a card costs, is a matter of its own.
_OF_COSTS = frozenset({"request_plan", "pay_now"})
# Beside which of them a question is answered; who tells of hardship hears of being late only if it was asked outright.
_MATTERS = frozenset(
    """promise_to_pay pay_now request_plan cancel_promise hardship update_contact contact_preference affirm thank""".split()
)


def answered(s: Situation, step: Step) -> Step:
    """`step`, behind the answer to what is asked beside it: the balance, or what being late means."""
    account = s.account
    if account is None or not s.identity.verified or s.held_by == "agent":
        return step
    if another_pays.asks(s) and not account.paid and s.intent not in SAFETY:
        step = another_pays.answered(s, step)
    if s.intent not in _MATTERS:
        return step
    if account.paid or account.holds & balance.NO_TERMS or any(_is_answer(say) for say in step.says):
        return step
    says: list[Say] = []
    if _asks_total(s.text) and not account.holds:
        says.append(balance.told(s))
    if _asks_of_late(s):
        says.append(balance.of_late(s))
    return Step(tuple(says)).then(step) if says else step


def without_receipt(s: Situation) -> Situation:
    """The same without the question whether a receipt will come, no words at all where it is that alone; as it is where
    none is asked for."""
    parts = [part for part in asked_after.clauses(s.text) if part.strip()]
    left = [part for part in parts if not _RECEIPT.search(part)]
    if len(left) == len(parts):
        return s
    rest = ", ".join(part.strip() for part in left)
    return s.saying(rest, "affirm" if answers.begins_yes(rest) else s.intent)


def receipt(step: Step) -> Step:
    """`step`, behind what is sent once a payment is in."""
    return Step((Say("pay_now.receipt", {}),)).then(step)


def _is_answer(say: Say) -> bool:
    return say.key.startswith("balance.") or say.key == "promise.if_it_changes"


def _asks_total(text: str) -> bool:
    """Whether it is asked how much is owed, not only spoken of."""
    for clause in asked_after.clauses(text):
        found = _TOTAL.search(clause)
        if found and not _OF_ELSE.match(clause, found.end()):
            if _ASKS.search(clause) or not _NO_QUESTION.search(clause[: found.start()]):
                return True
    return False


def _asks_of_late(s: Situation) -> bool:
    if s.intent in _OF_COSTS:
        return False
    return agreed.asks_of_fees(s) or (s.intent != "hardship" and asked_after.asks_if_late(s.text))
