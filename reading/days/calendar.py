"""Calendar arithmetic behind every grammar: what a way of naming a day can mean, seen from today.

Every function answers with all readings a careful person would accept, none before today.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

# As many days as are ever listed as choices.
MOST = 7

type Cycle = Literal["week", "month", "month-end", "last-working", "nth-weekday", "last-weekday"]


@dataclass(frozen=True)
class Days:
    """Readings of one naming of a day, earliest first.

    `certain`: nobody would read another day. `event`: "payday" when it hangs on wages. `cycle`: the same name comes
    back every week or month, so after a first payment it means the next one. `gap`: so many days after that payment.
    """

    readings: tuple[date, ...] = ()
    certain: bool = False
    event: str | None = None
    cycle: Cycle | None = None
    gap: int | None = None
    gap_months: int = 0
    # "In September", no day yet: the month (1 is January) that a bare "the 20th" beside it is of.
    month: int | None = None
    # "March through June": the month in which a series ends.
    last_month: int | None = None
    # It was said that nobody knows the day.
    unknown: bool = False

    def after(self, first: date) -> Days:
        """The same naming said of a payment that follows one on `first`."""
        if self.gap_months:
            return Days((add_months(first, self.gap_months),), certain=True)
        if self.gap is not None:
            return Days((first + timedelta(days=self.gap),), certain=True)
        later = tuple(day for day in self.readings if day > first)
        if later:
            return replace(
                self, readings=later, certain=len(later) == 1 and (self.certain or len(self.readings) > 1)
            )
        if not self.readings or self.cycle is None:
            return self
        day, turns = self.readings[0], 0
        while day <= first:
            turns += 1
            # The 30th stays the 30th behind a February.
            monthly = self.cycle == "month"
            day = add_months(self.readings[0], turns) if monthly else _next_in_cycle(day, self.cycle)
        return replace(self, readings=(day,), certain=True)


def same_weekday(day: date, months: int, *, last: bool) -> date:
    """The first (second ..., `last`) such weekday of a later month, as `day` is of its own."""
    there = add_months(day.replace(day=1), months)
    if last:
        end = month_last(there)
        return end - timedelta(days=(end.weekday() - day.weekday()) % 7)
    return there + timedelta(days=(day.weekday() - there.weekday()) % 7 + (day.day - 1) // 7 * 7)


def _next_in_cycle(day: date, cycle: Cycle) -> date:
    if cycle in ("nth-weekday", "last-weekday"):
        return same_weekday(day, 1, last=cycle == "last-weekday")
    if cycle == "week":
        return day + timedelta(days=7)
    if cycle == "last-working":
        return last_working(day, 1)
    return month_last(day, 1) if cycle == "month-end" else add_months(day, 1)


VAGUE = Days()


def one(day: date, *, today: date, cycle: Cycle | None = None) -> Days:
    """A day that is certain, unless it is over."""
    return Days((day,), certain=True, cycle=cycle) if day >= today else VAGUE


def several(days: Iterable[date], *, today: date, cycle: Cycle | None = None) -> Days:
    """Readings to choose from; a single one left is certain. More than a week of them is no choice at all."""
    left = tuple(sorted({day for day in days if day >= today}))
    if len(left) > MOST:
        return VAGUE
    return Days(left, certain=len(left) == 1, cycle=cycle)


def doubtful(days: Iterable[date], *, today: date) -> Days:
    """Readings to choose from, to be asked back even when one is left."""
    return replace(several(days, today=today), certain=False)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year >= 9999:
        return day
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_last(day: date, months: int = 0) -> date:
    """The last day of the month `months` after that of `day`."""
    there = add_months(day.replace(day=1), months)
    return there.replace(day=calendar.monthrange(there.year, there.month)[1])


def last_working(day: date, months: int = 0) -> date:
    """The last day from Monday to Friday of the month `months` after that of `day`."""
    last = month_last(day, months)
    return last - timedelta(days=max(0, last.weekday() - 4))


def monday(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def add_days(days: Days, count: int) -> date:
    """So many days after the first reading."""
    return days.readings[0] + timedelta(days=count)


def in_days(count: int, *, today: date) -> Days:
    """A number of days from today; far beyond any promise it is no day at all."""
    if not 0 <= count <= 3660:
        return VAGUE
    return one(today + timedelta(days=count), today=today)


def in_months(count: int, *, today: date) -> Days:
    """The same day some months later."""
    return one(add_months(today, count), today=today) if 0 <= count <= 120 else VAGUE


def weekday(number: int, *, today: date) -> Days:
    """A bare weekday (0 is Monday): the next one; today's own name is today or a week on."""
    ahead = (number - today.weekday()) % 7
    days = [today + timedelta(days=ahead)] if ahead else [today, today + timedelta(days=7)]
    return several(days, today=today, cycle="week")


def coming_weekday(number: int, *, today: date) -> Days:
    """ "The coming Friday": strictly after today."""
    ahead = (number - today.weekday()) % 7 or 7
    return one(today + timedelta(days=ahead), today=today, cycle="week")


def this_weekday(number: int, *, today: date) -> Days:
    """ "This Friday" where weeks begin on Monday; a day of this week that is over leaves a doubt."""
    day = monday(today) + timedelta(days=number)
    if day >= today:
        return one(day, today=today, cycle="week")
    return doubtful([day + timedelta(days=7)], today=today)


def next_weekday(number: int, *, today: date) -> Days:
    """English "next Friday": the next one there is, or the one of next week, however a week begins."""
    coming = today + timedelta(days=(number - today.weekday()) % 7 or 7)
    from_monday = monday(today) + timedelta(days=7 + number)
    sunday = today - timedelta(days=(today.weekday() + 1) % 7)
    from_sunday = sunday + timedelta(days=7 + (number + 1) % 7)
    return several([coming, from_monday, from_sunday], today=today)


def week_weekday(number: int, weeks: int, *, today: date) -> Days:
    """The weekday of the week `weeks` after this one; said on a Sunday, either week may be meant."""
    day = monday(today) + timedelta(days=7 * weeks + number)
    if today.weekday() == 6 and number != 6:
        return several([day, day + timedelta(days=7)], today=today)
    return one(day, today=today)


def whole_week(weeks: int, *, today: date) -> Days:
    """All days left of a week, to choose from."""
    first = monday(today) + timedelta(days=7 * weeks)
    return doubtful((first + timedelta(days=n) for n in range(7)), today=today)


def weekend(weeks: int, *, today: date) -> Days:
    """Saturday and Sunday of a week, to choose from."""
    saturday = monday(today) + timedelta(days=7 * weeks + 5)
    return doubtful([saturday, saturday + timedelta(days=1)], today=today)


def day_of_month(number: int, *, today: date) -> Days:
    """A bare "the 15th": the next one; today's number is today or a month on. A number that this month
    does not have is its last day, or the next month that has it."""
    if not 1 <= number <= 31:
        return VAGUE
    this_month = safe_date(today.year, today.month, number)
    following = next(
        day
        for months in range(1, 4)
        if (day := safe_date_in(add_months(today.replace(day=1), months), number)) is not None
    )
    if this_month is None:
        return several([month_last(today), following], today=today, cycle="month")
    if this_month > today:
        return one(this_month, today=today, cycle="month")
    coming = [following]
    if (following.year, following.month) != ((soon := month_last(today, 1)).year, soon.month):
        coming.append(soon)
    return several([this_month, *coming], today=today, cycle="month")


def safe_date_in(month: date, number: int) -> date | None:
    """Day `number` of the month of `month`, or None where it has none."""
    return safe_date(month.year, month.month, number)


def day_in_month(number: int, months: int, *, today: date) -> Days:
    """The day of this month (0), the next (1) ...; one that is over is taken for the next month's, with doubt."""
    if not 1 <= number <= 31:
        return VAGUE
    there = add_months(today.replace(day=1), months)
    day = safe_date_in(there, number)
    if day is None:
        return doubtful([month_last(there)], today=today)
    if day < today:
        return doubtful([add_months(day, 1)], today=today)
    return one(day, today=today)


def month_day(month: int, number: int, year: int | None = None, *, today: date) -> Days:
    """A day with its month; without a year, the next one. What was only just is hardly meant a year on."""
    if not (1 <= month <= 12 and 1 <= number <= 31):
        return VAGUE
    if year is not None:
        day = safe_date(year, month, number)
        return one(day, today=today) if day else VAGUE
    day = safe_date(today.year, month, number)
    if day is None and (month, number) == (2, 29) and today <= date(today.year, 3, 1):
        return _leap_day(today)
    if day is not None and day >= today:
        return one(day, today=today)
    later = safe_date(today.year + 1, month, number)
    if later is None:
        if (month, number) == (2, 29):
            return _leap_day(today)
        return doubtful([month_last(today, (month - today.month) % 12)], today=today)
    return one(later, today=today) if (later - today).days <= 270 else doubtful([later], today=today)


def _leap_day(today: date) -> Days:
    """29 February in a year that has none: the day before or the day after."""
    year = today.year if today <= date(today.year, 3, 1) else today.year + 1
    return doubtful([date(year, 2, 28), date(year, 3, 1)], today=today)


def month_end(months: int, *, today: date) -> Days:
    """The last day of a month; on that very day, this one or the next month's."""
    day = month_last(today, months)
    if day == today:
        return several([day, month_last(today, 1)], today=today, cycle="month-end")
    return one(day, today=today, cycle="month-end" if months == 0 else None)


def named_month_end(month: int, *, today: date) -> Days:
    """The last day of a named month, the next one to come."""
    ahead = (month - today.month) % 12
    return one(month_last(today, ahead), today=today)


type Part = Literal["early", "middle", "late"]


def part_of_month(part: Part, months: int, *, today: date) -> Days:
    """Early, the middle of or late in a month: a week to choose from."""
    first = add_months(today.replace(day=1), months)
    return _part(part, first, today)


def part_of_named_month(part: Part, month: int, *, today: date) -> Days:
    """The same of a month by its name."""
    return _part(part, add_months(today.replace(day=1), (month - today.month) % 12), today)


def _part(part: Part, first: date, today: date) -> Days:
    last = month_last(first)
    start = {"early": first, "middle": first.replace(day=12), "late": last - timedelta(days=6)}[part]
    days = [start + timedelta(days=n) for n in range(7)]
    if days[-1] < today and (first.year, first.month) == (today.year, today.month):
        return _part(part, add_months(first, 1), today)
    return doubtful(days, today=today)


def year_end(*, today: date) -> Days:
    """The last day of this year."""
    return one(date(today.year, 12, 31), today=today)


def either(first: Days, second: Days, *, today: date) -> Days:
    """ "Friday or Saturday": the readings of both, to choose from; said in the order in which they come."""
    again = second.cycle and len(first.readings) == 1
    if again and (len(second.readings) > 1 or (second.certain and second.cycle == first.cycle == "week")):
        second = second.after(first.readings[0])
    return doubtful((*first.readings, *second.readings), today=today)


def between(first: Days, last: Days, *, today: date) -> Days:
    """ "From the 10th to the 12th": the days between, to choose from; without end or too many, none."""
    if not first.readings or not last.readings:
        return VAGUE
    start, end = first.readings[0], last.after(first.readings[0]).readings[0]
    if end < start or (end - start).days >= MOST:
        return VAGUE
    return doubtful((start + timedelta(days=n) for n in range((end - start).days + 1)), today=today)
