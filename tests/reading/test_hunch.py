"""The second opinion: whether a message sounds like a promise, a plan or a wish when to be reached."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reading.reader
from core.money import Money
from reading import read
from reading.hunch import Hunch, sounds
from reading.hunch.features import SIZE, places
from tests.reading.case_files import FOLDER
from tools.hunch.examples import examples, messages
from tools.hunch.learning import learn, log_odds

NOW = datetime(2027, 5, 31, 8, 20, tzinfo=UTC)
# Said in words that no case holds.
PROMISED = "look out for 85 Saturday"
NO_PROMISE = "600 in vet bills for the whippet Saturday and now this"


def _read(text: str) -> Any:
    return read(text, now=NOW, tz="Europe/London", owed=Money.of("800", "GBP"), country="GB")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (PROMISED, True),
        (NO_PROMISE, False),
        ("星期六到賬即過畀你三百二", True),
        ("三百二都唔夠交水費", False),
        ("el sábado mismo caen 300 en su cuenta", True),
        ("el sábado me cobraron 300 de la luz", False),
    ],
)
def test_a_promise_is_told_from_what_is_none_by_its_sound(text: str, is_one: bool) -> None:
    assert (sounds(text).promise > 0) is is_one


def test_a_plan_and_a_wish_when_to_be_reached_sound_their_own_way() -> None:
    plan, wish = (
        sounds("85 on Friday, 85 the week after and the last 85 on the 30th"),
        sounds("not before ten, I'm on nights"),
    )
    assert plan.plan > 0 > wish.plan
    assert wish.windows > 0 > plan.windows


def test_what_the_rules_do_not_know_is_a_promise_where_it_surely_sounds_like_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "maybe Saturday 85"
    monkeypatch.setattr(reading.reader, "sounds", lambda text: Hunch())
    assert not _read(text).promise
    monkeypatch.setattr(reading.reader, "sounds", lambda text: Hunch(promise=4.0))
    sure = _read(text)
    assert sure.promise
    assert sure.amount == Money.of("85", "GBP")
    assert [day.isoformat() for day in sure.dates] == ["2027-06-05"]


def test_a_sum_and_its_day_are_dropped_only_where_nothing_sounds_promised(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for text, odds, promised in (
        ("I'll pay 85 on Saturday", -1.0, True),
        ("I'll pay 85 on Saturday", -3.0, False),
        ("85 Saturday then", -3.0, True),  # a turn in the midst of a conversation sounds like little
        ("85 Saturday then", -5.0, False),
        ("不对周六才还85，工资那天才到账", -3.0, True),
        (
            "no wait, 85 on Saturday, wages come then",
            -3.0,
            True,
        ),  # so does one that puts right what was said before
    ):
        monkeypatch.setattr(reading.reader, "sounds", lambda text, odds=odds: Hunch(promise=odds))
        assert _read(text).promise is promised


@pytest.mark.parametrize(
    "text",
    [
        "I already paid 85 last Saturday",
        "Can I pay 85 on Saturday?",
        "ya les pagué 85 el sábado",
        "周六还85可以吗",
    ],
)
def test_what_is_paid_or_asked_is_no_promise(text: str) -> None:
    assert not _read(text).promise


def test_an_offer_that_ends_in_a_question_is_promised_where_it_surely_sounds_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "will you take 85 on Saturday?"
    for odds, promised in ((0.9, False), (3.0, True)):
        monkeypatch.setattr(reading.reader, "sounds", lambda text, odds=odds: Hunch(promise=odds))
        assert _read(text).promise is promised


def test_what_sounds_left_open_is_asked_back_though_a_sum_and_a_day_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long, short = "when the hall refunds my deposit I'll put 85 on it, Saturday", "85 on Saturday mate"
    for text, odds, asked in (
        (long, -1.0, False),
        (long, 0.0, True),
        (short, 1.0, False),
        (short, 3.0, True),
    ):
        monkeypatch.setattr(
            reading.reader, "sounds", lambda text, odds=odds: Hunch(promise=4.0, left_open=odds)
        )
        found = _read(text)
        assert (found.promise, found.ambiguous) == (True, asked)
        assert (found.amount, len(found.dates)) == (Money.of("85", "GBP"), 1)


def test_a_plan_is_read_back_whole_however_open_it_sounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading.reader, "sounds", lambda text: Hunch(promise=4.0, left_open=5.0))
    found = _read("I'll pay 85 on Saturday and then 60 on the 19th of June as well")
    assert len(found.instalments) == 2
    assert not found.ambiguous


def test_a_payment_told_of_does_not_hide_the_one_promised_beside_it() -> None:
    found = _read("el mes pasado les deposité 60 y el sábado les deposito 85 porque junto la renta")

    assert found.amount == Money.of("85", "GBP")
    assert [day.isoformat() for day in found.dates] == ["2027-06-05"]


@given(st.text())
def test_any_text_sounds_like_something(text: str) -> None:
    assert all(0 <= place < SIZE for place in places(text))
    heard = sounds(text)
    assert all(abs(odds) < 100 for odds in (heard.promise, heard.plan, heard.windows, heard.left_open))


def test_it_learns_what_it_is_shown_and_the_same_each_time() -> None:
    shown = [
        (text, number % 2 == 0)
        for number, text in enumerate(["pay fri", "paid fri", "send 50", "sent 50"] * 9)
    ]
    told = [(places(text), said, 1.0) for text, said in shown]
    first, again = learn(told), learn(told)
    assert first == again
    assert all((log_odds(first, at) > 0) is said for at, said, _ in told)


def test_it_never_learns_from_what_is_held_out() -> None:
    held = {
        message.text
        for file in (Path(__file__).parent / "held_out").glob("*.yml")
        for message in messages(file)
    }
    assert held
    assert not held & {example.text for example in examples() if len(example.text) > 12}
    assert len(list(FOLDER.glob("*.yml"))) > 50


def test_an_echo_of_what_was_asked_is_no_part_of_the_answer() -> None:
    found = _read("the rest? maybe 500 on the 30th and the rest july 15")

    assert [(part.amount, str(part.on)) for part in found.instalments] == [
        (Money.of("500", "GBP"), "2027-06-30"),
        (Money.of("300", "GBP"), "2027-07-15"),
    ]
