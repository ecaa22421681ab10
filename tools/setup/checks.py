"""`make check` and `make test`: what is run, some of it beside each other, and what is shown of it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.setup.places import APP, BOT, ROOT
from tools.setup.say import Trouble, say

TOOLS = APP / "bin"
VALIDATE = ("data", "validate", "--quiet", "--fail-on-warnings", "--domain", "bot", "--config", "config.yml")
RASA = (BOT / "bin" / "rasa", *VALIDATE, "--data", "bot/flows", "nlu_data")
SILENT = {"RASA_TELEMETRY_ENABLED": "false"}


@dataclass(frozen=True)
class Check:
    """A command that must succeed; `finds` says in a few words what it looks for."""

    finds: str
    command: tuple[str | Path, ...]


CHECKS = (
    Check("Rasa data", RASA),
    Check("types (mypy)", (TOOLS / "mypy",)),
    Check("faults (ruff)", (TOOLS / "ruff", "check", ".", "bot")),
    Check("form (ruff format)", (TOOLS / "ruff", "format", "--check", ".", "bot")),
    Check("YAML (yamllint)", (TOOLS / "yamllint", "--strict", ".")),
    Check("house rules", (TOOLS / "python", "-m", "pytest", "-q", "tests/house")),
)


def check() -> None:
    """Run every check, two at a time; show what failed; `Trouble` when any did."""
    say("Checking")
    with ThreadPoolExecutor(max_workers=2) as pool:
        failed = [name for name in pool.map(_passes, CHECKS) if name]
    if failed:
        raise Trouble(f"Checks that failed: {', '.join(failed)}.")


def _passes(checked: Check) -> str:
    """The check's name when it failed, else nothing."""
    began = time.monotonic()
    done = subprocess.run(  # noqa: S603 - our own command line, no shell
        [str(word) for word in checked.command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **SILENT},
        check=False,
    )
    took = f"({time.monotonic() - began:.0f} s)"
    if done.returncode == 0:
        say(f"  ok  {checked.finds} {took}")
        return ""
    say(f"  NO  {checked.finds} {took}\n{done.stdout.decode(errors='replace').rstrip()}")
    return checked.finds


def test(env: Mapping[str, str]) -> None:
    """Run the service's tests, then the assistant's on its own Python; `Trouble` when any failed."""
    say("Testing")
    suites: dict[str, Sequence[str | Path]] = {
        "the service": (TOOLS / "python", "-m", "pytest", "-q", "--ignore=tests/bot"),
        "the assistant": (BOT / "bin" / "python", "-m", "pytest", "-q", "tests/bot"),
    }
    failed = [name for name, command in suites.items() if not _shown(command, env)]
    if failed:
        raise Trouble(f"Tests failed: {', '.join(failed)}.")


def _shown(command: Sequence[str | Path], env: Mapping[str, str]) -> bool:
    done = subprocess.run([str(word) for word in command], cwd=ROOT, env=dict(env), check=False)  # noqa: S603 - ours
    return done.returncode == 0
