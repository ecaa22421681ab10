"""Secrets made once and kept in a file that only its owner reads."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from core.errors import Unavailable


def kept_secrets(path: Path, names: Iterable[str]) -> dict[str, str]:
    """The secrets in `path` by name; those of `names` that are missing are made and stored (256 bits)."""
    found = _read(path)
    missing = [name for name in names if name not in found]
    if missing:
        found |= {name: secrets.token_urlsafe(32) for name in missing}
        _write(path, found)
    return found


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text())
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise Unavailable(
            f"{path} is damaged.", remedy="Put back a copy; the data it opens needs it."
        ) from error
    if not isinstance(found, dict):
        raise Unavailable(f"{path} is damaged.", remedy="Put back a copy; the data it opens needs it.")
    return {str(name): str(value) for name, value in found.items()}


def _write(path: Path, values: dict[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(values, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(path)
