"""One process of ours: started on a leash, its lines written down, healthy when its check says so."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

import httpx

from core.errors import Unavailable
from tools.platform import children
from tools.platform.output import LARGEST_LINE, Output

Check = Callable[[], Awaitable[bool]]
POLL_SECONDS = 0.1


class Process:
    """A command with a name. `check` says whether it is healthy; without one it is once it has lived `settles` seconds."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        cwd: Path,
        output: Output,
        check: Check | None = None,
        settles: float = 1.0,
        ready_within: float = 120.0,
        stops_within: float = 25.0,
    ) -> None:
        self.name = name
        self._command = list(command)
        self._env = dict(env)
        self._cwd = cwd
        self._output = output
        self._check = check
        self._settles = settles
        self._ready_within = ready_within
        self._stops_within = stops_within
        self._child: asyncio.subprocess.Process | None = None
        self._reading: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """The running process's number."""
        return None if self._child is None else self._child.pid

    async def start(self) -> None:
        """Start it and wait until it is healthy; `Unavailable` when it ends or takes too long."""
        child = await self._spawn()
        try:
            async with asyncio.timeout(self._ready_within):
                await self._until_ready(child)
        except TimeoutError:
            await self.stop()
            raise Unavailable(
                f"The {self.name} was not ready within {self._ready_within:.0f} seconds.",
                remedy=self._see_log(),
            ) from None
        except BaseException:
            await self.stop()
            raise

    async def run_to_its_end(self) -> int:
        """Start it, wait for its end and answer its exit status."""
        child = await self._spawn()
        try:
            status = await child.wait()
        except BaseException:
            await self.stop()
            raise
        await self._read_out()
        return status

    async def healthy(self) -> bool:
        """Whether it runs and its check agrees."""
        if self._child is None or self._child.returncode is not None:
            return False
        return True if self._check is None else await self._check()

    async def exited(self) -> int:
        """Wait until it has ended, by itself or stopped; answer its exit status."""
        if self._child is None:
            return 0
        status = await self._child.wait()
        await self._read_out()
        return status

    async def stop(self) -> None:
        """Ask it to end (SIGTERM), and kill it when its time is up."""
        child = self._child
        if child is None:
            return
        for sign, seconds in ((signal.SIGTERM, self._stops_within), (signal.SIGKILL, 10.0)):
            if child.returncode is None:
                self._send(child, sign)
                try:
                    async with asyncio.timeout(seconds):
                        await child.wait()
                except TimeoutError:
                    continue
        await self._read_out()

    def kill(self) -> None:
        """End it this instant."""
        if self._child is not None and self._child.returncode is None:
            self._send(self._child, signal.SIGKILL)

    async def _spawn(self) -> asyncio.subprocess.Process:
        child = await asyncio.create_subprocess_exec(
            *children.leashed(self._command, sign=signal.SIGTERM),
            env=self._env,
            cwd=self._cwd,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
            limit=LARGEST_LINE,
        )
        if child.stdout is None:
            raise ValueError("the process was started without its output")
        self._child = child
        self._reading = asyncio.create_task(self._output.follow(self.name, child.stdout))
        return child

    async def _until_ready(self, child: asyncio.subprocess.Process) -> None:
        loop = asyncio.get_running_loop()
        settled = loop.time() + (self._settles if self._check is None else 0)
        while child.returncode is None:
            if loop.time() >= settled and await self.healthy():
                return
            await asyncio.sleep(POLL_SECONDS)
        raise Unavailable(
            f"The {self.name} ended at once (status {child.returncode}).", remedy=self._see_log()
        )

    def _see_log(self) -> str:
        return f"See {self._output.file(self.name)}."

    async def _read_out(self) -> None:
        """Let the last lines be written; a grandchild that holds the pipe open is not waited for."""
        if self._reading is not None:
            await asyncio.wait([self._reading], timeout=2)
            self._reading.cancel()
            self._reading = None

    @staticmethod
    def _send(child: asyncio.subprocess.Process, sign: signal.Signals) -> None:
        try:
            child.send_signal(sign)
        except ProcessLookupError:
            return


async def captured(command: Sequence[str], *, env: Mapping[str, str], cwd: Path) -> tuple[int, str, str]:
    """Run `command` to its end; its exit status, what it printed, what it complained of. It ends when we are stopped."""
    child = await asyncio.create_subprocess_exec(
        *children.leashed(command, sign=signal.SIGTERM),
        env=dict(env),
        cwd=cwd,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        told, complaints = await child.communicate()
    except BaseException:
        if child.returncode is None:
            child.kill()
            await child.wait()
        raise
    return await child.wait(), told.decode(errors="replace"), complaints.decode(errors="replace")


def answers(
    url: str, *, headers: Mapping[str, str] | None = None, accept: Callable[[httpx.Response], bool]
) -> Check:
    """A check that asks `url` and hands the answer to `accept`; no answer is a no."""

    async def check() -> bool:
        try:
            async with httpx.AsyncClient(timeout=10, trust_env=False) as client:
                return accept(await client.get(url, headers=dict(headers or {})))
        except (httpx.HTTPError, ValueError):
            return False

    return check
