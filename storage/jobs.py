"""Queueing a job in the transaction that makes it needed: rolled back with it, visible with it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from storage.database import Work

_DEFER = (
    "select procrastinate_defer_jobs_v1(array[row(%s, %s, 0, %s, null, %s::jsonb, null)"
    "::procrastinate_job_to_defer_v1])"
)

_DEFER_ALL = """
    select procrastinate_defer_jobs_v1(array_agg(
        row(%s, %s, 0, job.lane, null, job.arguments::jsonb, null)::procrastinate_job_to_defer_v1
        order by job.place
    ))
    from unnest(%s::text[], %s::text[]) with ordinality as job (lane, arguments, place)
"""


async def enqueue(work: Work, *, task: str, queue: str, lane: str, arguments: Mapping[str, str]) -> None:
    """Queue `task` for now. Jobs of one `lane` run one after the other, on whichever machine."""
    connection = await work.raw()
    async with connection.cursor() as cursor:
        await cursor.execute(_DEFER, (queue, task, lane, json.dumps(dict(arguments))))


async def enqueue_all(
    work: Work, *, task: str, queue: str, jobs: Sequence[tuple[str, Mapping[str, str]]]
) -> None:
    """Queue `task` once for each lane and arguments given, in this order."""
    if not jobs:
        return
    lanes = [lane for lane, _ in jobs]
    arguments = [json.dumps(dict(given)) for _, given in jobs]
    connection = await work.raw()
    async with connection.cursor() as cursor:
        await cursor.execute(_DEFER_ALL, (queue, task, lanes, arguments))
