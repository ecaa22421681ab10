"""What runs here already: one `kept up` (or `kept db`) a checkout, found by its lock and its note."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from core.errors import Conflict
from tools.platform.children import make_enterable

LOCK = "running.lock"
NOTE = "running.json"


@contextmanager
def only_one(home: Path) -> Iterator[None]:
    """Hold this checkout's lock; `Conflict` when another `kept up` or `kept db` does."""
    make_enterable(home)
    with (home / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Conflict(
                "Kept is running here already.", remedy="Stop it with Ctrl-C where it was started, or use it."
            ) from error
        try:
            yield
        finally:
            (home / NOTE).unlink(missing_ok=True)


def tell(home: Path, environment: Mapping[str, str]) -> None:
    """Leave the addresses and secrets for commands that come along, in a file for the owner alone."""
    draft = home / f"{NOTE}.new"
    draft.unlink(missing_ok=True)
    told = {name: value for name, value in environment.items() if name.startswith("KEPT_")}
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(told, file, indent=1)
    draft.rename(home / NOTE)


def told(home: Path) -> dict[str, str] | None:
    """What a running one has left, None when none runs: a note without its lock held is a dead one's."""
    try:
        with (home / LOCK).open() as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
            return None
    except FileNotFoundError:
        return None
    except BlockingIOError:
        pass
    try:
        found: dict[str, str] = json.loads((home / NOTE).read_text())
    except (FileNotFoundError, ValueError):
        return None
    return found
