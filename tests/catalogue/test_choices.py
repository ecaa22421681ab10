"""Quick replies: short, told apart, in the question's language, and the very words of a day or an amount."""

from __future__ import annotations

import pytest

from catalogue import choices, entries
from core.languages import LANGUAGES
from tests.catalogue.said import HOME, values

# What Telegram lets a button carry, in bytes, and what fits a narrow phone, in characters.
MOST_BYTES, MOST_CHARACTERS = 64, 36
WITH_CHOICES = sorted(key for key, one in entries().items() if one.choices)


def offered(key: str, language: str) -> list[str]:
    country, currency = HOME[language]
    return list(choices(key, values(currency), language, country=country))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", WITH_CHOICES)
def test_every_choice_fits_a_button_and_is_like_no_other(key: str, language: str) -> None:
    shown = offered(key, language)

    assert shown
    assert len(set(shown)) == len(shown)
    assert all(0 < len(one) <= MOST_CHARACTERS and len(one.encode()) <= MOST_BYTES for one in shown)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Fri, May 22", "Fri, Jun 5"]),
        ("zh-Hans", ["5月22日周五", "6月5日周五"]),
        ("zh-Hant", ["5月22日週五", "6月5日週五"]),
        ("es", ["vie 22 de may", "vie 5 de jun"]),
    ],
)
def test_days_that_are_asked_back_are_choices_as_the_text_writes_them(
    language: str, expected: list[str]
) -> None:
    assert offered("promise.which_day", language) == expected


def test_a_question_without_choices_has_none() -> None:
    assert offered("promise.ask_day", "en") == []


def test_a_list_that_is_not_there_gives_no_choices() -> None:
    assert list(choices("promise.which_day", {}, "en")) == []
