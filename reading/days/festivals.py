"""Feasts and holidays that borrowers name days by, the lunar ones included."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable
from datetime import date, timedelta

from reading.days.calendar import MOST, VAGUE, Days, doubtful, one

type Feast = Callable[[int], date | None]


def fixed(month: int, day: int) -> Feast:
    """A feast on the same date every year."""
    return lambda year: date(year, month, day)


def nth_weekday(month: int, number: int, nth: int) -> Feast:
    """The nth weekday of a month; -1 is the last."""

    def of(year: int) -> date:
        if nth > 0:
            first = date(year, month, 1)
            return first + timedelta(days=(number - first.weekday()) % 7 + 7 * (nth - 1))
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - number) % 7)

    return of


def after(feast: Feast, days: int) -> Feast:
    """A number of days after a feast, or before it."""

    def of(year: int) -> date | None:
        day = feast(year)
        return day + timedelta(days=days) if day else None

    return of


def leap_day(year: int) -> date | None:
    """The 29th of February, where the year has one."""
    return date(year, 2, 29) if isleap(year) else None


def lunar(month: int, day: int) -> Feast:
    """A day of the Chinese calendar in the year that its lunar year begins in."""

    def of(year: int) -> date | None:
        from lunardate import LunarDate

        try:
            solar = LunarDate(year, month, day).to_solar_date()
            return date(solar.year, solar.month, solar.day)
        except (ValueError, OverflowError):
            return None

    return of


def easter_sunday(year: int) -> date:
    """Easter in the western church (Butcher's rule)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


SPRING_FESTIVAL = lunar(1, 1)
NEW_YEARS_EVE_LUNAR = after(SPRING_FESTIVAL, -1)


def coming(feast: Feast, *, today: date) -> date | None:
    """The next day of that feast, today included."""
    days = (feast(year) for year in range(today.year - 1, today.year + 9))
    return next((day for day in days if day is not None and day >= today), None)


def on(feast: Feast, *, today: date) -> Days:
    """On the feast."""
    day = coming(feast, today=today)
    return one(day, today=today) if day else VAGUE


def before(feast: Feast, *, today: date) -> Days:
    """Before the feast: the last day before it."""
    day = coming(feast, today=today)
    if day is None:
        return VAGUE
    return one(max(day - timedelta(days=1), today), today=today)


def over(first: Feast, days: int, *, today: date) -> Days:
    """Over a feast of several days: these days to choose from."""
    day = coming(first, today=today)
    if day is None or days > MOST:
        return VAGUE
    return doubtful((day + timedelta(days=n) for n in range(days)), today=today)
