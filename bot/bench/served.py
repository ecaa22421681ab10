"""How much memory the served assistant takes: started as in earnest, asked once, and looked at (Linux only)."""

from __future__ import annotations

import http
import http.client
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Optional

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_S = 240.0


def megabytes(model: Path) -> Optional[int]:
    """The most memory the served assistant held until it answered; None where that cannot be seen."""
    if not Path("/proc/self/status").exists() or not model.exists():
        return None
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KEPT_")}
    token = secrets.token_hex(16)
    told = {"KEPT_RASA_TOKEN": token, "KEPT_ACTIONS_URL": f"http://127.0.0.1:{port}/none"}
    process = subprocess.Popen(  # noqa: S603 (our own command line, no shell)
        [sys.executable, "-m", "bot.serve", "--port", str(port)],
        cwd=ROOT,
        env={**kept, **told},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        return _held(process.pid) if _answers(port, token, process) else None
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


def _answers(port: int, token: str, process: subprocess.Popen[bytes]) -> bool:
    told = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("POST", "/webhooks/kept/understand", b'{"texts": ["hello", "STOP", "2000"]}', told)
            return connection.getresponse().status == http.HTTPStatus.OK
        except OSError:
            time.sleep(0.5)
        finally:
            connection.close()
    return False


def _held(process: int) -> int:
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    return int(found.group(1)) // 1024 if found else 0
