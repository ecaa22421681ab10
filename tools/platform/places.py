"""Where things lie in a checkout."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APP_PYTHON = ROOT / ".venv" / "bin" / "python"
BOT_PYTHON = ROOT / ".venv-bot" / "bin" / "python"


def home() -> Path:
    """The folder of everything that is made here and not in git: data, secrets, logs; KEPT_HOME moves it."""
    return Path(os.environ.get("KEPT_HOME") or ROOT / ".kept")
