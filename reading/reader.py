"""A text read whole: promise, contacts, time windows, channels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core.errors import Invalid
from core.money import Money
from reading import language as languages
from reading.asked_after import before_question
from reading.contacts.channels import find_channels
from reading.contacts.emails import find_email
from reading.contacts.people import find_people
from reading.contacts.phones import find_phone
from reading.days import Seen
from reading.days.numeric import order_told
from reading.hunch import sounds
from reading.instalments import Instalment
from reading.matters import apart, of_reaching, promising
from reading.place import Place, place
from reading.promises import promised
from reading.settling import Account
from reading.text import HAN, NOISE, Text, prepare
from reading.windows import Window, find_windows, speaks_of_paying
from reading.words.pinyin import in_characters
from reading.words.spelling import spelt


@dataclass(frozen=True)
class Reading:
    """What a borrower's text says. `amount` only when certain; `dates` holds every reading, earliest first;
    `ambiguous` when something of amount, date or currency must be asked back; `may_change` where that is not a choice
    of sums or days but whether the promise will hold ("60 friday maybe")."""

    lang: str
    promise: bool
    amount: Money | None
    share: str | None
    amount_candidates: tuple[Money, ...]
    dates: tuple[date, ...]
    ambiguous: bool
    open_event: str | None
    instalments: tuple[Instalment, ...]
    phone: str | None
    email: str | None
    address: str | None
    employer: str | None
    person_name: str | None
    incomplete: bool
    windows: tuple[Window, ...]
    channel: str | None
    channel_unwanted: str | None
    may_change: bool = False

    @property
    def promises_wholly(self) -> bool:
        """Whether a sum and its day are promised, with nothing to ask back."""
        return bool(self.promise and (self.amount or self.share) and self.dates and not self.ambiguous)

    def with_promise_of(self, other: Reading, *, reached: Reading) -> Reading:
        """The same, with what the other promises, and when and where to be reached by the third."""
        return replace(
            self,
            promise=other.promise,
            amount=other.amount,
            share=other.share,
            amount_candidates=other.amount_candidates,
            dates=other.dates,
            ambiguous=other.ambiguous,
            open_event=other.open_event,
            instalments=other.instalments,
            may_change=other.may_change,
            windows=reached.windows,
            channel=reached.channel,
            channel_unwanted=reached.channel_unwanted,
        )

    def as_json(self) -> dict[str, Any]:
        """The object that `kept read` prints, less its id; `may_change` is `ambiguous` there."""
        return {
            "lang": self.lang,
            "promise": self.promise,
            "amount": figures(self.amount),
            "currency": self.amount.currency if self.amount else None,
            "share": self.share,
            "amount_candidates": [figures(money) for money in self.amount_candidates],
            "dates": [day.isoformat() for day in self.dates],
            "ambiguous": self.ambiguous,
            "open_event": self.open_event,
            "instalments": [
                {"amount": figures(part.amount), "date": part.on.isoformat() if part.on else None}
                for part in self.instalments
            ]
            or None,
            "phone": self.phone,
            "email": self.email,
            "address": self.address,
            "employer": self.employer,
            "person_name": self.person_name,
            "incomplete": self.incomplete,
            "windows": [window.as_json() for window in self.windows],
            "channel": self.channel,
            "channel_unwanted": self.channel_unwanted,
        }


# Log-odds from which a message says nothing of when to be reached, whatever hours are in it: of 800 messages that were never
# learnt from, 468 of the 480 without such hours lie below it, and one of the 320 with some.
_NO_WINDOWS = -1.5
# So little of a promise that one who asks not to be called means the days told with it.
_NO_PROMISE = -4.0
_LET_BE = re.compile(
    r"(?=.*(?:[\d一二三四五六七八九十]|day\b|\b(?:tomorrow|tm?rw|tmr|tomoz|tonight|mon|tues?|wed|thurs?|fri|sat|sun)\b|\b(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoy|manana)\b))(?:.*(?:不要|不用|唔使|唔好|别|勿|莫|甭)再?(?:打(?!款|钱)|来电|来?[烦吵扰]|骚扰|联系|找我|搵我|揾我|call)"
    r"|(?P<told>.*(?:[再先才](?:打|敲|call|找我|搵我|揾我|联[系络]|连络|来电|讲(?:$|[,，。 ]))|(?:打|敲|call)(?:给)?我|(?:电话|手机)(?:我)?(?:都)?不接|[没无冇]办?法度?接|接不[到了]电?话?|关机|[没无冇]有?(?:信号|讯号|网络?|收讯)))"
    r"|.*\b(?:don'?t|do not|no|stop|dinnae?|never) (?:call|ring|text|phon|contact)|.*\bno (?:me|nos) (?:llam|marqu|escrib|busq|habl)|\W*(?:please |pls |and |but |no,? )?not (?:on )?(?:this |next |on )?(?:to(?:day|night|morrow)|tm?rw|tmr|tomoz|mon|tue|wed|thu|fri|sat|sun)\w*[,.]? (?:\w|$)|\W*(?:el |este )?\w+ no[,.;] *(?:tengo|voy|estoy|ando|me|hay|es) |\W*no (?:el )?\w+[,.;] *(?:tengo|voy|estoy|ando|me|hay|es) )",
    re.DOTALL,
)


# "L a V 18-20", "half 5 onwards", "10-2 only": too short to sound like anything.
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|h|hrs?)?|half \w+|noon)"
_DAY = r"(?:[lmxjvsd]|(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom)[a-z]*)"
_TERSE = re.compile(
    rf"\W*(?:(?:de |from )?{_DAY} ?(?:-|al?|to|thru|y|and|n|&) ?{_DAY},? (?:de |from )?{_HOUR} ?(?:-|to|till?|al?|y) ?{_HOUR}|{_HOUR} ?(?:-|to|till?|a) ?{_HOUR} (?:only|solo|nomas)|{_HOUR} (?:onwards?|en adelante|or later|or after))(?: (?:please|pls|gracias|porfa|thanks))?\W*"
)


# 三十和初一别来电话: however it sounds, of no money.
_OF_MONEY = re.compile(
    r"[还付转汇缴款钱元块蚊账帐清凑欠百$¥€£%]|千(?!万|祈)|(?<!千)万|(?<![星假学日长])期(?!间)|\d{3}|分之|工资|[出发]粮|发薪|一半|人工"
)


def _no_money(folded: str) -> bool:
    return bool(HAN.search(folded)) and not _OF_MONEY.search(folded)


def figures(money: Money | None) -> str | None:
    """842.50, always with the currency's cents."""
    return f"{money.rounded().amount:f}" if money else None


def local_today(now: datetime, tz: str) -> date:
    """The borrower's calendar day; raise `Invalid` for a naive time or an unknown zone."""
    if now.tzinfo is None:
        raise Invalid("now", "has no offset", remedy="Give an instant such as 2026-11-18T09:00:00-05:00.")
    try:
        return now.astimezone(ZoneInfo(tz)).date()
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError) as error:
        raise Invalid(
            "tz", "is no zone that is known", remedy="Give an IANA name such as America/New_York."
        ) from error


def read(
    text: str,
    *,
    now: datetime,
    tz: str,
    owed: Money | None = None,
    country: str | None = None,
    lang: str | None = None,
) -> Reading:
    """Read a borrower's message as of `now` (aware) in the zone `tz`; `owed` is what the account owes.

    Any string can be read; only a naive `now` or an unknown `tz` is refused (`Invalid`).
    """
    local_today(now, tz)

    @cache  # its parts are often the same
    def one(said: str) -> Reading:
        return _read(said, now=now, tz=tz, owed=owed, country=country, lang=lang)

    whole, matters = one(text), apart(text)
    if matters and one(matters.promised).promises_wholly:
        paying, reaching = one(matters.paying), one(matters.reaching)
        if not reaching.windows:
            reaching = one(matters.unpaid)
        if paying.promises_wholly:  # "400 friday but don't hold me to it" stays as open as it is
            return whole.with_promise_of(whole if whole.may_change else paying, reached=reaching)
    parts = of_reaching(text)
    if parts and (told := one(parts[0])).windows and not told.promise:
        others = one(parts[1])
        promises = whole.promise and others.promises_wholly and not others.windows and not whole.may_change
        whole = whole.with_promise_of(
            others if promises else whole, reached=told if promises or not whole.windows else whole
        )
    if not whole.promises_wholly and (head := before_question(text)) and one(head).promises_wholly:
        whole = whole.with_promise_of(one(head), reached=whole)
    if not whole.promise:
        given = bool(whole.phone or whole.email or whole.address)
        for sentence in promising(text, beside_contact=given):
            if (alone := one(sentence)).promises_wholly:
                return whole.with_promise_of(alone, reached=whole)
    return whole


def _read(
    text: str, *, now: datetime, tz: str, owed: Money | None, country: str | None, lang: str | None
) -> Reading:
    """A text whose sentences are all of one matter, or of none."""
    today, text = local_today(now, tz), in_characters(text)
    where = place(country, tz, owed)
    spoken = languages.detect(text, hint=lang or where.language)
    written = prepare(text)
    emails = find_email(written)
    phones = find_phone(emails.left, where.country)
    clock = now.astimezone(ZoneInfo(tz))
    order = month_order(where, spoken)
    told_order = order_told(written.folded) if order is not None else None
    seen = Seen(
        today,
        order if told_order is None else told_order,
        sunday_first=where.country in ("TW", "HK", "MO"),
        minute=clock.hour * 60 + clock.minute,
    )
    hunch = sounds(text)
    asks = _LET_BE.match(written.folded)
    unpromised = asks is not None and not asks["told"] and hunch.promise < _NO_PROMISE
    let_be = asks is not None and (unpromised or _no_money(phones.left.folded))
    unheard = hunch.windows < _NO_WINDOWS and not (let_be or _TERSE.fullmatch(written.folded))
    windows = () if unheard else find_windows(phones.left.folded, spoken, seen)
    wanted, unwanted = find_channels(
        spelt(phones.left.folded, spoken),
        timed=(phones.denied and spoken.startswith("zh")) or any(not window.wanted for window in windows),
        told=bool(windows),
    )
    people = find_people(phones.left)
    incomplete = phones.incomplete or emails.incomplete or people.incomplete
    told = (phones.phone, emails.email, people.address, people.employer, people.person_name, *windows)
    answers = not incomplete and not any(told)
    spoken_of = _without(phones.left, people.address)
    reached = bool(windows) and not speaks_of_paying(phones.left.folded)
    promise = promised(
        spoken_of,
        spoken,
        seen,
        Account(where, owed),
        answers=answers,
        windows_only=reached,
        hunch=hunch,
    )
    return Reading(
        lang=spoken,
        promise=promise.promise,
        amount=promise.amount,
        share=promise.share,
        amount_candidates=promise.candidates,
        dates=promise.dates,
        ambiguous=promise.ambiguous,
        open_event=promise.open_event,
        instalments=promise.instalments,
        phone=phones.phone,
        email=emails.email,
        address=people.address,
        employer=people.employer,
        person_name=people.person_name,
        incomplete=incomplete,
        windows=windows,
        channel=wanted,
        channel_unwanted=unwanted,
        may_change=promise.may_change,
    )


def _without(text: Text, address: str | None) -> str:
    """The folded text with the address masked: its figures are no money."""
    start = text.plain.find(address) if address else -1
    if address is None or start < 0:
        return text.folded
    return text.folded[:start] + NOISE * len(address) + text.folded[start + len(address) :]


def month_order(where: Place, spoken: str) -> bool | None:
    """Whether a month comes first in 5/12, as this person writes: None when nobody can tell."""
    if spoken.startswith("zh"):
        return where.country not in ("HK", "MO", "SG", "MY", "GB")
    if spoken == "es" and where.month_first:
        return None
    return where.month_first
