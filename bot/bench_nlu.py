"""Measures understanding: `python -m bot.bench_nlu` from the repository's root (`make bench-nlu`).

Trains on nlu_data/ and reads the files that nobody trains on (tests/bot/nlu/<language>.yml), or with `--set-aside` the
examples that neither tuning nor training learns from; on these the confidences were set, so only the order of the
intents is a fair measure there. `--stock EPOCHS` adds the stock Rasa pipeline (`rasa init`: DIET) on the same examples.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Callable, Sequence

import numpy as np

from bot.quiet import hush
from bot.understanding.examples import Example, read_examples
from bot.understanding.ontology import INTENTS, SAFETY

ROOT = Path(__file__).resolve().parent.parent
SURE = 0.8
Reader = Callable[[str], "list[tuple[str, float]]"]


def macro_f1(wanted: Sequence[str], got: Sequence[str]) -> float:
    """The mean over intents of the harmonic mean of precision and recall."""
    scores = []
    for intent in sorted(set(wanted)):
        right = sum(w == g == intent for w, g in zip(wanted, got, strict=True))
        said, there = got.count(intent), list(wanted).count(intent)
        scores.append(2 * right / (said + there) if said + there else 0.0)
    return float(np.mean(scores))


def measure(name: str, reader: Reader, examples: Sequence[Example]) -> dict[str, object]:
    """Read every example and count."""
    took, got, sure = [], [], []
    for example in examples:
        began = time.perf_counter()
        ranking = reader(example.text)
        took.append((time.perf_counter() - began) * 1000)
        got.append(ranking[0][0])
        sure.append(ranking[0][1])
    wanted = [example.intent for example in examples]
    safe = [g in SAFETY for w, g in zip(wanted, got, strict=True) if w in SAFETY]
    exact = [w == g for w, g in zip(wanted, got, strict=True) if w in SAFETY]
    alarms = [g in SAFETY for w, g in zip(wanted, got, strict=True) if w not in SAFETY]
    certain = [w != g for w, g, c in zip(wanted, got, sure, strict=True) if c >= SURE]
    row: dict[str, object] = {"pipeline": name, "messages": len(examples), "macro_f1": round(macro_f1(wanted, got), 4)}
    for language in sorted({example.language for example in examples}):
        of = [place for place, example in enumerate(examples) if example.language == language]
        row[f"f1_{language}"] = round(macro_f1([wanted[i] for i in of], [got[i] for i in of]), 4)
    row["safety_heard"] = round(float(np.mean(safe)), 4) if safe else None
    row["safety_exact"] = round(float(np.mean(exact)), 4) if exact else None
    row["safety_false_alarms"] = round(float(np.mean(alarms)), 4) if alarms else None
    row["sure"] = round(len(certain) / len(examples), 4)
    row["wrong_when_sure"] = round(float(np.mean(certain)), 4) if certain else None
    row["ms_p50"], row["ms_p95"] = (round(float(np.percentile(took, at)), 2) for at in (50, 95))
    row["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    row["confusions"] = _confusions(wanted, got)
    return row


def _confusions(wanted: Sequence[str], got: Sequence[str], most: int = 25) -> dict[str, int]:
    counted: dict[str, int] = {}
    for w, g in zip(wanted, got, strict=True):
        if w != g:
            counted[f"{w} > {g}"] = counted.get(f"{w} > {g}", 0) + 1
    return dict(sorted(counted.items(), key=lambda one: -one[1])[:most])


def ours(learn: Sequence[Example]) -> tuple[Reader, float]:
    """Our pipeline, trained; and how many seconds that took."""
    from bot.understanding.model import Understanding

    began = time.monotonic()
    trained = Understanding.fit([one.text for one in learn], [one.intent for one in learn])
    took = time.monotonic() - began
    with tempfile.TemporaryDirectory() as folder:
        trained.save(Path(folder))
        kept = Understanding.load(Path(folder))
    return (lambda text: [tuple(read) for read in kept.read(text)]), took


def ngrams_only(learn: Sequence[Example]) -> tuple[Reader, float]:
    """Character n-grams with a linear support vector machine, nothing else."""
    from bot.understanding.model import prepared
    from bot.understanding.ngrams import NGrams

    began = time.monotonic()
    fitted = NGrams.fit([prepared(one.text) for one in learn], [INTENTS.index(one.intent) for one in learn])
    names = sorted({one.intent for one in learn}, key=INTENTS.index)

    def read(text: str) -> list[tuple[str, float]]:
        scores = fitted.scores([prepared(text)])[0] * 4
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        return [(names[place], float(likely[place])) for place in np.argsort(-likely)]

    return read, time.monotonic() - began


def stock(learn: Sequence[Example], epochs: int) -> tuple[Reader, float]:
    """The pipeline that `rasa init` writes (DIET), on the same examples."""
    import asyncio

    import ruamel.yaml
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu

    from bot.quiet import quiet_logs

    quiet_logs()
    sparse = [{"name": "WhitespaceTokenizer"}, {"name": "RegexFeaturizer"}, {"name": "LexicalSyntacticFeaturizer"}]
    counted = [
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    ]
    diet = [{"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True}]
    config = {"recipe": "default.v1", "assistant_id": "stock", "language": "en", "pipeline": sparse + counted + diet}
    by_intent: dict[str, list[str]] = {}
    for one in learn:
        by_intent.setdefault(one.intent, []).append(f"- {one.text}")
    nlu = [{"intent": intent, "examples": "\n".join(texts) + "\n"} for intent, texts in by_intent.items()]
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        writer = ruamel.yaml.YAML()
        os.environ["RASA_CACHE_DIRECTORY"] = f"{folder}/cache"
        for name, content in (("config.yml", config), ("nlu.yml", {"version": "3.1", "nlu": nlu})):
            with (Path(folder) / name).open("w", encoding="utf-8") as file:
                writer.dump(content, file)
        model = train_nlu(f"{folder}/config.yml", f"{folder}/nlu.yml", output=folder)
        took = time.monotonic() - began
        agent = Agent.load(model)

    def read(text: str) -> list[tuple[str, float]]:
        found = asyncio.run(agent.parse_message(text.lstrip("/") or "."))
        return [(one["name"], one["confidence"]) for one in found["intent_ranking"]]

    return read, took


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.bench_nlu", description="Measure understanding.")
    parser.add_argument("--set-aside", action="store_true", help="read the examples set aside, not the held-out files")
    parser.add_argument("--stock", type=int, default=0, metavar="EPOCHS", help="also train the stock Rasa pipeline")
    parser.add_argument("--quick", action="store_true", help="only the n-grams: seconds instead of minutes")
    parser.add_argument("--mistakes", type=Path, help="write what was read wrongly to this file (JSON lines)")
    given = parser.parse_args()
    hush()
    examples = read_examples(ROOT / "nlu_data")
    learn, aside = parted(examples)
    read = aside if given.set_aside else held_out(ROOT / "tests" / "bot" / "nlu")
    if not read:
        raise SystemExit("There are no held-out files in tests/bot/nlu: use --set-aside.")
    pipelines: list[tuple[str, Callable[[], tuple[Reader, float]]]] = [("n-grams", lambda: ngrams_only(learn))]
    if not given.quick:
        pipelines.append(("ours", lambda: ours(examples)))
    if given.stock:
        pipelines.append((f"stock Rasa, {given.stock} epochs", lambda: stock(learn, given.stock)))
    for name, make in pipelines:
        reader, seconds = make()
        row = measure(name, reader, read)
        sys.stdout.write(json.dumps({**row, "training_s": round(seconds, 1)}, ensure_ascii=False, indent=1) + "\n")
        sys.stdout.flush()
        if given.mistakes and name == "ours":
            _write_mistakes(given.mistakes, reader, read)


def parted(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """Those learnt from and those set aside, as training parts them."""
    from bot.understanding.model import prepared, set_aside

    marked = [(set_aside(prepared(one.text)), one) for one in examples]
    return [one for aside, one in marked if not aside], [one for aside, one in marked if aside]


def held_out(folder: Path) -> list[Example]:
    """The examples nobody trains on: `<language>.yml`, Rasa's format or a plain mapping of intents to texts."""
    import ruamel.yaml

    reader = ruamel.yaml.YAML(typ="safe", pure=True)
    found = []
    for path in sorted(folder.glob("*.yml")):
        told = reader.load(path.read_text(encoding="utf-8"))
        blocks = told.get("nlu", told) if isinstance(told, dict) else told
        pairs = (
            blocks.items()
            if isinstance(blocks, dict)
            else ((one["intent"], one["examples"]) for one in blocks if "intent" in one)
        )
        for intent, texts in pairs:
            lines = texts if isinstance(texts, list) else [line[2:] for line in texts.splitlines() if line.strip()]
            if intent in INTENTS:
                found += [Example(path.stem, intent, str(text).strip()) for text in lines]
    return found


def _write_mistakes(path: Path, reader: Reader, examples: Sequence[Example]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for example in examples:
            top = reader(example.text)[:3]
            if top[0][0] != example.intent:
                told = {**example._asdict(), "read": [(name, round(sure, 3)) for name, sure in top]}
                file.write(json.dumps(told, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
