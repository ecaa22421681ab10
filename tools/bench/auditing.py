"""How long a chain takes to verify from a file: `python -m tools.bench.auditing` (100,000 entries as a sent message has them).

Beside it, in the same run, the same file read with the standard library's JSON and every line hashed with SHA-256: the
least that a checker of a dozen lines would do. Seconds of processor time, each the best of five.
"""

from __future__ import annotations

import hashlib
import json
import time
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import click

from storage.audit import Entry, link
from storage.audit_chain import GENESIS, Link, Walk, read_lines, written

RUNS = 5


def grown(entries: int) -> list[str]:
    """The lines of a chain's file."""
    previous, lines = GENESIS, []
    start = datetime(2026, 5, 13, 9, tzinfo=UTC)
    for number in range(1, entries + 1):
        body = {
            "content": hashlib.sha256(str(number).encode()).hexdigest(),
            "receipt": hashlib.sha256(previous).hexdigest(),
            "decision": str(uuid.UUID(int=number)),
            "versions": {"us_federal": "3", "policy": "riverbank 7"},
        }
        entry = Entry(
            start + timedelta(seconds=number), "outbound.sent", str(uuid.UUID(int=-number % 2**128)), body
        )
        digest = link(previous, entry)
        row = Link(number, entry.at.isoformat(), entry.kind, entry.subject, body, previous, digest)
        lines.append(json.dumps(written(row), ensure_ascii=False))
        previous = digest
    return lines


def ours(lines: Sequence[str]) -> None:
    """Every link recomputed, as `kept audit verify --file` does."""
    walk = Walk()
    for page in read_lines(lines):
        assert walk.take(page)
    assert walk.verdict().entries == len(lines)


def peer(lines: Sequence[str]) -> None:
    """Every line read and hashed, nothing checked."""
    for line in lines:
        json.loads(line)
        hashlib.sha256(line.encode()).digest()


def spent(run: Callable[[Sequence[str]], None], lines: Sequence[str]) -> float:
    """Seconds of processor time, the best of some runs."""
    found = []
    for _ in range(RUNS):
        before = time.process_time()
        run(lines)
        found.append(time.process_time() - before)
    return min(found)


@click.command()
@click.option("--entries", default=100_000, show_default=True)
def main(entries: int) -> None:
    """Print the seconds of processor time, and their ratio to the peer's."""
    lines = grown(entries)
    mine, theirs = spent(ours, lines), spent(peer, lines)
    click.echo(
        f"{entries} entries: verified in {mine:.2f} s, read and hashed by json and hashlib in {theirs:.2f} s"
        f" ({mine / theirs:.2f} times as long)"
    )


if __name__ == "__main__":
    main()
