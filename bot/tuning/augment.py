"""Varies examples as thumbs and hurry do, so that what is learnt is the meaning and not one writer's spelling.

Pure functions of a text and a source of chance. Texts come prepared (`bot.understanding.model.prepared`): lower case,
simplified characters.
"""

from __future__ import annotations

import random
import re
from typing import Callable, Sequence

from bot.understanding.ontology import INTENTS
from bot.understanding.text import without_accents

TYPO = 0.15  # of the examples get one or two typing errors
LEFT_OUT = 0.15  # lose their marks, or their accents
JOINED = 0.08  # are said in one breath with another of the same language
WIDEST = 160  # letters of two examples in one breath
_MARKS = re.compile(r"[^\w\s'$€¥%/:.,-]|[.,](?!\d)")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NEAR = {
    left: near
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for place, left in enumerate(row)
    for near in [row[max(0, place - 1) : place] + row[place + 1 : place + 2]]
}


def mistyped(text: str, chance: random.Random) -> str:
    """One slip of the thumb: two letters swapped, one left out, doubled or hit beside; digits and Chinese stay."""
    places = [at for at, letter in enumerate(text) if letter in _NEAR]
    if len(places) < 5:
        return text
    at = chance.choice(places[1:])
    slip = chance.randrange(4)
    if slip == 0 and at + 1 < len(text) and text[at + 1] in _NEAR:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if slip == 1:
        return text[:at] + text[at + 1 :]
    if slip == 2:
        return text[:at] + text[at] + text[at:]
    return text[:at] + chance.choice(_NEAR[text[at]]) + text[at + 1 :]


def left_out(text: str, chance: random.Random) -> str:
    """Without its marks, or without its accents; the text itself where nothing would be left."""
    bare = _MARKS.sub(" ", text) if chance.random() < 0.6 else without_accents(text)
    return re.sub(r"\s+", " ", bare).strip() or text


def joined(one: tuple[str, int], other: tuple[str, int], chance: random.Random) -> tuple[str, int]:
    """Two messages in one, in either order; the earlier intent of the ontology decides."""
    first, second = (one, other) if chance.random() < 0.5 else (other, one)
    han = bool(_HAN.search(first[0]))
    between = chance.choice(("，", "。", " ", "")) if han else chance.choice((". ", ", ", " ", " - ", "\n"))
    return f"{first[0].rstrip('.。,，')}{between}{second[0]}", min(one[1], other[1])


def varied(
    examples: Sequence[tuple[str, int]], languages: Sequence[str], chance: random.Random
) -> list[tuple[str, int]]:
    """A variant of each example (text, intent's number), most of them unchanged."""
    by_language: dict[str, list[tuple[str, int]]] = {}
    for example, language in zip(examples, languages, strict=True):
        if len(example[0]) <= WIDEST // 2:
            by_language.setdefault(language, []).append(example)
    found = []
    for example, language in zip(examples, languages, strict=True):
        text, label = example
        others = by_language.get(language)
        if others and len(text) <= WIDEST // 2 and chance.random() < JOINED:
            text, label = joined(example, _partner(others, label, chance), chance)
        steps: list[Callable[[str, random.Random], str]] = []
        if chance.random() < TYPO:
            steps += [mistyped] * chance.choice((1, 1, 2))
        if chance.random() < LEFT_OUT:
            steps.append(left_out)
        for step in steps:
            text = step(text, chance)
        found.append((text, label))
    return found


def _partner(others: Sequence[tuple[str, int]], label: int, chance: random.Random) -> tuple[str, int]:
    """Mostly small talk, which leaves the meaning as it is; else anything."""
    small = INTENTS.index("greet")
    for _ in range(12):
        other = chance.choice(others)
        if other[1] >= small and other[1] != label:
            return other
        if chance.random() < 0.08:
            return other
    return chance.choice(others)
