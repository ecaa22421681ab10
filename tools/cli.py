"""The `kept` command. Each module of `tools/commands` is one command, imported only when it is called."""

from __future__ import annotations

import ast
import importlib
import sys
from pathlib import Path

import click

from core.errors import KeptError

FOLDER = Path(__file__).with_name("commands")


class Commands(click.Group):
    """The modules of `tools/commands` by name; `import_.py` is `kept import`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name, without importing any."""
        return sorted(_modules())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        module = _modules().get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(f"tools.commands.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in `kept --help`: the first line of each module, read without running it."""
        rows = [(name, _first_line(FOLDER / f"{module}.py")) for name, module in sorted(_modules().items())]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _modules() -> dict[str, str]:
    found = (path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))
    return {module.rstrip("_").replace("_", "-"): module for module in found}


def _first_line(path: Path) -> str:
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return told.split("\n", 1)[0]


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def kept() -> None:
    """Run and question Kept, the assistant for overdue loans."""


def main() -> None:
    """Run the command line; an error that a person can act on is one sentence and exit status 1."""
    try:
        kept(prog_name="kept")
    except KeptError as error:
        click.echo(f"kept: {error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
