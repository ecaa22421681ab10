"""Answers to one question: how much, when. The asker knows what was asked, so a bare figure or day will do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.money import Money
from reading import language as languages
from reading.days import Seen
from reading.place import place
from reading.promises import answered
from reading.reader import local_today, month_order
from reading.settling import Account
from reading.text import prepare


@dataclass(frozen=True)
class AmountAnswer:
    """`money` only when certain; a `share` as in *Reading* beside it; else `candidates` to choose from."""

    money: Money | None = None
    share: str | None = None
    candidates: tuple[Money, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True)
class DaysAnswer:
    """`days` are all readings, earliest first; one of them and not `ambiguous` is an answer."""

    days: tuple[date, ...] = ()
    ambiguous: bool = False
    open_event: str | None = None


def read_amount(
    text: str, *, owed: Money | None = None, country: str | None = None, lang: str | None = None
) -> AmountAnswer:
    """How much an answer to "how much can you pay?" says; nothing of it is refused or past."""
    spoken = languages.detect(text, hint=lang)
    # Days are only set aside here, so that their figures are not taken for money: any day will do as today.
    seen = Seen(date(2024, 1, 1), month_order(place(country, None, owed), spoken))
    first = answered(prepare(text).folded, spoken, seen, Account(place(country, None, owed), owed))
    return AmountAnswer(first.amount, first.share, first.candidates, first.money_doubtful)


def read_days(
    text: str, *, now: datetime, tz: str, lang: str | None = None, country: str | None = None
) -> DaysAnswer:
    """When an answer to "when can you pay?" says; `now` must be aware, `tz` an IANA zone (else `Invalid`)."""
    spoken, where = languages.detect(text, hint=lang), place(country, tz, None)
    seen = Seen(local_today(now, tz), month_order(where, spoken))
    first = answered(prepare(text).folded, spoken, seen, Account(where))
    return DaysAnswer(first.dates, first.day_doubtful, first.open_event)
