"""What jobs do. Each stands alone; running one twice does its work once."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import wraps
from math import ceil
from typing import Any

import structlog
from procrastinate import BaseRetryStrategy, Blueprint, JobContext, RetryDecision
from procrastinate.jobs import Job

from core.errors import Unavailable
from gateway.jobs.queue import FILES, INBOUND, MAINTENANCE, OUTBOUND
from gateway.pipelines import attachments, contacts, inbound, letters, mailboxes, outbound
from gateway.services import Services

log = structlog.get_logger()

# Retries block the borrower's lane (that keeps the order), so they are short; then a person sees it.
PAUSES = (1, 2, 4, 8, 15, 30)
STALLED_SECONDS = 8.0
# WeChat hands a file out for three days; whoever is down for half a day is asked again.
FILE_PAUSES = (5, 30, 120, 600, 3600, 6 * 3600)


class InOrder(BaseRetryStrategy):
    """Try again after 1, 2, 4 ... seconds, not before the provider wants it; after the last one the job becomes a dead letter."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if job.attempts >= len(PAUSES):
            return None
        pause = PAUSES[job.attempts]
        if isinstance(exception, outbound.AskedToWait):
            pause = max(pause, ceil(exception.after))
        return RetryDecision(retry_in={"seconds": pause})


def durable(
    job: Callable[..., Awaitable[Any]],
) -> Callable[..., Awaitable[Any]]:
    """Keep a job that was given up as a dead letter that a person sees."""

    @wraps(job)
    async def run(context: JobContext, **arguments: str) -> Any:
        services: Services = context.additional_context["services"]
        try:
            return await job(services, **arguments)
        except Exception as error:
            last = context.job is not None and context.job.attempts >= len(PAUSES)
            log.warning("job_failed", task=job.__name__, kind=type(error).__name__, last=last)
            if last:
                await letters.bury(services, job.__name__, arguments, error)
                if isinstance(error, Unavailable):
                    return None
            raise

    return run


@durable
async def turn(services: Services, *, conversation_id: str) -> None:
    """Take the turns that wait in a conversation."""
    while await inbound.take_turn(services, uuid.UUID(conversation_id)):
        pass


@durable
async def deliver(services: Services, *, message_id: str) -> None:
    """Decide on a planned message and send it."""
    await outbound.deliver(services, uuid.UUID(message_id))


@durable
async def contact(services: Services, *, contact_id: str) -> None:
    """A planned contact is due: decide again what is said, and whether."""
    await contacts.take_up(services, uuid.UUID(contact_id))


class Patient(BaseRetryStrategy):
    """Ask for a file again after seconds, then minutes, then hours: nobody waits for it in a lane."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        del exception
        if job.attempts >= len(FILE_PAUSES):
            return None
        return RetryDecision(retry_in={"seconds": FILE_PAUSES[job.attempts]})


async def fetch(context: JobContext, *, attachment_id: str) -> None:
    """Fetch a file that came with a message."""
    services: Services = context.additional_context["services"]
    try:
        await attachments.fetch(services, uuid.UUID(attachment_id))
    except Exception as error:
        last = context.job is not None and context.job.attempts >= len(FILE_PAUSES)
        log.warning("job_failed", task="fetch", kind=type(error).__name__, last=last)
        if last:
            await letters.bury(services, "fetch", {"attachment_id": attachment_id}, error)
        raise


async def let_files_go(context: JobContext, timestamp: int) -> None:
    """Files whose time is over are let go."""
    del timestamp
    services: Services = context.additional_context["services"]
    await attachments.expire(services)


async def sweep(context: JobContext, timestamp: int) -> None:
    """Give the jobs of dead workers to living ones; without this they would wait for ever."""
    del timestamp
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS):
        log.warning("job_taken_over", task=job.task_name)
        await manager.retry_job(job)


async def settle_lost(context: JobContext, timestamp: int) -> None:
    """Messages whose sender died are unknown until a receipt or the provider's books tell."""
    del timestamp
    services: Services = context.additional_context["services"]
    await outbound.give_up_lost(services, older_than=timedelta(minutes=2))
    await outbound.settle_doubtful(services)


async def look_for_mail(context: JobContext, timestamp: int) -> None:
    """What came into a mailbox is taken in."""
    del timestamp
    services: Services = context.additional_context["services"]
    await mailboxes.look(services)


def business() -> Blueprint:
    """The tasks that routes and pipelines queue."""
    made = Blueprint()
    for job, queue in ((turn, INBOUND), (deliver, OUTBOUND), (contact, OUTBOUND)):
        made.task(name=job.__name__, queue=queue, retry=InOrder(), pass_context=True)(job)
    made.task(name="fetch", queue=FILES, retry=Patient(), pass_context=True)(fetch)
    return made


def upkeep() -> Blueprint:
    """What the clock sets off, on one worker at a time."""
    made = Blueprint()
    by_clock = (
        (sweep, "* * * * * */3"),
        (settle_lost, "* * * * *"),
        (let_files_go, "7 * * * *"),
        (look_for_mail, "* * * * * */15"),
    )
    for job, cron in by_clock:
        task = made.task(name=job.__name__, queue=MAINTENANCE, pass_context=True, queueing_lock=job.__name__)(
            job
        )
        made.periodic(cron=cron)(task)
    return made
