"""Nothing is reported to anybody, however Rasa is started."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys

from bot.quiet import SILENCE, WithoutTexts, silence_environment

WATCH = """
import sys, socket, json
tried = []
def note(event, args):
    if event == "socket.getaddrinfo":
        tried.append(str(args[0]))
    elif event == "socket.connect" and isinstance(args[1], tuple):
        tried.append(str(args[1][0]))
sys.addaudithook(note)
import os
{start}
import rasa.telemetry as telemetry
telemetry.initialize_telemetry()
telemetry.initialize_error_reporting()
{more}
print("TOLD", json.dumps([telemetry.is_telemetry_enabled(), [one for one in tried if one not in ("127.0.0.1", "::1", "localhost")]]))
"""


def told(start="", more="", **environment):
    done = subprocess.run(
        [sys.executable, "-c", WATCH.format(start=start, more=more)],
        env={**{key: value for key, value in os.environ.items() if key not in SILENCE}, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    line = next(line for line in done.stdout.splitlines() if line.startswith("TOLD"))
    return json.loads(line.removeprefix("TOLD "))


def test_the_watch_sees_what_leaves():
    _, tried = told(
        more="\ntry:\n    socket.create_connection(('192.0.2.1', 9), timeout=0.01)\nexcept OSError:\n    pass"
    )
    assert "192.0.2.1" in tried


def test_a_process_that_hushes_reports_nothing():
    assert told(start="from bot.quiet import hush; hush()") == [False, []]


def test_a_rasa_started_by_hand_in_the_silenced_environment_reports_nothing(tmp_path):
    (tmp_path / "home").mkdir()
    path = silence_environment(tmp_path)
    start = f"import site; site.addsitedir({str(tmp_path)!r})"
    assert path.name.endswith(".pth")
    assert told(start=start, HOME=str(tmp_path / "home")) == [False, []]


def test_exceptions_are_named_in_logs_without_what_they_say():
    try:
        raise ValueError("a borrower wrote this")
    except ValueError:
        text = WithoutTexts("%(message)s").format(
            logging.LogRecord("x", logging.ERROR, "", 0, "it failed", None, sys.exc_info())
        )
    assert "ValueError" in text
    assert "borrower" not in text
