"""The long fault runs are asked for by name (`make faults`, or `-m slow`)."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow ones of this folder out, unless a marker expression decides."""
    if config.option.markexpr:
        return
    left = [item for item in items if HERE in item.path.parents and item.get_closest_marker("slow")]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if item not in left]
