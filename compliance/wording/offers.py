"""Ends of offers that a text states, held against the offer's real end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compliance.wording.account import Account
from compliance.wording.clauses import Sentence

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "enero"),
            ("february", "feb", "febrero"),
            ("march", "mar", "marzo"),
            ("april", "apr", "abril"),
            ("may", "mayo"),
            ("june", "jun", "junio"),
            ("july", "jul", "julio"),
            ("august", "aug", "agosto"),
            ("september", "sept", "sep", "septiembre"),
            ("october", "oct", "octubre"),
            ("november", "nov", "noviembre"),
            ("december", "dec", "diciembre"),
        ),
        start=1,
    )
    for name in names
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?P<m1>{_NAMES})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of| de)? (?P<m2>{_NAMES})\b"
    r"|(?<!\d)(?:\d{4}[-/年])?(?P<m3>\d{1,2})[-/月](?P<d3>\d{1,2})(?:日|号)?(?!\d)"
)
_OFFER = re.compile(
    r"\b(?:offer|discount|settlement|deal|promotion|reduc\w+|programs?|oferta|descuento|promocion|quita|programa)\b|减免|优惠|方案|折扣|活动"
)
# Where it is known that an offer stands, so is what is meant by taking it up.
_TAKEN = re.compile(
    r"\b(?:take it|take this|accept|sign|decide|say yes|yes or no|the price|the amount|answer|acept\w+|aprovech\w+|tomarl[oa]|decid\w+|firm\w+|contest\w+|el monto)\b"
    r"|接受|答[复覆]|回[复覆]|决定|这个价|呢个价|算数|作数|生效|签"
)
_ENDS = re.compile(
    r"\b(?:until|till|ends?|expires?|valid|through|thru|closes?|good|by|before|deadline|hasta|vence|termina|vigente|vigencia|caduca|acaba)\b"
    r"|有效|截止|到期|结束|为止|之前|期限|前"
)
_DENIED = re.compile(r"\b(?:no|not|never|doesn't|isn't|won't|without|sin|any time)\b|没有|不限|无|不会|随时")


def days_named(text: str) -> list[tuple[int, int, int, int]]:
    """The calendar days in a folded text: month, day, and where they stand."""
    found = []
    for match in _DAY.finditer(text):
        month = match["m1"] or match["m2"] or match["m3"]
        day = match["d1"] or match["d2"] or match["d3"]
        number = _MONTHS.get(month) or int(month)
        if 1 <= number <= 12 and 1 <= int(day) <= 31:
            found.append((number, int(day), match.start(), match.end()))
    return found


def false_deadlines(parts: list[Sentence], tag: str, account: Account) -> Iterator[tuple[int, int, str, str]]:
    """Days on which an offer is said to end though it ends on another, or has no end."""
    end = account.offer_end
    for part in parts:
        meant = _OFFER.search(part.text) or (end is not None and _TAKEN.search(part.text))
        if not (meant and _ENDS.search(part.text)) or _DENIED.search(part.text):
            continue
        for month, day, start, stop in days_named(part.text):
            if end is None or (month, day) != (end.month, end.day):
                yield part.start + start, part.start + stop, "false_urgency", f"{tag}.offer.not-its-end"
