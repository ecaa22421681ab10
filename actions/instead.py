"""A sum or a day said in place of the one on the table: "let it be 200 not 300", 是22号不是20号."""

from __future__ import annotations

import re
from decimal import Decimal

from actions import counted
from actions.drafts import Draft
from actions.situation import Situation
from reading import read_amount, read_days

# Lets the new sum follow, or says that it is all there is.
_RATHER = re.compile(
    r"\b(?:(?:let|make) (?:it|that|them)(?: be)?|let'?s (?:make it|say|do|go with)|(?:it|that)(?:'?ll| will| should| has to| can)(?: only)? be|(?:change|drop|lower|bring|cut|raise|up|bump|reduce) (?:it|that|the (?:amount|payment|sum))(?: down| up)? to"
    r"|(?:can|could|will|ill|i'?ll|able to)(?: \w+)? only(?: be able to)? (?:do|dae|pay|manage|afford|give|send|get|spare|make)|only (?:got|have|able to (?:do|pay))|only manag\w+|best i can do is|all i can do is|scrape (?:together|up)"
    r"|que sean?(?: solo| s[oó]lo| nom[aá]s)?|p[oó]n(?:le|lo|me|gale|game|galo|ganle)?|d[eé]j(?:al[oa]|el[oa]|ad[oa]|[eé]mosl[oa]) en|mejor(?: que sean)?|(?:solo|s[oó]lo|nom[aá]s|nada m[aá]s|[uú]nicamente) (?:puedo|podr[ií]a|podr[eé]|me alcanza|tengo|voy a poder)(?: \w+)?|(?:b[aá]j|c[aá]mbi|s[uú]b)(?:al[oa]|el[oa]|ad[oa]|e|ar[l]?[oa]?) a)\b"
    r"|(?:改[成为為做到]?|换成|換成|減到|减到|降到|就(?:[还還付俾畀轉转])|只能|只得|先[还還付俾畀轉转]|得返|最多|頂多|顶多|不如|还是|還是|都係)",
    re.IGNORECASE,
)
_HAN_NUMBER = "[一二两兩三四五六七八九十百千万萬]"
_NUMBER = (
    r"(?:[$£€¥]?\s?(?:hk\$|mx\$|us\$)?\s?(?<![\d.,])\d[\d.,]{0,11}k?"
    rf"|(?<!{_HAN_NUMBER}){_HAN_NUMBER}{{1,9}}(?!{_HAN_NUMBER}))"
)
_FIGURE = re.compile(
    rf"(?:\s|\b(?:like|about|around|just|maybe|to|for|with|unos|como|los|de|con|para|por)\b|有|係|系|是|还|還|付|俾|畀|轉|转|到){{0,4}}(?P<sum>{_NUMBER})(?![\d号號日月/:]|st\b|nd\b|rd\b|th\b)",
    re.IGNORECASE,
)
_NONE = r"(?:\b(?:not|no|nae|instead of|rather than|en (?:vez|lugar) de|y no|and not)\b|不是|唔係|唔系)\s?(?:the |los |las |el |de )*"
# One sum, and not the other.
_NOT = re.compile(
    rf"(?P<new>{_NUMBER})[^\d;。；]{{0,14}}?{_NONE}(?P<old>{_NUMBER})|{_NONE}(?P<before>{_NUMBER})[^\d;。；]{{0,16}}?(?P<after>{_NUMBER})",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    rf"(?P<new>{_NUMBER})\s*(?:instead|tho instead|mejor|en su lugar)\b(?! of)", re.IGNORECASE
)
# What a figure counts that is no money.
_COUNTED = re.compile(
    r"\d\s*(?:payments?|instal\w*|parts?|months?|weeks?|wks?|days?|times|pagos?|cuotas?|meses|semanas?|d[ií]as?|veces|plazos?|partes?|quincenas?|%|am\b|pm\b|hrs?|hours?|horas?)|\d\s?(?:期|个月|個月|次|天|日|[周週]|%|点|點|分|折)"
    r"|\b(?:per|each|every|a|al|por|cada) (?:month|week|fortnight|mes|semana|quincena)\b|每(?:个|個)?[月周週]|\bmore (?:than|time)\b",
    re.IGNORECASE,
)

_PAYS = re.compile(r"pay|give|send|afford|transfer|pag|dar|mand|deposit|[还還付俾畀轉转给給]", re.IGNORECASE)


def of(s: Situation, draft: Draft) -> Decimal | None:
    """The sum that the text puts in place of the one payment on the table, in so many words; None where it does not."""
    old = draft.amount
    if draft.parts or draft.on is None or old is None or s.account is None:
        return None
    if s.reading.promise and (s.sum_said is None or s.sum_said.amount != old):
        return None  # "I promised 200. Can we do 150 instead?" names the old one as well
    days = read_days(s.text, now=s.now, tz=s.zone, lang=s.language, country=s.country).days
    other_day = any(on != draft.on for on in (*s.reading.dates, *days))
    if other_day or s.reading.instalments or _COUNTED.search(s.text):
        return None
    said = _said(s, old)
    return said if said is not None and said != old and said <= s.account.amount.amount else None


def _said(s: Situation, old: Decimal) -> Decimal | None:
    for found in _NOT.finditer(s.text):
        if _sum_in(s, found["old"] or found["before"]) == old:
            return _sum_in(s, found["new"] or found["after"])
    if beside := _INSTEAD.search(s.text):
        return _sum_in(s, beside["new"])
    for found in _RATHER.finditer(s.text):
        figure = _FIGURE.match(s.text, found.end())
        if figure and _is_money(s.text, found[0], figure) and (said := _sum_in(s, figure["sum"])):
            return said
    return None


def _is_money(text: str, before: str, figure: re.Match[str]) -> bool:
    """Whether the figure counts nothing else: a currency or a word of paying is with it, or no noun is behind it."""
    told = _PAYS.search(before) or re.search(r"[$£€¥]", figure["sum"])
    return bool(told) or counted.alone(text, figure.end())


def _sum_in(s: Situation, text: str) -> Decimal | None:
    owed = s.account.amount if s.account else None
    said = read_amount(text.strip(), owed=owed, country=s.country, lang=s.language).money
    return said.amount if said and owed and said.currency == owed.currency else None
