"""What stands around the chat is there in all four languages, polite and with the same values."""

from __future__ import annotations

import re

import pytest

from catalogue.pages import chat_texts
from core.languages import LANGUAGES
from tests.catalogue.test_texts import INFORMAL, MAINLAND


def names(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_with_the_same_values(language: str) -> None:
    there, english = chat_texts(language), chat_texts("en")

    assert set(there) == set(english)
    assert {name for name in english if names(there[name]) != names(english[name])} == set()
    assert all(text.strip() for text in there.values())


@pytest.mark.parametrize("language", sorted(INFORMAL))
def test_the_reader_is_addressed_politely(language: str) -> None:
    assert [text for text in chat_texts(language).values() if INFORMAL[language].search(text)] == []


def test_traditional_chinese_is_that_of_its_readers() -> None:
    assert [text for text in chat_texts("zh-Hant").values() if MAINLAND.search(text)] == []


def test_a_reader_of_another_language_reads_english() -> None:
    assert chat_texts("fr")["send"] == "Send"
