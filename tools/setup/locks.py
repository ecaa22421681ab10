"""`make lock`: write the requirement files anew, each package with its hashes and no address."""

from __future__ import annotations

import os
from pathlib import Path

from tools.setup import registry
from tools.setup.places import REQUIREMENTS, UV
from tools.setup.run import program
from tools.setup.say import say

COMMON = ("--quiet", "--generate-hashes", "--no-annotate", "--custom-compile-command", "make lock")
BOT = ("--python-version", "3.10", "--override", "requirements/bot-overrides.txt")
LOCKS: tuple[tuple[str, str, tuple[str, ...]], ...] = (  # from, to, how
    ("app", "app", ("--python-version", "3.12", "--universal")),
    ("test", "test", ("--python-version", "3.12", "--universal", "-c", "requirements/app.txt")),
    ("bot", "bot", (*BOT, "--python-platform", "x86_64-unknown-linux-gnu")),
    ("bot", "bot-macos", (*BOT, "--python-platform", "aarch64-apple-darwin")),
    ("bench", "bench", ("--python-version", "3.10", "--universal")),
    ("uv", "uv", ("--python-version", "3.11", "--universal")),
)


def lock() -> None:
    """Lock what the *.in files name, the assistant's for each kind of machine; UPGRADE=1 takes newer versions."""
    newer = ("--upgrade",) if os.environ.get("UPGRADE") else ()
    for source, target, options in LOCKS:
        wanted, locked = REQUIREMENTS / f"{source}.in", REQUIREMENTS / f"{target}.txt"
        command: list[str | Path] = [
            UV,
            "pip",
            "compile",
            *COMMON,
            *options,
            *newer,
            wanted,
            "-o",
            locked,
        ]
        program(command, step="lock", env=registry.environment())
        say(f"  ok  requirements/{target}.txt")
