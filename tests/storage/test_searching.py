"""The desk's search goes by index, and without trigrams it still finds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import psycopg
import pytest
from alembic import command
from sqlalchemy import text

from core.clock import SetClock
from storage import searching
from storage.database import Database
from storage.migrate import configuration, upgrade
from storage.people import Borrower
from tests.support.world import World
from tools.platform.postgres import Postgres

INDEXES = {
    "ix_search_reference",
    "ix_search_account",
    "ix_search_signs",
    "ix_search_name",
    "ix_search_address",
}
OF_TRIGRAMS = {"ix_search_name", "ix_search_address"}
FOUND = "SELECT indexname FROM pg_indexes WHERE indexname LIKE 'ix\\_search\\_%'"


@pytest.mark.parametrize(
    ("looked_for", "by"),
    [
        ("okafor", {"ix_search_name", "ix_search_reference", "ix_search_account"}),
        ("周航", {"ix_search_signs", "ix_search_reference", "ix_search_account"}),
        ("周", {"ix_search_signs", "ix_search_reference", "ix_search_account"}),
        ("312 555 0001", {"ix_search_name", "ix_search_reference", "ix_search_account", "ix_search_address"}),
    ],
)
async def test_each_way_to_somebody_has_its_index(world: World, looked_for: str, by: set[str]) -> None:
    async with world.services.database.begin() as work:
        dialect = (await work.session.connection()).dialect
        asked = searching._matching(looked_for, 30).compile(
            dialect=dialect, compile_kwargs={"literal_binds": True}
        )
        connection = await work.raw()
        await connection.execute("SET LOCAL enable_seqscan = off")
        plan = "\n".join(row for (row,) in await (await connection.execute(f"EXPLAIN {asked}")).fetchall())

    assert {index for index in INDEXES if index in plan} == by


@pytest.mark.parametrize(
    ("looked_for", "expected"),
    [
        ("周", ["周航", "周航行"]),
        ("航周", []),
        ("周航", ["周航", "周航行"]),
        ("行 周", ["周航行"]),
        ("ÑA", ["Íñigo Peña"]),
        ("peñ íñ", ["Íñigo Peña"]),
        ("100%", ["100% O'Neil_1"]),
        ("neil_", ["100% O'Neil_1"]),
        ("neilx", []),
        ("%%%", []),
        ("\\", []),
    ],
)
async def test_names_in_any_script_are_found_and_no_sign_is_a_pattern(
    world: World, looked_for: str, expected: list[str]
) -> None:
    await named(world.services.database, ["周航", "周航行", "Íñigo Peña", "100% O'Neil_1"])
    async with world.services.database.begin() as work:
        found = await searching.find(work, looked_for)

    assert [row.borrower.name for row in found] == expected


async def test_of_a_name_that_many_have_the_first_are_shown_and_a_reference_among_them(world: World) -> None:
    await named(world.services.database, [f"Ana {letter}" for letter in "ZYXWVUTSRQ"])
    async with world.services.database.begin() as work:
        found = await searching.find(work, "ana", limit=3)

    assert [row.borrower.name for row in found] == ["Ana Q", "Ana R", "Ana S"]


@pytest.fixture(scope="module")
async def bare() -> AsyncIterator[str]:
    """A database in which our role may make tables and no extension."""
    async with Postgres(throwaway=True) as postgres:
        admin = postgres.admin_url()
        async with await psycopg.AsyncConnection.connect(admin, autocommit=True) as connection:
            await connection.execute("CREATE DATABASE narrow")
        place = admin.rpartition("/")[0] + "/narrow"
        async with await psycopg.AsyncConnection.connect(place, autocommit=True) as connection:
            await connection.execute("ALTER SCHEMA public OWNER TO kept")
        yield postgres.url(driver="").rpartition("/")[0] + "/narrow"


async def test_without_the_right_to_an_extension_the_schema_is_complete_and_search_finds(bare: str) -> None:
    await asyncio.to_thread(upgrade, bare)

    await asyncio.to_thread(command.check, configuration(bare))
    database = Database(bare, SetClock(datetime(2026, 5, 13, 15, tzinfo=UTC)))
    try:
        await named(database, ["Grace Okafor", "周航"])
        async with database.begin() as work:
            made = set((await work.session.scalars(text(FOUND))).all())
            found = [await searching.find(work, one) for one in ("okafor", "周航", "kept1", "nobody")]
    finally:
        await database.aclose()
    assert made == INDEXES - OF_TRIGRAMS
    assert [[row.borrower.name for row in one] for one in found] == [
        ["Grace Okafor"],
        ["周航"],
        ["周航"],
        [],
    ]


async def test_the_embedded_server_has_them_all(world: World) -> None:
    async with world.services.database.begin() as work:
        assert set((await work.session.scalars(text(FOUND))).all()) == INDEXES


async def named(database: Database, names: list[str]) -> None:
    """Borrowers of these names, with the references KEPT0, KEPT1 ..."""
    async with database.begin() as work:
        for number, name in enumerate(names):
            work.session.add(
                Borrower(
                    reference=f"KEPT{number}",
                    name=name,
                    language="en",
                    jurisdiction="US-IL",
                    flags={},
                    created_at=work.now,
                )
            )
