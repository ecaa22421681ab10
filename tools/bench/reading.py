"""How well and how fast texts are read, on held-out cases, beside dateparser, JioNLP and Recognizers-Text.

`python -m tools.bench.reading` prints rates only, never a text. The other libraries live in a Python of their own:

    python3.10 -m venv .venv-bench && .venv-bench/bin/pip install -r requirements/bench.txt
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Mapping
from datetime import datetime
from itertools import chain
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from zoneinfo import ZoneInfo

import click
from rich.console import Console
from rich.table import Table

from core.money import Money
from reading import read
from tools.bench.reading_scores import ASKED, CERTAIN, FIELDS, LANGUAGES, Tally, load, score

ROOT = Path(__file__).resolve().parents[2]
RIVALS = ("dateparser", "Recognizers-Text", "JioNLP")


def own(case: Mapping[str, Any]) -> dict[str, Any]:
    """What is read from a case."""
    amount, currency = str(case["owed"]).split() if case.get("owed") else ("", "")
    return read(
        case["say"],
        now=datetime.fromisoformat(str(case["now"])),
        tz=case["tz"],
        owed=Money.of(amount, currency) if amount else None,
        country=case.get("country"),
    ).as_json()


def timed(cases: list[dict[str, Any]]) -> list[float]:
    """Milliseconds per case, each the best of three."""
    spent = []
    for case in cases:
        runs = []
        for _ in range(3):
            start = time.perf_counter()
            own(case)
            runs.append(time.perf_counter() - start)
        spent.append(min(runs) * 1000)
    return spent


USUAL = "I can pay $50 on friday and 下周五还两千 y el resto el 15, "


def growth(sentence: str = USUAL) -> float:
    """How many times longer eight times the text takes, of a sentence over and over; 8 is linear."""
    now = datetime(2026, 11, 18, 10, tzinfo=ZoneInfo("America/New_York"))

    def spent(length: int) -> float:
        text = (sentence * (length // len(sentence) + 1))[:length]
        runs = []
        for _ in range(5):
            start = time.perf_counter()
            read(text, now=now, tz="America/New_York")
            runs.append(time.perf_counter() - start)
        return min(runs)

    return spent(4000) / spent(500)


def rivals(cases: Mapping[str, list[dict[str, Any]]]) -> dict[str, dict[str, list[dict[str, Any]]]] | None:
    """By language and library, what these read of each case; None when they are not installed."""
    python = Path(os.environ.get("KEPT_BENCH_PYTHON", ROOT / ".venv-bench" / "bin" / "python"))
    if not python.exists():
        return None
    lines = [
        json.dumps({"say": case["say"], "lang": language, "now": _local(case).isoformat()})
        for language in LANGUAGES
        for case in cases[language]
    ]
    done = subprocess.run(  # noqa: S603 - our own script, by the interpreter named above
        [str(python), str(Path(__file__).with_name("reading_rivals.py"))],
        input="\n".join(lines) + "\n", capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    rows = iter([json.loads(line) for line in done.stdout.splitlines()])
    answers: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for language in LANGUAGES:
        mine = [next(rows) for _ in cases[language]]
        answers[language] = {
            name: [row[name] for row in mine] for name in RIVALS if all(name in row for row in mine)
        }
    return answers


def _local(case: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(str(case["now"])).astimezone(ZoneInfo(case["tz"])).replace(tzinfo=None)


def _shown(tally: Tally, name: str, *, wrong: bool = False) -> str:
    rate = tally.rate(name)
    return "-" if rate is None else f"{(1 - rate if wrong else rate):.3f} ({tally.of[name]})"


def _table(columns: Mapping[str, Tally]) -> Table:
    table = Table("field", *columns, title="exact, of how many")
    for name in FIELDS:
        table.add_row(name, *(_shown(tally, name) for tally in columns.values()))
    for name in (CERTAIN, ASKED):
        table.add_row(name, *(_shown(tally, name, wrong=True) for tally in columns.values()))
    return table


@click.command()
@click.option("--hard", is_flag=True, help="Ask about the hard messages instead.")
def main(*, hard: bool) -> None:
    """Print exactness per language and field, others beside it, and the time it takes."""
    cases = {language: load(language, hard=hard) for language in LANGUAGES}
    console = Console(width=130)
    console.print(
        _table(
            {
                name: score(some, map(own, some))
                for name, some in (*cases.items(), ("all", [*chain(*cases.values())]))
            }
        )
    )
    others = rivals(cases)
    if others is None:
        click.echo(
            "dateparser, JioNLP and Recognizers-Text are not installed (see the top of tools/bench/reading.py)."
        )
    else:
        console.print(_beside(cases, others))
    spent = sorted(spent for language in LANGUAGES for spent in timed(cases[language]))
    click.echo(
        f"read: p50 {median(spent):.2f} ms, p95 {quantiles(spent, n=20)[-1]:.2f} ms over {len(spent)} texts"
    )
    click.echo(f"eight times the text takes {growth():.1f} times as long")


def _beside(
    cases: Mapping[str, list[dict[str, Any]]], others: Mapping[str, Mapping[str, list[dict[str, Any]]]]
) -> Table:
    """Ours and theirs on the cases that promise a certain day or amount: what all of them set out to read."""
    table = Table(
        "language", "field", "this reader", *RIVALS, title="certain days and amounts of promises, exact"
    )
    for language in LANGUAGES:
        for name in ("dates", "amount"):
            chosen = [
                n for n, case in enumerate(cases[language]) if case.get(name) and not case.get("ambiguous")
            ]
            wanted = [cases[language][n] for n in chosen]
            row = [_shown(score(wanted, map(own, wanted)), name)]
            for rival in RIVALS:
                theirs = others[language].get(rival)
                able = theirs is not None and all(name in theirs[n] for n in chosen)
                row.append(
                    _shown(score(wanted, [theirs[n] for n in chosen]), name) if theirs and able else "-"
                )
            table.add_row(language, name, *row)
    return table


if __name__ == "__main__":
    main()
