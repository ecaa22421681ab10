"""The hours of every place, written down once more and walked through a week and a holiday."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from compliance.engine import decide
from tests.compliance.engine.test_next_allowed import BASE

MONDAY = date(2026, 11, 23)
DAY = "08:00-21:00"
# Zone; hours on weekdays, on Saturday, on Sunday; a holiday on a weekday, and the hours then. "" is none.
HOURS = {
    "US": ("America/New_York", DAY, DAY, DAY, "2026-12-25", DAY),
    "US-MA": ("America/New_York", DAY, DAY, DAY, "2026-12-25", DAY),
    "US-WA": ("America/Los_Angeles", DAY, DAY, DAY, "2026-12-25", DAY),
    "CN": ("Asia/Shanghai", "08:00-22:00", "08:00-22:00", "08:00-22:00", "2026-10-01", "08:00-22:00"),
    "HK": ("Asia/Hong_Kong", DAY, DAY, DAY, "2026-12-25", DAY),
    "TW": ("Asia/Taipei", "07:00-22:00", "07:00-22:00", "07:00-22:00", "2026-01-01", "07:00-22:00"),
    "SG": ("Asia/Singapore", DAY, DAY, DAY, "2026-12-25", DAY),
    "IN": ("Asia/Kolkata", "08:00-19:00", "08:00-19:00", "08:00-19:00", "2026-01-26", "08:00-19:00"),
    "GB": ("Europe/London", DAY, DAY, DAY, "2026-12-25", DAY),
    "AU": ("Australia/Perth", "07:30-21:00", "09:00-21:00", "09:00-21:00", "2026-12-25", ""),
    "BR": ("America/Sao_Paulo", DAY, DAY, DAY, "2026-12-25", DAY),
    "CA-ON": ("America/Toronto", "07:00-21:00", "07:00-21:00", "13:00-17:00", "2026-12-25", ""),
    "CA-QC": ("America/Toronto", "08:00-20:00", "08:00-20:00", "", "2026-12-25", ""),
    "CL": ("America/Santiago", "08:00-20:00", "08:00-20:00", "", "2026-12-08", ""),
    "CO": ("America/Bogota", "07:00-19:00", "08:00-15:00", "", "2026-12-08", ""),
    "DE": ("Europe/Berlin", DAY, DAY, DAY, "2026-12-25", DAY),
    "ID": ("Asia/Jakarta", "08:00-20:00", "08:00-20:00", "", "2026-08-17", ""),
    "JP": ("Asia/Tokyo", DAY, DAY, DAY, "2026-01-01", DAY),
    "KR": ("Asia/Seoul", DAY, DAY, DAY, "2026-01-01", DAY),
    "MX": ("America/Mexico_City", "07:00-22:00", "07:00-22:00", "07:00-22:00", "2026-12-25", "07:00-22:00"),
    "PH": ("Asia/Manila", "06:00-22:00", "06:00-22:00", "06:00-22:00", "2026-12-25", "06:00-22:00"),
    "TH": ("Asia/Bangkok", "08:00-20:00", "08:00-18:00", "08:00-18:00", "2026-12-10", "08:00-18:00"),
    "VN": ("Asia/Ho_Chi_Minh", "07:00-21:00", "07:00-21:00", "07:00-21:00", "2026-01-01", "07:00-21:00"),
}


def _days(place: str) -> list[tuple[date, str]]:
    _, weekday, saturday, sunday, holiday, then = HOURS[place]
    week = [weekday] * 5 + [saturday, sunday]
    return [*((MONDAY + timedelta(days=n), week[n]) for n in range(7)), (date.fromisoformat(holiday), then)]


@pytest.mark.parametrize("place", HOURS)
def test_hours(place: str) -> None:
    zone = ZoneInfo(HOURS[place][0])
    facts = replace(BASE, jurisdiction=place, recipient_tz=zone.key, collector_type="first_party")
    for day, span in _days(place):
        for quarter in range(96):
            local = datetime.combine(day, time(quarter // 4, quarter % 4 * 15), zone)
            start, _, end = span.partition("-")
            expected = start <= local.strftime("%H:%M") < end
            assert decide(facts, local.astimezone(UTC)).allowed is expected, local.isoformat()
