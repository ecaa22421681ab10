"""How late an account is."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """Ranges of days past due."""

    PRE_DUE = "pre_due"
    EARLY = "1-29"
    MIDDLE = "30-59"
    LATE = "60-89"
    VERY_LATE = "90+"


def days_past_due(due_on: date, today: date) -> int:
    """Whole days since the oldest unpaid due date; negative before it."""
    return (today - due_on).days


def stage(days: int) -> Stage:
    """The range that a number of days past due lies in; the due date itself still counts as before."""
    if days <= 0:
        return Stage.PRE_DUE
    if days < 30:
        return Stage.EARLY
    if days < 60:
        return Stage.MIDDLE
    if days < 90:
        return Stage.LATE
    return Stage.VERY_LATE
