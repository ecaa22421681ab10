"""`python -m tools.auditor.traffic`: a month of invented borrowers, decided on by the gate, audited without it."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

import click

from tools.auditor.__main__ import Tally, told
from tools.auditor.traffic.exported import line
from tools.auditor.traffic.lives import live
from tools.auditor.traffic.people import NAME, PLACES, born
from tools.auditor.traffic.plans import FIRST, LAST

# So many borrowers at a time: small enough for a bar that moves, large enough to be worth the way.
BATCH = 250
SHOWN = 20


@dataclass
class Month:
    """What came of some borrowers' month."""

    tally: Tally = field(default_factory=Tally)
    states: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)

    def add(self, other: Month) -> None:
        """Take in what came of others."""
        self.tally.borrowers += other.tally.borrowers
        self.tally.messages += other.tally.messages
        self.tally.unreadable += other.tally.unreadable
        self.tally.violations += other.tally.violations
        self.states += other.states
        self.places += other.places


def month(numbers: range, seed: int) -> tuple[Month, list[str]]:
    """Live the month of these borrowers, write it down, audit what is written. Also gives the lines."""
    found, lines = Month(), []
    for number in numbers:
        person = born(number, seed)
        life = live(person)
        written = line(life)
        lines.append(written)
        found.tally.take(written, person.reference, (NAME,))
        found.states.update(row.get("state", "received") for row in life.rows)
        found.places[person.place] += 1
    return found, lines


def _audited(numbers: range, seed: int, keep: bool) -> tuple[Month, list[str]]:
    found, lines = month(numbers, seed)
    return found, lines if keep else []


def batches(borrowers: int) -> Iterator[range]:
    """All numbers, in parts."""
    for first in range(0, borrowers, BATCH):
        yield range(first, min(first + BATCH, borrowers))


@click.command(help=__doc__)
@click.option("--borrowers", default=100_000, show_default=True, type=click.IntRange(min=1))
@click.option("--seed", default=2026, show_default=True, help="Another seed, other people.")
@click.option("--jobs", default=os.cpu_count() or 1, show_default=True, type=click.IntRange(min=1))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Keep the exports, one a line.")
def main(borrowers: int, seed: int, jobs: int, out: Path | None) -> None:
    """Ends with status 1 when a violation is found."""
    began, found = time.monotonic(), Month()
    kept = out.open("w", encoding="utf-8") if out else None
    with (
        click.progressbar(length=borrowers, label="Borrowers", file=sys.stderr) as bar,
        ProcessPoolExecutor(jobs) as pool,
    ):
        for part, lines in _all(pool, batches(borrowers), seed, keep=kept is not None, ahead=2 * jobs):
            found.add(part)
            bar.update(part.tally.borrowers + len(part.tally.unreadable))
            if not sys.stderr.isatty() and bar.pos % (BATCH * 40) == 0:
                click.echo(f"  {bar.pos} borrowers, {time.monotonic() - began:.0f} s so far", err=True)
            if kept:
                kept.writelines(f"{each}\n" for each in lines)
    if kept:
        kept.close()
    _show(found, time.monotonic() - began)
    sys.exit(0 if found.tally.clean else 1)


def _all(
    pool: ProcessPoolExecutor, parts: Iterator[range], seed: int, *, keep: bool, ahead: int
) -> Iterator[tuple[Month, list[str]]]:
    """What comes of the parts, as it comes; only so many are begun ahead, so that memory stays small."""
    running: set[Future[tuple[Month, list[str]]]] = set()
    for numbers in parts:
        running.add(pool.submit(_audited, numbers, seed, keep))
        if len(running) >= ahead:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (each.result() for each in done)
    yield from (each.result() for each in running)


def _show(found: Month, seconds: float) -> None:
    tally, states = found.tally, found.states
    for violation in tally.violations[:SHOWN]:
        click.echo(told(violation))
    for text in tally.unreadable[:SHOWN]:
        click.echo(text)
    click.echo(
        f"{tally.borrowers} borrowers in {len(found.places)} of {len(PLACES)} places, "
        f"{FIRST:%d %b} to {LAST:%d %b %Y}, in {seconds:.0f} s: {states['sent']} messages sent, "
        f"{states['deferred']} put off, {states['blocked']} stopped, {states['received']} received; "
        f"{len(tally.violations)} violations."
    )
    for rule, count in Counter(each.breach.rule.id for each in tally.violations).most_common():
        click.echo(f"{count:8} {rule}")


if __name__ == "__main__":
    main()
