"""Rules of the set-up: what is installed is named with hashes, and nothing records where it came from."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted(path for path in (ROOT / "requirements").glob("*.txt") if path.name != "bot-overrides.txt")
INPUTS = {path.stem for path in (ROOT / "requirements").glob("*.in")}

# Addresses of package registries, as lock files and settings would record them.
RECORDED = re.compile(
    r"""--(extra-)?index-"""
    + r"""url\s|--find-links\s|^\s*(registry|index-url)\s*=|"resolved":\s*"(http|file)"""
    r"""|source\s*=\s*\{\s*registry|https?://[^\s"']*(/simple\b|files\.pythonhosted|registry\.npmjs)""",
    re.MULTILINE,
)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


def test_no_tracked_file_records_where_packages_come_from() -> None:
    recorded = []
    for path in tracked():
        if path == Path(__file__) or not path.is_file():
            continue
        if RECORDED.search(path.read_bytes().decode(errors="ignore")):
            recorded.append(str(path.relative_to(ROOT)))
    assert recorded == []


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index-" + "url https://packages.example/simple",
        '"resolved": ' + '"https://packages.example/a.tgz"',
    ],
)
def test_a_recorded_address_would_be_seen(line: str) -> None:
    assert RECORDED.search(line)


def test_every_requirement_file_is_locked() -> None:
    assert INPUTS - {path.stem for path in LOCKS} == set()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_its_version_and_hashes(lock: Path) -> None:
    text = "\n".join(line for line in lock.read_text().splitlines() if not line.lstrip().startswith("#"))
    entries = [entry for entry in re.split(r"\n(?=\S)", text) if entry.strip()]
    assert entries
    loose = [entry.split()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]
    assert loose == []


LOCKED_FROM = {"app": ["app"], "test": ["test"], "bot": ["bot", "bot-macos"], "uv": ["uv"]}


def names(text: str) -> set[str]:
    """The packages that a requirement file names, in the one form of their names."""
    found = re.findall(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", text, re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in found}


@pytest.mark.parametrize(
    ("wanted", "lock"), [(name, lock) for name, locks in LOCKED_FROM.items() for lock in locks]
)
def test_what_is_wanted_is_locked(wanted: str, lock: str) -> None:
    asked = (ROOT / "requirements" / f"{wanted}.in").read_text()
    if lock == "bot-macos":
        asked = asked.replace("tensorflow-cpu", "tensorflow-macos")
    locked = names((ROOT / "requirements" / f"{lock}.txt").read_text())
    assert names(asked) - locked == set(), "run make lock"


def test_ci_runs_what_people_run() -> None:
    commands = [line for line in (ROOT / ".ci" / "run").read_text().splitlines() if not line.startswith("#")]
    assert "exec make check test" in commands
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_every_target_of_make_explains_itself() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert targets >= {"demo", "setup", "test", "check", "train", "bench", "lock", "help", "clean"}
    assert {target for target in targets if f"make {target} " not in told} == set()


SETUP = sorted((ROOT / "tools" / "setup").glob("*.py"))


@pytest.mark.parametrize("path", SETUP, ids=lambda path: path.name)
def test_the_setup_runs_on_a_bare_python_from_3_11_on(path: Path) -> None:
    tree = ast.parse(path.read_text(), feature_version=(3, 11))
    roots = {name.split(".")[0] for node in ast.walk(tree) for name in _imported(node)}
    assert roots - set(sys.stdlib_module_names) <= {"tools"}


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def test_every_command_module_has_its_command_and_says_what_it_does() -> None:
    folder = ROOT / "tools" / "commands"
    for path in folder.glob("[a-z]*.py"):
        tree = ast.parse(path.read_text())
        defined = {
            node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        assigned = {
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        assert "command" in defined | assigned, path.name
        assert ast.get_docstring(tree), path.name
