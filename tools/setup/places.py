"""Where the set-up puts things."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".kept"
LOGS = KEPT / "logs"
STAMPS = KEPT / "stamps"
REQUIREMENTS = ROOT / "requirements"
APP = ROOT / ".venv"
BOT = ROOT / ".venv-bot"
TUNER = KEPT / "tuner"
UV = KEPT / "uv" / "bin" / "uv"


def homes() -> list[Path]:
    """The person's home folders: the one in the environment, and the one that the system knows."""
    import pwd

    told = [os.environ.get("HOME"), pwd.getpwuid(os.getuid()).pw_dir]
    return list(dict.fromkeys(Path(home) for home in told if home))
