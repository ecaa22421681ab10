"""Where the lists lie."""

from __future__ import annotations

from pathlib import Path

LISTS = Path(__file__).resolve().parents[3] / "reading" / "hardship"
