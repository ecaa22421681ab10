"""Say what borrowers' texts promise, and which phones, days and hours they give."""

from __future__ import annotations

from typing import Any

import click

from core.errors import Invalid
from core.money import Money
from reading import read
from tools.lines import Answer, Asked, answer_each, instant_of, object_of, text_of, text_or_none


@click.command()
def command() -> None:
    """Read borrowers' texts: JSON Lines in, one reading a line out.

    In: text, now (ISO 8601 with offset), tz (IANA), and where known owed ({"amount", "currency"}), country, lang.
    Out: promise, amount, currency, share, dates, instalments, contacts, time windows, channels.

    \b
    Example:
      echo '{"id": "1", "text": "half on friday", "now": "2026-11-18T09:00:00-06:00", "tz": "America/Chicago",
             "owed": {"amount": "515.20", "currency": "USD"}}' | tr -d '\\n' | kept read
    """
    answer_each(answer)


def answer(asked: Asked) -> Answer:
    """Read one line; `Invalid` names the field that cannot be understood."""
    return read(
        text_of(asked, "text"),
        now=instant_of(asked, "now"),
        tz=text_of(asked, "tz"),
        owed=_owed(object_of(asked, "owed")),
        country=text_or_none(asked, "country"),
        lang=text_or_none(asked, "lang"),
    ).as_json()


def _owed(given: Asked | None) -> Money | None:
    if given is None:
        return None
    amount: Any = given.get("amount")
    if isinstance(amount, bool) or not isinstance(amount, str | int | float):
        raise Invalid("owed.amount", "is missing or not a figure", remedy='Write "842.50".')
    return Money.of(str(amount).strip(), text_of(given, "currency").strip().upper())
