"""How well a reading answers a case file: exactness per field, and what was taken for certain or asked back wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

HELD_OUT = Path(__file__).resolve().parents[2] / "tests" / "reading" / "held_out"
LANGUAGES = ("en", "es", "zh-Hans", "zh-Hant")
# What is exact or not, over the cases that hold it or in which it was read.
FIELDS = (
    "promise", "amount", "dates", "instalments", "share", "phone", "email", "address", "employer", "person_name",
    "windows", "channel", "channel_unwanted", "open_event", "incomplete",
)  # fmt: skip
CERTAIN, ASKED = "ambiguous read as certain", "certain asked back"


@dataclass
class Tally:
    """Right ones out of how many, by what was counted."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    of: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def count(self, name: str, right: bool) -> None:
        """Note one more."""
        self.of[name] += 1
        self.right[name] += right

    def rate(self, name: str) -> float | None:
        """The share of right ones; None when there was nothing to count."""
        return self.right[name] / self.of[name] if self.of[name] else None


def load(language: str, *, hard: bool = False) -> list[dict[str, Any]]:
    """The held-out cases of a language, each with its settings; the `hard` ones are by borrowers drawn by lot, who speak
    dialect, correct themselves and let the telephone write."""
    name = f"{language}.hard.yml" if hard else f"{language}.yml"
    document = yaml.safe_load((HELD_OUT / name).read_text(encoding="utf-8"))
    return [{**document["settings"], **case} for case in document["cases"]]


def score(cases: Iterable[Mapping[str, Any]], readings: Iterable[Mapping[str, Any]]) -> Tally:
    """Compare each reading, in the shape of `kept read`, with what its case expects."""
    tally = Tally()
    for case, reading in zip(cases, readings, strict=True):
        for name in FIELDS:
            said, seen = _expected(case, name), _plain(name, reading.get(name))
            if name == "amount" and case.get("share") and not any(said):
                continue  # A figure worked out from the share may stand beside it.
            if seen or any(said) or name == "promise":
                tally.count(name, seen in said)
        if case.get("promise"):
            doubtful = bool(reading.get("ambiguous")) or not reading.get("promise")
            name = CERTAIN if case.get("ambiguous") else ASKED
            tally.count(name, doubtful == bool(case.get("ambiguous")))
    return tally


def _expected(case: Mapping[str, Any], name: str) -> list[Any]:
    """All answers that are accepted, in plain form."""
    options = case.get(f"{name}_any_of")
    if options is None:
        options = [case.get(name)]
    elif name == "dates":
        options = [option if isinstance(option, list) else [option] for option in options]
        options += [case[name]] if case.get(name) else []
    return [_plain(name, option) for option in options]


def _plain(name: str, value: Any) -> Any:
    """One form for what a case writes short and a reading writes out."""
    if name == "amount":
        return _figure(value)
    if name == "dates":
        return tuple(str(day) for day in value or ())
    if name == "instalments":
        return tuple(_instalment(part) for part in value or ())
    if name == "windows":
        return frozenset(window_told(part) for part in value or ())
    if name in ("address", "employer", "person_name"):
        return str(value or "").strip(" .,。，").casefold()
    return value or None


def _figure(value: Any) -> Decimal | None:
    try:
        return None if value in (None, "", "?") else Decimal(str(value))
    except InvalidOperation:
        return None


def _instalment(part: Any) -> tuple[Decimal | None, str | None]:
    if isinstance(part, Mapping):
        return _figure(part.get("amount")), str(part["date"]) if part.get("date") else None
    amount, day = (piece.strip() for piece in str(part).split("@"))
    return _figure(amount), None if day == "?" else day


_NAMED = {
    "all": "mon tue wed thu fri sat sun",
    "weekdays": "mon tue wed thu fri",
    "weekend": "sat sun",
}


def window_told(part: Any) -> tuple[frozenset[str], str | None, str, str, bool]:
    """A window's days, its date, from, to and whether it is wanted: of `mon tue 09:00-12:00`, or as a reading writes it out."""
    if isinstance(part, Mapping):
        day = str(part["date"]) if part.get("date") else None
        return (
            frozenset(part.get("days") or ()),
            day,
            str(part["from"]),
            str(part["to"]),
            bool(part["wanted"]),
        )
    words = str(part).split()
    wanted = words[0] != "not"
    *days, hours = words if wanted else words[1:]
    start, end = hours.split("-")
    on = days[0] if days and days[0][0].isdigit() else None
    weekly = " ".join(_NAMED.get(day, day) for day in days).split() if not on else []
    return frozenset(weekly), on, start, end, wanted
