"""What the hunch learns of single sums and days: those of the cases, and which of them are promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import yaml

import reading.promises
from core.money import Money
from reading import read
from reading.commitments import Read
from reading.corrections import Item
from reading.days import Days
from reading.hunch.items import as_stands
from reading.hunch.stands import places_of
from reading.money import Sum

# What is only told of beside a promise is rare, and costs more to miss; where nothing is promised, more than words tells so.
_TOLD_ONLY = 2.0
_NO_PROMISE = 0.2


class Heard(NamedTuple):
    """Where a sum or a day stands in the table, whether it is promised, how much that counts, and of which message it is."""

    places: list[int]
    promised: bool
    weight: float
    message: str


def told(file: Path) -> Iterator[Heard]:
    """The sums and days of a case file."""
    document = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for case in document["cases"]:
        yield from _of({**document["settings"], **case})


def _of(case: dict[str, Any]) -> Iterator[Heard]:
    found = _overheard(case)
    if found is None:
        return
    days, figures = _meant(case)
    stands = as_stands(found.items)
    for number, item in enumerate(found.items):
        promised = _is_meant(item, days, figures)
        if promised is not None:
            weight = 1.0 if promised else _TOLD_ONLY if case.get("promise") else _NO_PROMISE
            yield Heard(places_of(found.text, stands, number), promised, weight, case["say"])


def _overheard(case: dict[str, Any]) -> Read | None:
    """The sums and days that reading a case finds, before it is known which are promised."""
    asked: list[Read] = []

    def listen(found: Read, *_: Any, **__: Any) -> None:
        asked.append(found)

    amount, currency = str(case["owed"]).split() if case.get("owed") else (None, None)
    with patch.object(reading.promises, "heard", listen):
        read(
            case["say"],
            now=datetime.fromisoformat(case["now"]),
            tz=case["tz"],
            owed=Money.of(amount, currency) if amount and currency else None,
            country=case.get("country"),
            lang=case.get("hint"),
        )
    return asked[0] if asked else None


def _meant(case: dict[str, Any]) -> tuple[set[str], set[Decimal]]:
    """The days and the figures of all fair readings."""
    days = {str(day) for dates in _fair(case, "dates") for day in dates}
    figures = {Decimal(str(figure)) for figure in _fair(case, "amount")}
    figures |= {Decimal(str(figure)) for some in _fair(case, "amount_candidates") for figure in some}
    for parts in _fair(case, "instalments"):
        for part in parts:
            figure, day = (each.strip() for each in str(part).split("@"))
            days |= {day} - {"?"}
            figures |= {Decimal(figure)} if figure != "?" else set()
    return days, figures


def _fair(case: dict[str, Any], field: str) -> list[Any]:
    return [value for value in (case.get(field), *case.get(f"{field}_any_of", [])) if value]


def _is_meant(item: Item, days: set[str], figures: set[Decimal]) -> bool | None:
    """Whether it is of what is promised; None where that cannot be told."""
    value = item.value
    if isinstance(value, Days) and value.readings:
        return any(str(day) in days for day in value.readings)
    if isinstance(value, Sum):
        return value.total or any(figure in figures for figure in value.figures)
    return None
