"""Countries and their clocks, where one clock serves the whole country or must do for want of better."""

from __future__ import annotations

# The zone of the largest population; only for reading "tomorrow" when nothing better is known. Whether it is
# lawful to write is decided on every possible zone, never on this one.
_ZONES = {
    "US": "America/New_York",
    "CA": "America/Toronto",
    "MX": "America/Mexico_City",
    "CN": "Asia/Shanghai",
    "HK": "Asia/Hong_Kong",
    "TW": "Asia/Taipei",
    "SG": "Asia/Singapore",
    "GB": "Europe/London",
    "ES": "Europe/Madrid",
    "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo",
    "CL": "America/Santiago",
    "CO": "America/Bogota",
    "ID": "Asia/Jakarta",
    "IN": "Asia/Kolkata",
    "JP": "Asia/Tokyo",
    "KR": "Asia/Seoul",
    "MY": "Asia/Kuala_Lumpur",
    "PH": "Asia/Manila",
    "TH": "Asia/Bangkok",
    "VN": "Asia/Ho_Chi_Minh",
}


def country_of(jurisdiction: str) -> str:
    """The ISO country of a jurisdiction: `US-MA` is US."""
    return jurisdiction.split("-")[0].upper()


def usual_zone(jurisdiction: str) -> str:
    """A zone to read the borrower's words by when theirs is not known."""
    return _ZONES.get(country_of(jurisdiction), "UTC")
