"""Days on which banks are closed where the borrower lives."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

# Paid this way the money arrives on any day.
ANY_DAY = frozenset({"card", "link", "auto_debit", "wechat_pay", "alipay"})
SATURDAY = 5


@lru_cache(maxsize=128)
def _holidays(country: str, year: int) -> frozenset[date]:
    """The public holidays there in that year, by the `holidays` package; none where it knows no calendar."""
    import holidays

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


def is_holiday(on: date, country: str) -> bool:
    """Whether `on` is a public holiday in `country` (ISO 3166 alpha-2)."""
    return on in _holidays(country, on.year)


def next_open(on: date, country: str) -> date:
    """The first day after `on` that is neither a holiday nor on a weekend."""
    later = on + timedelta(days=1)
    while later.weekday() >= SATURDAY or is_holiday(later, country):
        later += timedelta(days=1)
    return later
