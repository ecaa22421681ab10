"""Counts that name nobody."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert

from storage.database import Work
from storage.work import RateBucket, RefusedRequest


async def refused(work: Work, provider: str, cause: str) -> None:
    """One more request to this provider's route was refused today (UTC), for this cause."""
    row = insert(RefusedRequest).values(day=work.now.date(), provider=provider, cause=cause, count=1)
    await work.session.execute(
        row.on_conflict_do_update(
            index_elements=["day", "provider", "cause"], set_={"count": RefusedRequest.count + 1}
        )
    )


async def take(work: Work, sender: str, window: datetime, limit: int) -> bool:
    """Count one more message of `sender` in this window; False, and nothing counted, when it is full."""
    row = insert(RateBucket).values(sender=sender, window=window, count=1)
    counted = await work.session.scalar(
        row.on_conflict_do_update(
            index_elements=["sender", "window"],
            set_={"count": RateBucket.count + 1},
            where=RateBucket.count < limit,
        ).returning(RateBucket.count)
    )
    if counted == 1:
        await work.session.execute(
            delete(RateBucket).where(
                RateBucket.sender == sender, RateBucket.window < window - timedelta(minutes=1)
            )
        )
    return counted is not None
