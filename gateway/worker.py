"""The worker: jobs of all queues, the promoter of planned contacts, the sweep. `python -m gateway.worker`."""

from __future__ import annotations

import asyncio
import signal

import structlog
from procrastinate import App

from gateway import logs
from gateway.jobs.engine import engine
from gateway.jobs.tasks import STALLED_SECONDS
from gateway.pipelines import contacts
from gateway.services import Services, build

log = structlog.get_logger()
PROMOTE_EVERY = 1.0
CONCURRENCY = 20


async def run(services: Services, app: App, *, stop: asyncio.Event) -> None:
    """Work until `stop` is set; what is in hand is finished first."""
    async with app.open_async():
        promoter = asyncio.create_task(_promote(services, stop))
        worker = asyncio.create_task(
            app.run_worker_async(
                concurrency=CONCURRENCY,
                delete_jobs="successful",
                update_heartbeat_interval=2.0,
                stalled_worker_timeout=STALLED_SECONDS,
                # A message that came while its lane was still busy is announced to nobody when the lane is free.
                fetch_job_polling_interval=0.25,
                shutdown_graceful_timeout=20.0,
                install_signal_handlers=False,
                additional_context={"services": services},
            )
        )
        waiting = asyncio.create_task(stop.wait())
        await asyncio.wait({worker, waiting, promoter}, return_when=asyncio.FIRST_COMPLETED)
        stop.set()
        worker.cancel()
        await asyncio.gather(worker, promoter, return_exceptions=True)
        waiting.cancel()


async def _promote(services: Services, stop: asyncio.Event) -> None:
    while not stop.is_set():
        try:
            while await contacts.promote(services) == 500:
                pass
        except Exception as error:  # the database may be away for a moment; the next round tries again
            log.warning("promoter_failed", kind=type(error).__name__)
        try:
            await asyncio.wait_for(stop.wait(), PROMOTE_EVERY)
        except TimeoutError:
            continue


async def main() -> None:
    """Run until told to stop."""
    logs.set_up()
    services = build()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    log.info("worker_ready")
    try:
        await run(services, engine(services.settings.database_url), stop=stop)
    finally:
        await services.aclose()


if __name__ == "__main__":
    asyncio.run(main())
