"""What a borrower wished for of when and where to be written to, in words for the desk."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from babel.dates import get_day_names

from catalogue.desk import on_desk
from catalogue.rendering import locale_of
from catalogue.values import day
from compliance.spans import WEEK
from storage.people import PreferenceRule

_ALL_DAY = ("00:00", "24:00")


@dataclass(frozen=True)
class Wished:
    """One thing that was wished for: the rule that keeps it, its words, and when it was said."""

    rule_id: uuid.UUID
    words: tuple[str, ...]
    at: datetime


def in_words(rules: Sequence[PreferenceRule], language: str, *, today: date) -> list[Wished]:
    """The wishes that still bind on `today`, the newest first, in the agent's `language`."""
    found = [
        Wished(rule.id, tuple(_said(rule, language, today)), rule.at)
        for rule in sorted(rules, key=lambda rule: rule.at, reverse=True)
    ]
    return [wished for wished in found if wished.words]


def _said(rule: PreferenceRule, language: str, today: date) -> list[str]:
    said = []
    for window in rule.windows:
        if place := window.get("place"):
            said.append(on_desk("wish_not", language, {"when": on_desk(f"wish_at_{place}", language)}))
        elif not _over(window, today):
            key = "wish_only" if window.get("wanted", True) else "wish_not"
            said.append(on_desk(key, language, {"when": _when(window, language)}))
    for key, channel in (("wish_only", rule.channel_wanted), ("wish_not", rule.channel_unwanted)):
        if channel:
            said.append(on_desk(key, language, {"when": on_desk(f"channel_{channel}", language)}))
    return said


def _over(window: Mapping[str, Any], today: date) -> bool:
    """Whether it speaks of days that are past."""
    last = window.get("until") or window.get("date")
    return bool(last) and date.fromisoformat(str(last)) < today


def _when(window: Mapping[str, Any], language: str) -> str:
    if until := window.get("until"):
        return on_desk("wish_until", language, {"day": day(date.fromisoformat(str(until)))})
    span = (window.get("from") or "00:00", window.get("to") or "24:00")
    if on := window.get("date"):
        days = on_desk("wish_on", language, {"day": day(date.fromisoformat(str(on)))})
    else:
        days = _days(window.get("days") or WEEK, language)
    return days if span == _ALL_DAY else f"{days}, {_hours(span, language)}"


def _hours(span: tuple[str, str], language: str) -> str:
    start, end = span
    if end == "24:00":
        return on_desk("wish_after", language, {"time": start})
    return f"{start}–{end}"


def _days(days: Sequence[str], language: str) -> str:
    """Weekdays as runs: "Mon–Fri", "Sat, Sun"; all seven are every day."""
    if set(days) >= set(WEEK):
        return on_desk("wish_every_day", language)
    names = get_day_names("abbreviated", locale=locale_of(language, None))
    runs: list[list[int]] = []
    for place in sorted(WEEK.index(name) for name in days):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    shown = [
        f"{names[run[0]]}–{names[run[-1]]}" if len(run) > 2 else ", ".join(names[place] for place in run)
        for run in runs
    ]
    return ", ".join(shown)
