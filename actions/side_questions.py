"""A question asked beside the matter of a message: "400 on the 15th. how much is it all together now?" is answered first."""

from __future__ import annotations

import re

from actions import balance
from actions.situation import Say, Situation, Step

_TOTAL = re.compile(
    r"\bhow much (?:do i|did i|i|is|am i|would i)? ?(?:still |even |actually |now |currently |it )*(?:owe|owing|left|outstanding|the balance|my balance|the total|remaining|all together|altogether|in total)\b|\bwhat(?:'?s| is| was) (?:my|the) (?:balance|total|whole thing)\b"
    r"|\bcu[aá]nto (?:es lo que |es que )?(?:(?:les|le|os|te) )?(?:(?:todav[ií]a|a[uú]n|ya|en total) )?(?:debo|debia|deb[ií]a|queda|falta|resta|me queda|me falta)\b(?! (?:hacer|mandar|enviar|llevar|traer))|\bcu[aá]l es (?:mi|el) saldo\b|\bcu[aá]nto es (?:en total|todo|el total|mi saldo)\b"
    r"|(?:总共|總共|一共|现在|現在|而家|目前|还|還|仲|我)(?:还|還|仲)?(?:欠|差|剩|争|爭|要还|要還)(?:你们|你們|你哋|您)?(?:多少|几多|幾多|幾錢|几钱)|(?:余额|餘額|结余|結餘)(?:是|係|系|还有|還有|仲有)?(?:多少|几多|幾多)",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:late fees?|fees?|penalt(?:y|ies)|interest|extra)\b[^.!\n]{0,60}\?|\bwhat (?:happens|if)\b[^.!\n]{0,40}\b(?:late|miss|short)\b|\b(?:is|are|will) there(?: be)? (?:any |a )?(?:late )?(?:fees?|charges?|penalty|interest)\b|\b(?:do|will|would) (?:you|u|ya|y'?all|yous) (?:charge|sting|hit)\b"
    r"|\b(?:comisi[oó]n(?:es)?|recargos?|inter[eé]s(?:es)?|multas?|penalizaci[oó]n|mora)\b[^.!\n]{0,40}\?|\b(?:qu[eé]|q) pasa si\b|\bsi\b[^.!\n]{0,40}\b(?:retras\w+|atras\w+|me paso)\b[^.!\n]{0,30}\b(?:qu[eé]|q) pasa\b|\b(?:me )?(?:cobran|van a cobrar) (?:algo )?(?:extra|m[aá]s|recargo|comisi[oó]n|inter[eé]s)"
    r"|(?:滞纳金|滯納金|手续费|手續費|罚息|罰息|违约金|違約金|利息|late fee|charge)[^。！\n]{0,16}(?:[吗嗎嘛么㗎?？]|多少|几多|幾多)|(?:会不会|會不會|会唔会|會唔會|要不要|使唔使|收不收|收唔收|有没有|有沒有|有冇)[^。！\n]{0,10}(?:滞纳金|滯納金|手续费|手續費|罚息|罰息|违约金|違約金|利息|late fee|罰錢|罚钱)|(?:晚|迟|遲)[^。！\n]{0,6}(?:会|會|咁)?(?:怎么样|怎麼樣|怎样|怎樣|点算|點算|点样|點樣)",
    re.IGNORECASE,
)
# What asks for less interest, or what a card costs, is a matter of its own.
_OF_COSTS = frozenset({"request_plan", "pay_now"})
_MATTERS = frozenset(
    """promise_to_pay pay_now request_plan cancel_promise hardship update_contact contact_preference affirm thank""".split()
)


def answered(s: Situation, step: Step) -> Step:
    """`step`, behind the answer to what is asked beside it: the balance, or what being late means."""
    account = s.account
    if account is None or not s.identity.verified or s.intent not in _MATTERS or s.held_by == "agent":
        return step
    if account.paid or account.holds or any(say.key.startswith("balance.") for say in step.says):
        return step
    says: list[Say] = []
    if _TOTAL.search(s.text):
        says.append(balance.told(s))
    if _LATE.search(s.text) and s.intent not in _OF_COSTS:
        says.append(Say("balance.consequence", {"lender": s.lender}))
    return Step(tuple(says)).then(step) if says else step
