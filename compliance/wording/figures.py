"""Amounts that a text states, held against what the account owes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from compliance.wording.account import Account

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?"
_SIGN = r"us\$|mx\$|nt\$|hk\$|rmb|usd|mxn|cny|twd|ntd|hkd|\$|¥|€|£"
_UNIT = r"dollars?|bucks|usd|pesos?|mxn|yuan|rmb|cny|块|元|圆|twd|ntd|euros?|€"
_AMOUNT = re.compile(
    rf"(?:{_SIGN})\s?(?P<signed>{_NUMBER})(?P<signed_wan>\s?万)?"
    rf"|(?<![\d.,])(?P<named>{_NUMBER})(?P<named_wan>\s?万)?\s?(?:{_UNIT})"
)
# Owing: the figure is claimed to be what is owed. Part: it is another figure of the account.
_OWING = re.compile(
    r"\b(?:balance|owe[sd]?|owing|total|full amount|amount due|debt|outstanding|past due|payoff)\b"
    r"|\b(?:saldo|deb[eo]n?|adeudo|adeuda|deuda|total|liquidar|monto)\b"
    r"|欠|余额|应还|应缴|应付|总额|结清|尚有|待还|未还"
)
_PAYING = re.compile(r"\b(?:pay|send|remit|pague|pagar|deposite|transfiera)\b|还款|支付|缴|转账|还清")
_PART = re.compile(
    r"\b(?:original(?:ly|es)?|borrowed|credit limit|credit line|principal was|limit|earn|income|salary|loan of|financed|so far|already paid"
    r"|received|paid|pago de|recibimos|prestamo de|limite|ingreso|sueldo|original(?:mente)?)\b|额度|本金|当初|原借|工资|已还|收到|收入|薪水"
)
_SETTLING = re.compile(
    r"\b(?:settle|settles|settled|settlement|accept|payment in full|discount|offer|liquid\w+ con|acepta|oferta|descuento|minimum|minimo|"
    r"installments?|instalments?|remaining|rest|each|month|plan|mensualidad|abono|part|restantes?)\b|结清|减免|优惠|方案|最低|分期|剩下|其余|剩余|每月|每期|先还|先缴|部分"
)


@dataclass(frozen=True)
class Figure:
    """An amount as it stands in the folded text."""

    value: Decimal
    start: int
    end: int


def figures(text: str) -> list[Figure]:
    """The amounts of money in a folded text: with a sign or a unit, never bare numbers."""
    found = []
    for match in _AMOUNT.finditer(text):
        digits = match["signed"] or match["named"]
        value = Decimal(digits.replace(",", ""))
        if match["signed_wan"] or match["named_wan"]:
            value *= 10_000
        found.append(Figure(value, match.start(), match.end()))
    return found


def misstated(text: str, tag: str, account: Account) -> Iterator[tuple[int, int, str, str]]:
    """Amounts that the account does not owe: more than the balance, or another balance than it has."""
    if account.balance is None:
        return
    stated = figures(text)
    balance_said = any(figure.value == account.balance for figure in stated)
    for figure in stated:
        around = text[max(0, figure.start - 60) : figure.start] + text[figure.end : figure.end + 25]
        if _PART.search(text[max(0, figure.start - 30) : figure.start]):
            continue
        claimed = _OWING.search(around) is not None
        too_much = figure.value > account.balance and (claimed or _PAYING.search(around) is not None)
        other = (
            figure.value != account.balance and claimed and not balance_said and not _SETTLING.search(text)
        )
        if too_much or other:
            yield figure.start, figure.end, "misrepresent_amount", f"{tag}.amount.not-the-balance"
