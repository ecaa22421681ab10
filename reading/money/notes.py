"""Money told by its notes: a tenner, two fifties and a ten, tres billetes de 20."""

from __future__ import annotations

import re
from decimal import Decimal

from reading.money.sums import MoneyRule, Named, Sum, rule

_NOTES = {"fiver": 5, "tenner": 10, "5er": 5, "10er": 10, "ton": 100, "c-note": 100, "c note": 100, "benjamin": 100,
          "monkey": 500, "pony": 25, "score": 20, "half a grand": 500, "half grand": 500, "oner": 100, "dub": 20, "half a ton": 50}  # fmt: skip
_NOTE_NAMES = (
    r"\b(?:(?P<count>an?|one|another|two|three|couple(?: of)?|\d)[ -])?(?P<note>fiver|tenner|5er|10er|c[- ]note|benjamin"
    r"|half (?:a )?grand|half a ton)s?\b|\b(?P<one>an?) (?P<big>ton|monkey|pony|score|oner|dub)\b(?! of\b)"
)


def _note(match: re.Match[str]) -> Named | None:
    """Money named by its note: a tenner, a ton, two fivers."""
    value = Decimal(_NOTES[match["note"] or match["big"]])
    count = match["count"] or "a"
    if count.startswith("couple"):
        return Sum((2 * value,), None, certain=False)
    return Sum((value * (int(count) if count.isdigit() else {"two": 2, "three": 3}.get(count, 1)),))


_WORTH = {"fives": 5, "tens": 10, "twenties": 20, "twentys": 20, "fifties": 50, "fiftys": 50, "hundreds": 100}
_COUNTS = {word: n for n, words in enumerate(("un|una|a|an|one", "dos|two|a pair of|un par de", "tres|three", "cuatro|four", "cinco|five", "seis|six", "siete|seven", "ocho|eight", "nueve|nine", "diez|ten"), 1) for word in words.split("|")}  # fmt: skip
_COUNT = rf"(?:{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|[1-9]|10)"
_ONE = rf"(?:{'|'.join(_WORTH)}|(?:5|10|20|50|100)'?s)"
_MORE = r"(?: (?:and|n|&|\+|plus) (?:an?|one) (?P<more>five|ten|twenty|fifty|fiver|tenner|[125]0|5)\b)?"
_BILLETES = {
    "diez": 10,
    "veinte": 20,
    "cincuenta": 50,
    "cien": 100,
    "doscientos": 200,
    "quinientos": 500,
    "mil": 1000,
}
_LAST = {"five": 5, "fiver": 5, "ten": 10, "tenner": 10, "twenty": 20, "fifty": 50}
_SAID_DAYS = re.compile(r"\x1f+")


def _count(said: str) -> int:
    return int(said) if said.isdigit() else _COUNTS[said]


def _notes(match: re.Match[str]) -> Named | None:
    """Two fifties and a ten; of "two 50s, friday and monday" each is a payment of its own."""
    if len(_SAID_DAYS.findall(match.string)) > 1:
        return None
    note, last = match["note"], match["more"]
    worth = Decimal(_WORTH.get(note) or int(note.rstrip("'s")))
    more = Decimal(0) if last is None else Decimal(_LAST.get(last) or last)
    return Sum((_count(match["count"]) * worth + more,))


def _some_notes(match: re.Match[str]) -> Named:
    note = match["note"]
    worth = Decimal(_WORTH.get(note) or int(note.rstrip("'s")))
    return Sum(tuple(worth * n for n in ((2, 3) if "coup" in match["few"] else (3, 4, 5))), certain=False)


def _billetes(match: re.Match[str]) -> Named | None:
    if match["bill"] is None and len(_SAID_DAYS.findall(match.string)) > 1:
        return None
    note = match["note"]
    return Sum((_count(match["count"]) * Decimal(_BILLETES.get(note) or note),))


ENGLISH: tuple[MoneyRule, ...] = (
    rule(_NOTE_NAMES, _note),
    rule(rf"\b(?P<few>(?:a )?(?:couple|few)|several)(?: of)? (?P<note>{_ONE})\b", _some_notes),
    rule(
        rf"\b(?P<count>{_COUNT}) (?:crisp |cool |nice |new |fresh )?(?P<note>{_ONE})\b{_MORE}(?! of\b)",
        _notes,
    ),
)
SPANISH: tuple[MoneyRule, ...] = (
    rule(
        rf"\b(?P<count>{_COUNT}) (?:de a|(?P<bill>billetes?|papeles|billetitos?) de(?: a)?) (?:\$ ?)?(?P<note>{'|'.join(_BILLETES)}|[125]0|[125]00|1000)\b(?! (?:cada|por|al?)\b)",
        _billetes,
    ),
)
