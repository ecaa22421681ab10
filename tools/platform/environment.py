"""The environment that every process of the service is started with, and the secrets in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import Invalid
from tools.platform import children
from tools.platform.secrets_file import kept_secrets

ADDRESSES = ("KEPT_DATABASE_URL", "KEPT_REDIS_URL", "KEPT_RASA_DATABASE_URL", "KEPT_RASA_REDIS_URL")
SECRETS = ("KEPT_SECRET_KEY", "KEPT_RASA_TOKEN")
PORT = 8080
ASSISTANT_PORT = 5005
SYSTEM = frozenset({"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "PYTHONUNBUFFERED", "OMP_NUM_THREADS"})
OWN = frozenset(
    {"KEPT_RASA_URL", "KEPT_RASA_TOKEN", "KEPT_RASA_DATABASE_URL", "KEPT_ACTIONS_URL", "KEPT_HOME"}
)
ASSISTANT_KNOWS = SYSTEM | OWN


@dataclass(frozen=True)
class Addresses:
    """Where each part listens or is found."""

    gateway_port: int
    assistant_port: int
    database_url: str
    redis_url: str
    assistant_database_url: str
    assistant_redis_url: str


def port_of(given: Mapping[str, str], name: str, default: int) -> int:
    """The port that the environment names, or the default; `Invalid` when it is none."""
    told = given.get(name) or str(default)
    if not told.isascii() or not told.isdigit() or not 0 < int(told) < 65536:
        raise Invalid(name, "is not a port number.", remedy="Give a number from 1 to 65535.")
    return int(told)


def chosen_ports(given: Mapping[str, str]) -> tuple[int, int]:
    """The gateway's port (KEPT_PORT, 8080) and the assistant's (KEPT_RASA_PORT, any free one)."""
    assistant = port_of(given, "KEPT_RASA_PORT", ASSISTANT_PORT) if given.get("KEPT_RASA_PORT") else None
    return port_of(given, "KEPT_PORT", PORT), assistant or children.free_port()


def from_files(given: Mapping[str, str]) -> dict[str, str]:
    """`given` without what is empty, and with our addresses and secrets read from the files that NAME_FILE names."""
    told = {name: value for name, value in given.items() if value}
    return told | {name: value for name in (*ADDRESSES, *SECRETS) if (value := _given_secret(name, told))}


def secrets(home: Path, given: Mapping[str, str]) -> dict[str, str]:
    """Our own secrets by variable: the operator's, read from `NAME_FILE` too, else made once and kept."""
    ours = {name: _given_secret(name, given) for name in SECRETS}
    missing = [name for name, value in ours.items() if not value]
    made = kept_secrets(home / "secrets.json", missing) if missing else {}
    return {name: value or made[name] for name, value in ours.items()}


def _given_secret(name: str, given: Mapping[str, str]) -> str:
    if given.get(name):
        return given[name]
    file = given.get(f"{name}_FILE")
    if not file:
        return ""
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise Invalid(f"{name}_FILE", f"cannot be read ({error.strerror}).") from error


def environment(addresses: Addresses, ours: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """`given`, with every address and secret that it does not hold itself."""
    gateway = f"http://{children.LOOPBACK}:{addresses.gateway_port}"
    ready = {
        "KEPT_PORT": str(addresses.gateway_port),
        "KEPT_DATABASE_URL": addresses.database_url,
        "KEPT_REDIS_URL": addresses.redis_url,
        "KEPT_RASA_URL": f"http://{children.LOOPBACK}:{addresses.assistant_port}",
        "KEPT_RASA_DATABASE_URL": addresses.assistant_database_url,
        "KEPT_RASA_REDIS_URL": addresses.assistant_redis_url,
        "KEPT_ACTIONS_URL": f"{gateway}/internal/actions",
        "KEPT_PUBLIC_URL": gateway,
        **ours,
    }
    unbuffered = {"PYTHONUNBUFFERED": "1"}
    return {**ready, **unbuffered, **{name: value for name, value in given.items() if value}}


def for_assistant(ready: Mapping[str, str]) -> dict[str, str]:
    """What the assistant's process may know: its own addresses and token, and no provider's or our other secrets."""
    known = {name: value for name, value in ready.items() if name in ASSISTANT_KNOWS}
    return {**known, "KEPT_REDIS_URL": ready.get("KEPT_RASA_REDIS_URL") or ready.get("KEPT_REDIS_URL", "")}
