"""The `kept` command itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from tools.cli import FOLDER, kept


def test_help_lists_every_command_with_what_it_does() -> None:
    told = CliRunner().invoke(kept, ["--help"]).output
    for module in FOLDER.glob("[a-z]*.py"):
        assert f"  {module.stem.rstrip('_').replace('_', '-')} " in told
    assert "Start everything" in told


def test_help_imports_no_command() -> None:
    lines = (
        "import sys, tools.cli",
        "tools.cli.kept(['--help'], standalone_mode=False)",
        "print([name for name in sys.modules if name.startswith('tools.commands.')])",
    )
    asked = chr(10).join(lines)
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")


def test_the_command_works_from_any_folder(tmp_path: Path) -> None:
    installed = Path(sys.executable).with_name("kept")
    done = subprocess.run([installed, "--help"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Usage: kept" in done.stdout


def test_an_unknown_command_is_one_sentence() -> None:
    done = CliRunner().invoke(kept, ["colect"])
    assert done.exit_code == 2
    assert "No such command 'colect'" in done.output
