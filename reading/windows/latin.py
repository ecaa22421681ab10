"""The marks of a message in English or Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from reading.days import Seen
from reading.text import MASK
from reading.windows import clock_en, clock_es
from reading.windows.doings import doings
from reading.windows.hours import ALL_DAYS, DAY_END
from reading.windows.lexicon import lexicon
from reading.windows.marks import Kind, Mark, Shape, Stretch, in_order
from reading.windows.named_days import WEEKLY, once, single, tonight, weekly
from reading.windows.stretches import Clock, hours_in

_CLOCKS: Mapping[str, tuple[Clock, ...]] = {"en": clock_en.HOURS, "es": clock_es.HOURS}
# "Texteame after 6": who mixes the two tells hours in words of the other.
_OTHER = {"en": "es", "es": "en"}
_IN_WORDS = re.compile(r"[a-z]{3}")


def marks(text: str, language: str, seen: Seen) -> list[Mark]:
    """The marks of folded `text` in their order: words first, then hours, single days and weekdays."""
    spoken = "es" if language == "es" else "en"
    words = lexicon(spoken)
    cues, left = words.cues(text)
    hours, left = hours_in(left, _CLOCKS[spoken])
    mixed = [
        one
        for one in hours_in(left, _CLOCKS[_OTHER[spoken]])[0]
        if _IN_WORDS.search(left, one.start, one.end)
    ]
    hours, left = _between_two(_of_one_evening([*hours, *mixed], text), text), masked(left, mixed)
    bare = once(text, language)
    dates = single(_unread(masked(text, hours), cues), language, seen, bare=bare)
    dates = [date for date in dates if not any(cue.start < date.end and date.start < cue.end for cue in cues)]
    dates = _and_the_day_after(dates, text)
    days, left = _in_lists(*weekly(masked(left, dates), WEEKLY[spoken]))
    days = [_of_the_one_week(day, dates, text, seen.today, bare=bare) for day in days]
    dates = [_of_what_was_named(date, dates, text) for date in dates]
    dates = [date for date in dates if not (_a_week(date, text) and _within(date, days, text))]
    cues = _without_reasons(cues, days, hours, text)
    told = [*cues, *hours, *dates, *days, *tonight(text, seen), *words.breaks(left)]
    return in_order((*told, *doings(told, text)))


_AND = re.compile(r" (?:(?:and|n|&|y|e) (?:on )?)?")
_OR = re.compile(r" (?:and|n|&|y|e|or|o) (?:from |de )?")


def _in_lists(days: list[Mark], text: str) -> tuple[list[Mark], str]:
    """ "Lectures Tue and Thu 10 to 4": both."""
    listed: list[Mark] = []
    for day in in_order(days):
        last = listed[-1] if listed else None
        both = {
            on
            for one in (last, day)
            if one and isinstance(one.value, tuple)
            for on in one.value
            if isinstance(on, int)
        }
        if last and len(both) < len(ALL_DAYS) and _AND.fullmatch(text, last.end, day.start):
            listed[-1] = Mark(Kind.DAYS, last.start, day.end, tuple(sorted(both)))
            text = masked(text, listed[-1:])
        else:
            listed.append(day)
    return listed, text


_DAY_AFTER = re.compile(
    r"\bthe (?:day|morning) after\b(?! tomorrow| that| i\b| my)|\bthe (?:next|following) day\b|\bal dia siguiente\b"
)


def _and_the_day_after(dates: list[Mark], text: str) -> list[Mark]:
    """ "Scan is Thursday, call me the day after"."""
    found = list(dates)
    for said in _DAY_AFTER.finditer(text):
        told = [one.value for one in dates if one.end <= said.start() and isinstance(one.value, tuple)]
        last = max((on for on in (told[-1] if told else ()) if isinstance(on, date)), default=None)
        if last:
            found = [one for one in found if one.end <= said.start() or said.end() <= one.start]
            found.append(Mark(Kind.DATES, said.start(), said.end(), (last + timedelta(days=1),)))
    return found


_COMES_AGAIN = re.compile(
    r"\w{3}days\b|every|each|any|los|cada|todos|cualquier|(?:sabado|domingo|mon|fri|sat|sun)s$"
)
_LISTED_AGAIN = re.compile(r"\b(?:los|cada|todos)\b[^.;!?\d]{0,30}$")
_AGAIN_ANYWHERE = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\b(?:every|each|los|cada|todos|siempre)\b"
)
# A weekday told with its date: "friday the 19th", "el viernes 19".
_DATED = re.compile(r"[a-z]{3,},? (?:the |dia |el )*\d{1,2}(?:st|nd|rd|th)?\b")


def _of_the_one_week(day: Mark, dates: Iterable[Mark], text: str, today: date, *, bare: bool) -> Mark:
    """ "Off this sat, text me sat after ten": the same Saturday; "Monday to Thursday no, Friday the 19th yes": of that week."""
    again = _COMES_AGAIN.search(text, day.start, day.end) or _LISTED_AGAIN.search(
        text[max(0, day.start - 40) : day.start]
    )
    if again or not isinstance(day.value, tuple):
        return day
    told = [mark for mark in dates if isinstance(mark.value, tuple)]
    weeks = [on for mark in told if _a_week(mark, text) for on in _dates_of(mark)]
    of_week = tuple(on for on in weeks if on.weekday() in day.value)
    if of_week and len(told) == 1 and len(weeks) <= len(ALL_DAYS):  # "This week, Monday to Friday".
        return replace(day, kind=Kind.DATES, value=of_week)
    named = sorted({on for mark in told for on in _dates_of(mark)})
    same = [on for on in named if len(day.value) == 1 and on.weekday() == day.value[0]]
    dated = [on for mark in told if _DATED.fullmatch(text, mark.start, mark.end) for on in _dates_of(mark)]
    dated = dated or [on for mark in told if _stretch(mark) for on in _dates_of(mark)[-1:]]
    if len(dated) == 1 and not same and not _AGAIN_ANYWHERE.search(text):
        monday = dated[0] - timedelta(days=dated[0].weekday())
        same = [monday + timedelta(days=on) for on in day.value if isinstance(on, int)]
        return replace(day, kind=Kind.DATES, value=tuple(same)) if min(same) >= today else day
    if bare and not same and len(day.value) == 1:  # "Surgery is Tuesday, nothing Tuesday and Wednesday".
        same = [
            today + timedelta(days=(on - today.weekday() - 1) % 7 + 1)
            for on in day.value
            if isinstance(on, int)
        ]
    return replace(day, kind=Kind.DATES, value=(same[0],)) if same else day


_WEEK = re.compile(r"\b(?:week|wk|semana)\b(?! ?end)")
_ALL_OF_IT = re.compile(r"\b(?:whole|entire|toda la|entera|semana completa)\b")
_BOTH_DAYS = re.compile(r",? ?(?:(?:and|y|&|n) )?(?:on )?")
_ONE_WEEKDAY = re.compile(r"(?:el |on |the )?[a-z]{3,}")


def _a_week(mark: Mark, text: str) -> bool:
    """ "This week", "la semana que viene"."""
    return bool(_WEEK.search(text, mark.start, mark.end)) and len(_dates_of(mark)) > 1


def _within(mark: Mark, days: Iterable[Mark], text: str) -> bool:
    """Whether days of that week are named for themselves, and not the whole week."""
    named = any(day.kind is Kind.DATES and {*_dates_of(day)} <= {*_dates_of(mark)} for day in days)
    return named and not _ALL_OF_IT.search(text)


def _stretch(mark: Mark) -> bool:
    """ "From the 21st to the 23rd": several days in a row."""
    on = _dates_of(mark)
    return 2 < len(on) < len(ALL_DAYS) and (on[-1] - on[0]).days == len(on) - 1


def _of_what_was_named(date: Mark, dates: list[Mark], text: str) -> Mark:
    """ "Del lunes 21 al miércoles 23 no, el jueves sí": the Thursday behind it; "next week Tuesday and Thursday": of that week."""
    before, on = [mark for mark in dates if mark.end < date.start], _dates_of(date)
    if len(on) != 1 or not _ONE_WEEKDAY.fullmatch(text, date.start, date.end):
        return date
    stretches = [mark for mark in before if _stretch(mark)]
    if len(stretches) == 1 and on[0] < _dates_of(stretches[0])[0]:
        last = _dates_of(stretches[0])[-1]
        return replace(date, value=(last + timedelta((on[0].weekday() - last.weekday() - 1) % 7 + 1),))
    beside = before[-1:] and _BOTH_DAYS.fullmatch(text, before[-1].end, date.start)
    week = beside and _WEEK.search(text, before[-1].start, before[-1].end)
    if week and len(_dates_of(before[-1])) == 1:
        named = _dates_of(before[-1])[0]
        return replace(date, value=(named + timedelta(on[0].weekday() - named.weekday()),))
    return date


def _dates_of(mark: Mark) -> list[date]:
    return [on for on in mark.value if isinstance(on, date)] if isinstance(mark.value, tuple) else []


_HALF_SAID = re.compile(r"\d ?[ap]\.?m\b|morn|after|even|night|manana|tarde|noche")
_NOON, _FIVE, _AN_HOUR = 720, 1020, 60


def _of_one_evening(hours: Iterable[Mark], text: str) -> list[Mark]:
    """The hours in order; "carers come 7 to 9 every night, call after 9:30" is of the same evening."""
    told = in_order(hours)
    exact = [mark for mark in told if isinstance(mark.value, Stretch) and mark.value.exact]
    for one, other in pairwise(exact):
        first, then = one.value, other.value
        if not (isinstance(first, Stretch) and isinstance(then, Stretch)):
            continue
        if first.shape is then.shape is Shape.SPAN and _OR.fullmatch(text, one.end, other.start):
            start, end = (edge + _NOON for edge in then.wanted[-1])
            said = _HALF_SAID.search(text, other.start, other.end) or _HALF_SAID.search(
                text, one.start, one.end
            )
            if (
                not said
                and then.wanted[0][0] < first.wanted[0][0]
                and first.wanted[-1][1] <= start < end <= DAY_END
            ):
                told[told.index(other)] = replace(other, value=Stretch.of(Shape.SPAN, start, end))
        start = then.wanted[0][0] + _NOON
        if _close_by(one, other, text):
            value = Stretch.of(Shape.SPAN, start, then.wanted[-1][1] + _NOON)
            told[told.index(other)] = replace(other, value=value)
        if first.shape is not Shape.SPAN or then.shape is not Shape.FROM or first.wanted[0][0] < _FIVE:
            continue
        said = _HALF_SAID.search(text[other.start : other.end].removeprefix("after"))
        if not said and 0 <= start - first.wanted[-1][1] <= _AN_HOUR:
            told[told.index(other)] = replace(other, value=Stretch.of(Shape.FROM, start, DAY_END))
    return told


def _close_by(one: Mark, other: Mark, text: str) -> bool:
    """ "Not at 9 pm, 7 to 8 is fine": of the same evening, within the hour beside it."""
    first, then = one.value, other.value
    if not (isinstance(first, Stretch) and isinstance(then, Stretch)) or then.shape is not Shape.SPAN:
        return False
    start, end = then.wanted[0][0] + _NOON, then.wanted[-1][1] + _NOON
    told = first.shape in (Shape.AT, Shape.SPAN) and first.wanted[0][0] >= _FIVE and len(first.wanted) == 1
    half = _HALF_SAID.search(text, one.start, one.end) and not _HALF_SAID.search(text, one.end, other.end)
    beside = 0 <= start - first.wanted[-1][1] <= _AN_HOUR or 0 <= first.wanted[0][0] - end <= _AN_HOUR
    fits = _FITS.match(text, other.end)
    return bool(told and half and beside and fits) and end <= min(start + 2 * _AN_HOUR, DAY_END)


_FITS = re.compile(
    r",? (?:(?:ahi|ya|pues|that|that's|thats|is|are|it's) )*(?:si|ya|bien|ok|vale|perfecto|puedo|puede ser|fine|good|yes|works|suits|great|better)\b"
)
_BOTH = re.compile(
    r"[, ]*(?P<how>and|y|e|but|pero|though|sino|&|n)? ?(?:(?:always|also|ya|que sea|siempre|tambien|only|solo) )*"
)
_NOT_THESE = re.compile(
    r"\b(?:not?|don'?t|dont|never|nothing|can'?t|cant|ni|nunca|nada|stop|either)\b[^.;!?]{0,40}$"
)


def _between_two(hours: list[Mark], text: str) -> list[Mark]:
    """ "Before 5 but after 2": the hours between the two; "before 9 and after 5" stays two."""
    told = list(hours)
    for one, other in pairwise(hours):
        both = _BOTH.fullmatch(text, one.end, other.start)
        shapes = [mark.value.shape for mark in (one, other) if isinstance(mark.value, Stretch)]
        if not both or sorted(shapes) != [Shape.FROM, Shape.TO] or _NOT_THESE.search(text[: one.start]):
            continue
        first, last = (one, other) if shapes[0] is Shape.FROM else (other, one)
        start, end = (mark.value.wanted[0] for mark in (first, last) if isinstance(mark.value, Stretch))
        turns = both["how"] in ("but", "pero") or (shapes[0] is Shape.FROM and bool(both["how"]))
        late = end[1] + (_NOON if turns and not _HALF_SAID.search(text, last.start, last.end) else 0)
        if start[0] < end[1] or start[0] < late <= DAY_END:
            value = Stretch.of(Shape.SPAN, start[0], end[1] if start[0] < end[1] else late)
            told = [mark for mark in told if mark is not one and mark is not other]
            told.append(Mark(Kind.HOURS, one.start, other.end, value))
    return in_order(told)


_REASONS = frozenset({Kind.BUSY, Kind.FREE})
_PARTS = re.compile(r"[.,;!?\n]")
# "Weekdays after 7 because I work": the hours that suit, and why.
_WHY_THEN = re.compile(
    r" (?:cause|because|cuz|coz|cos|since|as|porque|ya que|que|pues) (?:i |we |yo |es que )*(?=(?:work|trabaj|curro|chamb|laboro|i'?m (?:at|in)|estoy en|tengo (?:clase|turno|trabajo)|voy a la (?:escuela|uni))[^.;!?\d]*$)"
)


def _without_reasons(cues: list[Mark], days: list[Mark], hours: list[Mark], text: str) -> list[Mark]:
    """ "Except Thursdays when I have choir": why days are excepted is no matter."""
    open_ended = [
        mark.end for mark in hours if isinstance(mark.value, Stretch) and mark.value.shape is Shape.FROM
    ]
    why = next((said.start() for end in open_ended if (said := _WHY_THEN.match(text, end))), None)
    told = [day for day in days for cue in cues if cue.kind is Kind.EXCEPT and 0 <= day.start - cue.end < 6]
    return [
        cue
        for cue in cues
        if cue.kind not in _REASONS
        or (
            not (why is not None and cue.start >= why)
            and not any(day.end <= cue.start and not _PARTS.search(text, day.end, cue.start) for day in told)
        )
    ]


def masked(text: str, marks: Iterable[Mark]) -> str:
    """`text` with what the marks cover masked."""
    for mark in marks:
        text = text[: mark.start] + MASK * (mark.end - mark.start) + text[mark.end :]
    return text


def _unread(text: str, cues: Iterable[Mark]) -> str:
    """`text` with its cues made words that mean nothing: "I'm about tomorrow" is no day near tomorrow."""
    for cue in cues:
        text = text[: cue.start] + "x" * (cue.end - cue.start) + text[cue.end :]
    return text
