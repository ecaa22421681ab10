"""The store and the cache: the operator's where the environment names them, else our own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from core.errors import Invalid
from tools.platform.environment import Addresses
from tools.platform.postgres import Postgres
from tools.platform.valkey import Valkey


class Embedded:
    """The servers to be started because `given` names no others, and every address once they run."""

    def __init__(self, home: Path, given: Mapping[str, str]) -> None:
        self._given = given
        named = bool(given.get("KEPT_DATABASE_URL"))
        if named and not given.get("KEPT_RASA_DATABASE_URL"):
            raise Invalid(
                "KEPT_RASA_DATABASE_URL",
                "is missing beside KEPT_DATABASE_URL.",
                remedy="Give the assistant a database and role of its own on that server.",
            )
        self.postgres = None if named else Postgres(home / "postgres")
        self.valkey = None if given.get("KEPT_REDIS_URL") else Valkey(home / "valkey")

    def services(self) -> list[Postgres | Valkey]:
        """The servers to start, in any order."""
        return [server for server in (self.postgres, self.valkey) if server is not None]

    def database_url(self) -> str:
        """As in KEPT_DATABASE_URL; of an embedded server only once it runs."""
        return self._given["KEPT_DATABASE_URL"] if self.postgres is None else self.postgres.url(driver="")

    def assistant_database_url(self) -> str:
        """As in KEPT_RASA_DATABASE_URL."""
        return self._given["KEPT_RASA_DATABASE_URL"] if self.postgres is None else self.postgres.rasa_url()

    def assistant_redis_url(self) -> str:
        """As in KEPT_RASA_REDIS_URL: the operator's, or ours with a user of the assistant's own."""
        if self.valkey is None:
            return self._given.get("KEPT_RASA_REDIS_URL") or self._given["KEPT_REDIS_URL"]
        return self.valkey.rasa_url()

    def addresses(self, gateway_port: int, assistant_port: int) -> Addresses:
        """Every address, once the servers run."""
        return Addresses(
            gateway_port,
            assistant_port,
            self.database_url(),
            self.redis_url(),
            self.assistant_database_url(),
            self.assistant_redis_url(),
        )

    def redis_url(self) -> str:
        """As in KEPT_REDIS_URL."""
        return self._given["KEPT_REDIS_URL"] if self.valkey is None else self.valkey.url()
