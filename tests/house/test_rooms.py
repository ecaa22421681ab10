"""The rooms of the house: who may import whom, who asks the time, who speaks SQL, who sends."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OF_CORE = {"core"}
MAY_IMPORT: dict[str, set[str]] = {
    "core": set(),
    "reading": OF_CORE,
    "catalogue": OF_CORE,
    "compliance": OF_CORE,
    "ledger": OF_CORE,
    "storage": OF_CORE,
    "channels": OF_CORE,
    "campaigns": {"core", "compliance", "catalogue"},
    "actions": {"core", "reading", "catalogue", "storage"},
    "console": OF_CORE,
    "bot": set(),
}
MAY_IMPORT["gateway"] = set(MAY_IMPORT) - {"bot"}
ROOMS = set(MAY_IMPORT) | {"tools", "tests"}
LONGEST_FILE = 400


@cache
def modules(room: str) -> list[tuple[Path, ast.Module]]:
    paths = sorted((ROOT / room).rglob("*.py"))
    return [(path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))) for path in paths]


def imported(tree: ast.AST) -> Iterator[str]:
    """Every absolute module name that is imported, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_the_rooms_below_it(room: str) -> None:
    wrong = [
        f"{path}: {name}"
        for path, tree in modules(room)
        for name in imported(tree)
        if (other := name.split(".")[0]) in ROOMS and other != room and other not in MAY_IMPORT[room]
    ]
    assert wrong == []


def test_core_needs_nothing_but_the_standard_library() -> None:
    foreign = [
        f"{path}: {name}"
        for path, tree in modules("core")
        for name in imported(tree)
        if name.split(".")[0] not in sys.stdlib_module_names | {"core"}
    ]
    assert foreign == []


def test_a_channel_imports_no_other_channel() -> None:
    channels = {path.name for path in (ROOT / "channels").iterdir() if (path / "__init__.py").exists()}
    wrong = []
    for path, tree in modules("channels"):
        own = path.parts[1]
        if own not in channels:
            continue
        for name in imported(tree):
            parts = name.split(".")
            if parts[0] == "channels" and len(parts) > 1 and parts[1] in channels - {own}:
                wrong.append(f"{path}: {name}")
    assert wrong == []


def test_no_room_shadows_the_standard_library() -> None:
    assert {room for room in ROOMS if room in sys.stdlib_module_names} == set()


ASKS_THE_TIME = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
}


@pytest.mark.parametrize("room", sorted(set(MAY_IMPORT) - {"bot"}))
def test_only_the_clock_asks_the_time(room: str) -> None:
    asking = [
        f"{path}:{node.lineno}"
        for path, tree in modules(room)
        if path != Path("core/clock.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in ASKS_THE_TIME
    ]
    assert asking == []


SPEAKS_SQL = ("sqlalchemy", "psycopg", "alembic", "asyncpg", "sqlite3")


@pytest.mark.parametrize("room", sorted(set(MAY_IMPORT) - {"storage", "bot"}))
def test_only_storage_speaks_sql(room: str) -> None:
    speaking = {
        str(path)
        for path, tree in modules(room)
        for name in imported(tree)
        if name.split(".")[0] in SPEAKS_SQL
    }
    assert speaking == set()


STATEMENT = re.compile(
    r"\s*(select\s.+\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|truncate\s)", re.I | re.S
)


@pytest.mark.parametrize("room", sorted(set(MAY_IMPORT) - {"storage", "bot"}))
def test_only_storage_writes_statements(room: str) -> None:
    written = [
        f"{path}:{node.lineno}"
        for path, tree in modules(room)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.match(node.value)
    ]
    assert written == []


@pytest.mark.parametrize("text", ["select id from account", "DELETE FROM turn", "update turn set x = 1"])
def test_a_statement_would_be_seen(text: str) -> None:
    assert STATEMENT.match(text)


def test_nobody_imports_the_gateway_but_tools_and_tests() -> None:
    assert {room for room, others in MAY_IMPORT.items() if "gateway" in others} == set()


def test_every_room_has_its_rule() -> None:
    rooms = {path.parent.name for path in ROOT.glob("[a-z]*/__init__.py")}

    assert rooms == ROOMS


# Channels send inside themselves, each to its own provider; everything that could ask one to must not.
MIGHT_SEND = ROOMS - {"channels", "bot", "tests"}


def test_only_the_outbound_pipeline_sends() -> None:
    sending = {
        str(path)
        for room in sorted(MIGHT_SEND)
        for path, tree in modules(room)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "send"
    }
    assert sending == {"gateway/pipelines/outbound.py"}


@pytest.mark.parametrize("room", sorted(ROOMS - {"tests"}))
def test_no_file_is_longer_than_a_person_reads(room: str) -> None:
    long = {
        str(path): lines
        for path, _ in modules(room)
        if "migrations" not in path.parts
        and (lines := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}
