"""Looking after the database as a whole."""

from __future__ import annotations

from sqlalchemy import text

from storage.base import Base
from storage.database import Database


async def clear(database: Database) -> None:
    """Empty every table of ours and the job queue; for throw-away databases only."""
    tables = ", ".join(table.name for table in Base.metadata.sorted_tables)
    async with database.begin() as work:
        await work.session.execute(text("alter table audit disable trigger audit_is_not_emptied"))
        await work.session.execute(text(f"truncate {tables} restart identity cascade"))
        await work.session.execute(text("alter table audit enable trigger audit_is_not_emptied"))
        await work.session.execute(text("delete from procrastinate_jobs"))


async def messages_in(database: Database) -> int:
    """How many messages of people are stored."""
    async with database.begin() as work:
        return int(await work.session.scalar(text("select count(*) from inbound")) or 0)


async def jobs_left(database: Database) -> int:
    """Jobs that wait or run, whatever their time."""
    async with database.begin() as work:
        found = await work.session.scalar(
            text("select count(*) from procrastinate_jobs where status in ('todo', 'doing')")
        )
        return int(found or 0)
