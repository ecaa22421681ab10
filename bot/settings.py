"""Where things are and what the environment says; refuses to start when something needed is missing."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping, Optional
from urllib.parse import unquote, urlsplit

from rasa.utils.endpoints import EndpointConfig

from bot.connector import ActionServer

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
SHORTEST_TOKEN = 16


class Unset(SystemExit):
    """Something in the environment is missing or unfit; the message says what to do."""


@dataclass(frozen=True)
class Settings:
    """What the assistant is told by its environment."""

    token: str
    actions_url: str
    database_url: Optional[str]
    redis_url: Optional[str]

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Read KEPT_RASA_TOKEN, KEPT_ACTIONS_URL, KEPT_RASA_DATABASE_URL and KEPT_REDIS_URL.

        Token and actions are needed. Without a database the dialogue's events are kept in memory only, without Redis
        its locks: right for one process that holds nothing worth keeping, as in tests and `kept understand`.
        """
        token = environment.get("KEPT_RASA_TOKEN", "")
        if len(token) < SHORTEST_TOKEN:
            raise Unset(f"KEPT_RASA_TOKEN is missing or short: give at least {SHORTEST_TOKEN} random characters.")
        actions_url = environment.get("KEPT_ACTIONS_URL", "")
        if urlsplit(actions_url).scheme not in {"http", "https"}:
            raise Unset("KEPT_ACTIONS_URL is missing: give the http address of the internal action route.")
        return cls(
            token=token,
            actions_url=actions_url,
            database_url=environment.get("KEPT_RASA_DATABASE_URL") or None,
            redis_url=environment.get("KEPT_REDIS_URL") or None,
        )

    def action_endpoint(self) -> EndpointConfig:
        """The action server, told who calls; the domain goes along only where an action asks for it."""
        return ActionServer(
            self.actions_url, headers={"Authorization": f"Bearer {self.token}"}, enable_selective_domain=True
        )

    def tracker_store(self) -> Optional[EndpointConfig]:
        """PostgreSQL, under the assistant's own role; None keeps events in memory."""
        if self.database_url is None:
            return None
        url = self.database_url
        for prefix in ("postgres://", "postgresql+psycopg://"):
            if url.startswith(prefix):
                url = "postgresql://" + url[len(prefix) :]
        return EndpointConfig(url, type="SQL", dialect="postgresql")

    def lock_store(self) -> Optional[EndpointConfig]:
        """Redis (or Valkey), for several assistants beside each other; None locks within this process."""
        if self.redis_url is None:
            return None
        parts = urlsplit(self.redis_url)
        if parts.scheme not in {"redis", "rediss"} or not parts.hostname:
            raise Unset("KEPT_REDIS_URL is not a redis:// or rediss:// address.")
        return EndpointConfig(
            parts.hostname,
            type="redis",
            port=parts.port or 6379,
            db=int(parts.path.strip("/") or 0),
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            use_ssl=parts.scheme == "rediss",
            key_prefix="keptrasa",
        )
