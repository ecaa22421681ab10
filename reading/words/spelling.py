"""Text as people type it, in the one spelling that the grammars of its language know."""

from __future__ import annotations

from functools import lru_cache

from reading.text import HAN
from reading.words import (
    either,
    en_plans,
    en_rounds,
    en_spelling,
    es_listed,
    es_plans,
    es_rounds,
    es_spelling,
    one_after,
    series_told,
    zh_spelling,
)
from reading.words.jokes import without_jokes

# Longer than this nobody tells how and when he pays: only words are spelt, no plan is put in others. Some of those rules look ahead to
# the end of a sentence from each of its words, which a flood of words without an end would pay for.
_TELLING = 800


@lru_cache(maxsize=8)
def spelt(text: str, language: str) -> str:
    """Folded `text`, mended where its language is one that is typed carelessly. Its length may change.

    The last few answers are kept: promises, hours and channels are each read from the same text."""
    text = without_jokes(text)
    if len(text) > _TELLING and language in ("en", "es"):
        return en_spelling.spelt(text) if language == "en" else es_spelling.spelt(text)
    if language == "en":
        return en_plans.told_out(
            en_rounds.come_round(
                one_after.english(either.one_of_two(series_told.english(en_spelling.spelt(text))))
            )
        )
    if HAN.search(text) or (language.startswith("zh") and " " in text.strip()):
        return zh_spelling.spelt(text)
    if language != "es":
        return text
    return es_plans.told_out(
        es_listed.each_named(
            es_rounds.come_round(
                one_after.spanish(either.one_of_two(series_told.spanish(es_spelling.spelt(text))))
            )
        )
    )
