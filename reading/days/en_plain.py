"""Days that English names without the usual words: "day 30", "the last working day of June", "xmas break"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from reading.days import calendar as cal
from reading.days.calendar import VAGUE, Days
from reading.days.context import DayRule, Seen, fixed, rule
from reading.words.en import (
    COUNT,
    MONTH,
    ORDINAL_OR_FIGURE,
    WEEKDAY,
    count_number,
    month_number,
    ordinal_number,
    weekday_number,
)

_BREAK = r"(?:christmas|x-?mas|thanksgiving|new year'?s?|easter|spring|winter|summer|half[- ]?term|fall|autumn|holiday|school)"


def _working(day: date, step: int) -> date:
    """The working day nearest to `day`, looking on by `step` days."""
    while day.weekday() > 4:
        day += timedelta(days=step)
    return day


def _working_day_of(match: re.Match[str], seen: Seen) -> Days:
    """ "The last working day of June", "the first working day of next month"."""
    months = (
        (month_number(match["month"]) - seen.today.month) % 12
        if match["month"]
        else int((match["which"] or "") in ("next", "following"))
    )
    for later in (0, 12 if match["month"] else 1):
        last = cal.month_last(seen.today, months + later)
        day = _working(last, -1) if match["end"].startswith("last") else _working(last.replace(day=1), 1)
        if day >= seen.today:
            return cal.one(day, today=seen.today)
    return VAGUE


def _numbered(match: re.Match[str], seen: Seen) -> Days:
    return cal.day_of_month(ordinal_number(match["nth"] or match["figure"]), today=seen.today)


def _weeks_from(match: re.Match[str], seen: Seen) -> Days:
    """ "Two weeks from this coming Monday"."""
    coming = cal.coming_weekday(weekday_number(match["weekday"]), today=seen.today)
    count = 2 if match["some"] else count_number(match["count"])
    return cal.one(cal.add_days(coming, 7 * count), today=seen.today)


def _quarter_end(match: re.Match[str], seen: Seen) -> Days:
    """The last day of the quarter, or of the next one."""
    ahead = 2 - (seen.today.month - 1) % 3 + (3 if match["next"] else 0)
    return cal.one(cal.month_last(seen.today, ahead), today=seen.today)


RULES: tuple[DayRule, ...] = (
    rule(
        r"\bthis (?:coming )?(?P<nth>\d{1,2})(?:st|nd|rd|th)?\b(?! ?(?:days?|weeks?|months?|dollars?|bucks|quid|pounds?|payments?|times|[ap]\.?m|[:.,/]\d|k\b|%|hundred))(?P<figure>)",
        _numbered,
    ),
    rule(r"\b(?:the )?end of (?:the |this |(?P<next>next ))?quarter\b|\bquarter[- ]end\b", _quarter_end),
    rule(
        rf"\b(?:the )?(?P<end>last|first) (?:working|business|week) ?day (?:of|in) (?:{MONTH}|(?:the )?(?:(?P<which>this|next|following) )?month\b)",
        _working_day_of,
    ),
    rule(
        rf"\b(?:(?P<some>(?:a )?couple(?: of)?)|{COUNT}) (?:weeks?|wks?) (?:from|after|on) (?:this |the |the coming |this coming |coming ){WEEKDAY}",
        _weeks_from,
    ),
    # "35 on the 30th, and 35 next month same day".
    rule(
        r"\b(?:the )?same (?:day|date),? (?:of )?(?:the )?(?:next|following) month\b|\b(?:the )?(?:next|following) month,? (?:on )?(?:the )?same (?:day|date)\b",
        lambda m, s: replace(cal.in_months(1, today=s.today), gap_months=1),
    ),
    rule(
        rf"\bsame day,? (?:the )?{ORDINAL_OR_FIGURE}|\b(?:on )?(?:the )?day (?P<figure>\d{{1,2}})\b(?! of (?:my|a|this))",
        _numbered,
    ),
    rule(
        rf"\b(?:sometime |some time )?(?:over|during|in|around|after|before|by|for|on) (?:the )?{_BREAK} (?:break|holidays?|hols|vacation|season|period|time)\b",
        fixed(VAGUE),
    ),
)
