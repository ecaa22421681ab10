"""What is measured: our pipeline, its n-grams alone, and the pipeline that `rasa init` writes."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any, Callable, NamedTuple, Sequence

import numpy as np

from bot.understanding.examples import Example
from bot.understanding.ontology import INTENTS

Reader = Callable[[str], "list[tuple[str, float]]"]
KEPT = Path(__file__).resolve().parent.parent.parent / ".kept" / "bench"


class Pipeline(NamedTuple):
    """A trained reader of texts, and how many seconds its training took."""

    read: Reader
    training_s: float


def ours(examples: Sequence[Example]) -> Pipeline:
    """Our pipeline, trained, kept and taken up again as in serving."""
    from bot.understanding.model import Understanding

    began = time.monotonic()
    trained = Understanding.fit([one.text for one in examples], [one.intent for one in examples])
    took = time.monotonic() - began
    with tempfile.TemporaryDirectory() as folder:
        trained.save(Path(folder))
        kept = Understanding.load(Path(folder))
    return Pipeline(lambda text: [tuple(read) for read in kept.read(text)], took)


def ngrams_only(examples: Sequence[Example]) -> Pipeline:
    """Character n-grams with a linear support vector machine, nothing else."""
    from bot.understanding.model import prepared
    from bot.understanding.ngrams import NGrams

    began = time.monotonic()
    fitted = NGrams.fit([prepared(one.text) for one in examples], [INTENTS.index(one.intent) for one in examples])
    names = sorted({one.intent for one in examples}, key=INTENTS.index)

    def read(text: str) -> list[tuple[str, float]]:
        scores = fitted.scores([prepared(text)])[0] * 4
        likely = np.exp(scores - scores.max())
        likely /= likely.sum()
        return [(names[place], float(likely[place])) for place in np.argsort(-likely)]

    return Pipeline(read, time.monotonic() - began)


def stock(examples: Sequence[Example], epochs: int) -> Pipeline:
    """The pipeline of `rasa init` (DIET) on the same examples; trained once for the same examples, then kept."""
    from rasa.core.agent import Agent

    from bot.quiet import quiet_logs

    quiet_logs()
    digest = hashlib.sha256(json.dumps([examples, epochs], ensure_ascii=False).encode()).hexdigest()[:16]
    model, told = KEPT / f"stock-{digest}.tar.gz", KEPT / f"stock-{digest}.json"
    if not (model.exists() and told.exists()):
        KEPT.mkdir(parents=True, exist_ok=True)
        told.write_text(json.dumps({"epochs": epochs, "training_s": _train_stock(examples, epochs, model)}))
    agent = Agent.load(str(model))

    def read(text: str) -> list[tuple[str, float]]:
        found = asyncio.run(agent.parse_message(text.lstrip("/") or "."))
        return [(one["name"], one["confidence"]) for one in found["intent_ranking"]]

    return Pipeline(read, json.loads(told.read_text())["training_s"])


def _train_stock(examples: Sequence[Example], epochs: int, model: Path) -> float:
    import ruamel.yaml
    from rasa.model_training import train_nlu

    by_intent: dict[str, list[str]] = {}
    for one in examples:
        by_intent.setdefault(one.intent, []).append(f"- {one.text}")
    nlu = [{"intent": intent, "examples": "\n".join(texts) + "\n"} for intent, texts in by_intent.items()]
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RASA_CACHE_DIRECTORY"] = f"{folder}/cache"
        for name, content in (("config.yml", _rasa_init(epochs)), ("nlu.yml", {"version": "3.1", "nlu": nlu})):
            with (Path(folder) / name).open("w", encoding="utf-8") as file:
                ruamel.yaml.YAML().dump(content, file)
        made = train_nlu(f"{folder}/config.yml", f"{folder}/nlu.yml", output=folder)
        os.replace(made, model)
    return time.monotonic() - began


def _rasa_init(epochs: int) -> dict[str, Any]:
    """The NLU pipeline that `rasa init` of Rasa 3.6 writes, but for the number of epochs (100 there)."""
    sparse = [{"name": "WhitespaceTokenizer"}, {"name": "RegexFeaturizer"}, {"name": "LexicalSyntacticFeaturizer"}]
    counted = [
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
    ]
    diet = [{"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True}]
    return {"recipe": "default.v1", "assistant_id": "stock", "language": "en", "pipeline": sparse + counted + diet}
