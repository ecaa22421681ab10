"""Plain-language rules above the classifier, for the meanings that must not be missed (ontology 1 to 9).

One file per language in `bot/safety/`, one section per intent:

    whole     the message is nothing but this ("stop", "退订"): settled
    plainly   nothing else is meant wherever it stands ("took the whole packet of pills"): settled too
    surely    speaks for the intent wherever it stands in the message: its odds grow eightfold
    unless    ... but not when this is said too: near misses
    idiom     figures of speech that only sound like it; they are cut out before listening, and where nothing else
              speaks for the intent its odds shrink eightfold

How a phrase is written: words as they are said; `(a/b)` for either, `(a/)` for perhaps; `…` for a few words between.
Marks, case, accents and the script of Chinese characters make no difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterable, Optional, Pattern, Sequence

from bot.understanding.text import comparable

FOLDER = Path(__file__).resolve().parent.parent / "safety"
KINDS = ("whole", "plainly", "surely", "unless", "idiom")
GAP = "~"  # how "…" is written inside, for folding would make three full stops of it
_HAN = re.compile(r"[\u3400-\u9fff]")
_PIECE = re.compile(r"\(([^()]*)\)|(~)|(\s+)|([^()~\s]+)")


@dataclass(frozen=True)
class Heard:
    """What the rules have to say of a text: an intent that is settled, those spoken for, those only sounded like.

    `left` is the comparable text without the figures of speech that only sound like something.
    """

    settled: Optional[str]
    spoken_for: frozenset[str]
    only_sounds_like: frozenset[str]
    left: str = ""


@dataclass(frozen=True)
class Rule:
    """The phrases of one intent in one language."""

    intent: str
    whole: Optional[Pattern[str]]
    plainly: Optional[Pattern[str]]
    surely: Optional[Pattern[str]]
    unless: Optional[Pattern[str]]
    idiom: Optional[Pattern[str]]
    han: bool  # whether every phrase but the whole ones has Han characters: then other texts need no search

    def settles(self, text: str) -> bool:
        """Whether a comparable text is nothing but this, or says it so that nothing else is meant."""
        if self.whole and self.whole.fullmatch(text):
            return True
        if not self.plainly or (self.unless and self.unless.search(text)):
            return False
        return bool(self.plainly.search(text))

    def speaks(self, text: str) -> bool:
        """Whether something in a comparable text speaks for this intent."""
        if not self.surely or (self.han and not _HAN.search(text)) or (self.unless and self.unless.search(text)):
            return False
        return bool(self.surely.search(self.idiom.sub(" ; ", text) if self.idiom else text))

    def only_sounds(self, text: str) -> bool:
        """Whether a figure of speech is all that speaks for this intent."""
        if not self.idiom or (self.han and not _HAN.search(text)):
            return False
        return bool(self.idiom.search(text)) and not self.speaks(text)


class Safety:
    """All rules of all languages; a text may mix languages, so each is tried."""

    def __init__(self, rules: Sequence[Rule], order: Sequence[str]) -> None:
        self._rules = rules
        self._order = {intent: place for place, intent in enumerate(order)}

    def hear(self, text: str) -> Heard:
        """Listen to a borrower's text as it came."""
        said = comparable(text)
        settled = {rule.intent for rule in self._rules if rule.settles(said)}
        spoken_for = {rule.intent for rule in self._rules if rule.speaks(said)}
        figures = {rule.intent for rule in self._rules if rule.only_sounds(said)} - spoken_for
        first = min(settled, key=self._order.__getitem__, default=None)
        return Heard(first, frozenset(spoken_for), frozenset(figures), self._without(figures, said) if figures else "")

    def _without(self, figures: set[str], said: str) -> str:
        """A comparable text without the figures of speech that only sound like these intents."""
        for rule in self._rules:
            if rule.intent in figures and rule.idiom:
                said = rule.idiom.sub(" ; ", said)
        return " ".join(said.replace(";", " ").split())


def pattern(phrase: str) -> str:
    """One phrase as a regular expression over comparable text; ValueError where it cannot be read."""
    phrase = comparable(phrase.replace("…", GAP), keep=f"()/{GAP}")
    if phrase.count("(") != phrase.count(")"):
        raise ValueError(f"brackets do not close: {phrase}")
    han = bool(_HAN.search(phrase))
    parts = []
    for choice, gap, space, word in _PIECE.findall(phrase):
        if choice:
            parts.append("(?:" + "|".join(_said(one.strip(), han) for one in choice.split("/")) + ")")
        elif gap:
            parts.append(r"[^;]{0,24}?")
        elif space:
            parts.append(r"\s*")
        else:
            parts.append(_said(word, han))
    found = "".join(parts)
    return found if han else rf"(?<![^\W_]){found}(?![^\W_])"


def _said(words: str, among_han: bool) -> str:
    """Words as they are; among Han characters, where nothing else parts them, Latin ones stand by themselves."""
    found = re.escape(words).replace(r"\ ", r"\s*")
    alone = among_han and words and not _HAN.search(words)
    return rf"(?<![a-z0-9]){found}(?![a-z0-9])" if alone else found


def either(phrases: Iterable[str]) -> Optional[Pattern[str]]:
    """One expression for any of the phrases; None for none."""
    patterns = [pattern(phrase) for phrase in phrases]
    return re.compile("|".join(patterns)) if patterns else None


def rules_of(sections: dict[str, dict[str, list[str]]]) -> list[Rule]:
    """The rules of one language's file, already parsed; ValueError names what is wrong."""
    rules = []
    for intent, phrases in sections.items():
        unknown = set(phrases) - set(KINDS)
        if unknown:
            raise ValueError(f"{intent}: {', '.join(sorted(unknown))} is none of {', '.join(KINDS)}")
        said = {kind: phrases.get(kind) or [] for kind in KINDS}
        han = all(_HAN.search(phrase) for phrase in (*said["surely"], *said["idiom"]))
        rules.append(Rule(intent, *(either(said[kind]) for kind in KINDS), han=han))
    return rules


def load(order: Sequence[str], folder: Path = FOLDER) -> Safety:
    """Read the rules of every language; `order` is the ontology's, the earlier intent winning."""
    import ruamel.yaml

    reader: Any = ruamel.yaml.YAML(typ="safe", pure=True)
    spoken: dict[str, list[dict[str, dict[str, list[str]]]]] = {}
    for path in sorted(folder.glob("*.yml")):
        spoken.setdefault(path.stem.split("-")[0], []).append(reader.load(path.read_text("utf-8")))
    return Safety([rule for files in spoken.values() for rule in rules_of(joined(files))], order)


def joined(files: Sequence[dict[str, dict[str, list[str]]]]) -> dict[str, dict[str, list[str]]]:
    """The files of one language in several writings as one: what excuses a phrase in either excuses it in both."""
    whole: dict[str, dict[str, list[str]]] = {}
    for sections in files:
        for intent, phrases in sections.items():
            for kind, said in phrases.items():
                whole.setdefault(intent, {}).setdefault(kind, []).extend(said or [])
    return whole
