"""Counts that name nobody."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert

from storage.database import Work
from storage.work import RefusedRequest


async def refused(work: Work, provider: str, cause: str) -> None:
    """One more request to this provider's route was refused today (UTC), for this cause."""
    row = insert(RefusedRequest).values(day=work.now.date(), provider=provider, cause=cause, count=1)
    await work.session.execute(
        row.on_conflict_do_update(
            index_elements=["day", "provider", "cause"], set_={"count": RefusedRequest.count + 1}
        )
    )
