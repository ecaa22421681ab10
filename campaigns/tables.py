"""A YAML table with the line of every field, so that a problem can say where it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

type Path = tuple[str, ...]


@dataclass(frozen=True)
class Problem:
    """What is wrong with a table, where, and what to do about it. A `warning` is read all the same."""

    line: int
    field: str
    what: str
    remedy: str
    warning: bool = False

    def __str__(self) -> str:
        return f"line {self.line}: {self.field} {self.what} {self.remedy}".strip()


@dataclass
class Table:
    """The values of one file, the line each stands on (from 1), and what was found wrong so far."""

    values: dict[str, Any]
    lines: Mapping[Path, int]
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, path: Path, what: str, remedy: str, *, warning: bool = False) -> None:
        """Note a problem at `path`, or at the nearest field above it that has a line."""
        at = path
        while at and at not in self.lines:
            at = at[:-1]
        self.problems.append(
            Problem(self.lines.get(at, 1), ".".join(path) or "the file", what, remedy, warning)
        )

    @property
    def errors(self) -> list[Problem]:
        """What must be mended before the table can be used."""
        return [problem for problem in self.problems if not problem.warning]


def read_table(raw: bytes) -> Table:
    """The fields of a YAML mapping; a file that is none has one problem and no values."""
    lines: dict[Path, int] = {(): 1}
    try:
        text = raw.decode("utf-8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(text)
        fields = list(_fields(node, ())) if node is not None else []
    except UnicodeDecodeError:
        return Table({}, lines, [Problem(1, "the file", "is not UTF-8.", "Save it as UTF-8.")])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or "cannot be read"
        line = mark.line + 1 if mark else 1
        return Table({}, lines, [Problem(line, "the file", f"is not YAML: {why}.", "Mend this line.")])
    except (ValueError, RecursionError):
        return Table({}, lines, [Problem(1, "the file", "holds a value that cannot be.", "Quote values.")])
    if not isinstance(values, dict):
        return Table({}, lines, [Problem(1, "the file", "is empty or no table.", "Write `field: value`.")])
    table = Table(values, lines)
    for path, line, again in fields:
        lines.setdefault(path, line)
        if again:
            table.problems.append(
                Problem(line, ".".join(path), "stands here twice.", "Keep one; the later one would win.")
            )
    return table


def _fields(node: yaml.Node, above: Path) -> Iterator[tuple[Path, int, bool]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            yield (*above, name), key.start_mark.line + 1, name in seen
            seen.add(name)
            yield from _fields(value, (*above, name))
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield (*above, str(index)), item.start_mark.line + 1, False
            yield from _fields(item, (*above, str(index)))
