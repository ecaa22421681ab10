"""What a borrower has said of when and where to write, as flags of the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from compliance.spans import WEEK
from storage.people import PreferenceRule

_WHOLE = ("00:00", "24:00")
# A silence that was asked for is kept so long; then it is time to ask again.
_LONGEST = timedelta(days=366)


def as_flags(rules: Sequence[PreferenceRule]) -> list[str]:
    """What is unwanted, of all that was said; and all that lies outside what is wanted, as it was said last."""
    flags = [f"medium_refused:{channel}" for channel in _refused(rules)]
    for rule in rules:
        for window in rule.windows:
            if not window.get("wanted", True):
                flags += _unwanted(window, rule)
        flags += _before(rule)
    weekly = [(rule, _wanted_weekly(rule)) for rule in rules]
    last = max((said for said in weekly if said[1]), key=lambda said: said[0].at, default=None)
    return flags + (_outside(last[1]) if last else [])


def _refused(rules: Sequence[PreferenceRule]) -> list[str]:
    """The channels that are refused: a later wish for one takes back that it was, and nothing else does."""
    refused: dict[str, None] = {}
    for rule in sorted(rules, key=lambda said: said.at):
        if rule.channel_unwanted:
            refused[rule.channel_unwanted] = None
        if rule.channel_wanted:
            refused.pop(rule.channel_wanted, None)
    return ["voice" if channel == "phone" else channel for channel in refused]


def _wanted_weekly(rule: PreferenceRule) -> list[Mapping[str, Any]]:
    return [window for window in rule.windows if window.get("wanted", True) and not window.get("date")]


def _unwanted(window: Mapping[str, Any], rule: PreferenceRule) -> list[str]:
    if place := window.get("place"):
        return [f"inconvenient_place:{place}"]
    if until := window.get("until"):
        return _days(rule, date.fromisoformat(str(until)))
    if window.get("date"):
        # An hour of one day that is refused costs that day: nothing is lost by the next one.
        return [f"inconvenient_day:{window['date']}"]
    days_of_it = window.get("days") or WEEK
    if _span(window) == _WHOLE and len(days_of_it) < len(WEEK):
        return [f"inconvenient_day:{','.join(days_of_it)}"]
    return ["inconvenient_time:" + "-".join(_span(window))]


def _before(rule: PreferenceRule) -> list[str]:
    """Who wishes to be written to on one day, and says no more, wants nothing before it."""
    if not rule.windows or not all(
        window.get("date") and window.get("wanted", True) for window in rule.windows
    ):
        return []
    return _days(rule, date.fromisoformat(min(window["date"] for window in rule.windows)))


def _days(rule: PreferenceRule, end: date) -> list[str]:
    """Every day from when it was said, by any clock, up to `end`."""
    first = rule.at.date() - timedelta(days=1)
    return [
        f"inconvenient_day:{(first + timedelta(number)).isoformat()}"
        for number in range(min(end - first, _LONGEST).days)
    ]


def _outside(wanted: Sequence[Mapping[str, Any]]) -> list[str]:
    """The days that no window names, and the hours that none of them has, whichever its days."""
    days = {day for window in wanted for day in window.get("days") or WEEK}
    left_out = [day for day in WEEK if day not in days]
    flags = [f"inconvenient_day:{','.join(left_out)}"] if left_out else []
    free_from = "00:00"
    for start, end in sorted(_span(window) for window in wanted):
        if start > free_from:
            flags.append(f"inconvenient_time:{free_from}-{start}")
        free_from = max(free_from, end)
    if free_from != "24:00":
        flags.append(f"inconvenient_time:{free_from}-24:00")
    return flags


def _span(window: Mapping[str, Any]) -> tuple[str, str]:
    return window.get("from") or "00:00", window.get("to") or "24:00"
