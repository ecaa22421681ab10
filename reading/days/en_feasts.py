"""Days that English names by a feast: Christmas, before Easter, the Monday after Thanksgiving."""

from __future__ import annotations

from reading.days import festivals as feasts
from reading.days.calendar import VAGUE
from reading.days.context import DayRule, fixed, rule, seen_from
from reading.days.en_counted import weekday_after, weekday_before
from reading.days.feast_names import FeastNames
from reading.days.occasions import FEASTS
from reading.words.en import WEEKDAY

_NAMES = FeastNames(FEASTS)
_FEAST = rf"{_NAMES.pattern}\b"
RULES: tuple[DayRule, ...] = (
    rule(rf"\b(?:the )?{WEEKDAY} before (?:the )?{_FEAST}", _NAMES.of(weekday_before)),
    rule(rf"\b(?:before|b4) (?:the )?{_FEAST}", _NAMES.of(lambda feast: seen_from(feasts.before, feast))),
    rule(rf"\b(?:the )?{WEEKDAY} (?:after|following) {_FEAST}", _NAMES.of(weekday_after)),
    rule(
        rf"\b(?:the )?day after {_FEAST}",
        _NAMES.of(lambda feast: seen_from(feasts.on, feasts.after(feast, 1))),
    ),
    # "Once xmas is out the way": from when on, and no day.
    rule(
        rf"\b(?:once|when|after|now) (?:the )?{_FEAST}(?:'?s| is| has| are)?(?: all)? (?:out(?: of)? (?:the|my) way|over|done|past|behind|gone|finished|passed|been)\b(?: with| us| me)?",
        fixed(VAGUE),
    ),
    rule(rf"\b(?:the )?{_FEAST}", _NAMES.of(lambda feast: seen_from(feasts.on, feast))),
)
