"""Runs the programs of the set-up, their output in a log of each step; a failure becomes one sentence."""

from __future__ import annotations

import os
import re
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tools.setup.places import LOGS, ROOT
from tools.setup.say import Trouble

NO_NETWORK = re.compile(
    r"error sending request|dns error|failed to lookup address|Connection refused|Network is unreachable"
    r"|Temporary failure in name resolution|Failed to establish a new connection|client error \(Connect\)"
    r"|tls handshake|invalid peer certificate|Could not connect|operation timed out",
    re.IGNORECASE,
)
NO_SPACE = re.compile(r"No space left on device|os error 28|Disk quota exceeded", re.IGNORECASE)
NOT_SERVED = re.compile(
    r"No matching distribution|was not found in the package registry|hash mismatch|DO NOT MATCH THE HASHES",
    re.IGNORECASE,
)
PYTHON_ERROR = re.compile(r"[A-Za-z_.]*(Error|Exception): ")

_running: set[subprocess.Popen[bytes]] = set()
_stopping = threading.Event()


def slug(name: str) -> str:
    """A step's name as a file name."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def log_of(step: str) -> Path:
    """Where the output of this step goes."""
    return LOGS / f"setup-{slug(step)}.log"


def program(
    command: Sequence[str | Path],
    *,
    step: str,
    env: Mapping[str, str] | None = None,
    on_line: Callable[[str], None] | None = None,
) -> None:
    """Run `command` from the repository's root, its output in the step's log; `Trouble` when it fails."""
    if _stopping.is_set():
        raise Trouble("The set-up was stopped.")
    LOGS.mkdir(parents=True, exist_ok=True)
    words = [str(word) for word in command]
    with log_of(step).open("ab") as log:
        log.write(f"$ {' '.join(words)}\n".encode())
        log.flush()
        try:
            child = subprocess.Popen(  # noqa: S603 - our own command line, no shell
                words,
                cwd=ROOT,
                env=dict(os.environ if env is None else env),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE if on_line else log,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            raise Trouble(f"{words[0]} cannot be run ({error.strerror}).") from error
        _running.add(child)
        try:
            if child.stdout is not None and on_line is not None:
                for line in child.stdout:
                    log.write(line)
                    on_line(line.decode(errors="replace").rstrip())
            status = child.wait()
        finally:
            _running.discard(child)
    if status != 0:
        raise Trouble(sentence(step, log_of(step)))


def stop_all() -> None:
    """End every program that still runs; none is started any more."""
    _stopping.set()
    for child in list(_running):
        child.terminate()


def sentence(step: str, log: Path) -> str:
    """Why a step failed, as one sentence, from the end of its log."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 20_000))
        told = file.read().decode(errors="replace")
    told = told[told.rfind("\n$ ") + 1 :]
    where = f"(Details: {log.relative_to(ROOT)})"
    if NO_SPACE.search(told):
        return f"The disk is full: free about 4 GB and run the same command again. {where}"
    if NO_NETWORK.search(told):
        return f"The package registry cannot be reached: check the network, or what pip is set to. {where}"
    if NOT_SERVED.search(told):
        return f"The package registry does not serve what requirements/ names for this machine. {where}"
    return f"The step '{step}' failed: {_reason(told)} {where}"


def _reason(told: str) -> str:
    """The line that names the cause: of a chain of Python's errors the first, else what was said last."""
    lines = [line.strip() for line in told.splitlines()[1:] if line.strip()]
    named = [line for line in lines if PYTHON_ERROR.match(line)]
    return (named or lines[-1:] or ["it said nothing."])[0]
