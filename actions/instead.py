"""A sum or a day said in place of the one on the table: "let it be 200 not 300", 是22号不是20号."""

from __future__ import annotations

import re
from decimal import Decimal

from actions import answers, counted
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
NUMBER = (
    r"(?:[$£€¥]?\s?(?:hk\$|mx\$|us\$)?\s?(?<![\d.,])\d[\d.,]{0,11}k?"
    rf"|(?<!{_HAN_NUMBER}){_HAN_NUMBER}{{1,9}}(?!{_HAN_NUMBER}))"
)
_FIGURE = re.compile(
    rf"(?:\s|\b(?:like|about|around|just|maybe|to|for|with|unos|como|los|de|con|para|por)\b|有|係|系|是|还|還|付|俾|畀|轉|转|到){{0,4}}(?P<sum>{NUMBER})(?![\d号號日月/:]|st\b|nd\b|rd\b|th\b)",
    re.IGNORECASE,
)
_NONE = r"(?:\b(?:not|no|nae|instead of|rather than|en (?:vez|lugar) de|y no|and not)\b|不是|唔係|唔系)\s?(?:the |los |las |el |de )*"
# One sum, and not the other.
_NOT = re.compile(
    rf"(?P<new>{NUMBER})[^\d;。；]{{0,14}}?{_NONE}(?P<old>{NUMBER})|{_NONE}(?P<before>{NUMBER})[^\d;。；]{{0,16}}?(?P<after>{NUMBER})",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    rf"(?P<new>{NUMBER})\s*(?:instead|tho instead|mejor|en su lugar)\b(?! of)", re.IGNORECASE
)
# Clauses, and one that is no more than a sum: 還要付師傅工錢 九千五好了, "no wait, sitter's due, so 95".
_CLAUSES = re.compile(
    r"[.;,!\n。；，！]+(?!\d)|(?<=[\u3400-\u9fff])\s+|\s+(?=[\u3400-\u9fff])|\b(?:because|since|cause|cuz|porque|ya que)\b|因为|因為"
)
_ALONE = re.compile(
    rf"(?:\s|\b(?:so|then|just|only|like|ok(?:ay)?|actually|let'?s|say|make|it|that|maybe|be|do|pay|send|give|i|i'?ll|can|will|for|about|around|entonces|pues|ps|mejor|s[oó]lo|nom[aá]s|que|sean?|ser[ií]an?|son|unos|como|los|le|les|te|doy|pago|mando|deposito|puedo|dar|y|ya|pero|nada m[aá]s)\b"
    rf"|[還还付繳缴交轉转俾畀給给先就那咁得只能改係是要我]){{0,8}}[$£€¥]?(?P<sum>{NUMBER})"
    r"(?P<behind>(?:\s|\b(?:dollars|bucks|quid|pounds|pesos|varos|euros|then|instead|only|tho|though|please|pls|ok|max|tops|at most|it is|nom[aá]s|nada m[aá]s|entonces|mejor|por favor|porfa)\b|[好了啦吧就得先喇呀啊算哈嘛可以行]|[块塊蚊元錢钱]|左右|捏|咧){0,5})",
    re.IGNORECASE,
)
_OF_DAYS = re.compile(r"[号號日]|\b(?:days?|dates?|d[ií]as?|fechas?|\d(?:st|nd|rd|th))\b", re.IGNORECASE)
_CHOOSES = re.compile(r"\b(?:then|instead|mejor|entonces)\b|好[了啦]|就[好得行]|吧|算了", re.IGNORECASE)
# Takes back what was said, or stops it.
_WAIT = re.compile(
    r"\b(?:wait|hold on|hang on|actually|my bad|oops|scratch that|correction|esp[eé]r[ae]\w*|perd[oó]n|me equivoqu[eé]|menos|less|lower|(?:not|n'?t) (?:that|so) much|h[ií]jole|uy)\b|不[对對]|少[一]?[点點啲]|[等慢][等一]?[等下]|[唔不]啱|[唔不][係是](?!咩|咪)|[說说講讲記记打]錯|[說说講讲記记打]错",
    re.IGNORECASE,
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
        if sum_in(s, found["old"] or found["before"]) == old:
            return sum_in(s, found["new"] or found["after"])
    if beside := _INSTEAD.search(s.text):
        return sum_in(s, beside["new"])
    for found in _RATHER.finditer(s.text):
        figure = _FIGURE.match(s.text, found.end())
        if figure and _is_money(s.text, found[0], figure) and (said := sum_in(s, figure["sum"])):
            return said
    return _said_alone(s)


def _said_alone(s: Situation) -> Decimal | None:
    """The one sum that is a clause of its own, in a text that takes something back or chooses it; a reason may stand beside it."""
    found = [alone for one in _CLAUSES.split(s.text) if (alone := _ALONE.fullmatch(one.strip(" .!?")))]
    if len(found) != 1 or re.search(r"[?？]", s.text):
        return None
    if len(found[0]["sum"]) <= 2 and _OF_DAYS.search(s.text):
        return None  # 不能是16号 改26
    takes_back = _WAIT.search(s.text) or answers.begins_no(s.text)
    return sum_in(s, found[0]["sum"]) if takes_back or _CHOOSES.search(found[0]["behind"]) else None


def _is_money(text: str, before: str, figure: re.Match[str]) -> bool:
    """Whether the figure counts nothing else: a currency or a word of paying is with it, or no noun is behind it."""
    told = _PAYS.search(before) or re.search(r"[$£€¥]", figure["sum"])
    return bool(told) or counted.alone(text, figure.end())


def sum_in(s: Situation, text: str) -> Decimal | None:
    """The sum, in the currency of what is owed, that a figure says."""
    owed = s.account.amount if s.account else None
    said = read_amount(text.strip(), owed=owed, country=s.country, lang=s.language).money
    return said.amount if said and owed and said.currency == owed.currency else None
