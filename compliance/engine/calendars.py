"""Public holidays, by place and year."""

from __future__ import annotations

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=256)
def holidays_in(calendar: str, year: int) -> frozenset[date]:
    """The public holidays of `calendar` (`CO`, `CA-ON`) in that year, substitute days included.

    Source: the `holidays` package, which is imported when first needed. ValueError if it has no such place.
    """
    import holidays

    country, _, subdivision = calendar.partition("-")
    try:
        found = holidays.country_holidays(country, subdiv=subdivision or None, years=year)
    except NotImplementedError as error:
        raise ValueError(f"there is no calendar of holidays for {calendar}") from error
    return frozenset(found)


def is_holiday(calendar: str, day: date) -> bool:
    """Whether `day` is a public holiday there."""
    return day in holidays_in(calendar, day.year)
