"""Keeps Rasa from telling anybody anything.

Usage reports and error reports go out unless telemetry is off for the very process that runs, so it is switched off
in two places: in this process (`hush`, before Rasa is imported) and for every process of this Python environment
(`python -m bot.quiet`, a step of `make setup`: whoever starts `rasa` by hand is covered too).
"""

from __future__ import annotations

import logging
import os
import sys
import sysconfig
import traceback
from pathlib import Path
from typing import Any

SILENCE = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SENTRY_DSN": "",
    "HF_HUB_OFFLINE": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}
STARTUP_FILE = "kept_quiet.pth"


def hush() -> None:
    """Switch reporting off in this process and in those that it starts. Call before importing Rasa."""
    os.environ.update(SILENCE)
    os.environ.setdefault("LOG_LEVEL", "ERROR")  # Rasa shows its progress bars below this
    # Deprecations inside Rasa's own old pins: nothing that a reader of our logs can act on.
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").setLevel(logging.ERROR)


class WithoutTexts(logging.Formatter):
    """Names an exception and where it was raised; its message may quote a borrower."""

    def formatException(self, ei: Any) -> str:
        kind, _, trace = ei
        frames = traceback.extract_tb(trace)[-3:]
        where = " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
        return f"{kind.__name__} at {where}"


def quiet_logs() -> None:
    """Warnings and worse on standard error, without anything a borrower wrote. Needs Rasa's packages."""
    import structlog

    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(WithoutTexts("%(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    # Rasa's structured events carry the message's text beside their name: keep the name.
    structlog.configure(
        processors=[lambda _logger, method, event: f"{method} {event.get('event')}"],
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def silence_environment(site_packages: Path) -> Path:
    """Write the start-up file that switches reporting off for every process of an environment; say where."""
    path = site_packages / STARTUP_FILE
    path.write_text(f"import os; os.environ.update({SILENCE!r})\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{silence_environment(Path(sysconfig.get_paths()['purelib']))}\n")
