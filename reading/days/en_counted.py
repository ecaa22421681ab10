"""What English says of days counted from others: weeks from a day, the nth weekday, choices of a span."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from reading.days import calendar as cal
from reading.days import festivals as feasts
from reading.days.calendar import VAGUE, Days
from reading.days.context import Meaning, Seen
from reading.words.en import count_number, month_number, ordinal_number, weekday_number


def of_month(match: re.Match[str], seen: Seen) -> Days:
    year = int(match["year"]) if match["year"] else None
    return cal.month_day(month_number(match["month"]), ordinal_number(match["nth"]), year, today=seen.today)


def weeks_from_weekday(match: re.Match[str], seen: Seen) -> Days:
    weeks = count_number(match["count"]) if "count" in match.groupdict() else 1
    first = cal.weekday(weekday_number(match["weekday"]), today=seen.today).readings[0]
    return cal.in_days((first - seen.today).days + 7 * weeks, today=seen.today)


def nth_weekday_of(match: re.Match[str], seen: Seen) -> Days:
    nth = -1 if match["which_one"] == "last" else ordinal_number(match["which_one"])
    number = weekday_number(match["weekday"])
    if nth > 4:
        return VAGUE
    if match["month"]:
        return feasts.on(feasts.nth_weekday(month_number(match["month"]), number, nth), today=seen.today)
    there = cal.month_last(seen.today, 1 if match["which"] in ("next", "following") else 0)
    day = feasts.nth_weekday(there.month, number, nth)(there.year)
    if day and day < seen.today and match["which"] == "the":
        there = cal.month_last(seen.today, 1)  # "The last Friday of the month", when this month's is over.
        day = feasts.nth_weekday(there.month, number, nth)(there.year)
    return cal.one(day, today=seen.today) if day else VAGUE


def nth_weekday_each(match: re.Match[str], seen: Seen) -> Days:
    """ "The first Friday of each month": the next one, which comes back with every month."""
    last = match["which_one"] == "last"
    nth = -1 if last else ordinal_number(match["which_one"])
    for months in (0, 1):
        there = cal.month_last(seen.today, months)
        day = feasts.nth_weekday(there.month, weekday_number(match["weekday"]), nth)(there.year)
        if day and day >= seen.today:
            return Days((day,), certain=True, cycle="last-weekday" if last else "nth-weekday")
    return VAGUE


def nth_weekday_told(match: re.Match[str], seen: Seen) -> Days | None:
    """ "Third Wednesday": of this month or, if that is over, of the next; "2nd Friday" may be the 2nd, which is a Friday."""
    nth, number = ordinal_number(match["which_one"]), weekday_number(match["weekday"])
    dated = cal.day_of_month(nth, today=seen.today).readings if match["which_one"][0].isdigit() else ()
    if _FIRST_OF_ALL.search(match.string) or any(day.weekday() == number for day in dated):
        return None
    return replace(nth_weekday_each(match, seen), cycle=None)


_FIRST_OF_ALL = re.compile(r"\b(?:first|1st) ")


def after_unit(count: int, unit: str, seen: Seen) -> Days:
    """That many hours, days, weeks or months from now."""
    if unit.startswith(("min", "sec")):
        return cal.in_days(0, today=seen.today)
    if unit.startswith(("hour", "hr")):
        return cal.in_days(count // 24, today=seen.today)
    if unit.startswith("month"):
        return cal.in_months(count, today=seen.today)
    days = {"w": 7, "f": 14}.get(unit[0], 1)
    return cal.in_days(count * days, today=seen.today)


def count_of(match: re.Match[str], seen: Seen) -> Days:
    return after_unit(count_number(match["count"]), match["unit"], seen)


def gap(match: re.Match[str], days: Days) -> Days:
    """The naming said of a payment that follows another: "a week later", "the month after that"."""
    count = count_number(match["count"]) if "count" in match.groupdict() else 1
    unit = match["unit"][0]
    return (
        replace(days, gap_months=count)
        if unit == "m"
        else replace(days, gap=count * {"d": 1, "w": 7, "f": 14}[unit])
    )


def nth_week_of(match: re.Match[str], seen: Seen) -> Days:
    """Seven days: the 1st to the 7th, the 8th to the 14th ..."""
    months = (
        (month_number(match["month"]) - seen.today.month) % 12
        if match["month"]
        else int(match["which"] in ("next", "nxt", "following"))
    )
    last = cal.month_last(seen.today, months)
    nth = match["which_one"]
    start = last - timedelta(days=6) if nth == "last" else last.replace(day=1 + 7 * (ordinal_number(nth) - 1))
    return cal.doubtful((start + timedelta(days=n) for n in range(7)), today=seen.today)


def week_of(match: re.Match[str], seen: Seen) -> Days:
    named = (
        of_month(match, seen)
        if match["month"]
        else cal.day_of_month(ordinal_number(match["alone"]), today=seen.today)
    )
    if not named.readings:
        return VAGUE
    monday = cal.monday(named.readings[0])
    return cal.doubtful((monday + timedelta(days=n) for n in range(7)), today=seen.today)


def weekday_and_figure(match: re.Match[str], seen: Seen) -> Days | None:
    """ "165 on Wednesday 23": the day's number where it is that weekday and the money is another figure."""
    if not _OTHER_MONEY.search(match.string[: match.start()] + " " + match.string[match.end() :]):
        return None
    number = int(match["nth"])
    if not 1 <= number <= 31:
        return None
    named = cal.day_of_month(number, today=seen.today)
    weekday = weekday_number(match["weekday"])
    return next((cal.one(day, today=seen.today) for day in named.readings if day.weekday() == weekday), None)


_OTHER_MONEY = re.compile(
    r"\d|\b(?:hundred|half|all|rest|balance|minimum|fifty|sixty|seventy|eighty|ninety|twenty|thirty|forty)\b"
)


def weekdays_from_now(match: re.Match[str], seen: Seen) -> Days:
    coming = cal.coming_weekday(weekday_number(match["weekday"]), today=seen.today)
    return cal.one(cal.add_days(coming, 7 * (count_number(match["count"]) - 1)), today=seen.today)


def after_coming(match: re.Match[str], seen: Seen) -> Days:
    """ "Not this Friday, the one after": a week after the coming one."""
    coming = cal.coming_weekday(weekday_number(match["weekday"]), today=seen.today)
    return cal.one(cal.add_days(coming, 7), today=seen.today)


def couple_of(match: re.Match[str], seen: Seen) -> Days:
    two = after_unit(2, match["unit"], seen)
    if not match["unit"].startswith("day"):
        return cal.doubtful(two.readings, today=seen.today)
    return cal.doubtful((*two.readings, *after_unit(3, match["unit"], seen).readings), today=seen.today)


def choice_of_counts(match: re.Match[str], seen: Seen) -> Days:
    low, high = count_number(match["low"]), count_number(match["high"])
    if not low < high <= low + 6:
        return VAGUE
    numbers = range(low, high + 1) if match["unit"].startswith("day") else (low, high)
    days = [day for number in numbers for day in after_unit(number, match["unit"], seen).readings]
    return cal.doubtful(days, today=seen.today)


def from_a_day(match: re.Match[str], seen: Seen) -> Days:
    """ "A week on Saturday", "fortnight tomorrow", "Friday fortnight", "a week today": so long after that day."""
    length = 14 if "fortnight" in match[0] else 7
    name = match.groupdict().get("weekday")
    if name:
        coming = cal.coming_weekday(weekday_number(name), today=seen.today)
        return cal.one(cal.add_days(coming, length), today=seen.today)
    return cal.in_days(length + (0 if "tod" in match[0] or "2d" in match[0] else 1), today=seen.today)


def weekdays_of_next_week(match: re.Match[str], seen: Seen) -> Days:
    """ "Tuesday or Wednesday next week": both are of that week."""
    named = (
        cal.week_weekday(weekday_number(match[name]), 1, today=seen.today) for name in ("weekday", "other")
    )
    return cal.doubtful((day for days in named for day in days.readings), today=seen.today)


def left_of_month(match: re.Match[str], seen: Seen) -> Days:
    """What is left of this month, when that is no more than a week."""
    left = (cal.month_last(seen.today) - seen.today).days + 1
    return cal.doubtful((seen.today + timedelta(days=n) for n in range(left)), today=seen.today)


def business_days(match: re.Match[str], seen: Seen) -> Days:
    """So many working days from now, Saturdays and Sundays left out."""
    left, day = count_number(match["count"]), seen.today
    if left > 60:
        return VAGUE
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return cal.one(day, today=seen.today)


def weekday_after(feast: feasts.Feast, numbered: Callable[[str], int] = weekday_number) -> Meaning:
    """ "The Monday after Easter": the first such day after the feast."""

    def means(match: re.Match[str], seen: Seen) -> Days:
        day = feasts.coming(feast, today=seen.today)
        if day is None:
            return VAGUE
        ahead = (numbered(match["weekday"]) - day.weekday()) % 7 or 7
        return cal.one(day + timedelta(days=ahead), today=seen.today)

    return means


def weekday_before(feast: feasts.Feast, numbered: Callable[[str], int] = weekday_number) -> Meaning:
    """ "The Monday before Christmas": the last such day ahead of the feast."""

    def means(match: re.Match[str], seen: Seen) -> Days:
        day = feasts.coming(feast, today=seen.today)
        if day is None:
            return VAGUE
        back = (day.weekday() - numbered(match["weekday"])) % 7 or 7
        return cal.one(day - timedelta(days=back), today=seen.today)

    return means
