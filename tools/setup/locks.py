"""`make lock`: write the requirement files anew, each package with its hashes and no address."""

from __future__ import annotations

from pathlib import Path

from tools.setup import registry
from tools.setup.places import REQUIREMENTS, UV
from tools.setup.run import program
from tools.setup.say import say

COMMON = ("--quiet", "--generate-hashes", "--no-annotate", "--custom-compile-command", "make lock")
LOCKS: dict[str, tuple[str, ...]] = {
    "app": ("--python-version", "3.12", "--universal"),
    "test": ("--python-version", "3.12", "--universal", "-c", "requirements/app.txt"),
    "bot": ("--python-version", "3.10", "--override", "requirements/bot-overrides.txt"),
    "uv": ("--python-version", "3.11", "--universal"),
}


def lock() -> None:
    """Lock every requirements/NAME.in into NAME.txt at the newest versions that fit."""
    for name, options in LOCKS.items():
        wanted, locked = REQUIREMENTS / f"{name}.in", REQUIREMENTS / f"{name}.txt"
        command: list[str | Path] = [
            UV,
            "pip",
            "compile",
            *COMMON,
            *options,
            "--upgrade",
            wanted,
            "-o",
            locked,
        ]
        program(command, step="lock", env=registry.environment())
        say(f"  ok  requirements/{name}.txt")
