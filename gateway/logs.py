"""Logs that a person can read and that hold nothing about a borrower: events, ids, counts."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

# What may stand in a log line besides the event: anything else is dropped, not trusted.
ALLOWED = frozenset(
    """event level timestamp provider cause kind code task last up conversation message heard count seconds
    lane worker port why path status strategy job live_updates
    file problem version used""".split()
)
_DIGITS = re.compile(r"\d{6,}")


def only_allowed(_: Any, __: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep the known fields, and in them no run of digits long enough to be a number of somebody."""
    kept = {name: value for name, value in line.items() if name in ALLOWED}
    return {name: _masked(name, value) for name, value in kept.items()}


def _masked(name: str, value: Any) -> Any:
    if not isinstance(value, str) or name in ("conversation", "message", "timestamp", "version", "used"):
        return value
    return _DIGITS.sub("…", value)


def set_up() -> None:
    """Configure logging for this process."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            only_allowed,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        # Standard output is for what commands answer.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        cache_logger_on_first_use=True,
    )
    for talkative in ("httpx", "httpcore", "procrastinate", "twilio", "telegram", "sqlalchemy.engine"):
        logging.getLogger(talkative).setLevel(logging.WARNING)
