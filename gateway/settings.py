"""What the service is told by its environment; it refuses to start on anything unsafe."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from core.errors import KeptError
from gateway.lender_login import LoginKey, read_keys

SHORTEST_SECRET = 32


class Unsafe(KeptError):
    """Starting like this would be unsafe."""

    status = 500


@dataclass(frozen=True)
class Settings:
    """Addresses and secrets. `burst_seconds`: messages that close together are one turn."""

    database_url: str
    redis_url: str | None
    rasa_url: str
    rasa_token: str = field(repr=False)
    secret_key: str = field(repr=False)
    public_url: str
    burst_seconds: float = 1.5
    # How long files that borrowers sent are kept.
    keep_files: timedelta = timedelta(days=180)
    # Sites whose pages may hold the chat, as browsers name them (https://www.example.com).
    chat_origins: tuple[str, ...] = ()
    # Whose logins are believed there.
    login_keys: tuple[LoginKey, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def read(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the KEPT_* variables (each may be given as a file: KEPT_..._FILE); raise `Unsafe`."""
        given = dict(os.environ if environment is None else environment)

        def value(name: str) -> str | None:
            if path := given.get(f"{name}_FILE"):
                return Path(path).read_text(encoding="utf-8").strip()
            return given.get(name) or None

        def needed(name: str) -> str:
            found = value(name)
            if not found:
                raise Unsafe(f"{name} is not set.", remedy="`kept up` sets it; or set it yourself.")
            return found

        secret = needed("KEPT_SECRET_KEY")
        if len(secret) < SHORTEST_SECRET:
            raise Unsafe("KEPT_SECRET_KEY is too short.", remedy=f"Use {SHORTEST_SECRET} random characters.")
        return cls(
            database_url=needed("KEPT_DATABASE_URL"),
            redis_url=value("KEPT_REDIS_URL"),
            rasa_url=needed("KEPT_RASA_URL").rstrip("/"),
            rasa_token=needed("KEPT_RASA_TOKEN"),
            secret_key=secret,
            public_url=(value("KEPT_PUBLIC_URL") or "http://127.0.0.1:8080").rstrip("/"),
            burst_seconds=float(value("KEPT_BURST_SECONDS") or 1.5),
            keep_files=_days(value("KEPT_FILES_DAYS") or "180"),
            chat_origins=_origins(value("KEPT_CHAT_ORIGINS") or ""),
            login_keys=read_keys(value("KEPT_LOGIN_KEYS") or ""),
            environment=given,
        )


def _days(said: str) -> timedelta:
    if not said.isascii() or not said.isdigit() or not 1 <= int(said) <= 3660:
        raise Unsafe("KEPT_FILES_DAYS is no number of days.", remedy="Give one from 1 to 3660.")
    return timedelta(days=int(said))


def _origins(said: str) -> tuple[str, ...]:
    """Origins between blanks or commas; raise `Unsafe` for anything that browsers would take for more than one site."""
    return tuple(_origin(one) for one in said.replace(",", " ").split())


def _origin(said: str) -> str:
    parts = urlsplit(said)
    own_machine = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost")
    plain = re.fullmatch(r"https?://[a-z0-9.-]+(:[0-9]{1,5})?", said)
    if not plain or not (parts.scheme == "https" or own_machine):
        raise Unsafe(
            "KEPT_CHAT_ORIGINS holds something that is no site.",
            remedy="Give addresses like https://www.example.com: https, no path, no *.",
        )
    return said
