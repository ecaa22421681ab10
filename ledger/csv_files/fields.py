"""Reading single fields of a row; each raises `Invalid` naming the field and the remedy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from core.errors import Invalid
from core.languages import known_language
from core.places import country_of

_JURISDICTION = re.compile(r"[A-Z]{2}(-[A-Z0-9]{2,3})?")
LONGEST = 200


def text(row: Mapping[str, str], name: str) -> str:
    """A text that must be there."""
    value = maybe(row, name)
    if value is None:
        raise Invalid(name, "is empty", remedy="Fill it in.")
    return value


def maybe(row: Mapping[str, str], name: str) -> str | None:
    """A text that may be missing; control characters and endless texts are refused."""
    value = (row.get(name) or "").strip()
    if not value:
        return None
    if len(value) > LONGEST or any(ord(letter) < 32 or letter == "\x7f" for letter in value):
        raise Invalid(name, "is too long or holds control characters", remedy="Use plain text.")
    return value


def amount(row: Mapping[str, str], name: str, *, positive: bool) -> Decimal:
    """A figure written as 842.50."""
    written = text(row, name)
    try:
        value = Decimal(written)
    except InvalidOperation:
        raise Invalid(name, "is not a figure", remedy="Write it as 842.50.") from None
    if not re.fullmatch(r"\d{1,12}(\.\d{1,4})?", written) or value < 0 or (positive and value == 0):
        raise Invalid(name, "is out of range", remedy="Write a positive figure such as 842.50.")
    return value


def balance(row: Mapping[str, str], name: str) -> Decimal:
    """A figure that is below zero where more was paid than was owed: -12.50."""
    written = text(row, name)
    if not written.startswith("-"):
        return amount(row, name, positive=False)
    return -amount({name: written[1:]}, name, positive=False)


def currency(row: Mapping[str, str], name: str) -> str:
    """An ISO 4217 code."""
    value = text(row, name)
    if not re.fullmatch(r"[A-Z]{3}", value):
        raise Invalid(name, "is not an ISO 4217 code", remedy="Use three capitals, such as USD.")
    return value


def on(row: Mapping[str, str], name: str) -> date:
    """A day written as 2026-05-02."""
    value = text(row, name)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Invalid(name, "is not a day", remedy="Write it as 2026-05-02.") from None


def maybe_on(row: Mapping[str, str], name: str) -> date | None:
    """A day that may be missing."""
    return on(row, name) if maybe(row, name) else None


def maybe_yes(row: Mapping[str, str], name: str) -> bool | None:
    """Yes or no, which may be missing."""
    value = maybe(row, name)
    if value is not None and value.lower() not in ("yes", "no"):
        raise Invalid(name, "is neither yes nor no", remedy="Write yes or no, or leave it empty.")
    return None if value is None else value.lower() == "yes"


def language(row: Mapping[str, str], name: str) -> str:
    """A language of ours."""
    known = known_language(text(row, name))
    if known is None:
        raise Invalid(name, "is not a language we speak", remedy="Use en, es, zh-Hans or zh-Hant.")
    return known


def jurisdiction(row: Mapping[str, str], name: str) -> str:
    """A country, or a country and a state: US-MA."""
    value = text(row, name)
    if not _JURISDICTION.fullmatch(value):
        raise Invalid(name, "is not a place", remedy="Write an ISO country or US-MA, CA-ON and the like.")
    return value


@lru_cache(maxsize=512)
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def zone(row: Mapping[str, str], name: str) -> str | None:
    """An IANA zone, which may be missing."""
    value = maybe(row, name)
    if value is not None and not _is_zone(value):
        raise Invalid(name, "is not a time zone", remedy="Use an IANA name such as America/Chicago.")
    return value


def phone(row: Mapping[str, str], name: str, place: str) -> str | None:
    """A valid number of that country or with its country code, as E.164; may be missing."""
    written = maybe(row, name)
    if written is None:
        return None
    try:
        number = phonenumbers.parse(written, country_of(place))
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise Invalid(name, "is not a phone number", remedy="Write it with its country code: +14155550123.")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def email(row: Mapping[str, str], name: str) -> str | None:
    """An e-mail address, which may be missing."""
    written = maybe(row, name)
    if written is None:
        return None
    try:
        return validate_email(written, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        raise Invalid(name, "is not an e-mail address", remedy="Write it as name@example.com.") from None
