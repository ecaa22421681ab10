"""The field `ladder` of a policy table: in which order a borrower's addresses are tried."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from campaigns.ladder import CRITERIA
from campaigns.tables import Path, Table
from core.messages import Channel
from core.policy import LadderRules

FIELDS = ("by", "order", "cost", "unanswered", "wait_hours")
_MOST_UNANSWERED, _LONGEST_WAIT = 20, 24 * 7


def check(table: Table, path: Path, value: Any) -> None:
    """Note what is wrong with the field."""
    if not isinstance(value, Mapping):
        table.wrong(path, "is not a table of fields.", f"Give it fields: {', '.join(FIELDS)}.")
        return
    for name in value:
        if name not in FIELDS:
            table.wrong((*path, str(name)), "is not a field of a ladder.", f"Known are {', '.join(FIELDS)}.")
    _words(table, (*path, "by"), value.get("by"), tuple(CRITERIA))
    _words(table, (*path, "order"), value.get("order"), tuple(map(str, Channel)))
    _whole(table, (*path, "unanswered"), value.get("unanswered"), 1, _MOST_UNANSWERED)
    _whole(table, (*path, "wait_hours"), value.get("wait_hours"), 0, _LONGEST_WAIT)
    _cost(table, (*path, "cost"), value.get("cost"))


def _words(table: Table, path: Path, value: Any, known: tuple[str, ...]) -> None:
    if value is None:
        return
    if not isinstance(value, list) or any(word not in known for word in value):
        table.wrong(path, "names what is not known.", f"Use some of {', '.join(known)}.")
    elif len(set(value)) < len(value):
        table.wrong(path, "names something twice.", "Keep each once.")


def _whole(table: Table, path: Path, value: Any, least: int, most: int) -> None:
    if value is not None and (
        isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most
    ):
        table.wrong(path, "is not a whole number in reach.", f"Write one from {least} to {most}.")


def _cost(table: Table, path: Path, value: Any) -> None:
    if value is None:
        return
    if not isinstance(value, Mapping):
        table.wrong(path, "is not a table of figures.", 'Write it as {sms: "0.0079"}.')
        return
    for channel, figure in value.items():
        if channel not in set(Channel):
            table.wrong((*path, str(channel)), "is not a channel.", f"Use some of {', '.join(Channel)}.")
        if not isinstance(figure, str) or _amount(figure) is None:
            table.wrong((*path, str(channel)), "is not a figure.", 'Write it between quotes: "0.0079".')


def _amount(figure: str) -> Decimal | None:
    try:
        amount = Decimal(figure)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount >= 0 else None


def read(value: Any) -> LadderRules:
    """The rules of a field that `check` found right; the usual ones where the table is silent."""
    told = value or {}
    usual = LadderRules()
    return LadderRules(
        by=tuple(told.get("by") or usual.by),
        order=tuple(told.get("order") or ()),
        cost={str(channel): Decimal(figure) for channel, figure in (told.get("cost") or {}).items()},
        unanswered=told.get("unanswered") or usual.unanswered,
        wait=timedelta(hours=told["wait_hours"]) if told.get("wait_hours") is not None else usual.wait,
    )
