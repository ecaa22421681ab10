"""Read what messages mean, one JSON object a line in and out: `python -m bot.understand`.

The same model and the same code as the served assistant, without Rasa around it, so it answers after a second or two.
In: {"id", "text"}. Out, in the same order: {"id", "intent", "confidence", "ranking"}, or {"id", "error"} for a line that
cannot be read; the rest go on, and the exit status is 1.
"""

from __future__ import annotations

import io
import json
import sys
import tarfile
import tempfile
from pathlib import Path, PurePosixPath
from typing import Any, Iterable, Iterator

from bot.train import model_path
from bot.understanding.model import Understanding

MARK = "understanding.json"


def load(model: Path) -> Understanding:
    """The understanding inside a trained model's file; SystemExit when there is no such model."""
    if not model.exists():
        raise SystemExit(f"There is no model {model.name} for these sources: run `make train`, then try again.")
    with tarfile.open(model) as archive, tempfile.TemporaryDirectory() as folder:
        inside = next(name for name in archive.getnames() if PurePosixPath(name).name == MARK)
        for member in archive.getmembers():
            if member.isfile() and PurePosixPath(member.name).parent == PurePosixPath(inside).parent:
                content = archive.extractfile(member)
                assert content is not None, "a file has content"
                (Path(folder) / PurePosixPath(member.name).name).write_bytes(content.read())
        return Understanding.load(Path(folder))


def answer(understanding: Understanding, line: str) -> dict[str, Any]:
    """What one line asks for, or an error that says why it cannot be read."""
    try:
        asked = json.loads(line)
    except ValueError:
        return {"id": None, "error": "the line is not JSON"}
    if not isinstance(asked, dict):
        return {"id": None, "error": "the line is not a JSON object"}
    if not isinstance(asked.get("text"), str):
        return {"id": asked.get("id"), "error": "text is missing or not a text"}
    ranking = [
        {"intent": read.intent, "confidence": round(read.confidence, 6)} for read in understanding.read(asked["text"])
    ]
    return {"id": asked.get("id"), **ranking[0], "ranking": ranking}


def answers(understanding: Understanding, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Answer line by line; empty lines are passed over."""
    for line in lines:
        if line.strip():
            yield answer(understanding, line)


def main() -> None:
    understanding = load(model_path())
    if isinstance(sys.stdin, io.TextIOWrapper) and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        sys.stdout.reconfigure(encoding="utf-8")
    failed = False
    for one in answers(understanding, sys.stdin):
        failed = failed or "error" in one
        sys.stdout.write(json.dumps(one, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
