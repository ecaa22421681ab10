"""What Spanish says of days counted from others, and of parts of weeks."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from reading.days import calendar as cal
from reading.days import festivals as feasts
from reading.days.calendar import VAGUE, Days, Part
from reading.days.context import Seen
from reading.words.es import WEEKDAY_NAME, month_number, small_number, weekday_number


def after_next(match: re.Match[str], seen: Seen) -> Days:
    """ "Este viernes no, el otro": the Friday after the coming one."""
    first = cal.coming_weekday(weekday_number(match["weekday"]), today=seen.today).readings[0]
    return cal.one(first + timedelta(days=7), today=seen.today)


def count_of(match: re.Match[str], seen: Seen) -> Days:
    return after_unit(small_number(match["count"]), match["unit"], seen)


def after_unit(count: int, unit: str, seen: Seen) -> Days:
    """That many hours, days, weeks, months from now."""
    if unit.startswith(("hora", "minut", "rat")):
        return cal.in_days(count // 24 if unit.startswith("hora") else 0, today=seen.today)
    if unit.startswith("mes"):
        return cal.in_months(count, today=seen.today)
    return cal.in_days(count * {"s": 7, "q": 15}.get(unit[0], 1), today=seen.today)


def counted_from(match: re.Match[str], seen: Seen) -> Days:
    """ "De hoy en ocho", "de este lunes en quince": so many days from the day named; fifteen from a weekday are two weeks."""
    said = match["gap"]
    if said == "un mes":
        days = 30
    elif "seman" in said:
        days = 7 * {"u": 1, "d": 2, "t": 3}.get(said[0], int(said[0]) if said[0].isdigit() else 1)
    else:
        days = 7 if said in ("ocho", "8") else 14 if match["weekday"] else 15
    if match["weekday"]:
        first = cal.coming_weekday(weekday_number(match["weekday"]), today=seen.today).readings[0]
        return cal.one(first + timedelta(days=days), today=seen.today)
    if said == "un mes" and match["start"] == "hoy":
        return cal.in_months(1, today=seen.today)
    return cal.in_days(days + (match["start"] == "manana"), today=seen.today)


def choice_of_counts(match: re.Match[str], seen: Seen) -> Days:
    low, high = small_number(match["low"]), small_number(match["high"])
    if not low < high <= low + 6:
        return VAGUE
    days = [day for count in (low, high) for day in after_unit(count, match["unit"], seen).readings]
    return cal.doubtful(days, today=seen.today)


def end_of_week(match: re.Match[str], seen: Seen) -> Days:
    monday = cal.monday(seen.today) + timedelta(days=7 if re.search(r"vie|prox|sig|otra", match[0]) else 0)
    return cal.doubtful((monday + timedelta(days=n) for n in (4, 5, 6)), today=seen.today)


def early_next_week(match: re.Match[str], seen: Seen) -> Days:
    monday = cal.monday(seen.today) + timedelta(days=7)
    first = 2 if match[0].startswith("media") else 0
    return cal.doubtful((monday + timedelta(days=n) for n in (first, first + 1)), today=seen.today)


def gap(match: re.Match[str], days: Days) -> Days:
    """The naming said of a payment that follows another: "dos semanas después"."""
    count, unit = small_number(match["count"]), match["unit"][0]
    return (
        replace(days, gap_months=count) if unit == "m" else replace(days, gap=count * {"d": 1, "s": 7}[unit])
    )


def nth_weekday(match: re.Match[str], seen: Seen) -> Days:
    """ "El último viernes del mes", "el primer lunes de diciembre"."""
    nth = {"pr": 1, "se": 2, "te": 3, "cu": 4, "ul": -1}[match["nth"][:2]]
    number = weekday_number(match["weekday"])
    if match["month"]:
        return feasts.on(feasts.nth_weekday(month_number(match["month"]), number, nth), today=seen.today)
    there = cal.month_last(seen.today, 1 if re.search(r"prox|viene|entra|sig", match[0]) else 0)
    day = feasts.nth_weekday(there.month, number, nth)(there.year)
    return cal.one(day, today=seen.today) if day else VAGUE


def nth_weekday_each(match: re.Match[str], seen: Seen) -> Days:
    """ "El primer viernes de cada mes": the next one, which comes back with every month."""
    nth = {"pr": 1, "se": 2, "te": 3, "cu": 4, "ul": -1}[match["nth"][:2]]
    for months in (0, 1):
        there = cal.month_last(seen.today, months)
        day = feasts.nth_weekday(there.month, weekday_number(match["weekday"]), nth)(there.year)
        if day and day >= seen.today:
            return Days((day,), certain=True, cycle="last-weekday" if nth < 0 else "nth-weekday")
    return VAGUE


def nth_weekday_told(match: re.Match[str], seen: Seen) -> Days | None:
    """ "El tercer miércoles": of this month or, if that is over, of the next."""
    return None if "primer " in match.string else replace(nth_weekday_each(match, seen), cycle=None)


def week_of(match: re.Match[str], seen: Seen) -> Days:
    """ "La semana del 11": the days of that week, to choose from."""
    number = small_number(match["number"])
    named = (
        cal.month_day(month_number(match["month"]), number, today=seen.today)
        if match["month"]
        else cal.day_of_month(number, today=seen.today)
    )
    if not named.readings:
        return VAGUE
    monday = cal.monday(named.readings[0])
    return cal.doubtful((monday + timedelta(days=n) for n in range(7)), today=seen.today)


def weekdays_of_month(match: re.Match[str], seen: Seen) -> Days:
    """ "Cada lunes de diciembre": the first of them to come, as long as that month lasts."""
    month = month_number(match["month"]) if match["month"] else seen.today.month
    number = weekday_number(match["weekday"])
    named = feasts.on(feasts.nth_weekday(month, number, 1), today=seen.today)
    if seen.today.month == month:
        named = cal.coming_weekday(number, today=seen.today)
    return replace(named, last_month=month)


def part(match: re.Match[str], seen: Seen) -> Days:
    words = match["part"]
    span: Part = "middle" if words.startswith("media") else "late" if words.startswith("final") else "early"
    if match["month"]:
        return cal.part_of_named_month(span, month_number(match["month"]), today=seen.today)
    months = 1 if match["next"] or (span == "early" and "este" not in match[0] and seen.today.day > 7) else 0
    return cal.part_of_month(span, months, today=seen.today)


_DAY_AND_SUM = re.compile(
    rf"(?:^|,|;|\by) *(?:(?:hoy|manana|esta noche|pasado manana|(?:el )?(?:{WEEKDAY_NAME}|\d{{1,2}})) \$?\d{{2,6}}|\$?\d{{2,6}} (?:hoy|manana|esta noche|pasado manana|el (?:{WEEKDAY_NAME}|\d{{1,2}})))(?= *(?:$|[,.;]| y\b))",
    re.ASCII,
)
_GOES_ON = re.compile(r" *(?:$|[,.;]| y\b)")
_SET_OFF = re.compile(r"(?:^|,|;|\by) *(?:el |este )?$")


def sums_by_day(match: re.Match[str]) -> bool:
    """ "Esta noche 30, el lunes 30": the number behind a weekday that is no date is a sum like those of the other days."""
    text, start = match.string, match.start()
    alone = _SET_OFF.search(text, max(0, start - 8), start) and _GOES_ON.match(text, match.end())
    around = _DAY_AND_SUM.finditer(text, max(0, start - 60), match.end() + 60)
    return bool(alone) and any(not other.start() <= start < other.end() for other in around)
