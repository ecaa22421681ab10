"""One process by itself, with servers that are there already: for systemd, containers, terminals."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import NoReturn

from core.errors import Unavailable
from tools.platform import running
from tools.platform.environment import (
    ASSISTANT_PORT,
    PORT,
    Addresses,
    environment,
    from_files,
    port_of,
    secrets,
)
from tools.platform.places import ROOT, home

NEEDED = ("KEPT_DATABASE_URL", "KEPT_REDIS_URL", "KEPT_RASA_DATABASE_URL")


def ready_environment() -> dict[str, str]:
    """The environment of a process: the operator's, then what runs here, then our own secrets."""
    folder = home()
    given = {**(running.told(folder) or {}), **from_files(os.environ)}
    missing = [name for name in NEEDED if not given.get(name)]
    if missing:
        raise Unavailable(
            f"No servers run here, and {', '.join(missing)} is not set.",
            remedy="Start `kept db` in another terminal, or set it.",
        )
    database, cache, assistant = (given[name] for name in NEEDED)
    ports = port_of(given, "KEPT_PORT", PORT), port_of(given, "KEPT_RASA_PORT", ASSISTANT_PORT)
    addresses = Addresses(*ports, database, cache, assistant, given.get("KEPT_RASA_REDIS_URL") or cache)
    return environment(addresses, secrets(folder, given), given)


def become(command: Sequence[str], ready: Mapping[str, str]) -> NoReturn:
    """Turn this process into `command`, so that signals and the exit status are its own."""
    os.chdir(ROOT)
    os.execve(command[0], list(command), dict(ready))  # noqa: S606 - no shell wanted
