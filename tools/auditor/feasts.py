"""Public holidays on which the law forbids or shortens contact, worked out from each country's own rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

# Moved by decree or by the moon: only for years that are listed here.
_DECREED = {
    ("ID", 2026): ((1, 16), (2, 17), (3, 19), (3, 21), (3, 22), (5, 27), (5, 31), (6, 16), (8, 25)),
    ("TH", 2026): ((3, 3), (6, 1), (7, 29), (7, 30)),
}  # fmt: skip
_MONDAY, _FRIDAY = 0, 4


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (number - 1))


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(-day.weekday() % 7)


def _monday_before(day: date) -> date:
    return day - timedelta(day.weekday() or 7)


def _fixed(year: int, *days: tuple[int, int]) -> set[date]:
    return {date(year, month, day) for month, day in days}


def _australia(year: int) -> set[date]:
    return _fixed(year, (1, 1), (1, 26), (4, 25), (12, 25), (12, 26)) | {
        easter(year) - timedelta(2),
        easter(year) + timedelta(1),
    }


def _ontario(year: int) -> set[date]:
    return _fixed(year, (1, 1), (7, 1), (12, 25), (12, 26)) | {
        _nth(year, 2, _MONDAY, 3),
        easter(year) - timedelta(2),
        _monday_before(date(year, 5, 25)),
        _nth(year, 9, _MONDAY, 1),
        _nth(year, 10, _MONDAY, 2),
    }


def _quebec(year: int) -> set[date]:
    return _fixed(year, (1, 1), (6, 24), (7, 1), (12, 25)) | {
        easter(year) - timedelta(2),
        _monday_before(date(year, 5, 25)),
        _nth(year, 9, _MONDAY, 1),
        _nth(year, 10, _MONDAY, 2),
    }


def _colombia(year: int) -> set[date]:
    """Ley 51 de 1983: most feasts move to the Monday that follows."""
    sunday = easter(year)
    moved = [date(year, *day) for day in ((1, 6), (3, 19), (6, 29), (8, 15), (10, 12), (11, 1), (11, 11))]
    moved += [sunday + timedelta(days) for days in (39, 60, 68)]
    return (
        _fixed(year, (1, 1), (5, 1), (7, 20), (8, 7), (12, 8), (12, 25))
        | {sunday - timedelta(3), sunday - timedelta(2)}
        | {_monday_on_or_after(day) for day in moved}
    )


def _chile(year: int) -> set[date]:
    """Ley 19.668: three feasts on Tuesday to Thursday move to that week's Monday, on Friday to the next one's."""
    reformation = date(year, 10, 31)
    shift = {1: -4, 2: 2}.get(reformation.weekday(), 0)
    moved = {_chilean(date(year, 6, 29)), _chilean(date(year, 10, 12)), reformation + timedelta(shift)}
    fixed = ((1, 1), (5, 1), (5, 21), (7, 16), (8, 15), (9, 18), (9, 19), (11, 1), (12, 8), (12, 25))
    return _fixed(year, *fixed) | {easter(year) - timedelta(2), easter(year) - timedelta(1)} | moved


def _chilean(day: date) -> date:
    if day.weekday() in (1, 2, 3):
        return day - timedelta(day.weekday())
    return day + timedelta(3) if day.weekday() == _FRIDAY else day


def _indonesia(year: int) -> set[date]:
    return _fixed(year, (1, 1), (5, 1), (6, 1), (8, 17), (12, 25)) | {
        easter(year) - timedelta(2),
        easter(year) + timedelta(39),
    }


def _thailand(year: int) -> set[date]:
    days = ((1, 1), (4, 6), (4, 13), (4, 14), (4, 15), (5, 1), (5, 4), (6, 3), (7, 28), (8, 12), (10, 13))
    return _fixed(year, *days, (10, 23), (12, 5), (12, 10), (12, 31))


_OF: dict[str, Callable[[int], set[date]]] = {
    "AU": _australia,
    "CA-ON": _ontario,
    "CA-QC": _quebec,
    "CL": _chile,
    "CO": _colombia,
    "ID": _indonesia,
    "TH": _thailand,
}


@lru_cache(maxsize=256)
def feasts(place: str, year: int) -> frozenset[date]:
    """The public holidays of that place and year; those of the moon only for years that are listed."""
    decreed = {date(year, month, day) for month, day in _DECREED.get((place, year), ())}
    return frozenset(_OF[place](year) | decreed)


def is_feast(place: str, day: date) -> bool:
    """Whether that day is a public holiday there."""
    return day in feasts(place, day.year)
