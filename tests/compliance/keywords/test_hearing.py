"""Opt-out, opt-in and help words are heard, and nothing else is taken for them."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from compliance.keywords import heard

CASES = Path(__file__).parent / "cases"
HEARD: dict[str, Any] = yaml.safe_load((CASES / "heard.yml").read_text(encoding="utf-8"))
NOT_HEARD: dict[str, list[str]] = yaml.safe_load((CASES / "not_heard.yml").read_text(encoding="utf-8"))
CHANNELS: dict[str, list[list[str]]] = yaml.safe_load((CASES / "channels.yml").read_text(encoding="utf-8"))
SENTENCES = [(language, text) for language, texts in HEARD["opt_out"].items() for text in texts]
TRAPS = [text for texts in NOT_HEARD.values() for text in texts]


@pytest.mark.parametrize("text", HEARD["exact_opt_out"])
def test_a_keyword_alone_is_an_opt_out(text: str) -> None:
    found = heard(text)

    assert found is not None
    assert (found.kind, found.exact, found.wrong_number) == ("opt_out", True, False)


@pytest.mark.parametrize("text", HEARD["wrong_number"])
def test_a_wrong_number_stops_messages_and_says_so(text: str) -> None:
    found = heard(text)

    assert found is not None
    assert (found.kind, found.wrong_number) == ("opt_out", True)


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_a_wish_to_stop_within_a_sentence_is_heard(language: str, text: str) -> None:
    found = heard(text)

    assert found is not None
    assert found.kind == "opt_out"
    assert found.language.partition("-")[0] == language.partition("-")[0]


@pytest.mark.parametrize("text", TRAPS)
def test_a_message_about_something_else_is_not_taken_for_a_keyword(text: str) -> None:
    assert heard(text) is None


@pytest.mark.parametrize("text", HEARD["opt_in"])
def test_a_wish_to_be_written_to_again_is_heard(text: str) -> None:
    found = heard(text)

    assert found is not None
    assert found.kind == "opt_in"


@pytest.mark.parametrize("text", ["YES", "yes", "Yes.", "sí", "Si", "是", "是的", "oui"])
def test_a_bare_yes_resumes_nothing_even_after_an_opt_out(text: str) -> None:
    assert heard(text, opted_out=True) is None


def test_who_never_stopped_us_asks_for_no_new_start_within_a_sentence() -> None:
    text = "please resume the messages, I pay 200 on friday"
    after = heard(text, opted_out=True)

    assert heard(text, opted_out=False) is None
    assert after is not None
    assert after.kind == "opt_in"


@pytest.mark.parametrize(("channel", "text"), [tuple(one) for one in CHANNELS["another"]])
def test_a_stop_that_names_another_channel_is_none_of_this_one(channel: str, text: str) -> None:
    assert heard(text, channel=channel) is None


@pytest.mark.parametrize(("channel", "text"), [tuple(one) for one in CHANNELS["this"]])
def test_a_stop_that_may_be_meant_for_this_channel_is_heard_here(channel: str, text: str) -> None:
    found = heard(text, channel=channel)

    assert found is not None
    assert found.kind == "opt_out"


@pytest.mark.parametrize("text", HEARD["help"])
def test_a_call_for_help_is_heard(text: str) -> None:
    found = heard(text)

    assert found is not None
    assert found.kind == "help"


def test_there_are_enough_cases_in_both_directions() -> None:
    assert len(HEARD["exact_opt_out"]) + len(SENTENCES) >= 100
    assert len(TRAPS) >= 100


def test_a_bare_n_stops_messages_except_in_a_conversation_where_it_means_no() -> None:
    in_chinese = heard("N", language="zh-Hans")

    assert in_chinese is not None
    assert in_chinese.kind == "opt_out"
    assert heard("n", language="en-US") is None
    assert heard("N", language="es") is None


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("STOP", "channel"),
        ("STOPALL", "all"),
        ("stop texting me", "channel"),
        ("cease all communication with me", "all"),
        ("别再给我发短信了", "channel"),
        ("停止一切联系", "all"),
        ("no me contacten nunca más", "all"),
    ],
)
def test_the_scope_is_this_channel_unless_all_contact_is_refused(text: str, scope: str) -> None:
    found = heard(text)

    assert found is not None
    assert found.scope == scope


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hi. Please stop texting me, ok?", "stop texting me"),
        ("😡😡 別再傳簡訊了", "別再傳簡訊了"),
        ("Ｐｌｅａｓｅ, stop texting me", "stop texting me"),
        ("  TD  ", "TD"),
    ],
)
def test_the_span_shows_the_words_that_were_heard(text: str, words: str) -> None:
    found = heard(text)

    assert found is not None
    assert text[slice(*found.span)] == words


@pytest.mark.parametrize(
    ("text", "language"), [("退订", "zh-Hans"), ("退訂", "zh-Hant"), ("BAJA", "es"), ("stop", "en")]
)
def test_the_language_is_that_of_the_words(text: str, language: str) -> None:
    found = heard(text)

    assert found is not None
    assert found.language == language


@given(st.text(max_size=400))
def test_any_text_is_read_without_failing(text: str) -> None:
    found = heard(text, opted_out=True)

    if found is not None:
        assert 0 <= found.span[0] <= found.span[1] <= len(text)


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "stop " * 20_000, "不要再" * 20_000, "no me " * 20_000, "\u0301" * 50_000]
)
def test_a_message_made_to_be_slow_is_still_read_at_once(text: str) -> None:
    heard("warm up")
    started = time.process_time()

    heard(text)

    assert time.process_time() - started < 0.5


def test_a_usual_message_takes_less_than_a_fifth_of_a_millisecond() -> None:
    text = "hello, I can pay 200 on friday by card, is that ok? will stop by the branch"
    heard(text)
    best = min(_seconds(text) for _ in range(50))

    assert best < 0.0004


def _seconds(text: str) -> float:
    started = time.process_time()
    heard(text)
    return time.process_time() - started
