"""How words are looked for in a text: in the language that it is written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

type Words = Mapping[str, re.Pattern[str]]

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_SPANISH = re.compile(
    r"[ñáéíóú¿¡]|\b(?:el|la|los|las|lo|de|del|que|para|por|con|su|sus|una?|es|usted|nos?|se|le|si|al?|y|o|ya|hemos|"
    r"gracias|este|esta|pago|hola|sea|responda)\b",
    re.I,
)
_ENGLISH = re.compile(
    r"\b(?:the|to|of|you|your|is|are|for|and|we|it|can|have|has|this|that|with|if|please|an|in|on|when|thank|reply)\b",
    re.I,
)


def language_of(text: str) -> str:
    """`zh`, `es` or `en`, by the small words of the text; empty where they do not tell."""
    if _CHINESE.search(text):
        return "zh"
    spanish, english = len(_SPANISH.findall(text)), len(_ENGLISH.findall(text))
    if spanish == english:
        return ""
    return "es" if spanish > english else "en"


def words_in(en: str, es: str, zh: str) -> Words:
    """Patterns for the same in each language; capitals do not matter."""
    return {"en": re.compile(en, re.I), "es": re.compile(es, re.I), "zh": re.compile(zh, re.I)}


def has(*patterns: Words) -> Callable[[str], bool]:
    """Whether a text has all of the patterns, in its own language; in any where that cannot be told."""

    def there(text: str) -> bool:
        language = language_of(text)
        tongues = (language,) if language else ("en", "es", "zh")
        return all(any(pattern[tongue].search(text) for tongue in tongues) for pattern in patterns)

    return there
