"""The embedded PostgreSQL: what an operator relies on, with a real server."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest

from tools.platform import children
from tools.platform.pgdata import clear_stale_pid
from tools.platform.postgres import Postgres


@pytest.fixture(scope="module")
async def server() -> AsyncIterator[Postgres]:
    async with Postgres(throwaway=True) as postgres:
        yield postgres


@pytest.fixture
def folder() -> Iterator[Path]:
    """A data folder that an ordinary user can reach too: pytest's own are closed to it."""
    home = Path(tempfile.mkdtemp(prefix="kept-test-"))
    home.chmod(0o755)
    yield home / "postgres"
    shutil.rmtree(home)


async def do(url: str, statement: LiteralString) -> None:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute(statement)


async def ask(url: str, question: LiteralString) -> object:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        row = await (await connection.execute(question)).fetchone()
        assert row is not None
        return row[0]


async def test_it_is_eighteen_with_checksums_and_answers_nobody_but_this_machine(server: Postgres) -> None:
    url = server.admin_url()
    assert str(await ask(url, "SHOW server_version")).startswith("18.")
    assert await ask(url, "SHOW data_checksums") == "on"
    assert await ask(url, "SHOW listen_addresses") == "127.0.0.1"
    assert await ask(url, "SHOW unix_socket_directories") == ""


async def test_letters_of_all_languages_have_their_capitals_on_every_system(server: Postgres) -> None:
    url = server.url(driver="")
    assert await ask(url, "SELECT datlocprovider FROM pg_database WHERE datname = 'kept'") == "b"
    assert await ask(url, "SELECT upper('mañana') || lower('ÁRBOL') || length('还款')") == "MAÑANAárbol2"


async def test_a_wrong_password_is_refused(server: Postgres) -> None:
    wrong = f"postgresql://kept:wrong@127.0.0.1:{server.port}/kept"
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        await ask(wrong, "SELECT 1")


async def test_kept_owns_its_database_without_being_superuser(server: Postgres) -> None:
    url = server.url(driver="")
    assert await ask(url, "SELECT current_database() || ' ' || current_user") == "kept kept"
    assert await ask(url, "SHOW is_superuser") == "off"
    assert await ask(url, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'kept'") == "kept"


async def test_rasa_has_its_own_database_and_cannot_enter_ours(server: Postgres) -> None:
    rasa = server.rasa_url()
    assert await ask(rasa, "SELECT current_database() || ' ' || current_user") == "kept_rasa kept_rasa"
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        await ask(rasa.removesuffix("/kept_rasa") + "/kept", "SELECT 1")


async def test_a_database_can_be_copied_from_a_template_and_dropped(server: Postgres) -> None:
    await server.create_database("mould")
    await do(server.url("mould", driver=""), "CREATE TABLE told (word text)")
    await server.create_database("cast", template="mould")

    assert await ask(server.url("cast", driver=""), "SELECT count(*) FROM told") == 0

    for name in ("cast", "mould"):
        await server.drop_database(name)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        await ask(server.url("cast", driver=""), "SELECT 1")


async def test_an_error_does_not_write_the_borrowers_data_into_the_log(server: Postgres) -> None:
    url = server.url(driver="")
    await do(url, "CREATE TABLE phones (phone text UNIQUE)")
    await do(url, "INSERT INTO phones VALUES ('+15555550199')")
    with pytest.raises(psycopg.errors.UniqueViolation):
        await do(url, "INSERT INTO phones VALUES ('+15555550199')")

    log = (server.home / "postgres.log").read_text()
    assert "duplicate key value" in log
    assert "5555550199" not in log


def everything_running() -> str:
    """The command line of every process."""
    if Path("/proc/self").exists():
        lines = []
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(OSError):
                lines.append(entry.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        return "\n".join(lines)
    return subprocess.run(["/bin/ps", "axww", "-o", "command="], capture_output=True, text=True).stdout


async def test_no_password_is_on_the_command_line_or_in_the_log(server: Postgres) -> None:
    password = server.admin_url().split(":")[2].split("@")[0]
    processes = everything_running()
    assert f"-p {server.port}" in processes
    assert password not in processes
    assert password not in (server.home / "postgres.log").read_text()
    assert (server.home / "passwords.json").stat().st_mode & 0o077 == 0


async def test_rows_survive_a_clean_restart_and_a_killed_server(folder: Path) -> None:
    async with Postgres(folder) as postgres:
        await do(postgres.url(driver=""), "CREATE TABLE kept_rows AS SELECT 7 AS seven")

    async with Postgres(folder) as postgres:
        assert await ask(postgres.url(driver=""), "SELECT seven FROM kept_rows") == 7
        os.kill(int((postgres.home / "data" / "postmaster.pid").read_text().split("\n")[0]), signal.SIGKILL)
        assert await postgres.exited() != 0
        await postgres.start()
        assert await ask(postgres.url(driver=""), "SELECT seven FROM kept_rows") == 7


OWNER_OF_A_SERVER = """
import asyncio, sys
from pathlib import Path
from tools.platform.postgres import Postgres

async def main():
    async with Postgres(Path(sys.argv[1])) as postgres:
        print((postgres.home / "data" / "postmaster.pid").read_text().split()[0], flush=True)
        await asyncio.sleep(600)

asyncio.run(main())
"""


def killed_owner_of_a_server(folder: Path) -> int:
    """Start a process that starts a server, kill that process, answer the server's process id."""
    command = [sys.executable, "-c", OWNER_OF_A_SERVER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        server = int(owner.stdout.readline())
        owner.kill()
    return server


async def test_the_server_goes_with_a_killed_parent_and_comes_back(folder: Path) -> None:
    server = killed_owner_of_a_server(folder)

    async with Postgres(folder) as postgres:
        assert await ask(postgres.url(driver=""), "SELECT 1") == 1
        successor = int((postgres.home / "data" / "postmaster.pid").read_text().split("\n")[0])
    assert successor != server


def test_a_lock_file_whose_number_is_now_somebody_else_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "postmaster.pid").write_text(f"{os.getpid()}\n{tmp_path}\n")
    clear_stale_pid(tmp_path)
    assert not (tmp_path / "postmaster.pid").exists()


def test_a_lock_file_of_a_zombie_is_cleared(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "pass", str(tmp_path)]
    gone = subprocess.Popen(command)
    os.waitid(os.P_PID, gone.pid, os.WEXITED | os.WNOWAIT)
    (tmp_path / "postmaster.pid").write_text(f"{gone.pid}\n")
    clear_stale_pid(tmp_path)
    gone.wait()
    assert not (tmp_path / "postmaster.pid").exists()


def test_a_lock_file_of_a_living_server_stays(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "input(print('here', flush=True))", str(tmp_path)]
    living = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert living.stdout is not None
    assert living.stdout.readline() == b"here\n"
    (tmp_path / "postmaster.pid").write_text(f"{living.pid}\n")
    try:
        clear_stale_pid(tmp_path)
        assert (tmp_path / "postmaster.pid").exists()
    finally:
        living.kill()
        living.communicate()


def test_a_closed_home_is_left_as_it_is(tmp_path: Path) -> None:
    closed = tmp_path / "home"
    closed.mkdir(mode=0o700)
    stranger = children.Person(uid=54321, gid=54321)

    chosen = children.reachable(closed / "postgres", stranger)

    assert chosen.parent == children.CLOSED_HOMES
    assert chosen == children.reachable(closed / "postgres", stranger)
    assert closed.stat().st_mode & 0o777 == 0o700
    assert children.reachable(closed / "postgres", children.STAY) == closed / "postgres"


def test_our_own_folders_can_be_entered_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        children.make_enterable(tmp_path / "kept" / "postgres")
    finally:
        os.umask(before)
    made = (tmp_path / "kept", tmp_path / "kept" / "postgres")
    assert [folder.stat().st_mode & 0o777 for folder in made] == [0o755, 0o755]
    assert tmp_path.stat().st_mode & 0o777 == 0o700
