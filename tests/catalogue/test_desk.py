"""What agents read is there in all four languages, with the same values."""

from __future__ import annotations

import re

import pytest

from catalogue import entries
from catalogue.desk import desk_texts, on_desk
from core.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_with_the_same_values(language: str) -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    there, english = desk_texts(language), desk_texts("en")

    assert set(there) == set(english)
    assert {key for key in english if names(there[key]) != names(english[key])} == set()


def test_nothing_of_it_can_be_sent() -> None:
    assert set(desk_texts("en")) & set(entries()) == set()


def test_an_agent_who_reads_another_language_reads_english() -> None:
    assert on_desk("why_person", "fr") == "Asks for a person"


def test_a_word_without_a_text_is_shown_as_it_is() -> None:
    assert on_desk("reason_plague", "es") == "plague"
