"""Days that a text names, as readings seen from the borrower's today."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from reading.days import calendar as cal
from reading.days import en, en_plain, es, numeric, relative, zh
from reading.days.calendar import Days
from reading.days.context import DayRule, Seen
from reading.days.hedges import hedged
from reading.days.together import joined
from reading.days.zh_lists import in_that_week, in_the_month_behind, left_open, shared_day, told_after
from reading.spans import Found, scan
from reading.text import HAN, MASK

__all__ = ["Days", "Seen", "find_days"]

_GRAMMARS: dict[str, tuple[DayRule, ...]] = {
    "en": (*numeric.RULES, *relative.RULES, *en_plain.RULES, *en.RULES, *es.RULES),
    "es": (*numeric.RULES, *relative.RULES, *es.RULES, *en.RULES),
    "zh": (*numeric.RULES, *zh.RULES, *en.RULES),
    "zh-only": (*numeric.RULES, *zh.RULES),
}
_LATIN_WORD = re.compile(r"[a-z]{3}")


def find_days(text: str, language: str, seen: Seen) -> tuple[list[Found[Days]], str]:
    """Every day named in folded `text`, in its order, and the text with these masked."""
    found, left = scan(text, _GRAMMARS[_grammar(text, language)], seen)
    found = (
        in_that_week(
            left_open(
                shared_day(told_after(in_the_month_behind(found, text), text, seen.today), text, seen.today),
                text,
            ),
            text,
        )
        if HAN.search(text)
        else found
    )
    found = _in_order(_sharing_month(found, text, seen.today), text)
    found = _but_today(hedged(found, text), text, seen.today)
    return _of_their_month(joined(found, text, seen.today), text, seen.today), left


def _grammar(text: str, language: str) -> str:
    if HAN.search(text) or language.startswith("zh"):
        return "zh" if _LATIN_WORD.search(text) else "zh-only"
    return "es" if language == "es" else "en"


_NOT_TODAY = re.compile(
    r"\b(?:not (?:today|now|tonight|this month)|(?:hoy|ahora|este mes) no|no (?:hoy|ahora|este mes))\b|不是(?:今天|这个?月)"
)


def _but_today(found: list[Found[Days]], text: str, today: date) -> list[Found[Days]]:
    """ "On the last day of the month, not today": of several readings today is none."""
    if not _NOT_TODAY.search(text):
        return found
    return [
        replace(item, value=item.value.after(today))
        if len(item.value.readings) > 1 and item.value.cycle and today in item.value.readings
        else item
        for item in found
    ]


# "On the 1st of every month until June": the month ends a series.
_ENDS = re.compile(
    r"^\W*(?:(?:until|till?|til|thru|through|up to|hasta)\b|a (?:enero|febr|marz|abri|mayo|juni|juli|agos|sep|oct|nov|dic))"
)
_FROM_MONTH = re.compile(r"(?:desde|a partir|(?:comenz|empez|inici|arranc)(?:ando|aria|amos|ar|o))\b")
_UNTIL = re.compile(r"\b(?:until|till?|til|through|thru|hasta) ")
_ANOTHER = re.compile(r"[.;!?。；！？\n]|\b(?:and|then|plus|y|luego|despues)\b|然后|再")


_LISTED = re.compile(r"[\s,]*(?:and|or|&|y|o|e|-)?[\s,]*(?:then |on |the |el |dia )*", re.ASCII)
_MONTH_NAMED = re.compile(
    r"(?:the )?\d{1,2} ?(?:st|nd|rd|th)?(?: day)?(?: of| de)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)",
    re.ASCII,
)


def _sharing_month(found: list[Found[Days]], text: str, today: date) -> list[Found[Days]]:
    """ "The 5th, 12th and 20th of October": the days listed before are of the month named last."""
    shared = list(found)
    for number in range(len(found) - 2, -1, -1):
        item, following = shared[number], shared[number + 1]
        if (
            item.value.cycle == "month"
            and following.value.cycle is None
            and following.value.readings
            and _MONTH_NAMED.match(text, following.start)
            and _LISTED.fullmatch(text[item.end : following.start])
        ):
            last = following.value.readings[0]
            day = max(reading.day for reading in item.value.readings)
            if day < last.day and (dated := cal.safe_date(last.year, last.month, day)) and dated >= today:
                shared[number] = replace(item, value=cal.one(dated, today=today))
    return shared


def _in_order(found: list[Found[Days]], text: str) -> list[Found[Days]]:
    """ "1 January, 1 April, 1 July and 1 October", said in October: the last of such a list is hardly over."""
    ordered = list(found)
    for number, (item, following) in enumerate(pairwise(found), 1):
        first, last = item.value, following.value
        if (
            len(first.readings) == len(last.readings) == 1
            and first.certain
            and first.cycle is last.cycle is None
            and first.readings < last.readings
            and _LISTED.fullmatch(text[item.end : following.start])
        ):
            ordered[number] = replace(following, value=replace(last, certain=True))
    return ordered


def _of_their_month(found: list[Found[Days]], text: str, today: date) -> list[Found[Days]]:
    """ "In September I can do 50, on the 20th": the day is one of the month just named, which is no day of its own."""
    kept: list[Found[Days]] = []
    for item in found:
        last = kept[-1] if kept else None
        if (
            last is not None
            and not _ANOTHER.search(text[last.end : item.start])
            and not _ENDS.search(text[last.end : item.end])
        ):
            month, day = (last, item) if last.value.month else (item, last)
            if month is item and HAN.match(text, item.end - 1) and item.start - last.end > 1:
                kept.append(item)
                continue
            if month is item and MASK in text and _from_or_until(text, item):
                # "The 15th and the 30th, again and again from May on": no day of May alone.
                kept.append(item)
                continue
            if month.value.month and day.value.cycle == "month" and day.value.readings:
                number = max(reading.day for reading in day.value.readings)
                dated = cal.month_day(month.value.month, number, today=today)
                until = month.value.last_month or (
                    month.value.month if _in_that_month(kept, month, text) else None
                )
                kept[-1] = replace(day, value=replace(dated, last_month=until))
                continue
            if month.value.month and day.value.cycle == "month-end":
                ends = cal.named_month_end(month.value.month, today=today)
                ended = replace(ends, cycle="month-end", last_month=month.value.last_month)
                kept[-1] = replace(day, value=ended)
                continue
        kept.append(item)
    return kept


def _from_or_until(text: str, month: Found[Days]) -> bool:
    begins = _FROM_MONTH.match(text, month.start) or _UNTIL.match(text, month.start)
    return bool(begins or _UNTIL.search(text, max(0, month.start - 9), month.start))


def _in_that_month(before: list[Found[Days]], month: Found[Days], text: str) -> bool:
    """ "Every Monday in August, from the 7th": the month ends what comes round each week as well."""
    weekly = len(before) > 1 and before[-1] is month and before[-2].value.cycle == "week"
    return weekly and MASK in text and text.startswith(("in ", "during "), month.start)
