"""How long one decision of the gate takes, on one core: `python -m tools.bench.deciding`."""

from __future__ import annotations

import timeit
from collections.abc import Mapping
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from compliance.engine import decide
from compliance.facts import from_line

DAY, NIGHT = "2026-11-18T15:00:00Z", "2026-11-18T03:00:00Z"
FOUR_ZONES = {"area_code": "212", "landline_area_code": "808", "zip": "79901"}
TEXTS = [
    {"at": f"2026-11-{day:02d}T15:00:00Z", "channel": "sms", "kind": "outbound"} for day in range(10, 18)
]
# What is asked, and how it differs from a reminder by SMS to New York.
ASKED: Mapping[str, Mapping[str, Any]] = {
    "by day": {"now_utc": DAY},
    "at night": {"now_utc": NIGHT},
    "at night, in any of several zones": {"now_utc": NIGHT, "location_signals": FOUR_ZONES},
    "on the eve of a change of clocks": {"now_utc": "2026-11-01T02:00:00Z"},
    "in a time that is not wanted": {"now_utc": DAY, "flags": ["inconvenient_time:09:00-17:00"]},
    "under a cap, eight texts on record": {"now_utc": DAY, "jurisdiction": "US-MA", "history": TEXTS},
    "before Sunday and a holiday": {"now_utc": "2026-11-14T23:00:00Z", "jurisdiction": "CO"},
}


def microseconds(asked: Mapping[str, Any], *, runs: int) -> float:
    """The best of `runs`, per decision; a busy machine makes the others longer."""
    line = {"jurisdiction": "US", "channel": "sms", "recipient_tz": "America/New_York", **asked}
    facts, at = from_line(line)
    return min(timeit.repeat(lambda: decide(facts, at), number=20, repeat=runs)) / 20 * 1_000_000


@click.command(help=__doc__)
@click.option("--runs", default=300, show_default=True, type=click.IntRange(min=1))
def main(runs: int) -> None:
    """Print microseconds per decision."""
    table = Table("a reminder", "microseconds", title="One decision")
    for name, asked in ASKED.items():
        table.add_row(name, f"{microseconds(asked, runs=runs):.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
