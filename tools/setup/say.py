"""What the set-up tells the person who waits: one line when a step begins, one when it is done."""

from __future__ import annotations

import sys
import threading


class Trouble(Exception):
    """The set-up cannot go on: one sentence, with what to do."""


_LOCK = threading.Lock()


def say(line: str = "") -> None:
    """Write one line at once; several steps may speak at the same time."""
    with _LOCK:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
