"""`python -m tools.auditor FILE...`: hold what was sent against the law, without the gate that let it go."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import click

from tools.auditor.replay import Violation, audit
from tools.auditor.story import Unreadable

# An export is one borrower's; more than this nobody meant.
LONGEST = 256 * 1024 * 1024


@dataclass
class Tally:
    """What was looked at, and what was found."""

    borrowers: int = 0
    messages: int = 0
    unreadable: list[str] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether every line was read and nothing was found."""
        return not self.violations and not self.unreadable

    def take(self, raw: bytes | str, where: str, names: tuple[str, ...]) -> None:
        """Audit one export; one that cannot be read is a finding, never passed over."""
        try:
            told = json.loads(raw)
            self.violations += audit(told, names)
        except (Unreadable, ValueError, RecursionError) as error:
            reason = str(error) if isinstance(error, Unreadable) else "it is not JSON"
            self.unreadable.append(f"{where}: {reason}")
            return
        self.borrowers += 1
        self.messages += sum(row["direction"] == "out" for row in told["messages"])


def exports(source: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Each export of a file with the number of its first line: one a line, or a single one over many lines."""
    first = source.readline(LONGEST)
    if first.strip() == b"{":
        yield 1, first + source.read(LONGEST)
        return
    number = 1
    while first:
        if first.strip():
            yield number, first
        first = source.readline(LONGEST)
        number += 1


@click.command(help=__doc__)
@click.argument("files", nargs=-1, required=True, type=click.File("rb"))
@click.option("--json", "as_json", is_flag=True, help="One violation a line, then one line that sums up.")
@click.option(
    "--name", "names", multiple=True, help="Who writes: a name that texts must give. May be repeated."
)
@click.option("--most", default=50, show_default=True, help="So many violations are shown; all are counted.")
def main(files: tuple[Any, ...], as_json: bool, names: tuple[str, ...], most: int) -> None:
    """FILES hold exports of `kept audit export`, one a line or one a file; `-` is standard input.

    Ends with status 1 when a message ought not to have left, 2 when something could not be read.
    """
    tally = Tally()
    bar: Any = click.progressbar(length=_size(files), label="Auditing", file=sys.stderr)
    with bar:
        for file in files:
            for number, raw in exports(file):
                tally.take(raw, f"{file.name}:{number}", names)
                bar.update(len(raw))
    told = _lines(tally) if as_json else _words(tally, most)
    for line in told:
        click.echo(line)
    sys.exit(2 if tally.unreadable else 0 if tally.clean else 1)


def _size(files: tuple[Any, ...]) -> int | None:
    total = 0
    for file in files:
        if not file.seekable():
            return None
        total += file.seek(0, 2)
        file.seek(0)
    return total or None


def _lines(tally: Tally) -> Iterator[str]:
    for violation in tally.violations:
        yield json.dumps(violation.as_json(), ensure_ascii=False)
    yield json.dumps(
        {
            "borrowers": tally.borrowers,
            "messages": tally.messages,
            "violations": len(tally.violations),
            "unreadable": tally.unreadable,
        }
    )


def _words(tally: Tally, most: int) -> Iterator[str]:
    for violation in tally.violations[:most]:
        yield told(violation)
    if len(tally.violations) > most:
        yield f"... and {len(tally.violations) - most} more."
    yield from tally.unreadable
    yield (
        f"{tally.borrowers} borrowers, {tally.messages} messages of ours: "
        f"{len(tally.violations)} violations, {len(tally.unreadable)} exports that cannot be read."
    )


def told(violation: Violation) -> str:
    """A violation for people: which message, which rule in words, its source, what shows it."""
    rule = violation.breach.rule
    return (
        f"{violation.message} ({violation.at:%Y-%m-%d %H:%M:%S} UTC, {violation.channel}, {violation.place})\n"
        f"    {rule.words}: {violation.breach.why}.\n"
        f"    {rule.id}; {rule.source}"
    )


if __name__ == "__main__":
    main()
