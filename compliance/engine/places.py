"""In which time zones a person may be, from what is known of the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import phonenumbers

_WEST_OF_CHINA = frozenset({"Asia/Urumqi", "Asia/Kashgar"})
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
    found -= _NOT_GEOGRAPHIC
    if country != "US":
        return frozenset(found)
    overlaid = _OVERLAYS.get(prefix[1:])
    return frozenset(_corrected(prefix[1:], found)) | (
        zones_of_area_code("US", overlaid) if overlaid else set()
    )


_UNITED_STATES = frozenset(
    f"America/{city}" for city in ("New_York", "Chicago", "Denver", "Phoenix", "Los_Angeles", "Anchorage")
)
# Codes laid over the area of an older one (NANPA) that lies in two zones, or newer than the numbering data: a number
# may be anywhere in it.
_OVERLAYS = {
    **{"448": "850", "458": "541", "729": "423", "930": "812", "364": "270", "986": "208"},
    **{"357": "559", "436": "440", "457": "318", "471": "662", "483": "334", "621": "713", "624": "716"},
    **{"679": "313", "821": "864", "837": "530", "861": "309", "924": "507"},
}
# So many of a state's ZIP codes with an area code must lie in a zone for the code to count as split.
_SHARE = 0.08


def _corrected(code: str, found: set[str]) -> set[str]:
    """The zones of numbering data, put right by ZIP codes for newer area codes (448, 689).

    Without the zones that occur nowhere near it; with those that the numbering data leaves out.
    """
    rows = _by_area_code().get(code)
    if not rows or not found & _UNITED_STATES:
        return found
    state = Counter(place for place, _ in rows).most_common(1)[0][0]
    zones = Counter(zone for place, zone in rows if place == state)
    enough = _SHARE * sum(zones.values())
    frequent = {_ruled_by(zone) for zone, count in zones.items() if count >= enough}
    here = {_ruled_by(zone) for zone in zones_of_us_state(state).union(zone for _, zone in rows)}
    kept = {zone for zone in found if _ruled_by(zone) in here}
    if not {_ruled_by(zone) for zone in kept} & frequent:
        return frequent
    return kept | (frequent - {_ruled_by(zone) for zone in kept})


# Zones named for a county that keep another zone's clock today.
_SAME_CLOCK = {
    "America/Boise": "America/Denver",
    "America/Detroit": "America/New_York",
    "America/Indiana/Knox": "America/Chicago",
    "America/Indiana/Tell_City": "America/Chicago",
    "America/Menominee": "America/Chicago",
    "America/Juneau": "America/Anchorage",
    "America/Sitka": "America/Anchorage",
    "America/Nome": "America/Anchorage",
    "America/Yakutat": "America/Anchorage",
    "America/Metlakatla": "America/Anchorage",
}
_SAME_CLOCK_UNDER = {
    "America/Indiana/": "America/New_York",
    "America/Kentucky/": "America/New_York",
    "America/North_Dakota/": "America/Chicago",
}


def _ruled_by(zone: str) -> str:
    if zone in _SAME_CLOCK:
        return _SAME_CLOCK[zone]
    return next((clock for start, clock in _SAME_CLOCK_UNDER.items() if zone.startswith(start)), zone)


@lru_cache(maxsize=1)
def _by_area_code() -> Mapping[str, list[tuple[str, str]]]:
    """State and zone of every ZIP code that has an area code."""
    import zipcodes

    found: dict[str, list[tuple[str, str]]] = {}
    for row in _rows(zipcodes.list_all):
        zone = str(row.get("timezone") or "")
        if "/" in zone:
            for code in row["area_codes"]:
                found.setdefault(str(code), []).append((str(row["state"]), zone))
    return found


def _rows(look_up: Callable[..., Any], *given: str, **named: str) -> list[dict[str, Any]]:
    """What the (untyped) ZIP code package finds."""
    rows: list[dict[str, Any]] = look_up(*given, **named)
    return rows


# Where ZIP code data names the wrong clock, or one of two that are kept there.
_NAVAJO_EDGE = frozenset({"America/Denver", "America/Phoenix"})
_ZIP_PUT_RIGHT = {
    # The Navajo Nation keeps summer time, the towns and the Hopi villages at its edge do not.
    **dict.fromkeys(("86034", "86036", "86040", "86045", "86502", "86512"), _NAVAJO_EDGE),
    "86003": frozenset({"America/Phoenix"}),
    # West Wendover is Mountain time by law (64 FR 56705); its neighbours on the border keep it as a habit.
    "89883": frozenset({"America/Denver"}),
    **dict.fromkeys(("89825", "89831", "89832"), frozenset({"America/Denver", "America/Los_Angeles"})),
}


@lru_cache(maxsize=4096)
def zones_of_zip(code: str) -> frozenset[str]:
    """The zones of a United States ZIP code; none when it is not known."""
    import zipcodes

    five = code.strip()[:5]
    if len(five) != 5 or not five.isdigit():
        return frozenset()
    if five in _ZIP_PUT_RIGHT:
        return _ZIP_PUT_RIGHT[five]
    return frozenset(
        str(row["timezone"]) for row in _rows(zipcodes.matching, five) if "/" in str(row.get("timezone"))
    )


@lru_cache(maxsize=128)
def zones_of_us_state(state: str) -> frozenset[str]:
    """Every zone of a state (`ID`), from its ZIP codes."""
    import zipcodes

    return frozenset(
        str(row["timezone"])
        for row in _rows(zipcodes.filter_by, state=state)
        if "/" in str(row.get("timezone"))
    )


@lru_cache(maxsize=8192)
def possible_zones(
    country: str, known: tuple[str, ...], signals: tuple[tuple[str, str], ...], otherwise: tuple[str, ...]
) -> tuple[ZoneInfo, ...]:
    """All zones the person may be in: what was stated, else all that signals allow, else the place's."""
    given = dict(signals)
    if country == "CN":
        # One legal time nationwide, whatever the clocks of Xinjiang show.
        known = tuple("Asia/Shanghai" if zone in _WEST_OF_CHINA else zone for zone in known)
        given = {name: "Asia/Shanghai" if value in _WEST_OF_CHINA else value for name, value in given.items()}
    if "stated_tz" in given:
        return (ZoneInfo(given["stated_tz"]),)
    names = set(known)
    for signal in ("area_code", "landline_area_code"):
        if signal in given:
            names |= zones_of_area_code(country, given[signal])
    if "zip" in given and country == "US":
        names |= zones_of_zip(given["zip"])
    return tuple(ZoneInfo(name) for name in sorted(names or otherwise))


@lru_cache(maxsize=256)
def zones_of_country(country: str) -> frozenset[str]:
    """Every zone in which numbers of that country lie."""
    from phonenumbers.tzdata import TIMEZONE_DATA

    known: Mapping[str, tuple[str, ...]] = TIMEZONE_DATA
    return frozenset(known.get(str(phonenumbers.country_code_for_region(country)), ())) - _NOT_GEOGRAPHIC
