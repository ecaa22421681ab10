"""The connection to PostgreSQL, and the unit of work: one request or job, one transaction."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from core.clock import Clock
from storage.audit import Entry, append


class Work:
    """One transaction, its instant, and what it leaves in the audit."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self.session = session
        self.now = now
        self._entries: list[Entry] = []

    def audit(self, kind: str, subject: object, /, **body: Any) -> None:
        """Note for the audit; linked into the chain when the transaction commits, and only then.

        `body` must be JSON and hold ids, keys and hashes: no name, number, amount or text.
        """
        self._entries.append(Entry(at=self.now, kind=kind, subject=str(subject), body=body))

    async def raw(self) -> Any:
        """The psycopg connection under this transaction, for queueing jobs in it."""
        connection = await self.session.connection()
        raw = await connection.get_raw_connection()
        return raw.driver_connection

    async def close_books(self) -> None:
        """Link what was noted into the chain: last of all, because the chain's end is locked until commit."""
        await self.session.flush()
        if self._entries:
            await append(self.session, self._entries)
            self._entries = []


class Database:
    """A pool of connections. `url` is as in KEPT_DATABASE_URL (postgresql://...)."""

    def __init__(self, url: str, clock: Clock, *, pool_size: int = 10) -> None:
        self.url = url
        self.clock = clock
        self._engine = create_async_engine(
            async_url(url),
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_pre_ping=True,
            connect_args={"prepare_threshold": 3},
        )
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False, autoflush=True)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Work]:
        """Open a unit of work; commit it when the block ends, roll it back when it raises."""
        async with self._sessions() as session:
            work = Work(session, self.clock.now())
            async with session.begin():
                yield work
                await work.close_books()

    async def aclose(self) -> None:
        """Let go of all connections."""
        await self._engine.dispose()


def async_url(url: str) -> str:
    """The same address for SQLAlchemy's asynchronous driver."""
    return plain_url(url).replace("postgresql://", "postgresql+psycopg://", 1)


def plain_url(url: str) -> str:
    """The same address as libpq, and so Procrastinate and Alembic's raw driver, write it."""
    for prefix in ("postgresql+psycopg://", "postgresql+asyncpg://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql://" + url.removeprefix(prefix)
    return url
