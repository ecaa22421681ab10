"""Where the borrower writes from, and what that means for currencies and the order of day and month."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from core.money import Money

# Several currencies are legal or usual where these are; the first is meant by "pesos", "块" or "$".
_CURRENCIES = {"US": "USD", "MX": "MXN", "CN": "CNY", "TW": "TWD", "HK": "HKD", "ES": "EUR", "GB": "GBP"}
_COUNTRIES = {currency: country for country, currency in _CURRENCIES.items() if currency != "EUR"} | {
    "SGD": "SG"
}

_LANGUAGES = {
    "US": "en",
    "GB": "en",
    "MX": "es",
    "ES": "es",
    "CN": "zh-Hans",
    "TW": "zh-Hant",
    "HK": "zh-Hant",
    **dict.fromkeys("GT HN SV NI CR PA CU DO PR CO VE EC PE BO CL AR UY PY GQ".split(), "es"),
}

# Both orders of day and month are in daily use.
_EITHER_ORDER = frozenset({"CA"})
_POINT = frozenset({"US", "CA", "GB", "IE", "AU", "NZ", "SG", "MY", "HK", "IN", "PH", "MX"})

DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"})
PESOS = frozenset({"MXN", "COP", "CLP", "ARS", "PHP", "UYU", "DOP"})
YUAN = frozenset({"CNY", "TWD", "HKD", "MOP"})


@dataclass(frozen=True)
class Place:
    """`country` is ISO 3166 or None; `currency` what a bare figure is in, or None."""

    country: str | None
    currency: str | None

    @property
    def decimal_point(self) -> bool:
        """Whether 1.50 is one and a half here, so that nobody can tell what 1.500 is."""
        return self.country in _POINT

    @property
    def language(self) -> str | None:
        """What is mostly written here: a hint for texts that show no language."""
        return _LANGUAGES.get(self.country or "")

    @property
    def month_first(self) -> bool | None:
        """Whether 5/12 is the twelfth of May here; None when that is anybody's guess."""
        if self.country is None or self.country in _EITHER_ORDER:
            return None
        return self.country in ("US", "CN", "TW", "JP", "KR", "PH")


def place(country: str | None, tz: str | None, owed: Money | None) -> Place:
    """Put together where the borrower is from the country, else the zone, else the currency of the debt."""
    where = (
        (country or "").strip().upper()[:2]
        or _country_of_zone(tz)
        or _COUNTRIES.get(owed.currency if owed else "")
    )
    currency = owed.currency if owed else _currency_of(where)
    return Place(where or None, currency)


def _currency_of(country: str | None) -> str | None:
    if not country:
        return None
    if country in _CURRENCIES:
        return _CURRENCIES[country]
    from babel.numbers import get_territory_currencies

    current = get_territory_currencies(country)
    return str(current[0]) if current else None


@cache
def _country_of_zone(tz: str | None) -> str | None:
    if not tz:
        return None
    from babel.core import get_global

    country = get_global("zone_territories").get(tz)
    return str(country) if country and country.isalpha() and country != "ZZ" and len(country) == 2 else None
