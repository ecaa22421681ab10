"""A stop by meaning: of which channel, until when; and who starts again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions import contact, stop
from actions.situation import OptIn, Prefers
from tests.actions.making import account, effects, keys, obliged, situation


@pytest.mark.parametrize(
    ("channel", "text", "unwanted"),
    [
        ("whatsapp", "仲有SMS唔好再send 淨係用whatsapp sent", "sms"),
        ("whatsapp", "STOP SMS", "sms"),
        ("sms", "don't contact me by email", "email"),
        ("sms", "别再给我发微信了", "wechat"),
    ],
)
def test_a_stop_of_a_named_channel_ends_that_one_and_not_this(channel: str, text: str, unwanted: str) -> None:
    step = stop.next_step(situation(text, "opt_out", channel=channel))

    assert obliged(step) == []
    assert keys(step) == ["contact.preference_noted"]
    assert [wish.channel_unwanted for wish in effects(step, Prefers)] == [unwanted]


@pytest.mark.parametrize("text", ["stop texting me", "ya no me manden mensajes", "别再发短信了"])
def test_a_stop_of_texts_ends_the_channel_it_is_written_on(text: str) -> None:
    step = stop.next_step(situation(text, "opt_out", channel="whatsapp"))

    assert obliged(step) == ["opt_out"]


def test_of_a_stop_of_calls_it_is_asked_whether_messages_are_meant_too() -> None:
    step = stop.next_step(situation("stop calling me", "opt_out"))

    assert obliged(step) == []
    assert keys(step) == ["stop.did_you_mean"]
    assert [wish.channel_unwanted for wish in effects(step, Prefers)] == ["phone"]


@pytest.mark.parametrize(
    "text",
    [
        "那没查清楚之前不要再来催了哦",
        "don't bother me until you have checked it",
        "no me escriban hasta que lo revisen",
        "查清楚咗先再講 唔好催",
    ],
)
def test_silence_until_something_is_looked_into_is_not_silence_for_good(text: str) -> None:
    held = replace(account(), holds=frozenset({"payment_trace"}))
    kept = stop.next_step(situation(text, "cease_contact", account=held))
    unsure = stop.next_step(situation(text, "cease_contact"))

    assert (obliged(kept), keys(kept)) == ([], ["contact.preference_noted"])
    assert (obliged(unsure), keys(unsure)) == ([], ["stop.did_you_mean"])


@pytest.mark.parametrize(
    "text",
    [
        "ya no me escriban por ningún lado",
        "no me busquen en ninguna parte",
        "don't text me anywhere",
        "哪里都别再发",
        "邊度都唔好再搵我",
    ],
)
def test_nowhere_is_every_channel(text: str) -> None:
    assert stop.everywhere(text)


@pytest.mark.parametrize(
    "text", ["no encuentro trabajo por ningún lado", "哪里可以不用排队", "I can't pay anywhere"]
)
def test_nowhere_else_is_no_channel(text: str) -> None:
    assert not stop.everywhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "please don't start again",
        "you may not resume messages",
        "no me vuelvan a escribir",
        "不要恢复发送",
        "唔好再send返",
    ],
)
def test_a_refusal_that_sounds_like_a_start_is_a_stop(text: str) -> None:
    step = stop.next_step(situation(text, "opt_in"))

    assert effects(step, OptIn) == []
    assert obliged(step) == ["opt_out"]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("why can you text me again after I said stop", 0.95),
        ("who told you to start", 0.95),
        ("不是要退订", 0.95),
        ("turn them on", 0.5),
    ],
)
def test_a_doubtful_start_hears_how_to_start(text: str, confidence: float) -> None:
    step = stop.next_step(situation(text, "opt_in", confidence=confidence))

    assert effects(step, OptIn) == []
    assert keys(step) == ["stop.how_to_start"]


@pytest.mark.parametrize(
    "text", ["turn the reminders back on", "quiero los mensajes de vuelta", "現在可以傳了"]
)
def test_a_plain_start_starts(text: str) -> None:
    step = stop.next_step(situation(text, "opt_in"))

    assert len(effects(step, OptIn)) == 1
    assert keys(step) == ["stop.welcome_back"]


@pytest.mark.parametrize(
    "text", ["STOP on whatsapp too", "quit whatsapping me as well", "por whatsapp también párenle"]
)
def test_of_another_channel_too_is_of_this_one(text: str) -> None:
    assert obliged(stop.next_step(situation(text, "opt_out"))) == ["opt_out"]


@pytest.mark.parametrize("text", ["I only want phone calls", "calls only", "solo por teléfono", "只打电话"])
def test_who_wants_calls_only_is_written_to_no_more(text: str) -> None:
    step = contact.preference(situation(text, "contact_preference"))

    assert "sms" in [wish.channel_unwanted for wish in effects(step, Prefers)]


@pytest.mark.parametrize("text", ["only call me after 5", "calls only after 5pm"])
def test_hours_for_calls_refuse_no_messages(text: str) -> None:
    step = contact.preference(situation(text, "contact_preference"))

    assert "sms" not in [wish.channel_unwanted for wish in effects(step, Prefers)]
