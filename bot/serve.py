"""Serve the assistant: `python -m bot.serve --port N` from the repository's root. The one way to start it.

Loopback only, the API behind the shared token, nothing reported to anybody. It answers on its port only once the
model is loaded, and ends with a plain reason when there is none.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

from bot.quiet import hush, quiet_logs
from bot.train import model_path


def wait_for_model(path: Path, seconds: float) -> None:
    """Wait until the model is there (another process may be training it); SystemExit when it does not come."""
    until = time.monotonic() + seconds
    while not path.exists():
        if time.monotonic() >= until:
            raise SystemExit(f"There is no model {path.name} for these sources: run `make train`, then start again.")
        time.sleep(0.5)


def serve(port: int, model: Path) -> None:
    """Run until told to stop. The environment's settings are read here."""
    hush()
    from rasa.core.run import close_resources, configure_app, load_agent_on_start
    from rasa.core.utils import AvailableEndpoints

    from bot.connector import KeptInput
    from bot.settings import HOST, Settings

    settings = Settings.read()
    quiet_logs()
    endpoints = AvailableEndpoints(
        action=settings.action_endpoint(),
        tracker_store=settings.tracker_store(),
        lock_store=settings.lock_store(),
    )
    app = configure_app([KeptInput(settings.token)], auth_token=settings.token, enable_api=True, endpoints=endpoints)

    @app.listener("before_server_start")
    async def load(app: Any, loop: Any) -> None:
        agent = await load_agent_on_start(str(model), endpoints, None, app, loop)
        if not agent.is_ready():
            sys.stderr.write("The model cannot be loaded; the lines above say why. Delete it and run `make train`.\n")
            app.stop()
            raise SystemExit(1)

    app.register_listener(close_resources, "after_server_stop")
    app.run(host=HOST, port=port, workers=1, access_log=False, motd=False)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.serve", description="Serve the assistant on loopback.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--wait", type=float, default=0, metavar="SECONDS", help="wait this long for the model")
    given = parser.parse_args()
    model = model_path()
    wait_for_model(model, given.wait)
    serve(given.port, model)


if __name__ == "__main__":
    main()
