"""The leash: a child that ends with its parent, by the kernel's word or by its own watch."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.platform import children

ROOT = Path(__file__).resolve().parents[3]
CHILD = "import os, sys, time; print(os.getpid(), file=open(sys.argv[1], 'w'), flush=True); time.sleep(600)"
BY_THE_KERNEL = """
import signal, subprocess, sys, time
from tools.platform.children import leashed
subprocess.Popen(leashed([sys.executable, "-c", sys.argv[1], sys.argv[2]], sign=signal.SIGTERM))
time.sleep(600)
"""
BY_ITS_OWN_WATCH = """
import os, signal, sys
from tools.platform.leash import stay_and_watch
parent = os.getpid()
if os.fork() == 0:
    os._exit(stay_and_watch([sys.executable, "-c", sys.argv[1], sys.argv[2]], parent, signal.SIGTERM) & 255)
os.wait()
"""


def gone(pid: int) -> bool:
    """Whether the process has ended; one that nobody has fetched yet counts as ended."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


def until(found: Path) -> int:
    deadline = time.monotonic() + 20
    while not (found.exists() and found.read_text().endswith("\n")):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return int(found.read_text())


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(
            BY_THE_KERNEL,
            id="by the kernel",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a parent's end"),
        ),
        pytest.param(BY_ITS_OWN_WATCH, id="by its own watch"),
    ],
)
def test_a_child_ends_with_its_killed_parent(program: str, tmp_path: Path) -> None:
    told = tmp_path / "pid"
    with subprocess.Popen([sys.executable, "-c", program, CHILD, str(told)], cwd=ROOT) as parent:
        child = until(told)
        assert not gone(child)
        parent.kill()

    deadline = time.monotonic() + 10
    while not gone(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert gone(child)


async def test_a_child_gets_its_own_signals_and_keeps_its_status(tmp_path: Path) -> None:
    source = "import signal, sys, time; signal.signal(signal.SIGTERM, lambda *_: sys.exit(7)); print(flush=True); time.sleep(600)"
    with (tmp_path / "log").open("wb") as log:
        child = children.start([sys.executable, "-c", source], log=log, sign=signal.SIGTERM)
    while not (tmp_path / "log").read_bytes():
        time.sleep(0.02)  # noqa: ASYNC251 - nothing else runs here
    assert await children.stop(child, [(signal.SIGTERM, 10.0)]) == 7
