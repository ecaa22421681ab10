"""Two matters in one message are read each from its own sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reading.matters import apart, promising


def test_what_is_paid_and_when_to_be_reached_come_apart() -> None:
    matters = apart("only call me after 6. i'll pay 90 on friday")

    assert matters is not None
    assert matters.reaching.strip() == "only call me after 6."
    assert matters.paying == matters.promised == "i'll pay 90 on friday"


def test_one_matter_stays_whole() -> None:
    assert apart("i'll pay 90 on friday. and 40 on monday") is None
    assert apart("only call me after 6. not on sundays") is None


def test_a_promise_is_heard_among_other_sentences_unless_it_is_asked() -> None:
    assert promising("my kid is sick and its been a week. i'll pay 60 on saturday") == [
        "i'll pay 60 on saturday"
    ]
    assert promising("my kid is sick and its been a week. can i pay 60 on saturday?") == []


@given(st.text())
def test_nothing_is_lost_or_invented(text: str) -> None:
    matters = apart(text)

    assert matters is None or all(len(part) <= len(text) for part in matters)
    assert all(sentence in text for sentence in promising(text))
