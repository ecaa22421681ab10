"""What texts mean, apart from any conversation: the words of law first, then the assistant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from compliance.keywords import heard
from core.messages import LONGEST_READ
from gateway.rasa import Understood
from reading.language import detect


class Assistant(Protocol):
    """Reads texts without a conversation (`gateway.rasa.Rasa`)."""

    async def understand(self, texts: Sequence[str]) -> list[Understood]:
        """One answer a text, in the same order."""
        ...


@dataclass(frozen=True)
class Meaning:
    """A text's language and intent; `ranking` holds every intent, the surest first, the one taken at its head."""

    language: str
    intent: str
    confidence: float
    ranking: tuple[tuple[str, float], ...]


async def meanings(assistant: Assistant, texts: Sequence[tuple[str, str | None]]) -> list[Meaning]:
    """What each text means; with each comes the language on file, a hint only.

    A message that as a whole is a word of law (STOP, 退订, AYUDA) is that intent whatever the assistant thinks,
    as in a conversation, where it never gets there.
    """
    if not texts:
        return []
    read = [(readable(text), hint) for text, hint in texts]
    understood = await assistant.understand([text for text, _ in read])
    return [_meaning(text, hint, said) for (text, hint), said in zip(read, understood, strict=True)]


def readable(text: str) -> str:
    """The text as it can be put on the wire; a message without words stands as such in a conversation too."""
    return text[:LONGEST_READ].encode("utf-8", "replace").decode("utf-8") if text.strip() else "…"


def _meaning(text: str, hint: str | None, said: Understood) -> Meaning:
    language = detect(text, hint)
    words = heard(text)
    if words is None or not words.exact or words.wrong_number:
        return Meaning(language, said.intent, said.confidence, said.ranking)
    others = tuple((intent, 0.0) for intent, _ in said.ranking if intent != words.kind)
    return Meaning(language, str(words.kind), 1.0, ((str(words.kind), 1.0), *others))
