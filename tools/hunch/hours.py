"""What the hunch learns of single times: those of the cases, and at which of them one wants to be reached, or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import yaml

import reading.promises
import reading.windows
from core.money import Money
from reading import read
from reading.hunch.stands import places_of
from reading.windows.hours import DAY_NAMES, Window
from reading.windows.marks import TIMES, Mark
from reading.windows.sounding import Windows, as_stands, said_of
from tools.bench.reading_scores import window_told

_DISAGREED = 0.3


class Heard(NamedTuple):
    """Where a time stands in the table, whether it is wanted and whether refused, how much each counts, and of which message it is."""

    places: list[int]
    said: dict[str, tuple[bool, float]]
    message: str


def times(file: Path) -> Iterator[Heard]:
    """The times of a case file."""
    document = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for case in document["cases"]:
        yield from _of({**document["settings"], **case})


def _of(case: dict[str, Any]) -> Iterator[Heard]:
    fair = [
        [_window(part) for part in told] for told in case.get("windows_any_of", [case.get("windows", [])])
    ]
    for text, marks in _overheard(case):
        found = [mark for mark in marks if mark.kind in TIMES]
        stands = as_stands(found)
        for number, time in enumerate(found):
            said = [said_of(time, windows) for windows in fair]
            yield Heard(
                places_of(text, stands, number),
                {
                    "wanted": _agreed([True in one for one in said]),
                    "refused": _agreed([False in one for one in said]),
                },
                case["say"],
            )


def _agreed(told: Sequence[bool]) -> tuple[bool, float]:
    """Whether any fair reading says so; it counts less where another says otherwise."""
    return any(told), 1.0 if len({*told}) == 1 else _DISAGREED


def _window(part: Any) -> Window:
    days, on, start, end, wanted = window_told(part)
    return Window(
        tuple(sorted(DAY_NAMES.index(day) for day in days)),
        _minutes(start),
        _minutes(end),
        wanted,
        date.fromisoformat(on) if on else None,
    )


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _overheard(case: dict[str, Any]) -> list[tuple[str, Sequence[Mark]]]:
    """The text and the marks of a case's message, if it comes to cutting them."""
    asked: list[tuple[str, Sequence[Mark]]] = []

    def listen(_: Iterable[tuple[float, Windows]], text: str, marks: Sequence[Mark]) -> Windows:
        asked.append((text, marks))
        return ()

    amount, currency = str(case["owed"]).split() if case.get("owed") else (None, None)
    silent = patch.object(reading.promises, "heard", lambda *_, **__: None)
    with patch.object(reading.windows, "likeliest", listen), silent:
        read(
            case["say"],
            now=datetime.fromisoformat(case["now"]),
            tz=case["tz"],
            owed=Money.of(amount, currency) if amount and currency else None,
            country=case.get("country"),
            lang=case.get("hint"),
        )
    return asked
