"""Checks of the clock: hours of a place, and hours and days a person does not want."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from compliance.engine.calendars import holidays_in, is_holiday
from compliance.engine.moment import Moment, Objection
from compliance.engine.schedule import Schedule
from compliance.engine.settings import Settings
from compliance.facts import Facts
from compliance.spans import DAY, WEEK, Minutes, read_days, read_span

Check = Callable[[Moment], Objection | None]
Spans = tuple[Minutes, ...]

# How long after a message that came at a barred time an answer still counts as given at that time.
ANSWER_WITHIN = timedelta(hours=1)
_WIDENING = frozenset({"agreed_hours", "prior_consent_time"})
_CONSENT = frozenset({"prior_consent_time"})


def _spans(settings: Settings, name: str, value: object) -> Spans:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise settings.wrong(name, 'is not a span such as "08:00-20:00", nor a list of them')
    try:
        return tuple(part for text in texts for part in read_span(text))
    except ValueError as error:
        raise settings.wrong(name, str(error)) from error


def _week(settings: Settings) -> tuple[Spans, ...]:
    """Seven days of spans, from `earliest`/`latest` or from `week`."""
    earliest = settings.text("earliest", None)
    if earliest is not None:
        return (_spans(settings, "earliest", f"{earliest}-{settings.text('latest')}"),) * 7
    given = settings.take("week", dict)
    days: list[Spans] = [()] * 7
    for name, value in given.items():
        first, _, last = str(name).partition("-")
        if first not in WEEK or (last or first) not in WEEK:
            raise settings.wrong(f"week.{name}", "is not a weekday such as mon, or mon-fri")
        for number in range(WEEK.index(first), WEEK.index(last or first) + 1):
            days[number] = _spans(settings, f"week.{name}", value)
    return tuple(days)


def within_hours(settings: Settings) -> Check:
    """Permitted inside local hours only, in every place the person may be.

    `earliest` and `latest`, or `week` by day; `holidays` (a calendar) with `on_holidays` (spans, none if
    left out); `zone` for a legal time that holds for the whole country; `widened_by` the wishes that extend
    the hours. A message that came at a barred time may be answered then, once.
    """
    week = _week(settings)
    calendar = settings.text("holidays", None)
    on_holidays = _spans(settings, "on_holidays", settings.take("on_holidays", list, []))
    widened_by = settings.names("widened_by", _WIDENING, frozenset())
    fixed = (ZoneInfo(zone),) if (zone := settings.text("zone", None)) else None
    if calendar is not None:
        holidays_in(calendar, 2026)
    own_turns = {minute for spans in (*week, on_holidays) for span in spans for minute in span}

    @lru_cache(maxsize=256)
    def schedule(extra: Spans) -> Schedule:
        def open_at(local: datetime) -> bool:
            minute = local.hour * 60 + local.minute
            today = week[local.weekday()]
            if calendar is not None and is_holiday(calendar, local.date()):
                today = on_holidays
            return any(start <= minute < end for start, end in (*today, *extra))

        return Schedule(open_at, own_turns.union(*extra))

    def check(moment: Moment) -> Objection | None:
        extra = _agreed(moment.facts, widened_by) if widened_by and moment.facts.flags.values else ()
        why = "it is outside the permitted hours where the person is"
        return _unless_open(moment, schedule(extra), fixed or moment.zones, why)

    return check


def _agreed(facts: Facts, names: frozenset[str]) -> Spans:
    """Hours the person agreed to; consent given to a creditor is direct only where it collects itself."""
    texts = [text for name in names for text in facts.flags.of(name)]
    if facts.collector_type == "first_party" and "prior_consent_time" in names:
        texts += facts.flags.of("creditor_consent_time")
    return tuple(part for text in texts if text for part in read_span(text))


def _unless_open(
    moment: Moment, schedule: Schedule, zones: tuple[ZoneInfo, ...], why: str
) -> Objection | None:
    """Content while it is open everywhere, and with the one answer to a message that came at a barred time."""
    if schedule.is_open(moment.at, zones):
        if moment.wants_ends:
            moment.may_end(schedule.shuts_after(moment.at, zones))
        return None
    message = moment.answered
    if message and not schedule.is_open(message.at, zones) and moment.at - message.at <= ANSWER_WITHIN:
        return None
    return Objection(why, schedule.opens_after(moment.at, zones))


def wanted_times(settings: Settings) -> Check:
    """Not in the hours and on the days that the person is known not to want, unless consented to directly."""

    def check(moment: Moment) -> Objection | None:
        flags = moment.facts.flags
        if "inconvenient_time" not in flags and "inconvenient_day" not in flags:
            return None
        consented = _agreed(moment.facts, _CONSENT) if "prior_consent_time" in flags else ()
        schedule = _free(flags.of("inconvenient_time"), flags.of("inconvenient_day"), consented)
        return _unless_open(moment, schedule, moment.zones, "the person does not want messages at this time")

    return check


def policy_hours(settings: Settings) -> Check:
    """Not in the lender's own quiet hours, which come with the facts. No settings."""

    def check(moment: Moment) -> Objection | None:
        quiet = moment.facts.quiet_spans
        if not quiet:
            return None
        return _unless_open(moment, _free(quiet, (), ()), moment.zones, "it is in the lender's quiet hours")

    return check


@lru_cache(maxsize=1024)
def _free(barred: tuple[str, ...], barred_days: tuple[str, ...], consented: Spans) -> Schedule:
    """Open outside the barred spans and days, and wherever consented to."""
    spans = tuple(part for text in barred for part in read_span(text))
    days = [read_days(text) for text in barred_days]

    def open_at(local: datetime) -> bool:
        minute = local.hour * 60 + local.minute
        if any(start <= minute < end for start, end in consented):
            return True
        if any(start <= minute < end for start, end in spans):
            return False
        return not any(
            local.weekday() in day if isinstance(day, frozenset) else local.date() == day for day in days
        )

    return Schedule(open_at, {minute % DAY for span in (*spans, *consented) for minute in span})
