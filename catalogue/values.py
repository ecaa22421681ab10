"""Typed parameters of a text. They travel as JSON and are formatted only when the text is rendered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from core.money import WITHOUT_CENTS, Money

type Json = dict[str, Any] | str | int


def money(amount: Money) -> Json:
    """An amount, shown the way the reader's language and country write it."""
    return {"money": str(amount.rounded().amount), "currency": amount.currency}


def day(on: date) -> Json:
    """A day, shown with its weekday."""
    return {"day": on.isoformat()}


def moment(at: datetime, zone: str) -> Json:
    """A time of day in the reader's zone."""
    return {"moment": at.isoformat(), "zone": zone}


def listed(items: Iterable[Json], *, either: bool = False) -> Json:
    """Several values: "a, b and c", or "a, b or c"."""
    return {"list": list(items), "either": either}


def show(value: Json, locale: str) -> str:
    """Write one parameter in `locale` (as Babel names it: en_US, zh_Hans_CN)."""
    if not isinstance(value, Mapping):
        return str(value)
    if "money" in value:
        return _money(Decimal(value["money"]), value["currency"], locale)
    if "day" in value:
        return _day(date.fromisoformat(value["day"]), locale)
    if "moment" in value:
        at = datetime.fromisoformat(value["moment"]).astimezone(ZoneInfo(value["zone"]))
        return format_time(at, format="short", locale=locale)
    raise ValueError("a parameter of an unknown kind")


def part(amount: Money, on: date) -> Json:
    """One instalment: its amount and its day, put together as the language does it."""
    return {"text": "promise.part", "with": {"amount": money(amount), "day": day(on)}}


def phrase(key: str) -> Json:
    """A text of the catalogue inside another one."""
    return {"text": key, "with": {}}


def join(items: Sequence[str], *, either: bool, locale: str) -> str:
    """ "a, b and c", or "a, b or c"; in Chinese a choice is only ever put as a question: 还是, not 或."""
    if either and locale.startswith("zh") and len(items) > 1:
        chosen = "還是" if locale.startswith("zh_Hant") else "还是"
        return f"{'、'.join(items[:-1])}{chosen}{items[-1]}"
    return format_list(items, style="or" if either else "standard", locale=locale)


def _money(amount: Decimal, currency: str, locale: str) -> str:
    whole = amount == amount.to_integral_value()
    digits = 0 if whole or currency in WITHOUT_CENTS else 2
    pattern = "¤#,##0" if digits == 0 else "¤#,##0.00"
    if locale.startswith("zh") and (currency == "CNY" or (currency == "TWD" and locale.endswith("TW"))):
        return f"{format_decimal(amount, pattern.replace('¤', ''), locale=locale)}元"
    if locale.startswith("es_ES"):
        pattern = pattern.replace("¤", "") + " ¤"
    return format_currency(amount, currency, pattern, locale=locale, currency_digits=False)


def _day(on: date, locale: str) -> str:
    written = format_skeleton("MMMEd", on, locale=locale)
    if locale.startswith("zh"):
        written = written.replace(" ", "")
    # Hong Kong counts the days of the week by 星期, not by 週.
    return written.replace("週", "星期") if locale.endswith("Hant_HK") else written
