"""In which time zones a person may be, from what is known of the place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import phonenumbers

_NOT_GEOGRAPHIC = frozenset({"Etc/Unknown"})


@lru_cache(maxsize=4096)
def zones_of_area_code(country: str, code: str) -> frozenset[str]:
    """Every zone in which numbers of that area code lie; none for toll-free and unknown codes.

    A split area code (850 in Florida, 208 in Idaho) has several. `code` may be a whole number, too.
    """
    digits = "".join(char for char in code if char.isdigit())
    calling = str(phonenumbers.country_code_for_region(country) or 1)
    if code.strip().startswith("+"):
        prefix = digits
    elif calling == "1" and len(digits) == 11 and digits.startswith("1"):
        prefix = digits
    else:
        prefix = calling + digits.lstrip("0")
    if calling == "1":
        prefix = prefix[:4]
    if len(prefix) <= len(calling):
        return frozenset()
    from phonenumbers.tzdata import TIMEZONE_DATA

    known: Mapping[str, tuple[str, ...]] = TIMEZONE_DATA
    found = {zone for key, zones in known.items() if key.startswith(prefix) for zone in zones}
    shorter = prefix
    while not found and len(shorter) > len(calling) + 1:
        shorter = shorter[:-1]
        found = set(known.get(shorter, ()))
    return frozenset(found - _NOT_GEOGRAPHIC)


def _rows(look_up: Callable[..., Any], *given: str, **named: str) -> list[dict[str, Any]]:
    """What the (untyped) ZIP code package finds."""
    rows: list[dict[str, Any]] = look_up(*given, **named)
    return rows


@lru_cache(maxsize=4096)
def zones_of_zip(code: str) -> frozenset[str]:
    """The zones of a United States ZIP code; none when it is not known."""
    import zipcodes

    five = code.strip()[:5]
    if len(five) != 5 or not five.isdigit():
        return frozenset()
    return frozenset(str(row["timezone"]) for row in _rows(zipcodes.matching, five) if row.get("timezone"))


@lru_cache(maxsize=128)
def zones_of_us_state(state: str) -> frozenset[str]:
    """Every zone of a state (`ID`), from its ZIP codes."""
    import zipcodes

    return frozenset(
        str(row["timezone"]) for row in _rows(zipcodes.filter_by, state=state) if row.get("timezone")
    )


@lru_cache(maxsize=8192)
def possible_zones(
    country: str, known: tuple[str, ...], signals: tuple[tuple[str, str], ...], otherwise: tuple[str, ...]
) -> tuple[ZoneInfo, ...]:
    """All zones the person may be in: what was stated, else all that signals allow, else the place's."""
    given = dict(signals)
    if "stated_tz" in given:
        return (ZoneInfo(given["stated_tz"]),)
    names = set(known)
    for signal in ("area_code", "landline_area_code"):
        if signal in given:
            names |= zones_of_area_code(country, given[signal])
    if "zip" in given and country == "US":
        names |= zones_of_zip(given["zip"])
    return tuple(ZoneInfo(name) for name in sorted(names or otherwise))
