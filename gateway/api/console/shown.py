"""The desk's pages in the agent's own language."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import Request

from catalogue.desk import moment, on_desk
from console.pages import page
from core.places import usual_zone
from storage.people import Borrower
from storage.work import Agent


def desk_page(name: str, request: Request, agent: Agent, **values: Any) -> str:
    """The template `name` for this agent: `t` says a text by its key, `when` a moment, both in their language."""
    return page(
        name,
        agent=agent,
        csrf=request.state.csrf,
        t=partial(on_desk, language=agent.language),
        when=partial(moment, language=agent.language),
        **values,
    )


def zone_of(borrower: Borrower | None) -> ZoneInfo:
    """The clock by which a borrower's days are counted; UTC where nobody is known."""
    if borrower is None:
        return ZoneInfo("UTC")
    return ZoneInfo(borrower.zone or usual_zone(borrower.jurisdiction))


def due_in(at: datetime, borrower: Borrower | None) -> datetime:
    """A deadline by the borrower's own clock."""
    return at.astimezone(zone_of(borrower))
