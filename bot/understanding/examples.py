"""Reads intent examples from Rasa's NLU files, without Rasa: for measuring."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

_MARKED = re.compile(r"\[([^\[\]]+)\](?:\([^()]*\)|\{[^{}]*\})")


class Example(NamedTuple):
    """One utterance, as a borrower would write it."""

    language: str
    intent: str
    text: str


def read_examples(folder: Path, files: str = "*/*.yml") -> list[Example]:
    """All examples under `folder/<language>/*.yml`, or in those `files` of it, each text once a language."""
    import ruamel.yaml

    reader: Any = ruamel.yaml.YAML(typ="safe", pure=False)
    found: dict[tuple[str, str], Example] = {}
    for path in sorted(folder.glob(files)):
        language = path.parent.name
        for block in reader.load(path.read_text(encoding="utf-8")).get("nlu") or []:
            if "intent" not in block:
                continue
            for line in block["examples"].splitlines():
                if line.startswith("- "):
                    text = _MARKED.sub(r"\1", line[2:].strip())
                    found.setdefault((language, text), Example(language, block["intent"], text))
    return list(found.values())
