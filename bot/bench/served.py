"""The service around the model: which stops are heard before it, and how much memory the served assistant takes."""

from __future__ import annotations

import http
import http.client
import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Optional, Sequence

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_S = 240.0
SERVICE = ROOT / ".venv" / "bin" / "python"  # where the service's own code runs
# One JSON list of texts in, one of whether each is heard as a stop out.
HEARS = """
import json, sys
from compliance.keywords import heard
found = [heard(text) for text in json.load(sys.stdin)]
json.dump([bool(one and one.kind == "opt_out") for one in found], sys.stdout)
"""


def stops_heard_before_the_model(texts: Sequence[str]) -> Optional[float]:
    """The share of texts that the service hears as a stop in the webhook; None where it is not installed."""
    if not SERVICE.exists():
        return None
    done = subprocess.run(  # noqa: S603 (our own command line, no shell)
        [str(SERVICE), "-c", HEARS], cwd=ROOT, input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return sum(json.loads(done.stdout)) / max(1, len(texts))


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
