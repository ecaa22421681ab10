"""Finds the two Pythons: in pyenv's folders and on the path, by trying each; else uv finds or fetches one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.setup import registry
from tools.setup.places import UV, homes
from tools.setup.run import program
from tools.setup.say import Trouble

APP_VERSIONS = ("3.12", "3.13", "3.14")
BOT_VERSIONS = ("3.10",)
TRIAL = "import ctypes, ssl, sqlite3, zlib, sys; print('%d.%d' % sys.version_info[:2])"
FOLDERS = ("/usr/local/bin", "/usr/bin", "/opt/homebrew/bin", "/opt/local/bin")


def python_for(versions: tuple[str, ...], *, step: str) -> Path:
    """A working interpreter of the first of these versions that there is; fetched if there is none."""
    for version in versions:
        for candidate in candidates(version):
            if works_as(candidate, version):
                return candidate
    return _from_uv(versions, step)


def candidates(version: str) -> Iterator[Path]:
    """Where an interpreter of this version may lie, the newest patch release first."""
    for folder in _pyenv_folders():
        found = [
            path
            for path in folder.glob(f"{version}*")
            if re.fullmatch(rf"{re.escape(version)}(\.\d+)?", path.name)
        ]
        for path in sorted(found, key=_numbers, reverse=True):
            yield path / "bin" / "python"
    for named in (*os.environ.get("PATH", "").split(os.pathsep), *FOLDERS):
        if named:
            yield Path(named) / f"python{version}"


def _numbers(path: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in path.name.split("."))


def _pyenv_folders() -> list[Path]:
    told = os.environ.get("PYENV_ROOT")
    roots = [Path(told)] if told else []
    roots += [home / ".pyenv" for home in homes()]
    roots += [parent for parent in Path(sys.executable).resolve().parents if (parent / "versions").is_dir()]
    return [root / "versions" for root in dict.fromkeys(roots) if (root / "versions").is_dir()]


def works_as(candidate: Path, version: str) -> bool:
    """Whether this is an interpreter of that version with what we need of it; a shim that fails is none."""
    if not os.access(candidate, os.X_OK):
        return False
    try:
        done = subprocess.run(  # noqa: S603 - our own command line, no shell
            [candidate, "-I", "-c", TRIAL], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout.strip() == version


def _from_uv(versions: tuple[str, ...], step: str) -> Path:
    wanted = versions[0]
    for attempt in (False, True):
        command = [str(UV), "python", "find", "--no-project", wanted]
        done = subprocess.run(  # noqa: S603 - our own command line, no shell
            command, capture_output=True, text=True, env=registry.environment(), check=False
        )
        found = Path(done.stdout.strip() or "/nonexistent")
        if done.returncode == 0 and works_as(found, wanted):
            return found
        if not attempt:
            _fetch(wanted, step)
    raise _missing(wanted)


def _fetch(version: str, step: str) -> None:
    try:
        program([UV, "python", "install", version], step=step, env=registry.environment())
    except Trouble as error:
        raise _missing(version) from error


def _missing(version: str) -> Trouble:
    return Trouble(
        f"Python {version} was not found and could not be fetched: install it "
        f"(for example `pyenv install {version}`) and run the same command again."
    )
