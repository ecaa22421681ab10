"""Queueing a job in the transaction that makes it needed: rolled back with it, visible with it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from storage.database import Work

_DEFER = (
    "select procrastinate_defer_jobs_v1(array[row(%s, %s, 0, %s, null, %s::jsonb, null)"
    "::procrastinate_job_to_defer_v1])"
)


async def enqueue(work: Work, *, task: str, queue: str, lane: str, arguments: Mapping[str, str]) -> None:
    """Queue `task` for now. Jobs of one `lane` run one after the other, on whichever machine."""
    connection = await work.raw()
    async with connection.cursor() as cursor:
        await cursor.execute(_DEFER, (queue, task, lane, json.dumps(dict(arguments))))
