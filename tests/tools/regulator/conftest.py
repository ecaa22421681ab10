"""Exports are tried without the assistant: nothing here speaks."""

from __future__ import annotations

from tests.storage.conftest import theatre

__all__ = ["theatre"]
