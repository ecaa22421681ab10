"""The case files: sentences as borrowers write them, and what is in them.

A file has `settings` (country, tz, owed, now, lang) and `cases`: `say`, the fields that are expected, and any setting of
its own. Fields that are not named must be as in a text that says nothing, but for `lang` and `currency`, which are
checked only where they are named; a list under `dates_any_of` or `windows_any_of` holds the accepted alternatives.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from core.money import WITHOUT_CENTS, Money
from reading import read

FOLDER = Path(__file__).parent / "cases"
NOTHING_SAID: dict[str, Any] = {
    "promise": False,
    "amount": None,
    "share": None,
    "amount_candidates": [],
    "dates": [],
    "ambiguous": False,
    "open_event": None,
    "instalments": None,
    "phone": None,
    "email": None,
    "address": None,
    "employer": None,
    "person_name": None,
    "incomplete": False,
    "windows": [],
    "channel": None,
    "channel_unwanted": None,
}
SETTINGS = ("country", "tz", "owed", "now", "hint")


def load(name: str) -> list[dict[str, Any]]:
    """The cases of one file, each with the settings of the file filled in."""
    document = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return [{**document["settings"], **case} for case in document["cases"]]


def observed(case: dict[str, Any]) -> dict[str, Any]:
    """What is read from the case's sentence."""
    amount, currency = str(case["owed"]).split() if case.get("owed") else (None, None)
    return read(
        case["say"],
        now=datetime.fromisoformat(case["now"]),
        tz=case["tz"],
        owed=Money.of(amount, currency) if amount and currency else None,
        country=case.get("country"),
        lang=case.get("hint"),
    ).as_json()


def differences(case: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Field by field: (expected, observed) where these differ."""
    seen = observed(case)
    expected = NOTHING_SAID | {
        key: value for key, value in case.items() if key in NOTHING_SAID or key in ("lang", "currency")
    }
    cents = "" if str(case.get("owed")).endswith(tuple(WITHOUT_CENTS)) else ".00"
    wrong = {}
    for field, value in expected.items():
        accepted = case.get(f"{field}_any_of", [value])
        if seen[field] not in [_spelt_out(field, option, cents) for option in accepted]:
            wrong[field] = (accepted, seen[field])
    return wrong


def _spelt_out(field: str, value: Any, cents: str) -> Any:
    """Short forms of the files: dates as text, `200 @ 2026-11-22` for an instalment, `mon fri 09:00-12:00` for a window."""
    if field == "dates":
        return [str(day) for day in value]
    if field == "amount_candidates":
        return [f"{figure}{cents}" if "." not in str(figure) else str(figure) for figure in value]
    if field == "amount" and value is not None:
        return f"{value}{cents}" if "." not in str(value) else f"{float(str(value)):.2f}"
    if field == "instalments" and value is not None:
        return [_instalment(part, cents) for part in value]
    if field == "windows":
        return [_window(part) for part in value]
    return value


def _instalment(text: str, cents: str) -> dict[str, str | None]:
    amount, day = (part.strip() for part in text.split("@"))
    figure = None if amount == "?" else amount if "." in amount else f"{amount}{cents}"
    return {"amount": figure, "date": None if day == "?" else day}


def _window(text: str) -> dict[str, Any]:
    """`mon tue 09:00-12:00`, `all 17:00-24:00`, `2026-11-19 17:00-24:00`, with `not` before an unwanted one."""
    words = text.split()
    wanted = words[0] != "not"
    *days, hours = words if wanted else words[1:]
    start, end = hours.split("-")
    on = days[0] if days and days[0][0].isdigit() else None
    names = {"all": "mon tue wed thu fri sat sun", "weekdays": "mon tue wed thu fri", "weekend": "sat sun"}
    weekly = names.get(days[0], " ".join(days)).split() if days and not on else []
    return {"days": weekly, "date": on, "from": start, "to": end, "wanted": wanted}
