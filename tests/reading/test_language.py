"""The language of a message, short ones and mixed ones among them."""

from __future__ import annotations

import pytest

from reading.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I can pay on Friday", "en"), ("whos this", "en"), ("cant pay rn lost my job", "en"), ("leave me alone", "en"),
        ("puedo pagar el viernes", "es"), ("quien eres", "es"), ("no tengo lana ahorita", "es"), ("dejen de llamarme", "es"),
        ("下周五还两千", "zh-Hans"), ("我没钱", "zh-Hans"), ("你们是谁", "zh-Hans"), ("发工资就还", "zh-Hans"),
        ("下週五還兩千", "zh-Hant"), ("我冇錢", "zh-Hant"), ("你哋係邊個", "zh-Hant"), ("發薪水就還", "zh-Hant"),
        ("周五 transfer 2000", "zh-Hans"), ("聽日pay住先", "zh-Hant"), ("te pago el next friday", "es"), ("", "en"), ("🙂", "en"),
    ],
)  # fmt: skip
def test_the_language_is_told_from_the_text(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["ok", "no", "si", "嗯", "100", "yes", "👍", "stop", "thx", "Friday"])
@pytest.mark.parametrize("spoken", ["en", "es", "zh-Hans", "zh-Hant"])
def test_a_short_text_never_switches_a_conversation(text: str, spoken: str) -> None:
    assert detect(text, previous=spoken) == spoken


def test_a_greeting_shows_the_language_of_who_has_said_nothing_yet() -> None:
    assert detect("hola", hint="en") == "es"
    assert detect("Hola!!", hint="en", previous="en") == "en"
    assert detect("hola can you send me the link", hint="en") == "en"


def test_a_whole_sentence_switches_a_conversation() -> None:
    assert detect("can we speak english please", previous="es") == "en"
    assert detect("prefiero hablar en español", previous="en") == "es"
    assert detect("请用中文跟我说", previous="en") == "zh-Hans"
    assert detect("請用中文跟我說", previous="zh-Hans") == "zh-Hant"


def test_what_both_scripts_write_keeps_the_one_in_use() -> None:
    assert detect("明天", previous="zh-Hant") == "zh-Hant"
    assert detect("明天", previous="zh-Hans") == "zh-Hans"


def test_two_words_keep_the_language_so_far_unless_they_are_written_as_only_spanish_is() -> None:
    assert detect("quien es", previous="en") == "en"
    assert detect("¿quién es?", previous="en") == "es"
    assert detect("¡hola!", previous="zh-Hans") == "es"


@pytest.mark.parametrize("text", [
    "whats date o last un", "mi nah go deh", "las vegas trip lol", "el paso office?", "hindi pa po", "wala pa", "di ko pa kaya",
    "ma n pa", "a la mode lol", "one or son two", "dem no pay mi",
])  # fmt: skip
@pytest.mark.parametrize("hint", ["en", None])
def test_dialect_and_names_prove_no_spanish_where_english_is_spoken(text: str, hint: str | None) -> None:
    assert detect(text, hint=hint, previous="en") == "en"


@pytest.mark.parametrize(
    "text",
    [
        "ya no te la debo",
        "que es lo de la",
        "a la una paso",
        "no me la cobre",
        "80 el 12/5",
        "te pago el lunes",
    ],
)
def test_a_few_small_words_together_are_spanish(text: str) -> None:
    assert detect(text, hint="en", previous="en") == "es"
