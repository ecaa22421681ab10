"""`python -m tools.setup TARGET`: what the Makefile calls."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from tools.setup import checks, chromium, environments, locks
from tools.setup.places import APP, BOT, KEPT, ROOT, TUNER
from tools.setup.run import stop_all
from tools.setup.say import Trouble, say
from tools.setup.steps import Step, perform, perform_all

PORT = "8080"


def prepare(*, tests: bool = False, trained: bool = True, browser: bool = False) -> None:
    """Both environments and the trained assistant, as far as they are not there yet."""
    environments.enough_disk()
    perform(environments.uv())
    chains = [environments.application(tests=tests), environments.assistant(trained=trained)]
    if browser and chromium.found() is None:
        chains.append([Step(chromium.STEP, chromium.provide)])
    perform_all(chains)


def setup() -> None:
    """Everything that running needs."""
    prepare()
    say("Ready: `make demo` starts the service with sample data, .venv/bin/kept --help lists the commands.")


def demo() -> None:
    """Set up, then start the service with sample borrowers."""
    _refuse_taken_port()
    prepare()
    _become("up", "--demo")


def test() -> None:
    """Set up with the test tools, then all tests."""
    prepare(tests=True, browser=True)
    checks.test(chromium.environment())


def check() -> None:
    """Set up with the test tools, then all checks."""
    prepare(tests=True, trained=False)
    checks.check()


def train() -> None:
    """The assistant alone: its environment and its training."""
    prepare()


def bench() -> None:
    """Set up, then measure."""
    prepare()
    _become("bench")


def bench_nlu() -> None:
    """Set up, then measure understanding and reading beside what else there is for it."""
    prepare()
    _call(BOT / "bin" / "python", "-m", "bot.bench_nlu")
    _call(APP / "bin" / "python", "-m", "tools.bench.reading")


def audit_month() -> None:
    """Set up, then audit a month of invented traffic with a program that shares nothing with the gate."""
    prepare(trained=False)
    _call(APP / "bin" / "python", "-m", "tools.auditor.traffic")


def load() -> None:
    """Set up, then let webhooks rain while the assistant is stopped."""
    prepare()
    _call(APP / "bin" / "python", "-m", "tools.bench.webhook_load")


def journeys() -> None:
    """Set up with the test tools, then every story; `make test` tells every third of each file."""
    prepare(tests=True)
    _call(APP / "bin" / "python", "-m", "pytest", "-m", "slow or not slow", "tests/journeys")


def faults() -> None:
    """Set up with the test tools, then the long fault runs."""
    prepare(tests=True)
    _call(APP / "bin" / "python", "-m", "pytest", "-m", "slow", "tests/faults")


def tune() -> None:
    """Tune the encoders' weights, which are kept with the code; an hour and more without a GPU."""
    perform(environments.uv())
    perform(environments.tuner())
    _call(TUNER / "bin" / "python", "-m", "bot.tune")


def lock() -> None:
    """Write the requirement files anew."""
    perform(environments.uv())
    locks.lock()


def clean() -> None:
    """Remove environments, models and caches; borrowers' data and secrets stay."""
    kept = {"postgres", "valkey", "secrets.json", "running.lock", "running.json"}
    gone = [APP, BOT, *(path for path in KEPT.glob("*") if path.name not in kept)]
    gone += [ROOT / name for name in (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".rasa")]
    for path in gone:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    say("Removed environments, models, logs and caches. The data and its secrets are still in .kept.")


def _refuse_taken_port() -> None:
    told = os.environ.get("KEPT_PORT") or PORT
    port = int(told) if told.isascii() and told.isdigit() else 0
    if not 0 < port < 65536:
        raise Trouble("KEPT_PORT is not a port number: give one from 1 to 65535.")
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise Trouble(
                f"Port {port} is taken: stop what listens there, or run KEPT_PORT={port + 1} make demo."
            ) from None


def _become(*words: str) -> NoReturn:
    command = [str(APP / "bin" / "python"), "-m", "tools.cli", *words]
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606 - no shell wanted


def _call(*words: str | Path) -> None:
    sys.stdout.flush()
    done = subprocess.run([str(word) for word in words], cwd=ROOT, check=False)  # noqa: S603 - our own command line
    if done.returncode:
        raise Trouble(f"{words[-1]} ended with status {done.returncode}; the lines above say why.")


TARGETS: dict[str, Callable[[], None]] = {
    target.__name__.replace("_", "-"): target
    for target in (
        setup,
        demo,
        test,
        check,
        train,
        tune,
        bench,
        bench_nlu,
        audit_month,
        load,
        journeys,
        faults,
        lock,
        clean,
    )
}


def main(arguments: list[str]) -> int:
    """Run one target; trouble is one sentence and exit status 1."""
    if len(arguments) != 1 or arguments[0] not in TARGETS:
        sys.stderr.write(f"Give one of: {', '.join(TARGETS)}.\n")
        return 2
    os.chdir(ROOT)
    try:
        TARGETS[arguments[0]]()
    except Trouble as trouble:
        sys.stderr.write(f"\n{trouble}\n")
        return 1
    except KeyboardInterrupt:
        stop_all()
        sys.stderr.write("\nStopped. The same command goes on where this one was.\n")
        return 130
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
