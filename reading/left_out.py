"""Turns of a series that are left out: "40 every Friday but skip the 25th", "en agosto no pago", "that one I'll pay the Tuesday
after". They are no payments of their own, and the series goes on behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from reading.corrections import Item
from reading.days import Days
from reading.repeats import Every, Times
from reading.text import HAN, MASK
from reading.words.en import MONTH as EN_MONTH
from reading.words.en import month_number as en_month
from reading.words.es import MONTH as ES_MONTH
from reading.words.es import month_number as es_month

_MOST = 9


@dataclass(frozen=True)
class LeftOut:
    """The days and months in which nothing is paid, and the day that a payment is moved to instead."""

    days: tuple[Days, ...] = ()
    months: frozenset[int] = field(default_factory=frozenset)
    instead: Days | None = None

    @property
    def most(self) -> int:
        """How many turns may be left out."""
        return _MOST if self.days or self.months else 0

    def of(self, turns: list[date]) -> list[date]:
        """The turns that are paid, in order."""
        named = [day for days in self.days if (day := _turn(days, turns))]
        moved = self.instead.after(named[-1]) if self.instead and named else None
        paid = [day for day in turns if day not in named and day.month not in self.months]
        return sorted([*paid, moved.readings[0]]) if moved and moved.readings else paid


def _turn(days: Days, turns: list[date]) -> date | None:
    """Which turn is meant: "the eighteenth" may be that of a later month."""
    if not days.readings or days.readings[0] in turns or days.cycle != "month":
        return days.readings[0] if days.readings else None
    return next((turn for turn in turns[1:] if turn.day == days.readings[0].day), None)


_MONTHS = rf"(?:(?:(?:all|whole|month|todo|mes|the|el|of|de) ){{0,3}}(?<!\d de )(?<!\d )(?<!(?:st|nd|rd|th) of )(?<!(?:st|nd|rd|th) )(?<![eozr] de )(?:{EN_MONTH.replace('?P<month>', '?:')}|{ES_MONTH.replace('?P<month>', '?:')}|ag\b|agto\b)(?! ?\d))"
# "The one on the", "the payment for", "la quincena de".
_FILL = rf"(?: (?:for|in|on|over|during|just|only|out|that|which|falls|the|my|a|one|ones|payment|instal+ment|week|month|of|that|long|holiday|solo|nomas|el|la|los|las|en|de|del|este|esa|ese|pago|abono|semana|quincena|mes|que|cae|toca|durante|por|pa|para)| {_MONTHS}){{0,6}} "
_SKIP = (
    r"\b(?:(?:i(?:'ll| will)? |we(?:'ll| will)? |i'?m |i (?:have|need|want|'?d like) to |have to |got to |gotta |let me |please |can (?:i|we) )?(?:skip(?:ping|s)?|miss(?:ing)?|paus(?:e|ing)|sit(?:ting)? out|jump(?:ing)?)|(?:i |we )?(?:can'?t|cannot|cant|won'?t|wont) (?:do|make|pay)|except(?:ing| for)?|excluding|excl|apart from|other than|bar(?:ring)?|save for|minus|but not|(?:just |only )?not|no (?:payment|money|pay)s?|nothing|leav(?:e|ing) out"
    r"|menos|excepto|exepto|salvo|quitando|sacando|sin contar|a excepcion de|con excepcion de|exceptuando|omit(?:o|iendo|an|e)|descontando|fuera de|pero no|(?:me |nos |lo |la |nomas )*(?:brin[ck]|brinqu|salt)\w+|sin pago|sin pagar|no (?:pago|abono|deposito|doy|cuenten|cuentes|puedo|podre|voy a poder)(?: nada| pagar)?)"
)
_NONE = r" (?:(?:i|we|yo|ahi|ese dia|ese|ese mes|esa|that day|that month|that one|the one|i'?m|is|es|though|although|ya|les?|te|se|lo|la|me|nos) ){0,3}(?:(?:no (?:(?:les?|te|os|lo|la|me|voy a) )*(?:podre|puedo|pago|pagare|pagar|poder|hay|habra|cobro|trabajo|deposito|doy|abono|toca|alcanzo)|descanso|descansamos|(?:salt|brinc)\w+)\b|(?:can'?t|cannot|cant|won'?t|wont|skip|off(?= ?(?:[,.;)]|$))|no (?:payment|money)|nothing)\b(?: (?:pay|do|make)(?: (?:it|that|that one|anything))?)?)"


def _ways(one: str) -> tuple[re.Pattern[str], ...]:
    """How it is said that nothing is paid then: before its name, behind it, around it."""
    told = rf"(?P<all>{one}(?:(?:,| and| y| e| n| &|,? nor| ni)+ (?:(?:on|in|the|el|la|en|of|also|tambien|del?) )*{one})*)"
    alone = rf"(?P<all>{one}(?:(?: and| y| e| n| &)+ (?:(?:on|in|the|el|la|en|of|del?) )*{one})*)"
    return (
        re.compile(rf"{_SKIP}{_FILL}?{told}"),
        re.compile(rf"\b(?:(?:in|on|en|el|la|the|for) ){{0,3}}{alone}{_NONE}"),
        re.compile(rf"\b(?:leave|leaving|take|taking) (?:the )?{alone} (?:out|off)\b"),
    )


_OF_MONTHS, _OF_DAYS = _ways(_MONTHS), _ways(rf"{MASK}+")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_INSTEAD = re.compile(
    rf"[^.;{MASK}]{{0,70}}?\b(?:push\w*|mov\w+|shift\w*|instead|(?:pay|do|make|send|put) (?:it|that|that one|you)|l[oa] (?:pago|paso|recorro|muevo|dejo|doy|mando|pongo|deposito|hago)|(?:pag|pas|mand)(?:arl|o )[oa])\b[^.;{MASK}]{{0,24}}?(?P<day>{MASK}+)"
)
_NAMES = re.compile(_MONTHS)


def without_months_left_out(text: str) -> tuple[str, frozenset[int]]:
    """The text without the months in which nothing is paid of a series, and those months."""
    months: set[int] = set()
    for found in _in_order(_OF_MONTHS, text) if not HAN.search(text) else ():
        if found.start() and _AMOUNT.search(text, 0, found.start()):
            months |= {_month(name) for name in _NAMES.findall(found["all"])}
            text = _blanked(text, *found.span())
    return text, frozenset(months)


def without_left_out(items: tuple[Item, ...], text: str) -> tuple[str, tuple[Item, ...], LeftOut]:
    """The text with the days of a series left out blanked, the items less theirs, and which days they are."""
    left = LeftOut()
    if HAN.search(text) or not any(isinstance(item.value, Every | Times) for item in items):
        return text, items, left
    days = {item.start: item for item in items if isinstance(item.value, Days)}
    masked = text
    for item in days.values():
        masked = f"{masked[: item.start]}{MASK * (item.end - item.start)}{masked[item.end :]}"
    end = 0
    for found in _in_order(_OF_DAYS, masked):
        offered = any(isinstance(item.value, Every | Times) and item.start < found.start() for item in items)
        if not offered or found.start() < end:
            continue
        told = [days[at].value for at in sorted(days) if found.start("all") <= at < found.end("all")]
        end = aside.end() if (aside := _ASIDE.match(masked, found.end())) else found.end()
        instead = _INSTEAD.match(masked, end)
        other = days[instead.start("day")].value if instead and instead.start("day") in days else None
        end = instead.end() if instead and other else end
        left = LeftOut(
            (*left.days, *(value for value in told if isinstance(value, Days))),
            instead=other if isinstance(other, Days) else left.instead,
        )
        text = _blanked(text, found.start(), end)
        items = tuple(item for item in items if not found.start() <= item.start < end)
    return text, items, left


# A sum is offered before.
_AMOUNT = re.compile(
    r"\d|\b(?:\w*hundred|ninety|eighty|seventy|sixty|fifty|forty|thirty|twenty|cien|\w+cientos|\w+enta|mil)\b"
)


def _in_order(ways: tuple[re.Pattern[str], ...], text: str) -> list[re.Match[str]]:
    return sorted((found for way in ways for found in way.finditer(text)), key=lambda found: found.start())


def _blanked(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"


def _month(name: str) -> int:
    word = name.split()[-1].strip(".")
    try:
        return es_month("ago" if word.startswith("ag") else word)
    except ValueError:
        return en_month(word)
