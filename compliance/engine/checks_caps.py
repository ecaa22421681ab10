"""Checks of how often: caps over a window, rest after a talk, spacing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from compliance.engine.checks_hours import Check
from compliance.engine.moment import Moment, Objection, day_starts
from compliance.engine.settings import Settings
from compliance.facts import KINDS, Past
from compliance.flags import CHANNELS

# From the times that count, in order, and a zone: until when the cap stands.
Window = Callable[[list[datetime], int, ZoneInfo], datetime]
CREDITORS = frozenset({"creditor", "original_creditor", "first_party", "lender"})
# Who began it, where the person did: no contact of ours, though a talk begun by them is one to rest after.
THEMSELVES = frozenset({"consumer", "debtor", "borrower", "customer"})


def _rolling_days(days: int) -> Window:
    def until(times: list[datetime], cap: int, zone: ZoneInfo) -> datetime:
        return times[-cap] + timedelta(days=days)

    return until


def _calendar_days(days: int) -> Window:
    """So many days of the calendar in a row, the day itself being the first."""

    def until(times: list[datetime], cap: int, zone: ZoneInfo) -> datetime:
        day = times[-cap].astimezone(zone).date()
        return day_starts(day + timedelta(days=days), zone)

    return until


def _calendar_period(period: str) -> Window:
    def until(times: list[datetime], cap: int, zone: ZoneInfo) -> datetime:
        day = times[-cap].astimezone(zone).date()
        if period == "week":
            return day_starts(day + timedelta(days=7 - day.weekday()), zone)
        return day_starts(date(day.year + day.month // 12, day.month % 12 + 1, 1), zone)

    return until


def _window(settings: Settings) -> Window:
    within = settings.text("within")
    count, _, kind = within.partition(" ")
    if within == "calendar day":
        return _calendar_days(1)
    if within in ("calendar week", "calendar month"):
        return _calendar_period(within.removeprefix("calendar "))
    if count.isdigit() and int(count) and kind in ("rolling days", "calendar days"):
        return (_rolling_days if kind == "rolling days" else _calendar_days)(int(count))
    raise settings.wrong("within", 'is not a window such as "7 rolling days" or "calendar day"')


def _counted(settings: Settings, *, begun_by_them: bool = False) -> Callable[[Moment], list[Past]]:
    """What of the history counts: `count`, `channels`, `per`, `place`, `creditors_count` ..."""
    kinds = settings.names("count", KINDS)
    channels = settings.names("channels", CHANNELS, None)
    per_debt = settings.names("per", ("debt", "person"), frozenset({"person"})) == {"debt"}
    place = settings.text("place", None)
    creditors_count = settings.take("creditors_count", bool, True)
    same_day_answers_count = settings.take("same_day_answers_count", bool, True)

    def counted(moment: Moment) -> list[Past]:
        facts, at = moment.facts, moment.at
        found = [
            past
            for past in facts.history
            if past.kind in kinds
            and past.at <= at
            and (channels is None or past.channel is None or past.channel in channels)
            and not (per_debt and facts.debt and past.debt and past.debt != facts.debt)
            and (place is None or (past.place == "work") == (place == "work"))
            and (begun_by_them or past.by not in THEMSELVES)
            and (creditors_count or facts.collector_type == "first_party" or past.by not in CREDITORS)
        ]
        if not same_day_answers_count:
            found = [past for past in found if not _answers_same_day(past, moment)]
        found.sort(key=lambda past: past.at)
        return found

    return counted


def _answers_same_day(past: Past, moment: Moment) -> bool:
    if past.kind != "outbound_reply":
        return False
    return any(
        other.kind.startswith("inbound")
        and other.at <= past.at
        and all(past.at.astimezone(zone).date() == other.at.astimezone(zone).date() for zone in moment.zones)
        for other in moment.facts.history
    )


def at_most(settings: Settings) -> Check:
    """No more than `times` of what counts `within` a window, this message included.

    `within`: "7 rolling days", "7 calendar days", "calendar day", "calendar week", "calendar month".
    `per`: debt or person; `each_number: true` counts every number for itself. `zone` fixes the calendar.
    """
    cap = settings.number("times")
    if cap < 1:
        raise settings.wrong("times", "is less than one")
    window = _window(settings)
    counted = _counted(settings)
    each_number = settings.take("each_number", bool, False)
    fixed = (ZoneInfo(zone),) if (zone := settings.text("zone", None)) else None

    def check(moment: Moment) -> Objection | None:
        history = moment.facts.history
        if len(history) < cap:
            return None
        past = counted(moment)
        groups = _by_number(past, moment.facts.number) if each_number else [past]
        times = [[each.at for each in group] for group in groups if len(group) >= cap]
        if not times:
            return None
        until = max(window(group, cap, zone) for group in times for zone in fixed or moment.zones)
        if until <= moment.at:
            return None
        return Objection(f"the limit of {cap} is reached", until)

    return check


def _by_number(past: list[Past], number: str | None) -> list[list[Past]]:
    if number is not None:
        return [[each for each in past if each.number is None or each.number == number]]
    numbers = {each.number for each in past}
    return [[each for each in past if each.number == one] for one in numbers]


def rests_after(settings: Settings) -> Check:
    """No contact for `days` days of the calendar after one of `count`; its own day is the first."""
    return _resting(settings, _calendar_days(settings.number("days")), "a talk was held too recently")


def spaced(settings: Settings) -> Check:
    """At least `days` times 24 hours between one of `count` and the next."""
    return _resting(settings, _rolling_days(settings.number("days")), "the last contact is too recent")


def _resting(settings: Settings, window: Window, why: str) -> Check:
    counted = _counted(settings, begun_by_them=True)

    def check(moment: Moment) -> Objection | None:
        if not moment.facts.history:
            return None
        times = [past.at for past in counted(moment)]
        if not times:
            return None
        until = max(window(times, 1, zone) for zone in moment.zones)
        return Objection(why, until) if until > moment.at else None

    return check


def once_a_day_after_contact(settings: Settings) -> Check:
    """Once the person was `reached` directly (kinds), one of `count` a day."""
    reached = settings.names("reached", KINDS)
    counted = _counted(settings)
    next_day = _calendar_days(1)

    def check(moment: Moment) -> Objection | None:
        past = counted(moment)
        first = next((each.at for each in past if each.kind in reached), None)
        if first is None:
            return None
        times = [each.at for each in past if each.at >= first]
        until = max(next_day(times, 1, zone) for zone in moment.zones)
        return Objection("the person was contacted today already", until) if until > moment.at else None

    return check


def _medium(channel: str) -> str:
    return "voice" if channel == "voicemail" else channel


def same_channel_after_contact(settings: Settings) -> Check:
    """After a direct contact, no other channel `within` the window. `count`: kinds that reach."""
    window = _window(settings)
    counted = _counted(settings)

    def check(moment: Moment) -> Objection | None:
        others = [
            past.at
            for past in counted(moment)
            if past.channel is not None and _medium(past.channel) != _medium(moment.facts.channel)
        ]
        if not others:
            return None
        until = max(window(others, 1, zone) for zone in moment.zones)
        return Objection("another channel is in use this week", until) if until > moment.at else None

    return check
