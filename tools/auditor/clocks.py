"""Where a person may be, and what the clock shows there."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import ZoneInfo

from tools.auditor.story import Sent, Unreadable

_EAST, _CENTRAL, _MOUNTAIN, _WEST = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
# All the zones of a place, when nothing else is known of where somebody is.
ZONES: dict[str, tuple[str, ...]] = {
    "US": (
        _EAST, _CENTRAL, _MOUNTAIN, "America/Phoenix", _WEST, "America/Anchorage", "America/Adak",
        "Pacific/Honolulu",
    ),
    "US-NY": (_EAST,), "US-NYC": (_EAST,), "US-DC": (_EAST,), "US-MA": (_EAST,), "US-WV": (_EAST,),
    "US-PA": (_EAST,), "US-FL": (_EAST, _CENTRAL), "US-IL": (_CENTRAL,), "US-TX": (_CENTRAL, _MOUNTAIN),
    "US-CO": (_MOUNTAIN,), "US-CA": (_WEST,), "US-WA": (_WEST,), "US-NV": (_WEST,),
    "US-OR": (_WEST, _MOUNTAIN), "US-MI": (_EAST, _CENTRAL), "US-GA": (_EAST,), "US-AZ": ("America/Phoenix",),
    "US-HI": ("Pacific/Honolulu",), "US-TN": (_EAST, _CENTRAL),
    "CA": ("America/Toronto", "America/Winnipeg", "America/Halifax"),
    "CA-ON": ("America/Toronto", "America/Winnipeg"), "CA-QC": ("America/Toronto", "America/Halifax"),
    "MX": ("America/Mexico_City", "America/Cancun", "America/Hermosillo", "America/Mazatlan", "America/Tijuana"),
    "BR": ("America/Sao_Paulo", "America/Noronha", "America/Manaus", "America/Rio_Branco"),
    "CL": ("America/Santiago", "America/Punta_Arenas", "Pacific/Easter"), "CO": ("America/Bogota",),
    "CN": ("Asia/Shanghai",), "HK": ("Asia/Hong_Kong",), "TW": ("Asia/Taipei",), "SG": ("Asia/Singapore",),
    "IN": ("Asia/Kolkata",), "JP": ("Asia/Tokyo",), "KR": ("Asia/Seoul",), "TH": ("Asia/Bangkok",),
    "PH": ("Asia/Manila",), "VN": ("Asia/Ho_Chi_Minh",), "MY": ("Asia/Kuala_Lumpur", "Asia/Kuching"),
    "ID": ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"), "GB": ("Europe/London",),
    "AU": (
        "Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin", "Australia/Perth",
    ),
    "DE": ("Europe/Berlin",), "FR": ("Europe/Paris",), "IT": ("Europe/Rome",), "IE": ("Europe/Dublin",),
    "NL": ("Europe/Amsterdam",), "PL": ("Europe/Warsaw",), "GR": ("Europe/Athens",), "FI": ("Europe/Helsinki",),
    "ES": ("Europe/Madrid", "Atlantic/Canary"), "PT": ("Europe/Lisbon", "Atlantic/Azores"),
    "EU": ("Europe/Lisbon", "Europe/Berlin", "Europe/Athens"),
}  # fmt: skip
# Area codes that lie in one zone, by the numbering plan: a number seen in an address speaks for itself.
AREA_CODES: dict[str, str] = {
    **dict.fromkeys(("212", "646", "718", "202", "617", "305", "404", "215", "304", "416", "514"), _EAST),
    **dict.fromkeys(("312", "713", "214", "504", "612", "414"), _CENTRAL),
    **dict.fromkeys(("303", "505", "801", "720"), _MOUNTAIN),
    **dict.fromkeys(("602", "480"), "America/Phoenix"),
    **dict.fromkeys(("213", "415", "206", "503", "702", "619"), _WEST),
    "808": "Pacific/Honolulu",
}
# One legal time in the whole country, whatever the clocks of its west show.
_OFFICIAL = {"Asia/Urumqi": "Asia/Shanghai", "Asia/Kashgar": "Asia/Shanghai"}
_EUROPEAN = frozenset(
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split()
)
# Places inside places whose codes do not show it; a country without rules of its own keeps those of its parts.
_INSIDE = {"US-NYC": ("US-NY",), "CA": ("CA-ON", "CA-QC"), "UK": ("GB",), "CN-HK": ("HK",), "CN-TW": ("TW",)}
_OWN = frozenset({"CN-HK", "CN-TW", "CN-MO"})


@lru_cache(maxsize=1024)
def places_of(code: str) -> frozenset[str]:
    """Every place whose law holds in `code`: the place itself, what it lies in, the Union for its members."""
    found = {code, *_INSIDE.get(code, ())}
    if code not in _OWN:
        parts = code.split("-")
        found |= {"-".join(parts[:length]) for length in range(1, len(parts))}
    if code in _EUROPEAN:
        found.add("EU")
    return frozenset(found)


@lru_cache(maxsize=1024)
def zone(name: str) -> ZoneInfo:
    """The zone of that name; `Unreadable` if there is none."""
    try:
        return ZoneInfo(_OFFICIAL.get(name, name))
    except (KeyError, ValueError, OSError) as error:
        raise Unreadable(f"{name[:40]} is no time zone") from error


def zones_of(sent: Sent) -> tuple[ZoneInfo, ...]:
    """Every zone the reader may be in: what was stated, else what numbers and files suggest, else the place's."""
    facts = sent.facts
    signals = facts.get("location_signals") or {}
    stated = signals.get("stated_tz")
    if stated:
        return (zone(str(stated)),)
    named = [str(each) for each in facts.get("zones") or ()]
    known = facts.get("recipient_tz")
    if known:
        named.append(str(known))
    elif sent.place.startswith("US"):
        named += [AREA_CODES[code] for code in _area_codes(sent, signals) if code in AREA_CODES]
    return _resolved(tuple(dict.fromkeys(named)) or _of_place(sent.place))


def _area_codes(sent: Sent, signals: object) -> list[str]:
    told = (
        [str(code) for name, code in signals.items() if "area" in name] if isinstance(signals, dict) else []
    )
    if sent.address.startswith("+1") and len(sent.address) == 12:
        told.append(sent.address[2:5])
    return told


@lru_cache(maxsize=4096)
def _resolved(names: tuple[str, ...]) -> tuple[ZoneInfo, ...]:
    return tuple(zone(name) for name in names)


@lru_cache(maxsize=512)
def _of_place(code: str) -> tuple[str, ...]:
    for name in sorted(places_of(code), key=lambda each: (each != code, -len(each))):
        if name in ZONES:
            return ZONES[name]
    return ("UTC",)
