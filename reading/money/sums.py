"""What a naming of money says, before it is known whose money it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from reading.place import DOLLARS, PESOS, Place
from reading.spans import Rule


@dataclass(frozen=True)
class Sum:
    """One figure, or several when it was said vaguely (`certain` False).

    `unit` is an ISO code or one of $, dollar, peso, yuan, man, ¥ whose meaning depends on the place;
    None when no unit was said, so that it is money only if the context makes it so.
    """

    figures: tuple[Decimal, ...]
    unit: str | None = None
    certain: bool = True
    # "300 in 3 payments": the figure is what they come to.
    total: bool = False


@dataclass(frozen=True)
class Share:
    """A share of what is owed: a fraction of it, `all` of it, its `minimum`, or the `rest`."""

    name: str
    of: Fraction | None = None
    # "About half" is to be asked back.
    certain: bool = field(default=True, compare=False)


ALL = Share("all", Fraction(1))
MINIMUM = Share("minimum")
REST = Share("rest")


def fraction(numerator: int, denominator: int) -> Share | None:
    """A share such as 3/10; the whole is `all`; more than that is none."""
    if denominator <= 0 or not 0 < numerator <= denominator:
        return None
    share = Fraction(numerator, denominator)
    return ALL if share == 1 else Share(f"{share.numerator}/{share.denominator}", share)


type Named = Sum | Share
type MoneyRule = Rule[None, Named]


def rule(pattern: str, means: Callable[[re.Match[str]], Named | None]) -> MoneyRule:
    """A rule on folded text."""
    return Rule(re.compile(pattern, re.ASCII), lambda match, _: means(match))


def currency_of(unit: str | None, place: Place) -> str | None:
    """The ISO code that a unit stands for in that place."""
    usual = place.currency
    if unit == "man":  # 蚊 is what Cantonese calls its money, on either side of the border.
        return usual if usual in ("CNY", "MOP") else "HKD"
    if unit is None or unit == "yuan":
        return usual or ("CNY" if unit else None)
    if unit == "$":
        return usual if usual in DOLLARS | PESOS else "USD"
    if unit == "dollar":
        return usual if usual in DOLLARS else "USD"
    if unit == "peso":
        return usual if usual in PESOS else "MXN"
    if unit == "¥":
        return usual if usual in ("CNY", "JPY") else "CNY"
    return unit
