"""The auditor shares nothing with what it audits, so that one mistake cannot be made twice."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.house.test_rooms import ROOMS, imported, modules

TRAFFIC = Path("tools/auditor/traffic")
AUDITOR = [(path, tree) for path, tree in modules("tools") if Path("tools/auditor") in path.parents]
ITSELF = [(path, tree) for path, tree in AUDITOR if TRAFFIC not in path.parents]


@pytest.mark.parametrize(("path", "tree"), ITSELF, ids=[str(path) for path, _ in ITSELF])
def test_the_auditor_imports_nothing_of_the_house_but_itself(path: Path, tree: ast.AST) -> None:
    ours = [name for name in imported(tree) if name.split(".")[0] in ROOMS]

    assert [
        name for name in ours if name.split(".")[:2] != ["tools", "auditor"] or "traffic" in name.split(".")
    ] == []


def test_the_auditor_reads_no_pack() -> None:
    readers = [str(path) for path, _ in ITSELF if "yaml" in path.read_text(encoding="utf-8")]

    assert (len(ITSELF) > 8, readers) == (True, [])


def test_nobody_else_imports_the_auditor() -> None:
    users = [
        str(path)
        for room in sorted(ROOMS - {"tests"})
        for path, tree in modules(room)
        if Path("tools/auditor") not in path.parents
        for name in imported(tree)
        if name.startswith("tools.auditor")
    ]

    assert users == []
