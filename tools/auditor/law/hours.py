"""When: the hours of each place by day of the week and holiday, and those the person does not want."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tools.auditor.case import Breach, Breaches, Case, Rule
from tools.auditor.clocks import zone
from tools.auditor.feasts import is_feast
from tools.auditor.story import Unreadable

type Span = tuple[int, int]
type Week = tuple[Span, ...]

# How long after somebody wrote at a barred time an answer is still one given at that time.
AT_THAT_TIME = timedelta(hours=1)
_EMAIL_FREED_ON = date(2025, 5, 16)
_CLOSED: Span = (0, 0)
_DAY = 24 * 60


def _daily(start: str, end: str) -> Week:
    return (_span(start, end),) * 7


def _span(start: str, end: str) -> Span:
    return _minutes(start), _minutes(end)


def _minutes(text: str) -> int:
    hour, colon, minute = text.strip().partition(":")
    if not colon or not (hour + minute[:2]).isdigit():
        raise Unreadable("a span of the clock is not of the form 09:00-17:00")
    return int(hour) * 60 + int(minute[:2])


@dataclass(frozen=True)
class Hours:
    """A place's hours, half-open. `by_consent`: the person may agree to others. `clock`: one legal time."""

    rule: Rule
    place: str
    week: Week
    feasts: str = ""
    on_feasts: Span = _CLOSED
    clock: str = ""
    by_consent: bool = True
    agencies_only: bool = False
    not_email: bool = False
    consumers_only: bool = False


_NIGHT = "12 CFR 1006.6(b)(1)(i); 15 USC 1692c(a)(1)"


def _plain(pack: str, place: str, start: str, end: str, source: str, by_consent: bool = True) -> Hours:
    words = f"Only from {start} to {end} where the person is"
    return Hours(Rule(f"{pack}.hours", words, source), place, _daily(start, end), by_consent=by_consent)


TABLE: tuple[Hours, ...] = (
    Hours(
        Rule("us-federal.waking-hours", "Only from 8:00 to 21:00 where the consumer is", _NIGHT),
        "US", _daily("08:00", "21:00"), agencies_only=True, consumers_only=True,
    ),
    Hours(
        Rule("us-federal.waking-hours-creditor", "Creditors keep 8:00 to 21:00 too", f"product default; {_NIGHT}"),
        "US", _daily("08:00", "21:00"), not_email=True, consumers_only=True,
    ),
    Hours(
        Rule("us-fl.hours", "Nothing but e-mail from 21:00 to 8:00 without consent; no e-mail before 16 May 2025", "Fla. Stat. 559.72(17)"),
        "US-FL", _daily("08:00", "21:00"), not_email=True,
    ),
    Hours(
        Rule("us-wa.hours", "Not from 21:00 to 7:30", "RCW 19.16.250"),
        "US-WA", _daily("07:30", "21:00"), agencies_only=True,
    ),
    _plain("us-ma", "US-MA", "08:00", "21:00", "940 CMR 7.04(1); 209 CMR 18.16(1)"),
    _plain("us-ca", "US-CA", "08:00", "21:00", "Cal. Civ. Code 1788.17"),
    _plain("us-wv", "US-WV", "08:00", "21:00", "W.Va. Code 46A-2-125(d)"),
    *(
        _plain("us-states", place, "08:00", "21:00", "ORS 646.639; 73 P.S. 2270.4; 225 ILCS 425/9; MCL 445.252")
        for place in ("US-OR", "US-PA", "US-IL", "US-MI")
    ),
    Hours(
        Rule("us-co.hours", "Not before 8:00 nor after 21:00", "CRS 5-16-105 to -107"),
        "US-CO", _daily("08:00", "21:00"), agencies_only=True,
    ),
    Hours(
        Rule("cn.hours", "No collection from 22:00 to 8:00, Beijing time", "GB/T 45251-2025 cl. 5.3; CBA 2026"),
        "CN", _daily("08:00", "22:00"), clock="Asia/Shanghai",
    ),
    Hours(
        Rule("cn.hours-abroad", "Nor from 22:00 to 8:00 where a debtor abroad is", "GB/T 45251-2025 cl. 5.3; product default"),
        "CN", _daily("08:00", "22:00"),
    ),
    _plain("tw", "TW", "07:00", "22:00", "金融機構作業委託他人處理內部作業制度及程序辦法 art. 14"),
    _plain("hk", "HK", "08:00", "21:00", "Code of Banking Practice s. 43.2; product default"),
    _plain("sg", "SG", "08:00", "21:00", "product default"),
    _plain("my", "MY", "08:00", "21:00", "product default"),
    _plain("gb", "GB", "08:00", "21:00", "FCA CONC 7.9.4R; product default"),
    _plain("eu", "EU", "08:00", "21:00", "product default"),
    _plain("br", "BR", "08:00", "21:00", "CDC art. 42, 71; product default"),
    _plain("jp", "JP", "08:00", "21:00", "貸金業法 21条; 規則 19条"),
    _plain("in", "IN", "08:00", "19:00", "RBI/2022-23/108", by_consent=False),
    _plain("kr", "KR", "08:00", "21:00", "채권추심법 9조", by_consent=False),
    _plain("mx", "MX", "07:00", "22:00", "CONDUSEF (REDECO)", by_consent=False),
    _plain("vn", "VN", "07:00", "21:00", "TT 43/2016 art. 7, TT 18/2019", by_consent=False),
    _plain("ph", "PH", "06:00", "22:00", "SEC MC 18 s. 2019 sec. 1; BSP for cards"),
    Hours(
        Rule("au.hours", "Weekdays 7:30 to 21:00, weekends from 9:00, not on national holidays", "RG 96 part 2 s. 4"),
        "AU", (_span("07:30", "21:00"),) * 5 + (_span("09:00", "21:00"),) * 2, feasts="AU",
    ),
    Hours(
        Rule("ca-on.hours", "Monday to Saturday 7:00 to 21:00, Sunday 13:00 to 17:00, no holidays", "Reg. 74 s. 22"),
        "CA-ON", (_span("07:00", "21:00"),) * 6 + (_span("13:00", "17:00"),), feasts="CA-ON", by_consent=False,
    ),
    Hours(
        Rule("ca-qc.hours", "Monday to Saturday 8:00 to 20:00, no holidays", "CQLR c. R-2.2"),
        "CA-QC", (_span("08:00", "20:00"),) * 6 + (_CLOSED,), feasts="CA-QC", by_consent=False,
    ),
    Hours(
        Rule("cl.hours", "Monday to Saturday 8:00 to 20:00, no holidays", "Ley 19.496 art. 37; CPC art. 59"),
        "CL", (_span("08:00", "20:00"),) * 6 + (_CLOSED,), feasts="CL", by_consent=False,
    ),
    Hours(
        Rule("co.hours", "Weekdays 7:00 to 19:00, Saturday 8:00 to 15:00, no Sundays or holidays", "Ley 2300 art. 3"),
        "CO", (*((_span("07:00", "19:00"),) * 5), _span("08:00", "15:00"), _CLOSED), feasts="CO",
    ),
    Hours(
        Rule("id.hours", "Monday to Saturday 8:00 to 20:00, not on national holidays", "POJK 22/2023 art. 62(2)"),
        "ID", (_span("08:00", "20:00"),) * 6 + (_CLOSED,), feasts="ID",
    ),
    Hours(
        Rule("th.hours", "Weekdays 8:00 to 20:00, weekends and holidays to 18:00", "B.E. 2558 s. 9"),
        "TH", (_span("08:00", "20:00"),) * 5 + (_span("08:00", "18:00"),) * 2,
        feasts="TH", on_feasts=_span("08:00", "18:00"), by_consent=False,
    ),
)  # fmt: skip
UNWANTED = Rule(
    "house.wanted-times",
    "Not at the times and on the days that the person does not want",
    "12 CFR 1006.6(b)(1)(i); CONC 7.9.4R; product rule elsewhere",
)
QUIET = Rule("house.policy-hours", "Not in the lender's own quiet hours", "lender's policy")
AT_WORK = Hours(
    Rule("au.hours-at-work", "At work only from 9:00 to 17:00 on weekdays", "RG 96 part 2 s. 4"),
    "AU", (_span("09:00", "17:00"),) * 5 + (_CLOSED,) * 2, feasts="AU", by_consent=False,
)  # fmt: skip


@lru_cache(maxsize=1024)
def binding(places: frozenset[str]) -> tuple[Hours, ...]:
    """The rows of the table that hold there."""
    return tuple(row for row in TABLE if row.place in places)


def check(case: Case) -> Breaches:
    """Outside the hours of the place, on the person's own barred times, or in the lender's quiet hours."""
    agreed = _spans(case, "agreed_hours", "prior_consent_time")
    if not case.agency:
        agreed += _spans(case, "creditor_consent_time")
    rows = [row for row in binding(case.places) if _binds(row, case)]
    if case.within("AU") and case.sent.has("place_of_employment"):
        rows.append(AT_WORK)
    for row in rows:
        zones = (zone(row.clock),) if row.clock else case.zones
        allowed = agreed if row.by_consent else []
        shut = _shut(case.at, zones, row, allowed)
        if shut and not _answers_then(case, zones, row, allowed):
            yield Breach(row.rule, shut)
    yield from _unwanted(case)
    yield from _quiet(case)


def _binds(row: Hours, case: Case) -> bool:
    if row.agencies_only and not case.agency:
        return False
    if row.rule.id == "us-federal.waking-hours-creditor" and case.agency:
        return False
    # The creditor's default is kept by e-mail as well, but where the state has set e-mail free.
    email_free = row.not_email and (row.place != "US" or case.within("US-FL"))
    if email_free and case.sent.channel == "email" and _freed(case):
        return False
    if row.consumers_only and case.sold_as("commercial", "business"):
        return False
    if row.place == "PH":
        days, limit = case.sent.number("days_past_due"), 60 if case.sold_as("card") else 15
        return days is None or days <= limit
    return True


def _freed(case: Case) -> bool:
    """Whether Florida's law has let e-mail go at night: it has since 16 May 2025, wherever the person may be."""
    return all(case.at.astimezone(place).date() >= _EMAIL_FREED_ON for place in case.zones)


def _shut(at: datetime, zones: Sequence[ZoneInfo], row: Hours, agreed: list[Span]) -> str:
    """Where it is outside the hours, as words; empty if nowhere."""
    for place in zones:
        local = at.astimezone(place)
        minute = local.hour * 60 + local.minute
        start, end = row.week[local.weekday()]
        if row.feasts and is_feast(row.feasts, local.date()):
            start, end = row.on_feasts
        if not start <= minute < end and not any(first <= minute < last for first, last in agreed):
            return f"it was {local:%a %d %b %H:%M:%S} in {place.key}"
    return ""


def _answers_then(case: Case, zones: Sequence[ZoneInfo], row: Hours, agreed: list[Span]) -> bool:
    """The one answer to somebody who wrote at a barred time, given at that time."""
    theirs = case.answered
    if theirs is None or case.at - theirs.at > AT_THAT_TIME:
        return False
    return bool(_shut(theirs.at, zones, row, agreed))


def _spans(case: Case, *flags: str) -> list[Span]:
    found: list[Span] = []
    for name in flags:
        for text in case.sent.flags.get(name, ()):
            if text:
                found += _parts(text)
    return found


def _parts(text: str) -> list[Span]:
    first, dash, last = text.replace("–", "-").partition("-")
    if not dash:
        raise Unreadable("a span of the clock is not of the form 09:00-17:00")
    start, end = _minutes(first) % _DAY, _minutes(last)
    if start < end:
        return [(start, end)]
    return [(0, _DAY)] if start == end else [(start, _DAY), (0, end)]


def _unwanted(case: Case) -> Breaches:
    if not case.sent.has("inconvenient_time", "inconvenient_day"):
        return
    wished = _spans(case, "inconvenient_time")
    days = [_days(text) for text in case.sent.flags.get("inconvenient_day", ())]
    consented = _spans(case, "prior_consent_time")
    if not case.agency:
        consented += _spans(case, "creditor_consent_time")

    def barred(at: datetime) -> str:
        for place in case.zones:
            local = at.astimezone(place)
            minute = local.hour * 60 + local.minute
            if any(start <= minute < end for start, end in consented):
                continue
            day = any(local.weekday() in each or local.date() in each for each in days)
            if day or any(start <= minute < end for start, end in wished):
                return f"it was {local:%a %d %b %H:%M:%S} in {place.key}"
        return ""

    yield from _barred(case, UNWANTED, barred(case.at), barred(case.answered.at) if case.answered else "")


def _quiet(case: Case) -> Breaches:
    spans = [part for text in case.sent.facts.get("quiet_spans") or () for part in _parts(str(text))]
    if not spans or not case.ours_to_start:
        return
    for place in case.zones:
        local = case.at.astimezone(place)
        if any(start <= local.hour * 60 + local.minute < end for start, end in spans):
            yield Breach(QUIET, f"it was {local:%H:%M:%S} in {place.key}")
            return


def _barred(case: Case, rule: Rule, now: str, then: str) -> Breaches:
    soon = case.answered is not None and case.at - case.answered.at <= AT_THAT_TIME
    if now and not (soon and then):
        yield Breach(rule, now)


_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lru_cache(maxsize=256)
def _days(text: str) -> frozenset[int | date]:
    """The weekdays (Monday is 0) or the date that a wish names."""
    try:
        return frozenset({date.fromisoformat(text.strip())})
    except ValueError:
        words = text.lower().replace(",", " ").split()
    found: set[int | date] = set()
    for word in words:
        if word.startswith(("weekend",)):
            found |= {5, 6}
        elif word.startswith(("weekday", "workday")):
            found |= {0, 1, 2, 3, 4}
        elif word.startswith(("every", "daily")):
            found |= set(range(7))
        elif word[:3] in _WEEK:
            found.add(_WEEK.index(word[:3]))
        else:
            raise Unreadable("a day that is not wanted cannot be read")
    return frozenset(found)
