"""Commands asked as people do: lines in, answers out."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from tools.cli import kept


def given(*lines: dict[str, Any] | str | bytes) -> bytes:
    """Lines as they stand in a file."""
    return b"\n".join(_written(line) for line in lines) + b"\n"


def _written(line: dict[str, Any] | str | bytes) -> bytes:
    if isinstance(line, bytes):
        return line
    return (line if isinstance(line, str) else json.dumps(line)).encode()


def ask(command: str, *lines: dict[str, Any] | str | bytes) -> tuple[int, list[dict[str, Any]]]:
    """Run `kept COMMAND` over the lines: exit status, and the answers in the order they came."""
    done: Result = CliRunner().invoke(kept, [command], input=given(*lines))
    return done.exit_code, [json.loads(line) for line in done.stdout.splitlines()]
