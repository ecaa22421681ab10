"""Starts services in order, starts again what ends, and stops everything in the opposite order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Protocol

from core.errors import KeptError

FIRST_WAIT_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 30.0
STEADY_AFTER_SECONDS = 60.0
LOOKS_EVERY_SECONDS = 15.0
PATIENCE_LOOKS = 4


class Service(Protocol):
    """Something that can be started, watched and stopped: a `Process`, `Postgres`, `Valkey`."""

    name: str

    async def start(self) -> None:
        """Start and return once healthy, or raise a `KeptError`."""

    async def healthy(self) -> bool:
        """Whether it answers now."""
        ...

    async def exited(self) -> int:
        """Wait for its end; answer its exit status."""
        ...

    async def stop(self) -> None:
        """End it, in order at first and by force at last."""


def backoff(failures: int) -> float:
    """Seconds to wait before the next start after so many failures in a row (1, 2, ...)."""
    return min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2.0 ** min(failures - 1, 16))


async def beside(*steps: Coroutine[object, object, None]) -> None:
    """Run the steps at once; the first `KeptError` of any ends the others and is raised by itself."""
    try:
        async with asyncio.TaskGroup() as group:
            for step in steps:
                group.create_task(step)
    except* KeptError as errors:
        raise _first(errors) from None


def _first(errors: BaseExceptionGroup[KeptError]) -> KeptError:
    found = errors.exceptions[0]
    return _first(found) if isinstance(found, BaseExceptionGroup) else found


class Supervisor:
    """Keeps services running from `start` until `stop`; `say` gets one line for each event."""

    def __init__(self, say: Callable[[str], None], *, looks_every: float = LOOKS_EVERY_SECONDS) -> None:
        self._say = say
        self._looks_every = looks_every
        self._asked_for: list[Service] = []
        self._watching: dict[Service, asyncio.Task[None]] = {}
        self._stopping = False

    async def start(self, *services: Service) -> None:
        """Start these beside each other and keep them running from now on; the first that fails is raised."""
        self._asked_for += services
        await beside(*(self._start_first(service) for service in services))

    async def stop(self) -> None:
        """Stop everything, what was asked for last first."""
        self._stopping = True
        for service in reversed(self._asked_for):
            watching = self._watching.pop(service, None)
            if watching is not None:
                watching.cancel()
                await asyncio.wait([watching])
                await service.stop()
                self._say(f"{service.name} stopped")
        self._asked_for.clear()

    async def _start_first(self, service: Service) -> None:
        began = asyncio.get_running_loop().time()
        await service.start()
        self._say(f"{service.name} is ready after {asyncio.get_running_loop().time() - began:.1f} s")
        self._watching[service] = asyncio.create_task(self._keep(service))

    async def _keep(self, service: Service) -> None:
        failures = 0
        loop = asyncio.get_running_loop()
        while not self._stopping:
            began = loop.time()
            status = await self._end_of(service)
            failures = 1 if loop.time() - began > STEADY_AFTER_SECONDS else failures + 1
            while not await self._started_again(service, status, failures):
                failures += 1

    async def _started_again(self, service: Service, status: int, failures: int) -> bool:
        wait = backoff(failures)
        self._say(f"{service.name} ended (status {status}), starts again in {wait:.1f} s")
        await asyncio.sleep(wait)
        try:
            await service.start()
        except KeptError as error:
            self._say(f"{service.name} did not start: {error}")
            return False
        self._say(f"{service.name} is ready again")
        return True

    async def _end_of(self, service: Service) -> int:
        """Wait until the service ends, or end it when it has not answered for too long."""
        ended = asyncio.create_task(service.exited())
        watched = asyncio.create_task(self._until_silent(service))
        try:
            await asyncio.wait([ended, watched], return_when=asyncio.FIRST_COMPLETED)
            if not ended.done():
                self._say(f"{service.name} does not answer any more")
                await service.stop()
            return await ended
        finally:
            for task in (ended, watched):
                task.cancel()

    async def _until_silent(self, service: Service) -> None:
        silent = 0
        while silent < PATIENCE_LOOKS:
            await asyncio.sleep(self._looks_every)
            silent = 0 if await service.healthy() else silent + 1
