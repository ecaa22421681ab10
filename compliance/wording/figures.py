"""Amounts that a text states, held against what the account owes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from compliance.wording.account import Account
from compliance.wording.numbers import HAN, WORDS, han_value, shown_value, word_value

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2}(?!\d))?"
_SIGN = r"us\$|mx\$|nt\$|hk\$|rmb|usd|mxn|cny|twd|ntd|hkd|\$|¥|€|£"
_UNIT = (
    r"dollars?|dolares|bucks|usd|pesos?|mxn|yuan|rmb|cny|块|元|圆|蚊|twd|ntd|euros?|€|pounds|quid|grand|mil\b"
)
_AMOUNT = re.compile(
    rf"(?:{_SIGN})\s?(?P<signed>{_NUMBER})(?P<signed_wan>\s?万)?"
    rf"|(?<![\d.,])(?P<named>{_NUMBER})(?P<named_wan>\s?万)?\s?(?P<unit>{_UNIT})"
    rf"|(?<![\d.,])(?P<round>\d+(?:\.\d+)?)\s?(?P<step>[万千])(?![\d多几来余分]|出头)"
    rf"|(?P<han>{HAN})(?![多几来余]|出头|[天月期年次个折日号点分])"
    rf"|\b(?P<words>{WORDS})\b(?! y (?:tantos|pico)| or so| ish)"
    r"|(?<![\d.,:/-])(?P<bare>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d{3,}(?:\.\d\d)?)(?![\d.,:/%-]*\d|[年月日号期天次个分%]| ?(?:am|pm|days?|times|dias|veces|years?|anos))"
)
# Owing: the figure is claimed to be what is owed. Part: it is another figure of the account, or of another's telling.
_OWING = re.compile(
    r"\b(?:balance|owe[sd]?|owing|total|full amount|amount due|debt|outstanding|past due|payoff|liability|remaining|to (?:close|clear)|pending)\b"
    r"|\bleft(?: to (?:go|pay|clear|cover))?\b(?! of (?:the month|your (?:pay|wage|income)))"
    r"|\b(?:saldo|deb[eo]n?|adeudo|adeuda|deuda|total|liquidar|monto|exigible|pendientes?|por (?:pagar|cubrir)|quedan?|restan?|faltan?)\b"
    r"|欠|余额|应还|应缴|应付|总额|结清|尚有|待还|未还|没还|埋单|一共|总共|合计|条数|还剩|还有|剩低|剩下|仲有|挂着|要缴"
)
_PAYING = re.compile(r"\b(?:pay|send|remit|pague|pagar|cubrir|deposite|transfiera)\b|还款|支付|缴|转账|还清")
_PART = re.compile(
    r"\b(?:original(?:ly|es)?|borrowed|credit limit|credit line|principal was|limit|earn(?:s|ed)?|make|take home|wages?|income|salary|paycheck|rent|mortgage|loan of|financed|so far|already paid"
    r"|received|paid|(?:was|were|been) told|they said|quoted|asked (?:you )?for|demanded|claimed|mistake|typo|pago de|recibimos|prestamo de|limite|ingresos?|gana[ns]?|sueldo|renta|alquiler|pidio|original(?:mente)?"
    r"|dijeron|pusieron|cobraron|por error|en vez de|en lugar de|instead of|rather than|down from|used to be|old|previous(?:ly)?|antes|anterior|debia|habia|was|said|ya (?:pago|abono|cubrio)|pagad[oa]s?|abonad[oa]s?)\b"
    r"|额度|本金(?![加和及连]|连同)|当初|原借|工资|人工|月薪|已还|已经还|已缴|已经缴|收到|收入|薪水|房租|租金|旧数|旧账|旧帐|之前|先前|打错|写错|说错|听错|不是$|而不是|唔系$|原本|原来|借了"
)
_PARTED = re.compile(
    r"^ ?(?:(?:was|were) (?:a mistake|wrong|an error|never)|in (?:wages|income|rent)|(?:a|per) (?:month|week) (?:in|at|from)|that (?:somebody|someone|they)|at first|when you|back then|al mes de|de (?:sueldo|renta))"
)
_SETTLING = re.compile(
    r"\b(?:settle|settles|settled|settlement|accept|payment in full|discount|offer|liquid\w+ con|acepta|oferta|descuento|minimum|minimo|"
    r"installments?|instalments?|remaining|rest|each|month|plan|mensualidad(?:es)?|cuotas?|plazos?|abono|part|restantes?)\b|结清|减免|优惠|方案|最低|分期|剩下|其余|剩余|每月|每期|先还|先缴|部分"
)
# Right before a figure that is said to be what is owed: where the figure is written as money, or in words of number; and
# where it is bare.
_STATED = re.compile(
    r"(?:\b(?:it'?s|it is|that'?s|at|more like|really|closer to|nearer(?: to)?|comes? to|adds up to|now|just|now on|you'?re on|you are on|(?:down|up) (?:to|for)|reads|shows|showing|need|there'?s"
    r"|looking at|ponga(?: usted)?|son|seria|serian|es|vas? en|van en|esta en|baja a|sube a|marca|amanece en|contaria con|ronda(?: ya)?(?: los)?|para cerrar son)"
    r"|现在(?:是|要|还|还)?|是|系|就是|变(?:成)?|跳(?:到)?|写[住着]|显示(?:是|为)?|挂着|(?:就|当|你)算|(?:你|您)当|计|总额(?:为|是|:)?|结欠(?:为|是|:)?|合共|实际(?:系|是)?争?|往|涨到|埋单|共|合计|加利息(?:一共|共)?)(?:人民币|港币|新台币|台币)?\s*$"
)
_LEFT = re.compile(
    r"(?:\b(?:leaves?(?: you)?(?: (?:at|with|on))?|leaving(?: you)?(?: (?:at|with|on))?|you(?: still)? owe|you now owe|you(?:'re| are)(?: now)? (?:at|on)|owe us|balance(?: is| of|:)?|there'?s|remaining:?|(?:screen|system|file|ledger|account|sheet) (?:says|reads|shows)|(?:(?:le|te|nos) )?(?:queda|resta|falta)n?|debes?|son|seran|cubrir|total:?|(?:comes|brings (?:it|you|that|us)) to|makes (?:it|that)|saldo(?: es)?(?: de)?|(?:sistema|pantalla) (?:marca|dice))"
    r"|欠(?:我们|了)?|(?:要|得)(?:缴|还|交|付)(?:的是)?|还剩|剩低|剩下?|还有|还差|仲争|仲有|挂着|应还|应缴|余额(?:是|为)?)(?:人民币|港币|新台币|台币)?\s*$"
)
_LEFT_AFTER = re.compile(
    r"^ ?(?:(?:still |more |(?:that )?you(?:'ve| have) (?:still )?(?:got )?)?(?:left|outstanding|owing|past due|remaining|on it|to (?:go|clear))\b|(?:pendientes?|por (?:pagar|cubrir))\b|is what it(?:'ll| will)? takes?\b|没还|未还|要还|要缴)"
)
_DENIED = re.compile(
    r"(?:\b(?:not|no|never|nor|ni|\w+n't|isnt|dont) (?:[\w']+ ){0,2}|(?:不|没|唔系|唔使|别硬撑)[^,。]{0,3})$"
)
_BREAK = re.compile(r"[,;:。](?!\d)|[.?!](?= |$)|\n| (?:and|but|so|now|y|pero|asi que|ahora) ")
# A figure in words, or rounded, is held to be more than the balance when it is this much more.
_ROUNDED = Decimal("1.1")


@dataclass(frozen=True)
class Figure:
    """An amount as it stands in the folded text. `kind`: it bears a sign or unit, is in words of number, or is bare."""

    value: Decimal
    start: int
    end: int
    kind: str


def figures(text: str) -> list[Figure]:
    """The numbers in a folded text that may be amounts of money."""
    found = []
    for match in _AMOUNT.finditer(text):
        if match["han"] or match["words"]:
            value = han_value(match["han"]) if match["han"] else word_value(match["words"])
            found.append(Figure(value, match.start(), match.end(), "words"))
            continue
        if match["round"]:
            value = Decimal(match["round"]) * (10_000 if match["step"] == "万" else 1000)
            found.append(Figure(value, match.start(), match.end(), "words"))
            continue
        digits = match["signed"] or match["named"] or match["bare"]
        value = shown_value(digits)
        if match["signed_wan"] or match["named_wan"]:
            value *= 10_000
        if match["unit"] in ("grand", "mil"):
            found.append(Figure(value * 1000, match.start(), match.end(), "words"))
            continue
        found.append(Figure(value, match.start(), match.end(), "bare" if match["bare"] else "money"))
    return found


def balance_said(text: str, account: Account, *, nothing_above: bool = False) -> bool:
    """Whether the account's balance stands in the text, and is not denied; `nothing_above`: and no number above it."""
    balance = account.balance
    if balance is None:
        return False
    stated = figures(text)
    if nothing_above and any(figure.value > balance for figure in stated):
        return False
    return any(figure.value == balance and not _DENIED.search(_clause(text, figure)) for figure in stated)


def misstated(text: str, tag: str, account: Account) -> Iterator[tuple[int, int, str, str]]:
    """Amounts that the account does not owe: more than the balance, or another balance than it has."""
    if account.balance is None:
        return
    stated = figures(text)
    said = balance_said(text, account)
    for figure in stated:
        if _PART.search(_clause(text, figure)) or _PARTED.match(text[figure.end :]):
            continue
        if _too_much(text, figure, account.balance, said=said) or (
            figure.kind == "money"
            and figure.value != account.balance
            and not said
            and _OWING.search(_around(text, figure)) is not None
            and not _SETTLING.search(text)
        ):
            yield figure.start, figure.end, "misrepresent_amount", f"{tag}.amount.not-the-balance"


def _too_much(text: str, figure: Figure, balance: Decimal, *, said: bool) -> bool:
    """Whether a figure above the balance is said to be owed or to be paid; `said`: the balance stands in the text too."""
    if figure.value <= balance * (_ROUNDED if figure.kind == "words" else 1):
        return False
    before = text[max(0, figure.start - 24) : figure.start]
    if _DENIED.search(before):
        return False
    if figure.kind == "money":
        around = _around(text, figure)
        return not said or bool(_OWING.search(around) or _PAYING.search(around) or _says(_STATED, before))
    if _says(_LEFT, before) or _LEFT_AFTER.match(text[figure.end :]):
        return True
    # Bare figures that are not grouped may be anything: a year, a telephone.
    grouped = figure.kind == "words" or not text[figure.start : figure.end].isdigit()
    return grouped and (
        _says(_STATED, before) or (not said and _OWING.search(_clause(text, figure)) is not None)
    )


def _says(words: re.Pattern[str], before: str) -> bool:
    found = words.search(before)
    return found is not None and not _DENIED.search(before[: found.start()])


def _clause(text: str, figure: Figure) -> str:
    """The words before a figure in its clause, forty letters of them at most."""
    return _BREAK.split(text[max(0, figure.start - 40) : figure.start])[-1]


def _around(text: str, figure: Figure) -> str:
    return text[max(0, figure.start - 60) : figure.start] + text[figure.end : figure.end + 25]
