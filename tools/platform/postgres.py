"""PostgreSQL 18 out of a wheel, run as a child on loopback: the default store of record.

Other than the usual ways to embed it: passwords (scram) on TCP, no socket files, data checksums, an ordinary
user when we are root, nobody's folders changed, and a server that comes back after any kill -9.
"""

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

import psycopg
from psycopg import sql

from core.errors import Unavailable
from tools.platform import children
from tools.platform.children import LOOPBACK, STAY
from tools.platform.pgdata import clear_stale_pid, initialise, refuse_other_major
from tools.platform.pginstall import installed
from tools.platform.pgroles import DATABASE, OWNER, RASA, SUPERUSER, prepare
from tools.platform.secrets_file import kept_secrets

STARTS_WITHIN_SECONDS = 60.0
LEAVES_WITHIN_SECONDS = 15.0
STOPS = ((signal.SIGINT, 20.0), (signal.SIGQUIT, 5.0))  # fast shutdown, then immediate
LARGEST_LOG = 10_000_000

# An error text must not carry a borrower's data into the log: no statement, no "Key (phone)=(...)".
QUIET = {"log_min_error_statement": "panic", "log_error_verbosity": "terse"}
SERVES = {"listen_addresses": LOOPBACK, "unix_socket_directories": "", "jit": "off", "max_connections": "200"}
FORGETS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "256MB"}


class Postgres:
    """One PostgreSQL server with the database `kept`, its owner, and Rasa's own database beside it.

    `data_dir` is made on the first start and kept; `throwaway=True` needs none, forgets all at the end and
    trades safety on power loss for speed. `port` is a free one unless given, the same for the object's life.
    """

    name = "db"

    def __init__(
        self,
        data_dir: Path | None = None,
        port: int | None = None,
        *,
        throwaway: bool = False,
        settings: dict[str, str] | None = None,
    ) -> None:
        if data_dir is None and not throwaway:
            raise ValueError("a server that is kept needs a data_dir")
        self.port = port or children.free_port()
        self._settings = SERVES | QUIET | (FORGETS if throwaway else {}) | (settings or {})
        self._throwaway = throwaway
        self._who = children.ordinary_user()
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

    @property
    def home(self) -> Path:
        """The folder that holds data, passwords and log; known once started."""
        if self._home is None:
            raise ValueError("the server has not been started")
        return self._home

    def url(self, database: str = DATABASE, *, driver: str = "psycopg") -> str:
        """SQLAlchemy's address of `database` as its owner; `driver=""` for psycopg itself."""
        return self._url(RASA if database == RASA else OWNER, database, driver)

    def rasa_url(self) -> str:
        """The address of Rasa's own database, in the form psycopg2 and SQLAlchemy 1.4 read."""
        return self._url(RASA, RASA, "")

    def admin_url(self, database: str = "postgres") -> str:
        """psycopg's address of `database` as the server's superuser."""
        return self._url(SUPERUSER, database, "")

    def _url(self, role: str, database: str, driver: str) -> str:
        scheme = f"postgresql+{driver}" if driver else "postgresql"
        return f"{scheme}://{role}:{self._passwords[role]}@{LOOPBACK}:{self.port}/{database}"

    async def start(self) -> None:
        """Start the server, making what is missing of data, roles and databases; wait until it answers."""
        self._settle_home()
        data = self.home / "data"
        install = installed(self._who)
        if not data.exists():
            await asyncio.to_thread(initialise, install, data, self._passwords[SUPERUSER], self._who)
        refuse_other_major(data)
        try:
            await self._run(install, data)
            await prepare(self.admin_url(), self._passwords)
        except BaseException:
            await self.stop()
            raise

    async def exited(self) -> int:
        """Wait until the server has ended, by itself or stopped; answer its exit status."""
        return 0 if self._child is None else await children.ended(self._child)

    async def healthy(self) -> bool:
        """Whether the server answers a query now."""
        return await _answers(self.admin_url())

    async def stop(self) -> None:
        """End the server cleanly; a throw-away one takes its data with it."""
        if self._child is not None:
            await children.stop(self._child, STOPS)
            self._child = None
        if self._throwaway and self._given is None and self._home is not None:
            await asyncio.to_thread(shutil.rmtree, self._home, ignore_errors=True)
            self._home = None

    async def create_database(self, name: str, *, template: str | None = None) -> None:
        """Make a database owned by `kept`: a copy of `template` if given, to which nobody is connected."""
        made = sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(OWNER))
        if template is not None:
            made += sql.SQL(" TEMPLATE {} STRATEGY FILE_COPY").format(sql.Identifier(template))
        await self._as_admin(made)

    async def drop_database(self, name: str) -> None:
        """Remove a database and cut off whoever is connected to it."""
        await self._as_admin(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    async def _as_admin(self, statement: sql.Composed) -> None:
        async with await psycopg.AsyncConnection.connect(self.admin_url(), autocommit=True) as connection:
            await connection.execute(statement)

    def _settle_home(self) -> None:
        if self._home is None and self._given is None:
            self._home = Path(tempfile.mkdtemp(prefix="kept-pg-"))
            if self._who != STAY:
                os.chown(self._home, self._who.uid, self._who.gid)
        elif self._home is None and self._given is not None:
            self._home = children.reachable(self._given, self._who)
            children.make_enterable(self._home)
        self._passwords = kept_secrets(self.home / "passwords.json", (SUPERUSER, OWNER, RASA))

    async def _run(self, install: Path, data: Path) -> None:
        began = asyncio.get_running_loop().time()
        while True:
            clear_stale_pid(data)
            self._child = self._spawn(install, data)
            if await self._answered(self._child, began + STARTS_WITHIN_SECONDS):
                return
            await children.stop(self._child, STOPS)
            self._child = None
            waited = asyncio.get_running_loop().time() - began
            if waited > LEAVES_WITHIN_SECONDS or children.is_taken(self.port):
                raise Unavailable(
                    "The embedded PostgreSQL did not start.",
                    remedy=f"Its log is {self.home / 'postgres.log'}.",
                )
            await asyncio.sleep(0.5)  # processes of a killed server may still be leaving

    def _spawn(self, install: Path, data: Path) -> subprocess.Popen[bytes]:
        options = [part for name, value in self._settings.items() for part in ("-c", f"{name}={value}")]
        command = [str(install / "bin" / "postgres"), "-D", str(data), "-p", str(self.port), *options]
        log = self.home / "postgres.log"
        mode = "wb" if log.exists() and log.stat().st_size > LARGEST_LOG else "ab"
        with log.open(mode) as written:
            return children.start(
                command,
                log=written,
                sign=signal.SIGINT,
                env=children.plain_environment(),
                who=self._who,
                cwd=data,
            )

    async def _answered(self, child: subprocess.Popen[bytes], deadline: float) -> bool:
        loop = asyncio.get_running_loop()
        while child.poll() is None and loop.time() < deadline:
            if await _answers(self.admin_url()):
                return True
            await asyncio.sleep(0.03)
        return False


async def _answers(url: str) -> bool:
    try:
        async with await psycopg.AsyncConnection.connect(
            url, connect_timeout=3, autocommit=True
        ) as connection:
            await connection.execute("SELECT 1")
    except psycopg.OperationalError:
        return False
    return True
