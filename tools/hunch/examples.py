"""What the hunch learns from: messages, which of promise, plan and windows are in them, and what a promise leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
CASES = ROOT / "tests" / "reading" / "cases"

# Intents of messages that promise nothing, but for very few; those left out may promise beside what they are named after.
NO_PROMISE = {
    "abusive", "already_paid", "ask_balance", "ask_consequence", "ask_identity", "attorney_represented", "bankruptcy",
    "bot_challenge", "cease_contact", "change_language", "complaint", "contact_preference", "crisis", "deceased", "deny",
    "dispute_debt", "goodbye", "greet", "hardship", "help", "opt_in", "opt_out", "out_of_scope", "refuse_to_pay", "request_human",
    "thank", "update_contact", "wrong_party",
}  # fmt: skip
_ENTITY = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})")


@dataclass(frozen=True)
class Example:
    """A message, what is known to be in it or not, and how much it counts."""

    text: str
    said: dict[str, bool]
    weight: float = 1.0


def examples() -> Iterator[Example]:
    """Every message to learn from."""
    for file in sorted(CASES.glob("*.yml")):
        yield from messages(file)
    for file in sorted((ROOT / "nlu_data").glob("*/*.yml")):
        yield from _utterances(file)


def messages(file: Path) -> list[Example]:
    """The messages of a case file."""
    document = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [Example(case["say"], _said(case)) for case in document["cases"]]


def _said(case: dict[str, Any]) -> dict[str, bool]:
    """What a case names is in it, and nothing else."""
    return {
        "promise": bool(case.get("promise")),
        "plan": _names(case, "instalments"),
        "windows": _names(case, "windows"),
        **(
            {"left_open": bool(case.get("ambiguous"))} if case.get("promise") or case.get("ambiguous") else {}
        ),
    }


def _names(case: dict[str, Any], field: str) -> bool:
    """Whether every fair reading has something under `field`."""
    return bool(case.get(field)) or (f"{field}_any_of" in case and all(case[f"{field}_any_of"]))


def _utterances(file: Path) -> Iterator[Example]:
    document = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for block in document["nlu"]:
        intent = block.get("intent")
        if intent != "promise_to_pay" and intent not in NO_PROMISE:
            continue
        said = {"promise": intent == "promise_to_pay"}  # of plans and hours their names tell nothing
        for line in block["examples"].splitlines():
            text = _ENTITY.sub(r"\1", line.strip().removeprefix("- "))
            if text:
                yield Example(text, said, weight=0.2)
