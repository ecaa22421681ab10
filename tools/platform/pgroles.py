"""Who may do what on the embedded server: `kept` owns its database, Rasa has one of its own."""

from __future__ import annotations

from collections.abc import Mapping

import psycopg
from psycopg import sql

DATABASE = "kept"
SUPERUSER = "kept_admin"
OWNER = "kept"
RASA = "kept_rasa"  # the role, and its database of the same name


async def prepare(admin_url: str, passwords: Mapping[str, str]) -> None:
    """Make the roles and databases that are missing; run as often as you like."""
    async with await psycopg.AsyncConnection.connect(admin_url, autocommit=True) as connection:
        for role, database in ((OWNER, DATABASE), (RASA, RASA)):
            await _make_role(connection, role, passwords[role])
            await _make_database(connection, database, role)


async def _make_role(
    connection: psycopg.AsyncConnection[tuple[object, ...]], role: str, password: str
) -> None:
    found = await (await connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])).fetchone()
    verb = "ALTER" if found else "CREATE"
    made = sql.SQL("{} ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD {}")
    await connection.execute(made.format(sql.SQL(verb), sql.Identifier(role), sql.Literal(password)))


async def _make_database(
    connection: psycopg.AsyncConnection[tuple[object, ...]], database: str, owner: str
) -> None:
    found = await (
        await connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
    ).fetchone()
    if found:
        return
    name = sql.Identifier(database)
    await connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, sql.Identifier(owner)))
    await connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(name))
