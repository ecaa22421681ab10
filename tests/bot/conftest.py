"""These tests run on the assistant's Python only; the service's own run passes them by."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):  # noqa: UP036 (the assistant runs on 3.10)
    collect_ignore_glob = ["*"]
else:
    from bot.quiet import hush

    hush()


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return Path(__file__).resolve().parent.parent.parent
