"""`kept db` as a person runs it: the same supervision as `kept up`, with the servers alone."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from core.errors import Unavailable
from tools.platform import running
from tools.platform.processes import gateway_command
from tools.platform.services import services
from tools.platform.single import ready_environment
from tools.platform.up import greeting

ROOT = Path(__file__).resolve().parents[3]


class Terminal:
    """One `kept db` in a terminal of its own, on a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> dict[str, str]:
        """Start it, wait until it says that the servers run, and answer what it left for other commands."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tools.cli", "db"],
            cwd=ROOT,
            env={"PATH": os.defpath, "KEPT_HOME": str(self.home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if "The servers run" in line:
                return dict(json.loads((self.home / running.NOTE).read_text()))
        raise AssertionError("it ended before the servers ran")

    def end(self, sign: signal.Signals) -> int:
        """Send `sign`, wait for the end, answer the exit status."""
        assert self.process is not None
        self.process.send_signal(sign)
        self.process.communicate(timeout=60)
        return self.process.returncode

    def server(self) -> int:
        """The process id of its PostgreSQL."""
        return int((self.home / "postgres" / "data" / "postmaster.pid").read_text().split("\n")[0])


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    home = Path(tempfile.mkdtemp(prefix="kept-test-"))
    home.chmod(0o755)
    opened = Terminal(home)
    yield opened
    if opened.process is not None and opened.process.poll() is None:
        opened.end(signal.SIGTERM)
    if opened.process is not None and opened.process.stdout is not None:
        opened.process.stdout.close()
    shutil.rmtree(home, ignore_errors=True)


def answers(url: str, question: str = "SELECT 1", *, within: float = 20) -> object:
    """The first field of what the database says (None of nothing), asked again until it answers."""
    until = time.monotonic() + within
    while True:
        try:
            with psycopg.connect(url, autocommit=True, connect_timeout=2) as connection:
                found = connection.execute(question.encode())
                row = found.fetchone() if found.description else None
                return row and row[0]
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def test_a_killed_database_is_back_on_the_same_address_and_ctrl_c_keeps_the_data(terminal: Terminal) -> None:
    url = terminal.start()["KEPT_DATABASE_URL"]
    answers(url, "CREATE TABLE seen AS SELECT 7 AS n")
    first = terminal.server()

    os.kill(first, signal.SIGKILL)

    assert answers(url, "SELECT n FROM seen") == 7
    assert terminal.server() != first
    assert terminal.end(signal.SIGINT) == 0
    assert not (terminal.home / running.NOTE).exists()
    assert answers(terminal.start()["KEPT_DATABASE_URL"], "SELECT n FROM seen") == 7


def test_nothing_outlives_a_killed_supervisor(terminal: Terminal) -> None:
    url = terminal.start()["KEPT_DATABASE_URL"]
    server = terminal.server()
    terminal.end(signal.SIGKILL)

    until = time.monotonic() + 20
    while Path(f"/proc/{server}").exists() and time.monotonic() < until:
        time.sleep(0.05)

    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)
    assert answers(terminal.start()["KEPT_DATABASE_URL"]) == 1


def test_a_second_one_says_that_the_first_runs(terminal: Terminal) -> None:
    terminal.start()
    second = subprocess.run(
        [sys.executable, "-m", "tools.cli", "db"],
        cwd=ROOT,
        env={"PATH": os.defpath, "KEPT_HOME": str(terminal.home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 1
    assert (
        second.stderr
        == "kept: Kept is running here already. Stop it with Ctrl-C where it was started, or use it.\n"
    )


def test_no_secret_is_in_the_logs_or_on_the_terminal(terminal: Terminal) -> None:
    told = terminal.start()
    assert terminal.process is not None
    terminal.process.send_signal(signal.SIGTERM)
    shown, _ = terminal.process.communicate(timeout=60)
    logged = "".join(path.read_text(errors="replace") for path in terminal.home.rglob("*.log"))

    hidden = [told[name] for name in ("KEPT_SECRET_KEY", "KEPT_RASA_TOKEN")]
    hidden += [
        told[name].split(":")[2].split("@")[0]
        for name in told
        if name.endswith(("DATABASE_URL", "REDIS_URL"))
    ]
    assert len(hidden) == 6
    assert "database system is ready" in logged
    assert [secret for secret in hidden if secret in logged + shown] == []


async def test_a_command_uses_the_servers_that_run_here(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = terminal.start()
    monkeypatch.setenv("KEPT_HOME", str(terminal.home))
    async with services({}) as ready:
        assert ready["KEPT_DATABASE_URL"] == told["KEPT_DATABASE_URL"]


async def test_a_command_alone_starts_servers_for_its_own_time(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEPT_HOME", str(terminal.home))
    async with services({}) as ready:
        url = ready["KEPT_DATABASE_URL"]
        beside = asyncio.create_task(address_for_its_own_time())
        await asyncio.sleep(1)
        assert not beside.done()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)
    assert await beside != url


async def address_for_its_own_time() -> str:
    async with services({}) as ready:
        return ready["KEPT_DATABASE_URL"]


def test_one_process_by_itself_finds_the_servers_that_run_here(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEPT_HOME", str(terminal.home))
    for name in ("KEPT_DATABASE_URL", "KEPT_REDIS_URL", "KEPT_RASA_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(
        Unavailable, match="KEPT_DATABASE_URL, KEPT_REDIS_URL, KEPT_RASA_DATABASE_URL is not set"
    ):
        ready_environment()

    told = terminal.start()

    assert told.items() <= ready_environment().items()
    assert gateway_command(ready_environment())[-2:] == ["--port", "8080"]


def test_the_greeting_says_where_it_is_and_what_the_sample_data_says() -> None:
    told = greeting({"KEPT_PUBLIC_URL": "http://127.0.0.1:8080"}, "Log in as ...\n")
    assert told.splitlines()[1] == "Kept runs: http://127.0.0.1:8080"
    assert "Log in as ..." in told
    assert told.endswith("Ctrl-C stops everything; the data stays.\n")
