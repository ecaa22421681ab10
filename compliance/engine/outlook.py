"""What of our own initiative is held back right now, by channel: for the desk, campaigns and `kept play`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from compliance.engine.decide import decide
from compliance.engine.rulebook import Rulebook
from compliance.facts import Facts

ALL = "all"


@dataclass(frozen=True)
class HeldBack:
    """A channel (or `all`) on which no reminder may go; `until` is UTC, None if waiting does not help."""

    channel: str
    until: datetime | None


def held_back(
    facts: Facts, at: datetime, channels: Sequence[str], rulebook: Rulebook | None = None
) -> tuple[HeldBack, ...]:
    """Decide a reminder of these facts on each channel; `all` comes first when no channel is open.

    With `all`, `until` is the earliest moment at which any channel opens. Channels whose own answer is another
    follow it by name; without `all`, every channel that is held back is named.
    """
    found = []
    for channel in channels:
        decision = decide(
            replace(facts, channel=channel, purpose="reminder", acknowledges_only=False), at, rulebook
        )
        if not decision.allowed:
            found.append(HeldBack(channel, decision.next_allowed_at))
    if not found or len(found) < len(channels):
        return tuple(found)
    opening = min((each.until for each in found if each.until is not None), default=None)
    return (HeldBack(ALL, opening), *(each for each in found if each.until != opening))
