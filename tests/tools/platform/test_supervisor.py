"""The supervisor: order, restarts, stopping; with obedient services and with real processes."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import sys
from pathlib import Path

import pytest

from core.errors import Unavailable
from tools.platform.output import HIDDEN, Output
from tools.platform.process import Process, captured
from tools.platform.supervisor import LONGEST_WAIT_SECONDS, Supervisor, backoff


class Obedient:
    """A service that starts, ends and falls silent on command, and writes down what was asked of it."""

    def __init__(self, name: str, diary: list[str], *, refuses: int = 0) -> None:
        self.name = name
        self.answering = True
        self._diary = diary
        self._refuses = refuses
        self._end: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def start(self) -> None:
        self._diary.append(f"start {self.name}")
        if self._refuses:
            self._refuses -= 1
            raise Unavailable(f"{self.name} cannot start.")
        self.answering = True
        self._end = asyncio.get_running_loop().create_future()

    async def healthy(self) -> bool:
        return self.answering

    async def exited(self) -> int:
        return await asyncio.shield(self._end)

    async def stop(self) -> None:
        self._diary.append(f"stop {self.name}")
        self.end(0)

    def end(self, status: int) -> None:
        if not self._end.done():
            self._end.set_result(status)


async def until(diary: list[str], entry: str, times: int) -> None:
    async with asyncio.timeout(10):
        while diary.count(entry) < times:  # noqa: ASYNC110 - a diary rings no bell
            await asyncio.sleep(0.01)


async def test_services_start_in_order_and_stop_in_the_opposite_one() -> None:
    diary: list[str] = []
    supervisor = Supervisor(lambda text: None)
    await supervisor.start(Obedient("db", diary))
    await supervisor.start(Obedient("gateway", diary))
    await supervisor.stop()
    assert diary == ["start db", "start gateway", "stop gateway", "stop db"]


async def test_what_ends_is_started_again_and_what_cannot_start_is_tried_again() -> None:
    diary: list[str] = []
    told: list[str] = []
    supervisor = Supervisor(told.append)
    worker = Obedient("worker", diary)
    await supervisor.start(worker)
    worker._refuses = 1
    worker.end(-9)
    await until(diary, "start worker", 3)
    await supervisor.stop()
    assert "worker ended (status -9), starts again in 0.5 s" in told
    assert "worker did not start: worker cannot start." in told
    assert "worker is ready again" in told


async def test_what_does_not_answer_any_more_is_ended_and_started_again() -> None:
    diary: list[str] = []
    supervisor = Supervisor(lambda text: None, looks_every=0.01)
    gateway = Obedient("gateway", diary)
    await supervisor.start(gateway)
    gateway.answering = False
    await until(diary, "start gateway", 2)
    await supervisor.stop()
    assert diary[:3] == ["start gateway", "stop gateway", "start gateway"]


async def test_a_first_start_that_fails_is_told_as_it_is() -> None:
    diary: list[str] = []
    supervisor = Supervisor(lambda text: None)
    with pytest.raises(Unavailable, match="db cannot start"):
        await supervisor.start(Obedient("redis", diary), Obedient("db", diary, refuses=1))
    await supervisor.stop()


def test_the_wait_doubles_up_to_half_a_minute() -> None:
    assert [backoff(failures) for failures in (1, 2, 3, 4)] == [0.5, 1.0, 2.0, 4.0]
    assert backoff(500) == LONGEST_WAIT_SECONDS


def process(source: str, output: Output, *, stops_within: float = 5) -> Process:
    return Process(
        "worker",
        [sys.executable, "-u", "-c", source],
        env={"PATH": os.defpath},
        cwd=Path("/"),
        output=output,
        stops_within=stops_within,
    )


async def test_lines_carry_the_process_name_and_no_secret(tmp_path: Path) -> None:
    stream = io.StringIO()
    output = Output(tmp_path, secrets=["swordfish-swordfish"], stream=stream)
    status = await process("print('the key is swordfish-swordfish')", output).run_to_its_end()
    output.close()
    assert status == 0
    assert stream.getvalue() == f"   worker | the key is {HIDDEN}\n"
    assert "swordfish" not in (tmp_path / "worker.log").read_text()


async def test_a_line_without_an_end_is_left_out_and_the_next_is_shown(tmp_path: Path) -> None:
    stream = io.StringIO()
    output = Output(tmp_path, stream=stream)
    await process("print('x' * 1_000_000); print('and on')", output).run_to_its_end()
    output.close()
    assert "xxxx" not in stream.getvalue()
    assert stream.getvalue().endswith("worker | and on\n")


async def test_a_process_that_ignores_the_request_to_end_is_killed(tmp_path: Path) -> None:
    output = Output(tmp_path, stream=io.StringIO())
    source = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
    stubborn = process(source, output, stops_within=0.3)
    await stubborn.start()
    await stubborn.stop()
    output.close()
    assert await stubborn.exited() == -signal.SIGKILL


async def test_a_process_that_ends_at_once_says_so(tmp_path: Path) -> None:
    output = Output(tmp_path, stream=io.StringIO())
    with pytest.raises(Unavailable, match="worker ended at once \\(status 3\\)"):
        await process("raise SystemExit(3)", output).start()
    output.close()


async def test_a_step_that_is_broken_off_leaves_no_process_behind(tmp_path: Path) -> None:
    output = Output(tmp_path, stream=io.StringIO())
    step = process("import time; time.sleep(600)", output)
    running = asyncio.create_task(step.run_to_its_end())
    while step.pid is None:  # noqa: ASYNC110 - a start sets no event
        await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    output.close()
    assert await step.exited() != 0


async def test_what_a_command_prints_is_kept_apart_from_its_complaints() -> None:
    source = "import sys; print('told'); print('complained', file=sys.stderr); sys.exit(3)"
    status, told, complaints = await captured(
        [sys.executable, "-c", source], env={"PATH": os.defpath}, cwd=Path("/")
    )
    assert (status, told, complaints) == (3, "told\n", "complained\n")
