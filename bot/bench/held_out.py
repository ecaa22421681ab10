"""What is read when measuring: files that nobody trains on, and the words of law in many spellings."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Sequence

from bot.understanding.examples import Example
from bot.understanding.model import prepared, set_aside
from bot.understanding.ontology import INTENTS

CALM = ".calm.yml"
EVERYDAY = ".everyday.yml"
STRETCHED = 3  # letters where one is written


def held_out(folder: Path) -> list[Example]:
    """The examples of `<language>.yml`: intents and their texts."""
    return [
        one
        for path in sorted(folder.glob("*.yml"))
        if not path.name.endswith((CALM, EVERYDAY))
        for one in _by_intent(path, path.stem)
    ]


def calm(folder: Path) -> list[Example]:
    """The texts of `<language>.calm.yml`, which must raise no safety intent; their own intent is not told."""
    return [
        Example(path.name[: -len(CALM)], "calm", str(text).strip())
        for path in sorted(folder.glob(f"*{CALM}"))
        for text in _read(path)
    ]


def everyday(folder: Path) -> list[Example]:
    """The examples of `<language>.everyday.yml`: ordinary talk, far from any safety intent, with the intent it has."""
    return [
        one for path in sorted(folder.glob(f"*{EVERYDAY}")) for one in _by_intent(path, path.name[: -len(EVERYDAY)])
    ]


def parted(examples: Sequence[Example]) -> tuple[list[Example], list[Example]]:
    """Those learnt from and those set aside, as training parts them."""
    marked = [(set_aside(prepared(one.text)), one) for one in examples]
    return [one for aside, one in marked if not aside], [one for aside, one in marked if aside]


def stop_words(folder: Path) -> list[str]:
    """Every word that law takes for a stop when it is the whole message (compliance/keywords), as listed."""
    found: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        for words in ((_read(path).get("exact") or {}).get("opt_out") or {}).values():
            found += [str(word) for word in words]
    return list(dict.fromkeys(found))


def spellings(word: str) -> dict[str, str]:
    """One word as people write it, by the kind of spelling."""
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word)
    return {
        "as listed": word,
        "capitals": word.upper(),
        "capital first": word.capitalize(),
        "full width": wide,
        "full stop": f"{word}.",
        "loud": f" {word.upper()}!!! ",
        "quoted": f"“{word}”",
        "spaced": " ".join(word) if " " not in word else word,
        "stretched": word[:-1] + word[-1] * STRETCHED
        if len(word) > 2 and word.isascii() and word[-1].isalpha()
        else word,
        "emoji": f"{word} 🙏",
        "new lines": f"\n{word}\n",
    }


def _by_intent(path: Path, language: str) -> list[Example]:
    return [
        Example(language, intent, str(text).strip())
        for intent, texts in _read(path).items()
        if intent in INTENTS
        for text in texts
    ]


def _read(path: Path) -> Any:
    import ruamel.yaml

    return ruamel.yaml.YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
