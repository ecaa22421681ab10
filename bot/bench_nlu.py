"""Measures understanding: `make bench-nlu`, or `.venv-bot/bin/python -m bot.bench_nlu` from the repository's root.

Our pipeline and the one that `rasa init` writes (DIET) are trained on nlu_data/ and read what nobody trains on:
tests/bot/nlu/<language>.yml, the calm texts beside it that must raise no safety intent though they sound like one, the
everyday texts that do not even sound like one, and the words of law for a stop in many spellings. Only numbers are
printed, never a text. `--set-aside` reads the examples that neither tuning nor training learns from instead; on these
the confidences were set, so only the order of the intents is fair there.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from pathlib import Path
from typing import Callable, Iterator, Sequence

from bot.bench import measures as m
from bot.bench.held_out import calm, everyday, held_out, parted, spellings, stop_words
from bot.bench.measures import Answer
from bot.bench.pipelines import Pipeline, Reader, ngrams_only, ours, stock
from bot.quiet import hush
from bot.understanding.examples import Example, read_examples

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = ROOT / "tests" / "bot" / "nlu"
KEYWORDS = ROOT / "compliance" / "keywords"
STOCK_EPOCHS = 10  # of 100: a day's work on two cores otherwise, and the score hardly moves after these
HEARD = 0.4  # what the actions ask of a safety intent before they act on it (actions/safety.py)
BARS = {
    "macro-F1": ">= 0.85",
    "safety recall": ">= 0.96",
    "safety alarms, everyday texts": "<= 0.5 %",
    "wrong when sure": "<= 3 %",
    "ms p50": "<= 10",
    "ms p95": "<= 25",
    "training": "<= 300 s",
    "stop words, as served": "100 %",
    "assistant's memory": "<= 1024 MB",
}


def asked(reader: Reader, examples: Sequence[Example]) -> list[Answer]:
    """Read every example, on one core."""
    found = []
    for example in examples:
        began = time.perf_counter()
        ranking = reader(example.text)
        took = (time.perf_counter() - began) * 1000
        found.append(Answer(example.language, example.intent, ranking[0][0], ranking[0][1], took))
    return found


def column(
    pipeline: Pipeline,
    examples: Sequence[Example],
    quiet: Sequence[Example],
    plain: Sequence[Example],
    words: Sequence[str],
) -> dict[str, str]:
    """One pipeline's figures by their names, as they are printed."""
    with one_core():
        pipeline.read("warm")
        answers, calmly = asked(pipeline.read, examples), asked(pipeline.read, quiet)
        daily = asked(pipeline.read, plain)
    share, wrong = m.sure(answers)
    found = {"macro-F1": f"{m.macro_f1(answers):.3f}"}
    for language in sorted({one.language for one in answers}):
        found[f"  {language}"] = f"{m.macro_f1([one for one in answers if one.language == language]):.3f}"
    found["safety recall"] = f"{m.recall(answers):.3f}"
    found["safety alarms, other intents"] = f"{m.alarms(answers):.1%}"
    found["safety alarms, everyday texts"] = f"{m.alarms(daily):.1%}"
    found["  everyday, acted on"] = f"{m.alarms(daily, HEARD):.1%}"
    found["safety alarms, calm texts"] = f"{m.alarms(calmly):.1%}"
    found["  acted on (confidence >= 0.4)"] = f"{m.alarms(calmly, HEARD):.1%}"
    found["  surely (confidence >= 0.8)"] = f"{m.alarms(calmly, m.SURE):.1%}"
    found["sure (confidence >= 0.8)"] = f"{share:.1%}"
    found["wrong when sure"] = f"{wrong:.1%}"
    found["calibration error"] = f"{m.calibration_error(answers):.3f}"
    found["stop words, the model alone"] = f"{heard_stops(pipeline.read, words):.1%}"
    found["ms p50"] = f"{m.took(answers + calmly + daily, 0.5):.1f}"
    found["ms p95"] = f"{m.took(answers + calmly + daily, 0.95):.1f}"
    found["training"] = f"{pipeline.training_s:.0f} s"
    found["worst intents"] = ", ".join(f"{name} {score:.2f}" for name, score in m.worst(answers, 3))
    return found


def heard_stops(reader: Reader, words: Sequence[str]) -> float:
    """The share of the words of law, in all spellings, that are read as wanting no more messages."""
    written = in_all_spellings(words)
    stops = [reader(text)[0][0] in ("opt_out", "cease_contact") for text in written]
    return sum(stops) / max(1, len(stops))


def in_all_spellings(words: Sequence[str]) -> list[str]:
    """Every word in every spelling."""
    return [text for word in words for text in spellings(word).values()]


@contextlib.contextmanager
def one_core() -> Iterator[None]:
    """Keep to one processor core meanwhile, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def table(columns: dict[str, dict[str, str]]) -> str:
    """The figures side by side, with the bar that each must pass."""
    names = list(dict.fromkeys(name for figures in columns.values() for name in figures))
    heads = ["", *columns, "bar"]
    rows = [[name, *(figures.get(name, "") for figures in columns.values()), BARS.get(name, "")] for name in names]
    widths = [max(len(row[at]) for row in [heads, *rows]) for at in range(len(heads))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in [heads, *rows]
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.bench_nlu", description="Measure understanding.")
    parser.add_argument("--set-aside", action="store_true", help="read the examples set aside, not the held-out files")
    parser.add_argument("--without-stock", action="store_true", help="leave out the pipeline of `rasa init`")
    parser.add_argument("--stock-epochs", type=int, default=STOCK_EPOCHS, metavar="N", help="how long DIET is trained")
    parser.add_argument("--ngrams", action="store_true", help="the n-grams alone too")
    parser.add_argument("--confusions", action="store_true", help="count which intents are taken for which")
    given = parser.parse_args()
    hush()
    examples = read_examples(ROOT / "nlu_data")
    learn, aside = parted(examples)
    read = aside if given.set_aside else held_out(HELD_OUT)
    if not read:
        raise SystemExit(f"There are no held-out files in {HELD_OUT}: use --set-aside.")
    columns, words = {}, stop_words(KEYWORDS)
    for name, make in _pipelines(given, examples, learn):
        _say(f"Training {name} on {len(examples)} examples")
        pipeline = make()
        _say(f"Reading {len(read)} held-out messages with {name}")
        columns[name] = column(pipeline, read, calm(HELD_OUT), everyday(HELD_OUT), words)
        if given.confusions:
            _say(f"{name}: " + _confusions(asked(pipeline.read, read)))
    columns["ours"]["stop words, as served"] = _as_served(words)
    columns["ours"]["assistant's memory"] = _memory()
    sys.stdout.write(table(columns))


def _pipelines(
    given: argparse.Namespace, examples: Sequence[Example], learn: Sequence[Example]
) -> list[tuple[str, Callable[[], Pipeline]]]:
    found: list[tuple[str, Callable[[], Pipeline]]] = []
    if not given.without_stock:
        learnt = learn if given.set_aside else examples
        found.append(("stock Rasa", lambda: stock(learnt, given.stock_epochs)))
    if given.ngrams:
        found.append(("n-grams", lambda: ngrams_only(learn)))
    found.append(("ours", lambda: ours(examples)))
    return found


def _confusions(answers: Sequence[Answer]) -> str:
    return ", ".join(f"{wanted} > {got} {times}" for wanted, got, times in m.confusions(answers))


def _as_served(words: Sequence[str]) -> str:
    from bot.bench.served import stops_heard_before_the_model

    found = stops_heard_before_the_model(in_all_spellings(words))
    return "the service is not installed" if found is None else f"{found:.1%}"


def _memory() -> str:
    from bot.bench.served import megabytes
    from bot.train import train

    found = megabytes(train())
    return f"{found} MB" if found else "not seen here"


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    main()
